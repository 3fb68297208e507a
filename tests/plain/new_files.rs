//! What a command is asked to write takes nothing that lies there.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Output;

use ec_site_tutor_testing::program::plain_program;
use test_case::test_case;

use crate::home;

/// The program in the folder `home`, with the words of `arguments`.
fn run(home: &Path, arguments: &str) -> Output {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    plain_program(home, &arguments, &[]).current_dir(home).output().unwrap()
}

#[test_case("snippet user-data -o", "#!/bin/bash"; "a snippet")]
#[test_case("map --demo --svg", "<svg"; "a map")]
fn another_file_stays_until_it_is_told_to_go(command: &str, start: &str) {
    let home = home();
    let file = home.path().join("mine");
    let write = |more: &str| run(home.path(), &format!("{command} mine{more}"));
    fs::write(&file, "my own").unwrap();
    let refused = write("");
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("mine") && said.contains("--force"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "my own");
    assert!(write(" --force").status.success());
    assert!(fs::read_to_string(&file).unwrap().starts_with(start));
}

#[test]
fn the_same_again_is_no_loss() {
    let home = home();
    for _ in 0..2 {
        assert!(run(home.path(), "snippet load -o load.sh").status.success());
    }
}

#[test_case("snippet user-data -o link --force"; "a snippet")]
#[test_case("map --demo --svg link --force"; "a map")]
#[test_case("evidence --demo -o link"; "a page")]
fn a_link_stays_and_what_it_leads_to_as_well(arguments: &str) {
    let home = home();
    let (link, behind) = (home.path().join("link"), home.path().join("behind"));
    fs::write(&behind, "my own").unwrap();
    symlink(&behind, &link).unwrap();
    assert_eq!(run(home.path(), arguments).status.code(), Some(1));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&behind).unwrap(), "my own");
}

#[test]
fn a_line_is_standard_output() {
    let home = home();
    let bare = run(home.path(), "snippet user-data");
    let by_line = run(home.path(), "snippet user-data -o -");
    assert!(by_line.status.success() && !bare.stdout.is_empty());
    assert_eq!(by_line.stdout, bare.stdout);
    assert!(!home.path().join("-").exists());
}

#[test]
fn a_step_s_id_and_the_word_help_do_for_a_name() {
    let home = home();
    let by_name = run(home.path(), "snippet 1-1-cli").stdout;
    assert!(!by_name.is_empty());
    assert_eq!(run(home.path(), "snippet 1-1").stdout, by_name);
    let list = run(home.path(), "snippet").stdout;
    assert!(String::from_utf8(list.clone()).unwrap().lines().any(|name| name == "user-data"));
    assert_eq!(run(home.path(), "snippet help").stdout, list);
}
