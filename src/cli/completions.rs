//! `completions`: what a shell needs to complete this program's words.

use std::process::ExitCode;

use super::args::CompletionsOptions;
use super::context::Context;
use super::output::{Fault, Output};
use super::usage;

pub fn run(context: &Context, options: &CompletionsOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut usage::command(&context.localizer), "ec-site-tutor", &mut script);
    output.write(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
