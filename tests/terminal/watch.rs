//! What the tutor and `check --watch` notice by themselves.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use ec_site_tutor_testing::program::{Terminal, program};

use super::{ENTER, home};

/// `check --watch`; dropping it ends it.
struct Watcher(Child);

impl Watcher {
    fn output(&mut self) -> BufReader<ChildStdout> {
        BufReader::new(self.0.stdout.take().expect("it is read once"))
    }

    fn ends(&mut self) -> Option<i32> {
        self.0.wait().expect("a child").code()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

/// `check --watch` of the simulated account below `home`.
fn watcher(home: &Path, arguments: &[&str]) -> Watcher {
    let mut command = Command::new(program());
    command.args(["check", "--demo", "--watch", "--lang", "en"]).args(arguments).env_clear();
    command.env("HOME", home).env("XDG_STATE_HOME", home.join("state")).env("XDG_CONFIG_HOME", home.join("config"));
    Watcher(command.stdout(Stdio::piped()).spawn().expect("the program starts"))
}

/// Opens step 1-1 of the demo.
fn at_the_first_step(home: &Path) -> Terminal {
    let mut terminal = Terminal::begin(home, 80, 24, &["--demo", "--lang", "en"], &[]);
    terminal.shows(&["▸ * preflight"]);
    terminal.press(ENTER);
    terminal.shows(&["\"Before you start\" is done"]);
    terminal.press("n");
    terminal.shows(&["1-1", "1 of 20 done", "[Lesson]"]);
    terminal
}

#[test]
fn a_step_done_is_noticed_without_a_key() {
    let home = home();
    let mut terminal = at_the_first_step(home.path());
    terminal.press("d");
    terminal.shows(&["▸ 1  "]);
    terminal.press("1");
    terminal.shows(&["1-1 is done", "[Lesson]"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn check_watch_prints_what_changes_and_ends_when_all_is_passed() {
    let home = home();
    let mut terminal = at_the_first_step(home.path());
    let mut child = watcher(home.path(), &["preflight", "1-1", "--json"]);
    let lines = child.output().lines();
    let mut documents = lines.map(|line| serde_json::from_str::<serde_json::Value>(&line.unwrap()).unwrap());
    let first = documents.next().unwrap();
    assert_eq!(first["steps"][1]["status"], "failed");
    terminal.press("d");
    terminal.shows(&["▸ 1  "]);
    terminal.press("1");
    let second = documents.next().unwrap();
    assert_eq!((&second["schema"], &second["steps"][0]["status"]), (&1.into(), &"passed".into()));
    assert_eq!((&second["steps"][0]["id"], second["steps"].as_array().unwrap().len()), (&"1-1".into(), 1));
    assert_eq!(documents.next(), None);
    assert_eq!(child.ends(), Some(0));
}

#[test]
fn check_watch_ends_by_interrupt_with_the_status_of_the_last_look() {
    let home = home();
    let mut child = watcher(home.path(), &["1-1"]);
    let mut lines = child.output().lines();
    assert!(lines.next().unwrap().unwrap().contains("000000000000"));
    let sent = Command::new("kill").args(["-s", "INT", &child.0.id().to_string()]).status().unwrap();
    assert!(sent.success());
    assert_eq!(child.ends(), Some(1));
}

#[test]
fn check_watch_ends_when_nobody_reads_any_more() {
    let home = home();
    let mut terminal = at_the_first_step(home.path());
    let mut child = watcher(home.path(), &["1-2"]);
    let mut reader = child.output();
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    drop(reader);
    terminal.press("d");
    terminal.shows(&["▸ 1  "]);
    terminal.press("1");
    assert_eq!(child.ends(), Some(1));
}
