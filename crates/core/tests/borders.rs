//! What the files of this crate say of themselves: how its folders lean on each other, and where ids may be spelt.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test reports by panicking")]
#![expect(clippy::disallowed_methods, reason = "only the crate itself is pure: its tests read files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ec_site_tutor_core::verify::CauseId;
use ec_site_tutor_testing::imports::Sources;

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file below `folder` that belongs to the program itself, with its text up to its tests.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.ends_with("tests") || path.ends_with("tests.rs") {
            continue;
        }
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            let text = fs::read_to_string(&path).unwrap();
            let own = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
            files.push((path, own));
        }
    }
    files
}

/// The folder, or the file, of the first level that a file belongs to.
fn top(path: &Path) -> String {
    let below = path.strip_prefix(sources()).unwrap();
    below.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

#[test]
fn no_file_or_folder_leans_on_one_of_the_same_folder_that_leans_on_it() {
    let sources = Sources::read(&sources());
    assert!(sources.leans("report", "verify"), "nothing was read: {sources:?}");
    assert_eq!(sources.circles(), BTreeSet::new());
}

/// A cause is named by its name in the table. An id in quotes elsewhere could be misspelt, and nothing would say so.
#[test]
fn no_file_but_the_table_spells_the_id_of_a_cause() {
    let ids: Vec<String> = CauseId::ALL.iter().map(|cause| format!("\"{cause}\"")).collect();
    let places = ["verify", "diagnose", "report", "progress", "map", "evidence", "cost", "cleanup"];
    let files = files(&sources()).into_iter().filter(|(path, _)| places.contains(&top(path).as_str()));
    let mut spelt = Vec::new();
    for (path, text) in files {
        spelt.extend(ids.iter().filter(|id| text.contains(*id)).map(|id| format!("{}: {id}", path.display())));
    }
    assert_eq!(spelt, [""; 0]);
}
