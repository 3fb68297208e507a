//! `evidence`: the self check as one page to hand in, and whether such pages hold.

mod endpoint;
mod examined;
mod write;

use std::process::ExitCode;

pub use write::endpoint;

use super::args::EvidenceOptions;
use super::context::Context;
use super::output::{Fault, Output};
use crate::msg;

pub fn run(context: &Context, options: &EvidenceOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    if options.verify.is_empty() {
        return write::run(context, options, output);
    }
    if options.output.is_some() || options.redact || options.name.is_some() || options.id.is_some() {
        return Err(Fault::usage(msg!(evidence_verify_alone)));
    }
    examined::run(context, &options.verify, output)
}
