//! When the tutor looks at the account by itself, as far as the clock and the keys decide it.

use jiff::{SignedDuration, Timestamp};

use crate::pace::{Looked, Pace};

/// Minutes without a key or a change after which the tutor stops: a window left open overnight asks AWS nothing.
pub const PATIENCE_MINUTES: i64 = 20;
const PATIENCE: SignedDuration = SignedDuration::from_mins(PATIENCE_MINUTES);

/// The longest time that a step is shown before the tutor looks for it.
const OPENING: SignedDuration = SignedDuration::from_secs(5);

/// The clock of the tutor's own looks.
#[derive(Clone, Debug)]
pub struct Watch {
    pace: Pace,
    /// The end of the last look, whoever asked for it.
    looked_at: Option<Timestamp>,
    /// When the step shown was opened.
    opened_at: Timestamp,
    /// The last key or change.
    stirred_at: Timestamp,
    is_asleep: bool,
}

/// What it is time for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing yet.
    Wait,
    /// It is time to read the account.
    Look,
    /// To stop looking until a key is pressed.
    Sleep,
}

impl Watch {
    /// The clock at the start.
    #[must_use]
    pub fn new(demo: bool, now: Timestamp) -> Self {
        let pace = if demo { Pace::of_demo() } else { Pace::of_aws() };
        Self { pace, looked_at: None, opened_at: now, stirred_at: now, is_asleep: false }
    }

    /// Whether it has stopped until a key is pressed.
    #[must_use]
    pub fn is_asleep(&self) -> bool {
        self.is_asleep
    }

    /// When its turn comes next; never while it is asleep.
    #[must_use]
    pub fn next(&self) -> Option<Timestamp> {
        (!self.is_asleep).then(|| self.look_at().min(self.sleep_at()))
    }

    /// What it is time for at `now`.
    pub fn take_turn(&mut self, now: Timestamp) -> Turn {
        if self.is_asleep {
            return Turn::Wait;
        }
        if now >= self.sleep_at() {
            self.is_asleep = true;
            return Turn::Sleep;
        }
        if now >= self.look_at() { Turn::Look } else { Turn::Wait }
    }

    /// The clock went back to `now`: nothing that was noted may lie behind it, or nothing would be due for as long.
    pub fn put_back(&mut self, now: Timestamp) {
        self.looked_at = self.looked_at.map(|at| at.min(now));
        self.opened_at = self.opened_at.min(now);
        self.stirred_at = self.stirred_at.min(now);
    }

    /// A key was pressed; whether that woke it.
    pub fn stir(&mut self, now: Timestamp) -> bool {
        self.stirred_at = now;
        let was_asleep = std::mem::take(&mut self.is_asleep);
        if was_asleep {
            self.pace.hurry();
        }
        was_asleep
    }

    /// A step is opened: it is looked at soon, and often again.
    pub fn open(&mut self, now: Timestamp) {
        self.pace.hurry();
        self.opened_at = now;
    }

    /// The learner did something in the simulated account and is about to check: the tutor's own look comes after.
    pub fn yield_to_learner(&mut self, now: Timestamp) {
        self.pace.hurry();
        self.looked_at = Some(now);
    }

    /// Takes what a look that ended now showed.
    pub fn note(&mut self, looked: Looked, now: Timestamp) {
        self.pace.note(looked);
        self.looked_at = Some(now);
        if looked == Looked::News {
            self.stirred_at = now;
        }
    }

    fn look_at(&self) -> Timestamp {
        let pause = SignedDuration::try_from(self.pace.pause()).unwrap_or(PATIENCE);
        let soonest = self.opened_at + pause.min(OPENING);
        self.looked_at.map_or(soonest, |at| soonest.max(at + pause))
    }

    fn sleep_at(&self) -> Timestamp {
        self.stirred_at + PATIENCE
    }
}
