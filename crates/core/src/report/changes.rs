//! What is new in a report, compared with the one before.

use super::{CheckReport, Report, StepReport};
use crate::pace::Looked;
use crate::verify::{CauseId, Status, Verdict};

/// Causes of not knowing that may be over in a while.
const PASSING: [CauseId; 4] =
    [CauseId::Throttled, CauseId::Unreachable, CauseId::UnreadableAnswer, CauseId::ServiceError];

/// A check, by the ids of its step and of itself.
pub type CheckId = (String, String);

/// The checks of `new` that say something else than in `old`.
#[must_use]
pub fn changes(old: &Report, new: &Report) -> Vec<CheckId> {
    let pairs = new.steps.iter().filter_map(|step| Some((old.step(&step.id)?, step)));
    pairs.flat_map(|(before, after)| changed_checks(before, after)).collect()
}

fn changed_checks<'a>(before: &'a StepReport, after: &'a StepReport) -> impl Iterator<Item = CheckId> {
    after.checks.iter().filter_map(|check| {
        let old = before.checks.iter().find(|old| old.id == check.id)?;
        differs(old, check).then(|| (after.id.clone(), check.id.clone()))
    })
}

/// While AWS works, what was found moves on all the time; that alone is no news. Nor is what was found where it passes.
fn differs(old: &CheckReport, new: &CheckReport) -> bool {
    let (old, new) = (&old.verdict, &new.verdict);
    old.status != new.status || (new.status == Status::Failed && old.actual != new.actual)
}

/// Whether a verdict of not knowing rests on something that may be over in a while.
#[must_use]
pub fn may_pass(verdict: &Verdict) -> bool {
    let cause = verdict.cause.as_ref().filter(|_| verdict.status == Status::Unknown);
    cause.is_some_and(|cause| PASSING.contains(&cause.id))
}

/// What a look showed, for the pace of looking; `steps` are those that somebody waits for.
#[must_use]
pub fn looked<'a>(has_news: bool, steps: impl IntoIterator<Item = &'a StepReport>) -> Looked {
    let checks: Vec<&CheckReport> = steps.into_iter().flat_map(|step| &step.checks).collect();
    if checks.iter().any(|check| may_pass(&check.verdict)) {
        Looked::Trouble
    } else if has_news {
        Looked::News
    } else if checks.iter().any(|check| check.verdict.status == Status::Waiting) {
        Looked::Working
    } else {
        Looked::Same
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::i18n::Text;
    use crate::report::samples::report_of;
    use crate::verify::Cause;

    fn verdict(status: Status, actual: &str) -> Verdict {
        Verdict { status, ..Verdict::passed(Text::verbatim(actual)) }
    }

    #[test_case((Status::Failed, "a"), (Status::Passed, "b"), true; "passed now")]
    #[test_case((Status::Failed, "a"), (Status::Failed, "b"), true; "wrong in another way")]
    #[test_case((Status::Failed, "a"), (Status::Failed, "a"), false; "the same")]
    #[test_case((Status::Waiting, "10 %"), (Status::Waiting, "20 %"), false; "moving on")]
    fn what_is_news(old: (Status, &str), new: (Status, &str), is_news: bool) {
        let found = changes(&report_of([verdict(old.0, old.1)]), &report_of([verdict(new.0, new.1)]));
        assert_eq!(found == [("0".to_owned(), "c".to_owned())], is_news);
        assert_eq!(found.is_empty(), !is_news);
    }

    #[test_case(CauseId::Throttled, Looked::Trouble; "asked too often")]
    #[test_case(CauseId::Unreachable, Looked::Trouble; "not reached")]
    #[test_case(CauseId::AccessDenied, Looked::Same; "a refusal stays, and looking again costs nothing")]
    fn not_knowing(cause: CauseId, expected: Looked) {
        let mut unknown = verdict(Status::Unknown, "");
        unknown.cause = Some(Cause { id: cause, text: Text::verbatim("") });
        assert_eq!(looked(false, &report_of([unknown]).steps), expected);
    }

    #[test]
    fn waiting_is_told_from_standing_still() {
        assert_eq!(looked(false, &report_of([verdict(Status::Waiting, "")]).steps), Looked::Working);
        assert_eq!(looked(false, &report_of([verdict(Status::Failed, "")]).steps), Looked::Same);
        assert_eq!(looked(true, &report_of([verdict(Status::Waiting, "")]).steps), Looked::News);
    }
}
