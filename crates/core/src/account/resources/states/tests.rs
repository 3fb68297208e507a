//! AWS's words stay what they are, and only this folder knows them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use test_case::test_case;

use super::*;

/// Every word of `$state`, one that AWS may add and none at all come back as they went, and only the known ones are told
/// apart.
macro_rules! assert_kept {
    ($($state:ident),+) => {$(
        for word in $state::WORDS.iter().copied().chain(["brand-new", ""]) {
            let state = $state::from(word);
            assert_eq!(state == $state::Other(word.to_owned()), !$state::WORDS.contains(&word), "{word}");
            assert_eq!((state.as_str(), state.to_string().as_str()), (word, word));
            let written = serde_json::to_string(&state).unwrap();
            assert_eq!(written, format!("{word:?}"));
            assert_eq!(serde_json::from_str::<$state>(&written).unwrap(), state);
        }
    )+};
}

#[test]
fn words_are_written_and_read_as_they_are() {
    assert_kept!(InstanceState, ImageState, SnapshotState, VolumeState, VpcState, SubnetState, AttachmentState);
    assert_kept!(NatGatewayState, NatFailureCode, RouteState, LoadBalancerState, TargetState, TargetReason);
    assert_kept!(LifecycleState, MemberHealth, ActivityStatus, AlarmState);
    assert_kept!(InternetGatewayBlockMode, EncryptionControlState);
}

/// What a state means, over AWS's whole list and a word that isn't on it.
#[test]
fn meanings() {
    fn those<S: for<'a> From<&'a str>>(words: &[&'static str], means: fn(&S) -> bool) -> Vec<&'static str> {
        assert!(!means(&S::from("brand-new")));
        words.iter().copied().filter(|word| means(&S::from(*word))).collect()
    }
    let instances = |means| those(InstanceState::WORDS, means);
    assert_eq!(instances(InstanceState::is_started), ["pending", "running"]);
    assert_eq!(instances(InstanceState::is_stopped), ["stopping", "stopped"]);
    assert_eq!(instances(InstanceState::is_gone), ["shutting-down", "terminated"]);
    assert_eq!(instances(InstanceState::is_terminated), ["terminated"]);
    let members = |means| those(LifecycleState::WORDS, means);
    assert_eq!(members(LifecycleState::is_on_its_way), ["Pending", "Pending:Wait", "Pending:Proceed"]);
    let gone = [
        "Terminating",
        "Terminating:Wait",
        "Terminating:Proceed",
        "Terminating:Retained",
        "Terminated",
        "Detached",
        "Warmed:Terminating",
        "Warmed:Terminating:Wait",
        "Warmed:Terminating:Proceed",
        "Warmed:Terminating:Retained",
        "Warmed:Terminated",
    ];
    assert_eq!(members(LifecycleState::is_gone), gone);
    let blocked = |means| those(InternetGatewayBlockMode::WORDS, means);
    assert_eq!(blocked(InternetGatewayBlockMode::keeps_visitors_out), ["block-bidirectional", "block-ingress"]);
    assert_eq!(blocked(InternetGatewayBlockMode::keeps_nat_in), ["block-bidirectional"]);
    assert_eq!(those(EncryptionControlState::WORDS, EncryptionControlState::is_gone), ["deleting", "deleted"]);
    let ending = ["Terminating", "Terminating:Wait", "Terminating:Proceed", "Terminated"];
    assert_eq!(members(LifecycleState::is_ending), ending);
    let targets = |means| those(TargetState::WORDS, means);
    assert_eq!(targets(TargetState::is_unhealthy), ["unhealthy"]);
    assert_eq!(targets(TargetState::is_draining), ["unhealthy.draining", "draining"]);
    assert_eq!(those(SnapshotState::WORDS, SnapshotState::is_lost), ["error", "recoverable"]);
    assert_eq!(those(VolumeState::WORDS, VolumeState::is_gone), ["deleting", "deleted"]);
    assert_eq!(those(VpcState::WORDS, VpcState::is_gone), ["deleting"]);
    assert_eq!(those(SubnetState::WORDS, SubnetState::is_available), ["available"]);
    let gateways = |means| those(NatGatewayState::WORDS, means);
    assert_eq!(gateways(NatGatewayState::is_billed), ["pending", "available"]);
    assert_eq!(gateways(NatGatewayState::holds_addresses), ["pending", "available", "deleting"]);
    assert_eq!(those(ActivityStatus::WORDS, ActivityStatus::is_failed), ["Failed", "Cancelled"]);
    assert!(ActivityStatus::from("brand-new").is_under_way());
    assert_eq!(ActivityStatus::WORDS.iter().filter(|word| ActivityStatus::from(**word).is_under_way()).count(), 13);
}

fn words() -> BTreeSet<&'static str> {
    let lists = [
        InstanceState::WORDS,
        ImageState::WORDS,
        SnapshotState::WORDS,
        VolumeState::WORDS,
        VpcState::WORDS,
        SubnetState::WORDS,
        AttachmentState::WORDS,
        NatGatewayState::WORDS,
        NatFailureCode::WORDS,
        RouteState::WORDS,
        LoadBalancerState::WORDS,
        TargetState::WORDS,
        TargetReason::WORDS,
        LifecycleState::WORDS,
        MemberHealth::WORDS,
        ActivityStatus::WORDS,
        AlarmState::WORDS,
    ];
    lists.concat().into_iter().collect()
}

/// Whether a line of code compares something with one of AWS's words, or asks how one begins.
fn compares(line: &str, words: &BTreeSet<&str>) -> bool {
    let pieces: Vec<&str> = line.split('"').collect();
    // Every second piece stands between quotes, and has code before and behind it.
    pieces.windows(3).step_by(2).any(|around| {
        let (before, word, behind) = (around[0].trim_end(), around[1], around[2].trim_start());
        let behind = behind.trim_start_matches(')').trim_start();
        let begins = before.ends_with("starts_with(") && words.iter().any(|known| known.starts_with(word));
        // A check may be called like a state.
        let of_check = before.ends_with(".id ==");
        let is_compared = ["==", "!=", "|"].iter().any(|sign| before.ends_with(sign))
            || ["==", "!=", "=>", "|"].iter().any(|sign| behind.starts_with(sign))
            || before.ends_with(',') && line.contains("matches!(")
            || behind.starts_with("].contains(");
        let of_state = line.contains("state") || line.contains("lifecycle");
        begins && of_state || is_compared && !of_check && words.contains(word)
    })
}

#[test_case("if instance.state == \"running\" {", true; "equal")]
#[test_case("filter(|member| \"InService\" != member.lifecycle)", true; "unequal, the other way round")]
#[test_case("        \"stopped\" | \"stopping\" => line,", true; "an arm")]
#[test_case("(true, \"Successful\") => line,", true; "an arm of two")]
#[test_case("matches!(target.state.as_str(), \"healthy\")", true; "a pattern")]
#[test_case("member.lifecycle.starts_with(\"Terminat\")", true; "a beginning")]
#[test_case("[\"pending\", \"available\"].contains(&image.state.as_str())", true; "a list")]
#[test_case("description.starts_with(\"Launching\")", false; "another beginning")]
#[test_case("find(|check| check.id == \"healthy\")", false; "the id of a check")]
#[test_case("Status::Failed => \"failed\",", false; "a word of ours")]
#[test_case("instance.state = \"running\".into();", false; "a value")]
fn comparisons(line: &str, expected: bool) {
    assert_eq!(compares(line, &words()), expected);
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn nobody_else_compares_with_a_word_of_aws() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/account/resources");
    let mut files = Vec::new();
    for folder in ["src", "crates/core/src", "crates/aws/src"] {
        rust_files(&workspace.join(folder), &mut files);
    }
    let words = words();
    let here = fs::canonicalize(here).unwrap();
    let others = files.iter().filter(|file| !fs::canonicalize(file).unwrap().starts_with(&here));
    let found: Vec<String> = others
        .flat_map(|file| {
            let text = fs::read_to_string(file).unwrap();
            let lines = text.lines().filter(|line| compares(line, &words)).map(str::trim).map(str::to_owned);
            lines.map(|line| format!("{}: {line}", file.display())).collect::<Vec<_>>()
        })
        .collect();
    assert!(files.len() > 300 && found.is_empty(), "{} files\n{}", files.len(), found.join("\n"));
}
