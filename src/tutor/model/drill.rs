//! Find the fault: the drill under way, and what of it is shown.

use jiff::Timestamp;

use crate::drill::{Look, Round, Scene, Stage};

/// What of a drill is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrillPane {
    /// Who complains of what, and what can be looked at.
    Complaint,
    /// What is seen in one look.
    Look(Look),
    /// What is to be answered, with a cursor.
    Question,
    /// What it was.
    Told,
}

/// The drills of this run of the tutor.
#[derive(Debug, Default)]
pub struct Drills {
    /// The seed of the next drill, where the learner named one; the drill after it has the next number.
    pub wanted: Option<u64>,
    /// The one under way, or the last.
    pub current: Option<Box<Drilling>>,
}

/// A drill with its broken account.
#[derive(Debug)]
pub struct Drilling {
    /// How it goes.
    pub round: Round,
    /// The account.
    pub scene: Scene,
    /// What is shown.
    pub pane: DrillPane,
}

impl Drills {
    /// How many lines the cursor can stand on; none where there is no question.
    #[must_use]
    pub fn list_length(&self) -> Option<usize> {
        let current = self.current.as_ref()?;
        (current.pane == DrillPane::Question).then(|| current.round.choices().len())
    }

    /// What is shown now, where a drill is there: its seed, how far it is, and its pane.
    #[must_use]
    pub fn position(&self) -> Option<(u64, DrillPane, Stage)> {
        self.current.as_ref().map(|current| (current.round.seed, current.pane, current.round.stage))
    }
}

/// A number that is easy to say, from the clock.
#[must_use]
pub fn seed_of(now: Timestamp) -> u64 {
    now.as_second().rem_euclid(10_000).unsigned_abs()
}
