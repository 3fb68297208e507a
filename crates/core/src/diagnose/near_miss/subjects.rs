//! What the lesson wants to be there, and what of it isn't.

use std::collections::BTreeSet;

use crate::diagnose::case::Case;
use crate::verify::{Check, Status, Wanted};

/// Everything that the lesson wants to be there.
#[must_use]
pub fn subjects(case: &Case<'_>) -> BTreeSet<Wanted> {
    case.checks().map(|judged| judged.check).filter_map(Check::subject).collect()
}

/// What isn't there, each once, in the order of the lesson.
#[must_use]
pub fn absent(case: &Case<'_>) -> Vec<Wanted> {
    let mut absent: Vec<Wanted> = Vec::new();
    let failed = case.checks().filter(|judged| judged.verdict.status == Status::Failed);
    for wanted in failed.filter_map(|judged| judged.verdict.wanted.as_ref()) {
        if !absent.contains(wanted) {
            absent.push(wanted.clone());
        }
    }
    absent
}
