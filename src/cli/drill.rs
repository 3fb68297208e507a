//! `drill`: the tutor on the simulated account, beginning with a fault to find. AWS has no part in it.

use std::process::ExitCode;

use super::args::DrillOptions;
use super::context::Context;
use super::output::Fault;
use super::tutor;
use crate::tutor::DrillWish;

pub fn run(context: &Context, options: &DrillOptions) -> Result<ExitCode, Fault> {
    tutor::run_with(context, options.plain, Some(DrillWish { seed: options.seed }))
}
