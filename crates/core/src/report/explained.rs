//! Why things aren't right, as lines of text. One cause behind several symptoms is told in full once.

use super::details::details;
use super::locked::locked_by_account;
use super::plain::head_line;
use super::{CheckReport, Report, StepReport};
use crate::i18n::{Localizer, Text};
use crate::lesson::step_called;
use crate::msg;
use crate::verify::{Cause, Status};

/// What isn't right in the `wanted` steps; where none is wanted, in those that are open by the account.
#[must_use]
pub fn explained(report: &Report, wanted: &[String], localizer: &Localizer) -> String {
    let locked = locked_by_account(report);
    let is_meant = |(step, locked): &(&StepReport, bool)| {
        if wanted.is_empty() { !locked } else { wanted.contains(&step.id) }
    };
    let mut told: Vec<(Cause, Text)> = Vec::new();
    let mut lines = Vec::new();
    for (step, _) in report.steps.iter().zip(locked).filter(is_meant) {
        let wrong: Vec<&CheckReport> = step.checks.iter().filter(|check| is_wrong(check)).collect();
        if wrong.is_empty() {
            continue;
        }
        let title = Text::Lesson(step.title.clone());
        let line = msg!(step_line, symbol = step.sign(), word = step.word(), id = &step.id, title = title);
        lines.push(localizer.say(&line));
        for check in wrong {
            lines.extend(explain(step, check, &mut told, localizer));
        }
    }
    if lines.is_empty() {
        lines.extend(skipped(report, wanted).map(|text| localizer.say(&text)));
    }
    if lines.is_empty() {
        lines.push(localizer.say(&msg!(explain_nothing)));
    }
    lines.join("\n") + "\n"
}

/// What the checks of the `wanted` steps wait for, where they can't be judged yet: a line for each thing that is missing.
fn skipped<'a>(report: &'a Report, wanted: &'a [String]) -> impl Iterator<Item = Text> + 'a {
    let steps = report.steps.iter().filter(|step| wanted.contains(&step.id));
    let waiting = |step: &'a StepReport| {
        let checks = step.checks.iter().filter(|check| check.verdict.status == Status::Skipped);
        let mut reasons: Vec<Text> = Vec::new();
        for check in checks {
            if !reasons.contains(&check.verdict.actual) {
                reasons.push(check.verdict.actual.clone());
            }
        }
        reasons
            .into_iter()
            .map(|reason| msg!(explain_skipped, step = step_called(&step.id, &step.title), reason = reason))
    };
    steps.flat_map(waiting)
}

/// Skipped checks only wait for another one, which is explained itself.
fn is_wrong(check: &CheckReport) -> bool {
    match check.verdict.status {
        Status::Passed | Status::Skipped => false,
        Status::Manual => check.diagnosis.is_some(),
        Status::Failed | Status::Waiting | Status::Unknown => true,
    }
}

fn explain(
    step: &StepReport,
    check: &CheckReport,
    told: &mut Vec<(Cause, Text)>,
    localizer: &Localizer,
) -> Vec<String> {
    let mut lines = vec![head_line(check, localizer)];
    let cause = check.diagnosis.as_ref().map(|found| &found.cause);
    if let Some(cause) = cause {
        if let Some((_, place)) = told.iter().find(|(known, _)| known == cause) {
            let same = msg!(explain_same, place = place.clone(), text = cause.text.clone());
            lines.push(format!("      {}", localizer.say(&same)));
            return lines;
        }
        let place = msg!(explain_place, step = step_called(&step.id, &step.title), expected = check.expected.clone());
        told.push((cause.clone(), place));
    }
    lines.extend(details(check).into_iter().map(|(_, text)| format!("      {}", localizer.say(&text))));
    lines
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::Timestamp;

    use super::*;
    use crate::demo::SimulatedAccount;
    use crate::i18n::Language;
    use crate::lesson::{Lesson, Pack, load};

    const NOW: &str = "2026-01-01T00:00:00Z";

    fn lesson() -> Lesson {
        load(&Pack::Embedded, &BTreeMap::new()).unwrap()
    }

    fn explanation(simulated: &SimulatedAccount, lesson: &Lesson, now: Timestamp, wanted: &[String]) -> String {
        let report = Report::assess(lesson, &simulated.snapshot(now), now);
        explained(&report, wanted, &Localizer::new(Language::En))
    }

    #[test]
    fn nothing_wrong_is_said() {
        let (lesson, now) = (lesson(), NOW.parse().unwrap());
        let said = explanation(&SimulatedAccount::finished(&lesson, now), &lesson, now, &[]);
        assert_eq!(said, "Nothing is wrong, as far as the account shows it.\n");
    }

    #[test]
    fn what_can_not_be_judged_yet_is_not_called_right() {
        let (lesson, now) = (lesson(), NOW.parse().unwrap());
        let nothing_made = SimulatedAccount::new(&lesson, now);
        let said = explanation(&nothing_made, &lesson, now, &["4-2".into()]);
        assert!(said.starts_with("Step 4-2 can't be judged yet: ") && !said.contains("Nothing is wrong"), "{said}");
    }

    #[test]
    fn one_cause_of_several_symptoms_is_told_in_full_once() {
        let (lesson, now) = (lesson(), NOW.parse().unwrap());
        let mut simulated = SimulatedAccount::finished(&lesson, now);
        simulated.perform("build-without-nat", now);
        let now = simulated.settled_at(now);
        let said = explanation(&simulated, &lesson, now, &["4-3".into(), "4-5".into()]);
        assert_eq!(said.matches("Cause: The default route leads to something that was deleted.").count(), 1, "{said}");
        assert!(said.contains("Same cause as Step 4-3 (\""), "{said}");
        assert!(!said.contains("preflight"), "{said}");
        assert!(said.contains("What to do: Create a new NAT gateway"), "the symptom's own advice is of no use: {said}");
    }
}
