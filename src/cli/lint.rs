//! `lint`: what an author should mend in a lesson pack.

use std::path::Path;
use std::process::ExitCode;

use super::args::LintOptions;
use super::context::Context;
use super::new_file::not_written;
use super::output::{Fault, Output};
use crate::files::replace;
use crate::i18n::Text;
use crate::lesson::{LessonError, Pack, TRANSLATIONS, fallen_behind, lint, translated};
use crate::msg;

const FAULTY: u8 = 2;

pub fn run(context: &Context, options: &LintOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let pack = options.folder.clone().map_or_else(|| context.pack(), Pack::Folder);
    let faults = lint(&pack);
    for fault in &faults {
        write(context, output, &fault.text())?;
    }
    if !faults.is_empty() {
        return Ok(ExitCode::from(FAULTY));
    }
    let unreadable = |error: LessonError| Fault::usage(error.text());
    if let Some(folder) = options.folder.as_deref().filter(|_| options.translated) {
        keep(folder, &translated(&pack).map_err(unreadable)?)?;
    }
    // What fell behind is no fault: the pack works.
    for text in fallen_behind(&pack).map_err(unreadable)? {
        write(context, output, &text.text())?;
    }
    write(context, output, &msg!(lint_sound))?;
    Ok(ExitCode::SUCCESS)
}

fn keep(folder: &Path, translations: &str) -> Result<(), Fault> {
    let file = folder.join(TRANSLATIONS);
    replace(&file, translations.as_bytes()).map_err(|error| not_written(&file.display().to_string(), &error))
}

fn write(context: &Context, output: &mut Output, text: &Text) -> Result<(), Fault> {
    output.write(&format!("{}\n", context.localizer.say(text)))
}
