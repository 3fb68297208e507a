//! Which steps wait for an earlier one, by the account alone.

use super::Report;
use crate::verify::Status;

/// Whether each step is locked when nothing but the account counts: an earlier step is neither passed nor a matter
/// of the learner's word.
#[must_use]
pub fn locked_by_account(report: &Report) -> Vec<bool> {
    let mut locked = false;
    report
        .steps
        .iter()
        .map(|step| {
            let before = locked;
            locked |= !matches!(step.status, Status::Passed | Status::Manual);
            before
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use Status::{Failed, Manual, Passed, Unknown};

    use super::*;
    use crate::report::samples::report_with;

    #[test]
    fn by_the_account_alone_manual_locks_nothing() {
        assert_eq!(locked_by_account(&report_with(&[Passed, Manual, Failed, Passed])), [false, false, false, true]);
        assert_eq!(locked_by_account(&report_with(&[Unknown, Passed])), [false, true]);
    }
}
