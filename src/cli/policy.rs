//! `policy`: what an identity must be allowed so that the tutor sees everything; and the role that lets an instructor in.

use std::process::ExitCode;

use super::Context;
use super::args::PolicyOptions;
use super::output::{Fault, Output};
use crate::account::aws::{RoleWords, policy, role_template};
use crate::msg;

pub fn run(context: &Context, options: &PolicyOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    let value = |name: &str| lesson.values.get(name);
    if options.role {
        let say = |text| context.localizer.say(&text);
        let words = RoleWords {
            about: say(msg!(role_about)),
            instructor: say(msg!(role_instructor)),
            external_id: say(msg!(role_external_id)),
            role: say(msg!(role_name)),
        };
        output.write_json(&role_template(value("instance_profile"), &words))?;
        return Ok(ExitCode::SUCCESS);
    }
    let region = context.args.region.as_deref().or_else(|| value("region")).unwrap_or_default();
    output.write_json(&policy(value("instance_profile"), region))?;
    Ok(ExitCode::SUCCESS)
}
