//! The scripts that a release rests on refuse what must not be released.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::release_page::{done, script};

const PROGRAM: &str = env!("CARGO_BIN_EXE_ec-site-tutor");

fn check_glibc(program: &Path, oldest: &str) -> Output {
    script("check-glibc").arg(program).arg(oldest).output().unwrap()
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

#[test]
fn a_program_passes_with_the_glibc_that_it_needs_and_with_any_newer_one() {
    for oldest in ["2.99", "3.0"] {
        let output = check_glibc(Path::new(PROGRAM), oldest);
        assert!(output.status.success(), "{}", words(&output));
    }
}

#[test]
fn a_program_that_needs_a_newer_glibc_is_refused_and_the_symbols_are_named() {
    // Every dynamic program needs more than this.
    let output = check_glibc(Path::new(PROGRAM), "2.1");
    assert!(!output.status.success());
    assert!(words(&output).contains("newer than 2.1") && words(&output).contains("@GLIBC_2."), "{}", words(&output));
}

#[test]
fn versions_are_compared_as_numbers() {
    let needed = words(&check_glibc(Path::new(PROGRAM), "2.99"));
    let needed = needed.split("glibc needed: ").nth(1).and_then(|rest| rest.split(',').next()).unwrap().to_owned();
    assert!(check_glibc(Path::new(PROGRAM), &needed).status.success(), "{needed}");
    assert!(!check_glibc(Path::new(PROGRAM), "2.4").status.success(), "2.4 is older than {needed}");
}

#[test]
fn a_program_that_needs_another_library_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let here = |name: &str| folder.path().join(name);
    fs::write(here("odd.c"), "int odd(void) { return 0; }").unwrap();
    fs::write(here("main.c"), "int odd(void); int main(void) { return odd(); }").unwrap();
    done(Command::new("cc").args(["-shared", "-fPIC", "-o", "libodd.so", "odd.c"]).current_dir(folder.path()));
    done(Command::new("cc").args(["-o", "main", "main.c", "libodd.so"]).current_dir(folder.path()));
    let output = check_glibc(&here("main"), "2.99");
    assert!(!output.status.success() && words(&output).contains("libodd.so"), "{}", words(&output));
}

#[test]
fn what_is_no_program_is_refused() {
    assert!(!check_glibc(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md").as_path(), "2.34").status.success());
}

/// A copy of the scripts beside another changelog.
fn project(version: &str, changelog: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("release")).unwrap();
    let notes = Path::new(env!("CARGO_MANIFEST_DIR")).join("release/notes");
    fs::copy(notes, folder.path().join("release/notes")).unwrap();
    fs::write(folder.path().join("Cargo.toml"), format!("[package]\nversion = \"{version}\"\n")).unwrap();
    fs::write(folder.path().join("CHANGELOG.md"), changelog).unwrap();
    folder
}

fn notes(project: &TempDir, version: &str) -> Output {
    Command::new(project.path().join("release/notes")).args([version, "https://example.org/latest"]).output().unwrap()
}

const CHANGELOG: &str = "# Changelog\n\n## [Unreleased]\n\n- later\n\n## [0.10.0] - 2026-01-02\n\n- now\n\n\
                         ## [0.1.0] - 2026-01-01\n\n- before\n";

#[test]
fn the_notes_are_how_to_install_and_the_section_of_the_version_alone() {
    let output = notes(&project("0.10.0", CHANGELOG), "0.10.0");
    assert!(output.status.success(), "{}", words(&output));
    let notes = words(&output);
    assert!(notes.contains("curl -fsSL https://example.org/latest/install.sh | sh\n"), "{notes}");
    assert!(notes.contains("- now") && !notes.contains("- later") && !notes.contains("- before"), "{notes}");
    assert!(!notes.contains("0.10.0"), "the heading is the page's own");
}

#[test]
fn a_version_that_the_changelog_or_the_manifest_does_not_know_is_refused() {
    let missing = notes(&project("0.3.0", CHANGELOG), "0.3.0");
    assert!(!missing.status.success() && words(&missing).contains("no section for 0.3.0"), "{}", words(&missing));
    let other = notes(&project("0.10.0", CHANGELOG), "0.1.0");
    assert!(!other.status.success() && words(&other).contains("another version than 0.1.0"), "{}", words(&other));
}

#[test]
fn an_address_that_a_shell_could_take_for_commands_is_refused() {
    for address in ["https://example.org/$(id)", "https://example.org/'x", "ftp://example.org", "https://a b"] {
        let folder = tempfile::tempdir().unwrap();
        let output = script("finish").arg(folder.path()).arg(address).output().unwrap();
        assert!(!output.status.success(), "{address}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
