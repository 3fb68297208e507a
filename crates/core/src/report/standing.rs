//! How a check that isn't passed stands with the learner: whether something is wrong, or is only still to be made. What
//! scripts read says *failed* in both cases.

use super::plain::{symbol, word};
use super::{CheckReport, StepReport};
use crate::i18n::Text;
use crate::lesson::Item;
use crate::msg;
use crate::verify::Status;

/// Beside the words "not yet".
const NOT_YET: &str = "*";

impl CheckReport {
    /// Whether it fails only because the learner hasn't begun with it, and nothing that is there is wrong.
    #[must_use]
    pub fn is_not_yet(&self) -> bool {
        let cause = self.diagnosis.as_ref().map(|found| &found.cause);
        // A cause of another kind, such as a name that is nearly right, tells of a mistake.
        self.verdict.status == Status::Failed
            && self.verdict.is_untouched
            && (cause.is_none() || cause == self.verdict.cause.as_ref())
    }

    /// The sign of how it stands.
    #[must_use]
    pub fn sign(&self) -> &'static str {
        if self.is_not_yet() { NOT_YET } else { symbol(self.verdict.status) }
    }

    /// The word for how it stands.
    #[must_use]
    pub fn word(&self) -> Text {
        if self.is_not_yet() { msg!(status_not_yet) } else { word(self.verdict.status) }
    }
}

impl StepReport {
    /// Notes that the learner was done with it once: what is missing now was taken away.
    pub fn was_done(&mut self) {
        for check in &mut self.checks {
            check.verdict.is_untouched = false;
        }
    }

    /// Whether it fails only because the learner hasn't begun with it.
    #[must_use]
    pub fn is_not_yet(&self) -> bool {
        let mut failed =
            self.checks.iter().filter(|check| check.required && check.verdict.status == Status::Failed).peekable();
        failed.peek().is_some() && failed.all(CheckReport::is_not_yet)
    }

    /// The sign of how it stands.
    #[must_use]
    pub fn sign(&self) -> &'static str {
        if self.is_not_yet() { NOT_YET } else { symbol(self.status) }
    }

    /// The word for how it stands.
    #[must_use]
    pub fn word(&self) -> Text {
        if self.is_not_yet() { msg!(status_not_yet) } else { word(self.status) }
    }

    /// How many things are left to do in it, counted as the step itself counts them: several checks that make one of its
    /// `items` are one. Advice isn't counted.
    #[must_use]
    pub fn left(&self, items: &[Item], is_settled: impl Fn(&CheckReport) -> bool) -> usize {
        let is_open = |check: &&CheckReport| check.required && !is_settled(check);
        let open: Vec<&CheckReport> = self.checks.iter().filter(is_open).collect();
        let is_of = |check: &CheckReport, item: &Item| item.checks.contains(&check.id);
        let of_items = items.iter().filter(|item| open.iter().any(|check| is_of(check, item))).count();
        of_items + open.iter().filter(|check| !items.iter().any(|item| is_of(check, item))).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localized;
    use crate::report::samples::{check, report_with};

    #[test]
    fn what_was_not_begun_is_not_wrong() {
        let mut begun = check(Status::Failed, "wrong");
        assert_eq!((begun.is_not_yet(), begun.sign()), (false, "✗"));
        begun.verdict.is_untouched = true;
        assert_eq!((begun.is_not_yet(), begun.sign()), (true, "*"));
    }

    #[test]
    fn checks_of_one_item_are_counted_once() {
        let mut step = report_with(&[Status::Failed]).steps.remove(0);
        step.checks = ["a", "b", "c", "d"]
            .map(|id| CheckReport { id: id.into(), ..check(Status::Failed, "found") })
            .into_iter()
            .collect();
        let title = Localized { ja: String::new(), en: String::new() };
        let item =
            |checks: &[&str]| Item { title: title.clone(), checks: checks.iter().map(|id| (*id).to_owned()).collect() };
        let items = [item(&["a", "b"]), item(&["c"])];
        assert_eq!(step.left(&items, |_| false), 3, "two items, and a check of none");
        assert_eq!(step.left(&items, |check| check.id != "b"), 1);
        assert_eq!(step.left(&[], |_| false), 4);
    }
}
