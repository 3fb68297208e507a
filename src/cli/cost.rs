//! `cost`: what of the lab costs now, so far, and if it were forgotten.

use std::process::ExitCode;

use jiff::Timestamp;

use super::args::CostOptions;
use super::context::Context;
use super::output::{Fault, Output};
use crate::cost::{CostDocument, estimate, plain, scope};

pub fn run(context: &Context, options: &CostOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    let now = Timestamp::now();
    let snapshot = context.read(&lesson, &scope(&lesson.lab), now)?;
    let estimate = estimate(&lesson, &snapshot, now);
    if options.json {
        output.write_json(&CostDocument::new(&estimate, &context.localizer_of_data()))?;
    } else {
        output.write_text(&plain(&estimate, &context.localizer))?;
    }
    Ok(ExitCode::SUCCESS)
}
