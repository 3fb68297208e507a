//! What would be the same in a copy of somebody's work: digests of what nobody else's account or record can have, so that
//! thousands of learners can be compared by a few hundred bytes each. Pure.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::account::{Area, Snapshot};
use crate::lesson::Lesson;
use crate::lesson::exercise::Form;
use crate::progress::Progress;

/// The bytes of a digest that are kept: of a hundred thousand, two are the same by chance once in fifty thousand classes.
const BYTES: usize = 6;
/// Shorter answers may be the same by themselves. In characters without blanks.
const SHORTEST_ANSWER: usize = 12;

/// What a trace is of; its first letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trace {
    /// Everything that was read.
    Snapshot,
    /// An id that AWS gives once.
    Resource,
    /// When something was made or started. Two learners may do that in the same second.
    Time,
    /// An answer in the learner's own words.
    Answer,
    /// The instant of a confirmation or an answer, to the nanosecond.
    Record,
}

impl Trace {
    /// What a trace that was written is of; none for those of a later version.
    #[must_use]
    pub fn of(trace: &str) -> Option<Self> {
        [Self::Snapshot, Self::Resource, Self::Time, Self::Answer, Self::Record]
            .into_iter()
            .find(|kind| trace.starts_with(kind.letter()))
    }

    fn letter(self) -> char {
        match self {
            Self::Snapshot => 's',
            Self::Resource => 'r',
            Self::Time => 't',
            Self::Answer => 'a',
            Self::Record => 'k',
        }
    }

    fn write(self, text: &str) -> String {
        let digest = Sha256::digest(text.as_bytes());
        digest.iter().take(BYTES).fold(self.letter().to_string(), |trace, byte| trace + &format!("{byte:02x}"))
    }
}

/// The traces of an account, and of the learner's own record where there is one. Answers that are the lesson's own are
/// nobody's.
#[must_use]
pub fn traces(lesson: &Lesson, snapshot: &Snapshot, record: Option<&Progress>) -> Vec<String> {
    let mut traces = BTreeSet::new();
    let ids = resources(snapshot);
    if !ids.is_empty() {
        traces.insert(Trace::Snapshot.write(&whole(snapshot)));
    }
    traces.extend(ids.iter().map(|id| Trace::Resource.write(id)));
    traces.extend(times(snapshot).into_iter().map(|at| Trace::Time.write(&at.to_string())));
    if let Some(record) = record {
        traces.extend(answers(lesson, record).iter().map(|answer| Trace::Answer.write(answer)));
        traces.extend(instants(record).into_iter().map(|at| Trace::Record.write(&at.to_string())));
    }
    traces.into_iter().collect()
}

/// Everything but when it was read and by whom.
fn whole(snapshot: &Snapshot) -> String {
    let shown = Snapshot { taken_at: Timestamp::UNIX_EPOCH, identity: Area::NotAsked, ..snapshot.clone() };
    written(&shown)
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Ids that AWS gives once, without the account's number: that is what a copy has another of.
fn resources(snapshot: &Snapshot) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    ids.extend(seen(&snapshot.vpcs).iter().map(|vpc| vpc.id.as_str()));
    ids.extend(seen(&snapshot.subnets).iter().map(|subnet| subnet.id.as_str()));
    ids.extend(seen(&snapshot.internet_gateways).iter().map(|gateway| gateway.id.as_str()));
    ids.extend(seen(&snapshot.route_tables).iter().map(|table| table.id.as_str()));
    ids.extend(seen(&snapshot.nat_gateways).iter().map(|nat| nat.id.as_str()));
    ids.extend(seen(&snapshot.security_groups).iter().map(|group| group.id.as_str()));
    ids.extend(seen(&snapshot.instances).iter().map(|instance| instance.id.as_str()));
    ids.extend(seen(&snapshot.images).iter().map(|image| image.id.as_str()));
    ids.extend(seen(&snapshot.activities).iter().map(|activity| activity.id.as_str()));
    if let Area::Seen(Some(template)) = &snapshot.launch_template {
        ids.push(&template.id);
    }
    let arns = seen(&snapshot.load_balancers).iter().map(|balancer| balancer.arn.as_str());
    let arns = arns.chain(seen(&snapshot.target_groups).iter().map(|group| group.arn.as_str()));
    ids.extend(arns.filter_map(|arn| arn.splitn(6, ':').last()));
    ids
}

fn seen<T>(area: &Area<Vec<T>>) -> &[T] {
    area.seen().map(Vec::as_slice).unwrap_or_default()
}

fn times(snapshot: &Snapshot) -> Vec<Timestamp> {
    let instances = seen(&snapshot.instances).iter().map(|instance| instance.launched_at);
    let images = seen(&snapshot.images).iter().map(|image| image.created_at);
    let balancers = seen(&snapshot.load_balancers).iter().map(|balancer| balancer.created_at);
    let groups = seen(&snapshot.auto_scaling_groups).iter().map(|group| group.created_at);
    let activities = seen(&snapshot.activities).iter().flat_map(|activity| [activity.started_at, activity.ended_at]);
    instances.chain(images).chain(balancers).chain(groups).chain(activities).flatten().collect()
}

/// The learner's own answers, without what blanks and case make of them.
fn answers(lesson: &Lesson, record: &Progress) -> Vec<String> {
    let plain = |text: &str| {
        text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect::<String>()
    };
    let tasks = lesson.steps.iter().filter_map(|step| step.exercise.as_ref()).flat_map(|exercise| &exercise.tasks);
    let models: BTreeSet<String> = tasks
        .filter_map(|task| match &task.form {
            Form::Open(open) => Some([plain(&open.answer.ja), plain(&open.answer.en)]),
            Form::Choice(_) | Form::Value(_) | Form::Report(_) => None,
        })
        .flatten()
        .collect();
    let own = record.answers.values().map(|entry| plain(&entry.text));
    own.filter(|answer| answer.chars().count() >= SHORTEST_ANSWER && !models.contains(answer)).collect()
}

/// Only instants as a running clock tells them: those of whole seconds may be the same by chance.
fn instants(record: &Progress) -> Vec<Timestamp> {
    let attested = record.attested.values().map(|mark| mark.at);
    let entered = record.answers.values().chain(record.choices.values()).map(|entry| entry.at);
    let passed = record.passed.values().copied();
    attested.chain(entered).chain(passed).filter(|at| at.subsec_nanosecond() != 0).collect()
}
