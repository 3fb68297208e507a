//! `completions`: what a shell needs to complete this program's words.

use std::process::ExitCode;

use clap::CommandFactory;

use super::args::{Args, CompletionsOptions};
use super::output::{Fault, Output};

pub fn run(options: &CompletionsOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Args::command(), "ec-site-tutor", &mut script);
    output.write(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
