//! What a check of the account found: the only thing that anything shows.

mod changes;
mod details;
mod explained;
mod folded;
mod json;
mod locked;
mod plain;
#[cfg(test)]
pub(crate) mod samples;
mod standing;
mod summary;
mod unread;

use jiff::Timestamp;

use crate::account::Snapshot;
use crate::account::resources::Identity;
use crate::diagnose::{Diagnosis, Judged, Means, Repair, WaitReport, diagnose};
use crate::history::{self, HistoryEntry};
use crate::i18n::{Localized, Text};
use crate::lesson::{Lesson, Step};
use crate::verify::{Check, CheckKind, Status, Verdict};

pub use changes::{CheckId, changes, looked, may_pass};
pub use details::{Part, details};
pub use explained::explained;
pub use folded::{Folded, folded};
pub use json::ReportDocument;
pub use locked::locked_by_account;
pub use plain::{Locked, plain, plain_steps, symbol, word};
pub use summary::summary;
pub use unread::nothing_read;

/// The account seen through a lesson at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Id of the lesson.
    pub lesson: String,
    /// The caller, where AWS told.
    pub identity: Option<Identity>,
    /// The region that was read.
    pub region: Option<String>,
    /// The name in the internet of the load balancer that the lesson puts load on, where it can be seen.
    pub host: Option<String>,
    /// When the account was read.
    pub checked_at: Timestamp,
    /// Every step, in the lesson's order.
    pub steps: Vec<StepReport>,
}

/// What was found of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepReport {
    /// As in the lesson, such as `4-1`; part of the public contract.
    pub id: String,
    /// As the lesson has it, in both languages.
    pub title: Localized,
    /// The worst of its required checks.
    pub status: Status,
    /// Its checks, in the lesson's order.
    pub checks: Vec<CheckReport>,
    /// What the account itself tells of the step's subject, line by line.
    pub history: Vec<HistoryEntry>,
}

/// What was found by a check.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckReport {
    /// Its id, unique within the step.
    pub id: String,
    /// Whether the step depends on it.
    pub required: bool,
    /// Whether anything of it is read from the account; the rest is the learner's word alone.
    pub from_account: bool,
    /// What a right account shows.
    pub expected: Text,
    /// Why it matters.
    pub why: Text,
    /// What was found.
    pub verdict: Verdict,
    /// Why it isn't passed, where that is known.
    pub diagnosis: Option<Diagnosis>,
    /// How it is mended, in the order to try; also where the cause isn't known.
    pub repair: Vec<Repair>,
    /// How long it may still take, where AWS is busy with it.
    pub wait: Option<WaitReport>,
}

impl Report {
    /// Judges `snapshot` by `lesson` at the instant `now`.
    #[must_use]
    pub fn assess(lesson: &Lesson, snapshot: &Snapshot, now: Timestamp) -> Self {
        let mut report = Self {
            lesson: lesson.id.clone(),
            identity: snapshot.identity.seen().ok().cloned(),
            region: snapshot.region.clone(),
            host: host(lesson, snapshot),
            checked_at: snapshot.taken_at,
            steps: lesson.steps.iter().map(|step| StepReport::assess(step, snapshot, now)).collect(),
        };
        report.explain(lesson, snapshot, now);
        for step in &mut report.steps {
            step.each_text(&mut |text| *text = std::mem::replace(text, Text::List(Vec::new())).of_lesson(lesson));
        }
        report
    }

    /// Notes why each check isn't passed, and how it is mended.
    fn explain(&mut self, lesson: &Lesson, snapshot: &Snapshot, now: Timestamp) {
        let explanations = diagnose(&self.judged(lesson), lesson, snapshot, now);
        let checks = self.steps.iter_mut().flat_map(|step| &mut step.checks);
        for (check, explanation) in checks.zip(explanations) {
            (check.diagnosis, check.repair) = (explanation.diagnosis, explanation.repair);
        }
    }

    /// Every check of the lesson that this is the report of, with its verdict.
    #[must_use]
    pub fn judged<'a>(&'a self, lesson: &'a Lesson) -> Vec<Judged<'a>> {
        let of_step = |(step, report): (&'a Step, &'a StepReport)| {
            let pairs = step.checks.iter().zip(&report.checks);
            pairs.map(|(check, report)| Judged { step: &step.id, check, verdict: &report.verdict })
        };
        lesson.steps.iter().zip(&self.steps).flat_map(of_step).collect()
    }

    /// The step of this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&StepReport> {
        self.steps.iter().find(|step| step.id == id)
    }
}

fn host(lesson: &Lesson, snapshot: &Snapshot) -> Option<String> {
    let alb = lesson.steps.iter().flat_map(|step| &step.checks).find_map(|check| match &check.kind {
        CheckKind::Load(load) => Some(&load.alb),
        _ => None,
    })?;
    let balancers = snapshot.load_balancers.seen().ok()?;
    balancers.iter().find(|balancer| balancer.name == *alb)?.dns_name.clone()
}

impl CheckReport {
    /// What to do next. Where the cause lies somewhere else than in what was checked, that is what mends the cause.
    #[must_use]
    pub fn fix(&self) -> Option<&Text> {
        let own = self.verdict.cause.as_ref();
        let lies_elsewhere = self.diagnosis.as_ref().is_some_and(|found| Some(&found.cause) != own);
        let console = self.repair.iter().find(|repair| repair.means == Means::Console);
        console.filter(|_| lies_elsewhere).map(|repair| &repair.text).or(self.verdict.fix.as_ref())
    }
}

impl StepReport {
    fn assess(step: &Step, snapshot: &Snapshot, now: Timestamp) -> Self {
        let checks: Vec<CheckReport> =
            step.checks.iter().map(|check| CheckReport::assess(check, snapshot, now)).collect();
        let history = history::of_step(step, snapshot);
        Self { id: step.id.clone(), title: step.title.clone(), status: worst(&checks), checks, history }
    }

    /// Everything that is said of it.
    fn each_text(&mut self, change: &mut dyn FnMut(&mut Text)) {
        self.history.iter_mut().for_each(|entry| change(&mut entry.text));
        for check in &mut self.checks {
            let verdict = &mut check.verdict;
            [&mut check.expected, &mut check.why, &mut verdict.actual].into_iter().for_each(&mut *change);
            verdict.fix.iter_mut().chain(&mut verdict.goals).for_each(&mut *change);
            verdict.cause.iter_mut().for_each(|cause| change(&mut cause.text));
            check.repair.iter_mut().for_each(|repair| change(&mut repair.text));
            if let Some(found) = &mut check.diagnosis {
                change(&mut found.cause.text);
                found.evidence.iter_mut().chain(&mut found.consequences).for_each(&mut *change);
                found.repair.iter_mut().for_each(|repair| change(&mut repair.text));
            }
        }
    }

    /// Puts another verdict in the place of that of the check at `index`.
    pub fn overrule(&mut self, index: usize, verdict: Verdict) {
        if let Some(check) = self.checks.get_mut(index) {
            (check.verdict, check.diagnosis, check.wait) = (verdict, None, None);
            check.repair.clear();
            self.status = worst(&self.checks);
        }
    }
}

/// A step without any required check, which no pack may have, shows nothing.
fn worst(checks: &[CheckReport]) -> Status {
    let required = checks.iter().filter(|check| check.required).map(|check| check.verdict.status);
    required.min().unwrap_or(Status::Unknown)
}

impl CheckReport {
    fn assess(check: &Check, snapshot: &Snapshot, now: Timestamp) -> Self {
        let verdict = check.judge(snapshot, now);
        Self {
            id: check.id.clone(),
            required: check.required,
            from_account: !check.needs().is_empty(),
            expected: check.expected(),
            why: check.why(),
            wait: verdict.wait.map(WaitReport::from),
            verdict,
            diagnosis: None,
            repair: Vec::new(),
        }
    }
}
