//! `lint`: what an author should mend in a lesson pack.

use std::process::ExitCode;

use super::args::LintOptions;
use super::context::Context;
use super::output::{Fault, Output};
use crate::lesson::{Pack, lint};
use crate::msg;

const FAULTY: u8 = 2;

pub fn run(context: &Context, options: &LintOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let pack = options.folder.clone().map_or_else(|| context.pack(), Pack::Folder);
    let faults = lint(&pack);
    for fault in &faults {
        output.write(&format!("{}\n", context.localizer.say(&fault.text())))?;
    }
    if faults.is_empty() {
        output.write(&format!("{}\n", context.localizer.say(&msg!(lint_sound))))?;
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::from(FAULTY))
}
