//! What the tutor must not know.

use std::fs;
use std::path::{Path, PathBuf};

/// Words that no source of the tutor has in its code: whoever shows it knows it, and never the other way round.
const FOREIGN: [&str; 7] =
    ["crossterm", "ratatui", "crate::tui", "crate::terminal", "crate::plain", "crate::class", "crate::cli"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn the_tutor_knows_no_terminal_and_none_of_those_who_show_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tutor");
    let this = folder.join("tests/borders.rs");
    let sources = sources(&folder);
    assert!(sources.contains(&this), "{sources:?}");
    for source in sources.iter().filter(|source| **source != this) {
        let text = fs::read_to_string(source).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for (line, word) in code.flat_map(|line| FOREIGN.map(|word| (line, word))) {
            assert!(!line.contains(word), "{}: {line}", source.display());
        }
    }
}
