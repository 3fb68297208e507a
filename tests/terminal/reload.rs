//! An author edits the pack that is shown.

use std::fs;
use std::path::Path;

use ec_site_tutor_testing::program::Terminal;

use super::{ENTER, home};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn what_an_author_writes_is_shown_at_once_and_a_slip_keeps_the_old_text() {
    let home = home();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lessons/step0"), &home.path().join("p"));
    let pack = home.path().join("p");
    let arguments = ["--demo", "--lang", "en", "--lesson", pack.to_str().unwrap()];
    let mut terminal = Terminal::start(home.path(), 100, 30, &arguments, &[]);
    terminal.shows(&["0 of 4 done", "Welcome"]);
    terminal.press(ENTER);
    terminal.shows(&["▸ * 0-1", "Create the VPC"]);
    terminal.press(ENTER);
    terminal.shows(&["Create the network that the whole shop lives in"]);
    let text = pack.join("en/0-1.md");
    fs::write(&text, "## Goal\nThe first draft of {{vpc}}.\n").unwrap();
    terminal.shows(&["The first draft of ec-site-vpc.", "was read again"]);
    fs::write(&text, "## Goal\nThe second draft of {{vcp}}.\n").unwrap();
    terminal.shows(&["The first draft of ec-site-vpc.", "The lesson stays as it was.", "did you mean vpc?"]);
    fs::write(&text, "## Goal\nThe third draft of {{vpc}}.\n").unwrap();
    terminal.shows(&["The third draft of ec-site-vpc.", "was read again"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}
