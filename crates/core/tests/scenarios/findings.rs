//! Near misses as data (`tests/findings/near_misses.toml`): an account, what was changed in it, and what must be said
//! about it in both languages.

use std::fs;
use std::path::Path;

use ec_site_tutor_core::account::resources::RegionalKind;
use ec_site_tutor_core::account::{Question, Snapshot};
use ec_site_tutor_core::diagnose::{Diagnosis, questions};
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::report::Report;
use ec_site_tutor_core::verify::CauseId;
use serde::Deserialize;
use serde_json::{Value, json};

use super::scenario::Change;
use super::{LESSON, base};

/// The causes that only looking for near misses names.
const FINDINGS: [&str; 8] = [
    "name-near-miss",
    "name-tag-not-name",
    "wrong-vpc",
    "wrong-region",
    "deleted-recently",
    "several-candidates",
    "other-name",
    "name-on-other-kind",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    base: String,
    change: Vec<Change>,
    /// `step/check`
    check: String,
    /// The id of the cause; `none` where nothing may be found.
    cause: String,
    /// What the English words must contain.
    #[serde(default)]
    en: Vec<String>,
    /// What the Japanese words must contain.
    #[serde(default)]
    ja: Vec<String>,
    /// What one of the repairs must contain, in English.
    repair: Option<String>,
    /// Other checks of which something is found as well, by `step/check`.
    #[serde(default)]
    also: Vec<String>,
}

fn cases() -> Vec<Case> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/near_misses.toml");
    let file: File = toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap_or_else(|error| panic!("{error}"));
    file.case
}

/// The causes that the cases name.
pub fn named() -> Vec<CauseId> {
    cases().iter().filter_map(|case| serde_json::from_value(case.cause.as_str().into()).ok()).collect()
}

fn assess(account: Value) -> Report {
    let snapshot: Snapshot = serde_json::from_value(account).unwrap();
    Report::assess(&LESSON, &snapshot, snapshot.taken_at)
}

/// Every near miss of a report, by `step/check`.
fn findings(report: &Report) -> Vec<(String, &Diagnosis)> {
    let checks = report.steps.iter().flat_map(|step| step.checks.iter().map(move |check| (step, check)));
    checks
        .filter_map(|(step, check)| Some((format!("{}/{}", step.id, check.id), check.diagnosis.as_ref()?)))
        .filter(|(id, diagnosis)| FINDINGS.contains(&diagnosis.cause.id.as_str()) && !id.ends_with("/region"))
        .collect()
}

fn words(diagnosis: &Diagnosis, language: Language) -> String {
    let localizer = Localizer::new(language);
    let texts = std::iter::once(&diagnosis.cause.text).chain(&diagnosis.evidence);
    let texts = texts.chain(diagnosis.repair.iter().map(|repair| &repair.text));
    texts.map(|text| localizer.say(text)).collect::<Vec<_>>().join("\n")
}

/// Every account of the cases, with its name and the check that is about it.
pub fn accounts() -> Vec<(String, Value, String)> {
    cases().into_iter().map(|case| (case.name.clone(), case.account(), case.check)).collect()
}

impl Case {
    fn account(&self) -> Value {
        let mut account = base(&self.base);
        for listed in ["launch_templates", "instance_profiles", "other_regions"] {
            account[listed] = json!("not_asked");
        }
        for change in &self.change {
            change.apply(&mut account).unwrap();
        }
        account
    }

    fn faults(&self) -> Vec<String> {
        let report = assess(self.account());
        let mut found = findings(&report);
        found.retain(|(id, _)| !self.also.contains(id));
        let Some((_, diagnosis)) = found.iter().find(|(id, _)| *id == self.check) else {
            let fits = self.cause == "none";
            return if fits { strangers(&found, None) } else { vec![format!("nothing found, not {}", self.cause)] };
        };
        let (en, ja) = (words(diagnosis, Language::En), words(diagnosis, Language::Ja));
        let mut faults = strangers(&found, Some(diagnosis));
        if diagnosis.cause.id.as_str() != self.cause {
            faults.push(format!("{} in place of {}: {en}", diagnosis.cause.id, self.cause));
        }
        for (said, wanted) in [(&en, &self.en), (&ja, &self.ja)] {
            faults.extend(
                wanted
                    .iter()
                    .filter(|wanted| !said.contains(*wanted))
                    .map(|wanted| format!("no \"{wanted}\" in\n{said}")),
            );
        }
        let localizer = Localizer::new(Language::En);
        if let Some(wanted) = &self.repair
            && !diagnosis.repair.iter().any(|repair| localizer.say(&repair.text).contains(wanted))
        {
            faults.push(format!("no repair with \"{wanted}\" in\n{en}"));
        }
        faults
    }
}

/// What was found beside the finding that was looked for; the same thing may be said of several checks.
fn strangers(found: &[(String, &Diagnosis)], wanted: Option<&Diagnosis>) -> Vec<String> {
    let others = found.iter().filter(|(_, diagnosis)| !wanted.is_some_and(|wanted| is_said_again(wanted, diagnosis)));
    others.map(|(id, diagnosis)| format!("{id} claims {}", words(diagnosis, Language::En))).collect()
}

/// Whether a diagnosis tells nothing new. That the tutor looks in another region than the lab's explains whatever isn't
/// there.
fn is_said_again(wanted: &Diagnosis, other: &Diagnosis) -> bool {
    wanted.cause == other.cause || (wanted.cause.id == CauseId::WrongRegion && other.cause.id == CauseId::WrongRegion)
}

#[test]
fn every_near_miss_is_told_and_nothing_else_is_taken_for_one() {
    let faults: Vec<String> = cases()
        .iter()
        .flat_map(|case| case.faults().into_iter().map(|fault| format!("{}\n    {fault}", case.name)))
        .collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn there_are_enough_cases_of_each_cause() {
    let cases = cases();
    let of = |cause: &str| cases.iter().filter(|case| case.cause == cause).count();
    assert!(cases.len() - of("none") >= 40, "{}", cases.len());
    for cause in FINDINGS {
        assert!(of(cause) >= 1, "{cause}");
        assert!(cases.iter().any(|case| case.cause == cause && !case.ja.is_empty()), "{cause}");
    }
}

/// So many names that have nothing to do with the lab, in every kind of resource.
fn crowd(account: &mut Value) {
    let push = |account: &mut Value, area: &str, item: Value| {
        if let Some(list) = account[area]["seen"].as_array_mut() {
            list.push(item);
        }
    };
    let words = ["blog", "billing", "intranet", "batch", "ml-train", "crm", "logs", "wiki", "ci", "game"];
    let roles = ["api-sg", "db-sg", "bastion", "cache", "worker", "front-alb", "data", "jobs", "vpc", "private-1a"];
    for index in 0..1000 {
        let name = format!("{}-{}-{}", words[index % 10], roles[index / 10 % 10], index / 100);
        let (vpc, id) = ("vpc-0a1b2c3d4e5f60718", format!("{index:017x}"));
        push(account, "vpcs", json!({ "id": format!("vpc-{id}"), "name": name, "state": "available", "cidrs": [] }));
        push(
            account,
            "security_groups",
            json!({ "id": format!("sg-{id}"), "group_name": name, "name": name, "vpc": vpc,
            "description": name, "ingress": [], "egress": [] }),
        );
        push(
            account,
            "instances",
            json!({ "id": format!("i-{id}"), "name": name, "state": "running", "vpc": vpc,
            "subnet": null, "zone": null, "security_groups": [], "instance_profile": null, "asg": null,
            "launched_at": null }),
        );
        push(
            account,
            "images",
            json!({ "id": format!("ami-{id}"), "image_name": name, "name": name, "description": name,
            "state": "available", "owner": null, "source_instance": null, "snapshots": [], "created_at": null,
            "state_reason": null }),
        );
    }
}

#[test]
fn right_accounts_and_crowds_of_neighbours_have_no_near_misses() {
    for stage in ["before-1-1", "after-2-4", "finished"] {
        let mut account = base(stage);
        assert_eq!(findings(&assess(account.clone())), [], "{stage}");
        crowd(&mut account);
        assert_eq!(findings(&assess(account)), [], "{stage} in a crowd");
    }
}

#[test]
fn what_is_missing_in_a_crowd_of_neighbours_is_not_found_among_them() {
    for area in ["vpcs", "security_groups", "instances", "images"] {
        let mut account = base("finished");
        account[area]["seen"] = json!([]);
        crowd(&mut account);
        assert_eq!(findings(&assess(account)), [], "without {area}");
    }
}

fn asked(account: Value) -> Vec<Question> {
    let snapshot: Snapshot = serde_json::from_value(account).unwrap();
    let report = Report::assess(&LESSON, &snapshot, snapshot.taken_at);
    questions(&report.judged(&LESSON), &LESSON, &snapshot, snapshot.taken_at)
}

/// An account in whose region nothing of the lab stands.
fn nothing_here() -> Value {
    let mut account = base("before-1-1");
    for area in ["vpcs", "subnets", "security_groups", "instances"] {
        account[area]["seen"] = json!([]);
    }
    account
}

#[test]
fn other_regions_are_asked_only_where_nothing_of_the_lab_is_here() {
    let asks_regions = |asked: &[Question]| asked.iter().any(|one| matches!(one, Question::OtherRegions { .. }));
    let here = asked(nothing_here());
    let [Question::LaunchTemplates, Question::OtherProfiles, Question::OtherRegions { names }] = here.as_slice() else {
        panic!("{here:?}")
    };
    for (kind, name) in [
        (RegionalKind::Vpc, "ec-site-vpc"),
        (RegionalKind::SecurityGroup, "ec-site-alb-sg"),
        (RegionalKind::Image, "ec-site-web-ami"),
        (RegionalKind::LaunchTemplate, "ec-site-launch-template"),
        (RegionalKind::LoadBalancer, "ec-site-alb"),
        (RegionalKind::AutoScalingGroup, "ec-site-asg"),
    ] {
        assert!(names.contains(&(kind, name.to_owned())), "{name}");
    }
    assert_eq!(asked(base("finished")), []);
    assert_eq!(asked(base("before-1-1")), [Question::LaunchTemplates]);
    let mut misspelt = nothing_here();
    misspelt["vpcs"]["seen"] = json!([{ "id": "vpc-1", "name": "ec-site-vcp", "state": "available", "cidrs": [] }]);
    let mut image = nothing_here();
    image["images"] = base("finished")["images"].clone();
    let mut unseen = nothing_here();
    unseen["vpcs"] = json!({ "denied": { "action": "x:Y", "message": "no" } });
    let mut answered = nothing_here();
    answered["other_regions"] = json!({ "seen": { "found": [], "unread": [] } });
    for account in [misspelt, image, unseen, answered] {
        assert!(!asks_regions(&asked(account)));
    }
}

/// The finished account without one of its things.
fn without(area: &str, is_it: impl Fn(&Value) -> bool) -> Value {
    let mut account = base("finished");
    for listed in ["launch_templates", "instance_profiles", "other_regions"] {
        account[listed] = json!("not_asked");
    }
    match account[area]["seen"].as_array_mut() {
        Some(all) => all.retain(|one| !is_it(one)),
        None => account[area]["seen"] = json!(null),
    }
    account
}

fn is_called(field: &'static str, name: &'static str) -> impl Fn(&Value) -> bool {
    move |one| one[field] == name
}

#[test]
fn one_thing_that_is_missing_among_later_ones_is_looked_for_in_other_regions_and_nothing_else() {
    let names = |account: Value| {
        asked(account).into_iter().find_map(|one| match one {
            Question::OtherRegions { names } => Some(names.into_iter().collect::<Vec<_>>()),
            _ => None,
        })
    };
    let kinds = [
        ("images", "image_name", "ec-site-web-ami", RegionalKind::Image),
        ("security_groups", "group_name", "ec-site-web-sg", RegionalKind::SecurityGroup),
        ("launch_template", "name", "ec-site-launch-template", RegionalKind::LaunchTemplate),
        ("load_balancers", "name", "ec-site-alb", RegionalKind::LoadBalancer),
    ];
    for (area, field, name, kind) in kinds {
        let mut account = without(area, is_called(field, name));
        if area == "security_groups" {
            // Nothing that could stand in its place.
            let groups = account["security_groups"]["seen"].as_array_mut().unwrap();
            groups.retain(|group| group["group_name"] == "ec2-rds-1" || group["group_name"] == "ec-site-alb-sg");
        }
        assert_eq!(names(account.clone()), Some(vec![(kind, name.to_owned())]), "{name}");
        account["other_regions"] = json!({ "seen": { "found": [], "unread": [] } });
        assert_eq!(names(account), None, "{name} is asked for once");
    }
    // What comes next in the lesson is still to be made, here.
    assert_eq!(names(base("after-2-4")), None);
    assert_eq!(names(base("before-1-1")), None);
    // The last thing of the lesson that other regions know: nothing speaks for its having been made.
    let mut last = base("after-2-4");
    last["images"]["seen"] = json!([]);
    assert_eq!(names(last), None);
}

#[test]
fn other_profiles_are_told_where_nothing_of_the_lab_is_in_the_account() {
    let evidence = |profiles: Value| {
        let mut account = nothing_here();
        account["other_profiles"] = json!({ "seen": profiles });
        let report = assess(account);
        let check = super::catalogue::check(&report, "preflight/vpc").clone();
        let found = check.diagnosis.unwrap();
        assert_eq!(found.cause.id, CauseId::VpcMissing);
        [Language::En, Language::Ja].map(|language| words(&found, language))
    };
    let [en, ja] = evidence(json!(["work", "school"]));
    assert!(en.contains("account 418602573914") && en.contains("work, school"), "{en}");
    assert!(ja.contains("アカウント 418602573914") && ja.contains("work、school"), "{ja}");
    assert!(!evidence(json!([]))[0].contains("--profile"));
}

#[test]
fn lists_are_asked_only_where_the_named_thing_is_not_there() {
    let mut account = base("finished");
    account["launch_template"] = json!({ "seen": null });
    account["instance_profile"] = json!({ "seen": null });
    let template = (RegionalKind::LaunchTemplate, "ec-site-launch-template".to_owned());
    let regions = Question::OtherRegions { names: [template].into() };
    assert_eq!(asked(account.clone()), [Question::LaunchTemplates, Question::InstanceProfiles, regions]);
    account["other_regions"] = json!({ "seen": { "found": [], "unread": [] } });
    account["launch_templates"] = json!({ "seen": [] });
    account["instance_profiles"] = json!({ "denied": { "action": "x:Y", "message": "no" } });
    assert_eq!(asked(account), []);
}

/// What could not be read is no candidate and no absence.
#[test]
fn what_was_not_seen_is_never_a_near_miss() {
    for area in ["vpcs", "security_groups", "instances", "images", "load_balancers", "auto_scaling_groups"] {
        let mut account = base("finished");
        account[area] = json!({ "denied": { "action": "x:Y", "message": "no" } });
        assert_eq!(findings(&assess(account)), [], "without {area}");
    }
}
