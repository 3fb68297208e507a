//! Which commit the program is built from, where it is built from its repository.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What the program is made of. Other files may differ from the commit without making it another program.
const SOURCES: [&str; 8] = ["Cargo.lock", "Cargo.toml", "build", "build.rs", "crates", "lessons", "locales", "src"];

/// Where git would look before it looks at the folder that it is asked about; set while a hook runs, say.
const ELSEWHERE: [&str; 3] = ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"];

/// The commit of the repository at `root`, marked where the sources differ from it. None outside of a repository, in a
/// folder of somebody else's, and without git.
pub fn stamp(root: &Path) -> Option<String> {
    if !git(root, &["rev-parse", "--show-prefix"])?.is_empty() {
        return None;
    }
    let commit = git(root, &["rev-parse", "--short", "HEAD"])?;
    let changes = git(root, &[&["status", "--porcelain", "--"], SOURCES.as_slice()].concat())?;
    Some(if changes.is_empty() { commit } else { commit + "-dirty" })
}

/// The files that tell when the stamp of `root` may have become another. Only what is there: cargo takes a missing file
/// for a changed one at every build.
pub fn signs_of_change(root: &Path) -> Vec<PathBuf> {
    let sources = SOURCES.iter().map(|source| root.join(source));
    // Git adds a line to this log whenever another commit is checked out, made or mended.
    let log = git(root, &["rev-parse", "--git-path", "logs/HEAD"]).map(|path| root.join(path));
    sources.chain(log).filter(|path| path.exists()).collect()
}

/// What git says about `root`, without touching anything there; none where it doesn't know.
fn git(root: &Path, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    command.arg("--no-optional-locks").arg("-C").arg(root).args(arguments);
    for name in ELSEWHERE {
        command.env_remove(name);
    }
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok().map(|text| text.trim_end().to_owned())
}
