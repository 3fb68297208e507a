//! Everything of one learner: who, how each step stands, and what isn't right with its cause and repair.

use crate::class::board::model::{Model, OpenLearner, Reading};
use crate::class::row::Row;
use crate::class::words::{length, look, marks, reason, said, standing, told as told_by_word};
use crate::i18n::Text;
use crate::msg;
use crate::report::{Report, explained};
use crate::terminal::content::{Sheet, Tone};
use crate::text::{pad, width};

/// Cells of the word for how a step stands.
const WORD: usize = 12;

pub fn page(model: &Model, sheet: &mut Sheet) {
    let Some(open) = &model.open else { return };
    let Some(row) = model.rows.get(&open.key) else { return };
    about(model, sheet, row);
    sheet.gap();
    findings(model, sheet, row, open);
    sheet.gap();
    steps(model, sheet, row);
}

fn about(model: &Model, sheet: &mut Sheet, row: &Row) {
    let name = model.say(&Text::verbatim(&row.name));
    let (sign, word) = standing(row);
    let now = match &row.current {
        Some(step) => msg!(class_cell, sign = sign, step = step, word = word),
        None => msg!(board_whole, sign = sign, word = word),
    };
    sheet.text(&[], &[(&name, Tone::Heading), ("  ", Tone::Plain), (&model.say(&now), Tone::Strong)]);
    let known = |value: &Option<String>| value.as_ref().map_or_else(|| msg!(account_unknown), Text::verbatim);
    let place = msg!(
        board_account,
        id = &row.id,
        account = known(&row.account),
        region = known(&row.region),
        time = model.clock_with_zone(row.read_at)
    );
    sheet.text(&[], &[(&model.say(&place), Tone::Dim)]);
    for (heading, value) in &row.more {
        sheet.text(&[], &[(&model.say(&msg!(class_more, heading = heading, value = value)), Tone::Dim)]);
    }
    if let Some(at) = row.finished_at {
        let time = model.clock_with_zone(at);
        sheet.text(&[], &[(&model.say(&msg!(class_finished_at, time = time)), Tone::Plain)]);
    }
    if let Some(said) = said(row) {
        sheet.text(&[], &[(&model.say(&said), Tone::Dim)]);
    }
    if let Some(told) = told_by_word(row) {
        sheet.text(&[], &[(&model.say(&told), Tone::Dim)]);
    }
    if let Some(marks) = marks(row, model.localizer.language()) {
        sheet.text(&[], &[(&model.say(&marks), Tone::Care)]);
    }
    if let Some(time) = row.standing_for(model.now).filter(|time| time.as_mins() > 0) {
        sheet.text(&[], &[(&model.say(&msg!(board_here_for, time = length(time))), Tone::Plain)]);
    }
}

fn findings(model: &Model, sheet: &mut Sheet, row: &Row, open: &OpenLearner) {
    match &open.report {
        Some(Ok(report)) => told(model, sheet, report),
        Some(Err(why)) => {
            let text = msg!(board_unread, reason = why.words(model.localizer.language()));
            sheet.text(&[], &[(&model.say(&text), Tone::Care)]);
        }
        None => {
            if let Some(reason) = reason(row, model.localizer.language()) {
                sheet.text(&[], &[(&model.say(&reason), Tone::Strong)]);
            }
            let text = if model.reading == Reading::Given { msg!(board_given_alone) } else { msg!(board_reading_one) };
            sheet.text(&[], &[(&model.say(&text), Tone::Dim)]);
        }
    }
}

/// The words of `explain`, laid out for the window.
fn told(model: &Model, sheet: &mut Sheet, report: &Report) {
    for line in explained(report, &[], &model.localizer).lines() {
        let text = line.trim_start();
        let indent = " ".repeat(line.len() - text.len());
        let tone = match indent.len() {
            0 => Tone::Strong,
            4 => Tone::Bad,
            _ => Tone::Plain,
        };
        sheet.text(&[(&indent, Tone::Plain)], &[(text, tone)]);
    }
}

fn steps(model: &Model, sheet: &mut Sheet, row: &Row) {
    if row.steps.is_empty() {
        return;
    }
    sheet.text(&[], &[(&model.say(&msg!(class_page_steps)), Tone::Heading)]);
    let column = row.steps.iter().map(|mark| width(&mark.id)).max().unwrap_or(0);
    for mark in &row.steps {
        let Some(seen) = row.look(&mark.id) else { continue };
        let (sign, word) = look(seen);
        let title = model.columns.iter().find(|known| known.id == mark.id).map(|known| known.title.clone());
        let title = title.map(|title| model.say(&Text::Lesson(title))).unwrap_or_default();
        let id = model.say(&Text::verbatim(&mark.id));
        let tone = if row.has_done(&mark.id) { Tone::Good } else { Tone::Care };
        let lead = format!("  {} {}  ", sign, pad(&id, column));
        let said = format!("{}  ", pad(&model.say(&word), WORD));
        sheet.text(&[(&lead, tone), (&said, tone)], &[(&title, Tone::Plain)]);
    }
}
