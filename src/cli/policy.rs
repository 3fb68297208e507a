//! `policy`: what an identity must be allowed so that the tutor sees everything; and the role that lets an instructor in.

use std::process::ExitCode;

use super::args::PolicyOptions;
use super::aws;
use super::context::Context;
use super::output::{Fault, Output};

pub fn run(context: &Context, options: &PolicyOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    if options.role {
        output.write_json(&aws::instructor_role(context, &lesson)?)?;
    } else {
        output.write_json(&aws::reading_policy(context, &lesson)?)?;
    }
    Ok(ExitCode::SUCCESS)
}
