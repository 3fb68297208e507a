//! The lines as JSON, for programs.

use jiff::Timestamp;
use serde::Serialize;

use super::{Line, worst};
use crate::i18n::Localizer;

/// The document: ids and statuses are the same in every language.
#[derive(Debug, Serialize)]
pub struct DoctorDocument {
    schema: u32,
    checked_at: String,
    status: &'static str,
    checks: Vec<LineDocument>,
}

#[derive(Debug, Serialize)]
struct LineDocument {
    id: &'static str,
    status: &'static str,
    title: String,
    actual: String,
    fix: Option<String>,
}

impl DoctorDocument {
    /// `lines` of the instant `at`, put into words by `localizer`.
    #[must_use]
    pub fn new(lines: &[Line], at: Timestamp, localizer: &Localizer) -> Self {
        let document = |line: &Line| LineDocument {
            id: line.id,
            status: line.standing.id(),
            title: localizer.say(&line.label),
            actual: localizer.say(&line.found),
            fix: line.remedy.as_ref().map(|remedy| localizer.say(remedy)),
        };
        Self {
            schema: 1,
            checked_at: at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            status: worst(lines).id(),
            checks: lines.iter().map(document).collect(),
        }
    }
}
