//! Progress on disk: one file per account and lesson, whole at every instant, safe for two tutors at once.

#![expect(clippy::disallowed_methods, reason = "the file that progress is kept in")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Progress;
use super::model::VERSION;
use crate::files::{lock, replace, sweep};
use crate::i18n::Text;
use crate::msg;

/// The folder that progress files live in.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

/// Why progress could not be read or written.
#[derive(Debug)]
pub enum StoreError {
    /// The file is not what this program writes; it is left as it is.
    Unreadable {
        /// The file that was to be read or written.
        file: PathBuf,
        /// Line and column, counted from 1.
        position: Option<(usize, usize)>,
        /// What is wrong with it.
        problem: Text,
    },
    /// The file system refused.
    Io {
        /// The file or folder.
        file: PathBuf,
        /// The refusal.
        error: io::Error,
    },
}

impl StoreError {
    /// What happened, with file and line.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Unreadable { file, position, problem } => {
                let place = match position {
                    Some((line, column)) => format!("{}:{line}:{column}", file.display()),
                    None => file.display().to_string(),
                };
                msg!(progress_unreadable, place = place, problem = problem.clone())
            }
            Self::Io { file, error } => {
                msg!(progress_not_saved, file = file.display().to_string(), error = error.to_string())
            }
        }
    }
}

impl Store {
    /// The store in `folder`, which is made when something is saved.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where the progress of an account and lesson is kept.
    #[must_use]
    pub fn file(&self, account: &str, lesson: &str) -> PathBuf {
        self.folder.join(format!("{}-{}.json", safe(account), safe(lesson)))
    }

    /// What was saved, or nothing reached yet where nothing was.
    ///
    /// # Errors
    /// The file can't be read, is not a progress file, or was written by a newer version.
    pub fn load(&self, account: &str, lesson: &str) -> Result<Progress, StoreError> {
        let file = self.file(account, lesson);
        match fs::read(&file) {
            Ok(bytes) => parse(&file, &bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Progress::new(account, lesson)),
            Err(error) => Err(StoreError::Io { file, error }),
        }
    }

    /// Forgets what was saved, for starting over.
    ///
    /// # Errors
    /// The file system refuses.
    pub fn forget(&self, account: &str, lesson: &str) -> Result<(), StoreError> {
        let file = self.file(account, lesson);
        match fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::Io { file, error }),
            _ => Ok(()),
        }
    }

    /// Everything that was saved for a lesson, by account number.
    ///
    /// # Errors
    /// As [`Store::load`], for the first file that can't be read.
    pub fn all(&self, lesson: &str) -> Result<Vec<Progress>, StoreError> {
        let ending = format!("-{}.json", safe(lesson));
        let mut files: Vec<PathBuf> = match fs::read_dir(&self.folder) {
            Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).collect(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(StoreError::Io { file: self.folder.clone(), error }),
        };
        files
            .retain(|file| file.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(&ending)));
        files.sort();
        files
            .into_iter()
            .map(|file| {
                let bytes = fs::read(&file).map_err(|error| StoreError::Io { file: file.clone(), error })?;
                parse(&file, &bytes)
            })
            .collect()
    }

    /// Saves `progress` together with what another tutor may have saved since; returns both merged.
    ///
    /// # Errors
    /// As [`Store::load`], and when the file system refuses. The file then still holds its old state.
    pub fn save(&self, progress: &Progress) -> Result<Progress, StoreError> {
        let file = self.file(&progress.account, &progress.lesson);
        let io = |error| StoreError::Io { file: file.clone(), error };
        let mut lock = lock(&file).map_err(io)?;
        let _guard = lock.write().map_err(io)?;
        let merged = progress.clone().merged(&self.load(&progress.account, &progress.lesson)?);
        let mut content = serde_json::to_vec_pretty(&merged).map_err(|error| io(error.into()))?;
        content.push(b'\n');
        // Tidying is a courtesy: that a leftover can't be removed is no reason not to save.
        let _ = sweep(&file);
        replace(&file, &content).map_err(io)?;
        Ok(merged)
    }
}

fn parse(file: &Path, bytes: &[u8]) -> Result<Progress, StoreError> {
    #[derive(serde::Deserialize)]
    struct Version {
        version: u32,
    }
    let unreadable = |error: &serde_json::Error| StoreError::Unreadable {
        file: file.to_owned(),
        position: Some((error.line(), error.column())),
        problem: Text::verbatim(error.to_string()),
    };
    let version: Version = serde_json::from_slice(bytes).map_err(|error| unreadable(&error))?;
    if version.version > VERSION {
        let problem = msg!(progress_newer, found = version.version, known = VERSION);
        return Err(StoreError::Unreadable { file: file.to_owned(), position: None, problem });
    }
    serde_json::from_slice(bytes).map_err(|error| unreadable(&error))
}

/// A part of a file name that can't leave the folder.
fn safe(part: &str) -> String {
    part.chars()
        .map(|character| if character.is_ascii_alphanumeric() || character == '-' { character } else { '_' })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path().join("deep/state"));
        (folder, store)
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let (_folder, store) = store();
        let mut progress = store.load("123456789012", "step4").unwrap();
        progress.passed.insert("1-1".into(), Timestamp::UNIX_EPOCH);
        store.save(&progress).unwrap();
        assert_eq!(store.load("123456789012", "step4").unwrap(), progress);
        assert!(store.load("210987654321", "step4").unwrap().passed.is_empty());
    }

    #[test]
    fn what_is_forgotten_is_gone_and_may_be_forgotten_again() {
        let (_folder, store) = store();
        let mut progress = store.load("demo", "step4").unwrap();
        progress.passed.insert("1-1".into(), Timestamp::UNIX_EPOCH);
        store.save(&progress).unwrap();
        store.forget("demo", "step4").unwrap();
        store.forget("demo", "step4").unwrap();
        assert!(store.load("demo", "step4").unwrap().passed.is_empty());
    }

    #[test]
    fn two_tutors_lose_nothing() {
        let (_folder, store) = store();
        let mut one = store.load("1", "step4").unwrap();
        let mut two = store.load("1", "step4").unwrap();
        one.passed.insert("1-1".into(), Timestamp::UNIX_EPOCH);
        two.passed.insert("1-2".into(), Timestamp::UNIX_EPOCH);
        store.save(&one).unwrap();
        let merged = store.save(&two).unwrap();
        assert_eq!(merged.passed.len(), 2);
        assert_eq!(store.load("1", "step4").unwrap(), merged);
    }

    #[test]
    fn what_a_killed_tutor_left_unfinished_is_swept_away_and_nothing_else() {
        let (_folder, store) = store();
        let file = store.save(&Progress::new("1", "step4")).map(|saved| store.file(&saved.account, "step4")).unwrap();
        let beside = |name: &str| file.with_file_name(name);
        let (own, of_another) = (beside(".1-step4.json.aBc123"), beside(".2-step4.json.aBc123"));
        fs::write(&own, "{").unwrap();
        fs::write(&of_another, "{").unwrap();
        store.save(&Progress::new("1", "step4")).unwrap();
        assert_eq!((own.exists(), of_another.exists(), file.exists()), (false, true, true));
    }

    #[test]
    fn where_nothing_can_be_written_what_was_saved_stays() {
        let (_folder, store) = store();
        let mut progress = Progress::new("1", "step4");
        store.save(&progress).unwrap();
        let file = store.file("1", "step4");
        // A folder where the lock should be, which even root can't write to.
        let lock = file.with_extension("lock");
        fs::remove_file(&lock).unwrap();
        fs::create_dir(&lock).unwrap();
        progress.passed.insert("1-1".into(), Timestamp::UNIX_EPOCH);
        assert!(matches!(store.save(&progress), Err(StoreError::Io { .. })));
        assert!(store.load("1", "step4").unwrap().passed.is_empty());
    }

    #[test]
    fn a_clock_that_went_back_loses_nothing_that_was_reached() {
        let (_folder, store) = store();
        let mut progress = Progress::new("1", "step4");
        progress.passed.insert("1-1".into(), Timestamp::from_second(1_000).unwrap());
        let mut progress = store.save(&progress).unwrap();
        progress.passed.insert("1-2".into(), Timestamp::from_second(10).unwrap());
        assert_eq!(store.save(&progress).unwrap().passed.len(), 2);
    }

    #[test]
    fn a_broken_file_is_reported_with_its_line_and_kept() {
        let (_folder, store) = store();
        let file = store.file("1", "step4");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        for broken in
            ["{\n  \"version\": 1,\n  nonsense", "", "{\"version\":1,\"account\":\"1\",\"lesson\":\"l\",\"extra\":1}"]
        {
            fs::write(&file, broken).unwrap();
            let error = store.load("1", "step4").unwrap_err();
            assert!(matches!(error, StoreError::Unreadable { position: Some(_), .. }), "{error:?}");
            assert!(store.save(&Progress::new("1", "step4")).is_err());
            assert_eq!(fs::read_to_string(&file).unwrap(), broken);
        }
    }

    #[test]
    fn a_newer_file_is_left_alone() {
        let (_folder, store) = store();
        let file = store.file("1", "step4");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "{\"version\": 99, \"new\": true}").unwrap();
        assert!(matches!(store.load("1", "step4"), Err(StoreError::Unreadable { position: None, .. })));
    }

    #[test]
    fn names_can_not_leave_the_folder() {
        let (_folder, store) = store();
        assert_eq!(store.file("../../x", "a/b").parent(), store.file("1", "2").parent());
    }
}
