//! What of a report says why a step isn't done, and what to do next. Pure.

use super::reason::{Reason, Speakers};
use crate::diagnose::Means;
use crate::i18n::Localized;
use crate::msg;
use crate::report::CheckReport;
use crate::verify::Status;

/// What only the learner can tell doesn't keep anybody from going on.
pub fn is_done(status: Status) -> bool {
    matches!(status, Status::Passed | Status::Manual)
}

/// The first check that keeps a step from being done; one that only waits for another comes last.
pub fn first_wrong(checks: &[CheckReport]) -> Option<&CheckReport> {
    let wrong = || checks.iter().filter(|check| check.required && !is_done(check.verdict.status));
    wrong().find(|check| check.verdict.status != Status::Skipped).or_else(|| wrong().next())
}

/// Whether anything of a step was made: nothing was where all that is wrong is that things aren't there, and nothing tells
/// what was made instead.
pub fn has_begun(checks: &[CheckReport]) -> bool {
    let is_missing = |check: &CheckReport| {
        check.verdict.status == Status::Skipped || (check.verdict.wanted.is_some() && check.diagnosis.is_none())
    };
    let required = || checks.iter().filter(|check| check.required);
    let is_made = |check: &CheckReport| matches!(check.verdict.status, Status::Passed | Status::Waiting);
    required().any(is_made) || !required().all(is_missing)
}

pub fn cause(check: &CheckReport, speakers: &Speakers) -> Reason {
    let found = check.diagnosis.as_ref().map(|diagnosis| &diagnosis.cause).or(check.verdict.cause.as_ref());
    match found {
        Some(cause) => Reason::new(Some(cause.id.as_str()), &cause.text, speakers),
        None if check.verdict.wanted.is_some() => Reason::new(None, &check.verdict.actual, speakers),
        None => {
            let text = msg!(class_no_cause, expected = check.expected.clone(), actual = check.verdict.actual.clone());
            Reason::new(None, &text, speakers)
        }
    }
}

/// What to do next about a check, in the order to try.
pub fn next(check: &CheckReport, speakers: &Speakers) -> Vec<Localized> {
    let fix = check.fix();
    let others = check.repair.iter().filter(|repair| Some(&repair.text) != fix).map(|repair| {
        let text = repair.text.clone();
        match repair.means {
            Means::Console => msg!(line_console, text = text),
            Means::Link => msg!(line_link, text = text),
            Means::Cli => msg!(line_cli, text = text),
        }
    });
    fix.cloned().into_iter().chain(others).map(|text| speakers.say(&text)).collect()
}
