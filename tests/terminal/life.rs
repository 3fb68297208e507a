//! What happens to a terminal program in a long life: stopped and continued, killed in the middle, resized while it
//! waits, played through to the end.

use std::collections::BTreeMap;
use std::fs;

use ec_site_tutor::account::demo::World;
use ec_site_tutor::lesson::{Pack, load};
use jiff::Timestamp;

use super::pty::{PROGRAM, Terminal, silent_server};
use super::{ENTER, home};

#[test]
fn control_z_gives_the_shell_its_terminal_and_fg_the_tutor() {
    let home = home();
    let mut terminal = Terminal::shell(home.path(), 80, 24);
    terminal.shows(&["shell>"]);
    terminal.press(&format!("{PROGRAM} --demo --lang en\r"));
    terminal.shows(&["Welcome", "000000000000"]);
    terminal.press(ENTER);
    terminal.shows(&["▸ * preflight"]);
    terminal.press("\u{1a}");
    terminal.shows(&["Stopped", "shell>"]);
    terminal.press("echo still$((40 + 2))\r");
    terminal.shows(&["still42"]);
    terminal.resize(100, 30);
    terminal.press("fg\r");
    terminal.shows(&["▸ * preflight", "glossary", "Account 000000000000"]);
    terminal.press("q");
    terminal.shows(&[&format!("shell> fg {PROGRAM} --demo --lang en shell>")]);
    terminal.press("exit\r");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn control_z_does_nothing_where_no_shell_could_go_on_with_the_tutor() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[]);
    terminal.shows(&["▸ * preflight"]);
    terminal.press("\u{1a}");
    terminal.press("?");
    terminal.shows(&["Keys and signs"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_kill_in_the_middle_of_a_note_keeps_the_note() {
    for (name, number) in [("TERM", 15), ("HUP", 1)] {
        let home = home();
        let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[]);
        terminal.shows(&["▸ * preflight", "000000000000"]);
        terminal.press(ENTER);
        terminal.shows(&["[Lesson]"]);
        terminal.press("w");
        terminal.shows(&["Esc"]);
        terminal.press("half a tho");
        terminal.shows(&["half a tho"]);
        terminal.signal(name);
        assert_eq!(terminal.ends(), 128 + number);
        let saved = fs::read_to_string(home.path().join("state/ec-site-tutor/demo/demo-step4.json")).unwrap();
        assert!(saved.contains("half a tho"), "{saved}");
    }
}

#[test]
fn a_resize_and_a_kill_in_the_middle_of_a_check_leave_the_terminal_as_it_was() {
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
    terminal.press(ENTER);
    terminal.shows(&["The check follows"]);
    terminal.resize(120, 40);
    terminal.shows(&["The check follows", "glossary"]);
    terminal.resize(60, 20);
    terminal.shows(&["The check follows", "[* preflight]"]);
    terminal.signal("TERM");
    assert_eq!(terminal.ends(), 143);
}

#[test]
fn code_is_shown_bare_and_written_to_a_file() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 60, 20, &["--demo", "--lang", "en"], &[]);
    terminal.shows(&["▸ * preflight"]);
    terminal.press(ENTER);
    terminal.press("v");
    terminal.shows(&["1/1 preflight-cli.sh", "w save", "y copy"]);
    terminal.press("w");
    terminal.shows(&["Written:", "preflight-cli.sh"]);
    let written = fs::read_to_string(home.path().join("preflight-cli.sh")).unwrap();
    assert!(written.contains("aws ec2"), "{written}");
    // A line that is wider than the window is known to the terminal as one line.
    let long = written.lines().find(|line| line.len() > 60).expect("a long line");
    assert!(terminal.unwrapped().contains(long), "{}", terminal.unwrapped());
    terminal.press("w");
    terminal.shows(&["There already:"]);
    terminal.press("\u{1b}");
    terminal.shows(&["[Lesson]"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

/// Performs in the demo what the lesson asks for in a step; a simulated account beside it tells which that is.
fn act(terminal: &mut Terminal, world: &mut World, step: &str) {
    let mut done = Vec::new();
    loop {
        let actions = world.actions(step, Timestamp::now());
        let right = actions.iter().position(|action| action.right && !done.contains(&action.id));
        let Some(index) = right else { return };
        terminal.press("d");
        terminal.shows(&["What do you do in the simulated account?", "▸ 1  "]);
        terminal.press(&(index + 1).to_string());
        terminal.shows(&["Simulated:"]);
        world.perform(actions[index].id, Timestamp::now());
        done.push(actions[index].id);
    }
}

#[test]
fn the_whole_lab_can_be_done_in_the_demo_and_is_noticed_without_asking() {
    let home = home();
    let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
    let mut world = World::new(&lesson, Timestamp::now());
    let mut terminal = Terminal::begin(home.path(), 120, 40, &["--demo", "--lang", "en"], &[]);
    terminal.shows(&["▸ * preflight"]);
    terminal.press(ENTER);
    let last = lesson.steps.iter().position(|step| step.id == "5-1").unwrap();
    for (index, step) in lesson.steps[..=last].iter().enumerate() {
        terminal.shows(&[&format!("{}/{}", index + 1, lesson.steps.len()), &format!("{}  ", step.id)]);
        act(&mut terminal, &mut world, &step.id);
        let only_the_learner_can_tell = step.checks.iter().all(|check| check.needs().is_empty());
        if only_the_learner_can_tell {
            // The first shows the lines.
            terminal.press(&"y".repeat(step.checks.len() + 1));
        }
        terminal.shows(&[&format!(" {}  ", step.id), "✓ done"]);
        terminal.press("n");
    }
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}
