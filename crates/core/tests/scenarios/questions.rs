//! What is asked after a first look, by what the account looks like: only what tells more, and nothing twice.

use ec_site_tutor_core::account::{Question, Snapshot};
use ec_site_tutor_core::diagnose::questions;
use ec_site_tutor_core::report::Report;
use serde_json::{Value, json};
use test_case::test_case;

use super::catalogue::{look_closer, show};
use super::{LESSON, base};

/// The names of the questions about an account.
fn asked(account: &Value) -> Vec<&'static str> {
    let snapshot: Snapshot = serde_json::from_value(account.clone()).unwrap();
    let report = Report::assess(&LESSON, &snapshot, snapshot.taken_at);
    questions(&report.judged(&LESSON), &LESSON, &snapshot, snapshot.taken_at).iter().map(name).collect()
}

fn name(question: &Question) -> &'static str {
    match question {
        Question::BootLog { .. } => "log",
        Question::ListenerRules { .. } => "rules",
        Question::NetworkAcls => "acls",
        other => panic!("{other:?}"),
    }
}

fn account(symptom: &str) -> Value {
    let mut account = base("finished");
    show(symptom, &mut account);
    account
}

/// Nothing but what the symptom is about; each answer is asked for once, whatever came of it.
#[test_case("timeout", &["log", "acls"]; "health checks are lost")]
#[test_case("refused", &["log", "acls"]; "nothing listens")]
#[test_case("code", &["log", "acls"]; "another code")]
#[test_case("unused", &["rules"]; "a target group out of use")]
#[test_case("empty", &[]; "no target")]
#[test_case("unreachable", &["acls"]; "a visitor is lost")]
#[test_case("redirected", &["rules"]; "a visitor is sent elsewhere")]
#[test_case("turned-away", &["rules"]; "a visitor is turned away")]
#[test_case("error", &["rules"]; "a visitor gets an error")]
#[test_case("unloaded", &["rules"]; "load that never arrived")]
fn a_symptom_raises(symptom: &str, expected: &[&str]) {
    let mut account = account(symptom);
    assert_eq!(asked(&account), expected);
    for (index, area) in ["listener_rules", "network_acls"].into_iter().enumerate() {
        let denied = json!({ "denied": { "action": "x:Y", "message": "no" } });
        account[area] = if index == 0 { denied } else { json!({ "seen": [] }) };
    }
    assert!(asked(&account).iter().all(|question| *question == "log"));
}

#[test]
fn a_sound_account_raises_nothing() {
    assert_eq!(asked(&base("finished")), [""; 0]);
    for kind in ["name-not-resolved", "refused", "other"] {
        let mut account = base("finished");
        account["site"] = json!({ "seen": { "not_reached": { "kind": kind, "detail": "" } } });
        assert_eq!(asked(&account), [""; 0], "{kind}");
    }
}

/// What is broken before is mended before.
#[test]
fn what_is_broken_before_raises_nothing_behind_it() {
    let closed = |symptom: &str| {
        let mut account = account(symptom);
        for group in account["security_groups"]["seen"].as_array_mut().unwrap() {
            group["ingress"] = json!([]);
        }
        account
    };
    assert_eq!(asked(&closed("unreachable")), [""; 0]);
    assert_eq!(asked(&closed("timeout")), [""; 0]);
    let mut no_way_out = account("refused");
    no_way_out["nat_gateways"]["seen"][0]["state"] = json!("deleted");
    assert_eq!(asked(&no_way_out), [""; 0]);
    let mut lost = account("timeout");
    lost["nat_gateways"]["seen"][0]["state"] = json!("deleted");
    assert_eq!(asked(&lost), ["acls"]);
    let mut elsewhere = account("error");
    elsewhere["listeners"]["seen"][0]["forwards"][0][0] = json!("arn:another");
    assert_eq!(asked(&elsewhere), [""; 0]);
}

#[test]
fn nothing_is_asked_of_an_instance_that_still_builds() {
    let mut account = account("refused");
    let taken_at = account["taken_at"].clone();
    for instance in account["instances"]["seen"].as_array_mut().unwrap() {
        instance["launched_at"] = taken_at.clone();
    }
    look_closer(&["rules".to_owned()], &mut account);
    assert_eq!(asked(&account), [""; 0]);
}
