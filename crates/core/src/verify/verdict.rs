//! What a check concludes.

use serde::{Deserialize, Serialize};

use super::{Cause, CauseId, Deviation, Wait, Wanted, failure};
use crate::account::Unseen;
use crate::i18n::Text;
use crate::msg;

/// The status of a check or a step, from worst to best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The account contradicts it, or the resource is not there.
    Failed,
    /// Can't tell.
    Unknown,
    /// Right so far; AWS is still working on it.
    Waiting,
    /// It depends on something that failed or is unknown.
    Skipped,
    /// No API shows it; the learner confirms it.
    Manual,
    /// The account shows it.
    Passed,
}

/// The conclusion of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Passed, failed, waiting and so on.
    pub status: Status,
    /// What was found: the very value, id or rule.
    pub actual: Text,
    /// What to do next; none where nothing is to be done.
    pub fix: Option<Text>,
    /// Why, where it is known.
    pub cause: Option<Cause>,
    /// What must be achieved, one line each, where only the learner can compare it with what is there.
    pub goals: Vec<Text>,
    /// What differs, where that has no cause of its own.
    pub deviation: Option<Deviation>,
    /// What AWS is busy with, where the status is waiting.
    pub wait: Option<Wait>,
    /// The resource that was looked for and isn't there.
    pub wanted: Option<Wanted>,
    /// Whether it fails although nothing that the learner made is wrong: they haven't begun with it.
    pub is_untouched: bool,
}

/// A verdict that ends a check early, because something that it rests on is missing or can't be seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop(Box<Verdict>);

impl From<Verdict> for Stop {
    fn from(verdict: Verdict) -> Self {
        Self(Box::new(verdict))
    }
}

impl From<Stop> for Verdict {
    fn from(stop: Stop) -> Self {
        *stop.0
    }
}

impl From<Unseen<'_>> for Stop {
    fn from(unseen: Unseen<'_>) -> Self {
        Verdict::unknown(unseen).into()
    }
}

impl Verdict {
    fn new(status: Status, actual: Text, fix: Option<Text>) -> Self {
        Self {
            status,
            actual,
            fix,
            cause: None,
            goals: Vec::new(),
            deviation: None,
            wait: None,
            wanted: None,
            is_untouched: false,
        }
    }

    /// The account shows it.
    #[must_use]
    pub fn passed(actual: Text) -> Self {
        Self::new(Status::Passed, actual, None)
    }

    /// The account contradicts it.
    #[must_use]
    pub fn failed(actual: Text, fix: Text) -> Self {
        Self::new(Status::Failed, actual, Some(fix))
    }

    /// AWS is still working on it.
    #[must_use]
    pub fn waiting(wait: Wait, actual: Text, fix: Text) -> Self {
        Self { wait: Some(wait), ..Self::new(Status::Waiting, actual, Some(fix)) }
    }

    /// Nothing has been seen yet that AWS could be busy with: it is the learner's turn, or AWS's word is still to come.
    #[must_use]
    pub fn not_begun(actual: Text, fix: Text) -> Self {
        Self::new(Status::Waiting, actual, Some(fix))
    }

    /// The learner confirms it.
    #[must_use]
    pub fn manual(actual: Text, fix: Text) -> Self {
        Self::new(Status::Manual, actual, Some(fix))
    }

    /// It rests on `what`, which is missing.
    #[must_use]
    pub fn skipped(what: Text) -> Self {
        let actual = msg!(skipped_actual, what = what.clone());
        Self::new(Status::Skipped, actual, Some(msg!(skipped_fix, what = what)))
    }

    /// It can't be told, because the account could not be read.
    #[must_use]
    pub fn unknown(unseen: Unseen<'_>) -> Self {
        let (actual, fix, cause) = match unseen {
            Unseen::Denied(denial) => (
                msg!(unknown_denied, action = &denial.action, message = &denial.message),
                msg!(unknown_denied_fix, action = &denial.action),
                Some(Cause { id: CauseId::AccessDenied, text: msg!(cause_access_denied, action = &denial.action) }),
            ),
            Unseen::Failed(failure) => (
                failure::actual(failure),
                failure::fix(failure),
                Some(Cause { id: failure::cause(failure.kind), text: failure::text(failure) }),
            ),
            Unseen::NotAsked => (msg!(unknown_not_asked), msg!(unknown_not_asked_fix), None),
        };
        Self { cause, ..Self::new(Status::Unknown, actual, Some(fix)) }
    }

    /// AWS says a state that isn't known here, so that nobody can tell what it means.
    #[must_use]
    pub fn unfamiliar(actual: Text) -> Self {
        Self::new(Status::Unknown, actual, Some(msg!(state_unfamiliar_fix)))
            .because(CauseId::UnreadableAnswer, msg!(cause_state_unfamiliar))
    }

    /// The same verdict with its cause named.
    #[must_use]
    pub fn because(mut self, id: CauseId, text: Text) -> Self {
        self.cause = Some(Cause { id, text });
        self
    }

    /// The same verdict with what must be achieved.
    #[must_use]
    pub fn aiming_at(mut self, goals: Vec<Text>) -> Self {
        self.goals = goals;
        self
    }

    /// The same verdict with what differs.
    #[must_use]
    pub fn deviating(mut self, deviation: Deviation) -> Self {
        self.deviation = Some(deviation);
        self
    }

    /// The same verdict about something that the learner hasn't begun with.
    #[must_use]
    pub fn untouched(mut self) -> Self {
        self.is_untouched = true;
        self
    }

    /// The same verdict with the resource that isn't there.
    #[must_use]
    pub fn wanting(mut self, wanted: Wanted) -> Self {
        self.wanted = Some(wanted);
        self
    }
}
