//! Who needs somebody first. Pure.

use std::cmp::Reverse;

use jiff::{SignedDuration, Timestamp};

use super::row::{Row, Standing};

/// What an instructor can do about a learner, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// At one step for long.
    Stuck,
    /// Something is wrong, and not for long yet.
    Wrong,
    /// How the current step stands can't be told.
    Unknown,
    /// The learner has something to confirm.
    Turn,
    /// AWS is working.
    Waiting,
    /// Nothing was made in this step yet.
    NotBegun,
    /// Everything is done, and something is to be looked at.
    Doubtful,
    /// Everything is done.
    Done,
    /// Nothing could be read, which says nothing about the learner.
    Unread,
}

impl Urgency {
    /// That of a row.
    #[must_use]
    pub fn of(row: &Row, now: Timestamp, limit: SignedDuration) -> Self {
        match row.standing() {
            _ if row.is_stuck(now, limit) => Self::Stuck,
            Standing::Failed => Self::Wrong,
            Standing::Unread => Self::Unread,
            Standing::Unknown => Self::Unknown,
            Standing::Turn => Self::Turn,
            Standing::Waiting => Self::Waiting,
            Standing::NotBegun => Self::NotBegun,
            Standing::Doubtful => Self::Doubtful,
            Standing::Finished => Self::Done,
        }
    }
}

/// Puts the rows that need somebody first at the top; of these the ones who wait longest.
pub fn by_urgency<R: std::borrow::Borrow<Row>>(rows: &mut [R], now: Timestamp, limit: SignedDuration) {
    rows.sort_by_key(|row| {
        let row = row.borrow();
        (Urgency::of(row, now, limit), Reverse(row.standing_for(now)))
    });
}
