//! What is kept, where keeping is hard: homes that can't be written, clocks, other versions, two tutors at once.

use std::fs;
use std::path::{Path, PathBuf};

use ec_site_tutor_testing::program::{Talk, plain_program};
use serde_json::{Value, json};

use crate::{DEMO, home};

/// Bytes of a talk.
const FAR_TOO_MUCH: usize = 100_000;

fn saved(home: &Path) -> PathBuf {
    home.join("state/ec-site-tutor/demo/demo-step4.json")
}

fn read(home: &Path) -> Value {
    serde_json::from_slice(&fs::read(saved(home)).expect("saved progress")).expect("JSON")
}

fn keep(home: &Path, progress: &Value) {
    fs::create_dir_all(saved(home).parent().unwrap()).unwrap();
    fs::write(saved(home), progress.to_string()).unwrap();
}

fn take_note(talk: &mut Talk, text: &str) {
    for line in ["w", text, "."] {
        talk.say(line);
    }
}

/// Permissions wouldn't stop a root: a file where a folder should be, and a place where only the kernel makes folders do.
#[test]
fn where_nothing_can_be_written_the_tutor_says_so_and_works_on() {
    for folder in ["file", "/proc/self"] {
        let home = home();
        fs::write(home.path().join("file"), "").unwrap();
        let folder = home.path().join(folder);
        let mut talk = Talk::start(home.path(), DEMO, &[("XDG_STATE_HOME", folder.to_str().unwrap())]);
        let file = folder.join("ec-site-tutor/demo/demo-step4.json");
        let trouble = format!("Progress is not being saved: {}: ", file.display());
        talk.say("check");
        // It is said when it has happened, which may be after the next answer.
        while !talk.transcript.contains(&trouble) {
            assert!(talk.transcript.len() < FAR_TOO_MUCH, "{}", talk.transcript);
            talk.say("again");
        }
        talk.type_line("next");
        assert!(talk.hang_up().success());
        for words in ["\"Before you start\" is done", "Step 1-1, to do"] {
            assert!(talk.transcript.contains(words), "{words}:\n{}", talk.transcript);
        }
    }
}

#[test]
fn what_a_newer_version_wrote_is_named_and_left_as_it_is() {
    let home = home();
    let newer = json!({ "version": 99, "account": "demo", "lesson": "step4", "more": true });
    keep(home.path(), &newer);
    let output = plain_program(home.path(), DEMO, &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("demo-step4.json") && said.contains("newer version of the tutor (format 99"), "{said}");
    assert_eq!(read(home.path()), newer);
}

/// As after a start of another system that has set the clock forward.
#[test]
fn what_was_saved_by_a_clock_of_the_future_counts_and_can_be_written_anew() {
    let home = home();
    let later = "2099-01-01T00:00:00Z";
    keep(
        home.path(),
        &json!({
            "version": 2, "account": "demo", "lesson": "step4",
            "passed": { "preflight": later }, "notes": { "1-1": { "at": later, "text": "old" } },
        }),
    );
    let mut talk = Talk::start(home.path(), DEMO, &[]);
    assert!(talk.transcript.contains("1 of 20 steps are done"), "{}", talk.transcript);
    assert!(talk.say("1-1").contains("Your note:\nold"), "{}", talk.transcript);
    take_note(&mut talk, "new");
    assert!(talk.say("check").contains("Step 1-1 isn't done yet"), "{}", talk.transcript);
    assert!(talk.hang_up().success());
    let kept = read(home.path());
    assert_eq!(kept["notes"]["1-1"]["text"], "new");
    assert!(kept["passed"]["preflight"].is_string(), "{kept}");
}

#[test]
fn two_tutors_at_once_lose_nothing_of_each_other() {
    let home = home();
    let mut tutors = [0, 1].map(|_| Talk::start(home.path(), DEMO, &[]));
    tutors[0].say("preflight");
    tutors[1].say("1-1");
    for round in 0..10 {
        for (number, tutor) in tutors.iter_mut().enumerate() {
            take_note(tutor, &format!("note {round} of tutor {number}"));
        }
    }
    tutors[0].say("check");
    for mut tutor in tutors {
        assert!(tutor.hang_up().success(), "{}", tutor.transcript);
    }
    let kept = read(home.path());
    assert_eq!(kept["notes"]["preflight"]["text"], "note 9 of tutor 0");
    assert_eq!(kept["notes"]["1-1"]["text"], "note 9 of tutor 1");
    assert!(kept["passed"]["preflight"].is_string(), "{kept}");
}

#[test]
fn a_demo_that_another_version_left_begins_anew_and_says_so() {
    let home = home();
    let world = saved(home.path()).with_file_name("world.json");
    fs::create_dir_all(world.parent().unwrap()).unwrap();
    // As the file was before it had a version.
    fs::write(&world, json!({ "started_at": "2026-01-01T00:00:00Z" }).to_string()).unwrap();
    let notice = "The demo's saved account was left by another version of this program, or can't be read.";
    let output = plain_program(home.path(), &["map", "--demo", "--lang", "en"], &[]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((said.matches(notice).count(), said.lines().count()), (1, 1), "{said}");
    let mut talk = Talk::start(home.path(), DEMO, &[]);
    assert_eq!(talk.transcript.matches(notice).count(), 1, "{}", talk.transcript);
    // What is done in the new account is kept.
    for line in ["1-1", "d", "2"] {
        talk.say(line);
    }
    assert!(talk.hang_up().success());
    let kept: Value = serde_json::from_slice(&fs::read(&world).unwrap()).unwrap();
    assert!(kept["version"].is_u64() && kept["simulated"].is_object(), "{kept}");
    let mut again = Talk::start(home.path(), DEMO, &[]);
    assert!(!again.transcript.contains(notice), "{}", again.transcript);
    assert!(again.hang_up().success());
}
