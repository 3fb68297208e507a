//! Which steps are open. Pure. What the account shows counts more than what was saved.

use jiff::Timestamp;

use super::Progress;
use crate::report::{Report, StepReport};
use crate::verify::Status;

/// How a step stands for the learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepState {
    /// An earlier step isn't done yet.
    Locked,
    /// To be done now; also what was done once and isn't as it was, while AWS works on it or something before it is
    /// missing.
    Open,
    /// Passed, or done once and not contradicted by the account.
    Done,
    /// Was done, and the account contradicts it now.
    Broken,
    /// Was done, and is gone together with all else that the lab made, as it should be in the end.
    Cleaned,
}

/// The state of every step.
#[must_use]
pub fn states(report: &Report, progress: &Progress) -> Vec<StepState> {
    let mut earlier_done = true;
    report
        .steps
        .iter()
        .map(|step| {
            let settled = is_settled(step, progress);
            let passed_once = progress.passed.contains_key(&step.id);
            let state = match (earlier_done || passed_once, settled, passed_once) {
                (false, ..) => StepState::Locked,
                (true, false, true) if progress.is_cleaned() => StepState::Cleaned,
                (true, false, true) if step.status == Status::Failed => StepState::Broken,
                (true, false, true) if matches!(step.status, Status::Waiting | Status::Skipped) => StepState::Open,
                (true, true, _) | (true, false, true) => StepState::Done,
                (true, false, false) => StepState::Open,
            };
            earlier_done &= settled || passed_once;
            state
        })
        .collect()
}

/// Notes in `report` which steps were done once, so that what is missing of them now isn't taken for not begun.
pub fn remember(report: &mut Report, progress: &Progress) {
    for step in report.steps.iter_mut().filter(|step| progress.passed.contains_key(&step.id)) {
        step.was_done();
    }
}

/// Notes in `progress` every open step that the account now shows as done.
pub fn record(report: &Report, progress: &mut Progress, now: Timestamp) {
    for (step, state) in report.steps.iter().zip(states(report, progress)) {
        if state == StepState::Done {
            progress.passed.entry(step.id.clone()).or_insert(now);
        }
        if !matches!(state, StepState::Locked | StepState::Cleaned) {
            note_mistakes(step, progress, now);
        }
    }
}

/// What is only still to be made is no mistake, and what can't be told is neither made nor mended.
fn note_mistakes(step: &StepReport, progress: &mut Progress, now: Timestamp) {
    for check in step.checks.iter().filter(|check| check.required) {
        match check.verdict.status {
            Status::Failed if !check.is_not_yet() => progress.note_mistake(&step.id, &check.id, true, now),
            Status::Passed => progress.note_mistake(&step.id, &check.id, false, now),
            Status::Failed | Status::Waiting | Status::Unknown | Status::Manual | Status::Skipped => {}
        }
    }
}

/// Whether everything was done once that the account can show anything of.
#[must_use]
pub fn is_finished(report: &Report, progress: &Progress) -> bool {
    let shows = |step: &&StepReport| step.checks.iter().any(|check| check.required && check.from_account);
    let mut steps = report.steps.iter().filter(shows).peekable();
    steps.peek().is_some() && steps.all(|step| progress.passed.contains_key(&step.id))
}

/// Passed, or everything that only the learner can tell is confirmed.
fn is_settled(step: &StepReport, progress: &Progress) -> bool {
    match step.status {
        Status::Passed => true,
        Status::Manual => step
            .checks
            .iter()
            .filter(|check| check.required && check.verdict.status == Status::Manual)
            .all(|check| progress.is_attested(&step.id, &check.id)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples::report_with;

    use Status::{Failed, Manual, Passed, Skipped, Unknown, Waiting};
    use StepState::{Broken, Cleaned, Done, Locked, Open};

    #[test]
    fn the_first_step_that_is_not_done_is_open_and_the_rest_is_locked() {
        for blocking in [Failed, Unknown, Waiting, Skipped, Manual] {
            let progress = Progress::new("1", "l");
            assert_eq!(
                states(&report_with(&[Passed, blocking, Passed, Failed]), &progress),
                [Done, Open, Locked, Locked],
                "{blocking:?}"
            );
        }
    }

    #[test]
    fn a_confirmed_manual_step_is_done() {
        let mut progress = Progress::new("1", "l");
        progress.attest("0", "c", true, Timestamp::UNIX_EPOCH);
        assert_eq!(states(&report_with(&[Manual, Failed]), &progress), [Done, Open]);
        progress.attest("0", "c", false, Timestamp::UNIX_EPOCH);
        assert_eq!(states(&report_with(&[Manual, Failed]), &progress), [Open, Locked]);
    }

    #[test]
    fn a_step_that_breaks_later_stays_open_and_locks_nothing() {
        let mut progress = Progress::new("1", "l");
        record(&report_with(&[Passed, Passed, Failed]), &mut progress, Timestamp::UNIX_EPOCH);
        assert_eq!(states(&report_with(&[Failed, Unknown, Failed]), &progress), [Broken, Done, Open]);
    }

    #[test]
    fn what_was_done_and_waits_or_is_skipped_now_is_open_and_locks_nothing() {
        let mut progress = Progress::new("1", "l");
        record(&report_with(&[Passed, Passed, Failed]), &mut progress, Timestamp::UNIX_EPOCH);
        assert_eq!(states(&report_with(&[Waiting, Skipped, Failed]), &progress), [Open, Open, Open]);
        assert_eq!(states(&report_with(&[Waiting, Passed, Failed]), &progress), [Open, Done, Open]);
    }

    #[test]
    fn what_was_cleaned_up_is_not_broken_until_it_is_there_again() {
        let mut progress = Progress::new("1", "l");
        let done = report_with(&[Passed, Passed]);
        assert!(!is_finished(&done, &progress));
        record(&done, &mut progress, Timestamp::UNIX_EPOCH);
        assert!(is_finished(&done, &progress));
        let gone = report_with(&[Failed, Skipped]);
        assert_eq!(states(&gone, &progress), [Broken, Open]);
        progress.note_cleaned(true, Timestamp::UNIX_EPOCH);
        assert_eq!(states(&gone, &progress), [Cleaned, Cleaned]);
        assert_eq!(states(&done, &progress), [Done, Done]);
        progress.note_cleaned(false, Timestamp::UNIX_EPOCH);
        assert_eq!(states(&gone, &progress), [Broken, Open]);
    }

    #[test]
    fn a_mistake_that_is_mended_counts_and_one_behind_a_lock_does_not() {
        let mut progress = Progress::new("1", "l");
        record(&report_with(&[Failed, Failed]), &mut progress, Timestamp::UNIX_EPOCH);
        assert_eq!((progress.mistakes.len(), progress.mended()), (1, 0));
        record(&report_with(&[Passed, Passed]), &mut progress, Timestamp::UNIX_EPOCH);
        assert_eq!((progress.mistakes.len(), progress.mended()), (1, 1));
    }

    #[test]
    fn what_passes_behind_a_lock_is_not_recorded() {
        let mut progress = Progress::new("1", "l");
        record(&report_with(&[Failed, Passed]), &mut progress, Timestamp::UNIX_EPOCH);
        assert!(progress.passed.is_empty());
    }
}
