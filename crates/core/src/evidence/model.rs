//! What an evidence page is made from, and what it claims. Plain data: ids and statuses, no sentence in any language.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::account::Snapshot;
use crate::account::resources::Identity;
use crate::demo;
use crate::i18n::Language;
use crate::lesson::{Lesson, LessonError, Pack, load, unknown_value};
use crate::progress::{Progress, credit};
use crate::report::Report;
use crate::verify::Status;

/// The version of the data's format that this program reads and writes.
pub const FORMAT: u32 = 1;
/// The account that the demo's record is kept under.
const DEMO_RECORD: &str = "demo";
/// The version of this program.
pub const TOOL: &str = env!("CARGO_PKG_VERSION");

/// Everything that a page shows, and that it can be examined by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The version of this format.
    pub format: u32,
    /// The version of the program that wrote it.
    pub tool: String,
    /// The lesson's id.
    pub lesson: String,
    /// The lesson's own version.
    pub lesson_version: String,
    /// What the pack asks for, as [`Lesson::checks`] has it; none in pages of versions that didn't write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checks: Option<String>,
    /// Where the account was read, where that isn't AWS itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// Who the learner is, by the learner's own word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learner: Option<LearnerWord>,
    /// The learner's own values of the lesson that the checks may rest on.
    pub values: BTreeMap<String, String>,
    /// The language that the page shows first.
    pub language: Language,
    /// Seconds by which the learner's clock is ahead of UTC; times are shown by it.
    pub utc_offset: i32,
    /// When the account was judged and the page was written.
    pub written_at: Timestamp,
    /// Whether the account is the simulated one.
    pub simulated: bool,
    /// Whether account numbers are shortened.
    pub shortened: bool,
    /// How many resources that no check looks at were left out of the snapshot.
    pub left_out: usize,
    /// What the page claims, in the lesson's order.
    pub steps: Vec<StepClaim>,
    /// The learner's own record: confirmations, answers, when steps were first seen passed. Their word, not the account's.
    pub record: Progress,
    /// The account as it was read, without secrets.
    pub snapshot: Snapshot,
}

/// Who a learner is by the learner's own word, which nothing proves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearnerWord {
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The student's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl LearnerWord {
    /// What was said; none where nothing was.
    #[must_use]
    pub fn of(name: Option<String>, id: Option<String>) -> Option<Self> {
        let said = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let (name, id) = (said(name), said(id));
        (name.is_some() || id.is_some()).then_some(Self { name, id })
    }

    /// Both in one line, the name first.
    #[must_use]
    pub fn line(&self) -> String {
        match (&self.name, &self.id) {
            (Some(name), Some(id)) => format!("{name} ({id})"),
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => String::new(),
        }
    }
}

/// A step as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepClaim {
    /// As in the lesson.
    pub id: String,
    /// The worst of its required checks.
    pub status: Status,
    /// In the order of the lesson.
    pub checks: Vec<CheckClaim>,
}

/// A check as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckClaim {
    /// Its id, unique within the step.
    pub id: String,
    /// As the page shows it.
    pub status: Status,
}

impl Evidence {
    /// The account's number, as far as the page has it.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.snapshot.account()
    }

    /// A name for its file, with which those of thirty learners can lie beside each other.
    #[must_use]
    pub fn file_name(&self) -> String {
        let account = if self.simulated { DEMO_RECORD } else { self.account().unwrap_or("unknown") };
        format!("evidence-{}-{account}.html", self.lesson)
    }

    /// Who read the account.
    #[must_use]
    pub fn identity(&self) -> Option<&Identity> {
        self.snapshot.identity.seen().ok()
    }

    /// The region that was read.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.snapshot.region.as_deref()
    }

    /// Whether it is about the simulated account, whatever it says of itself.
    #[must_use]
    pub fn is_of_demo(&self) -> bool {
        let is_demo = |account: &str| account == demo::ACCOUNT || account == DEMO_RECORD;
        let snapshot = || serde_json::to_string(&self.snapshot).unwrap_or_default();
        self.simulated
            || self.account().is_some_and(is_demo)
            || is_demo(&self.record.account)
            || demo::has_id_of_demo(&snapshot())
    }

    /// What of the steps that only the learner can tell is confirmed by the learner, and what isn't: ids of steps.
    #[must_use]
    pub fn told(&self, report: &Report) -> Told {
        let mut told = Told::default();
        for step in report.steps.iter().filter(|step| step.status == Status::Manual) {
            let mut manual =
                step.checks.iter().filter(|check| check.required && check.verdict.status == Status::Manual);
            let is_confirmed = manual.all(|check| self.record.is_attested(&step.id, &check.id));
            let side = if is_confirmed { &mut told.confirmed } else { &mut told.left };
            side.push(step.id.clone());
        }
        told
    }

    /// The lesson in `pack` with the learner's own values in it: what this evidence is to be judged by.
    ///
    /// # Errors
    /// The pack doesn't load with these values, or lacks one of them.
    pub fn lesson_of(&self, pack: &Pack) -> Result<Lesson, LessonError> {
        let lesson = load(pack, &self.values)?;
        match self.values.keys().find(|name| lesson.values.get(name).is_none()) {
            Some(name) => Err(LessonError::in_file("config.toml", unknown_value(&lesson.values, name))),
            None => Ok(lesson),
        }
    }

    /// The snapshot evaluated anew by `lesson`, which must have the learner's own values in it.
    #[must_use]
    pub fn evaluate(&self, lesson: &Lesson) -> Report {
        let mut report = Report::assess(lesson, &self.snapshot, self.written_at);
        credit(lesson, &mut report, &self.record);
        report
    }
}

/// Steps that only the learner can tell of, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The learner confirmed all of it.
    pub confirmed: Vec<String>,
    /// Nobody confirmed it: it is left to the learner's word.
    pub left: Vec<String>,
}

/// What `report` has to claim.
#[must_use]
pub fn claims(report: &Report) -> Vec<StepClaim> {
    let step = |step: &crate::report::StepReport| {
        let check =
            |check: &crate::report::CheckReport| CheckClaim { id: check.id.clone(), status: check.verdict.status };
        StepClaim { id: step.id.clone(), status: step.status, checks: step.checks.iter().map(check).collect() }
    };
    report.steps.iter().map(step).collect()
}
