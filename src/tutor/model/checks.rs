//! What checks found, and the one that runs.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::account::Snapshot;
use crate::account::resources::Identity;
use crate::i18n::Text;
use crate::report::{CheckId, Report};
use crate::tutor::watch::Watch;

/// Checks of the account.
#[derive(Debug)]
pub struct Checks {
    /// The last report; before the first check, one of an account that nobody asked.
    pub report: Report,
    /// What the last check read; none before the first one.
    pub snapshot: Option<Box<Snapshot>>,
    /// What the lab costs an hour, as of the last check; none where nothing is known to cost.
    pub rate: Option<Text>,
    /// Who made the last check.
    pub made_by: Option<Identity>,
    /// That somebody else made it than the one before, in the same account.
    pub other_caller: Option<Text>,
    /// Whether the report comes from a check.
    pub done: bool,
    /// The check in progress.
    pub running: Option<Running>,
    /// Whether a check was asked for and waits for the account to be known and confirmed.
    pub wanted: bool,
    /// Numbers given to requests so far, so that a late answer is told from the awaited one.
    pub requests: u64,
    /// What the tutor found changed by itself, until the learner has seen it.
    pub fresh: BTreeSet<CheckId>,
    /// When to look again without being asked.
    pub watch: Watch,
}

/// A check in progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// The request's; an answer with another one is late, and dropped.
    pub number: u64,
    /// Since when.
    pub since: Timestamp,
    /// Why.
    pub occasion: Occasion,
}

/// Why a check is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// The learner asked for it, and waits.
    Asked,
    /// It was time to look again; nothing on the screen may move for it.
    Due,
}

impl Checks {
    /// The check that the learner waits for.
    #[must_use]
    pub fn awaited(&self) -> Option<Running> {
        self.running.filter(|running| running.occasion == Occasion::Asked)
    }
}
