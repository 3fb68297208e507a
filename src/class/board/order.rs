//! In which order the board has its learners, and which of them.

use std::cmp::Reverse;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::class::row::{Row, Standing};
use crate::class::urgency::by_urgency;
use crate::i18n::Text;
use crate::msg;

/// The orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// As the roster has them.
    Roster,
    /// The longest at one step first.
    Time,
    /// The least far first.
    Step,
    /// By name, as characters are numbered.
    Name,
    /// Who needs somebody first.
    Urgency,
}

impl Sort {
    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Roster | Self::Urgency => Self::Time,
            Self::Time => Self::Step,
            Self::Step => Self::Name,
            Self::Name => Self::Roster,
        }
    }

    /// What the bar of the board calls it.
    #[must_use]
    pub fn words(self) -> Text {
        match self {
            Self::Roster => msg!(board_sort_roster),
            Self::Time => msg!(board_sort_time),
            Self::Step => msg!(board_sort_step),
            Self::Name => msg!(board_sort_name),
            Self::Urgency => msg!(board_sort_urgency),
        }
    }

    /// Puts rows that stand as in the roster into this order. Those that couldn't be read come last where they can't be
    /// compared.
    pub fn apply(self, rows: &mut [&Row], now: Timestamp, limit: SignedDuration) {
        match self {
            Self::Roster => {}
            Self::Time => rows.sort_by_key(|row| Reverse(row.standing_for(now))),
            Self::Urgency => by_urgency(rows, now, limit),
            Self::Step => rows.sort_by_key(|row| (row.standing() == Standing::Unread, row.done())),
            Self::Name => rows.sort_by(|one, two| one.name.cmp(&two.name)),
        }
    }
}

/// Which learners are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    /// Everybody.
    All,
    /// Those at one step for long.
    Stuck,
    /// Those whose current step has failed.
    Failed,
    /// Those of whom it can't be told, and those of whom something is to be looked at.
    Unknown,
}

impl Filter {
    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::All => Self::Stuck,
            Self::Stuck => Self::Failed,
            Self::Failed => Self::Unknown,
            Self::Unknown => Self::All,
        }
    }

    /// What the bar of the board calls it; `limit` is how long a step may take.
    #[must_use]
    pub fn words(self, limit: SignedDuration) -> Text {
        match self {
            Self::All => msg!(board_filter_all),
            Self::Stuck => msg!(board_filter_stuck, limit = limit.as_mins()),
            Self::Failed => msg!(board_filter_failed),
            Self::Unknown => msg!(board_filter_unknown),
        }
    }

    /// Whether it lets a row through.
    #[must_use]
    pub fn admits(self, row: &Row, now: Timestamp, limit: SignedDuration) -> bool {
        match self {
            Self::All => true,
            Self::Stuck => row.is_stuck(now, limit),
            Self::Failed => row.standing() == Standing::Failed,
            Self::Unknown => matches!(row.standing(), Standing::Unread | Standing::Unknown) || row.is_marked(),
        }
    }
}
