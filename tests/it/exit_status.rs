//! The exit statuses of `check`, on the simulated account as it is at first: steps 0 to 3 done, nothing of step 4.

use std::process::Command;

use test_case::test_case;

#[test_case(&["preflight"], 0; "passed")]
#[test_case(&["preflight", "2-2"], 0; "passed and the learner's word")]
#[test_case(&["preflight", "1-1"], 1; "failed")]
#[test_case(&["4-2"], 1; "resting on what is not there")]
#[test_case(&[], 1; "the whole lab")]
#[test_case(&["preflight", "9-9"], 2; "no such step")]
#[test_case(&["--jsn"], 2; "no such option")]
#[test_case(&["--region"], 2; "an option without its value")]
fn of_check_on_the_simulated_account(arguments: &[&str], expected: i32) {
    let state = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_ec-site-tutor"))
        .args(["check", "--demo"])
        .args(arguments)
        .env("XDG_STATE_HOME", state.path())
        .env("XDG_CONFIG_HOME", state.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(expected), "{}", String::from_utf8_lossy(&output.stderr));
    let is_wrong_usage = expected == 2;
    assert_eq!(output.stdout.is_empty(), is_wrong_usage, "data goes to stdout");
    assert_eq!(output.stderr.is_empty(), !is_wrong_usage, "everything else goes to stderr");
}
