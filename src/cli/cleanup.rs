//! `cleanup`: what to delete after the lab, in the order that works, and what is gone already.

use std::process::ExitCode;

use jiff::Timestamp;

use super::args::CleanupOptions;
use super::context::Context;
use super::output::{Fault, Output};
use crate::cleanup::{CleanupDocument, plain, plan, scope};
use crate::msg;

pub fn run(context: &Context, options: &CleanupOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    let now = Timestamp::now();
    let snapshot = context.read(&lesson, &scope(&lesson.lab), now)?;
    let plan = plan(&lesson, &snapshot, context.profile(), now);
    if options.json {
        output.write_json(&CleanupDocument::new(&plan, &context.localizer_of_data()))?;
    } else {
        if context.args.demo {
            output.write(&format!("{}\n", context.localizer.say(&msg!(cleanup_demo))))?;
        }
        output.write(&plain(&plan, &context.localizer))?;
    }
    Ok(ExitCode::SUCCESS)
}
