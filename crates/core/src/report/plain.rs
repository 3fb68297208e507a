//! A report as lines of text, for terminals, pipes and screen readers.

use jiff::tz::TimeZone;

use super::unread::{self, unread};
use super::{CheckReport, Report, StepReport, details, folded};
use crate::i18n::{Localizer, Text};
use crate::msg;
use crate::times::offset;
use crate::verify::Status;

/// A sign for a status, one cell wide in every terminal; always shown beside the word.
#[must_use]
pub fn symbol(status: Status) -> &'static str {
    match status {
        Status::Passed => "✓",
        Status::Failed => "✗",
        Status::Waiting => "~",
        Status::Unknown => "?",
        Status::Manual => "!",
        Status::Skipped => "-",
    }
}

/// The word for a status.
#[must_use]
pub fn word(status: Status) -> Text {
    match status {
        Status::Passed => msg!(status_passed),
        Status::Failed => msg!(status_failed),
        Status::Waiting => msg!(status_waiting),
        Status::Unknown => msg!(status_unknown),
        Status::Manual => msg!(status_manual),
        Status::Skipped => msg!(status_skipped),
    }
}

/// What is said of steps that wait for an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locked {
    /// All of them in one line, by their ids.
    InOneLine,
    /// As much as of the others: somebody asked for them.
    InFull,
}

/// The whole report: a line a step, and under it everything that is not passed. One reason for not knowing, such as
/// expired credentials, is told once, and alone where nothing could be read because of it. Times of what happened are those of `zone`.
#[must_use]
pub fn plain(report: &Report, locked: &[bool], say: Locked, localizer: &Localizer, zone: &TimeZone) -> String {
    let unknown = || localizer.say(&msg!(account_unknown));
    let account = report.identity.as_ref().map_or_else(unknown, |identity| identity.account.clone());
    let region = report.region.clone().unwrap_or_else(unknown);
    let header = localizer.say(&msg!(check_header, account = account, region = region)) + "\n";
    let Some(why) = unread(report) else { return header + &steps(report, locked, say, localizer, zone) };
    // What is wrong all the same, such as another region than the lesson's.
    let failed = report.steps.iter().flat_map(|step| &step.checks);
    let failed = failed.filter(|check| check.verdict.status == Status::Failed);
    let mut lines = unread::lines(why, localizer);
    for head in failed.map(|check| head_line(check, localizer)) {
        if !lines.contains(&head) {
            lines.push(head);
        }
    }
    header + &lines.into_iter().map(|line| line + "\n").collect::<String>()
}

/// As [`plain`], without saying whose account it is, and with every step in full.
#[must_use]
pub fn plain_steps(report: &Report, locked: &[bool], localizer: &Localizer, zone: &TimeZone) -> String {
    steps(report, locked, Locked::InFull, localizer, zone)
}

fn steps(report: &Report, locked: &[bool], say: Locked, localizer: &Localizer, zone: &TimeZone) -> String {
    let mut shut: Vec<&str> = Vec::new();
    let mut lines = Vec::new();
    let mut told: Vec<&Text> = Vec::new();
    for (step, locked) in report.steps.iter().zip(locked) {
        if *locked && say == Locked::InOneLine {
            shut.push(&step.id);
            continue;
        }
        let title = Text::Lesson(step.title.clone());
        let line = msg!(step_line, symbol = step.sign(), word = step.word(), id = &step.id, title = title);
        let locked = if *locked { localizer.say(&msg!(step_locked_suffix)) } else { String::new() };
        lines.push(format!("{}{locked}", localizer.say(&line)));
        let folded = folded(&step.checks.iter().collect::<Vec<_>>());
        for check in folded.told {
            let known = check.verdict.status == Status::Unknown && told.contains(&&check.verdict.actual);
            lines.extend(if known { vec![head_line(check, localizer)] } else { check_lines(check, localizer) });
            told.push(&check.verdict.actual);
        }
        let pending = folded.pending.iter().map(|text| localizer.say(text));
        lines.extend(pending.map(|text| format!("    {} {text}", symbol(Status::Skipped))));
        lines.extend(history_lines(report, step, localizer, zone));
    }
    if !shut.is_empty() {
        let ids = Text::list(shut.iter().copied());
        let line = msg!(check_locked, symbol = symbol(Status::Skipped), count = shut.len(), steps = ids);
        lines.push(localizer.say(&line));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

fn history_lines(report: &Report, step: &StepReport, localizer: &Localizer, zone: &TimeZone) -> Vec<String> {
    if step.history.is_empty() {
        return Vec::new();
    }
    let entries = step.history.iter().map(|entry| entry.said(zone, report.checked_at));
    let entries = entries.map(|text| format!("      {}", localizer.say(&text)));
    let title = msg!(history_title_clock, clock = offset(report.checked_at, zone));
    std::iter::once(format!("    {}", localizer.say(&title))).chain(entries).collect()
}

/// A check in one line.
pub fn head_line(check: &CheckReport, localizer: &Localizer) -> String {
    let mark = if check.required { String::new() } else { localizer.say(&msg!(advice_suffix)) };
    format!("    {} {}{mark}", check.sign(), localizer.say(&check.expected))
}

fn check_lines(check: &CheckReport, localizer: &Localizer) -> Vec<String> {
    let details = details(check).into_iter().map(|(_, text)| format!("      {}", localizer.say(&text)));
    std::iter::once(head_line(check, localizer)).chain(details).collect()
}
