//! The exercise of a step, which the learner does in the tutor.

use serde::Deserialize;

use super::{Facts, Kind, Stop, Verdict};
use crate::account::Need;
use crate::i18n::{Localized, Text};
use crate::msg;

/// The exercise of the step is done. The account shows nothing of that: progress does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// What holds once it is done.
    pub statement: Localized,
}

impl Kind for Exercise {
    fn needs(&self) -> Vec<Need> {
        vec![]
    }

    fn expected(&self) -> Text {
        Text::from(self.statement.clone())
    }

    fn why(&self) -> Text {
        msg!(exercise_why)
    }

    fn judge(&self, _facts: &Facts<'_>) -> Result<Verdict, Stop> {
        Ok(Verdict::manual(msg!(exercise_actual), msg!(exercise_fix)))
    }
}
