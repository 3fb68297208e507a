//! The tutor as a learner meets it: the real program in a real pseudo-terminal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test reports by panicking")]

mod class;
mod doctor;
mod life;
mod load;
mod reload;
mod tour;
mod watch;

use std::cell::Cell;
use std::fs;

use ec_site_tutor_testing::program::{Terminal, silent_server};

const ENTER: &str = "\r";
/// What stands for the number of the simulated account in the names of files.
const DEMO_ACCOUNT: &str = "demo";

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// The words of one language that the tests look for.
struct Words {
    language: &'static str,
    /// How the first step is called within a sentence.
    preflight: &'static str,
    /// After the id of a step.
    done: &'static str,
    /// The page of simulated actions.
    actions: &'static str,
    /// After one of them.
    acted: &'static str,
    /// Below a question with options.
    guess: &'static str,
    locked: &'static str,
    failed: &'static str,
    account: &'static str,
    first_title: &'static str,
    second_title: &'static str,
    third_title: &'static str,
    /// In the status line once the account was checked.
    rate: &'static str,
    /// After leaving.
    reminder: &'static str,
}

const JAPANESE: Words = Words {
    language: "ja",
    preflight: "「はじめる前に」",
    done: "が完了しました",
    actions: "何をしますか？",
    acted: "続けて確認してみましょう",
    guess: "番号で選んでください。",
    locked: "ロック中",
    failed: "不合格",
    account: "アカウント 000000000000 | us-east-1",
    first_title: "ALB のセキュリティグループを作る",
    second_title: "EC2 のセキュリティグループを ALB だけに絞る",
    third_title: "EC2 コンソールを開く",
    rate: "約 $0.08/時",
    reminder: "本物のアカウントなら、このラボの料金がかかり続けます",
};

const ENGLISH: Words = Words {
    language: "en",
    preflight: "\"Before you start\"",
    done: " is done",
    actions: "What do you do in the simulated account?",
    acted: "Now check.",
    guess: "Choose by its number.",
    locked: "locked",
    failed: "failed",
    account: "Account 000000000000 | us-east-1",
    first_title: "Create the load balancer's security group",
    second_title: "Let only the load balancer reach the instances",
    third_title: "Open the EC2 console",
    rate: "about $0.08/h",
    reminder: "On a real account, this lab would go on costing about $0.08/h",
};

impl Words {
    /// How the bar says that so many steps are done.
    fn count(&self, done: usize) -> String {
        if self.language == "ja" { format!("完了 {done}/20") } else { format!("{done} of 20 done") }
    }
}

/// Performs the action of this number in the simulated account and checks, to see the `outcome`. The tutor may look by
/// itself just then, and its outcome stands where the action was told.
fn act_and_check(terminal: &mut Terminal, words: &Words, number: &str, outcome: &str) {
    terminal.press("d");
    terminal.shows(&[words.actions, "▸ 1  ", "  2  "]);
    terminal.press(number);
    terminal.shows_one(&[words.acted, outcome]);
    terminal.press("c");
    // A step may ask for a guess before the look, unless the tutor's own look was sooner.
    let asks = Cell::new(false);
    let without_blanks = |text: &str| text.split_whitespace().collect::<String>();
    let (said, question) = (without_blanks(outcome), without_blanks(words.guess));
    terminal.until("the outcome, or a question", |screen| {
        asks.set(screen.contains(&question));
        asks.get() || screen.contains(&said)
    });
    if asks.get() {
        terminal.press(ENTER);
    }
    terminal.shows(&[outcome]);
}

fn section_one(words: &Words, columns: u16, rows: u16) {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), columns, rows, &["--demo", "--lang", words.language], &[]);
    terminal.shows(&[words.account, "▸ * preflight", words.first_title, words.locked]);
    terminal.press(ENTER);
    terminal.shows(&["preflight", "["]);
    terminal.press(ENTER);
    terminal.shows(&[&format!("{}{}", words.preflight, words.done)]);
    // Not Enter: where the tutor's own look came just before, it still means to check.
    terminal.press("n");
    terminal.shows(&["1-1", words.first_title, &words.count(1)]);
    // The typical mistake first: the group in the default VPC.
    act_and_check(&mut terminal, words, "2", words.failed);
    terminal.shows(&[&words.count(1), words.failed]);
    act_and_check(&mut terminal, words, "1", &format!("1-1{}", words.done));
    terminal.press("n");
    terminal.shows(&["1-2", words.second_title, &words.count(2)]);
    act_and_check(&mut terminal, words, "1", &format!("1-2{}", words.done));
    terminal.press("n");
    // Step 2-1 passes along with 1-2.
    terminal.shows(&["2-1", words.third_title, &words.count(4), words.rate]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.shows(&[words.reminder]);

    let mut again = Terminal::start(home.path(), columns, rows, &["--demo", "--lang", words.language], &[]);
    again.shows(&["✓ 1-1", "✓ 1-2", "▸ * 2-2"]);
    again.press("q");
    assert_eq!(again.ends(), 0);
}

#[test]
fn section_one_of_the_demo_in_japanese() {
    section_one(&JAPANESE, 80, 24);
}

#[test]
fn section_one_of_the_demo_in_english() {
    section_one(&ENGLISH, 80, 24);
}

#[test]
fn section_one_of_the_demo_in_a_wide_window() {
    section_one(&JAPANESE, 120, 40);
}

#[test]
fn section_one_of_the_demo_in_a_very_wide_window() {
    section_one(&ENGLISH, 200, 60);
}

#[test]
fn interrupt_leaves_and_gives_the_terminal_back() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[]);
    terminal.shows(&["preflight"]);
    terminal.press("\u{3}");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn signals_end_the_tutor_and_give_the_terminal_back() {
    for (name, number) in [("TERM", 15), ("HUP", 1), ("INT", 2)] {
        let home = home();
        let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[]);
        terminal.shows(&["preflight"]);
        terminal.signal(name);
        assert_eq!(terminal.ends(), 128 + number, "{name}");
    }
}

#[test]
fn plain_mode_keeps_to_the_width_and_sends_nothing_but_text() {
    let home = home();
    let mut terminal = Terminal::start(home.path(), 40, 40, &["--plain", "--demo", "--lang", "ja"], &[]);
    terminal.shows(&["Enter: ステップを開く"]);
    terminal.press("確認\r");
    terminal.shows(&["「はじめる前に」が完了しました"]);
    terminal.press("\u{4}");
    assert_eq!(terminal.ends(), 0);
    let written = String::from_utf8(terminal.bytes()).unwrap();
    assert!(!written.contains('\u{1b}'), "{written:?}");
    assert!(written.contains("20 ステップのうち、0 ステップが完了して\r\nいます。"), "{written}");
}

#[test]
fn a_terminal_that_cannot_draw_is_pointed_to_plain_mode() {
    let home = home();
    let mut terminal = Terminal::start(home.path(), 120, 24, &["--demo", "--lang", "en"], &[("TERM", "dumb")]);
    assert_eq!(terminal.ends(), 1);
    terminal.shows(&["TERM=dumb", "ec-site-tutor --plain"]);
    assert!(!terminal.bytes().contains(&0x1b));
}

#[test]
fn a_window_may_shrink_to_nothing_and_grow_again() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[]);
    terminal.shows(&["preflight", "Steps"]);
    terminal.resize(30, 8);
    terminal.shows(&["60x20"]);
    terminal.resize(1, 1);
    terminal.resize(120, 40);
    terminal.shows(&["glossary", "Steps"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn the_language_changes_in_place() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[]);
    terminal.shows(&["Before you start"]);
    terminal.press("l");
    terminal.shows(&["はじめる前に"]);
    terminal.press("l");
    terminal.shows(&["Before you start"]);
}

#[test]
fn a_note_takes_japanese_and_a_paste_of_fifty_lines_and_is_kept() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "ja"], &[]);
    terminal.shows(&["▸ * preflight"]);
    terminal.press(ENTER);
    terminal.shows(&["[解説]"]);
    let lines: Vec<String> = (1..=50).map(|number| format!("q {number} 行目")).collect();
    // Outside of a text a paste is nothing, above all not the key q.
    terminal.press(&format!("\u{1b}[200~{}\u{1b}[201~", lines.join("\r")));
    terminal.press("w");
    terminal.shows(&["メモ", "保存して閉じる"]);
    terminal.press("店は q で終わらない");
    terminal.shows(&["店は q で終わらない"]);
    terminal.press(ENTER);
    terminal.press(&format!("\u{1b}[200~{}\u{1b}[201~", lines.join("\r")));
    terminal.shows(&["q 50 行目"]);
    terminal.press("\u{1b}");
    terminal.shows(&["[解説]", "メモを保存しました"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let saved = fs::read_to_string(home.path().join("state/ec-site-tutor/demo/demo-step4.json")).unwrap();
    let saved: serde_json::Value = serde_json::from_str(&saved).unwrap();
    assert_eq!(saved["notes"]["preflight"]["text"], format!("店は q で終わらない\n{}", lines.join("\n")));
}

/// The emulator draws each sound mark in a cell of its own, as terminals do.
#[test]
fn half_width_kana_with_sound_marks_move_nothing_behind_them() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "ja"], &[]);
    terminal.shows(&["▸ * preflight"]);
    terminal.press(ENTER);
    terminal.shows(&["[解説]"]);
    terminal.press("w");
    terminal.shows(&["保存して閉じる"]);
    terminal.press("\u{1b}[200~ｶﾞﾊﾟ|葛\u{e0100}|\u{2764}\u{fe0f}.\u{1b}[201~");
    terminal.press("\u{1b}");
    terminal.shows(&["メモを保存しました"]);
    terminal.until("the note", |screen| screen.contains("ガパ|葛\u{e0100}|\u{2764}\u{fe0f}."));
}

#[test]
fn an_unreadable_progress_file_is_named_and_left_as_it_is() {
    let home = home();
    let folder = home.path().join("state/ec-site-tutor/demo");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("demo-step4.json");
    fs::write(&file, "{\n  nonsense").unwrap();
    let mut terminal = Terminal::start(home.path(), 160, 24, &["--demo", "--lang", "en"], &[]);
    assert_eq!(terminal.ends(), 2);
    terminal.shows(&["demo-step4.json:2:"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), "{\n  nonsense");
}

#[test]
fn without_colour_nothing_is_coloured_and_the_cursor_still_shows() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[("NO_COLOR", "1")]);
    terminal.shows(&["▸ * preflight", "Account 000000000000"]);
    assert!(terminal.reversed().contains("▸ * preflight  Before you start"), "{}", terminal.reversed());
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let written = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    for code in 30..=49 {
        for colour in [format!("\u{1b}[{code}m"), format!("\u{1b}[{code};"), format!(";{code}m")] {
            assert!(!written.contains(&colour), "{colour:?}");
        }
    }
}

#[test]
fn the_first_frame_comes_and_the_way_out_works_while_aws_is_silent() {
    let home = home();
    let (_server, url) = silent_server();
    let variables = [
        ("AWS_ENDPOINT_URL", url.as_str()),
        ("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "example"),
        ("AWS_REGION", "us-east-1"),
    ];
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--lang", "en"], &variables);
    terminal.shows(&["preflight", "asking AWS who you are"]);
    terminal.press(ENTER);
    terminal.shows(&["[Lesson]", "Goal"]);
    terminal.press(ENTER);
    terminal.shows(&["The check follows"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_refused_connection_is_told_with_what_to_do() {
    let home = home();
    let (server, url) = silent_server();
    drop(server);
    let variables = [
        ("AWS_ENDPOINT_URL", url.as_str()),
        ("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "example"),
        ("AWS_REGION", "us-east-1"),
    ];
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--lang", "en"], &variables);
    terminal.shows(&["AWS could not be reached", "Check the network"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}
