//! What cargo makes of the workspace: which crates each part is built from, and with which features.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test reports by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::path::Path;
use std::process::Command;

use ec_site_tutor_testing::imports::Sources;

/// Features by package, such as `tokio v1.0.0`. One that is built for the host and for the target may have two sets.
type Packages = BTreeMap<String, BTreeSet<String>>;

/// What `cargo tree` shows, without asking a registry.
fn tree(arguments: &[&str]) -> Packages {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    command.args(["tree", "--offline", "--locked", "--prefix", "none", "-f", "{p} [{f}]"]).args(arguments);
    let output = command.output().expect("cargo starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    let mut packages = Packages::new();
    for line in String::from_utf8(output.stdout).expect("UTF-8").lines() {
        // A package that was shown before is marked.
        let line = line.trim_end_matches(" (*)");
        let Some((package, features)) = line.rsplit_once(" [") else { continue };
        let package = package.replace(" (proc-macro)", "");
        packages.entry(package).or_default().insert(features.trim_end_matches(']').to_owned());
    }
    assert!(!packages.is_empty(), "{arguments:?} shows nothing");
    packages
}

/// What of a part is built in another way, or not at all, when everything is built.
fn built_twice(part: &Packages, everything: &Packages) -> Vec<String> {
    let mut found = Vec::new();
    for (package, features) in part {
        let shared = everything.get(package);
        found.extend(
            features
                .iter()
                .filter(|features| !shared.is_some_and(|shared| shared.contains(*features)))
                .map(|features| format!("{package} [{features}], but {shared:?} with everything")),
        );
    }
    found
}

fn demo() -> Packages {
    tree(&["-p", "ec-site-tutor", "--no-default-features", "-e", "normal,build"])
}

/// The names of packages, without their versions.
fn names(packages: &Packages) -> BTreeSet<&str> {
    packages.keys().map(|package| package.split(' ').next().unwrap()).collect()
}

/// Whoever has seen the demo waits for none of its crates again; the program itself is another one with AWS.
#[test]
fn the_demo_and_the_tests_share_every_crate_but_the_program() {
    let mut demo = demo();
    demo.retain(|package, _| !package.starts_with("ec-site-tutor v"));
    assert_eq!(built_twice(&demo, &tree(&["--workspace", "-e", "all"])), [""; 0]);
}

#[test]
fn the_core_knows_no_network_no_terminal_and_no_command_line() {
    let core = tree(&["-p", "ec-site-tutor-core", "-e", "normal,build"]);
    let names = names(&core);
    assert!(names.contains("jiff") && names.contains("fluent-syntax"), "{names:?}");
    let is_foreign = |name: &&&str| {
        ["tokio", "hyper", "ratatui", "crossterm", "clap"].contains(*name)
            || ["aws-", "ratatui-", "hyper-"].iter().any(|start| name.starts_with(start))
    };
    assert_eq!(names.iter().filter(is_foreign).collect::<Vec<_>>(), [&""; 0]);
}

#[test]
fn the_demo_is_built_without_aws() {
    let is_of_aws = |name: &&str| name.starts_with("aws-") || *name == "ec-site-tutor-aws";
    let demo = demo();
    assert_eq!(names(&demo).into_iter().filter(is_of_aws).collect::<Vec<_>>(), [""; 0]);
    let whole = tree(&["-p", "ec-site-tutor", "-e", "normal,build"]);
    assert!(names(&whole).into_iter().filter(is_of_aws).count() > 5, "{whole:?}");
}

/// As in core, whose own tests see to it there.
#[test]
fn no_file_or_folder_leans_on_one_of_the_same_folder_that_leans_on_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (src, (one, other)) in [("src", ("tui", "tutor")), ("crates/aws/src", ("collect", "calls"))] {
        let sources = Sources::read(&root.join(src));
        assert!(sources.leans(one, other), "nothing was read of {src}");
        assert_eq!(sources.circles().into_iter().collect::<Vec<_>>(), [], "in {src}");
    }
}
