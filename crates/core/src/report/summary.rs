//! What a report comes to, in a line: how far the learner is, and where to go on.

use super::Report;
use crate::i18n::Text;
use crate::msg;
use crate::verify::Status;

/// How many steps the account shows as done, how many rest on the learner's word, and the first that is neither. Texts
/// to look things up in, which have no checks, don't count.
#[must_use]
pub fn summary(report: &Report) -> Text {
    let steps: Vec<_> = report.steps.iter().filter(|step| !step.checks.is_empty()).collect();
    let count = |status: Status| steps.iter().filter(|step| step.status == status).count();
    let (passed, manual, all) = (count(Status::Passed), count(Status::Manual), steps.len());
    let next = steps.iter().find(|step| !matches!(step.status, Status::Passed | Status::Manual));
    let counts = msg!(check_summary_counts, passed = passed, manual = manual, all = all);
    match next {
        Some(step) => {
            let title = Text::Lesson(step.title.clone());
            msg!(check_summary_next, counts = counts, step = &step.id, title = title)
        }
        None => msg!(check_summary_done, counts = counts),
    }
}

#[cfg(test)]
mod tests {
    use Status::{Failed, Manual, Passed, Unknown, Waiting};
    use test_case::test_case;

    use super::*;
    use crate::i18n::{Language, Localizer};
    use crate::report::samples::report_with;

    #[test_case(&[Passed, Manual, Failed, Passed], "2 of 4 steps are done, 1 rests on your word. Next: 2 ("; "a failed step is next")]
    #[test_case(&[Passed, Waiting], "1 of 2 steps is done. Next: 1 ("; "a step that waits is next")]
    #[test_case(&[Unknown, Passed], "1 of 2 steps is done. Next: 0 ("; "what can't be told isn't done")]
    #[test_case(&[Passed, Manual, Manual], "1 of 3 steps is done, 2 rest on your word. Nothing is left to do."; "all of it")]
    fn it_counts_and_says_where_to_go_on(statuses: &[Status], start: &str) {
        let said = Localizer::new(Language::En).say(&summary(&report_with(statuses)));
        assert!(said.starts_with(start), "{said}");
    }
}
