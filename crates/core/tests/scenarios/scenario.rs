//! One scenario: an account, what is changed in it, and what must come of that.

use std::collections::BTreeMap;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ec_site_tutor_core::account::Snapshot;
use ec_site_tutor_core::i18n::{Language, Localizer, Text};
use ec_site_tutor_core::lesson::Lesson;
use ec_site_tutor_core::report::{CheckReport, Report};
use ec_site_tutor_core::verify::{Status, Verdict};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::path;

/// A file of scenarios.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub scenario: Vec<Scenario>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// A sentence.
    pub name: String,
    /// A file of `base/`, without its ending.
    base: String,
    /// The instant of judgement; else the one at which the account was read.
    now: Option<Timestamp>,
    /// The learner's own values.
    #[serde(default)]
    values: BTreeMap<String, String>,
    #[serde(default)]
    change: Vec<Change>,
    /// By `step`, `step/check` or, for the checks of a step that aren't listed themselves, `step/*`.
    #[serde(default)]
    expect: BTreeMap<String, Expected>,
    /// What every check that isn't listed must be; else what it is on the unchanged account.
    otherwise: Option<Status>,
}

/// A place of the account and exactly one thing that is done to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    at: String,
    /// Puts a value there.
    set: Option<Value>,
    /// Puts nothing (null) there.
    clear: Option<bool>,
    /// Takes the item out of its list.
    remove: Option<bool>,
    /// Adds an item to the end of the list there.
    push: Option<Value>,
    /// Adds a copy of the item there to the end of its list, with these fields changed.
    twin: Option<BTreeMap<String, Value>>,
    /// Replaces text in the string there.
    replace: Option<Replace>,
    /// Replaces text in what the base64 string there stands for.
    script: Option<Replace>,
    /// Puts a text there, in base64.
    script_text: Option<String>,
    /// Encodes the string there in base64, once more.
    encode: Option<bool>,
    /// Reading this area was denied; the missing action.
    denied: Option<String>,
    /// Reading this area failed; the kind of failure.
    failed: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replace {
    from: String,
    to: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Expected {
    Status(Status),
    Verdict(ExpectedVerdict),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedVerdict {
    status: Status,
    /// The id of the cause; `none` for none.
    cause: Option<String>,
    /// What the English text of what was found must contain, or begin with where it stands behind `^`.
    found: Option<String>,
    /// What the English text of what to do must contain.
    fix: Option<String>,
}

/// What came of a scenario.
pub struct Outcome {
    /// What was not as expected.
    pub faults: Vec<String>,
    /// Every verdict, by `step/check`.
    pub verdicts: BTreeMap<String, Verdict>,
    /// The changed account.
    pub account: Value,
}

impl Scenario {
    /// Judges the changed account and compares.
    pub fn play(&self) -> Outcome {
        let own_lesson = (!self.values.is_empty()).then(|| super::lesson_with(&self.values));
        let lesson = own_lesson.as_ref().unwrap_or(&super::LESSON);
        let unchanged = &super::BASES[&self.base];
        let mut account = unchanged.account.clone();
        for change in &self.change {
            change.apply(&mut account);
        }
        let report = self.judge(lesson, &account);
        let verdicts = verdicts(&report);
        let mut faults = self.listed_faults(&report, &verdicts);
        let repeats = repeats(lesson);
        let before = match &own_lesson {
            Some(lesson) => &verdicts_of(lesson, &unchanged.account),
            None => &unchanged.verdicts,
        };
        for (id, verdict) in verdicts.iter().filter(|(id, _)| self.expected(id).is_none()) {
            let wanted = match (self.otherwise, repeats.get(id)) {
                // What repeats an earlier check says what that one says.
                (None, Some(first)) => Some(&verdicts[first]),
                (None, None) => Some(&before[id]),
                (Some(_), _) => None,
            };
            let same = match (self.otherwise, wanted) {
                (Some(status), _) => verdict.status == status,
                (None, Some(wanted)) => verdict.status == wanted.status && cause(verdict) == cause(wanted),
                (None, None) => false,
            };
            if !same {
                faults.push(format!("{id}, which is not listed, is {}", describe(verdict)));
            }
        }
        Outcome { faults, verdicts, account }
    }

    fn judge(&self, lesson: &Lesson, account: &Value) -> Report {
        let snapshot: Snapshot =
            serde_json::from_value(account.clone()).unwrap_or_else(|error| panic!("{}: {error}", self.name));
        Report::assess(lesson, &snapshot, self.now.unwrap_or(snapshot.taken_at))
    }

    fn expected(&self, id: &str) -> Option<&Expected> {
        let (step, _) = id.split_once('/').unwrap_or((id, ""));
        self.expect.get(id).or_else(|| self.expect.get(&format!("{step}/*")))
    }

    fn listed_faults(&self, report: &Report, verdicts: &BTreeMap<String, Verdict>) -> Vec<String> {
        let mut faults = Vec::new();
        for key in self.expect.keys().filter(|key| !verdicts.contains_key(*key)) {
            let step = key.strip_suffix("/*").unwrap_or(key);
            assert!(report.step(step).is_some(), "{}: there is no step or check {key}", self.name);
        }
        for step in &report.steps {
            if let Some(expected) = self.expect.get(&step.id)
                && !expected.fits(step.status, "none")
            {
                faults.push(format!("{} should be {expected}, is {:?}", step.id, step.status));
            }
        }
        for (id, verdict) in verdicts {
            if let Some(expected) = self.expected(id)
                && !(expected.fits(verdict.status, cause(verdict)) && expected.says(verdict))
            {
                faults.push(format!("{id} should be {expected}, is {}", describe(verdict)));
            }
        }
        faults
    }
}

impl Expected {
    fn fits(&self, status: Status, cause: &str) -> bool {
        match self {
            Self::Status(wanted) => status == *wanted,
            Self::Verdict(wanted) => {
                status == wanted.status && wanted.cause.as_deref().is_none_or(|wanted| cause == wanted)
            }
        }
    }

    /// Whether the verdict's words are as wanted.
    fn says(&self, verdict: &Verdict) -> bool {
        let Self::Verdict(wanted) = self else { return true };
        let contains = |text: Option<&Text>, wanted: &Option<String>| {
            let said = text.map(said).unwrap_or_default();
            wanted.as_ref().is_none_or(|wanted| match wanted.strip_prefix('^') {
                Some(beginning) => said.starts_with(beginning),
                None => said.contains(wanted),
            })
        };
        contains(Some(&verdict.actual), &wanted.found) && contains(verdict.fix.as_ref(), &wanted.fix)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(f, "{status:?}"),
            Self::Verdict(wanted) => {
                let some = |text: &Option<String>| text.clone().unwrap_or_else(|| "anything".into());
                let (cause, found, fix) = (some(&wanted.cause), some(&wanted.found), some(&wanted.fix));
                write!(f, "{:?} because {cause}, found {found}, to do {fix}", wanted.status)
            }
        }
    }
}

impl Change {
    /// Does it to `account`.
    pub fn apply(&self, account: &mut Value) {
        let done = [
            self.set.is_some(),
            self.clear == Some(true),
            self.remove == Some(true),
            self.push.is_some(),
            self.twin.is_some(),
            self.replace.is_some(),
            self.script.is_some(),
            self.script_text.is_some(),
            self.encode == Some(true),
            self.denied.is_some(),
            self.failed.is_some(),
        ];
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "{}: do exactly one thing", self.at);
        if self.remove == Some(true) {
            path::remove(account, &self.at);
        } else if let Some(fields) = &self.twin {
            let mut twin = path::find(account, &self.at).clone();
            for (name, value) in fields {
                twin[name] = value.clone();
            }
            let (list, _) = self.at.rsplit_once('[').unwrap_or_else(|| panic!("{}: no item of a list", self.at));
            list_at(account, list).push(twin);
        } else if let Some(item) = &self.push {
            list_at(account, &self.at).push(item.clone());
        } else {
            let place = path::find(account, &self.at);
            *place = self.replacement(place);
        }
    }

    /// What is put in the place of the value that stands there.
    fn replacement(&self, old: &Value) -> Value {
        let text = || old.as_str().unwrap_or_else(|| panic!("{}: not a string", self.at));
        if let Some(value) = &self.set {
            return if old.get("seen").is_some() { json!({ "seen": value }) } else { value.clone() };
        }
        if let Some(Replace { from, to }) = &self.replace {
            return replaced(text(), from, to).into();
        }
        if let Some(Replace { from, to }) = &self.script {
            let script = String::from_utf8(STANDARD.decode(text()).unwrap()).unwrap();
            return STANDARD.encode(replaced(&script, from, to)).into();
        }
        if let Some(script) = &self.script_text {
            return STANDARD.encode(script).into();
        }
        if self.encode == Some(true) {
            return STANDARD.encode(text()).into();
        }
        if let Some(action) = &self.denied {
            return json!({ "denied": { "action": action, "message": "no identity-based policy allows it" } });
        }
        if let Some(kind) = &self.failed {
            return json!({ "failed": { "action": "ec2:DescribeSomething", "kind": kind, "detail": "as the test has it" } });
        }
        if old.get("seen").is_some() { json!({ "seen": null }) } else { Value::Null }
    }
}

fn list_at<'a>(account: &'a mut Value, path: &str) -> &'a mut Vec<Value> {
    let mut place = path::find(account, path);
    if place.get("seen").is_some() {
        place = &mut place["seen"];
    }
    place.as_array_mut().unwrap_or_else(|| panic!("{path}: not a list"))
}

fn replaced(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "nothing to replace: {from}");
    text.replace(from, to)
}

fn cause(verdict: &Verdict) -> &'static str {
    verdict.cause.as_ref().map_or("none", |cause| cause.id.as_str())
}

fn describe(verdict: &Verdict) -> String {
    let fix = verdict.fix.as_ref().map(said).unwrap_or_default();
    format!("{:?} because {}, found {}, to do {fix}", verdict.status, cause(verdict), said(&verdict.actual))
}

fn said(text: &Text) -> String {
    Localizer::new(Language::En).say(text)
}

/// Every verdict of a report, by `step/check`.
pub fn verdicts(report: &Report) -> BTreeMap<String, Verdict> {
    let checks = report.steps.iter().flat_map(|step| step.checks.iter().map(move |check| (step, check)));
    checks.map(|(step, check)| (format!("{}/{}", step.id, check.id), explained(check))).collect()
}

/// The verdict with its cause or, where it waits, that of the diagnosis: only that one knows how long is too long.
fn explained(check: &CheckReport) -> Verdict {
    let waits = check.verdict.status == Status::Waiting;
    let diagnosed = || check.diagnosis.as_ref().filter(|_| waits).map(|diagnosis| diagnosis.cause.clone());
    Verdict { cause: check.verdict.cause.clone().or_else(diagnosed), ..check.verdict.clone() }
}

/// Every verdict on an account as read.
pub fn verdicts_of(lesson: &Lesson, account: &Value) -> BTreeMap<String, Verdict> {
    let snapshot: Snapshot = serde_json::from_value(account.clone()).unwrap();
    verdicts(&Report::assess(lesson, &snapshot, snapshot.taken_at))
}

/// Checks that ask the very same as an earlier one, with that one.
fn repeats(lesson: &Lesson) -> BTreeMap<String, String> {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut repeats = BTreeMap::new();
    for step in &lesson.steps {
        for check in &step.checks {
            let id = format!("{}/{}", step.id, check.id);
            let question = format!("{:?}", check.kind);
            match first.get(&question) {
                Some(earlier) => drop(repeats.insert(id, earlier.clone())),
                None => drop(first.insert(question, id)),
            }
        }
    }
    repeats
}
