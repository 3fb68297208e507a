//! `check`: judges the account, all steps, whatever is saved.

use std::process::ExitCode;

use jiff::Timestamp;

use super::args::CheckOptions;
use super::context::Context;
use super::output::{Fault, Output};
use super::steps::{only, refuse_unknown, status};
use super::watch;
use crate::account::Source;
use crate::lesson::Lesson;
use crate::look::look;
use crate::report::{Locked, Report, ReportDocument, nothing_read, plain, summary};

pub fn run(context: &Context, options: &CheckOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    refuse_unknown(&lesson, &options.steps)?;
    if options.watch {
        return watch::run(context, &lesson, options, output);
    }
    let source = context.source(&lesson)?;
    let report = read(&source, &lesson)?;
    let (report, locked) = only(report, &options.steps);
    if options.json {
        output.write_json(&ReportDocument::new(&report, &locked, &context.localizer_of_data()))?;
    } else {
        let say = if options.steps.is_empty() { Locked::InOneLine } else { Locked::InFull };
        let mut text = plain(&report, &locked, say, &context.localizer, context.localizer.zone());
        if options.steps.is_empty() && !nothing_read(&report) {
            text.extend(["\n", &context.localizer.say(&summary(&report)), "\n"]);
        }
        output.write_text(&context.signs().show(&text))?;
    }
    Ok(ExitCode::from(status(&report)))
}

/// Reads whatever any step needs, because whether a step is locked depends on those before it.
pub fn read(source: &Source, lesson: &Lesson) -> Result<Report, Fault> {
    Ok(super::context::runtime()?.block_on(look(source, lesson, &lesson.scope(), Timestamp::now)).report)
}
