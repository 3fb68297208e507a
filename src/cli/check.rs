//! `check`: judges the account, all steps, whatever is saved.

use std::process::ExitCode;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::args::CheckOptions;
use super::output::{Fault, Output};
use super::{Context, watch};
use crate::account::{Scope, Source};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::look::look;
use crate::msg;
use crate::report::{Report, ReportDocument, locked_by_account, plain};
use crate::verify::Status;

const NOT_DONE: u8 = 1;
pub const UNKNOWN: u8 = 3;

pub fn run(context: &Context, options: &CheckOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    refuse_unknown_steps(&lesson, &options.steps)?;
    if options.watch {
        return watch::run(context, &lesson, options, output);
    }
    let source = context.source(&lesson)?;
    let report = read(&source, &lesson)?;
    let (report, locked) = only(report, &options.steps);
    if options.json {
        output.write_json(&ReportDocument::new(&report, &locked, &context.localizer))?;
    } else {
        let text = plain(&report, &locked, &context.localizer, &TimeZone::system());
        output.write(&context.signs().show(&text))?;
    }
    Ok(ExitCode::from(status(&report)))
}

/// Ends a command that names a step which the lesson doesn't have.
pub fn refuse_unknown_steps(lesson: &Lesson, wanted: &[String]) -> Result<(), Fault> {
    match wanted.iter().find(|id| lesson.step(id).is_none()) {
        None => Ok(()),
        Some(id) => {
            let known = Text::list(lesson.steps.iter().map(|step| step.id.clone()));
            Err(Fault::usage(msg!(check_unknown_step, id = id, known = known)))
        }
    }
}

/// Reads whatever any step needs, because whether a step is locked depends on those before it.
pub fn read(source: &Source, lesson: &Lesson) -> Result<Report, Fault> {
    let runtime = super::runtime()?;
    let scope: Scope = lesson.scope();
    let snapshot = runtime.block_on(look(source, lesson, &scope, Timestamp::now()));
    Ok(Report::assess(lesson, &snapshot, Timestamp::now()))
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
