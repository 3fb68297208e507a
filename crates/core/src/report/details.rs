//! What is said of a check that isn't passed, part by part and in the order in which it helps; the same everywhere.

use super::CheckReport;
use crate::diagnose::{Diagnosis, Means, Repair};
use crate::i18n::Text;
use crate::msg;
use crate::verify::Status;

/// A part of what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What was found.
    Found,
    /// Why it is so.
    Cause,
    /// What shows the cause.
    Evidence,
    /// What else is wrong because of the cause.
    Consequence,
    /// Why it matters.
    Why,
    /// What to do.
    Fix,
    /// What must be achieved, to compare with what is there.
    Goal,
    /// How, by one means.
    Repair(Means),
}

/// The parts, each with its label; none for a check that is passed, unless something is left to look at.
#[must_use]
pub fn details(check: &CheckReport) -> Vec<(Part, Text)> {
    let verdict = &check.verdict;
    let found = (Part::Found, msg!(line_found, text = verdict.actual.clone()));
    match verdict.status {
        Status::Passed => match &verdict.fix {
            Some(fix) => return vec![found, (Part::Fix, msg!(line_fix, text = fix.clone()))],
            None => return Vec::new(),
        },
        Status::Skipped => return vec![found],
        _ => {}
    }
    let mut parts = vec![found];
    parts.extend(check.fix().into_iter().map(|fix| (Part::Fix, msg!(line_fix, text = fix.clone()))));
    parts.extend(verdict.goals.iter().map(|goal| (Part::Goal, goal.clone())));
    parts.extend(repairs(check));
    parts.extend(check.diagnosis.iter().flat_map(|diagnosis| explanation(diagnosis, &verdict.actual)));
    parts.push((Part::Why, msg!(line_why, text = check.why.clone())));
    parts
}

/// What was `found` is evidence, too, and may be all that is known of the cause; it is said once.
fn explanation(diagnosis: &Diagnosis, found: &Text) -> Vec<(Part, Text)> {
    let cause = std::iter::once(&diagnosis.cause.text).filter(|text| *text != found);
    let mut parts: Vec<_> = cause.map(|text| (Part::Cause, msg!(line_cause, text = text.clone()))).collect();
    let evidence = diagnosis.evidence.iter().filter(|text| *text != found);
    parts.extend(evidence.map(|text| (Part::Evidence, msg!(line_evidence, text = text.clone()))));
    let consequences = diagnosis.consequences.iter();
    parts.extend(consequences.map(|text| (Part::Consequence, msg!(line_consequence, text = text.clone()))));
    parts
}

/// The repairs but the one that is what to do in any case.
fn repairs(check: &CheckReport) -> Vec<(Part, Text)> {
    let is_new = |repair: &&Repair| check.fix() != Some(&repair.text);
    let line = |repair: &Repair| {
        let text = repair.text.clone();
        let said = match repair.means {
            Means::Console => msg!(line_console, text = text),
            Means::Link => msg!(line_link, text = text),
            Means::Cli => msg!(line_cli, text = text),
        };
        (Part::Repair(repair.means), said)
    };
    check.repair.iter().filter(is_new).map(line).collect()
}
