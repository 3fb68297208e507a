//! The steps that a command is about, and what they come to.

use super::output::Fault;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::report::{Report, locked_by_account};
use crate::verify::Status;

const NOT_DONE: u8 = 1;
/// The exit status of a command that can't tell.
pub const UNKNOWN: u8 = 3;

/// Ends a command that names a step which the lesson doesn't have.
pub fn refuse_unknown(lesson: &Lesson, wanted: &[String]) -> Result<(), Fault> {
    match wanted.iter().find(|id| lesson.step(id).is_none()) {
        None => Ok(()),
        Some(id) => {
            let known = Text::list(lesson.steps.iter().map(|step| step.id.clone()));
            Err(Fault::usage(msg!(check_unknown_step, id = id, known = known)))
        }
    }
}

/// The wanted steps, all where none is named, with whether each is locked.
pub fn only(mut report: Report, wanted: &[String]) -> (Report, Vec<bool>) {
    let locked = locked_by_account(&report);
    if wanted.is_empty() {
        return (report, locked);
    }
    let (steps, locked) = report.steps.into_iter().zip(locked).filter(|(step, _)| wanted.contains(&step.id)).unzip();
    report.steps = steps;
    (report, locked)
}

/// 0 all passed or manual; 1 something failed, waits, or rests on what isn't there; 3 none of these, but something is
/// unknown.
pub fn status(report: &Report) -> u8 {
    let required = || {
        report
            .steps
            .iter()
            .flat_map(|step| &step.checks)
            .filter(|check| check.required)
            .map(|check| check.verdict.status)
    };
    if required().any(|status| matches!(status, Status::Failed | Status::Waiting | Status::Skipped)) {
        NOT_DONE
    } else if required().any(|status| status == Status::Unknown) {
        UNKNOWN
    } else {
        0
    }
}
