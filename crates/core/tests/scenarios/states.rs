//! Every state that AWS can give, and what is made of it: `states.toml` has tables over AWS's whole lists, so that a value
//! that AWS adds fails here until somebody has said what it means; and no wait is without an end.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use ec_site_tutor_core::account::resources::{
    ActivityStatus, AlarmState, AttachmentState, ImageState, InstanceState, LifecycleState, LoadBalancerState,
    MemberHealth, NatFailureCode, NatGatewayState, RouteState, SnapshotState, SubnetState, TargetReason, TargetState,
    VpcState,
};
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::report::{CheckReport, Report};
use ec_site_tutor_core::verify::{CauseId, Status};
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::{Value, json};

use super::catalogue::{self, check, report};
use super::properties::{accounts, snapshot};
use super::scenario::Change;
use super::{LESSON, base, folder, path};

/// A word that is on no list of AWS's.
const NEW: &str = "brand-new";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    table: Vec<Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    name: String,
    /// The list of AWS's.
    of: String,
    /// The place of the finished account in which its words are put.
    at: String,
    /// `step/check`
    check: String,
    /// What is changed before.
    #[serde(default)]
    change: Vec<Change>,
    rows: BTreeMap<String, Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    status: Status,
    /// The id of the cause that is named first; none where it is left out.
    cause: Option<CauseId>,
    /// What the English text of what was found, of the cause, its evidence or what to do must contain.
    says: String,
}

fn tables() -> Vec<Table> {
    let file = fs::read_to_string(folder().join("states.toml")).unwrap();
    toml::from_str::<Tables>(&file).unwrap_or_else(|error| panic!("{error}")).table
}

/// AWS's whole list of this name.
fn list(name: &str) -> &'static [&'static str] {
    match name {
        "vpcs" => VpcState::WORDS,
        "attachments" => AttachmentState::WORDS,
        "subnets" => SubnetState::WORDS,
        "nat gateways" => NatGatewayState::WORDS,
        "failures of nat gateways" => NatFailureCode::WORDS,
        "routes" => RouteState::WORDS,
        "instances" => InstanceState::WORDS,
        "images" => ImageState::WORDS,
        "snapshots" => SnapshotState::WORDS,
        "load balancers" => LoadBalancerState::WORDS,
        "targets" => TargetState::WORDS,
        "reasons of targets" => TargetReason::WORDS,
        "members" => LifecycleState::WORDS,
        "health of members" => MemberHealth::WORDS,
        "activities" => ActivityStatus::WORDS,
        "alarms" => AlarmState::WORDS,
        other => panic!("no list is called {other}"),
    }
}

impl Table {
    fn account(&self, word: &str) -> Value {
        let mut account = base("finished");
        self.change.iter().for_each(|change| change.apply(&mut account).unwrap());
        *path::find(&mut account, &self.at) = word.into();
        account
    }

    /// What isn't as its row says; nothing where all is.
    fn fault(&self, word: &str) -> Option<String> {
        let report = report(&self.account(word));
        let check = check(&report, &self.check);
        let cause = check.diagnosis.as_ref().map(|found| found.cause.id);
        let (said, ja) = (words(check, Language::En), words(check, Language::Ja));
        if ja.iter().chain(&said).any(|text| text.trim().is_empty()) {
            return Some("a text says nothing".to_owned());
        }
        let said = said.join("\n");
        let row = self.rows.get(word);
        let fits = row.is_some_and(|row| {
            row.status == check.verdict.status && row.cause == cause && said.contains(row.says.as_str())
        });
        (!fits).then(|| format!("is {:?} because {cause:?}: {said}", check.verdict.status))
    }
}

/// What is said of a check: what was found, why, what shows it, what to do.
fn words(check: &CheckReport, language: Language) -> Vec<String> {
    let localizer = Localizer::new(language);
    let found = check.diagnosis.iter().flat_map(|found| std::iter::once(&found.cause.text).chain(&found.evidence));
    let repair = check.repair.iter().map(|repair| &repair.text);
    let texts = std::iter::once(&check.verdict.actual).chain(found).chain(&check.verdict.fix).chain(repair);
    texts.map(|text| localizer.say(text)).collect()
}

#[test]
fn every_state_of_every_list_is_judged_as_its_row_says() {
    let mut faults = String::new();
    for table in tables() {
        let wanted: BTreeSet<&str> = list(&table.of).iter().copied().chain([NEW]).collect();
        let rows: BTreeSet<&str> = table.rows.keys().map(String::as_str).collect();
        let strange: Vec<&&str> = rows.difference(&wanted).collect();
        assert!(strange.is_empty(), "{}: rows for {strange:?}, which AWS doesn't say", table.name);
        for word in wanted {
            if let Some(fault) = table.fault(word) {
                writeln!(faults, "{}: {word} {fault}", table.name).unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn every_list_has_a_table() {
    let named: BTreeSet<String> = tables().into_iter().map(|table| table.of).collect();
    // Volumes are judged by no check: `cost` reads them. Each name that isn't a list panics above.
    assert_eq!(named.len(), 16, "{named:?}");
}

/// Whether a wait ends in words: it is called overdue, or that is said beside its cause.
fn is_ended(check: &CheckReport) -> bool {
    check.diagnosis.as_ref().is_some_and(|found| {
        let localizer = Localizer::new(Language::En);
        let said = |words: &str| found.evidence.iter().any(|text| localizer.say(text).contains(words));
        found.cause.id == CauseId::Overdue || said("isn't normal any more") || said("is normally over")
    })
}

/// Everything that waits a day after the last thing that happened in the account waits too long, and that is said.
#[test]
fn no_wait_is_without_end() {
    let (mut waits, mut endless) = (0, Vec::new());
    let of_tables = tables().into_iter().flat_map(|table| {
        let words: Vec<&str> = list(&table.of).iter().copied().chain([NEW]).collect();
        words.into_iter().map(|word| (format!("{}: {word}", table.name), table.account(word))).collect::<Vec<_>>()
    });
    let of_scenarios = accounts().map(|(label, account)| (label.to_owned(), account.clone()));
    let stages = ["before-1-1", "after-2-4", "finished"].map(|stage| (stage.to_owned(), base(stage)));
    for (label, account) in of_tables.chain(of_scenarios).chain(catalogue::accounts()).chain(stages) {
        let snapshot = snapshot(&account);
        let report = Report::assess(&LESSON, &snapshot, snapshot.taken_at + SignedDuration::from_hours(24));
        for step in &report.steps {
            for check in step.checks.iter().filter(|check| check.verdict.status == Status::Waiting) {
                waits += 1;
                // Without a wait it is the learner's turn: nobody has visited the shop yet.
                let is_turn = check.wait.is_none() && check.id == "load";
                if !is_turn && !is_ended(check) {
                    endless.push(format!("{label}: {}/{} {:?}", step.id, check.id, check.diagnosis));
                }
            }
        }
    }
    assert!(waits > 50, "{waits} waits");
    assert!(endless.is_empty(), "{} of {waits} waits never end\n{}", endless.len(), endless.join("\n"));
}

/// A hook that holds an instance is not the group filling up: which instance, since when, what ends it.
#[test]
fn a_hook_is_told_with_its_instant_and_its_end() {
    let mut account = base("finished");
    *path::find(&mut account, "auto_scaling_groups[0].instances[0].lifecycle") = "Pending:Wait".into();
    *path::find(&mut account, "instances[id=i-0a5900000000000a1].launched_at") = "2026-05-20T11:38:00Z".into();
    account["target_health"] = json!({ "seen": [] });
    let report = report(&account);
    for id in ["4-3/in-service", "4-3/healthy"] {
        let check = check(&report, id);
        assert_eq!(check.verdict.status, Status::Failed, "{id}");
        let said = words(check, Language::En).join("\n");
        for part in
            ["i-0a5900000000000a1 is in Pending:Wait", "since 2026-05-20 11:38 UTC", "CONTINUE", "heartbeat", "delete"]
        {
            assert!(said.contains(part), "{id} doesn't say {part}: {said}");
        }
        let ja = words(check, Language::Ja).join("\n");
        assert!(ja.contains("ライフサイクルフック") && ja.contains("ハートビートタイムアウト"), "{ja}");
    }
}
