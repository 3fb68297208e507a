//! `snippet`: a command or script of the lesson, bare, with the learner's values in it.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::args::SnippetOptions;
use super::context::Context;
use super::new_file;
use super::output::{Fault, Output};
use crate::i18n::Text;
use crate::lesson::{Lesson, find_snippet, purpose, short_name};
use crate::msg;
use crate::text::{pad, width};

/// Asks for the list as no name does; no snippet is called so.
const HELP: &str = "help";

pub fn run(context: &Context, options: &SnippetOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson_with_entered_values()?;
    let snippets = lesson.snippets.get(context.localizer.language());
    let Some(name) = options.name.as_deref().filter(|name| *name != HELP) else {
        return output.write(&list(context, &lesson)).map(|()| ExitCode::SUCCESS);
    };
    let text = find_snippet(snippets, name).ok_or_else(|| {
        let known = Text::list(snippets.keys().map(|file| short_name(file)));
        Fault::usage(msg!(snippet_unknown, name = name, known = known))
    })?;
    match &options.output {
        None => output.write(text)?,
        Some(file) => new_file::write(file, text, options.force, output)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A line for each snippet: its name, and on a terminal what it is for. A program that reads the list gets the names alone.
fn list(context: &Context, lesson: &Lesson) -> String {
    let language = context.localizer.language();
    let names: Vec<(&str, &str)> =
        lesson.snippets.get(language).keys().map(|file| (short_name(file), file.as_str())).collect();
    if !io::stdout().is_terminal() {
        return names.iter().fold(String::new(), |lines, (name, _)| lines + name + "\n");
    }
    let longest = names.iter().map(|(name, _)| width(name)).max().unwrap_or_default();
    let line = |(name, file): &(&str, &str)| match purpose(lesson, language, file) {
        Some(purpose) => format!("{}  {purpose}\n", pad(name, longest)),
        None => format!("{name}\n"),
    };
    context.signs().show(&names.iter().map(line).collect::<String>()).into_owned()
}
