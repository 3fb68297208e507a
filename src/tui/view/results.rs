//! What the checks of a step found: what isn't right first, then the rest.
//!
//! ```text
//! Checked at 12:03:05: 3 left.
//!
//! ✗ failed     Inbound: TCP 80 from 0.0.0.0/0, and nothing else
//!     Found: There is no inbound rule.
//!     What to do: ...
//!     Why it matters: ...
//! - skipped    2 checks: Not checked yet, because ...
//! ! your word  1. pm2 list shows no application - not confirmed
//! ✓ passed     VPC ec-site-vpc exists
//! ```

use super::{guess, lesson};
use crate::i18n::Text;
use crate::msg;
use crate::report::{CheckReport, Part, StepReport, details, folded, symbol, word};
use crate::terminal::content::{Sheet, Tone};
use crate::text::{pad, width};
use crate::times::second;
use crate::tutor::model::{Caller, Model};
use crate::verify::Status;

pub fn tab(model: &Model, sheet: &mut Sheet) {
    if let Caller::Unseen { what, fix } = &model.account.caller {
        sheet.text(&[], &[(&model.say(&msg!(tui_nothing_read)), Tone::Bad)]);
        sheet.text(&[], &[(&model.say(what), Tone::Plain)]);
        sheet.text(&[], &[(&model.say(&msg!(line_fix, text = fix.clone())), Tone::Plain)]);
        sheet.gap();
    }
    if lesson::locked(model, sheet) {
        return;
    }
    if let Some(text) = model.was_cleaned() {
        sheet.text(&[], &[(&model.say(&text), Tone::Plain)]);
        return;
    }
    let Some(step) = model.step_report() else { return };
    put_head(model, sheet, step);
    let mut checks: Vec<&CheckReport> = step.checks.iter().collect();
    checks.sort_by_key(|check| check.verdict.status == Status::Passed);
    sheet.gap();
    let folded = folded(&checks);
    let (open, passed): (Vec<_>, Vec<_>) =
        folded.told.into_iter().partition(|check| check.verdict.status != Status::Passed);
    for check in open {
        sheet.next_block();
        put_check(model, sheet, check);
    }
    for text in &folded.pending {
        sheet.next_block();
        let lead = lead(model, symbol(Status::Skipped), &model.say(&word(Status::Skipped)));
        sheet.text(&[(&lead, Tone::Dim)], &[(&model.say(text), Tone::Plain)]);
    }
    for check in passed {
        sheet.next_block();
        put_check(model, sheet, check);
    }
    put_history(model, sheet, step);
    if model.checks.done {
        guess::reveal(model, sheet);
    }
}

/// What the account's own alarms and activities tell.
fn put_history(model: &Model, sheet: &mut Sheet, step: &StepReport) {
    if step.history.is_empty() {
        return;
    }
    sheet.gap();
    sheet.next_block();
    sheet.text(&[], &[(&model.say(&msg!(history_title)), Tone::Heading)]);
    for entry in &step.history {
        sheet.next_block();
        let text = entry.said(model.localizer.zone(), model.checks.report.checked_at);
        sheet.text(&[("  - ", Tone::Dim)], &[(&model.say(&text), Tone::Plain)]);
    }
}

/// When the checks were made, how to give one's word, and how to copy what mends the rest.
fn put_head(model: &Model, sheet: &mut Sheet, step: &StepReport) {
    let manual = model.statements().len();
    let mut head = Vec::new();
    if step.checks.is_empty() {
        head.push(msg!(tui_no_checks));
    } else if manual < step.checks.len() && model.checks.done {
        let time = second(model.checks.report.checked_at, model.localizer.zone());
        head.push(msg!(results_checked_at, time = time, left = model.left()));
    } else if manual < step.checks.len() && model.checks.running.is_none() {
        head.push(msg!(tui_not_checked));
    }
    if manual > 0 {
        head.push(msg!(tui_statements_how));
    }
    if model.checks.done && !model.repairs().is_empty() {
        head.push(msg!(tui_repairs_how));
    }
    if let Some(text) = &model.checks.other_caller {
        sheet.text(&[], &[(&model.say(text), Tone::Care)]);
    }
    for text in head {
        sheet.text(&[], &[(&model.say(&text), Tone::Dim)]);
    }
}

fn put_check(model: &Model, sheet: &mut Sheet, check: &CheckReport) {
    let status = check.verdict.status;
    let is_manual = status == Status::Manual;
    if !model.checks.done && !is_manual {
        sheet.text(&[("  - ", Tone::Dim)], &[(&model.say(&check.expected), Tone::Plain)]);
        return;
    }
    let (sign, status_word, tone) = if is_manual && model.is_attested(&check.id) {
        (symbol(Status::Passed), model.say(&msg!(tui_confirmed)), Tone::Good)
    } else {
        (check.sign(), model.say(&check.word()), check_tone(check))
    };
    let lead = lead(model, sign, &status_word);
    let expected = expected(model, check);
    let style = if status == Status::Passed { Tone::Plain } else { Tone::Strong };
    let is_fresh = model.checks.fresh.iter().any(|(step, id)| *id == check.id && is_shown(model, step));
    let mark = if is_fresh { format!("  {}", model.say(&msg!(tui_new))) } else { String::new() };
    sheet.text(&[(&lead, tone)], &[(&expected, style), (&mark, Tone::Key)]);
    // What nothing of the account shows is a statement, and says all that there is to say.
    if !is_manual || (model.checks.done && check.from_account && !model.is_attested(&check.id)) {
        put_details(model, sheet, check);
    }
}

/// A sign and a word, so that what follows stands in one column.
fn lead(model: &Model, sign: &str, word: &str) -> String {
    format!("{sign} {}  ", pad(word, word_width(model)))
}

fn is_shown(model: &Model, step: &str) -> bool {
    model.step().is_some_and(|shown| shown.id == step)
}

/// Statements that only the learner can tell carry the number that confirms them.
fn expected(model: &Model, check: &CheckReport) -> String {
    let advice = if check.required { String::new() } else { model.say(&msg!(advice_suffix)) };
    let said = model.say(&check.expected) + &advice;
    match model.statements().iter().position(|statement| statement.id == check.id) {
        Some(index) => model.say(&msg!(tui_statement, number = index + 1, text = Text::verbatim(said))),
        None => said,
    }
}

fn put_details(model: &Model, sheet: &mut Sheet, check: &CheckReport) {
    let details = details(check);
    if details.is_empty() {
        return;
    }
    for (part, text) in details {
        let (lead, tone) = match part {
            Part::Evidence | Part::Consequence | Part::Goal => ("      ", Tone::Plain),
            Part::Cause | Part::Fix => ("    ", Tone::Strong),
            Part::Repair(_) => ("      ", Tone::Code),
            Part::Found | Part::Why => ("    ", Tone::Plain),
        };
        sheet.text(&[(lead, Tone::Plain)], &[(&model.say(&text), tone)]);
    }
    sheet.gap();
}

fn word_width(model: &Model) -> usize {
    let statuses = [Status::Passed, Status::Failed, Status::Waiting, Status::Unknown, Status::Manual, Status::Skipped];
    let words = statuses.map(word).into_iter().chain([msg!(tui_confirmed), msg!(status_not_yet)]);
    words.map(|word| width(&model.say(&word))).max().unwrap_or(0)
}

fn check_tone(check: &CheckReport) -> Tone {
    match check.verdict.status {
        Status::Failed if check.is_not_yet() => Tone::Care,
        Status::Passed => Tone::Good,
        Status::Failed => Tone::Bad,
        Status::Waiting | Status::Unknown | Status::Manual => Tone::Care,
        Status::Skipped => Tone::Dim,
    }
}
