//! Find the fault: who complains, what is seen in one look, what is to be answered, and what it was.
//!
//! ```text
//! [1:Map] 2:Target health 3:Rules ...
//!
//! Security group ec-site-web-sg
//!   sg-0d81a8d2b5a4485ac: 0 inbound rules, 1 outbound rule
//! ```

use crate::drill::{Choice, Line, Look, Stage};
use crate::i18n::Text;
use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::text::sanitize;
use crate::tutor::model::{DrillPane, Drilling, Model};

pub fn page(model: &Model, sheet: &mut Sheet) {
    let Some(drilling) = &model.drills.current else { return };
    match drilling.pane {
        DrillPane::Complaint => complaint(model, drilling, sheet),
        DrillPane::Look(look) => seen(model, drilling, look, sheet),
        DrillPane::Question => question(model, drilling, sheet),
        DrillPane::Told => told(model, drilling, sheet),
    }
}

/// What stands at the right of the title: which drill it is.
pub fn number(drilling: &Drilling) -> Text {
    msg!(drill_number, seed = drilling.round.seed.to_string(), grade = u32::from(drilling.round.drill.grade))
}

fn put(model: &Model, sheet: &mut Sheet, text: &Text, tone: Tone) {
    sheet.text(&[], &[(&model.say(text), tone)]);
}

fn complaint(model: &Model, drilling: &Drilling, sheet: &mut Sheet) {
    put(model, sheet, &drilling.round.drill.symptom.complaint(), Tone::Strong);
    sheet.gap();
    put(model, sheet, &msg!(drill_about), Tone::Plain);
    sheet.gap();
    put(model, sheet, &msg!(drill_looks), Tone::Heading);
    for (index, look) in Look::ALL.into_iter().enumerate() {
        let is_known = drilling.round.looked.contains(&look);
        let text = if is_known { msg!(drill_looked_at, title = look.title()) } else { look.title() };
        let tone = if is_known { Tone::Dim } else { Tone::Plain };
        sheet.text(&[(&format!(" {}  ", index + 1), Tone::Key)], &[(&model.say(&text), tone)]);
    }
    sheet.gap();
    put(model, sheet, &used(drilling), Tone::Dim);
    put(model, sheet, &msg!(drill_how), Tone::Dim);
}

fn used(drilling: &Drilling) -> Text {
    msg!(drill_used, looks = drilling.round.looked.len(), tries = drilling.round.tries)
}

fn seen(model: &Model, drilling: &Drilling, shown: Look, sheet: &mut Sheet) {
    let mut titles: Vec<(String, Tone)> = Vec::new();
    for (index, look) in Look::ALL.into_iter().enumerate() {
        let title = format!("{}:{}", index + 1, model.say(&look.title()));
        let tab = if look == shown { (format!("[{title}] "), Tone::Strong) } else { (format!("{title} "), Tone::Dim) };
        titles.push(tab);
    }
    let titles: Vec<(&str, Tone)> = titles.iter().map(|(title, tone)| (title.as_str(), *tone)).collect();
    sheet.text(&[], &titles);
    for line in shown.lines(&drilling.scene.snapshot, &model.lesson.values) {
        sheet.next_block();
        match line {
            Line::Heading(text) => {
                sheet.gap();
                put(model, sheet, &text, Tone::Heading);
            }
            Line::Fact(text) => sheet.text(&[("  ", Tone::Plain)], &[(&model.say(&text), Tone::Plain)]),
            Line::Bare(text) => sheet.text(&[("  ", Tone::Plain)], &[(&sanitize(&text), Tone::Plain)]),
        }
    }
}

fn question(model: &Model, drilling: &Drilling, sheet: &mut Sheet) {
    let values = &model.lesson.values;
    let text = match drilling.round.stage {
        Stage::Repair => {
            let place =
                drilling.round.drill.places.first().map_or_else(|| msg!(drill_none), |place| place.title(values));
            put(model, sheet, &msg!(drill_place_found, place = place), Tone::Good);
            msg!(drill_question_fix)
        }
        Stage::Place | Stage::Solved | Stage::GivenUp => msg!(drill_question_place),
    };
    put(model, sheet, &text, Tone::Strong);
    sheet.gap();
    for (index, choice) in drilling.round.choices().into_iter().enumerate() {
        sheet.next_block();
        if choice == Choice::GiveUp {
            sheet.gap();
        }
        let is_chosen = index == model.view.cursor;
        let is_out = drilling.round.is_ruled_out(index);
        let text = if is_out { msg!(drill_ruled_out, choice = choice.text(values)) } else { choice.text(values) };
        let tone = match (is_chosen, is_out) {
            (true, _) => Tone::Selected,
            (false, true) => Tone::Dim,
            (false, false) => Tone::Plain,
        };
        let lead = format!(" {} {:>2}  ", if is_chosen { "▸" } else { " " }, index + 1);
        sheet.text(&[(&lead, tone)], &[(&model.say(&text), tone)]);
    }
}

fn told(model: &Model, drilling: &Drilling, sheet: &mut Sheet) {
    let round = &drilling.round;
    let (text, tone) = match round.stage {
        Stage::Solved => (msg!(drill_solved), Tone::Good),
        Stage::Place | Stage::Repair | Stage::GivenUp => (msg!(drill_given_up), Tone::Care),
    };
    put(model, sheet, &text, tone);
    if let Some(run) = round.run() {
        put(model, sheet, &run.result(), Tone::Dim);
    }
    sheet.gap();
    if let Some(told) = &drilling.scene.told {
        put(model, sheet, &msg!(drill_cause, cause = told.diagnosis.cause.text.clone()), Tone::Strong);
        let fix = [vec![round.drill.fix.text(&model.lesson.values)], told.repair.clone()].concat();
        list(model, sheet, &msg!(drill_evidence), &told.diagnosis.evidence);
        list(model, sheet, &msg!(drill_repair), &fix);
        list(model, sheet, &msg!(drill_consequences), &told.diagnosis.consequences);
    }
    sheet.gap();
    put(model, sheet, &msg!(drill_again, seed = round.seed.to_string()), Tone::Dim);
}

fn list(model: &Model, sheet: &mut Sheet, heading: &Text, texts: &[Text]) {
    if texts.is_empty() {
        return;
    }
    sheet.gap();
    sheet.next_block();
    put(model, sheet, heading, Tone::Heading);
    for text in texts {
        sheet.text(&[(" - ", Tone::Plain)], &[(&model.say(text), Tone::Plain)]);
    }
}
