//! How one learner stands: all that is kept of an account, and a line of the JSON output.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::roster::RosterEntry;
use crate::account::Unseen;
use crate::i18n::{Language, Localized, Localizer, Text};
use crate::msg;
use crate::report::{CheckReport, Report};
use crate::verify::{Status, Verdict};

/// The version of a line.
const SCHEMA: u32 = 1;

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
    /// Why the account couldn't be read, where that is so. Then nothing is known of the steps.
    pub unread: Option<Reason>,
    /// Every step, in the lesson's order.
    pub steps: Vec<StepMark>,
}

/// A step and how it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepMark {
    /// Id of the step.
    pub id: String,
    /// The worst of its required checks.
    pub status: Status,
}

/// A cause in words, and its public id where it has one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// Part of the public contract.
    pub id: Option<String>,
    /// In both languages, since those who read it may not be those who wrote it.
    pub text: Localized,
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
    /// AWS is working on the current step, or it is the learner's turn.
    Waiting,
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

/// Says texts in both languages.
#[derive(Debug)]
pub struct Speakers {
    ja: Localizer,
    en: Localizer,
}

impl Default for Speakers {
    fn default() -> Self {
        Self { ja: Localizer::new(Language::Ja), en: Localizer::new(Language::En) }
    }
}

impl Speakers {
    /// `text` in both languages.
    #[must_use]
    pub fn say(&self, text: &Text) -> Localized {
        Localized { ja: self.ja.say(text), en: self.en.say(text) }
    }
}

impl Reason {
    /// A reason in words.
    #[must_use]
    pub fn new(id: Option<&str>, text: &Text, speakers: &Speakers) -> Self {
        Self { id: id.map(str::to_owned), text: speakers.say(text) }
    }

    /// Why an account gave no answer.
    #[must_use]
    pub fn unseen(unseen: Unseen<'_>, speakers: &Speakers) -> Self {
        let verdict = Verdict::unknown(unseen);
        Self::new(verdict.cause.map(|cause| cause.id.as_str()), &verdict.actual, speakers)
    }

    /// In one language, cleaned: it may come from a file that somebody wrote.
    #[must_use]
    pub fn words(&self, language: Language) -> Text {
        Text::verbatim(self.text.get(language))
    }
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
            unread: None,
            steps: Vec::new(),
        }
    }

    /// The row of an account that couldn't be read.
    #[must_use]
    pub fn unread(entry: &RosterEntry, lesson: &str, read_at: Timestamp, reason: Reason) -> Self {
        let blank = Self::blank(&entry.id, &entry.name, lesson, read_at);
        Self { account: entry.account.clone(), region: entry.region.clone(), unread: Some(reason), ..blank }
    }

    /// The row of what was found in an account.
    #[must_use]
    pub fn of_report(entry: &RosterEntry, report: &Report, speakers: &Speakers) -> Self {
        let marks = report.steps.iter().map(|step| StepMark { id: step.id.clone(), status: step.status }).collect();
        let current = report.steps.iter().find(|step| !is_done(step.status));
        let first = current.and_then(|step| first_wrong(&step.checks));
        Self {
            account: report.identity.as_ref().map(|identity| identity.account.clone()),
            region: report.region.clone(),
            current: current.map(|step| step.id.clone()),
            cause: first.map(|check| cause(check, speakers)),
            steps: marks,
            ..Self::blank(&entry.id, &entry.name, &report.lesson, report.checked_at)
        }
    }

    /// A row of steps that are known from elsewhere; `cause` is that of the current step.
    #[must_use]
    pub fn of_marks(id: &str, lesson: &str, read_at: Timestamp, steps: Vec<StepMark>, cause: Option<Reason>) -> Self {
        let current = steps.iter().find(|mark| !is_done(mark.status)).map(|mark| mark.id.clone());
        Self { current, cause, steps, ..Self::blank(id, id, lesson, read_at) }
    }

    /// Whether this program knows how to read it.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.schema == SCHEMA
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
            None => Standing::Finished,
            Some(Some(Status::Unknown) | None) => Standing::Unknown,
            Some(Some(Status::Waiting)) => Standing::Waiting,
            Some(Some(_)) => Standing::Failed,
        }
    }

    /// How a step looks among the others. What isn't done behind the current step hasn't been reached.
    #[must_use]
    pub fn look(&self, step: &str) -> Option<Look> {
        let status = self.status(step)?;
        let place = |id: &str| self.steps.iter().position(|mark| mark.id == id);
        let is_behind = self.current.as_deref().is_some_and(|current| place(step) > place(current));
        Some(if is_behind && !is_done(status) { Look::NotReached } else { Look::Status(status) })
    }

    /// How many steps are done before the current one.
    #[must_use]
    pub fn done(&self) -> usize {
        self.steps.iter().take_while(|mark| is_done(mark.status)).count()
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

/// What only the learner can tell doesn't keep anybody from going on.
pub fn is_done(status: Status) -> bool {
    matches!(status, Status::Passed | Status::Manual)
}

/// The first check that keeps a step from being done; one that only waits for another comes last.
fn first_wrong(checks: &[CheckReport]) -> Option<&CheckReport> {
    let wrong = || checks.iter().filter(|check| check.required && !is_done(check.verdict.status));
    wrong().find(|check| check.verdict.status != Status::Skipped).or_else(|| wrong().next())
}

fn cause(check: &CheckReport, speakers: &Speakers) -> Reason {
    let found = check.diagnosis.as_ref().map(|diagnosis| &diagnosis.cause).or(check.verdict.cause.as_ref());
    match found {
        Some(cause) => Reason::new(Some(cause.id.as_str()), &cause.text, speakers),
        None if check.verdict.wanted.is_some() => Reason::new(None, &check.verdict.actual, speakers),
        None => {
            let text = msg!(class_no_cause, expected = check.expected.clone(), actual = check.verdict.actual.clone());
            Reason::new(None, &text, speakers)
        }
    }
}
