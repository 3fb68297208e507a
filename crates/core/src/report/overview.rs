//! A step with much to say, in short: a line for each check that isn't passed, before all the explanations.

use super::CheckReport;
use crate::i18n::Text;
use crate::verify::Status;

/// So many checks that aren't passed can't be seen at a glance in their full length.
const MANY: usize = 3;

/// What stands before the explanations.
#[derive(Debug)]
pub struct Overview<'a> {
    /// The checks that found something, each with what is wrong in a few words.
    pub heads: Vec<(&'a CheckReport, &'a Text)>,
    /// How many others wait for these.
    pub skipped: usize,
}

/// The overview of `checks`; none where few of them have something to say. What the learner confirms isn't counted.
#[must_use]
pub fn overview<'a>(checks: &[&'a CheckReport]) -> Option<Overview<'a>> {
    let open = |check: &&&'a CheckReport| !matches!(check.verdict.status, Status::Passed | Status::Manual);
    let open: Vec<&'a CheckReport> = checks.iter().filter(open).copied().collect();
    let (skipped, found): (Vec<_>, Vec<_>) =
        open.into_iter().partition(|check| check.verdict.status == Status::Skipped);
    let heads: Vec<_> = found.into_iter().map(|check| (check, in_short(check))).collect();
    (heads.len() + skipped.len() >= MANY).then_some(Overview { heads, skipped: skipped.len() })
}

fn in_short(check: &CheckReport) -> &Text {
    check.diagnosis.as_ref().map_or(&check.verdict.actual, |found| &found.cause.text)
}

impl Overview<'_> {
    /// How many checks it is about.
    #[must_use]
    pub fn count(&self) -> usize {
        self.heads.len() + self.skipped
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Verdict;

    fn check(status: Status) -> CheckReport {
        let actual = Text::verbatim("found");
        CheckReport {
            id: "a".into(),
            required: true,
            from_account: true,
            expected: Text::verbatim("expected"),
            why: Text::verbatim("why"),
            verdict: Verdict { status, ..Verdict::passed(actual) },
            diagnosis: None,
            repair: Vec::new(),
            wait: None,
        }
    }

    fn counted(statuses: &[Status]) -> Option<(usize, usize)> {
        let checks: Vec<CheckReport> = statuses.iter().copied().map(check).collect();
        let checks: Vec<&CheckReport> = checks.iter().collect();
        overview(&checks).map(|overview| (overview.heads.len(), overview.skipped))
    }

    #[test]
    fn two_findings_need_none() {
        assert_eq!(counted(&[Status::Failed, Status::Unknown, Status::Passed]), None);
    }

    #[test]
    fn what_waits_for_others_is_counted_and_not_listed() {
        assert_eq!(counted(&[Status::Failed, Status::Skipped, Status::Waiting, Status::Skipped]), Some((2, 2)));
    }

    #[test]
    fn the_learners_word_is_no_finding() {
        assert_eq!(counted(&[Status::Manual, Status::Manual, Status::Manual, Status::Failed]), None);
    }
}
