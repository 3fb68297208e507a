//! What the checks of a step found: what isn't right first.

use super::{exercise, lesson};
use crate::diagnose::Means;
use crate::i18n::Text;
use crate::msg;
use crate::plain::speech::Speech;
use crate::progress::StepState;
use crate::report::{CheckReport, Part, details, folded, word};
use crate::times::second;
use crate::tutor::model::{Caller, Model};
use crate::verify::Status;

/// Everything that the last check found of the step.
pub fn all(model: &Model, speech: &mut Speech) {
    if let Caller::Unseen { .. } = model.account.caller {
        super::account::caller(model, speech);
    }
    if model.state(model.view.step) == StepState::Locked {
        lesson::locked(model, speech);
        return;
    }
    if let Some(text) = model.was_cleaned() {
        speech.say(model.say(&text));
        return;
    }
    time(model, speech);
    put(model, &checks(model), speech);
    history(model, speech);
}

/// What AWS has done by itself, where the step is about that.
fn history(model: &Model, speech: &mut Speech) {
    let entries = model.step_report().map(|step| step.history.as_slice()).unwrap_or_default();
    if entries.is_empty() {
        return;
    }
    speech.heading(model.say(&msg!(history_title)));
    for entry in entries {
        speech.say(model.say(&entry.said(model.localizer.zone(), model.checks.report.checked_at)));
    }
}

/// What a check just found: all that isn't passed, and how much is.
pub fn after_check(model: &Model, speech: &mut Speech) {
    if let Caller::Unseen { .. } = model.account.caller {
        return;
    }
    if model.state(model.view.step) == StepState::Locked {
        lesson::locked(model, speech);
        return;
    }
    if let Some(text) = model.was_cleaned() {
        speech.say(model.say(&text));
        return;
    }
    let (settled, open): (Vec<_>, Vec<_>) = checks(model).into_iter().partition(|check| model.is_settled(check));
    put(model, &open, speech);
    if !settled.is_empty() {
        speech.gap();
        speech.say(model.say(&msg!(plain_passed, count = settled.len())));
    }
    history(model, speech);
    exercise::reveal(model, speech);
}

/// When the last check was made, where there was one.
pub fn time(model: &Model, speech: &mut Speech) {
    let checks = model.step_report().map(|step| step.checks.len()).unwrap_or_default();
    if checks == 0 {
        speech.say(model.say(&msg!(tui_no_checks)));
    } else if model.checks.done {
        let time = second(model.checks.report.checked_at, model.localizer.zone());
        speech.say(model.say(&msg!(results_checked_at, time = time, left = model.left())));
        if let Some(text) = &model.checks.other_caller {
            speech.say(model.say(text));
        }
    } else if model.statements().len() < checks {
        speech.say(model.say(&msg!(plain_not_checked)));
    }
}

/// A statement that was just confirmed or taken back.
pub fn toggled(model: &Model, number: usize, speech: &mut Speech) {
    let statements = model.statements();
    let Some(check) = number.checked_sub(1).and_then(|index| statements.get(index)) else { return };
    let text = model.say(&check.expected);
    let said = if model.is_attested(&check.id) {
        msg!(plain_confirmed, number = number, text = Text::verbatim(text))
    } else {
        msg!(plain_taken_back, number = number, text = Text::verbatim(text))
    };
    speech.say(model.say(&said));
    let open = statements.iter().filter(|check| !model.is_attested(&check.id)).count();
    speech.say(model.say(&msg!(plain_statements_left, count = open)));
}

/// The checks of the step, those that are passed last.
fn checks(model: &Model) -> Vec<&CheckReport> {
    let mut checks: Vec<_> = model.step_report().map(|step| step.checks.iter().collect()).unwrap_or_default();
    checks.sort_by_key(|check| check.verdict.status == Status::Passed);
    checks
}

fn put(model: &Model, checks: &[&CheckReport], speech: &mut Speech) {
    let statements = model.statements();
    let number = |check: &CheckReport| statements.iter().position(|statement| statement.id == check.id);
    let folded = folded(checks);
    for check in folded.told {
        speech.gap();
        put_check(model, check, number(check), speech);
    }
    for text in folded.pending {
        speech.gap();
        speech.say(model.say(&msg!(plain_check, state = word(Status::Skipped), text = text.clone())));
    }
    if checks.iter().any(|check| number(check).is_some()) {
        speech.gap();
        speech.say(model.say(&msg!(plain_statements_how)));
    }
}

fn put_check(model: &Model, check: &CheckReport, statement: Option<usize>, speech: &mut Speech) {
    let status = check.verdict.status;
    let is_manual = status == Status::Manual;
    let state = if is_manual && model.is_attested(&check.id) {
        msg!(tui_confirmed)
    } else if is_manual || model.checks.done {
        check.word()
    } else {
        msg!(tui_not_known)
    };
    let advice = if check.required { String::new() } else { model.say(&msg!(advice_suffix)) };
    let expected = Text::verbatim(model.say(&check.expected) + &advice);
    let line = match statement {
        Some(index) => msg!(plain_statement, number = index + 1, state = state, text = expected),
        None => msg!(plain_check, state = state, text = expected),
    };
    speech.say(model.say(&line));
    // What nothing of the account shows is a statement, and says all that there is to say.
    let is_told = !is_manual || (check.from_account && !model.is_attested(&check.id));
    if status != Status::Passed && is_told && model.checks.done {
        for (part, text) in details(check) {
            match part {
                // Addresses and commands are there to be copied.
                Part::Repair(Means::Link | Means::Cli) => speech.bare(model.say(&text)),
                _ => speech.say(model.say(&text)),
            }
        }
    }
}
