//! What holds of every check, whatever the account.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ec_site_tutor_core::account::{Need, Snapshot};
use ec_site_tutor_core::verify::{CauseId, Check, CheckKind, ResourceKind, Status};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::catalogue::causes;
use super::scenario::verdicts_of;
use super::{LESSON, OUTCOMES, base, lesson_with, path};

const STAGES: [&str; 3] = ["before-1-1", "after-2-4", "finished"];
const SECRET: &str = "arn:aws:secretsmanager:us-east-1:418602573914:secret:shop-AbCdEf";

pub fn statuses(account: &Value) -> BTreeMap<String, Status> {
    verdicts_of(&LESSON, account).into_iter().map(|(id, verdict)| (id, verdict.status)).collect()
}

/// The areas of an account: everything but the instant and the region.
fn areas(account: &Value) -> Vec<String> {
    let all = account.as_object().unwrap().keys();
    all.filter(|name| !matches!(name.as_str(), "taken_at" | "region")).cloned().collect()
}

fn unseen() -> [Value; 3] {
    [
        json!("not_asked"),
        json!({ "denied": { "action": "x:Y", "message": "no" } }),
        json!({ "failed": { "action": "x:Y", "kind": "unreachable", "detail": "no" } }),
    ]
}

/// The accounts of all scenarios, each with where it comes from.
pub fn accounts() -> impl Iterator<Item = (&'static str, &'static Value)> {
    OUTCOMES.iter().map(|(label, outcome)| (label.as_str(), &outcome.account))
}

#[test]
fn what_can_not_be_read_is_never_failed_and_never_better() {
    for (label, seen) in accounts() {
        let whole = snapshot(seen);
        for (index, area) in areas(seen).into_iter().enumerate() {
            let mut account = seen.clone();
            account[&area] = unseen()[index % unseen().len()].clone();
            let without = snapshot(&account);
            for (id, check) in checks() {
                if area != "identity" && !check.needs().iter().any(|need| need.area() == area) {
                    continue;
                }
                let old = check.judge(&whole, whole.taken_at).status;
                let verdict = check.judge(&without, without.taken_at);
                // A failure is a fact only as long as everything that it rests on was seen.
                let honest = verdict.status == old || verdict.status == Status::Unknown;
                // A pending image waits, whether or not its snapshots tell that it waits in vain; the wait has its end.
                let honest = honest || area == "image_snapshots" && verdict.status == Status::Waiting;
                // A script that can't be followed is left to the learner's word where its proof can't be read.
                let is_script = matches!(check.kind, CheckKind::UserData(_));
                let honest = honest || is_script && (old, verdict.status) == (Status::Passed, Status::Manual);
                assert!(honest, "{label}, without {area}: {id} {old:?} -> {verdict:?}");
            }
        }
    }
}

pub fn snapshot(account: &Value) -> Snapshot {
    serde_json::from_value(account.clone()).unwrap()
}

/// Every check of the lesson, with `step/check`.
fn checks() -> impl Iterator<Item = (String, &'static Check)> {
    let checks = LESSON.steps.iter().flat_map(|step| step.checks.iter().map(move |check| (step, check)));
    checks.map(|(step, check)| (format!("{}/{}", step.id, check.id), check))
}

#[test]
fn every_area_matters_to_some_check() {
    let seen = base("finished");
    let before = statuses(&seen);
    for area in areas(&seen) {
        // These two only add to what is known already: progress of a pending image, and prefix lists in rules.
        if matches!(area.as_str(), "image_snapshots" | "prefix_lists" | "request_counts") {
            continue;
        }
        let mut account = seen.clone();
        account[&area] = json!("not_asked");
        assert_ne!(statuses(&account), before, "{area} could be left out");
    }
}

/// A check that reads what it hasn't asked for would be unknown for ever where only its step is checked.
#[test]
fn every_check_asks_for_everything_that_it_reads() {
    for (label, seen) in accounts() {
        let whole = snapshot(seen);
        let mut by_needs: BTreeMap<Vec<&str>, Snapshot> = BTreeMap::new();
        for (id, check) in checks() {
            let needs: Vec<&str> = check.needs().iter().map(Need::area).collect();
            let reduced = by_needs.entry(needs.clone()).or_insert_with(|| {
                let mut account = seen.clone();
                for area in areas(seen).iter().filter(|area| *area != "identity" && !needs.contains(&area.as_str())) {
                    account[area] = json!("not_asked");
                }
                snapshot(&account)
            });
            let (alone, together) = (check.judge(reduced, reduced.taken_at), check.judge(&whole, whole.taken_at));
            assert_eq!(alone, together, "{label}: {id}");
        }
    }
}

/// Of what was made under another name, nothing that some check looks for may be taken for what another one misses.
#[test]
fn what_a_check_misses_is_what_it_says_that_it_looks_for() {
    for (label, seen) in accounts() {
        let snapshot = snapshot(seen);
        for (id, check) in checks() {
            let Some(missed) = check.judge(&snapshot, snapshot.taken_at).wanted else { continue };
            // Without its VPC nothing in it can be there either.
            let is_around = missed.kind == ResourceKind::Vpc && !matches!(check.kind, CheckKind::Vpc(_));
            let subject = check.subject().map(|subject| (subject.kind, subject.name));
            assert!(is_around || subject == Some((missed.kind, missed.name)), "{label}: {id} misses {subject:?}");
        }
    }
}

#[test]
fn the_lesson_s_own_script_passes_once_the_secret_is_put_in() {
    let values = BTreeMap::from([("secret_arn".to_owned(), SECRET.to_owned())]);
    let script = lesson_with(&values).snippets.en["user-data.sh"].clone();
    let mut account = base("finished");
    *path::find(&mut account, "launch_template.user_data") = STANDARD.encode(script).into();
    assert_eq!(statuses(&account)["3-1/user-data"], Status::Passed);
    let sample = LESSON.snippets.en["user-data.sh"].clone();
    *path::find(&mut account, "launch_template.user_data") = STANDARD.encode(sample).into();
    let verdict = verdicts_of(&LESSON, &account)["3-1/user-data"].clone();
    assert_eq!((verdict.status, verdict.cause.unwrap().id), (Status::Failed, CauseId::UserDataPlaceholder));
}

#[test]
fn neighbours_that_have_nothing_to_do_with_the_lab_change_nothing() {
    for stage in STAGES {
        let mut account = base(stage);
        let before = statuses(&account);
        let other = "vpc-0defa0170000000000";
        for (area, key) in [("security_groups", "group_name"), ("subnets", "name"), ("instances", "name")] {
            let list = account[area]["seen"].as_array_mut().unwrap();
            for (index, mut twin) in list.clone().into_iter().enumerate() {
                assert!(twin.get(key).is_some());
                twin["id"] = format!("other-{index}").into();
                twin["vpc"] = other.into();
                list.insert(0, twin);
            }
        }
        let list = account["instances"]["seen"].as_array_mut().unwrap();
        let model = list.last().unwrap().clone();
        for index in 0..1_000 {
            let mut instance = model.clone();
            instance["id"] = format!("i-{index:017}").into();
            instance["name"] = if index % 2 == 0 { "ec-site-web".into() } else { "build agent".into() };
            instance["state"] = if index % 2 == 0 { "terminated".into() } else { "running".into() };
            instance["vpc"] = if index % 2 == 0 { Value::Null } else { other.into() };
            instance["asg"] = Value::Null;
            list.insert(0, instance);
        }
        assert_eq!(statuses(&account), before, "{stage}");
        assert_eq!(causes(&account), BTreeMap::new(), "{stage}");
    }
}

/// Every list of objects within `value`.
fn lists<'a>(value: &'a mut Value, found: &mut Vec<&'a mut Vec<Value>>) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|field| lists(field, found)),
        Value::Array(items) if items.iter().all(Value::is_object) => found.push(items),
        _ => {}
    }
}

/// What the lab asks for by a text; any other text there must be noticed.
const ASKED_TEXTS: [&str; 34] = [
    "region",
    "vpcs[id=vpc-0a1b2c3d4e5f60718].name",
    "subnets[id=subnet-0ba22222222222222].name",
    "security_groups[id=sg-0a1b1000000000000].group_name",
    "security_groups[id=sg-0a1b1000000000000].vpc",
    "security_groups[id=sg-0a1b1000000000000].ingress[0].protocol",
    "security_groups[id=sg-0eb02000000000000].group_name",
    "security_groups[id=sg-0eb02000000000000].ingress[0].peers[0].group",
    "security_groups[id=sg-0d503000000000000].group_name",
    "nat_gateways[0].state",
    "images[0].image_name",
    "images[0].state",
    "images[0].id",
    "launch_template.name",
    "launch_template.image",
    "launch_template.instance_type",
    "launch_template.security_groups[0]",
    "launch_template.profile_name",
    "launch_template.instance_tags[0][1]",
    "launch_template.user_data",
    "auto_scaling_groups[0].name",
    "auto_scaling_groups[0].template.id",
    "auto_scaling_groups[0].template.version",
    "auto_scaling_groups[0].subnets[1]",
    "auto_scaling_groups[0].target_groups[0]",
    "load_balancers[0].name",
    "load_balancers[0].scheme",
    "load_balancers[0].security_groups[0]",
    "listeners[0].forwards[0][0]",
    "target_groups[0].arn",
    "scaling_policies[0].name",
    "scaling_policies[0].metric",
    "scaling_policies[0].resource_label",
    "instances[id=i-0ba5e000000000001].state",
];
/// What the lab asks for by a number.
const ASKED_NUMBERS: [&str; 8] = [
    "security_groups[id=sg-0a1b1000000000000].ingress[0].from_port",
    "security_groups[id=sg-0eb02000000000000].ingress[0].to_port",
    "auto_scaling_groups[0].min",
    "auto_scaling_groups[0].max",
    "listeners[0].port",
    "target_groups[0].port",
    "scaling_policies[0].target_value",
    "listeners[0].forwards[0][1]",
];

fn all_right(account: &Value) -> bool {
    let snapshot = snapshot(account);
    let required = checks().filter(|(_, check)| check.required);
    required.map(|(_, check)| check.judge(&snapshot, snapshot.taken_at).status).all(|status| status >= Status::Manual)
}

/// Pieces that scripts are made of, in any order and cut anywhere.
const PIECES: [&str; 28] = [
    "aws s3 cp s3://a/b.zip .",
    "unzip -o b.zip",
    "cd ",
    "export HOME=/root",
    "pnpm install",
    "pm2 start",
    "\n",
    "; ",
    " && ",
    " | ",
    "<<EOF\n",
    "EOF\n",
    "$(",
    ")",
    "${",
    "}",
    "\"",
    "'",
    "`",
    "> .env",
    "a=$a$a$a",
    "\\",
    "#",
    "if ",
    "fi",
    "bash -c \"$a\"",
    "{ ",
    "イ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_lists_never_matters(stage in prop::sample::select(&STAGES[..]), places in prop::collection::vec(any::<Index>(), 64)) {
        let mut account = base(stage);
        let before = statuses(&account);
        let mut found = Vec::new();
        lists(&mut account, &mut found);
        let mut places = places.iter().cycle();
        for list in found {
            for end in (1..list.len()).rev() {
                list.swap(end, places.next().unwrap().index(end + 1));
            }
        }
        prop_assert_eq!(statuses(&account), before);
        prop_assert_eq!(causes(&account), BTreeMap::new());
    }

    #[test]
    fn another_text_where_the_lab_asks_for_one_never_passes(at in prop::sample::select(&ASKED_TEXTS[..]), text in "[ -~ぁ-ん]{0,20}") {
        let mut account = base("finished");
        let place = path::find(&mut account, at);
        prop_assume!(place.as_str() != Some(text.as_str()));
        *place = text.into();
        prop_assert!(!all_right(&account), "{} = {}", at, path::find(&mut account, at));
    }

    #[test]
    fn another_number_where_the_lab_asks_for_one_never_passes(at in prop::sample::select(&ASKED_NUMBERS[..]), number in -1..70_000) {
        let mut account = base("finished");
        let place = path::find(&mut account, at);
        // Any weight but none sends the visitors there.
        let number = if at.ends_with("[1]") { 0 } else { number };
        prop_assume!(place.as_f64() != Some(f64::from(number)));
        *place = number.into();
        prop_assert!(!all_right(&account), "{} = {}", at, number);
    }

    #[test]
    fn no_script_is_too_strange_to_be_judged(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        let mut account = base("finished");
        let script = format!("#!/bin/bash\n{}", pieces.concat());
        *path::find(&mut account, "launch_template.user_data") = STANDARD.encode(script).into();
        // Failed where it is proven, else the learner's word.
        prop_assert!(matches!(statuses(&account)["3-1/user-data"], Status::Failed | Status::Manual));
    }
}
