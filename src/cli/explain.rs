//! `explain`: why something isn't right, what shows it, how it is mended; the same that the tutor shows.

use std::process::ExitCode;

use super::args::ExplainOptions;
use super::check::read;
use super::context::Context;
use super::output::{Fault, Output};
use super::steps::refuse_unknown;
use crate::report::explained;

/// Explains the named steps; where none is named, those that are open, since nothing is expected of the others yet.
pub fn run(context: &Context, options: &ExplainOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    refuse_unknown(&lesson, &options.steps)?;
    let report = read(&context.source(&lesson)?, &lesson)?;
    output.write(&explained(&report, &options.steps, &context.localizer))?;
    Ok(ExitCode::SUCCESS)
}
