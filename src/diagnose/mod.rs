//! Says why a check isn't passed: the cause, what shows it, and how to mend it. Pure: rests on the snapshot and on what
//! the checks concluded, and changes no verdict.

mod near_miss;
mod repair;
mod waiting;

use jiff::Timestamp;

use crate::account::Snapshot;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::report::Report;
use crate::verify::{Cause, Status, Verdict};

use near_miss::near_misses;
pub use repair::{Means, Repair};
pub use waiting::WaitReport;

/// Why a check isn't passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis {
    /// The first thing that is wrong.
    pub cause: Cause,
    /// What in the account shows it, the strongest first.
    pub evidence: Vec<Text>,
    /// How to mend it, in the order to try.
    pub repair: Vec<Repair>,
    /// What else is wrong only because of the cause, and mends itself with it.
    pub consequences: Vec<Text>,
}

/// Notes in `report` why each check isn't passed, as far as that can be told from `snapshot` at the instant `now`.
pub fn diagnose(report: &mut Report, lesson: &Lesson, snapshot: &Snapshot, now: Timestamp) {
    let near = near_misses(report, lesson, snapshot, now);
    let checks = report.steps.iter_mut().flat_map(|step| &mut step.checks);
    for check in checks.filter(|check| check.verdict.status != Status::Passed) {
        let verdict = &check.verdict;
        let near_miss = verdict.wanted.as_ref().and_then(|wanted| near.of(wanted)).cloned();
        check.diagnosis = near_miss.or_else(|| of_verdict(verdict)).or_else(|| of_wait(verdict, now));
    }
}

/// What AWS is busy with, where the check only waits.
fn of_wait(verdict: &Verdict, now: Timestamp) -> Option<Diagnosis> {
    verdict.wait.map(|wait| waiting::waiting(wait, now))
}

/// What the check itself could already tell.
fn of_verdict(verdict: &Verdict) -> Option<Diagnosis> {
    let cause = verdict.cause.clone()?;
    Some(Diagnosis { cause, evidence: Vec::new(), repair: Vec::new(), consequences: Vec::new() })
}
