//! `snippet`: a command or script of the lesson, bare, with the learner's values in it.

use std::process::ExitCode;

use super::args::SnippetOptions;
use super::context::Context;
use super::output::{Fault, Output};
use crate::files::replace;
use crate::i18n::Text;
use crate::lesson::{find_snippet, short_name};
use crate::msg;

pub fn run(context: &Context, options: &SnippetOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson_with_entered_values()?;
    let snippets = lesson.snippets.get(context.localizer.language());
    let Some(name) = &options.name else {
        let names: Vec<&str> = snippets.keys().map(|file| short_name(file)).collect();
        output.write(&(names.join("\n") + "\n"))?;
        return Ok(ExitCode::SUCCESS);
    };
    let text = find_snippet(snippets, name).ok_or_else(|| {
        let known = Text::list(snippets.keys().map(|file| short_name(file)));
        Fault::usage(msg!(snippet_unknown, name = name, known = known))
    })?;
    match &options.output {
        None => output.write(text)?,
        Some(file) => replace(file, text.as_bytes()).map_err(|error| {
            Fault::failed(msg!(snippet_not_written, file = file.display().to_string(), error = error.to_string()))
        })?,
    }
    Ok(ExitCode::SUCCESS)
}
