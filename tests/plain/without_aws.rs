//! A program that was built without AWS: `cargo test -p ec-site-tutor --no-default-features --test plain without_aws`.

use ec_site_tutor_testing::program::plain_program;

use crate::home;

/// What it says first when it is asked for an account.
const ONLY_DEMO: [(&str, &str); 2] = [
    ("ja", "このビルドで使えるのはデモだけで、AWSのアカウントは読めません。"),
    ("en", "This build has only the demo, no AWS."),
];

#[test]
fn whatever_asks_for_an_account_is_told_in_both_languages_that_there_is_only_the_demo() {
    let commands: [&[&str]; 5] = [&["check"], &["--plain"], &["policy"], &["policy", "--role"], &["cleanup"]];
    for (language, words) in ONLY_DEMO {
        for arguments in commands {
            let home = home();
            let mut command = plain_program(home.path(), arguments, &[]);
            let output = command.args(["--lang", language]).output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
            assert!(said.contains(words) && said.contains("--demo"), "{arguments:?}: {said}");
            assert!(output.stdout.is_empty(), "{arguments:?}");
        }
    }
}

#[test]
fn the_demo_is_whole() {
    let home = home();
    let output = plain_program(home.path(), &["check", "--demo", "--json"], &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["steps"].as_array().unwrap().len(), 20);
}

#[test]
fn the_doctor_says_what_it_can() {
    let home = home();
    let output = plain_program(home.path(), &["doctor", "--json"], &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let ids: Vec<&str> =
        document["checks"].as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap()).collect();
    let expected = ["version", "account", "terminal", "locale", "time-zone", "state-folder", "other-tutors"];
    assert_eq!(ids, expected);
    assert_eq!(document["status"], "odd");
}

#[test]
fn no_load_goes_to_a_site() {
    let home = home();
    let arguments = ["load", "--demo", "--yes", "--site-url", "http://127.0.0.1:9/"];
    for (language, words) in [("ja", "サイトには負荷をかけられません。"), ("en", "it sends load to no site.")]
    {
        let output = plain_program(home.path(), &arguments, &[]).args(["--lang", language]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(words), "{said}");
    }
}
