//! `--version`: which program this is, for whoever has to tell why it did what it did.

use std::collections::BTreeMap;

use crate::i18n::Text;
use crate::lesson::{Pack, load};
use crate::msg;

/// The version in the manifest, such as `0.1.0`.
pub const RELEASE: &str = env!("CARGO_PKG_VERSION");
/// The commit it was built from, as `build.rs` found it; empty where it wasn't built from a repository.
const COMMIT: &str = env!("EC_SITE_TUTOR_COMMIT");

/// The release, the commit where there is one, and the lesson that is built in.
pub fn line() -> Text {
    match load(&Pack::Embedded, &BTreeMap::new()) {
        Ok(lesson) if COMMIT.is_empty() => {
            msg!(version, release = RELEASE, lesson = lesson.id, edition = lesson.version)
        }
        Ok(lesson) => {
            msg!(version_of_commit, release = RELEASE, commit = COMMIT, lesson = lesson.id, edition = lesson.version)
        }
        Err(error) => error.text(),
    }
}
