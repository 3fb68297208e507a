//! What the learner can do in the simulated account: a table from action to step, words and effect.

mod cleaning;
mod making;
mod offer;
mod running;

use jiff::Timestamp;

use super::SimulatedAccount;
use crate::i18n::Text;
use crate::topic::Topic;
use offer::SWITCH_BACK;

pub(super) use offer::{Offer, Purpose};

/// Something that the learner can do in the simulated account.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Its id, unique in the demo.
    pub id: &'static str,
    /// What the learner does, in words.
    pub label: Text,
    /// Whether it is what the lesson asks for; a typical mistake otherwise, or cleaning up after the lab.
    pub right: bool,
}

/// The whole table.
pub(super) fn table() -> impl Iterator<Item = &'static Offer> {
    making::TABLE.iter().chain(running::TABLE).chain(cleaning::TABLE)
}

impl SimulatedAccount {
    /// What the learner can do in a step at the instant `now`: only what would change something.
    #[must_use]
    pub fn actions(&self, step: &str, now: Timestamp) -> Vec<Action> {
        let mut simulated = self.clone();
        simulated.advance(now);
        let action = |entry: &Offer| Action {
            id: entry.id,
            label: (entry.label)(&self.names),
            right: entry.purpose == Purpose::Right,
        };
        table().filter(|entry| simulated.offers(entry, step, now)).map(action).collect()
    }

    /// Performs an action at the instant `now`; an unknown id, or an action that is not possible now, does nothing.
    pub fn perform(&mut self, action: &str, now: Timestamp) {
        self.advance(now);
        let found = table().find(|entry| entry.id == action);
        if let Some(entry) = found.filter(|entry| self.allows(entry)) {
            (entry.perform)(self, now);
            self.settle(now);
        }
    }

    /// Performs what the lesson asks for in a step, as far as it is possible now.
    pub fn perform_right(&mut self, step: &str, now: Timestamp) {
        let mut done = Vec::new();
        // One may make another possible, as going back to the right region does.
        while let Some(action) =
            self.actions(step, now).into_iter().find(|action| action.right && !done.contains(&action.id))
        {
            self.perform(action.id, now);
            done.push(action.id);
        }
    }

    /// In another region there is nothing to work on, so that going back is all that can be done.
    fn allows(&self, entry: &Offer) -> bool {
        (entry.possible)(self) && (entry.id == SWITCH_BACK || !self.is_away())
    }

    fn offers(&self, entry: &Offer, step: &str, now: Timestamp) -> bool {
        let here = self.topics_of(step).contains(&entry.topic) || (entry.id == SWITCH_BACK && self.is_away());
        here && self.allows(entry) && {
            let mut after = self.clone();
            (entry.perform)(&mut after, now);
            after.settle(now);
            after != *self
        }
    }

    /// What the step of this id is about; nothing where the lesson doesn't say so.
    fn topics_of(&self, step: &str) -> &[Topic] {
        self.topics.iter().find(|(id, _)| id == step).map(|(_, topics)| topics.as_slice()).unwrap_or_default()
    }

    pub(super) fn is_away(&self) -> bool {
        self.region != self.names.region
    }

    fn switch_away(&mut self) {
        self.region = self.names.other_region().to_owned();
    }

    fn switch_back(&mut self) {
        self.region.clone_from(&self.names.region);
    }
}
