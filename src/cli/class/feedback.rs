//! A page for each learner in a folder, each whole at every instant, in the place of an older one and of nothing else.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::class::{Column, FEEDBACK_GENERATOR, FeedbackMaterial, Row, feedback, feedback_language, file_name};
use crate::cli::context::Context;
use crate::cli::new_file::not_written;
use crate::cli::output::Fault;
use crate::files::{read_at_most, replace};
use crate::i18n::{Language, Localizer, Text};
use crate::msg;

/// So many bytes of a file tell whether it is such a page.
const KIND: usize = 2000;

/// Writes the pages of `rows` to `folder`, which is made where it is missing.
///
/// # Errors
/// The file system refuses, or somebody else's file lies in the place of a page. Nothing is written then.
pub fn write(context: &Context, folder: &Path, title: &Text, columns: &[Column], rows: &[Row]) -> Result<(), Fault> {
    let shown = folder.display().to_string();
    fs::create_dir_all(folder).map_err(|error| not_written(&shown, &error))?;
    for row in rows {
        refuse_foreign(&folder.join(file_name(row)))?;
    }
    let own = context.localizer.language();
    let speakers = Language::ALL.map(|language| Localizer::new(language).in_zone(context.localizer.zone().clone()));
    for row in rows {
        let language = feedback_language(row, own);
        let speaker = speakers.iter().find(|speaker| speaker.language() == language).unwrap_or(&context.localizer);
        let page = feedback(FeedbackMaterial { title, columns, row }, speaker);
        let file = folder.join(file_name(row));
        replace(&file, page.as_bytes()).map_err(|error| not_written(&file.display().to_string(), &error))?;
    }
    let said = msg!(class_feedback_written, count = rows.len(), folder = shown);
    eprintln!("ec-site-tutor: {}", context.localizer.say(&said));
    Ok(())
}

/// A link, a device or a file of somebody else's stays.
fn refuse_foreign(file: &Path) -> Result<(), Fault> {
    let name = || file.display().to_string();
    match fs::symlink_metadata(file) {
        Ok(found) if !found.is_file() => return Err(Fault::failed(msg!(file_not_plain, file = name()))),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(not_written(&name(), &error)),
    }
    let found = read_at_most(file, KIND).map_err(|error| not_written(&name(), &error))?;
    let mark = format!("content=\"{FEEDBACK_GENERATOR}\"");
    if found.is_empty() || String::from_utf8_lossy(&found).contains(&mark) {
        Ok(())
    } else {
        Err(Fault::failed(msg!(class_feedback_in_the_way, file = name())))
    }
}
