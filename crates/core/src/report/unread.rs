//! An account of which nothing could be read: one reason stands for all checks.

use super::{CheckReport, Report};
use crate::i18n::Localizer;
use crate::msg;
use crate::verify::{CauseId, Status, Verdict};

/// Reasons that meet every call alike.
const OF_EVERYTHING: [CauseId; 14] = [
    CauseId::CredentialsMissing,
    CauseId::CredentialsExpired,
    CauseId::CredentialsInvalid,
    CauseId::AwsProfileMissing,
    CauseId::AwsProfileFaulty,
    CauseId::MfaNeeded,
    CauseId::RoleRefused,
    CauseId::CredentialsSource,
    CauseId::ClockSkew,
    CauseId::RegionMissing,
    CauseId::RegionMalformed,
    CauseId::RegionDisabled,
    CauseId::CertificateUntrusted,
    CauseId::Unreachable,
];

/// Why nothing could be read, and of how many checks; none where something was, or where the reasons differ.
pub fn unread(report: &Report) -> Option<(&Verdict, usize)> {
    let checks = || report.steps.iter().flat_map(|step| &step.checks);
    let unknown: Vec<&CheckReport> = checks().filter(|check| check.verdict.status == Status::Unknown).collect();
    let cause = |check: &CheckReport| check.verdict.cause.as_ref().map(|cause| cause.id);
    // That no region is set may come on top; which one is read then doesn't matter.
    let is_region = |check: &CheckReport| cause(check) == Some(CauseId::RegionMissing);
    let first = unknown.iter().find(|check| !is_region(check)).or(unknown.first())?;
    let why = cause(first).filter(|cause| OF_EVERYTHING.contains(cause));
    let is_one = why.is_some() && unknown.iter().all(|check| cause(check) == why || is_region(check));
    let something = checks().any(|check| check.from_account && check.verdict.status != Status::Unknown);
    (report.identity.is_none() && is_one && !something && unknown.len() > 1).then_some((&first.verdict, unknown.len()))
}

/// Whether nothing of the account could be read, for one reason.
#[must_use]
pub fn nothing_read(report: &Report) -> bool {
    unread(report).is_some()
}

/// That, in lines.
pub fn lines((verdict, count): (&Verdict, usize), localizer: &Localizer) -> Vec<String> {
    let fix = verdict.fix.iter().map(|fix| format!("  {}", localizer.say(&msg!(line_fix, text = fix.clone()))));
    let what = format!("? {}", localizer.say(&verdict.actual));
    let rest = format!("  {}", localizer.say(&msg!(check_nothing_read, count = count)));
    std::iter::once(what).chain(fix).chain(std::iter::once(rest)).collect()
}
