//! The simulated account on disk, so that the learner can go on tomorrow.

#![expect(clippy::disallowed_methods, reason = "the file that the simulated account is kept in")]

use std::path::Path;
use std::{fs, io};

use thiserror::Error;

use super::SimulatedAccount;
use crate::files::{lock, replace, sweep};

/// Why a simulated account could not be read or written. It holds nothing of value: starting afresh is always right.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The file system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file is not what this version writes.
    #[error(transparent)]
    Unreadable(#[from] serde_json::Error),
}

/// What was saved in `file`; none where there is no such file.
///
/// # Errors
/// The file can't be read, or is not what this version writes.
pub fn load(file: &Path) -> Result<Option<SimulatedAccount>, StoreError> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Saves `simulated` in `file`.
///
/// # Errors
/// The file system refuses; `file` is then as it was.
pub fn save(file: &Path, simulated: &SimulatedAccount) -> Result<(), StoreError> {
    let mut lock = lock(file)?;
    let _guard = lock.write()?;
    // Tidying is a courtesy: that a leftover can't be removed is no reason not to save.
    let _ = sweep(file);
    Ok(replace(file, &serde_json::to_vec(simulated)?)?)
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
}
