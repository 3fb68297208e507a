//! What the checks of a step found: what isn't right first, then the rest.
//!
//! ```text
//! Checked at 12:03:05
//!
//! 3 checks aren't passed yet: in short, then one by one.     (where there are that many)
//!   ✗ Inbound: TCP 80 from 0.0.0.0/0, and nothing else
//!
//! ✗ failed     Inbound: TCP 80 from 0.0.0.0/0, and nothing else
//!              Found: There is no inbound rule.
//!              Why it matters: ...
//!              What to do: ...
//! ! your word  1. pm2 list shows no application - not confirmed
//! ✓ passed     VPC ec-site-vpc exists
//! ```

use super::{guess, lesson};
use crate::i18n::Text;
use crate::msg;
use crate::report::{CheckReport, Part, StepReport, details, overview, symbol, word};
use crate::terminal::content::{Sheet, Tone};
use crate::text::{pad, shorten, width};
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
    let Some(step) = model.step_report() else { return };
    put_head(model, sheet, step);
    let mut checks: Vec<&CheckReport> = step.checks.iter().collect();
    checks.sort_by_key(|check| check.verdict.status == Status::Passed);
    sheet.gap();
    put_overview(model, sheet, &checks);
    for check in checks {
        sheet.next_block();
        put_check(model, sheet, check);
    }
    put_history(model, sheet, step);
    if model.checks.done {
        guess::reveal(model, sheet);
    }
}

/// What isn't passed, a line each, where that is much.
fn put_overview(model: &Model, sheet: &mut Sheet, checks: &[&CheckReport]) {
    let Some(overview) = overview(checks).filter(|_| model.checks.done) else { return };
    sheet.next_block();
    sheet.text(&[], &[(&model.say(&msg!(overview_title, count = overview.count())), Tone::Heading)]);
    for (check, what) in &overview.heads {
        let lead = format!("  {} ", symbol(check.verdict.status));
        let room = sheet.width().saturating_sub(width(&lead));
        let whole = model.say(&msg!(overview_head, expected = check.expected.clone(), what = (*what).clone()));
        // Half a reason is none; it stands below in full.
        let head = if width(&whole) <= room { whole } else { shorten(&model.say(&check.expected), room) };
        sheet.line(vec![(lead, status_tone(check.verdict.status)), (head, Tone::Plain)]);
    }
    if overview.skipped > 0 {
        let lead = format!("  {} ", symbol(Status::Skipped));
        sheet.text(
            &[(&lead, Tone::Dim)],
            &[(&model.say(&msg!(overview_skipped, count = overview.skipped)), Tone::Plain)],
        );
    }
    sheet.gap();
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
        head.push(msg!(tui_checked_at, time = second(model.checks.report.checked_at, model.localizer.zone())));
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
        (symbol(status), model.say(&word(status)), status_tone(status))
    };
    let lead = format!("{sign} {}  ", pad(&status_word, word_width(model)));
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
    let words = statuses.map(word).into_iter().chain([msg!(tui_confirmed)]);
    words.map(|word| width(&model.say(&word))).max().unwrap_or(0)
}

fn status_tone(status: Status) -> Tone {
    match status {
        Status::Passed => Tone::Good,
        Status::Failed => Tone::Bad,
        Status::Waiting | Status::Unknown | Status::Manual => Tone::Care,
        Status::Skipped => Tone::Dim,
    }
}
