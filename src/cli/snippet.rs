//! `snippet`: a command or script of the lesson, bare, with the learner's values in it.

use std::process::ExitCode;

use super::Context;
use super::args::SnippetOptions;
use super::output::{Fault, Output};
use crate::files::replace;
use crate::i18n::Text;
use crate::lesson::Snippets;
use crate::msg;

pub fn run(context: &Context, options: &SnippetOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson_with_entered_values()?;
    let snippets = lesson.snippets.get(context.localizer.language());
    let Some(name) = &options.name else {
        let names: Vec<&str> = snippets.keys().map(|file| short(file)).collect();
        output.write(&(names.join("\n") + "\n"))?;
        return Ok(ExitCode::SUCCESS);
    };
    let text = find(snippets, name)?;
    match &options.output {
        None => output.write(text)?,
        Some(file) => replace(file, text.as_bytes()).map_err(|error| {
            Fault::failed(msg!(snippet_not_written, file = file.display().to_string(), error = error.to_string()))
        })?,
    }
    Ok(ExitCode::SUCCESS)
}

fn find<'a>(snippets: &'a Snippets, name: &str) -> Result<&'a str, Fault> {
    let found = snippets.iter().find(|(file, _)| *file == name || short(file) == name);
    found.map(|(_, text)| text.as_str()).ok_or_else(|| {
        let known = Text::list(snippets.keys().map(|file| short(file)));
        Fault::usage(msg!(snippet_unknown, name = name, known = known))
    })
}

/// `user-data.sh` is called `user-data`.
fn short(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
