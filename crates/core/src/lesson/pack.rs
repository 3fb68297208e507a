//! Where the files of a pack come from: the program itself, or a folder.

#![expect(clippy::disallowed_methods, reason = "a pack may be a folder")]

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::LessonError;
use super::hidden::refuse_in_text;
use crate::files::read_at_most;
use crate::i18n::Text;
use crate::msg;

static STEP4: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../lessons/step4");

/// The bytes of the largest file that is read of a folder, which its own author keeps: far more than anybody writes.
const LARGEST_TEXT: usize = 16 << 20;

/// A lesson pack's files.
#[derive(Clone, Debug)]
pub enum Pack {
    /// The one within the program.
    Embedded,
    /// The folder of this path, which may be anybody's.
    Folder(PathBuf),
}

impl Pack {
    /// How messages call `file` of this pack.
    #[must_use]
    pub fn label(&self, file: &str) -> String {
        match self {
            Self::Embedded => format!("step4/{file}"),
            Self::Folder(folder) => folder.join(file).display().to_string(),
        }
    }

    /// The text of `file`, however its lines end.
    ///
    /// # Errors
    /// The file is missing, can't be read, isn't UTF-8, or holds what can't be seen.
    pub fn read(&self, file: &str) -> Result<String, LessonError> {
        let label = self.label(file);
        let text = match self {
            Self::Embedded => STEP4.get_file(file).and_then(include_dir::File::contents_utf8).map(str::to_owned),
            Self::Folder(folder) if is_within(file) => read_text(&label, &folder.join(file))?,
            Self::Folder(_) => None,
        };
        let text = text.ok_or_else(|| LessonError::in_file(&label, msg!(lesson_file_missing)))?;
        refuse_in_text(&label, &text)?;
        Ok(text)
    }

    /// The text of `file`, or none where there is no such file.
    ///
    /// # Errors
    /// The file is there but can't be read or isn't UTF-8.
    pub fn read_if_there(&self, file: &str) -> Result<Option<String>, LessonError> {
        if self.has(file) { self.read(file).map(Some) } else { Ok(None) }
    }

    fn has(&self, file: &str) -> bool {
        match self {
            Self::Embedded => STEP4.get_file(file).is_some(),
            Self::Folder(folder) => is_within(file) && folder.join(file).exists(),
        }
    }

    /// The names of the files in one folder of the pack, sorted; none where there is no such folder.
    #[must_use]
    pub fn list(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = match self {
            Self::Embedded => STEP4
                .get_dir(folder)
                .map(|dir| dir.files().filter_map(|file| name_of(file.path())).collect())
                .unwrap_or_default(),
            Self::Folder(root) => fs::read_dir(root.join(folder))
                .map(|entries| entries.filter_map(|entry| name_of(&entry.ok()?.path())).collect())
                .unwrap_or_default(),
        };
        names.sort();
        names
    }
}

/// Whether a file that a pack names lies in the pack.
fn is_within(file: &str) -> bool {
    Path::new(file).components().all(|part| matches!(part, Component::Normal(_)))
}

/// The text of a file; none where there is no such file. Editors of Windows begin a file with a mark and end lines in
/// their own way.
fn read_text(label: &str, path: &Path) -> Result<Option<String>, LessonError> {
    let bytes = match read_at_most(path, LARGEST_TEXT) {
        Ok(bytes) if bytes.len() > LARGEST_TEXT => {
            return Err(LessonError::in_file(label, msg!(lesson_file_large, most = LARGEST_TEXT >> 20)));
        }
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(LessonError::in_file(label, Text::verbatim(error.to_string()))),
    };
    let text = str::from_utf8(&bytes).map_err(|_| LessonError::in_bytes(label, &bytes, msg!(lesson_not_utf8)))?;
    Ok(Some(text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n")))
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().and_then(|name| name.to_str()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    fn read(content: &[u8]) -> Result<String, LessonError> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.md"), content).unwrap();
        Pack::Folder(folder.path().to_owned()).read("a.md")
    }

    #[test_case(b"a\n\xffb", (2, 1); "bytes that are no text")]
    #[test_case("a\n店\u{202e}b".as_bytes(), (2, 2); "what reorders")]
    #[test_case(b"\x1b[31m", (1, 1); "what acts on a terminal")]
    #[test_case(b"a\rb", (1, 2); "a line end that is none")]
    fn what_can_not_be_seen_whole_is_refused_at_its_place(content: &[u8], place: (usize, usize)) {
        assert_eq!(read(content).unwrap_err().position, Some(place));
    }

    #[test]
    fn what_lies_outside_of_a_pack_or_is_too_large_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("secret.md"), "x").unwrap();
        fs::create_dir(folder.path().join("pack")).unwrap();
        fs::write(folder.path().join("pack/large.md"), vec![b'x'; LARGEST_TEXT + 1]).unwrap();
        let pack = Pack::Folder(folder.path().join("pack"));
        let absolute = folder.path().join("secret.md").display().to_string();
        for file in ["../secret.md", absolute.as_str()] {
            assert!(pack.read(file).is_err() && pack.read_if_there(file).unwrap().is_none(), "{file}");
        }
        assert!(pack.read("large.md").is_err());
    }

    #[test]
    fn lines_may_end_as_in_windows() {
        assert_eq!(read("\u{feff}a\r\nb\r\n".as_bytes()).unwrap(), "a\nb\n");
    }
}
