//! Answers with every field, absence and odd value that AWS was seen to give (`tests/recorded`), read by the real clients:
//! all of it can be read, each field of ours gets its value, and what an answer holds beside changes no verdict.

mod front;
mod model;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use ec_site_tutor_core::account::resources::{NatGateway, RegionalKind, RuleAction};
use ec_site_tutor_core::account::{Answer, Area, Need, Question, Scope, Snapshot};
use ec_site_tutor_core::lesson::{Lesson, Pack, load};
use ec_site_tutor_core::report::Report;
use ec_site_tutor_core::{cleanup, cost};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{ANSWERING, calls, connected};
use crate::Reader;
use crate::clients::Clients;
use front::Answers;
use model::Model;

const SERVICES: [&str; 6] = ["autoscaling", "cloudwatch", "ec2", "elbv2", "iam", "sts"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded")
}

fn file(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn models() -> Value {
    file(&folder().join("shapes.json"))
}

/// A part of the recorded answers, `answers` or `strange`, by action.
fn recorded(part: &str) -> BTreeMap<String, Value> {
    let files = SERVICES.map(|service| file(&folder().join(format!("{service}.json"))));
    files.iter().flat_map(|file| file[part].as_object().unwrap().clone()).collect()
}

/// What AWS answers about the finished lab.
fn lab() -> BTreeMap<String, Value> {
    recorded("answers")
}

/// The same with what else an account may hold, behind what is the lab's.
fn lab_among_strangers() -> BTreeMap<String, Value> {
    let mut answers = lab();
    for (action, more) in recorded("strange") {
        for (list, items) in more.as_object().unwrap() {
            let all = answers.get_mut(&action).unwrap()[list].as_array_mut().unwrap();
            all.extend(items.as_array().unwrap().iter().cloned());
        }
    }
    answers
}

/// The same answers with a value for everything that the models know and the lab's don't say.
fn lab_filled() -> BTreeMap<String, Value> {
    let models = models();
    let absent: BTreeMap<String, Vec<String>> = serde_json::from_value(file(&folder().join("absent.json"))).unwrap();
    let absent: Vec<String> = absent.into_values().flatten().collect();
    let mut answers = lab();
    for (action, value) in &mut answers {
        Model::of(&models, action).fill(value, &absent);
    }
    answers
}

/// The finished account as core's own tests have it.
fn finished() -> Value {
    file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/scenarios/base/finished.json"))
}

fn lesson() -> Lesson {
    load(&Pack::Embedded, &BTreeMap::new()).unwrap()
}

/// Everything that the program reads at a first look, but for the site, which isn't AWS's to answer.
fn scope(lesson: &Lesson) -> Scope {
    let scopes = [lesson.scope(), cost::scope(&lesson.lab), cleanup::scope(&lesson.lab)];
    scopes.iter().flat_map(Scope::iter).filter(|need| !matches!(need, Need::Site { .. })).cloned().collect()
}

fn clients(answers: BTreeMap<String, Value>) -> Clients {
    counted(answers, &Arc::default())
}

/// Clients of a server that notes what it was asked.
fn counted(answers: BTreeMap<String, Value>, asked: &Arc<Mutex<Vec<String>>>) -> Clients {
    let answers = Answers { models: models(), of: answers, asked: Arc::clone(asked) };
    connected("http", front::serve(answers), ANSWERING)
}

async fn read(answers: BTreeMap<String, Value>) -> Snapshot {
    let now: Timestamp = "2026-05-20T12:00:00Z".parse().unwrap();
    let reader = Reader::over(clients(answers));
    let mut snapshot = reader.read(&scope(&lesson()), now).await;
    snapshot.region = Some("us-east-1".into());
    snapshot.site = serde_json::from_value(finished()["site"].clone()).unwrap();
    snapshot
}

/// The status of every check, by `step/check`.
fn statuses(snapshot: &Snapshot) -> BTreeMap<String, String> {
    let report = Report::assess(&lesson(), snapshot, snapshot.taken_at);
    let checks = report.steps.iter().flat_map(|step| step.checks.iter().map(move |check| (step, check)));
    checks
        .map(|(step, check)| {
            let cause = check.diagnosis.as_ref().map(|found| found.cause.id.to_string()).unwrap_or_default();
            (format!("{}/{}", step.id, check.id), format!("{:?} {cause}", check.verdict.status))
        })
        .collect()
}

/// Areas that could not be read, with why.
fn unread(snapshot: &Snapshot) -> Vec<String> {
    let areas = serde_json::to_value(snapshot).unwrap();
    let failed = |area: &Value| area.get("failed").is_some() || area.get("denied").is_some();
    areas
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, area)| failed(area))
        .map(|(name, area)| format!("{name}: {area}"))
        .collect()
}

#[tokio::test]
async fn nothing_beside_the_lab_changes_a_verdict() {
    let expected = statuses(&serde_json::from_value(finished()).unwrap());
    let answers = [("the lab", lab()), ("among strangers", lab_among_strangers()), ("filled", lab_filled())];
    for (name, answers) in answers {
        let snapshot = read(answers).await;
        assert_eq!(unread(&snapshot), [""; 0], "{name}");
        let found = statuses(&snapshot);
        let changed: Vec<_> = expected.iter().filter(|(check, status)| found[*check] != **status).collect();
        assert!(
            changed.is_empty(),
            "{name}: {changed:?} are {:?}",
            changed.iter().map(|(id, _)| &found[*id]).collect::<Vec<_>>()
        );
    }
}

/// Whatever core's finished account says is read from AWS's answers about the same account.
#[tokio::test]
async fn each_field_gets_its_value() {
    let found = serde_json::to_value(read(lab()).await).unwrap();
    let finished = finished();
    let mut faults = Vec::new();
    // Nobody asks for the snapshots of an image that is made.
    for (area, expected) in finished.as_object().unwrap().iter().filter(|(area, _)| *area != "image_snapshots") {
        differences(area, expected, &found[area], &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Where `found` doesn't have what `expected` says; what that leaves open may be anything.
fn differences(place: &str, expected: &Value, found: &Value, faults: &mut Vec<String>) {
    match (expected, found) {
        (Value::Null, _) => {}
        (Value::Object(expected), Value::Object(found)) => {
            let nothing = Value::Null;
            for (name, value) in expected {
                differences(&format!("{place}.{name}"), value, found.get(name).unwrap_or(&nothing), faults);
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (index, (one, other)) in expected.iter().zip(found).enumerate() {
                differences(&format!("{place}[{index}]"), one, other, faults);
            }
        }
        (expected, found) if expected == found => {}
        (expected, found) => faults.push(format!("{place}: {found} is not {expected}")),
    }
}

/// Fields that no answer about this account has a value for, with why.
const WITHOUT_VALUE: &[(&str, &str)] = &[
    ("launch_template.seen.key_name", "the lab's template has none"),
    ("launch_template.seen.security_group_names", "only templates of EC2-Classic's style name groups"),
    ("launch_template.seen.interfaces", "the lab's groups stand beside the interfaces"),
    ("launch_template.seen.profile_arn", "the lab's profile stands by its name"),
];

/// A field of ours that no answer ever fills may be read from the wrong member.
#[tokio::test]
async fn each_field_has_a_value_somewhere() {
    let found = serde_json::to_value(read(lab_among_strangers()).await).unwrap();
    let (mut known, mut filled) = (BTreeSet::new(), BTreeSet::new());
    for (area, value) in found.as_object().unwrap() {
        note(area, value, &mut known, &mut filled);
    }
    // Nothing of the lab refers to a prefix list, and its image isn't being made: the calls themselves are tried below.
    let areas = ["prefix_lists.seen", "image_snapshots.seen"];
    let empty = known.difference(&filled).map(String::as_str).filter(|place| !areas.contains(place));
    let expected: BTreeSet<&str> = WITHOUT_VALUE.iter().map(|(place, _)| *place).collect();
    assert_eq!(empty.collect::<BTreeSet<_>>(), expected);
}

/// Notes every place, and those that hold something. Items of a list share a place.
fn note(place: &str, value: &Value, known: &mut BTreeSet<String>, filled: &mut BTreeSet<String>) {
    known.insert(place.to_owned());
    match value {
        Value::Object(members) => {
            filled.insert(place.to_owned());
            members.iter().for_each(|(name, value)| note(&format!("{place}.{name}"), value, known, filled));
        }
        Value::Array(items) => {
            if !items.is_empty() {
                filled.insert(place.to_owned());
            }
            for item in items {
                note(place, item, known, filled);
            }
        }
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        _ => {
            filled.insert(place.to_owned());
        }
    }
}

fn seen<T>(area: Area<T>) -> T {
    match area {
        Area::Seen(value) => value,
        Area::Denied(denial) => panic!("{denial:?}"),
        Area::Failed(failure) => panic!("{failure:?}"),
        Area::NotAsked => panic!("not asked"),
    }
}

#[tokio::test]
async fn what_the_answers_hold_beside_is_read_too() {
    let snapshot = read(lab_among_strangers()).await;
    let vpc = seen(snapshot.vpcs).into_iter().find(|vpc| vpc.name.as_deref() == Some("ec-site-vpc")).unwrap();
    assert_eq!(json!([vpc.block_mode, vpc.encryption_control]), json!(["off", "available"]));
    assert!(
        seen(snapshot.subnets).iter().filter(|subnet| subnet.vpc == vpc.id).all(|subnet| subnet.block_mode.is_some())
    );
    let gateways = seen(snapshot.nat_gateways);
    let gateway = |id: &str| -> &NatGateway { gateways.iter().find(|gateway| gateway.id.starts_with(id)).unwrap() };
    assert_eq!(gateway("nat-0d").availability.as_deref(), Some("zonal"));
    let regional = gateway("nat-0000000000000000b");
    assert_eq!(json!([regional.availability, regional.zones]), json!(["regional", ["us-east-1a", "us-east-1c"]]));
    let groups = seen(snapshot.auto_scaling_groups);
    let group = groups.iter().find(|group| group.name == "ec-site-asg").unwrap();
    assert_eq!(group.deletion_protection.as_deref(), Some("prevent-force-deletion"));
    let mixed = group.mixed_instances.as_ref().unwrap();
    assert_eq!((mixed.on_demand_base, mixed.on_demand_percentage), (Some(0), Some(100)));
    let other = &mixed.overrides[0];
    assert_eq!(other.instance_type.as_deref(), Some("t3.small"));
    assert_eq!((other.image.is_some(), other.template.is_some(), other.by_requirements), (true, true, false));
    let member = &group.instances[0];
    assert_eq!(json!([member.template, member.instance_type]), json!(["lt-0fedcba9876543210", "t3.small"]));
    assert!(
        groups
            .iter()
            .any(|group| group.mixed_instances.as_ref().is_some_and(|mixed| mixed.overrides[0].by_requirements))
    );
    let images = seen(snapshot.images);
    assert_eq!(images[0].deregistration_protection.as_deref(), Some("disabled"));
    assert!(images.iter().any(|image| image.deregistration_protection.as_deref() == Some("enabled-with-cooldown")));
    let balancers = seen(snapshot.load_balancers);
    assert_eq!(balancers[0].ip_address_type.as_deref(), Some("ipv4"));
    let instances = seen(snapshot.instances);
    assert!(instances.iter().any(|instance| instance.market.as_deref() == Some("spot")));
}

#[tokio::test]
async fn what_is_asked_after_a_first_look_is_read_too() {
    let answers = lab_among_strangers();
    let reader = Reader::over(clients(answers.clone()));
    let names = BTreeSet::new();
    let questions = [
        Question::BootLog { instance: "i-0a5900000000000a1".into() },
        Question::ListenerRules { listener: "arn".into() },
        Question::NetworkAcls,
        Question::LaunchTemplates,
        Question::InstanceProfiles,
        Question::OtherRegions { names },
    ];
    for answer in reader.answer(&questions).await {
        match answer {
            Answer::BootLog { log, .. } => assert!(seen(log).text.contains("ec-site: FAILED in line 12")),
            Answer::ListenerRules(rules) => {
                let rules = seen(rules);
                assert_eq!(rules.iter().map(|rule| rule.priority).collect::<Vec<_>>(), [Some(10), Some(20), None]);
                let last = rules[0].actions.last().unwrap();
                let expected =
                    RuleAction { answer: last.answer.clone(), kind: "fixed-response".into(), forwards: Vec::new() };
                assert_eq!(*last, expected);
                assert_eq!(rules[0].conditions.len(), 7);
            }
            Answer::NetworkAcls(acls) => {
                assert_eq!(seen(acls).iter().map(|acl| acl.entries.len()).collect::<Vec<_>>(), [5, 1]);
            }
            Answer::LaunchTemplates(templates) => {
                let templates = seen(templates);
                assert_eq!((templates.len(), templates[0].image.is_some()), (2, true));
            }
            Answer::InstanceProfiles(profiles) => assert_eq!(seen(profiles).len(), 2),
            Answer::OtherRegions(regions) => assert_eq!(seen(regions).unread, [""; 0]),
            Answer::OtherProfiles(_) => panic!("nobody asked"),
        }
    }
    let clients = clients(answers);
    // What is no block is left out; the two others stay.
    assert_eq!(seen(crate::calls::prefix_lists(&clients, vec!["pl-1".into()]).await)[0].cidrs.len(), 2);
    let progress: Vec<Option<u8>> = seen(crate::calls::image_snapshots(&clients, vec!["snap-1".into()]).await)
        .iter()
        .map(|snapshot| snapshot.progress)
        .collect();
    assert_eq!(progress, [Some(100), None, Some(37)]);
    // Every call of the program has a recorded answer.
    for action in crate::action::Action::READING {
        let outcome = calls::outcome(&clients, *action).await;
        assert_eq!(outcome.action, None, "{}: {outcome:?}", action.name());
    }
}

/// One thing that is missing costs a call a region for its kind alone, and none for ten minutes after that.
#[tokio::test]
async fn of_other_regions_no_more_is_asked_than_what_is_missing() {
    let asked = Arc::default();
    let reader = Reader::over(counted(lab(), &asked));
    let name = |kind, name: &str| (kind, name.to_owned());
    let names = [name(RegionalKind::SecurityGroup, "ec-site-alb-sg"), name(RegionalKind::Image, "ec-site-web-ami")];
    let question = [Question::OtherRegions { names: names.into() }];
    for _ in 0..2 {
        let [Answer::OtherRegions(answer)] = &reader.answer(&question).await[..] else { panic!("one answer") };
        let found = seen(answer.clone()).found;
        let places: Vec<_> = found.iter().map(|one| (one.region.as_str(), one.name.as_str())).collect();
        for region in ["us-east-1", "ap-east-1"] {
            assert!(places.contains(&(region, "ec-site-alb-sg")), "{places:?}");
            assert!(places.contains(&(region, "ec-site-web-ami")), "{places:?}");
        }
    }
    let mut asked: Vec<String> = std::mem::take(&mut *asked.lock().unwrap());
    asked.sort();
    // Two pages of two lists in two regions.
    let expected = [vec!["DescribeImages"; 4], vec!["DescribeRegions"], vec!["DescribeSecurityGroups"; 4]].concat();
    assert_eq!(asked, expected);
}

/// Each file says which of AWS's own published examples it goes by.
#[test]
fn every_file_names_its_sources() {
    for service in SERVICES {
        let body = file(&folder().join(format!("{service}.json")));
        let sources: Vec<&str> = body["sources"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        let answers: &Map<String, Value> = body["answers"].as_object().unwrap();
        assert_eq!(sources.len(), answers.len(), "{service}");
        assert!(sources.iter().all(|source| source.starts_with(&format!("awscli/examples/{service}/"))), "{service}");
    }
}
