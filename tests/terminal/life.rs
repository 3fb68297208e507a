//! What happens to a terminal program in a long life: stopped and continued, killed in the middle, resized while it
//! waits.

use std::fs;

use base64::Engine as _;
use ec_site_tutor_testing::program::{Terminal, program, send, silent_server};

use super::{ENTER, home};

#[test]
fn control_z_gives_the_shell_its_terminal_and_fg_the_tutor() {
    let (home, program) = (home(), program().display());
    let mut terminal = Terminal::shell(home.path(), 80, 24);
    terminal.shows(&["shell>"]);
    terminal.press(&format!("{program} --demo --lang en\r"));
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
    terminal.shows(&[&format!("shell> fg {program} --demo --lang en shell>")]);
    terminal.press("exit\r");
    assert_eq!(terminal.ends(), 0);
}

/// As `kill -TSTP` from another terminal does it, which asks no key.
#[test]
fn a_stop_from_outside_gives_the_shell_its_terminal_too() {
    let (home, program) = (home(), program().display());
    let mut terminal = Terminal::shell(home.path(), 80, 24);
    terminal.shows(&["shell>"]);
    terminal.press(&format!("sh -c 'echo $$ > id; exec {program} --demo --lang en'\r"));
    terminal.shows(&["Welcome", "000000000000"]);
    terminal.press(ENTER);
    terminal.shows(&["▸ * preflight"]);
    let id = fs::read_to_string(home.path().join("id")).unwrap();
    for round in 0..2 {
        send("TSTP", id.trim());
        // The first round's words stand on the screen still: the second must have been stopped, and prompted, anew.
        terminal.until("the shell's prompt", |screen| {
            screen.matches("Stopped").count() == round + 1 && screen.ends_with("shell>")
        });
        terminal.is_given_back();
        // The shell reads lines and the terminal echoes them, which it didn't while the tutor had it.
        terminal.press(&format!("echo round$(({round} + 40))\r"));
        terminal.shows(&[&format!("round{}", round + 40)]);
        terminal.press("fg\r");
        terminal.shows(&["▸ * preflight", "Account 000000000000"]);
        terminal.press("?");
        terminal.shows(&["Keys and signs"]);
        terminal.press("?");
        terminal.shows(&["▸ * preflight"]);
    }
    terminal.press("q");
    terminal.until("the prompt", |screen| screen.ends_with("shell>"));
    terminal.press("exit\r");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_stop_from_outside_does_nothing_where_no_shell_could_go_on_with_the_tutor() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[]);
    terminal.shows(&["▸ * preflight"]);
    terminal.signal("TSTP");
    terminal.press("?");
    terminal.shows(&["Keys and signs"]);
    terminal.press("q");
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

/// Which of the two is seen first, and whether both at once, is up to the system: so it is tried often.
#[test]
fn a_key_that_comes_together_with_another_size_is_not_kept_back() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[]);
    terminal.shows(&["▸ * preflight"]);
    for round in 0..100 {
        terminal.resize(80 + round % 2 * 20, 24);
        terminal.press("?");
        terminal.shows(&["Keys and signs"]);
        terminal.press("?");
        terminal.shows(&["▸ * preflight"]);
    }
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

/// A laptop that wakes at another desk: the window has another size, and somebody presses a key.
#[test]
fn another_size_that_comes_together_with_a_key_is_not_kept_back() {
    let home = home();
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "en"], &[]);
    terminal.shows(&["▸ * preflight"]);
    for rows in [30, 24, 40, 20, 50, 24] {
        terminal.signal("STOP");
        terminal.press("?");
        terminal.resize(80, rows);
        terminal.signal("CONT");
        terminal.shows(&["Keys and signs"]);
        terminal.has_keys_in_the_last_line();
        terminal.press("?");
        terminal.shows(&["▸ * preflight"]);
    }
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
    terminal.press("y");
    terminal.shows(&["Sent to the clipboard; if it isn't there, use the mouse."]);
    assert_eq!(copied(&terminal.bytes()), [written.trim_end()]);
    terminal.press("\u{1b}");
    terminal.shows(&["[Lesson]"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

/// What was sent to the clipboard (OSC 52), each time.
fn copied(bytes: &[u8]) -> Vec<String> {
    let sent = String::from_utf8_lossy(bytes).into_owned();
    let data = sent.split("\u{1b}]52;c;").skip(1).map(|rest| rest.split('\u{7}').next().unwrap());
    let decode = |data| base64::engine::general_purpose::STANDARD.decode(data).unwrap();
    data.map(|data| String::from_utf8(decode(data)).unwrap()).collect()
}

/// In tmux the sequence is sent twice: once for tmux itself, which takes it with `set -g set-clipboard on`, and once for
/// the terminal around it, to which tmux hands it on with `set -g allow-passthrough on`. By hand: start the tutor in
/// tmux, `v`, `y`; then `tmux show-buffer` has the code in the first case, and pasting elsewhere in the second.
#[test]
fn in_tmux_the_code_is_copied_for_tmux_and_for_the_terminal_around_it() {
    let home = home();
    let tmux = [("TMUX", "/tmp/tmux-0/default,1,0")];
    let mut terminal = Terminal::begin(home.path(), 80, 24, &["--demo", "--lang", "ja"], &tmux);
    terminal.shows(&["▸ * preflight"]);
    terminal.press(ENTER);
    terminal.press("v");
    terminal.shows(&["1/1 preflight-cli.sh"]);
    terminal.press("y");
    terminal.shows(&["クリップボードに送りました（届かなければマウスで選択）"]);
    let [first, second] = &copied(&terminal.bytes())[..] else { panic!("not sent twice") };
    assert_eq!(first, second);
    assert!(first.starts_with('#') && first.contains("aws ec2") && first.contains("読み取るだけ"), "{first}");
    assert!(String::from_utf8_lossy(&terminal.bytes()).contains("\u{1b}Ptmux;\u{1b}\u{1b}]52;c;"));
    terminal.press("\u{1b}");
    terminal.shows(&["[解説]"]);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}
