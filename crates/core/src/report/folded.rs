//! Checks that wait for the same missing thing, in one line instead of one each.

use super::CheckReport;
use crate::i18n::Text;
use crate::msg;
use crate::verify::Status;

/// What there is to say of the checks of a step.
#[derive(Debug)]
pub struct Folded<'a> {
    /// Those that are told one by one.
    pub told: Vec<&'a CheckReport>,
    /// A line for all that wait for the same thing: how many they are, and for what.
    pub pending: Vec<Text>,
}

/// `checks` without those that wait for others; these are counted by what they wait for. One alone is no heap.
#[must_use]
pub fn folded<'a>(checks: &[&'a CheckReport]) -> Folded<'a> {
    let (pending, told): (Vec<&CheckReport>, Vec<_>) =
        checks.iter().partition(|check| check.verdict.status == Status::Skipped);
    let mut heaps: Vec<(&Text, usize)> = Vec::new();
    for check in pending {
        match heaps.iter_mut().find(|(reason, _)| **reason == check.verdict.actual) {
            Some((_, count)) => *count += 1,
            None => heaps.push((&check.verdict.actual, 1)),
        }
    }
    let line = |(reason, count): (&Text, usize)| msg!(results_pending, count = count, reason = reason.clone());
    Folded { told, pending: heaps.into_iter().map(line).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Localizer};
    use crate::report::samples::check;

    #[test]
    fn what_waits_for_the_same_thing_is_one_line() {
        let skipped = check(Status::Skipped, "it needs the group.");
        let other = check(Status::Skipped, "it needs the policy.");
        let failed = check(Status::Failed, "There is no group.");
        let checks = [&skipped, &failed, &skipped, &other];
        let folded = folded(&checks);
        assert_eq!(folded.told, [&failed]);
        let localizer = Localizer::new(Language::En);
        let said: Vec<String> = folded.pending.iter().map(|text| localizer.say(text)).collect();
        assert_eq!(said, ["2 checks: it needs the group.", "1 check: it needs the policy."]);
    }
}
