//! All that a learner is told of every broken account, word for word: cause, evidence, consequences, every repair with its
//! page and command, what else is said of the other checks, and what is asked after the first look. A change of words or of
//! the order in which help is offered shows in `snapshots/`: write them with `INSTA_UPDATE=always`, then read them.

use std::fmt::Write as _;

use ec_site_tutor_core::account::Snapshot;
use ec_site_tutor_core::diagnose::{Means, questions};
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::report::{CheckReport, Report};
use serde_json::Value;

use super::LESSON;

/// What is told of an account, with its named check in full.
pub fn told(name: &str, account: &Value, check: &str) -> String {
    let snapshot: Snapshot = serde_json::from_value(account.clone()).unwrap();
    let report = Report::assess(&LESSON, &snapshot, snapshot.taken_at);
    let mut told = format!("== {name}\n");
    let mut others = Vec::new();
    for (step, one) in report.steps.iter().flat_map(|step| step.checks.iter().map(move |one| (step, one))) {
        let id = format!("{}/{}", step.id, one.id);
        if id == check {
            writeln!(told, "{id} {}", in_full(one)).unwrap();
        } else if let Some(found) = &one.diagnosis {
            let repair = one.repair.iter().map(|repair| sign(repair.means)).collect::<String>();
            others.push(format!("{id} {}{repair}", found.cause.id));
        }
    }
    if !others.is_empty() {
        writeln!(told, "also {}", others.join(", ")).unwrap();
    }
    let asked = questions(&report.judged(&LESSON), &LESSON, &snapshot, snapshot.taken_at);
    for question in asked {
        writeln!(told, "asks {question:?}").unwrap();
    }
    told
}

fn in_full(check: &CheckReport) -> String {
    let localizer = Localizer::new(Language::En);
    let mut lines = Vec::new();
    if let Some(found) = &check.diagnosis {
        lines.push(format!("{}: {}", found.cause.id, localizer.say(&found.cause.text)));
        lines.extend(found.evidence.iter().map(|text| format!("  seen: {}", localizer.say(text))));
        lines.extend(found.consequences.iter().map(|text| format!("  so: {}", localizer.say(text))));
    }
    lines.extend(check.repair.iter().map(|repair| format!("  {} {}", sign(repair.means), localizer.say(&repair.text))));
    lines.join("\n")
}

fn sign(means: Means) -> char {
    match means {
        Means::Console => '+',
        Means::Link => '@',
        Means::Cli => '$',
    }
}

#[test]
fn of_every_broken_account() {
    for (topic, cases) in super::catalogue::topics() {
        let said: Vec<String> = cases.iter().map(|(name, account, check)| told(name, account, check)).collect();
        insta::assert_snapshot!(topic, said.join("\n"));
    }
}

#[test]
fn of_every_near_miss() {
    let said: Vec<String> =
        super::findings::accounts().iter().map(|(name, account, check)| told(name, account, check)).collect();
    insta::assert_snapshot!("near-misses", said.join("\n"));
}
