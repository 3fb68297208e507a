//! A simulated account inside the process, in which the learner performs steps by keys, rightly or wrongly.
//! It only makes snapshots: what they are worth is judged by the same checks as a real account.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Snapshot;
use crate::i18n::Text;
use crate::lesson::Values;

/// Something that the learner can do in the simulated account.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Its id, unique in the demo.
    pub id: &'static str,
    /// What the learner does, in words.
    pub label: Text,
    /// Whether it is what the lesson asks for; a typical mistake otherwise.
    pub right: bool,
}

/// The simulated account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct World {
    /// When it was made.
    pub started_at: Timestamp,
}

impl World {
    /// An account in which steps 0 to 3 of the course are done.
    #[must_use]
    pub fn new(_values: &Values, now: Timestamp) -> Self {
        Self { started_at: now }
    }

    /// What the learner can do in a step.
    #[must_use]
    pub fn actions(_step: &str) -> Vec<Action> {
        Vec::new()
    }

    /// Performs an action at the instant `now`; an unknown id does nothing.
    pub fn perform(&mut self, _action: &str, _now: Timestamp) {}

    /// The account at the instant `now`.
    #[must_use]
    pub fn snapshot(&self, now: Timestamp) -> Snapshot {
        Snapshot::not_asked(now, None)
    }
}
