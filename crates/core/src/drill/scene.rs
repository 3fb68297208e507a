//! The simulated account with one fault in it, and what the tutor makes of that.

use jiff::Timestamp;
use serde_json::json;

use super::change::Misfit;
use super::pool::{Drill, Pool};
use crate::account::{Answer, Question, Snapshot};
use crate::demo::SimulatedAccount;
use crate::diagnose::{Diagnosis, Means};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::report::{CheckReport, Report};

/// A broken account.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// All that can be seen of it.
    pub snapshot: Snapshot,
    /// What is told once the drill is over; none where the tutor doesn't know either, which a test excludes.
    pub told: Option<Told>,
}

/// What the tutor says of the fault.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The first cause.
    pub diagnosis: Diagnosis,
    /// How it is mended in the console.
    pub repair: Vec<Text>,
}

impl Scene {
    /// The account of `drill` at the instant `now`.
    ///
    /// # Errors
    /// The lesson's account has no place for the fault.
    pub fn new(pool: &Pool, drill: &Drill, lesson: &Lesson, now: Timestamp) -> Result<Self, Misfit> {
        let sound = serde_json::to_value(sound(lesson, now)).unwrap_or_default();
        let mut account = sound.clone();
        for change in pool.outside(drill.symptom).iter().chain(&drill.change) {
            change.apply(&mut account, &sound, now)?;
        }
        if let Some(log) = &drill.log {
            for read in account["boot_logs"].as_object_mut().into_iter().flat_map(|logs| logs.values_mut()) {
                *read = json!({ "seen": { "text": log, "at": null } });
            }
        }
        let snapshot = serde_json::from_value(account).map_err(|_| Misfit::unreadable(&drill.id))?;
        let report = Report::assess(lesson, &snapshot, now);
        Ok(Self { told: told(&report, &drill.check), snapshot })
    }
}

/// A right account, looked at as closely as one can.
pub(super) fn sound(lesson: &Lesson, now: Timestamp) -> Snapshot {
    let simulated = SimulatedAccount::finished(lesson, now);
    let mut snapshot = simulated.snapshot(now);
    let members = snapshot.auto_scaling_groups.seen().ok().into_iter().flatten().flat_map(|group| &group.instances);
    let logs = members.map(|member| Question::BootLog { instance: member.id.clone() });
    let listeners = snapshot.listeners.seen().ok().into_iter().flatten();
    let rules = listeners.map(|listener| Question::ListenerRules { listener: listener.arn.clone() });
    let questions: Vec<Question> = logs.chain(rules).chain([Question::NetworkAcls]).collect();
    let answers: Vec<Answer> = questions.iter().map(|question| simulated.answer(question, now)).collect();
    for answer in answers {
        snapshot.keep(answer);
    }
    snapshot
}

fn told(report: &Report, id: &str) -> Option<Told> {
    let (step, check) = id.split_once('/')?;
    let check: &CheckReport = report.step(step)?.checks.iter().find(|found| found.id == check)?;
    let console = check.repair.iter().filter(|repair| repair.means == Means::Console);
    Some(Told { diagnosis: check.diagnosis.clone()?, repair: console.map(|repair| repair.text.clone()).collect() })
}
