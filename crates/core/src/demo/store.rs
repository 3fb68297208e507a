//! The simulated account on disk, so that the learner can go on tomorrow.

#![expect(clippy::disallowed_methods, reason = "the file that the simulated account is kept in")]

use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use super::SimulatedAccount;
use crate::files::{lock, replace, sweep};

/// Which form the file has. It goes up whenever a file written before could be read wrongly, or leave the learner with
/// something that can't be mended; files without a version are older than all of them.
const VERSION: u32 = 3;

/// The file.
#[derive(Serialize, Deserialize)]
struct Saved<S> {
    version: u32,
    simulated: S,
}

/// What every version of the file can be asked.
#[derive(Deserialize)]
struct Head {
    version: Option<u32>,
}

/// Why a simulated account could not be read or written. It holds nothing of value: starting afresh is always right.
#[derive(Debug, Error)]
pub enum DemoStoreError {
    /// The file system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file is not what this version writes.
    #[error(transparent)]
    Unreadable(#[from] serde_json::Error),
    /// Another version of the program wrote the file.
    #[error("written in another form than version {VERSION}")]
    OtherVersion,
}

/// What was saved in `file`; none where there is no such file.
///
/// # Errors
/// The file can't be read, or is not what this version writes.
pub fn load(file: &Path) -> Result<Option<SimulatedAccount>, DemoStoreError> {
    match fs::read(file) {
        Ok(bytes) => parse(&bytes).map(Some),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn parse(bytes: &[u8]) -> Result<SimulatedAccount, DemoStoreError> {
    let head: Head = serde_json::from_slice(bytes)?;
    if head.version != Some(VERSION) {
        return Err(DemoStoreError::OtherVersion);
    }
    let saved: Saved<SimulatedAccount> = serde_json::from_slice(bytes)?;
    if !has_all(&serde_json::from_slice(bytes)?, &serde_json::to_value(&saved)?) {
        return Err(DemoStoreError::OtherVersion);
    }
    Ok(saved.simulated)
}

/// Whether what was `read` has every field that would be `written`. One that may be empty is written all the same, so that
/// an account without it comes from elsewhere, and could hold what no action mends.
fn has_all(read: &Value, written: &Value) -> bool {
    match (read, written) {
        (Value::Object(read), Value::Object(written)) => {
            written.iter().all(|(name, field)| read.get(name).is_some_and(|found| has_all(found, field)))
        }
        (Value::Array(read), Value::Array(written)) => read.iter().zip(written).all(|(read, item)| has_all(read, item)),
        _ => true,
    }
}

/// Saves `simulated` in `file`.
///
/// # Errors
/// The file system refuses; `file` is then as it was.
pub fn save(file: &Path, simulated: &SimulatedAccount) -> Result<(), DemoStoreError> {
    let mut lock = lock(file)?;
    let _guard = lock.write()?;
    // Tidying is a courtesy: that a leftover can't be removed is no reason not to save.
    let _ = sweep(file);
    Ok(replace(file, &serde_json::to_vec(&Saved { version: VERSION, simulated })?)?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::Timestamp;

    use super::*;
    use crate::lesson::{Pack, load as load_lesson};

    #[test]
    fn what_a_killed_demo_left_unfinished_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/world.json");
        let lesson = load_lesson(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let simulated = SimulatedAccount::new(&lesson, Timestamp::UNIX_EPOCH);
        save(&file, &simulated).unwrap();
        let unfinished = file.with_file_name(".world.json.aBc123");
        fs::write(&unfinished, "{").unwrap();
        save(&file, &simulated).unwrap();
        assert!(!unfinished.exists());
        assert!(load(&file).unwrap().unwrap().fits(&lesson));
    }

    #[test]
    fn another_version_is_told_from_a_broken_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("world.json");
        let lesson = load_lesson(&Pack::Embedded, &BTreeMap::new()).unwrap();
        save(&file, &SimulatedAccount::new(&lesson, Timestamp::UNIX_EPOCH)).unwrap();
        let saved: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        let read = |value: &serde_json::Value| {
            fs::write(&file, value.to_string()).unwrap();
            load(&file)
        };
        assert!(read(&saved).unwrap().is_some());
        // As the file was before it had a version.
        assert!(matches!(read(&saved["simulated"]), Err(DemoStoreError::OtherVersion)));
        for version in [VERSION - 1, VERSION + 1] {
            let mut other = saved.clone();
            other["version"] = version.into();
            assert!(matches!(read(&other), Err(DemoStoreError::OtherVersion)));
        }
        let mut broken = saved.clone();
        broken["simulated"]["ids"] = "none".into();
        assert!(matches!(read(&broken), Err(DemoStoreError::Unreadable(_))));
    }
}
