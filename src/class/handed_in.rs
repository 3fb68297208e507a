//! Files that learners handed in: a page, or the newest page in a folder.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::evidence::{LARGEST, read};
use crate::files::read_at_most;
use crate::i18n::Text;
use crate::msg;

/// The bytes of the largest roster: a hundred times that of ten thousand learners.
const LARGEST_ROSTER: usize = 256 << 20;
/// The ending of the names of pages.
const ENDING: &str = "html";

/// The bytes of a page, but not many more than a page may have.
///
/// # Errors
/// Why it can't be read: in words, since a pipe or a device is refused by this program.
pub fn page_bytes(file: &Path) -> Result<Vec<u8>, Text> {
    read_at_most(file, LARGEST).map_err(|error| refusal(&error))
}

/// The bytes of a roster.
///
/// # Errors
/// As [`page_bytes`].
pub fn roster_bytes(file: &Path) -> Result<Vec<u8>, Text> {
    read_at_most(file, LARGEST_ROSTER).map_err(|error| refusal(&error))
}

fn refusal(error: &io::Error) -> Text {
    match error.kind() {
        ErrorKind::InvalidInput => msg!(evidence_no_file),
        _ => Text::verbatim(error.to_string()),
    }
}

/// The page at `path` with its bytes. Of a folder it is the one that was written last by what stands in the pages: names and
/// times of files change when they are copied. What is no page doesn't count.
///
/// # Errors
/// Why there is none, in words.
pub fn find(path: &Path) -> Result<(PathBuf, Vec<u8>), Text> {
    if !path.is_dir() {
        return Ok((path.to_owned(), page_bytes(path)?));
    }
    let mut newest = None;
    for entry in fs::read_dir(path).map_err(|error| refusal(&error))? {
        let file = entry.map_err(|error| refusal(&error))?.path();
        if !file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) {
            continue;
        }
        let Ok(bytes) = page_bytes(&file) else { continue };
        let Ok(evidence) = read(&bytes) else { continue };
        let place = (evidence.written_at, file);
        if newest.as_ref().is_none_or(|(known, _)| *known < place) {
            newest = Some((place, bytes));
        }
    }
    newest.map(|((_, file), bytes)| (file, bytes)).ok_or_else(|| msg!(evidence_no_page_there))
}
