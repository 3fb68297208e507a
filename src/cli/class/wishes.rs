//! What the arguments wish of a class.

use std::path::Path;
use std::sync::Arc;

use jiff::SignedDuration;

use crate::class::{Accounts, DemoClass};
use crate::cli::args::ClassOptions;
use crate::cli::aws;
use crate::cli::context::Context;
use crate::cli::output::Fault;
use crate::lesson::Lesson;

/// In the place of a file: standard output.
const STANDARD_OUTPUT: &str = "-";

/// How long a learner may stay at a step before that is worth a look.
pub fn limit(options: &ClassOptions) -> SignedDuration {
    minutes(options.stuck_after)
}

/// So many minutes.
pub fn minutes(minutes: u16) -> SignedDuration {
    SignedDuration::from_mins(minutes.into())
}

/// The accounts of the class: real ones, or those of the demo.
///
/// # Errors
/// This build has no AWS, or there is no way to come into other accounts.
pub async fn accounts(context: &Context, lesson: &Arc<Lesson>) -> Result<Accounts, Fault> {
    if context.args.demo {
        return Ok(Accounts::demo(context.pack(), Arc::clone(lesson), DemoClass::default()));
    }
    let cross_account = aws::cross_account(context).await?;
    Ok(Accounts::aws(context.pack(), Arc::clone(lesson), cross_account)
        .over(context.settings.values.of_lesson(&lesson.id)))
}

/// The file that the class goes to; none where that is standard output.
pub fn file(options: &ClassOptions) -> Option<&Path> {
    options.output.as_deref().filter(|file| file.as_os_str() != STANDARD_OUTPUT)
}
