//! `lesson`: packs that are kept on this machine. An archive is read from a file and never fetched: the program sends nothing
//! but what the learner's own account is asked.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::{AddOptions, LessonCommand};
use super::context::Context;
use super::output::{Fault, Output};
use super::packs::{shelf, unknown};
use crate::files::read_at_most;
use crate::i18n::Text;
use crate::lesson::{Kept, LARGEST_ARCHIVE, Lesson, Pack, Refusal, Shelf, checksum, fetching, load};
use crate::msg;

const FAULTY: u8 = 2;
/// How many characters of a checksum are shown where it is only to be told from others.
const SHORT: usize = 12;
/// Where the checksum of a file stands, as `sha256sum` writes it.
const BESIDE: &str = "sha256";
/// How addresses begin.
const SCHEMES: [&str; 2] = ["http://", "https://"];
/// Bytes of a line of `sha256sum` with the longest name.
const LONGEST_LINE: usize = 8192;

pub fn run(context: &Context, command: &LessonCommand, output: &mut Output) -> Result<ExitCode, Fault> {
    let shelf = shelf().ok_or_else(|| Fault::failed(msg!(lesson_no_home)))?;
    match command {
        LessonCommand::List => list(context, &shelf, output),
        LessonCommand::Add(options) => add(context, &shelf, options, None, output),
        LessonCommand::Remove(options) => {
            let removed =
                shelf.remove(&options.id).map_err(|error| Fault::failed(Text::verbatim(error.to_string())))?;
            if !removed {
                return Err(unknown(&shelf, &options.id));
            }
            say(context, output, &msg!(lesson_removed, id = &options.id))
        }
        LessonCommand::Update(options) => {
            let kept = shelf.find(&options.id).ok_or_else(|| unknown(&shelf, &options.id))?;
            let last = kept.origin.as_ref().map(|origin| PathBuf::from(&origin.archive));
            let archive =
                options.archive.clone().or(last).ok_or_else(|| Fault::failed(msg!(lesson_no_origin, id = &kept.id)))?;
            let options = AddOptions { archive, sha256: options.sha256.clone() };
            add(context, &shelf, &options, Some(&kept), output)
        }
    }
}

fn add(
    context: &Context,
    shelf: &Shelf,
    options: &AddOptions,
    instead: Option<&Kept>,
    output: &mut Output,
) -> Result<ExitCode, Fault> {
    let name = options.archive.display().to_string();
    if SCHEMES.iter().any(|scheme| name.starts_with(scheme)) {
        return Err(Fault::usage(msg!(lesson_fetch_first, command = fetching(&name))));
    }
    let unreadable =
        |error: &io::Error| Fault::failed(msg!(lesson_unreadable, file = &name, error = error.to_string()));
    let archive = read_at_most(&options.archive, LARGEST_ARCHIVE).map_err(|error| unreadable(&error))?;
    let found = checksum(&archive);
    let wanted = match &options.sha256 {
        Some(wanted) => Some(wanted.to_ascii_lowercase()),
        None => beside(&options.archive).map_err(|error| unreadable(&error))?,
    };
    if let Some(wanted) = wanted.as_ref().filter(|wanted| **wanted != found) {
        return Err(Fault::failed(msg!(lesson_other_checksum, file = &name, found = found, wanted = wanted)));
    }
    if instead.and_then(|kept| kept.origin.as_ref()).is_some_and(|origin| origin.sha256 == found) {
        return say(context, output, &msg!(lesson_same, id = instead.map_or("", |kept| &kept.id)));
    }
    let whole = std::path::absolute(&options.archive).map_err(|error| unreadable(&error))?.display().to_string();
    let kept = shelf.keep(&whole, &archive, instead.map(|kept| kept.id.as_str()));
    let lesson = match kept {
        Ok(lesson) => lesson,
        Err(Refusal::One(text)) => return Err(Fault::usage(msg!(lesson_refused, file = &name, problem = text))),
        Err(Refusal::Faults(faults)) => {
            for fault in &faults {
                say(context, output, &fault.text())?;
            }
            return Ok(ExitCode::from(FAULTY));
        }
    };
    let Lesson { id, version, .. } = &lesson;
    say(context, output, &msg!(lesson_kept, id = id, version = version, checksum = found))?;
    if wanted.is_none() {
        say(context, output, &msg!(lesson_unchecked))?;
    }
    say(context, output, &msg!(lesson_begin, id = id))
}

/// The checksum in the file beside `archive`; none where there is no such file.
fn beside(archive: &Path) -> io::Result<Option<String>> {
    let mut name = archive.as_os_str().to_owned();
    name.push(".");
    name.push(BESIDE);
    match read_at_most(Path::new(&name), LONGEST_LINE) {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes);
            Ok(Some(text.split_whitespace().next().unwrap_or_default().to_ascii_lowercase()))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn list(context: &Context, shelf: &Shelf, output: &mut Output) -> Result<ExitCode, Fault> {
    for kept in shelf.all() {
        let origin = kept.origin.as_ref();
        let short: String = origin.map(|origin| origin.sha256.chars().take(SHORT).collect()).unwrap_or_default();
        let from = origin.map(|origin| origin.archive.clone()).unwrap_or_default();
        let line = match load(&Pack::Folder(kept.folder), &BTreeMap::new()) {
            Ok(lesson) => {
                let Lesson { version, title, .. } = lesson;
                msg!(
                    lesson_line,
                    id = kept.id,
                    version = version,
                    title = Text::Lesson(title),
                    checksum = short,
                    from = from
                )
            }
            Err(error) => msg!(lesson_line_faulty, id = kept.id, problem = error.text()),
        };
        say(context, output, &line)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn say(context: &Context, output: &mut Output, text: &Text) -> Result<ExitCode, Fault> {
    output.write(&format!("{}\n", context.localizer.say(text)))?;
    Ok(ExitCode::SUCCESS)
}
