//! A learner at a shell: runs the lesson's own commands through the real `aws` CLI.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::aws::Account;
use crate::program::snippet;
use crate::python::forks;

/// Runs a snippet of the lesson in bash as it would be pasted, and gives what it printed. The test fails where the
/// snippet does, or where any of its commands has something to complain about.
pub fn perform(account: &Account, name: &str) -> String {
    let home = tempfile::tempdir().expect("a temporary folder");
    perform_in(account, home.path(), &snippet(name, &[]))
}

/// The same with a script that was made from a snippet, in a home folder that may hold something.
pub fn perform_in(account: &Account, home: &Path, script: &str) -> String {
    let output = shell(account, home, script);
    let messages = String::from_utf8_lossy(&output.stderr);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && messages.is_empty(),
        "{script}\n{}\nstandard error:\n{messages}\nstandard output:\n{printed}",
        output.status
    );
    printed.into_owned()
}

/// Runs `script` in bash with `aws` from the tests' environment, and nothing of this machine's own AWS settings.
fn shell(account: &Account, home: &Path, script: &str) -> Output {
    Command::new("bash")
        .args(["-c", script])
        .current_dir(home)
        .env_clear()
        .env("PATH", forks::search_path())
        .env("HOME", home)
        .env("LC_ALL", "C.UTF-8")
        .envs(account.variables())
        .stdin(Stdio::null())
        .output()
        .expect("the end-to-end tests need bash")
}
