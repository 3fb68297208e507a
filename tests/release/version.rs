//! `--version` tells the commit; a build outside of the repository tells none.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::release_page::done;

#[path = "../../build/commit.rs"]
mod commit;

fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args([
        "-c",
        "user.name=x",
        "-c",
        "user.email=x@example.org",
        "-c",
        "commit.gpgsign=false",
    ]);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        git.env_remove(name);
    }
    String::from_utf8(done(git.args(arguments)).stdout).unwrap().trim_end().to_owned()
}

/// A repository with one commit.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in ["README.md", "Cargo.toml", "src/main.rs"] {
        fs::create_dir_all(folder.path().join(file).parent().unwrap()).unwrap();
        fs::write(folder.path().join(file), "first").unwrap();
    }
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "first"]);
    folder
}

#[test]
fn the_stamp_is_the_commit() {
    let folder = repository();
    assert_eq!(commit::stamp(folder.path()), Some(git(folder.path(), &["rev-parse", "--short", "HEAD"])));
}

#[test]
fn sources_that_differ_are_marked_and_other_files_are_not() {
    let folder = repository();
    let clean = commit::stamp(folder.path()).unwrap();
    fs::write(folder.path().join("README.md"), "second").unwrap();
    assert_eq!(commit::stamp(folder.path()).unwrap(), clean, "a document makes no other program");
    fs::write(folder.path().join("src/main.rs"), "second").unwrap();
    assert_eq!(commit::stamp(folder.path()).unwrap(), format!("{clean}-dirty"));
    git(folder.path(), &["add", "src"]);
    assert_eq!(commit::stamp(folder.path()).unwrap(), format!("{clean}-dirty"), "staged is not committed");
    git(folder.path(), &["commit", "--quiet", "-m", "second"]);
    assert!(!commit::stamp(folder.path()).unwrap().contains("dirty"));
    fs::write(folder.path().join("src/new.rs"), "new").unwrap();
    assert!(commit::stamp(folder.path()).unwrap().contains("dirty"), "nor is a new file");
}

#[test]
fn a_folder_that_is_no_repository_of_its_own_has_no_stamp() {
    let folder = repository();
    assert_eq!(commit::stamp(&folder.path().join("src")), None, "unpacked within somebody else's repository");
    let unpacked = tempfile::tempdir().unwrap();
    assert_eq!(commit::stamp(unpacked.path()), None, "unpacked anywhere");
}

#[test]
fn a_second_work_tree_is_stamped_too() {
    let (folder, place) = (repository(), tempfile::tempdir().unwrap());
    let tree = place.path().join("tree");
    git(folder.path(), &["worktree", "add", "--quiet", &tree.display().to_string()]);
    assert_eq!(commit::stamp(&tree), commit::stamp(folder.path()));
    assert!(commit::signs_of_change(&tree).iter().any(|path| path.ends_with("logs/HEAD")));
}

#[test]
fn the_signs_of_change_are_there_and_a_commit_touches_one() {
    let folder = repository();
    let signs = commit::signs_of_change(folder.path());
    assert!(signs.iter().all(|sign| sign.exists()), "cargo would build anew every time: {signs:?}");
    let read = || signs.iter().map(|sign| fs::read(sign).unwrap_or_default()).collect::<Vec<_>>();
    let before = read();
    git(folder.path(), &["commit", "--quiet", "--allow-empty", "-m", "second"]);
    assert_ne!(read(), before);
}

#[test]
fn the_program_tells_its_release_its_commit_and_its_lesson() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lesson: toml::Table = toml::from_str(include_str!("../../lessons/step4/lesson.toml")).unwrap();
    let edition = lesson["version"].as_str().unwrap();
    let program =
        Command::new(env!("CARGO_BIN_EXE_ec-site-tutor")).args(["--lang", "en", "--version"]).output().unwrap();
    let line = String::from_utf8(program.stdout).unwrap();
    let start = format!("ec-site-tutor {} (", env!("CARGO_PKG_VERSION"));
    assert!(line.starts_with(&start) && line.ends_with(&format!("lesson step4 {edition})\n")), "{line}");
    if let Some(stamp) = commit::stamp(root) {
        assert!(line.contains(stamp.trim_end_matches("-dirty")), "{line} doesn't tell {stamp}");
    }
}
