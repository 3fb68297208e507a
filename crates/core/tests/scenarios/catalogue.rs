//! Broken accounts with the cause that must be named first: `catalogue/*.toml`. A case is a right account, what the
//! fault looks like from outside (`symptoms.toml`), the fault itself, and for one check the id of its cause.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use ec_site_tutor_core::account::Snapshot;
use ec_site_tutor_core::diagnose::{Diagnosis, Means, Repair};
use ec_site_tutor_core::i18n::{Language, Localizer, Text};
use ec_site_tutor_core::report::{CheckReport, Report};
use ec_site_tutor_core::verify::{CauseId, Status};
use serde::Deserialize;
use serde_json::{Value, json};

use super::properties::statuses;
use super::scenario::Change;
use super::{LESSON, base, folder};

/// The member of the group in the finished account.
const MEMBER: &str = "i-0a5900000000000a1";
/// The least number of broken accounts.
const LEAST: usize = 60;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default = "finished")]
    base: String,
    /// A name of `symptoms.toml`.
    symptom: Option<String>,
    /// Names of `closer.toml`: what was read after the first look.
    #[serde(default)]
    closer: Vec<String>,
    /// The boot log of the member.
    log: Option<String>,
    /// `step/check`
    check: String,
    /// The id of the cause.
    cause: CauseId,
    /// What the English text of cause, evidence or consequences must say as well.
    also: Option<String>,
    /// The beginning of the first command that mends it; empty where there is none.
    command: String,
    #[serde(default)]
    change: Vec<Change>,
}

fn finished() -> String {
    "finished".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Symptoms {
    symptom: Vec<Symptom>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Symptom {
    name: String,
    change: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Closers {
    closer: Vec<Closer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Closer {
    name: String,
    area: String,
    value: Value,
}

/// Puts what was read after the first look into an account.
pub fn look_closer(names: &[String], account: &mut Value) {
    let file: Closers = toml::from_str(&fs::read_to_string(folder().join("closer.toml")).unwrap()).unwrap();
    for name in names {
        let found = file.closer.iter().find(|known| known.name == *name);
        let found = found.unwrap_or_else(|| panic!("nothing to read is called {name}"));
        account[&found.area] = found.value.clone();
    }
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for path in fs::read_dir(folder().join("catalogue")).unwrap().map(|entry| entry.unwrap().path()) {
        let file: Cases = toml::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        cases.extend(file.case);
    }
    cases
}

/// The broken accounts of each file, by its name: what they are called, the account, and the check that is about it.
pub fn topics() -> BTreeMap<String, Vec<(String, Value, String)>> {
    let mut topics = BTreeMap::new();
    for path in fs::read_dir(folder().join("catalogue")).unwrap().map(|entry| entry.unwrap().path()) {
        let file: Cases = toml::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let accounts = file.case.into_iter().map(|case| (case.name.clone(), case.account(), case.check));
        topics.insert(path.file_stem().unwrap().to_string_lossy().into_owned(), accounts.collect());
    }
    topics
}

/// The accounts of which more was read than at the first look, each with its name.
pub fn accounts_looked_closer_at() -> impl Iterator<Item = (String, Value)> {
    let looked_at = cases().into_iter().filter(|case| !case.closer.is_empty());
    looked_at.map(|case| (case.name.clone(), case.account()))
}

/// Every broken account, with its name.
pub fn accounts() -> impl Iterator<Item = (String, Value)> {
    cases().into_iter().map(|case| (case.name.clone(), case.account()))
}

/// Puts what a fault looks like from outside into an account.
pub fn show(symptom: &str, account: &mut Value) {
    let file: Symptoms = toml::from_str(&fs::read_to_string(folder().join("symptoms.toml")).unwrap()).unwrap();
    let found = file.symptom.iter().find(|known| known.name == symptom);
    let found = found.unwrap_or_else(|| panic!("there is no symptom {symptom}"));
    found.change.iter().for_each(|change| change.apply(account).unwrap());
}

/// The report on an account as read.
pub fn report(account: &Value) -> Report {
    let snapshot: Snapshot = serde_json::from_value(account.clone()).unwrap();
    Report::assess(&LESSON, &snapshot, snapshot.taken_at)
}

/// The check of this `step/check`.
pub fn check<'a>(report: &'a Report, id: &str) -> &'a CheckReport {
    let (step, check) = id.split_once('/').unwrap();
    report.step(step).unwrap().checks.iter().find(|found| found.id == check).unwrap()
}

/// The ids of all causes that an account shows, by `step/check`.
pub fn causes(account: &Value) -> BTreeMap<String, CauseId> {
    let mut causes = BTreeMap::new();
    for step in &report(account).steps {
        for check in &step.checks {
            if let Some(found) = &check.diagnosis {
                causes.insert(format!("{}/{}", step.id, check.id), found.cause.id);
            }
        }
    }
    causes
}

impl Case {
    fn account(&self) -> Value {
        let mut account = base(&self.base);
        if let Some(symptom) = &self.symptom {
            show(symptom, &mut account);
        }
        look_closer(&self.closer, &mut account);
        self.change.iter().for_each(|change| change.apply(&mut account).unwrap());
        if let Some(log) = &self.log {
            account["boot_logs"] = json!({ MEMBER: { "seen": { "text": log, "at": null } } });
        }
        account
    }

    /// What isn't as expected; nothing where all is.
    fn fault(&self) -> Option<String> {
        let report = report(&self.account());
        let check = check(&report, &self.check);
        let Some(found) = &check.diagnosis else {
            return Some(format!("{} is {:?} without a cause", self.check, check.verdict));
        };
        if found.cause.id != self.cause {
            return Some(format!("{} because {}, not {}: {found:?}", self.check, found.cause.id, self.cause));
        }
        for language in [Language::Ja, Language::En] {
            if let Some(fault) = unsaid(found, check, &Localizer::new(language)) {
                return Some(format!("{language:?}: {fault}"));
            }
        }
        let command = first_command(check);
        if is_other(&self.command, &command) {
            return Some(format!("mended by \"{command}\", not \"{}\"", self.command));
        }
        let said = words(found, &Localizer::new(Language::En)).join("\n");
        let missing = self.also.as_ref().filter(|also| !said.contains(*also))?;
        Some(format!("nothing says \"{missing}\": {said}"))
    }
}

/// Cause, evidence and consequences in words.
fn words(found: &Diagnosis, localizer: &Localizer) -> Vec<String> {
    let texts = std::iter::once(&found.cause.text).chain(&found.evidence).chain(&found.consequences);
    texts.map(|text: &Text| localizer.say(text)).collect()
}

/// The first command among the repairs; empty where there is none.
fn first_command(check: &CheckReport) -> String {
    let is_command = |repair: &&Repair| repair.means == Means::Cli;
    let found = check.repair.iter().find(is_command);
    found.map(|repair| Localizer::new(Language::En).say(&repair.text)).unwrap_or_default()
}

fn is_other(wanted: &str, command: &str) -> bool {
    if wanted.is_empty() { !command.is_empty() } else { !command.starts_with(wanted) }
}

/// A part of a diagnosis that says nothing.
fn unsaid(found: &Diagnosis, check: &CheckReport, localizer: &Localizer) -> Option<&'static str> {
    let repair: Vec<String> = check.repair.iter().map(|repair| localizer.say(&repair.text)).collect();
    if found.evidence.is_empty() {
        Some("no evidence")
    } else if repair.is_empty() {
        Some("no repair")
    } else if words(found, localizer).iter().chain(&repair).any(|text| text.trim().is_empty()) {
        Some("a text says nothing")
    } else {
        None
    }
}

#[test]
fn every_broken_account_has_its_cause_named_first() {
    let cases = cases();
    assert!(cases.len() >= LEAST, "{} cases", cases.len());
    let faults: Vec<String> =
        cases.iter().filter_map(|case| Some(format!("{}\n    {}", case.name, case.fault()?))).collect();
    assert!(faults.is_empty(), "{} of {} are wrong\n{}", faults.len(), cases.len(), faults.join("\n"));
}

/// Causes that no broken account can have in the catalogue, where evidence is asked for, with what shows them instead.
const SHOWN_ELSEWHERE: &[(CauseId, &str)] = &[
    (CauseId::StillWorking, "a wait rests on what the check found alone: the tests of diagnose/waiting"),
    (CauseId::Overdue, "the limits are those of verify/wait.rs: the tests of diagnose/waiting"),
    (CauseId::ToldByLesson, "the built-in lesson has no words of its own for a cause: trial_packs"),
];

#[test]
fn every_cause_is_named_first_by_some_account_or_log() {
    let mut named: BTreeSet<CauseId> = cases().iter().map(|case| case.cause).collect();
    named.extend(super::findings::named());
    named.extend(super::boot_logs::named());
    // Each of these is expected by name of a check in its scenario, too.
    for (_, outcome) in super::OUTCOMES.iter() {
        let told =
            outcome.verdicts.values().filter(|verdict| verdict.status == Status::Failed && verdict.fix.is_some());
        named.extend(told.filter_map(|verdict| Some(verdict.cause.as_ref()?.id)));
    }
    let elsewhere: BTreeSet<CauseId> = SHOWN_ELSEWHERE.iter().map(|(cause, _)| *cause).collect();
    let unnamed = CauseId::ALL.iter().filter(|cause| !named.contains(cause));
    let missing: Vec<&CauseId> = unnamed.filter(|cause| !elsewhere.contains(cause)).collect();
    assert!(missing.is_empty(), "no account has {missing:?}");
    let found: Vec<&CauseId> = elsewhere.intersection(&named).collect();
    assert!(found.is_empty(), "{found:?} have an account now");
}

#[test]
fn right_accounts_have_no_cause() {
    for stage in ["before-1-1", "after-2-4", "finished"] {
        assert_eq!(causes(&base(stage)), BTreeMap::new(), "{stage}");
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Harmless {
    case: Vec<HarmlessCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HarmlessCase {
    name: String,
    closer: Vec<String>,
    #[serde(default)]
    change: Vec<Change>,
}

#[test]
fn rules_and_network_acls_that_do_no_harm_are_not_named() {
    let file: Harmless = toml::from_str(&fs::read_to_string(folder().join("harmless.toml")).unwrap()).unwrap();
    let before = statuses(&base("finished"));
    for case in file.case {
        let mut account = base("finished");
        look_closer(&case.closer, &mut account);
        case.change.iter().for_each(|change| change.apply(&mut account).unwrap());
        assert_eq!((causes(&account), statuses(&account)), (BTreeMap::new(), before.clone()), "{}", case.name);
    }
}

/// Whatever fails, a learner gets a way to mend it and, where the console has one, its page.
#[test]
fn every_failed_check_offers_a_repair() {
    for (label, outcome) in super::OUTCOMES.iter() {
        for step in &report(&outcome.account).steps {
            for check in step.checks.iter().filter(|check| check.verdict.status == Status::Failed) {
                let has = |means: Means| check.repair.iter().any(|repair| repair.means == means);
                let place = format!("{label}: {}/{}", step.id, check.id);
                assert!(has(Means::Console) && has(Means::Link), "{place}: {:?}", check.repair);
            }
        }
    }
}

/// What is told to be struck off is what was found, not also a member that is on its way out.
#[test]
fn only_targets_entered_by_hand_are_struck_off() {
    const GONE: &str = "i-0a5900000000000ff";
    let mut account = base("finished");
    let instances = account["instances"]["seen"].as_array_mut().unwrap();
    let mut gone = instances.iter().find(|instance| instance["id"] == MEMBER).unwrap().clone();
    gone["id"] = json!(GONE);
    gone["state"] = json!("terminated");
    instances.push(gone);
    let targets = account["target_health"]["seen"].as_array_mut().unwrap();
    for id in [GONE, "i-0ba5e000000000001"] {
        targets.push(json!({ "target": id, "port": 80, "state": "healthy" }));
    }
    let report = report(&account);
    let step = report.steps.iter().find(|step| step.id == "4-3").unwrap();
    let check = step.checks.iter().find(|check| check.id == "members").unwrap();
    let localizer = Localizer::new(Language::En);
    let repairs: Vec<String> = check.repair.iter().map(|repair| localizer.say(&repair.text)).collect();
    let command = repairs.iter().find(|text| text.contains("deregister-targets")).unwrap();
    assert!(command.contains("--targets Id=i-0ba5e000000000001 ") && !command.contains(GONE), "{command}");
}

/// Where several things have the name, nothing tells which is meant, so that no command may touch one of them.
#[test]
fn of_several_candidates_none_is_changed() {
    let mut several = 0;
    for (label, outcome) in super::OUTCOMES.iter() {
        for check in report(&outcome.account).steps.iter().flat_map(|step| &step.checks) {
            if check.verdict.cause.as_ref().is_some_and(|cause| cause.id == CauseId::SeveralCandidates) {
                several += 1;
                assert_eq!(first_command(check), "", "{label}: {}", check.id);
            }
        }
    }
    assert!(several > 0);
}
