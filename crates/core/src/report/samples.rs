//! Reports that several tests need.

use jiff::Timestamp;

use super::{CheckReport, Report, StepReport};
use crate::i18n::{Localized, Text};
use crate::verify::{Status, Verdict};

/// A report with a step for each verdict, in whose only check, `c`, it stands; the steps are called `0`, `1` and so on.
pub(crate) fn report_of(verdicts: impl IntoIterator<Item = Verdict>) -> Report {
    let text = || Text::verbatim("");
    let step = |(index, verdict): (usize, Verdict)| StepReport {
        id: index.to_string(),
        title: Localized { ja: String::new(), en: String::new() },
        status: verdict.status,
        checks: vec![CheckReport {
            id: "c".into(),
            required: true,
            from_account: true,
            expected: text(),
            why: text(),
            verdict,
            wait: None,
            diagnosis: None,
            repair: Vec::new(),
        }],
        history: Vec::new(),
    };
    Report {
        lesson: "l".into(),
        identity: None,
        region: None,
        host: None,
        checked_at: Timestamp::UNIX_EPOCH,
        steps: verdicts.into_iter().enumerate().map(step).collect(),
    }
}

/// The same, with no more of the verdicts than their statuses.
pub(crate) fn report_with(statuses: &[Status]) -> Report {
    let verdict = |status: &Status| Verdict { status: *status, ..Verdict::passed(Text::verbatim("")) };
    report_of(statuses.iter().map(verdict))
}
