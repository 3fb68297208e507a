//! Progress on disk: one file per account and lesson, whole at every instant, safe for two tutors at once.

#![expect(clippy::disallowed_methods, reason = "the file that progress is kept in")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::model::VERSION;
use super::{Known, Progress};
use crate::files::{lock, make_private, replace, sweep};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;

/// The folder that progress files live in.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
    /// What the pack asks for, where it isn't the program's own: what was reached by other checks is kept apart.
    checks: Option<String>,
    /// What the lesson asks for now.
    known: Option<Arc<Known>>,
}

/// Everything that was saved for a lesson.
#[derive(Debug, Default)]
pub struct Saved {
    /// By account number.
    pub read: Vec<Progress>,
    /// Why the files of other accounts can't be read.
    pub unreadable: Vec<StoreError>,
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
        Self { folder, checks: None, known: None }
    }

    /// The store for what is reached by the checks of `lesson`. That of the program's own pack is the same from version to
    /// version.
    #[must_use]
    pub fn of(&self, lesson: &Lesson) -> Self {
        let checks = (!lesson.is_own).then(|| lesson.checks.clone());
        Self { folder: self.folder.clone(), checks, known: Some(Arc::new(Known::of(lesson))) }
    }

    /// Where the progress of an account and lesson is kept.
    #[must_use]
    pub fn file(&self, account: &str, lesson: &str) -> PathBuf {
        self.folder.join(format!("{}{}", safe(account), self.ending(lesson)))
    }

    /// What stands behind the account in the names of files.
    fn ending(&self, lesson: &str) -> String {
        let checks = self.checks.as_ref().map(|checks| format!("-{}", safe(checks))).unwrap_or_default();
        format!("-{}{checks}.json", safe(lesson))
    }

    /// What was saved, or nothing reached yet where nothing was.
    ///
    /// # Errors
    /// The file can't be read, is not a progress file, or was written by a newer version.
    pub fn load(&self, account: &str, lesson: &str) -> Result<Progress, StoreError> {
        let file = self.file(account, lesson);
        match fs::read(&file) {
            Ok(bytes) => parse(&file, &bytes).and_then(|progress| self.own(&file, progress)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(self.begun(account, lesson)),
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

    /// What a learner begins with by other checks than before: the learner's own words.
    fn begun(&self, account: &str, lesson: &str) -> Progress {
        let plain = Self { checks: None, ..self.clone() };
        let words = self.checks.as_ref().and_then(|_| plain.load(account, lesson).ok()).map(Progress::own_words);
        words.unwrap_or_else(|| Progress::new(account, lesson))
    }

    fn brought_up(&self, progress: Progress) -> Progress {
        match &self.known {
            Some(known) => progress.brought_up(known),
            None => progress,
        }
    }

    /// `progress`, where `file` is its own: what one account reached doesn't count for another.
    fn own(&self, file: &Path, progress: Progress) -> Result<Progress, StoreError> {
        if self.file(&progress.account, &progress.lesson) == file {
            return Ok(self.brought_up(progress));
        }
        let problem = msg!(progress_of_another, account = &progress.account, lesson = &progress.lesson);
        Err(StoreError::Unreadable { file: file.to_owned(), position: None, problem })
    }

    /// Everything that was saved for a lesson. A file that can't be read keeps nobody from the others.
    ///
    /// # Errors
    /// The folder can't be read.
    pub fn all(&self, lesson: &str) -> Result<Saved, StoreError> {
        let ending = self.ending(lesson);
        let mut files: Vec<PathBuf> = match fs::read_dir(&self.folder) {
            Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).collect(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(StoreError::Io { file: self.folder.clone(), error }),
        };
        files
            .retain(|file| file.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(&ending)));
        files.sort();
        let mut saved = Saved::default();
        for file in files {
            let bytes = fs::read(&file).map_err(|error| StoreError::Io { file: file.clone(), error });
            match bytes.and_then(|bytes| parse(&file, &bytes)).and_then(|progress| self.own(&file, progress)) {
                Ok(progress) => saved.read.push(progress),
                Err(error) => saved.unreadable.push(error),
            }
        }
        Ok(saved)
    }

    /// Saves `progress` together with what another tutor may have saved since; returns both merged.
    ///
    /// # Errors
    /// As [`Store::load`], and when the file system refuses. The file then still holds its old state.
    pub fn save(&self, progress: &Progress) -> Result<Progress, StoreError> {
        let file = self.file(&progress.account, &progress.lesson);
        let io = |error| StoreError::Io { file: file.clone(), error };
        make_private(&self.folder).map_err(io)?;
        let mut lock = lock(&file).map_err(io)?;
        let _guard = lock.write().map_err(io)?;
        let merged = self.brought_up(progress.clone()).merged(&self.load(&progress.account, &progress.lesson)?);
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
    use std::collections::BTreeMap;
    use std::os::unix::fs::PermissionsExt as _;

    use jiff::Timestamp;

    use super::*;
    use crate::lesson::{Pack, load};

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
    fn nobody_else_may_read_what_is_saved() {
        let (_folder, store) = store();
        store.save(&Progress::new("1", "step4")).unwrap();
        let file = store.file("1", "step4");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let (folder, lock) = (file.parent().unwrap(), file.with_extension("lock"));
        assert_eq!((mode(folder), mode(&file), mode(&lock)), (0o700, 0o600, 0o600));
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
        store.save(&Progress::new("1", "step4")).unwrap();
        assert_eq!(mode(folder), 0o700, "what an older version left is mended");
    }

    #[test]
    fn what_one_account_reached_is_refused_under_the_name_of_another() {
        let (_folder, store) = store();
        let mut progress = Progress::new("1", "step4");
        progress.passed.insert("1-1".into(), Timestamp::UNIX_EPOCH);
        store.save(&progress).unwrap();
        for (account, lesson) in [("2", "step4"), ("1", "step5")] {
            fs::copy(store.file("1", "step4"), store.file(account, lesson)).unwrap();
            assert!(matches!(store.load(account, lesson), Err(StoreError::Unreadable { .. })), "{account} {lesson}");
            assert!(store.save(&Progress::new(account, lesson)).is_err());
        }
        let saved = store.all("step4").unwrap();
        assert_eq!((saved.read, saved.unreadable.len()), (vec![progress], 1), "the others are there all the same");
    }

    #[test]
    fn what_was_reached_by_other_checks_is_kept_apart_and_own_words_go_along() {
        let (_folder, store) = store();
        let own = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let easier = Lesson { checks: "0011".into(), is_own: false, ..own.clone() };
        let known = Known::of(&own);
        let (own, easier) = (store.of(&own), store.of(&easier));
        let mut progress = Progress::new("1", "step4");
        progress.passed.insert("1-1".into(), Timestamp::UNIX_EPOCH);
        progress.attest("2-2", "pm2", true, Timestamp::UNIX_EPOCH);
        easier.save(&progress).unwrap();
        assert_eq!(own.load("1", "step4").unwrap(), Progress::new("1", "step4"));
        progress.take_note("1-1", "mine", Timestamp::UNIX_EPOCH);
        own.save(&progress).unwrap();
        let other = Store { checks: Some("2233".into()), ..store.clone() };
        let begun = other.load("1", "step4").unwrap();
        assert!(begun.passed.is_empty() && begun.attested.is_empty() && begun.note("1-1") == Some("mine"));
        let kept = progress.brought_up(&known);
        assert_eq!(store.load("1", "step4").unwrap(), kept, "the program's own pack is kept where it always was");
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
