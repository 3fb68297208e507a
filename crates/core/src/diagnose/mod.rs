//! Says why a check isn't passed: the cause, what shows it, and how to mend it. Pure: rests on the snapshot and on what
//! the checks concluded, and changes no verdict.

mod boot_log;
mod case;
mod command;
mod effect;
mod near_miss;
mod preflight;
mod questions;
mod region;
mod remediation;
mod repair;
mod root_cause;
mod scaling;
mod schedule;
mod setting;
mod stopped;
mod waiting;

use jiff::Timestamp;

use crate::account::Snapshot;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::report::{CheckReport, Report};
use crate::verify::{Cause, Status};
use case::{Case, Judged};
use remediation::mend;

use near_miss::{NearMisses, near_misses};
pub use questions::questions;
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

/// Notes in `report` why each check isn't passed, as far as that can be told from `snapshot` at the instant `now`, and
/// how it is mended.
pub fn diagnose(report: &mut Report, lesson: &Lesson, snapshot: &Snapshot, now: Timestamp) {
    let case = Case::new(report, lesson, snapshot, now);
    let near = near_misses(&case);
    let found: Vec<(Option<Diagnosis>, Vec<Repair>)> = report
        .steps
        .iter()
        .zip(&lesson.steps)
        .flat_map(|(report, step)| {
            report.checks.iter().zip(&step.checks).map(|(report, check)| (&step.id, report, check))
        })
        .map(|(step, report, check)| of_check(step, &Judged { check, verdict: &report.verdict }, &case, &near))
        .collect();
    let checks: Vec<&mut CheckReport> = report.steps.iter_mut().flat_map(|step| &mut step.checks).collect();
    for (check, (diagnosis, repair)) in checks.into_iter().zip(found) {
        check.diagnosis = diagnosis;
        check.repair = repair;
    }
}

/// The first that has something to say: what was made instead, what makes others wrong, what the check itself could
/// tell, what AWS is busy with.
fn of_check(step: &str, judged: &Judged<'_>, case: &Case<'_>, near: &NearMisses) -> (Option<Diagnosis>, Vec<Repair>) {
    if judged.verdict.status == Status::Passed {
        return (None, Vec::new());
    }
    let found = near_miss(judged, near, case)
        .or_else(|| region::looked_elsewhere(judged, case))
        .or_else(|| root_cause::root_cause(judged, case))
        .or_else(|| scaling::scaling_cause(judged, case))
        .or_else(|| schedule::wrong_size(judged, case))
        .or_else(|| stopped::stopped_member(judged, case))
        .or_else(|| own(judged))
        .or_else(|| judged.verdict.wait.map(|wait| waiting::waiting(wait, case.facts.now)))
        .or_else(|| if step == preflight::STEP { preflight::left_undone(judged, case) } else { None })
        .or_else(|| setting::wrong_setting(judged));
    let diagnosis = found.map(|found| with_effects(found, judged));
    let own_repair = diagnosis.as_ref().map(|found| found.repair.clone()).filter(|repair| !repair.is_empty());
    let repair = own_repair.unwrap_or_else(|| mend(judged, case));
    (diagnosis, repair)
}

/// What was made instead of the thing that the check looked for, with the pages on which it is mended.
fn near_miss(judged: &Judged<'_>, near: &NearMisses, case: &Case<'_>) -> Option<Diagnosis> {
    let mut found = near.of(judged.verdict.wanted.as_ref()?).cloned()?;
    // Where nothing is to be renamed, the thing is made as if nothing had been found.
    let only_links = !found.repair.is_empty();
    found.repair.extend(mend(judged, case).into_iter().filter(|repair| !only_links || repair.means == Means::Link));
    Some(found)
}

/// What the check itself could already tell.
fn own(judged: &Judged<'_>) -> Option<Diagnosis> {
    let cause = judged.verdict.cause.clone()?;
    let evidence = vec![judged.verdict.actual.clone()];
    Some(Diagnosis { cause, evidence, repair: Vec::new(), consequences: Vec::new() })
}

/// What a fault will break later is said with it, before the learner comes there.
fn with_effects(mut found: Diagnosis, judged: &Judged<'_>) -> Diagnosis {
    if found.consequences.is_empty() && judged.verdict.status == Status::Failed {
        found.consequences.extend(effect::effect(&judged.check.kind));
    }
    found
}
