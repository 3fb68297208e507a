//! The order and the filter that an instructor chose last, kept beside the history of the class.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::order::{Filter, Sort};
use crate::files::replace;

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewChoice {
    pub sort: Sort,
    pub filter: Filter,
}

impl Default for ViewChoice {
    fn default() -> Self {
        Self { sort: Sort::Urgency, filter: Filter::All }
    }
}

impl ViewChoice {
    /// What `file` keeps; the default where there is none, or one of another version.
    #[must_use]
    pub fn load(file: Option<&Path>) -> Self {
        let kept = file.and_then(|file| fs::read(file).ok());
        kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Keeps it. Where that fails, the next board begins as the first one did.
    pub fn keep(self, file: &Path) {
        if let Ok(bytes) = serde_json::to_vec(&self) {
            let _ = replace(file, &bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_chosen_the_next_time_and_rubbish_is_the_default() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("class.view");
        assert_eq!(ViewChoice::load(Some(&file)), ViewChoice::default());
        let chosen = ViewChoice { sort: Sort::Name, filter: Filter::Stuck };
        chosen.keep(&file);
        assert_eq!(ViewChoice::load(Some(&file)), chosen);
        fs::write(&file, "{\"sort\":\"by colour\"}").unwrap();
        assert_eq!(ViewChoice::load(Some(&file)), ViewChoice::default());
    }
}
