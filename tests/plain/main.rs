//! Plain mode as learners meet it who listen, or who type into a pipe: the real program without any terminal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test reports by panicking")]

#[cfg(feature = "aws")]
mod credentials;
mod drill;
mod homes;
mod new_files;
mod tour;
#[cfg(not(feature = "aws"))]
mod without_aws;
mod zones;

use std::fs;
use std::io::Write;
#[cfg(feature = "aws")]
use std::net::TcpListener;

use ec_site_tutor_testing::program::{Talk, plain_program};

const DEMO: &[&str] = &["--plain", "--demo", "--lang", "en"];

fn home() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// What comes of these lines, typed ahead of everything.
fn piped(arguments: &[&str], lines: &str) -> String {
    let home = home();
    let mut child = plain_program(home.path(), arguments, &[]).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    // What goes on costing is no fault.
    let faults = String::from_utf8(output.stderr).unwrap();
    assert!(faults.lines().all(|line| line.contains("ec-site-tutor cleanup --demo")), "{faults}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn lines_typed_ahead_of_the_answers_are_taken_one_after_the_other() {
    let said = piped(DEMO, "c\nn\nd\n2\nc\nd\n1\nc\nq\n");
    let places = ["\"Before you start\" is done", "Step 1-1, to do", "failed: ", "Step 1-1 is done", "Goodbye."];
    let found: Vec<usize> = places.iter().map(|place| said.find(place).unwrap_or_else(|| panic!("{said}"))).collect();
    assert!(found.is_sorted(), "{said}");
}

#[test]
fn the_end_of_the_input_is_an_end_like_another_and_everything_is_kept() {
    let home = home();
    let mut talk = Talk::start(home.path(), DEMO, &[]);
    talk.say("c");
    talk.type_line("w");
    talk.type_line("a note that is");
    talk.type_line("not finished");
    assert!(talk.hang_up().success());
    assert!(talk.transcript.ends_with("Goodbye.\n"), "{}", talk.transcript);
    let mut again = Talk::start(home.path(), DEMO, &[]);
    assert!(again.transcript.contains("1 of 20 steps are done"), "{}", again.transcript);
    let said = again.say("preflight");
    assert!(said.contains("Your note:\na note that is\nnot finished\n"), "{said}");
}

#[test]
fn a_check_that_was_asked_for_last_is_told_before_the_end() {
    let said = piped(DEMO, "c");
    assert!(said.contains("\"Before you start\" is done") && said.ends_with("Goodbye.\n"), "{said}");
}

#[test]
fn words_of_both_languages_are_understood_also_in_full_width() {
    let said = piped(DEMO, "確認\n次\nｄ\n２\nＣＨＥＣＫ\nｑ\n");
    assert!(said.contains("\"Before you start\" is done"), "{said}");
    assert!(said.contains("failed: ") && said.ends_with("Goodbye.\n"), "{said}");
}

#[test]
fn an_unknown_word_is_named_and_harmless() {
    let said = piped(DEMO, "frobnicate \u{1b}[2J\nq\n");
    assert!(said.contains("\"frobnicate \\u{1b}[2J\" means nothing here"), "{said}");
    assert!(!said.contains('\u{1b}'), "{said}");
}

#[test]
fn what_was_said_is_said_again_and_again() {
    let said = piped(DEMO, "\n?\na\na\nq\n");
    assert_eq!(said.matches("Type one of these words").count(), 3, "{said}");
}

#[test]
fn a_step_in_which_nothing_can_be_done_says_so_and_stays_the_place() {
    let said = piped(DEMO, "glossary\nd\nq\n");
    assert!(said.contains("there is nothing to do in the simulated account"), "{said}");
    assert!(!said.contains("A number, or Enter"), "{said}");
}

#[test]
fn the_language_changes_in_place() {
    let said = piped(DEMO, "\nl\nq\n");
    assert!(said.contains("言語: 日本語") && said.contains("ステップ preflight、これから: はじめる前に"), "{said}");
    assert!(said.ends_with("終了します。\n"), "{said}");
}

#[test]
fn a_snippet_is_printed_bare_and_written_once() {
    let home = home();
    let mut talk = Talk::start(home.path(), DEMO, &[]);
    let said = talk.say("snippet 1-1-cli");
    let script = said.split_once(" lines:\n").unwrap().1.split_once("End of code.").unwrap().0;
    let said = talk.say("snippet 1-1-cli script.sh");
    assert!(said.contains("Written to script.sh."), "{said}");
    assert_eq!(fs::read_to_string(home.path().join("script.sh")).unwrap(), script);
    let said = talk.say("snippet 2-1-cli script.sh");
    assert!(said.contains("script.sh is there already"), "{said}");
    assert_eq!(fs::read_to_string(home.path().join("script.sh")).unwrap(), script);
}

#[test]
fn nobody_listening_is_a_quiet_end() {
    let home = home();
    let mut child = plain_program(home.path(), DEMO, &[]).spawn().unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    // The program may have ended before it reads this.
    let _ = input.write_all(b"c\nn\n");
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn signals_end_it_and_lose_nothing() {
    use std::os::unix::process::ExitStatusExt;
    for (name, number) in [("TERM", 15), ("HUP", 1), ("INT", 2)] {
        let home = home();
        let mut talk = Talk::start(home.path(), DEMO, &[]);
        talk.say("c");
        talk.say("w");
        talk.say("half a note");
        talk.signal(name);
        let status = talk.ends();
        assert_eq!((status.code(), status.signal()), (Some(128 + number), None), "{name}");
        let mut again = Talk::start(home.path(), DEMO, &[]);
        assert!(again.say("preflight").contains("half a note"), "{name}");
    }
}

#[test]
fn an_unreadable_progress_file_is_named_and_left_as_it_is() {
    let home = home();
    let folder = home.path().join("state/ec-site-tutor/demo");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("demo-step4.json");
    fs::write(&file, "{\n  nonsense").unwrap();
    let output = plain_program(home.path(), DEMO, &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("demo-step4.json:2:"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "{\n  nonsense");
}

#[cfg(feature = "aws")]
#[test]
fn what_aws_does_not_answer_is_told_with_what_to_do() {
    let home = home();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let variables = [
        ("AWS_ENDPOINT_URL", url.as_str()),
        ("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "example"),
        ("AWS_REGION", "us-east-1"),
    ];
    let mut talk = Talk::start(home.path(), &["--plain", "--lang", "en"], &variables);
    assert!(talk.transcript.contains("asking AWS who you are"), "{}", talk.transcript);
    assert!(talk.transcript.contains("AWS could not be reached"), "{}", talk.transcript);
    assert!(talk.say("").contains("Section 1 of "));
    assert!(talk.hang_up().success());
}

#[test]
fn without_a_terminal_the_screen_points_to_plain_mode() {
    let home = home();
    for (language, words) in
        [("en", "The tutor's screen needs a terminal"), ("ja", "チューターの画面には端末が必要です")]
    {
        let output = plain_program(home.path(), &["--demo", "--lang", language], &[]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(said.contains(words) && said.contains("--plain"), "{said}");
    }
}
