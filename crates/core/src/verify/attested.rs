//! What no API shows and the learner confirms.

use serde::Deserialize;

use super::{Facts, Kind, Stop, Verdict};
use crate::account::Need;
use crate::i18n::{Localized, Text};
use crate::msg;

/// The learner confirms a statement.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attested {
    /// What the learner confirms, in both languages.
    pub statement: Localized,
}

impl Kind for Attested {
    fn needs(&self) -> Vec<Need> {
        vec![]
    }

    fn expected(&self) -> Text {
        self.statement.clone().into()
    }

    fn why(&self) -> Text {
        msg!(attested_why)
    }

    fn judge(&self, _facts: &Facts<'_>) -> Result<Verdict, Stop> {
        Ok(Verdict::manual(msg!(attested_actual), msg!(attested_fix)))
    }
}
