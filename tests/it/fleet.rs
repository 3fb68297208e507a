//! A class on many machines: the files under `examples/fleet/` are right by the engines' own schemas, and forty parts that the
//! engines number are together the class, one killed and started again included.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use ec_site_tutor_testing::python::fleet_objections;
use serde_json::Value;

const PARTS: usize = 40;
const LEARNERS: usize = 200;
/// So many processes at once: the machine has other things to do.
const AT_ONCE: usize = 4;
/// The part that is killed.
const KILLED: usize = 7;

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/fleet").join(name)
}

#[test]
fn the_engines_take_their_files() {
    assert_eq!(fleet_objections(&example("kubernetes.yaml"), &example("batch.yaml")), "");
}

/// `run.sh` on the simulated class, as an engine starts it.
fn run(folder: &Path, step: &str) -> Command {
    let program = Path::new(env!("CARGO_BIN_EXE_ec-site-tutor"));
    let mut path = std::ffi::OsString::from(program.parent().expect("a folder"));
    path.push(":/usr/bin:/bin");
    let mut command = Command::new("sh");
    command.arg(example("run.sh")).arg(step).env_clear().env("PATH", path).env("HOME", folder).env("PAUSE", "1");
    command.env("ROSTER", folder.join("roster.csv")).env("LINES", folder.join("lines"));
    command.env("SHARDS", PARTS.to_string()).env("TUTOR_OPTIONS", "--demo --lang en");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn part(folder: &Path, index: usize) -> Child {
    let variable = if index.is_multiple_of(2) { "AWS_BATCH_JOB_ARRAY_INDEX" } else { "JOB_COMPLETION_INDEX" };
    run(folder, "read").env(variable, index.to_string()).spawn().expect("sh")
}

#[test]
fn forty_parts_are_the_class_though_one_was_killed_and_started_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut roster = "name,id,profile\n".to_owned();
    for number in 1..=LEARNERS {
        let _ = writeln!(roster, "learner {number},s{number:03},profile-{number}");
    }
    fs::write(folder.path().join("roster.csv"), roster).unwrap();
    fs::create_dir(folder.path().join("lines")).unwrap();
    let mut merge = run(folder.path(), "merge").spawn().expect("sh");
    let mut killed = part(folder.path(), KILLED);
    killed.kill().unwrap();
    killed.wait().unwrap();
    let indices: Vec<usize> = (0..PARTS).collect();
    for indices in indices.chunks(AT_ONCE) {
        let children: Vec<Child> = indices.iter().map(|index| part(folder.path(), *index)).collect();
        for mut child in children {
            assert!(child.wait().unwrap().success());
        }
    }
    // An engine may start a part that was done already: its machine was lost before it was told.
    assert!(part(folder.path(), KILLED).wait().unwrap().success());
    assert!(merge.wait().unwrap().success());
    let lines = fs::read_to_string(folder.path().join("lines/class.jsonl")).unwrap();
    let ids: Vec<String> = lines.lines().map(|line| id(&serde_json::from_str(line).unwrap())).collect();
    assert_eq!(ids.len(), LEARNERS, "nobody twice");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), LEARNERS, "everybody");
    assert!(lines.lines().filter(|line| line.contains("\"unread\":null")).count() > LEARNERS / 2, "read, not refused");
    let table = fs::read_to_string(folder.path().join("lines/class.csv")).unwrap();
    assert_eq!(table.lines().count(), LEARNERS + 1);
    assert!(fs::read_to_string(folder.path().join("lines/class.html")).unwrap().starts_with("<!doctype html>"));
}

fn id(row: &Value) -> String {
    row["id"].as_str().unwrap().to_owned()
}
