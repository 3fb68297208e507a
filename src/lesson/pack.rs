//! Where the files of a pack come from: the program itself, or a folder.

use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::LessonError;
use crate::i18n::Text;
use crate::msg;

static STEP4: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/lessons/step4");

/// A lesson pack's files.
#[derive(Clone, Debug)]
pub enum Pack {
    /// The one within the program.
    Embedded,
    /// A folder.
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

    /// The text of `file`.
    ///
    /// # Errors
    /// The file is missing, can't be read or isn't UTF-8.
    pub fn read(&self, file: &str) -> Result<String, LessonError> {
        let fault = |problem: Text| LessonError::in_file(&self.label(file), problem);
        match self {
            Self::Embedded => match STEP4.get_file(file).and_then(include_dir::File::contents_utf8) {
                Some(text) => Ok(text.to_owned()),
                None => Err(fault(msg!(lesson_file_missing))),
            },
            Self::Folder(folder) => fs::read_to_string(folder.join(file)).map_err(|error| match error.kind() {
                std::io::ErrorKind::NotFound => fault(msg!(lesson_file_missing)),
                std::io::ErrorKind::InvalidData => fault(msg!(lesson_not_utf8)),
                _ => fault(Text::verbatim(error.to_string())),
            }),
        }
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
            Self::Folder(folder) => folder.join(file).exists(),
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

fn name_of(path: &Path) -> Option<String> {
    path.file_name().and_then(|name| name.to_str()).map(str::to_owned)
}
