//! The real program, asked to check an account.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value;

use super::{program, set_values};
use crate::aws::Account;

/// Longer than every time limit and retry of the program put together.
const LIMIT: Duration = Duration::from_mins(2);

/// What `check --json` said, and the exit status.
pub struct Checked {
    /// 0 where every step is done.
    pub exit: i32,
    /// The whole of it.
    pub document: Value,
}

/// The program with the account's keys and nothing of this machine's own settings.
pub fn tutor(account: &Account) -> Command {
    let mut command = Command::new(program());
    command.env_clear().envs(account.variables()).timeout(LIMIT);
    command
}

/// A home folder with a `config.toml` that sets this value of the lesson.
pub fn home_with(name: &str, value: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    set_values(&home.path().join(".config"), &[(name, value)]);
    home
}

/// `check --json`, of these steps or, where none is named, of all.
pub fn check(account: &Account, steps: &[&str]) -> Checked {
    check_by(&mut tutor(account), steps)
}

/// The same by a program that has been given other surroundings.
pub fn check_by(command: &mut Command, steps: &[&str]) -> Checked {
    let home = tempfile::tempdir().expect("a temporary folder");
    check_at_home(command, home.path(), steps)
}

/// The same with a home folder that may hold settings.
pub fn check_at_home(command: &mut Command, home: &Path, steps: &[&str]) -> Checked {
    let output = command.env("HOME", home).arg("check").args(steps).arg("--json").output().expect("it runs");
    let messages = String::from_utf8_lossy(&output.stderr);
    let exit = output.status.code().unwrap_or_else(|| panic!("{}: {messages}", output.status));
    let document = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("exit {exit}, {error} in\n{}\n{messages}", String::from_utf8_lossy(&output.stdout))
    });
    Checked { exit, document }
}

impl Checked {
    /// The step of this id.
    pub fn step(&self, id: &str) -> &Value {
        let mut steps = self.document["steps"].as_array().expect("steps").iter();
        steps.find(|step| step["id"] == id).unwrap_or_else(|| panic!("no step {id} in {}", self.document))
    }

    /// The check of this id in the step of that.
    pub fn check(&self, step: &str, id: &str) -> &Value {
        let mut checks = self.step(step)["checks"].as_array().expect("checks").iter();
        checks.find(|check| check["id"] == id).unwrap_or_else(|| panic!("no check {id} in {}", self.step(step)))
    }

    /// `passed`, `failed locked` and the like for these steps.
    pub fn standing(&self, steps: &[&str]) -> Vec<String> {
        let standing = |id: &&str| {
            let step = self.step(id);
            let locked = step["locked"].as_bool().expect("locked is a boolean");
            format!("{}{}", text(&step["status"]), if locked { " locked" } else { "" })
        };
        steps.iter().map(standing).collect()
    }

    /// The checks of these steps, as `step/check`, by status.
    pub fn by_status(&self, steps: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for step in steps {
            for check in self.step(step)["checks"].as_array().expect("checks") {
                let name = format!("{step}/{}", text(&check["id"]));
                found.entry(text(&check["status"]).to_owned()).or_default().insert(name);
            }
        }
        found
    }

    /// Id of the cause of a check, where it names one.
    pub fn cause(&self, step: &str, id: &str) -> Option<&str> {
        self.check(step, id)["cause"]["id"].as_str()
    }
}

/// A string of the document.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a string"))
}
