//! Accounts in, verdicts out, as data: a scenario takes an account, changes it and says what the checks of a lesson must then
//! conclude. Every listed expectation is asserted, and every check that isn't listed must keep the verdict that it has on
//! the unchanged account. The program's own tests are of this form, and so are those in a pack.

mod base;
mod change;
mod expected;
mod path;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::account::Snapshot;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::report::{CheckReport, Report};
use crate::verify::{Status, Verdict};

pub use change::Change;
use expected::{Expected, NONE, cause, described};
pub use path::{find, remove};

/// A file of scenarios.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// One after the other.
    pub scenario: Vec<Scenario>,
}

/// One scenario.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// A sentence.
    pub name: toml::Spanned<String>,
    /// The account to begin with.
    pub base: String,
    /// The instant of judgement; else the one at which the account was read.
    now: Option<Timestamp>,
    /// The learner's own values.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    #[serde(default)]
    change: Vec<Change>,
    /// By `step`, `step/check` or, for the checks of a step that aren't listed themselves, `step/*`.
    #[serde(default)]
    expect: BTreeMap<String, Expected>,
    /// What every check that isn't listed must be; else what it is on the unchanged account.
    otherwise: Option<Status>,
}

/// An account to begin with, and what a lesson's checks conclude of it.
#[derive(Clone, Debug)]
pub struct Base {
    /// As JSON.
    pub account: Value,
    /// By `step/check`.
    pub verdicts: BTreeMap<String, Verdict>,
}

/// What came of a scenario.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What was not as expected.
    pub faults: Vec<Text>,
    /// Every verdict, by `step/check`.
    pub verdicts: BTreeMap<String, Verdict>,
    /// The changed account.
    pub account: Value,
}

impl Base {
    /// An account, judged by `lesson`.
    ///
    /// # Errors
    /// It isn't an account.
    pub fn new(lesson: &Lesson, account: Value) -> Result<Self, Text> {
        let snapshot = snapshot(&account)?;
        Ok(Self { verdicts: verdicts(&Report::assess(lesson, &snapshot, snapshot.taken_at)), account })
    }
}

/// The account that `value` tells.
///
/// # Errors
/// It isn't one: a change put there what can't be.
pub fn snapshot(value: &Value) -> Result<Snapshot, Text> {
    Snapshot::deserialize(value).map_err(|error| msg!(scenario_no_account, error = error.to_string()))
}

impl Scenario {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        self.name.get_ref()
    }

    /// Judges the changed account by `lesson`, which has the values of this scenario, and compares.
    ///
    /// # Errors
    /// A change that can't be made, or an expectation of a step or check that isn't there.
    pub fn play(&self, lesson: &Lesson, base: &Base) -> Result<Outcome, Text> {
        let account = self.changed(&base.account)?;
        let snapshot = snapshot(&account)?;
        let report = Report::assess(lesson, &snapshot, self.now.unwrap_or(snapshot.taken_at));
        let verdicts = verdicts(&report);
        let mut faults = self.listed_faults(&report, &verdicts)?;
        let repeats = repeats(lesson);
        for (id, verdict) in verdicts.iter().filter(|(id, _)| self.expected(id).is_none()) {
            // What repeats an earlier check says what that one says.
            let wanted = repeats.get(id).map_or_else(|| base.verdicts.get(id), |first| verdicts.get(first));
            let is_same = |wanted: &Verdict| verdict.status == wanted.status && cause(verdict) == cause(wanted);
            let is_right = match self.otherwise {
                Some(status) => verdict.status == status,
                None => wanted.is_some_and(is_same),
            };
            if !is_right {
                faults.push(msg!(scenario_not_listed, id = id, verdict = described(verdict)));
            }
        }
        Ok(Outcome { faults, verdicts, account })
    }

    /// The account with the changes of this scenario.
    ///
    /// # Errors
    /// A change that can't be made.
    pub fn changed(&self, account: &Value) -> Result<Value, Text> {
        let mut account = account.clone();
        self.change.iter().try_for_each(|change| change.apply(&mut account))?;
        Ok(account)
    }

    fn expected(&self, id: &str) -> Option<&Expected> {
        let (step, _) = id.split_once('/').unwrap_or((id, ""));
        self.expect.get(id).or_else(|| self.expect.get(&format!("{step}/*")))
    }

    fn listed_faults(&self, report: &Report, verdicts: &BTreeMap<String, Verdict>) -> Result<Vec<Text>, Text> {
        let mut faults = Vec::new();
        for key in self.expect.keys().filter(|key| !verdicts.contains_key(*key)) {
            let step = key.strip_suffix("/*").unwrap_or(key);
            if report.step(step).is_none() {
                return Err(msg!(scenario_unknown_check, id = key));
            }
        }
        for step in &report.steps {
            if let Some(expected) = self.expect.get(&step.id)
                && !expected.fits(step.status, NONE)
            {
                let found = Expected::Status(step.status).text();
                faults.push(msg!(scenario_differs, id = &step.id, wanted = expected.text(), found = found));
            }
        }
        for (id, verdict) in verdicts {
            if let Some(expected) = self.expected(id)
                && !(expected.fits(verdict.status, cause(verdict)) && expected.says(verdict))
            {
                let found = described(verdict);
                faults.push(msg!(scenario_differs, id = id, wanted = expected.text(), found = found));
            }
        }
        Ok(faults)
    }
}

/// Every verdict of a report, by `step/check`.
#[must_use]
pub fn verdicts(report: &Report) -> BTreeMap<String, Verdict> {
    let checks = report.steps.iter().flat_map(|step| step.checks.iter().map(move |check| (step, check)));
    checks.map(|(step, check)| (format!("{}/{}", step.id, check.id), explained(check))).collect()
}

/// The verdict with its cause or, where it waits, that of the diagnosis: only that one knows how long is too long.
fn explained(check: &CheckReport) -> Verdict {
    let waits = check.verdict.status == Status::Waiting;
    let diagnosed = || check.diagnosis.as_ref().filter(|_| waits).map(|diagnosis| diagnosis.cause.clone());
    Verdict { cause: check.verdict.cause.clone().or_else(diagnosed), ..check.verdict.clone() }
}

/// Checks that ask the very same as an earlier one, with that one.
fn repeats(lesson: &Lesson) -> BTreeMap<String, String> {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut repeats = BTreeMap::new();
    for step in &lesson.steps {
        for check in &step.checks {
            let id = format!("{}/{}", step.id, check.id);
            let question = format!("{:?}", check.kind);
            match first.get(&question) {
                Some(earlier) => drop(repeats.insert(id, earlier.clone())),
                None => drop(first.insert(question, id)),
            }
        }
    }
    repeats
}
