//! What is in an archive, with the real program in it.

use std::fs;
use std::process::Command;

use crate::home::Home;
use crate::release_page::{ReleasePage, TARGET, done};

const PROGRAM: &str = env!("CARGO_BIN_EXE_ec-site-tutor");

fn printed(arguments: &[&str]) -> String {
    String::from_utf8(done(Command::new(PROGRAM).args(arguments)).stdout).unwrap()
}

#[test]
fn the_real_program_is_installed_with_its_pages_and_completions() {
    let (page, home) = (ReleasePage::empty(), Home::fresh());
    page.release(&format!("exec {PROGRAM} \"$@\""));
    assert!(home.run(&page.paste("")).succeeded);
    assert_eq!(home.installed(), printed(&["--version"]).trim_end());
    assert_eq!(home.read(".local/share/man/man1/ec-site-tutor.1"), printed(&["--lang", "en", "man"]));
    assert_eq!(home.read(".local/share/man/ja/man1/ec-site-tutor.1"), printed(&["--lang", "ja", "man"]));
    let completions = home.path(".local/share/bash-completion/completions/ec-site-tutor");
    let asked = format!(
        ". {}; set=$(complete -p ec-site-tutor); set=${{set##*-F }}; COMP_WORDS=(ec-site-tutor che); COMP_CWORD=1; \
         \"${{set%% *}}\" ec-site-tutor che ec-site-tutor; echo \"${{COMPREPLY[@]}}\"",
        completions.display()
    );
    let completed = done(Command::new("bash").args(["-c", &asked]));
    assert_eq!(String::from_utf8(completed.stdout).unwrap(), "check\n");
}

/// What `package.metadata.binstall` says of archives holds of those that are packed.
#[test]
fn tools_that_install_programs_find_the_archive_and_what_is_in_it() {
    let manifest: toml::Table = include_str!("../../Cargo.toml").parse().unwrap();
    let said = |key: &str| {
        let text = manifest["package"]["metadata"]["binstall"][key].as_str().unwrap().replace("{ target }", TARGET);
        ["name", "bin"].iter().fold(text, |text, word| text.replace(&format!("{{ {word} }}"), "ec-site-tutor"))
    };
    let page = ReleasePage::selling("0.1.0");
    let archive = page.archive();
    assert_eq!(said("pkg-url").rsplit('/').next(), archive.file_name().unwrap().to_str());
    assert_eq!(said("pkg-fmt"), "tgz");
    let listed = done(Command::new("tar").arg("-tzf").arg(archive));
    let program = said("bin-dir").replace("{ binary-ext }", "");
    assert!(String::from_utf8(listed.stdout).unwrap().lines().any(|line| line == program), "{program}");
}

#[test]
fn an_archive_holds_what_a_person_looks_for_under_one_folder() {
    let page = ReleasePage::selling("0.1.0");
    let listed = done(Command::new("tar").arg("-tzf").arg(page.archive()));
    let listed = String::from_utf8(listed.stdout).unwrap();
    let files: Vec<&str> = listed
        .lines()
        .filter(|line| !line.ends_with('/'))
        .filter_map(|line| line.split_once('/'))
        .map(|(_, file)| file)
        .collect();
    let expected = [
        "CHANGELOG.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.ja.md",
        "README.md",
        "completions/_ec-site-tutor",
        "completions/ec-site-tutor.bash",
        "completions/ec-site-tutor.fish",
        "ec-site-tutor",
        "man/ja/man1/ec-site-tutor.1",
        "man/man1/ec-site-tutor.1",
        "schema.json",
    ];
    assert_eq!(files, expected);
}

#[test]
fn the_same_program_is_packed_into_the_same_bytes() {
    let (one, other) = (ReleasePage::selling("0.1.0"), ReleasePage::selling("0.1.0"));
    assert_eq!(fs::read(one.archive()).unwrap(), fs::read(other.archive()).unwrap());
}

#[test]
fn the_checksums_are_those_of_all_files_of_the_release() {
    let page = ReleasePage::selling("0.1.0");
    let folder = page.archive().parent().unwrap().to_owned();
    done(Command::new("sha256sum").args(["--check", "--strict", "SHA256SUMS"]).current_dir(folder));
    let sums = fs::read_to_string(page.file("SHA256SUMS")).unwrap();
    let names: Vec<&str> = sums.lines().filter_map(|line| line.split("  ").nth(1)).collect();
    assert_eq!(names, ["ec-site-tutor-x86_64-unknown-linux-gnu.tar.gz", "install.sh"]);
}
