//! Kinds made of other kinds: one of several, and what must not be.

use serde::Deserialize;

use super::kind::Holder;
use super::{Facts, Kind, Status, Stop, Verdict};
use crate::account::Need;
use crate::i18n::Text;
use crate::msg;

/// At least one of several is as its kind wants it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnyOf<K> {
    /// The kinds; the first that is right counts.
    pub kinds: Vec<K>,
}

/// Something isn't as its kind wants it, such as a thing that must be gone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Not<K> {
    /// What must not be.
    pub kind: Box<K>,
}

fn verdict(kind: &impl Holder, facts: &Facts<'_>) -> Verdict {
    kind.held().judge(facts).unwrap_or_else(Verdict::from)
}

impl<K: Holder> Kind for AnyOf<K> {
    fn needs(&self) -> Vec<Need> {
        self.kinds.iter().flat_map(|kind| kind.held().needs()).collect()
    }

    fn expected(&self) -> Text {
        msg!(any_of_expected, all = Text::List(self.kinds.iter().map(|kind| kind.held().expected()).collect()))
    }

    fn why(&self) -> Text {
        msg!(any_of_why)
    }

    /// Passed by one that is; what can't be told may be the one, and so it is asked before anything counts as failed.
    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let verdicts: Vec<Verdict> = self.kinds.iter().map(|kind| verdict(kind, facts)).collect();
        let order = [Status::Passed, Status::Manual, Status::Waiting, Status::Unknown];
        let first = order.iter().find_map(|status| verdicts.iter().find(|verdict| verdict.status == *status));
        if let Some(found) = first {
            return Ok(found.clone());
        }
        let actual = Text::List(verdicts.iter().map(|verdict| verdict.actual.clone()).collect());
        Ok(Verdict::failed(actual, msg!(any_of_fix)))
    }
}

impl<K: Holder> Kind for Not<K> {
    fn needs(&self) -> Vec<Need> {
        self.kind.held().needs()
    }

    fn expected(&self) -> Text {
        msg!(not_expected, what = self.kind.held().expected())
    }

    fn why(&self) -> Text {
        msg!(not_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let found = verdict(&*self.kind, facts);
        Ok(match found.status {
            Status::Passed => Verdict::failed(found.actual, msg!(not_fix)),
            Status::Failed => Verdict::passed(found.actual),
            // What is only on its way there isn't away, and what can't be told is neither.
            Status::Unknown | Status::Waiting | Status::Skipped | Status::Manual => found,
        })
    }
}
