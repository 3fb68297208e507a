//! A panic, which must not leave the learner with a terminal that shows nothing of what is typed.

use std::collections::BTreeMap;
use std::env::current_exe;
use std::sync::Arc;

use ec_site_tutor_testing::program::Terminal;
use jiff::Timestamp;

use crate::account::Source;
use crate::account::demo::SimulatedAccount;
use crate::i18n::{Language, Localizer};
use crate::lesson::{Pack, Prices, load};
use crate::signs::Signs;
use crate::tui::{App, Background, Clipboard, Colour, Looks, run};

/// Where the program below is called by the test binary itself.
fn below() -> String {
    let (_, here) = module_path!().split_once("::").unwrap();
    format!("{here}::the_tutor_on_a_runtime_without_a_clock")
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_reported_on_it() {
    let (home, below) = (tempfile::tempdir().unwrap(), below());
    let itself = current_exe().unwrap();
    let arguments = ["--exact", &below, "--ignored", "--nocapture", "--test-threads=1"];
    let mut terminal = Terminal::start_other(&itself, home.path(), 120, 40, &arguments, &[]);
    assert_eq!(terminal.ends(), 101);
    let entered = b"\x1b[?1049h";
    assert!(terminal.bytes().windows(entered.len()).any(|bytes| bytes == entered), "it never had the terminal");
    terminal.shows(&["panicked at", "timers are disabled"]);
}

/// `run` asks for a runtime that keeps time. One that doesn't makes it panic as a fault of its own would: after it has
/// taken the terminal.
#[test]
#[ignore = "it panics; the test above runs it in a terminal of its own"]
fn the_tutor_on_a_runtime_without_a_clock() {
    let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
    let source = Arc::new(Source::demo(SimulatedAccount::new(&lesson, Timestamp::now())));
    let app = App {
        endpoint: None,
        lesson: Arc::new(lesson),
        source,
        word: None,
        background: Background::start().unwrap(),
        store: None,
        simulated_file: None,
        localizer: Localizer::new(Language::En),
        pack: Pack::Embedded,
        own_values: BTreeMap::new(),
        own_prices: Prices::default(),
        drill: None,
    };
    let looks = Looks { colour: Colour::Off, signs: Signs::All, clipboard: Clipboard::Direct };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    let outcome = runtime.block_on(run(app, looks));
    panic!("it ended without one: {outcome:?}");
}
