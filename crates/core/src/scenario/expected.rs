//! What must come of a scenario.

use serde::Deserialize;

use crate::i18n::{Language, Localizer, Text};
use crate::msg;
use crate::verify::{Status, Verdict};

/// What a check or a step must be.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Expected {
    /// Its status.
    Status(Status),
    /// Its status with what must be said of it.
    Verdict(ExpectedVerdict),
}

/// A status with what must be said of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedVerdict {
    status: Status,
    /// The id of the cause; `none` for none.
    cause: Option<String>,
    /// What the English text of what was found must contain, or begin with where it stands behind `^`.
    found: Option<String>,
    /// What the English text of what to do must contain.
    fix: Option<String>,
}

/// The id of no cause.
pub const NONE: &str = "none";

impl Expected {
    /// Whether a status with a cause is as wanted.
    pub fn fits(&self, status: Status, cause: &str) -> bool {
        match self {
            Self::Status(wanted) => status == *wanted,
            Self::Verdict(wanted) => {
                status == wanted.status && wanted.cause.as_deref().is_none_or(|wanted| cause == wanted)
            }
        }
    }

    /// Whether the verdict's words are as wanted.
    pub fn says(&self, verdict: &Verdict) -> bool {
        let Self::Verdict(wanted) = self else { return true };
        let contains = |text: Option<&Text>, wanted: &Option<String>| {
            let said = text.map(|text| Localizer::new(Language::En).say(text)).unwrap_or_default();
            wanted.as_ref().is_none_or(|wanted| match wanted.strip_prefix('^') {
                Some(beginning) => said.starts_with(beginning),
                None => said.contains(wanted),
            })
        };
        contains(Some(&verdict.actual), &wanted.found) && contains(verdict.fix.as_ref(), &wanted.fix)
    }

    /// In words.
    pub fn text(&self) -> Text {
        match self {
            Self::Status(status) => msg!(scenario_status, status = status_id(*status)),
            Self::Verdict(ExpectedVerdict { status, cause, found, fix }) => {
                let words = [("cause", cause), ("found", found), ("fix", fix)];
                let words = words.into_iter().filter_map(|(name, text)| Some(format!("{name} \"{}\"", text.as_ref()?)));
                msg!(scenario_verdict_wanted, status = status_id(*status), words = Text::list(words))
            }
        }
    }
}

/// A verdict in words.
pub fn described(verdict: &Verdict) -> Text {
    let fix = verdict.fix.clone().unwrap_or_else(|| Text::verbatim(NONE));
    let (status, cause) = (status_id(verdict.status), cause(verdict));
    msg!(scenario_verdict_found, status = status, cause = cause, found = verdict.actual.clone(), fix = fix)
}

/// The id of a verdict's cause.
pub fn cause(verdict: &Verdict) -> &'static str {
    verdict.cause.as_ref().map_or(NONE, |cause| cause.id.as_str())
}

/// A status as packs, tests and JSON write it.
fn status_id(status: Status) -> &'static str {
    match status {
        Status::Failed => "failed",
        Status::Unknown => "unknown",
        Status::Waiting => "waiting",
        Status::Skipped => "skipped",
        Status::Manual => "manual",
        Status::Passed => "passed",
    }
}
