//! `policy`: what an identity must be allowed so that the tutor sees everything.

use std::process::ExitCode;

use super::Context;
use super::output::{Fault, Output};
use crate::account::aws::policy;

pub fn run(context: &Context, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    let value = |name: &str| lesson.values.get(name);
    let region = context.args.region.as_deref().or_else(|| value("region")).unwrap_or_default();
    output.write_json(&policy(value("instance_profile"), region))?;
    Ok(ExitCode::SUCCESS)
}
