//! A line of the table of actions, and how one is written.

use jiff::Timestamp;

use crate::demo::SimulatedAccount;
use crate::demo::names::Names;
use crate::i18n::Text;
use crate::topic::Topic;

/// The action that leads back to the lesson's region.
pub(super) const SWITCH_BACK: &str = "region-right";

/// A line of the table.
pub(in crate::demo) struct Offer {
    pub(in crate::demo) topic: Topic,
    pub(in crate::demo) id: &'static str,
    pub(in crate::demo) purpose: Purpose,
    pub(super) label: Label,
    pub(super) possible: Possible,
    pub(super) perform: Perform,
}

/// What the learner does, in words.
pub(super) type Label = fn(&Names) -> Text;
/// Whether there is what it needs.
pub(super) type Possible = fn(&SimulatedAccount) -> bool;
/// What it changes, at this instant.
pub(super) type Perform = fn(&mut SimulatedAccount, Timestamp);

/// What an action is to the step that it is offered in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::demo) enum Purpose {
    /// What the lesson asks for.
    Right,
    /// A typical mistake.
    Mistake,
    /// Deleting something once the lab is over.
    Cleaning,
}

pub(super) const fn right(topic: Topic, id: &'static str, label: Label, possible: Possible, perform: Perform) -> Offer {
    Offer { topic, id, purpose: Purpose::Right, label, possible, perform }
}

pub(super) const fn wrong(topic: Topic, id: &'static str, label: Label, possible: Possible, perform: Perform) -> Offer {
    Offer { purpose: Purpose::Mistake, ..right(topic, id, label, possible, perform) }
}

pub(super) const fn cleaning(id: &'static str, label: Label, possible: Possible, perform: Perform) -> Offer {
    Offer { purpose: Purpose::Cleaning, ..right(Topic::CleaningUp, id, label, possible, perform) }
}

pub(super) const fn always(_: &SimulatedAccount) -> bool {
    true
}
