//! How a status is shown: by a sign, a word and a colour, never by a colour alone.

use super::Writer;
use crate::i18n::Text;
use crate::msg;
use crate::report::{CheckReport, StepReport, symbol, word};
use crate::verify::Status;

impl Writer<'_> {
    /// A sign and a word.
    pub(super) fn status(&mut self, status: Status, confirmed: bool) {
        self.open("span", &format!("status {}", class(status)));
        self.html.text("span", &[("class", "sign".to_owned()), ("aria-hidden", "true".to_owned())], symbol(status));
        self.element("span", "", &said(status, confirmed));
        self.close();
    }

    /// Whether everything that only the learner can tell of `checks` is confirmed.
    pub(super) fn is_confirmed<'c>(&self, step: &str, checks: impl IntoIterator<Item = &'c CheckReport>) -> bool {
        let mut manual = checks.into_iter().filter(|check| check.verdict.status == Status::Manual).peekable();
        manual.peek().is_some() && manual.all(|check| self.evidence.record.is_attested(step, &check.id))
    }

    pub(super) fn step_status(&mut self, step: &StepReport) {
        let confirmed = self.is_confirmed(&step.id, step.checks.iter().filter(|check| check.required));
        self.status(step.status, confirmed);
    }
}

/// A status in words that don't speak to the learner.
fn said(status: Status, confirmed: bool) -> Text {
    match status {
        Status::Manual if confirmed => msg!(evidence_status_confirmed),
        Status::Manual => msg!(evidence_status_unconfirmed),
        other => word(other),
    }
}

fn class(status: Status) -> &'static str {
    match status {
        Status::Passed => "passed",
        Status::Failed => "failed",
        Status::Waiting => "waiting",
        Status::Unknown => "unknown",
        Status::Manual => "manual",
        Status::Skipped => "skipped",
    }
}
