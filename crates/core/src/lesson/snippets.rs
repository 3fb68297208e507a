//! Commands and scripts of a lesson, by the names that learners call them.

use std::collections::BTreeMap;

/// Snippets by file name, with the values filled in.
pub type Snippets = BTreeMap<String, String>;

/// What learners call a snippet: `user-data.sh` is `user-data`.
#[must_use]
pub fn short_name(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The text of the snippet of this name, short or whole.
#[must_use]
pub fn find_snippet<'a>(snippets: &'a Snippets, name: &str) -> Option<&'a str> {
    let found = snippets.iter().find(|(file, _)| *file == name || short_name(file) == name);
    found.map(|(_, text)| text.as_str())
}
