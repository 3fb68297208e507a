//! `kinds` and `schema`: which checks there are, to read and for editors.

use std::fmt::Write as _;
use std::process::ExitCode;

use super::args::KindsOptions;
use super::context::Context;
use super::output::{Fault, Output};
use crate::i18n::Text;
use crate::lesson::{KindEntry, SCHEMA, kinds};
use crate::msg;
use crate::text::{pad, width};

pub fn run(context: &Context, options: &KindsOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    if let Some(unknown) = options.names.iter().find(|name| kinds().all(|kind| kind.name != **name)) {
        let known = Text::list(kinds().map(|kind| kind.name));
        return Err(Fault::usage(msg!(kinds_unknown, name = unknown, known = known)));
    }
    let wanted = kinds().filter(|kind| options.names.is_empty() || options.names.iter().any(|name| name == kind.name));
    let entries: Vec<String> = wanted.map(|kind| entry(context, kind)).collect();
    output.write(&entries.join("\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// Name and meaning, a line a parameter, and an example.
fn entry(context: &Context, kind: KindEntry) -> String {
    let language = context.localizer.language();
    let parameters = kind.parameters();
    let longest = parameters.iter().map(|parameter| width(parameter.name)).max().unwrap_or_default();
    let mut lines = format!("{}: {}\n", kind.name, kind.description(language));
    for parameter in &parameters {
        let text = context.localizer.say(&parameter.text(language));
        let _ = writeln!(lines, "  {}  {text}", pad(parameter.name, longest));
    }
    lines + &format!("  {}\n", kind.example())
}

/// The JSON Schema of a manifest.
pub fn schema(output: &mut Output) -> Result<ExitCode, Fault> {
    output.write(SCHEMA)?;
    Ok(ExitCode::SUCCESS)
}
