//! Reports that several tests need.

use jiff::Timestamp;

use super::{CheckReport, Report, StepReport};
use crate::i18n::{Localized, Text};
use crate::verify::{Status, Verdict};

/// A report with a step for each verdict, in whose only check, `c`, it stands; the steps are called `0`, `1` and so on.
pub(crate) fn report_of(verdicts: impl IntoIterator<Item = Verdict>) -> Report {
    let step = |(index, verdict): (usize, Verdict)| StepReport {
        id: index.to_string(),
        title: Localized { ja: String::new(), en: String::new() },
        status: verdict.status,
        checks: vec![check_of(verdict)],
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

/// A check called `c` with this verdict.
fn check_of(verdict: Verdict) -> CheckReport {
    let text = || Text::verbatim("");
    CheckReport {
        id: "c".into(),
        required: true,
        from_account: true,
        expected: text(),
        why: text(),
        verdict,
        wait: None,
        diagnosis: None,
        repair: Vec::new(),
    }
}

/// A check of this status that found `actual`.
pub(crate) fn check(status: Status, actual: &str) -> CheckReport {
    check_of(Verdict { status, ..Verdict::passed(Text::verbatim(actual)) })
}

/// The same, with no more of the verdicts than their statuses.
pub(crate) fn report_with(statuses: &[Status]) -> Report {
    let verdict = |status: &Status| Verdict { status: *status, ..Verdict::passed(Text::verbatim("")) };
    report_of(statuses.iter().map(verdict))
}
