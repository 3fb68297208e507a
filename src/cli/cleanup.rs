//! `cleanup`: what to delete after the lab, in the order that works, and what is gone already.

use std::process::ExitCode;

use jiff::Timestamp;

use super::args::CleanupOptions;
use super::context::Context;
use super::output::{Fault, Output};
use crate::cleanup::{CleanupDocument, Plan, commands, plain, plan, scope};
use crate::i18n::Text;
use crate::msg;

pub fn run(context: &Context, options: &CleanupOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    let now = Timestamp::now();
    let snapshot = context.read(&lesson, &scope(&lesson.lab), now)?;
    let plan = plan(&lesson, &snapshot, context.profile(), now);
    if options.json {
        output.write_json(&CleanupDocument::new(&plan, &context.localizer_of_data()))?;
    } else if options.commands {
        show_commands(context, &plan, output)?;
    } else {
        if context.args.demo {
            output.write_text(&format!("{}\n", context.localizer.say(&msg!(cleanup_demo))))?;
        }
        output.write_text(&plain(&plan, &context.localizer))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The bare commands; what is to be said of them isn't part of what is pasted.
fn show_commands(context: &Context, plan: &Plan, output: &mut Output) -> Result<(), Fault> {
    let say = |text: Text| eprintln!("{}", context.localizer.say(&text));
    if context.args.demo {
        // Names are the same in an account of AWS.
        say(msg!(cleanup_demo));
        return Ok(());
    }
    match plan.is_done() {
        Some(true) => say(msg!(cleanup_done, lesson = plan.called.clone())),
        Some(false) => say(msg!(cleanup_evidence_first)),
        None => say(msg!(cleanup_not_known)),
    }
    output.write(&commands(plan))
}
