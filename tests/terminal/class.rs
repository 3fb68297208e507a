//! The board of a class in a real terminal.

use ec_site_tutor_testing::program::Terminal;

use super::{ENTER, home};

#[test]
fn an_instructor_finds_who_is_stuck_and_why_and_leaves_the_terminal_as_it_was() {
    let home = home();
    let mut terminal = Terminal::start(home.path(), 100, 30, &["class", "--demo", "--lang", "en"], &[]);
    terminal.shows(&["30 learners: 2 finished, 11 stuck (30 min or more), 2 unreadable", "every 5 minutes"]);
    terminal.press("f");
    terminal.press("s");
    terminal.shows(&["At one step for 30 minutes or more, longest at a step first", "Nakamura Yamato", "1 h 22 min"]);
    terminal.press("j");
    terminal.shows(&["› Tanaka Minato", "Tanaka Minato: The load balancer is internal."]);
    terminal.press(ENTER);
    terminal.shows(&["At this step for at least 1 h 5 min.", "What to do:"]);
    terminal.press("l");
    terminal.shows(&["Tanaka Minato", "対処:"]);
    terminal.resize(60, 20);
    terminal.shows(&["戻る"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_signal_gives_the_terminal_back() {
    let home = home();
    let mut terminal = Terminal::start(home.path(), 80, 24, &["class", "--demo", "--lang", "ja"], &[]);
    terminal.shows(&["停滞（30分以上）11"]);
    terminal.signal("TERM");
    assert_eq!(terminal.ends(), 143);
}
