//! `doctor` before a terminal that tells where its cursor is, and before one that never does.

use std::time::{Duration, Instant};

use ec_site_tutor_testing::program::Terminal;
use test_case::test_case;

use crate::home;

const DOCTOR: &[&str] = &["doctor", "--demo", "--lang", "en"];
/// The wait for an answer is two seconds; the rest is a busy machine's.
const BOUND: Duration = Duration::from_secs(20);

/// What a terminal answers whose cursor is behind so many cells.
fn report(cells: u16) -> String {
    format!("\u{1b}[1;{}R", cells + 1)
}

#[test_case(2, 1, "UTF-8, lines 1 wide", 0; "as most are")]
#[test_case(2, 2, "use --ascii", 0; "as some are in japanese")]
#[test_case(3, 3, "a Japanese letter took 3 cells", 0; "not in utf 8")]
fn the_terminals_own_report_counts(letter: u16, line: u16, said: &str, status: u32) {
    let home = home();
    let mut terminal = Terminal::start(home.path(), 80, 24, DOCTOR, &[]);
    terminal.until("a letter", |screen| screen.contains('あ'));
    terminal.press(&report(letter));
    terminal.until("a line", |screen| screen.contains('─'));
    terminal.press(&report(line));
    assert_eq!(terminal.ends(), status);
    terminal.shows(&["80x24, xterm-256color, colours", said]);
    let screen = terminal.screen();
    assert!(!screen.contains('あ') && !screen.contains('─'), "what was tried is gone again:\n{screen}");
}

#[test]
fn a_terminal_that_never_answers_is_not_waited_for_long() {
    let home = home();
    let begun = Instant::now();
    let mut terminal = Terminal::start(home.path(), 80, 24, DOCTOR, &[]);
    assert_eq!(terminal.ends(), 0);
    assert!(begun.elapsed() < BOUND);
    terminal.shows(&["it didn't tell how wide signs are"]);
}

#[test]
fn another_tutor_is_named_by_its_process() {
    let home = home();
    let tutor = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[]);
    let mut terminal = Terminal::start(home.path(), 80, 24, &["doctor", "--demo", "--lang", "en"], &[("TERM", "dumb")]);
    assert_eq!(terminal.ends(), 0);
    terminal.shows(&[&tutor.id().to_string(), "Use --plain"]);
}
