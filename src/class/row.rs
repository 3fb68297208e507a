//! How one learner stands: all that is kept of an account, and a line of the JSON output.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::marks::{LOST_ZEROS, SAME_NAME, key};
use super::open_step::{cause, first_wrong, has_begun, is_done, next};
use super::roster::RosterEntry;
use crate::evidence::LearnerWord;
use crate::i18n::{Language, Localized};
use crate::msg;
use crate::report::Report;
use crate::verify::Status;

pub use super::reason::{Reason, Speakers};

/// The version of a line.
const SCHEMA: u32 = 1;
/// The id of the cause of a step that only the learner can tell of and that isn't confirmed.
const UNCONFIRMED: &str = "unconfirmed";

/// A learner at one instant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The version of this format.
    pub schema: u32,
    /// What the learner is known by.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// Id of the lesson.
    pub lesson: String,
    /// The account that was read.
    pub account: Option<String>,
    /// The region that was read.
    pub region: Option<String>,
    /// When.
    pub read_at: Timestamp,
    /// The first step that isn't done; none where all are, and where nothing could be read.
    pub current: Option<String>,
    /// Since when at least it is the current one, by all that was read of this learner.
    pub since: Option<Timestamp>,
    /// Why the current step isn't done.
    pub cause: Option<Reason>,
    /// What to do next about that, in the order to try.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<Localized>,
    /// Since when at least every step is done, by all that was read of this learner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Timestamp>,
    /// Who the learner is by the learner's own word, which nothing proves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<LearnerWord>,
    /// The language to speak to the learner, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Why the account couldn't be read, where that is so. Then nothing is known of the steps.
    pub unread: Option<Reason>,
    /// Every step, in the lesson's order.
    pub steps: Vec<StepMark>,
    /// The steps that only the learner can tell of and that the learner confirmed, as a page holds; none where nothing tells
    /// that. Then they are left to the learner's word and keep nobody from going on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Vec<String>>,
    /// Whether anything of the current step was made; none where that isn't told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<bool>,
    /// Its place in the roster, counted from 1, where its id alone doesn't tell it from another row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
    /// What is to be looked at before anybody relies on this row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Reason>,
    /// The same, as far as only comparing it with the other rows tells: what it shares with them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<Reason>,
    /// What the roster tells of the learner beside: heading and value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<(String, String)>,
    /// The lesson's values that are this learner's own: several learners may have labs of their own in one account.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
    /// What would be the same in a copy, as digests: see [`crate::evidence::traces`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub traces: Vec<String>,
}

/// A step and how it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepMark {
    /// Id of the step.
    pub id: String,
    /// The worst of its required checks.
    pub status: Status,
}

/// How a learner stands, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The account couldn't be read.
    Unread,
    /// The current step is contradicted by the account.
    Failed,
    /// It can't be told how the current step stands.
    Unknown,
    /// The current step is the learner's to confirm.
    Turn,
    /// AWS is working on the current step.
    Waiting,
    /// Nothing of the current step was made yet.
    NotBegun,
    /// Every step is done by what was read, but something is to be looked at before that counts.
    Doubtful,
    /// Every step is done, as far as an account shows it.
    Finished,
}

/// How a step looks on a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As it stands.
    Status(Status),
    /// The learner hasn't come there yet.
    NotReached,
}

impl Row {
    /// A row of which nothing is known.
    fn blank(id: &str, name: &str, lesson: &str, read_at: Timestamp) -> Self {
        Self {
            schema: SCHEMA,
            id: id.to_owned(),
            name: name.to_owned(),
            lesson: lesson.to_owned(),
            account: None,
            region: None,
            read_at,
            current: None,
            since: None,
            cause: None,
            next: Vec::new(),
            finished_at: None,
            said: None,
            language: None,
            unread: None,
            steps: Vec::new(),
            confirmed: None,
            begun: None,
            place: None,
            marks: Vec::new(),
            copies: Vec::new(),
            more: Vec::new(),
            values: BTreeMap::new(),
            traces: Vec::new(),
        }
    }

    /// What the roster tells.
    fn of_entry(entry: &RosterEntry, lesson: &str, read_at: Timestamp) -> Self {
        Self {
            place: entry.place,
            more: entry.more.clone(),
            values: entry.values.clone(),
            language: entry.language,
            ..Self::blank(&entry.id, &entry.name, lesson, read_at)
        }
    }

    /// The row of an account that couldn't be read.
    #[must_use]
    pub fn unread(entry: &RosterEntry, lesson: &str, read_at: Timestamp, reason: Reason) -> Self {
        let known = Self::of_entry(entry, lesson, read_at);
        Self { account: entry.account.clone(), region: entry.region.clone(), unread: Some(reason), ..known }
    }

    /// The row of what was found in an account.
    #[must_use]
    pub fn of_report(entry: &RosterEntry, report: &Report, speakers: &Speakers) -> Self {
        Self::of_page(entry, report, None, speakers)
    }

    /// The row of what was found in a page: steps that only the learner can tell of are done where the learner `confirmed`
    /// them there.
    #[must_use]
    pub fn of_page(entry: &RosterEntry, report: &Report, confirmed: Option<Vec<String>>, speakers: &Speakers) -> Self {
        let marks = report.steps.iter().map(|step| StepMark { id: step.id.clone(), status: step.status }).collect();
        let mut row = Self {
            account: report.identity.as_ref().map(|identity| identity.account.clone()),
            region: report.region.clone(),
            steps: marks,
            confirmed,
            ..Self::of_entry(entry, &report.lesson, report.checked_at)
        };
        let current = report.steps.iter().find(|step| !row.has_done(&step.id));
        row.current = current.map(|step| step.id.clone());
        row.begun = current.filter(|step| step.status == Status::Failed).map(|step| has_begun(&step.checks));
        let wrong = current.and_then(|step| first_wrong(&step.checks));
        row.next = wrong.map(|check| next(check, speakers)).unwrap_or_default();
        row.cause = current.and_then(|step| match step.status {
            Status::Manual => Some(Reason::new(Some(UNCONFIRMED), &msg!(class_unconfirmed), speakers)),
            _ => wrong.map(|check| cause(check, speakers)),
        });
        row
    }

    /// A row of steps that are known from elsewhere; `cause` is that of the current step.
    #[must_use]
    pub fn of_marks(id: &str, lesson: &str, read_at: Timestamp, steps: Vec<StepMark>, cause: Option<Reason>) -> Self {
        let current = steps.iter().find(|mark| !is_done(mark.status)).map(|mark| mark.id.clone());
        Self { current, cause, steps, ..Self::blank(id, id, lesson, read_at) }
    }

    /// What tells it from every other row of its class: the id, and the place where another row has that id, too.
    #[must_use]
    pub fn key(&self) -> String {
        key(&self.id, self.place)
    }

    /// Whether a mark keeps it from being believed as it stands. People may well share a name, and an account that lost its
    /// zeros is compared with the one that is read.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.all_marks().any(|mark| !matches!(mark.id.as_deref(), Some(SAME_NAME | LOST_ZEROS)))
    }

    /// Everything that is to be looked at.
    pub fn all_marks(&self) -> impl Iterator<Item = &Reason> {
        self.marks.iter().chain(&self.copies)
    }

    /// Whether anything is to be looked at.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.all_marks().next().is_some()
    }

    /// Whether this program knows how to read it.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.schema == SCHEMA
    }

    /// Whether a step is done: by what was read, or by the learner's word as far as that can be told.
    #[must_use]
    pub fn has_done(&self, step: &str) -> bool {
        match self.status(step) {
            Some(Status::Manual) => {
                self.confirmed.as_ref().is_none_or(|confirmed| confirmed.iter().any(|known| known == step))
            }
            Some(status) => is_done(status),
            None => false,
        }
    }

    /// How many steps the learner confirmed, and how many are left to the learner's word.
    #[must_use]
    pub fn told(&self) -> (usize, usize) {
        let manual = self.steps.iter().filter(|mark| mark.status == Status::Manual).count();
        let confirmed = self.confirmed.as_ref().map_or(0, Vec::len).min(manual);
        (confirmed, manual - confirmed)
    }

    /// How a step stands; none where that wasn't read.
    #[must_use]
    pub fn status(&self, step: &str) -> Option<Status> {
        self.steps.iter().find(|mark| mark.id == step).map(|mark| mark.status)
    }

    /// How the learner stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        if self.unread.is_some() {
            return Standing::Unread;
        }
        match self.current.as_deref().map(|current| self.status(current)) {
            None if self.steps.is_empty() => Standing::Unknown,
            None if self.is_doubtful() => Standing::Doubtful,
            None => Standing::Finished,
            Some(Some(Status::Unknown) | None) => Standing::Unknown,
            Some(Some(Status::Waiting)) => Standing::Waiting,
            Some(Some(Status::Manual)) => Standing::Turn,
            Some(Some(Status::Failed | Status::Skipped | Status::Passed)) if self.begun == Some(false) => {
                Standing::NotBegun
            }
            Some(Some(Status::Failed | Status::Skipped | Status::Passed)) => Standing::Failed,
        }
    }

    /// How a step looks among the others. What isn't done behind the current step hasn't been reached, nor
    /// the current one where nothing of it was made yet.
    #[must_use]
    pub fn look(&self, step: &str) -> Option<Look> {
        let status = self.status(step)?;
        let place = |id: &str| self.steps.iter().position(|mark| mark.id == id);
        let is_behind = self
            .current
            .as_deref()
            .is_some_and(|current| place(step) > place(current) || (step == current && self.begun == Some(false)));
        Some(if is_behind && !self.has_done(step) { Look::NotReached } else { Look::Status(status) })
    }

    /// How many steps are done before the current one.
    #[must_use]
    pub fn done(&self) -> usize {
        self.steps.iter().take_while(|mark| self.has_done(&mark.id)).count()
    }

    /// For how long at least the learner is at the current step.
    #[must_use]
    pub fn standing_for(&self, now: Timestamp) -> Option<SignedDuration> {
        self.current.as_ref()?;
        self.since.map(|since| now.duration_since(since).max(SignedDuration::ZERO))
    }

    /// Whether the learner is at one step for so long already.
    #[must_use]
    pub fn is_stuck(&self, now: Timestamp, limit: SignedDuration) -> bool {
        self.standing_for(now).is_some_and(|time| time >= limit)
    }

    /// Whether AWS asked to slow down while this was read, so that reading again tells more.
    #[must_use]
    pub fn was_throttled(&self) -> bool {
        [&self.unread, &self.cause].into_iter().flatten().any(|reason| reason.id.as_deref() == Some("throttled"))
    }
}
