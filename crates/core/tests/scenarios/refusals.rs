//! What AWS was recorded to say of launches that it refused (`tests/recorded/launch-messages.tsv`), put into an account:
//! what the learner is told of it.

use ec_site_tutor_core::account::Snapshot;
use ec_site_tutor_core::cause::CauseId;
use ec_site_tutor_core::diagnose::{Means, Repair};
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::report::{Report, explained};
use serde_json::{Value, json};

use super::catalogue::{check, show};
use super::{LESSON, base};

const RECORDED: &str = include_str!("../recorded/launch-messages.tsv");

fn messages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = RECORDED.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| (row.split('\t').next().unwrap(), row.rsplit('\t').next().unwrap()))
}

/// A group of which these launches failed, the newest first, ten minutes apart.
fn refused(messages: &[&str]) -> Value {
    let mut account = base("finished");
    show("no-members", &mut account);
    let activity = |(index, message): (usize, &&str)| {
        let at = format!("2026-05-20T11:{:02}:00Z", 55 - 10 * index);
        json!({
            "id": index.to_string(),
            "description": format!("Launching a new EC2 instance.  Status Reason: {message}"),
            "cause": "At 2026-05-20T11:05:00Z an instance was started in response to a difference between desired and \
                      actual capacity, increasing the capacity from 0 to 1.",
            "status": "Failed",
            "status_message": message,
            "started_at": at,
            "ended_at": at,
        })
    };
    account["activities"] = json!({ "seen": messages.iter().enumerate().map(activity).collect::<Vec<_>>() });
    account
}

fn report(account: &Value) -> Report {
    let snapshot: Snapshot = serde_json::from_value(account.clone()).unwrap();
    Report::assess(&LESSON, &snapshot, snapshot.taken_at)
}

/// The id of the contract that a recorded kind belongs to.
fn id(kind: &str) -> &'static str {
    match kind {
        "account" | "free-tier" => "launch-account",
        "role" | "propagation" => "launch-propagating",
        "kms" => "launch-kms",
        "hook" => "lifecycle-hook",
        "spot" => "launch-spot",
        "addresses" => "launch-addresses",
        "mapping" => "launch-disk",
        _ => "launch-failed",
    }
}

#[test]
fn every_recorded_refusal_has_its_cause_and_quotes_aws_once_in_both_languages() {
    for (kind, message) in messages() {
        let report = report(&refused(&[message]));
        for place in ["4-3/in-service", "4-5/site"] {
            let found = check(&report, place).diagnosis.as_ref().unwrap_or_else(|| panic!("{place}: {message}"));
            assert_eq!(found.cause.id.as_str(), id(kind), "{place}: {message}");
            let (step, _) = place.split_once('/').unwrap();
            for language in [Language::En, Language::Ja] {
                let said = explained(&report, &[step.to_owned()], &Localizer::new(language));
                assert_eq!(said.matches(message).count(), 1, "{place}, {language:?}: {said}");
                assert!(
                    said.contains(if language == Language::En { "AWS says" } else { "AWS のメッセージ" }),
                    "{said}"
                );
            }
        }
    }
}

fn repairs(report: &Report, place: &str, means: Means) -> Vec<String> {
    let localizer = Localizer::new(Language::En);
    let of_this_means = check(report, place).repair.iter().filter(|repair: &&Repair| repair.means == means);
    of_this_means.map(|repair| localizer.say(&repair.text)).collect()
}

#[test]
fn where_aws_tries_again_nothing_is_to_be_done() {
    let free = ["account", "propagation", "role", "capacity"];
    for (kind, message) in messages().filter(|(kind, _)| free.contains(kind)) {
        let steps = repairs(&report(&refused(&[message])), "4-3/in-service", Means::Console);
        let [only] = steps.as_slice() else { panic!("{message}: {steps:?}") };
        assert!(only.starts_with("Nothing") || only.starts_with("Wait some minutes"), "{kind}: {only}");
    }
}

#[test]
fn what_is_not_understood_is_aws_s_to_say_and_no_advice_is_made_up() {
    let report = report(&refused(&["The frobnicator is out of step."]));
    let found = check(&report, "4-3/in-service").diagnosis.as_ref().unwrap();
    assert_eq!(found.cause.id, CauseId::LaunchFailed);
    let localizer = Localizer::new(Language::En);
    assert!(localizer.say(&found.cause.text).contains("the tutor doesn't know"));
    let steps = repairs(&report, "4-3/in-service", Means::Console).join("\n");
    assert!(steps.starts_with("Look AWS's sentence up in its guide") && !steps.contains("template"), "{steps}");
}

#[test]
fn a_role_that_fails_for_long_is_not_taken_for_a_new_one() {
    let (_, role) = messages().find(|(kind, _)| *kind == "role").unwrap();
    let report = report(&refused(&[role, role, role]));
    let found = check(&report, "4-3/in-service").diagnosis.as_ref().unwrap();
    let words = Localizer::new(Language::En).say(&found.cause.text);
    assert!(found.cause.id == CauseId::LaunchFailed && words.contains("waiting hasn't helped"), "{found:?}");
    let evidence: Vec<String> = found.evidence.iter().map(|text| Localizer::new(Language::En).say(text)).collect();
    assert!(evidence.join("\n").contains("3 launches in a row have failed"), "{evidence:?}");
}
