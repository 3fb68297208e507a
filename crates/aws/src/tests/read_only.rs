//! The only crate that can call AWS builds nothing but the operations of [`Action`].

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::action::Action;

const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
/// All clients: the fields of `Clients`, and that of an instructor who comes into the accounts of a class.
const CLIENTS: [&str; 7] =
    [".sts.", ".ec2.", ".iam.", ".autoscaling.", ".elb.", ".cloudwatch.", "Client::new(&self.own.sdk)."];
/// Where clients are made.
const MAKERS: [&str; 2] = ["clients.rs", "cross_account.rs"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// Every method that is called on a client, such as `describe_vpcs`.
fn operations(code: &str) -> impl Iterator<Item = String> {
    let joined: String = code.split_whitespace().collect();
    let calls: Vec<String> = CLIENTS
        .iter()
        .flat_map(|client| joined.split(client).skip(1).map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|rest| Some(rest.split_once('(')?.0.to_owned()))
        .collect();
    calls.into_iter()
}

/// `DescribeVpcs` as the SDK names its method.
fn method(action: Action) -> String {
    let operation = action.name().split(':').nth(1).unwrap();
    let letters = operation.chars().enumerate();
    letters
        .flat_map(|(index, letter)| {
            let blank = (index > 0 && letter.is_uppercase()).then_some('_');
            blank.into_iter().chain(letter.to_lowercase())
        })
        .collect()
}

#[test]
fn no_other_crate_of_ours_has_the_sdk() {
    for manifest in ["../../Cargo.toml", "../core/Cargo.toml", "../testing/Cargo.toml"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(manifest)).unwrap();
        let manifest: toml::Table = text.parse().unwrap();
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let named = manifest.get(kind).and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys);
            assert_eq!(named.filter(|name| name.starts_with("aws-")).collect::<Vec<_>>(), Vec::<&String>::new());
        }
    }
}

#[test]
fn nothing_but_the_actions_of_the_list_is_ever_built() {
    let mut built: BTreeSet<String> = BTreeSet::new();
    for file in sources(Path::new(SOURCES)).into_iter().filter(|file| !file.ends_with("tests/read_only.rs")) {
        let code = fs::read_to_string(&file).unwrap();
        let own = file.strip_prefix(SOURCES).unwrap();
        // The other ways to make a request.
        let makes_clients = code.contains("Client::new(") && !MAKERS.iter().any(|maker| own.ends_with(maker));
        let is_other_way = makes_clients || code.contains("fluent_builders") || code.contains("Input::builder");
        assert!(!is_other_way, "{} makes requests of its own", own.display());
        built.extend(operations(&code));
    }
    // Not an operation: what a client is made with.
    built.remove("config");
    let listed = Action::READING.iter().chain(Action::INSTRUCTORS).map(|action| method(*action)).collect();
    assert_eq!(built, listed);
}
