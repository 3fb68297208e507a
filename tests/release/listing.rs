//! The list of what the program is made of, made by a stand-in for cargo-cyclonedx: as that does, it writes one beside
//! the manifest of every crate of the workspace.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::release_page::{done, write_program};

const TARGETS: [&str; 2] = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"];

/// What stands for `cargo`: after `cyclonedx` it wants the name last.
const CARGO: &str = "for name; do :; done
for manifest in Cargo.toml crates/*/Cargo.toml; do
    echo \"$(grep ^name $manifest) of file://$PWD/src\" >\"$(dirname $manifest)/$name.json\"
done";

/// A workspace of two crates with the script, and the stand-in beside it.
fn workspace(cargo: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("release/sbom");
    for (file, text) in [
        ("release/sbom", fs::read_to_string(script).unwrap().as_str()),
        ("Cargo.toml", "name = \"the program\"\n"),
        ("crates/core/Cargo.toml", "name = \"core\"\n"),
        ("bin/cargo", ""),
    ] {
        let file = folder.path().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    fs::set_permissions(folder.path().join("release/sbom"), fs::Permissions::from_mode(0o755)).unwrap();
    write_program(&folder.path().join("bin/cargo"), cargo);
    folder
}

fn sbom(workspace: &TempDir) -> Command {
    let mut command = Command::new(workspace.path().join("release/sbom"));
    let path = std::env::var("PATH").unwrap();
    command.env("PATH", format!("{}:{path}", workspace.path().join("bin").display()));
    command
}

/// The JSON files below a folder, by their paths from there.
fn lists(workspace: &TempDir) -> Vec<String> {
    let found = done(Command::new("find").args([".", "-name", "*.json"]).current_dir(workspace.path()));
    let mut lists: Vec<String> = String::from_utf8(found.stdout).unwrap().lines().map(str::to_owned).collect();
    lists.sort();
    lists
}

#[test]
fn one_list_a_target_is_shipped_and_it_is_the_programs() {
    let workspace = workspace(CARGO);
    done(&mut sbom(&workspace));
    let mut shipped = TARGETS.map(|target| format!("./target/publish/ec-site-tutor-{target}.cdx.json"));
    shipped.sort();
    assert_eq!(lists(&workspace), shipped);
    for list in shipped {
        let text = fs::read_to_string(workspace.path().join(list)).unwrap();
        assert_eq!(text, "name = \"the program\" of file:///ec-site-tutor/src\n");
    }
}

#[test]
fn a_list_that_could_not_be_made_leaves_nothing_behind() {
    let workspace = workspace(&format!("{CARGO}\nexit 1"));
    assert!(!sbom(&workspace).output().unwrap().status.success());
    assert_eq!(lists(&workspace), [""; 0]);
}
