//! What must be so in an account for each cause to be named: a condition of its own, written without a look at the code
//! that finds the cause. No account may refute a cause that is named for it.

#![allow(
    clippy::match_same_arms,
    clippy::similar_names,
    clippy::too_many_lines,
    reason = "tables of conditions, a row a cause"
)]

mod instance;
mod scaling;
mod view;
mod way;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::report::Report;
use ec_site_tutor_core::verify::{CauseId, CheckKind, Status};
use serde_json::Value;

use super::catalogue::{accounts as broken_accounts, report};
use super::mutations::faulty_accounts;
use super::{LESSON, base, properties};
use view::View;

/// Whether `account` fulfils the condition of a cause that was named for a check of this kind.
fn holds(cause: CauseId, kind: &CheckKind, status: Status, view: &View) -> bool {
    View::is_waiting(cause, status)
        .or_else(|| view.reading(cause))
        .or_else(|| view.finding(cause, kind))
        .or_else(|| way::holds(cause, kind, view))
        .or_else(|| instance::holds(cause, view))
        .or_else(|| scaling::holds(cause, view))
        // The built-in lesson names no cause in words of its own.
        .or_else(|| (cause == CauseId::ToldByLesson).then_some(false))
        .unwrap_or_else(|| panic!("{cause} has no condition"))
}

fn refuted(label: &str, account: &Value, report: &Report, tried: &mut BTreeSet<CauseId>) -> Vec<String> {
    let view = View(account);
    let mut faults = Vec::new();
    for (step, lesson) in report.steps.iter().zip(&LESSON.steps) {
        for (check, of) in step.checks.iter().zip(&lesson.checks) {
            let Some(found) = &check.diagnosis else { continue };
            tried.insert(found.cause.id);
            if !holds(found.cause.id, &of.kind, check.verdict.status, &view) {
                faults.push(format!("{label}: {}/{} because {}", step.id, check.id, found.cause.id));
            }
        }
    }
    faults
}

/// An account with its report.
pub struct Judged {
    /// Where it comes from.
    pub label: String,
    pub account: Value,
    pub report: Report,
}

/// Every account that the tests know, judged once for all tests.
pub static JUDGED: LazyLock<Vec<Judged>> = LazyLock::new(|| {
    let judged = |(label, account)| Judged { report: report(&account), label, account };
    all_accounts().map(judged).collect()
});

fn all_accounts() -> impl Iterator<Item = (String, Value)> {
    let stages = ["before-1-1", "after-2-4", "finished"].map(|stage| (stage.to_owned(), base(stage)));
    let scenarios = properties::accounts().map(|(label, account)| (label.to_owned(), account.clone()));
    stages.into_iter().chain(scenarios).chain(broken_accounts()).chain(faulty_accounts())
}

#[test]
fn no_cause_is_named_against_its_own_evidence() {
    let (mut faults, mut tried) = (Vec::new(), BTreeSet::new());
    for Judged { label, account, report } in JUDGED.iter() {
        faults.extend(refuted(label, account, report, &mut tried));
    }
    println!("{} causes in {} accounts", tried.len(), JUDGED.len());
    assert!(faults.is_empty(), "{} refuted\n{}", faults.len(), faults.join("\n"));
    assert!(tried.len() > 90, "{}", tried.len());
}

/// A condition that holds of every account would refute nothing.
#[test]
fn a_right_account_refutes_every_cause() {
    let account = base("finished");
    let view = View(&account);
    let kinds: Vec<&CheckKind> = LESSON.steps.iter().flat_map(|step| &step.checks).map(|check| &check.kind).collect();
    let always = |cause: &&CauseId| kinds.iter().all(|kind| holds(**cause, kind, Status::Failed, &view));
    let idle: Vec<&CauseId> = CauseId::ALL.iter().filter(always).collect();
    // What isn't known has no condition but that something failed.
    assert_eq!(idle, [&CauseId::Unexplained]);
}

/// Why no repair belongs to a cause.
const NOTHING_TO_DO: &[(CauseId, &str)] = &[(CauseId::StillWorking, "AWS is at work: there is nothing to do but wait")];
/// Why no evidence belongs to a cause.
const NOTHING_TO_SHOW: &[(CauseId, &str)] =
    &[(CauseId::StillWorking, "its text says since when, and how long it takes")];

#[test]
fn every_cause_shows_what_speaks_for_it_and_says_what_helps() {
    let localizers = [Language::Ja, Language::En].map(Localizer::new);
    let is_in = |list: &[(CauseId, &str)], cause: CauseId| list.iter().any(|(known, _)| *known == cause);
    let mut faults = BTreeSet::new();
    for judged in JUDGED.iter() {
        for check in judged.report.steps.iter().flat_map(|step| &step.checks) {
            let Some(found) = &check.diagnosis else { continue };
            let id = found.cause.id;
            if found.evidence.is_empty() && !is_in(NOTHING_TO_SHOW, id) {
                faults.insert(format!("{id} shows nothing: {}, {}", judged.label, check.id));
            }
            if check.repair.is_empty() && !is_in(NOTHING_TO_DO, id) {
                faults.insert(format!("{id} has no repair: {}, {}", judged.label, check.id));
            }
            for localizer in &localizers {
                // Evidence may be a word of the account's, which may be anything.
                let texts = std::iter::once(&found.cause.text).chain(check.repair.iter().map(|repair| &repair.text));
                if texts.map(|text| localizer.say(text)).any(|said| said.trim().is_empty()) {
                    faults.insert(format!("{id} says nothing: {}, {}", judged.label, check.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
