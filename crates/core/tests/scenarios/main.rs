//! Accounts in, verdicts out, as data: each `<family>/*.toml` beside this file holds scenarios, each of which takes an
//! account of `base/`, changes it and says what the lesson's checks must then conclude. A new case needs no Rust.
//!
//! Every listed expectation is asserted, and every check that is not listed must keep the verdict that it has on the
//! unchanged account, so that a change that spills over is caught.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test reports by panicking")]
#![expect(clippy::disallowed_methods, reason = "only the crate itself is pure: its tests read files")]

mod boot_logs;
mod catalogue;
mod conditions;
mod contradictions;
mod evidence;
mod example_pack;
mod findings;
mod learner_scripts;
mod mutations;
mod pages;
mod part;
mod path;
mod properties;
mod public_access;
mod questions;
mod refusals;
mod scenario;
mod states;
mod told;
mod trial_packs;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ec_site_tutor_core::lesson::{self, Lesson, Pack};
use ec_site_tutor_core::scenario::{Base, Outcome};
use ec_site_tutor_core::verify::Status;
use serde_json::Value;

use scenario::File;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// The lesson as it is without values of the learner's own.
static LESSON: LazyLock<Lesson> = LazyLock::new(|| lesson_with(&BTreeMap::new()));

fn lesson_with(values: &BTreeMap<String, String>) -> Lesson {
    lesson::load(&Pack::Embedded, values).unwrap_or_else(|error| panic!("{error:?}"))
}

/// Every account of `base/`, read and judged once for all tests.
static BASES: LazyLock<BTreeMap<String, Base>> = LazyLock::new(|| {
    let files = fs::read_dir(folder().join("base")).unwrap().map(|entry| entry.unwrap().path());
    files.map(|file| (file.file_stem().unwrap().to_str().unwrap().to_owned(), read_base(&file))).collect()
});

fn read_base(file: &Path) -> Base {
    let account: Value = serde_json::from_str(&fs::read_to_string(file).unwrap())
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    Base::new(&LESSON, account).unwrap()
}

fn base(name: &str) -> Value {
    BASES[name].account.clone()
}

/// Every scenario file, by family and name.
fn files() -> Vec<(String, File)> {
    let mut files = Vec::new();
    let is_family = |path: &PathBuf| path.is_dir() && !path.ends_with("catalogue");
    for family in fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).filter(is_family) {
        for path in fs::read_dir(&family).unwrap().map(|entry| entry.unwrap().path()) {
            if path.extension().is_none_or(|ending| ending != "toml") {
                continue;
            }
            let label = path.strip_prefix(folder()).unwrap().display().to_string();
            let file =
                toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|error| panic!("{label}: {error}"));
            files.push((label, file));
        }
    }
    files.sort_by(|a: &(String, File), b| a.0.cmp(&b.0));
    files
}

/// What came of every scenario, with where it stands; played once for all tests.
static OUTCOMES: LazyLock<Vec<(String, Outcome)>> = LazyLock::new(|| {
    let mut outcomes = Vec::new();
    for (label, file) in files() {
        for scenario in &file.scenario {
            outcomes.push((format!("{label}: {}", scenario.name.get_ref()), scenario::play(scenario)));
        }
    }
    outcomes
});

#[test]
fn every_scenario_comes_out_as_written() {
    let mut names = BTreeSet::new();
    let mut faults = Vec::new();
    for (label, outcome) in OUTCOMES.iter() {
        faults.extend(scenario::faults(outcome).iter().map(|fault| format!("{label}\n    {fault}")));
        assert!(names.insert(label.clone()), "{label} stands twice");
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// A check that no scenario makes fail might be one that can't fail.
#[test]
fn every_check_that_sees_the_account_fails_in_some_scenario_and_passes_in_some() {
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, outcome) in OUTCOMES.iter() {
        for (check, verdict) in &outcome.verdicts {
            seen.entry(check.clone()).or_default().insert(format!("{:?}", verdict.status));
        }
    }
    for (check, statuses) in seen {
        let attested = statuses.len() == 1 && statuses.contains(&format!("{:?}", Status::Manual));
        // AWS either tells who you are or the reading failed; there is no wrong answer.
        let cannot_fail = check.ends_with("/identity");
        assert!(attested || statuses.contains("Passed"), "{check} never passes: {statuses:?}");
        assert!(attested || cannot_fail || statuses.contains("Failed"), "{check} never fails: {statuses:?}");
    }
}
