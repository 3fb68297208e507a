//! The load beside the lesson and its live view, on the simulated account.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ec_site_tutor_core::demo::{SimulatedAccount, save};
use ec_site_tutor_core::lesson::{Pack, load};
use ec_site_tutor_core::progress::{Progress, Store};
use ec_site_tutor_testing::program::Terminal;
use jiff::{SignedDuration, Timestamp};

use super::{DEMO_ACCOUNT, ENTER, home};

/// Saves below `home` a demo in which everything before `last` is done.
fn done_before(home: &Path, last: &str) {
    let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
    let mut clock = Timestamp::now() - SignedDuration::from_hours(1);
    let (mut simulated, mut progress) =
        (SimulatedAccount::new(&lesson, clock), Progress::new(DEMO_ACCOUNT, &lesson.id));
    for step in lesson.steps.iter().take_while(|step| step.id != last) {
        simulated.perform_right(&step.id, clock);
        clock = simulated.settled_at(clock);
        progress.passed.insert(step.id.clone(), clock);
    }
    let folder = home.join("state/ec-site-tutor/demo");
    fs::create_dir_all(&folder).unwrap();
    save(&folder.join("world.json"), &simulated).unwrap();
    Store::new(folder).save(&progress).unwrap();
}

/// How many requests were sent, as the live view says it in either language.
fn sent(screen: &str) -> Option<u32> {
    let japanese = || screen.split_once("負荷:4000件中")?.1.split_once('件');
    let english = || screen.split_once("Load:")?.1.split_once("of4000requests");
    japanese().or_else(english)?.0.parse().ok()
}

/// Waits until more than `before` requests were sent, and says how many.
fn rises(terminal: &Terminal, before: u32) -> u32 {
    let count = std::cell::Cell::new(before);
    terminal.until(&format!("more than {before} requests"), |screen| {
        count.set(sent(screen).unwrap_or(before));
        count.get() > before
    });
    count.get()
}

#[test]
fn a_load_is_started_watched_in_both_languages_and_any_window_and_stopped() {
    let home = home();
    done_before(home.path(), "4-5");
    let mut terminal = Terminal::start(home.path(), 80, 24, &["--demo", "--lang", "ja"], &[]);
    terminal.shows(&["▸ * 4-5"]);
    terminal.press(ENTER);
    terminal.shows(&["4-5  サイトを開いて負荷をかける", "[解説]"]);
    terminal.press("L");
    terminal.shows(&["もう一度 L を押すと", "4000リクエストを0.12秒に1件", "宛先は自分のロードバランサーだけです"]);
    terminal.press("L");
    let begun = rises(&terminal, 0);
    // It goes on while the lesson is read, where the first line tells of it.
    terminal.press("\u{1b}");
    terminal.shows(&["[解説]", "負荷", "/4000"]);
    terminal.press("V");
    let later = rises(&terminal, begun);
    terminal.press("l");
    terminal.shows(&["Load and scaling, live"]);
    let translated = rises(&terminal, later);
    terminal.resize(60, 20);
    let narrow = rises(&terminal, translated);
    terminal.resize(120, 40);
    terminal.shows(&["What happens when"]);
    let wide = rises(&terminal, narrow);
    terminal.press("L");
    terminal.shows(&["You stopped the load."]);
    terminal.until("where it ended", |screen| sent(screen).is_some_and(|count| (wide..4000).contains(&count)));
    // Nothing runs any more that leaving would have to ask about.
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn leaving_in_the_middle_of_a_load_asks_and_ends_it() {
    let home = home();
    done_before(home.path(), "4-5");
    let mut terminal = Terminal::start(home.path(), 80, 24, &["--demo", "--lang", "ja"], &[]);
    terminal.shows(&["▸ * 4-5"]);
    terminal.press(ENTER);
    terminal.shows(&["[解説]"]);
    terminal.press("L");
    terminal.shows(&["もう一度 L を押すと"]);
    terminal.press("L");
    rises(&terminal, 0);
    terminal.press("q");
    terminal.shows(&["負荷がまだ動いています"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let mut again = Terminal::start(home.path(), 80, 24, &["--demo", "--lang", "ja"], &[]);
    again.shows(&["▸ * 4-5"]);
    again.press(ENTER);
    again.press("V");
    again.shows(&["まだ負荷をかけていません"]);
    again.press("q");
    assert_eq!(again.ends(), 0);
}
