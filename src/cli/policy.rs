//! `policy`: what an identity must be allowed so that the tutor sees everything; and the role that lets an instructor in.

use std::process::ExitCode;

use super::args::PolicyOptions;
use super::aws;
use super::context::Context;
use super::output::{Fault, Output};

pub fn run(context: &Context, options: &PolicyOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    let value = |name: &str| lesson.values.get(name);
    if options.role {
        output.write_json(&aws::instructor_role(value("instance_profile"), |text| context.localizer.say(&text))?)?;
    } else {
        let region = context.args.region.as_deref().or_else(|| value("region")).unwrap_or_default();
        output.write_json(&aws::reading_policy(value("instance_profile"), region)?)?;
    }
    Ok(ExitCode::SUCCESS)
}
