//! What is worth asking AWS after a first look, and only then.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::case::{Case, Wiring};
use super::near_miss;
use super::root_cause::{root_cause, unread_boot_log};
use crate::account::{Question, Snapshot};
use crate::lesson::Lesson;
use crate::report::Report;
use crate::verify::{CheckKind, Status};

/// What to ask before the account is judged anew; nothing where the first look has told everything.
#[must_use]
pub fn questions(report: &Report, lesson: &Lesson, snapshot: &Snapshot, now: Timestamp) -> Vec<Question> {
    let case = Case::new(report, lesson, snapshot, now);
    let asked: BTreeSet<Question> = boot_logs(&case).chain(near_miss::questions(&case)).collect();
    asked.into_iter().collect()
}

/// The boot log of an instance that doesn't serve, where everything before its boot is sound.
fn boot_logs(case: &Case<'_>) -> impl Iterator<Item = Question> {
    let symptoms = case.checks().filter(|(check, report)| {
        matches!(check.kind, CheckKind::TargetsHealthy(_)) && report.verdict.status == Status::Failed
    });
    symptoms.filter_map(|(check, report)| {
        let judged = super::case::Judged { check, verdict: &report.verdict };
        let wiring = Wiring::of(&check.kind, case)?;
        let comes_to_boot = root_cause(&judged, case).is_none_or(|found| is_of_the_app(found.cause.id));
        if comes_to_boot { unread_boot_log(case, &wiring) } else { None }
    })
}

/// Causes that stand for "the instance was made rightly, and yet it doesn't serve".
fn is_of_the_app(cause: &str) -> bool {
    matches!(cause, "app-not-started" | "health-check-code" | "instance-outdated")
}
