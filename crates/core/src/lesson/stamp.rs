//! Whether the files of a pack have changed, told without reading them.

#![expect(clippy::disallowed_methods, reason = "tells whether a folder was edited")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Pack;
use crate::files::mark;

/// Where the files of a pack are.
const FOLDERS: &[&str] = &["", "ja", "en", "snippets", "exercises"];

/// The files of a pack with their sizes and the times of their last changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Pack {
    /// What tells whether files of a folder have changed; none for the pack within the program, which can't change.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        match self {
            Self::Embedded => None,
            Self::Folder(root) => Some(Stamp(FOLDERS.iter().flat_map(|folder| files(&root.join(folder))).collect())),
        }
    }
}

fn files(folder: &Path) -> Vec<(PathBuf, (u64, Option<SystemTime>))> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| Some((entry.path(), mark(&entry.path())?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_new_and_a_deleted_file_change_the_stamp_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("ja")).unwrap();
        let text = folder.path().join("ja/1.md");
        fs::write(&text, "one").unwrap();
        let pack = Pack::Folder(folder.path().to_owned());
        let mut stamps = vec![pack.stamp()];
        assert_eq!(stamps[0], pack.stamp());
        fs::write(&text, "longer").unwrap();
        stamps.push(pack.stamp());
        fs::write(folder.path().join("lesson.toml"), "").unwrap();
        stamps.push(pack.stamp());
        fs::remove_file(&text).unwrap();
        stamps.push(pack.stamp());
        assert!(stamps.windows(2).all(|pair| pair[0] != pair[1]), "{stamps:?}");
        assert_eq!(Pack::Embedded.stamp(), None);
    }
}
