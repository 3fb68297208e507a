//! What is said of a check that isn't passed, part by part and in the order in which it helps; the same everywhere.

use super::CheckReport;
use crate::diagnose::{Diagnosis, Means, Repair};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{Cause, CauseId, Status, Verdict};

/// A part of what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What was found.
    Found,
    /// Why it is so.
    Cause,
    /// What shows the cause.
    Evidence,
    /// What else is wrong because of the cause.
    Consequence,
    /// Why it matters.
    Why,
    /// What to do.
    Fix,
    /// What must be achieved, to compare with what is there.
    Goal,
    /// How, by one means.
    Repair(Means),
}

/// The parts, each with its label; none for a check that is passed, unless something is left to look at.
#[must_use]
pub fn details(check: &CheckReport) -> Vec<(Part, Text)> {
    let verdict = &check.verdict;
    let found = (Part::Found, msg!(line_found, text = verdict.actual.clone()));
    match verdict.status {
        Status::Passed => match &verdict.fix {
            Some(fix) => return vec![found, (Part::Fix, msg!(line_fix, text = fix.clone()))],
            None => return Vec::new(),
        },
        Status::Skipped => return vec![found],
        _ => {}
    }
    let mut parts = vec![found];
    parts.extend(check.fix().into_iter().map(|fix| (Part::Fix, msg!(line_fix, text = fix.clone()))));
    parts.extend(verdict.goals.iter().map(|goal| (Part::Goal, goal.clone())));
    parts.extend(repairs(check));
    parts.extend(check.diagnosis.iter().flat_map(|diagnosis| explanation(diagnosis, verdict)));
    parts.push((Part::Why, msg!(line_why, text = check.why.clone())));
    parts
}

/// Causes that say of their own check no more than what was found there.
const RESTATED: [CauseId; 15] = [
    CauseId::AlbAzMissing,
    CauseId::AlbInternal,
    CauseId::AlarmActionsOff,
    CauseId::AtMaxCapacity,
    CauseId::DeletedRecently,
    CauseId::LaunchFailed,
    CauseId::ListenerMissing,
    CauseId::ListenerElsewhere,
    CauseId::SgWrongInbound,
    CauseId::TgWrongPort,
    CauseId::TgWrongProtocol,
    CauseId::TgWrongType,
    CauseId::TgWrongVpc,
    CauseId::WrongRegion,
    CauseId::WrongVpc,
];

/// What was found is evidence, too, and may be all that is known of the cause; it is said once.
fn explanation(diagnosis: &Diagnosis, verdict: &Verdict) -> Vec<(Part, Text)> {
    let evidence: Vec<&Text> = diagnosis.evidence.iter().filter(|text| **text != verdict.actual).collect();
    let cause = Some(&diagnosis.cause).filter(|cause| !evidence.is_empty() || adds_to(cause, verdict));
    let mut parts: Vec<_> =
        cause.into_iter().map(|cause| (Part::Cause, msg!(line_cause, text = cause.text.clone()))).collect();
    parts.extend(evidence.into_iter().map(|text| (Part::Evidence, msg!(line_evidence, text = text.clone()))));
    let consequences = diagnosis.consequences.iter();
    parts.extend(consequences.map(|text| (Part::Consequence, msg!(line_consequence, text = text.clone()))));
    parts
}

/// Whether a cause tells more than what was found.
fn adds_to(cause: &Cause, verdict: &Verdict) -> bool {
    let is_own = verdict.cause.as_ref() == Some(cause);
    let is_said = is_own && (verdict.status == Status::Unknown || RESTATED.contains(&cause.id));
    cause.text != verdict.actual && !is_said
}

/// The repairs but the one that is what to do in any case.
fn repairs(check: &CheckReport) -> Vec<(Part, Text)> {
    let is_new = |repair: &&Repair| check.fix() != Some(&repair.text);
    let line = |repair: &Repair| {
        let text = repair.text.clone();
        let said = match repair.means {
            Means::Console => msg!(line_console, text = text),
            Means::Link => msg!(line_link, text = text),
            Means::Cli => msg!(line_cli, text = text),
        };
        (Part::Repair(repair.means), said)
    };
    check.repair.iter().filter(is_new).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples::check;

    fn parts(own: Option<&Cause>, diagnosis: Cause, evidence: &[&str]) -> Vec<Part> {
        let mut check = check(Status::Failed, "internal");
        check.verdict.cause = own.cloned();
        check.verdict.fix = Some(Text::verbatim("fix"));
        let evidence = evidence.iter().map(|text| Text::verbatim(*text)).collect();
        check.diagnosis = Some(Diagnosis { cause: diagnosis, evidence, repair: Vec::new(), consequences: Vec::new() });
        details(&check).into_iter().map(|(part, _)| part).collect()
    }

    fn cause(id: CauseId, text: &str) -> Cause {
        Cause { id, text: Text::verbatim(text) }
    }

    #[test]
    fn what_was_found_comes_first_then_what_to_do_then_why() {
        let blocked = cause(CauseId::WebSgBlocksAlb, "it is blocked");
        let expected = [Part::Found, Part::Fix, Part::Cause, Part::Evidence, Part::Why];
        assert_eq!(parts(None, blocked, &["internal", "a rule"]), expected);
    }

    #[test]
    fn a_cause_that_says_no_more_than_what_was_found_is_left_out() {
        let own = cause(CauseId::AlbInternal, "it is internal");
        assert_eq!(parts(Some(&own), own.clone(), &["internal"]), [Part::Found, Part::Fix, Part::Why]);
        let same = cause(CauseId::WebSgBlocksAlb, "internal");
        assert_eq!(parts(None, same, &[]), [Part::Found, Part::Fix, Part::Why]);
    }
}
