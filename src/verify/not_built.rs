//! A check that this version can't make yet. It says so, and nothing unlocks on it.

use serde::Deserialize;

use super::{Facts, Kind, Status, Stop, Verdict};
use crate::account::Need;
use crate::i18n::Text;
use crate::msg;

/// Stands for the checks of a step that are not built yet.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotBuilt {}

impl Kind for NotBuilt {
    fn needs(&self) -> Vec<Need> {
        Vec::new()
    }

    fn expected(&self) -> Text {
        msg!(not_built_expected)
    }

    fn why(&self) -> Text {
        msg!(not_built_why)
    }

    fn judge(&self, _facts: &Facts<'_>) -> Result<Verdict, Stop> {
        Ok(Verdict {
            status: Status::Unknown,
            actual: msg!(not_built_actual),
            fix: Some(msg!(not_built_fix)),
            cause: None,
        })
    }
}
