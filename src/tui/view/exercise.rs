//! One task of a step's exercise: its options with what is to be said of the chosen one, or the learner's own answer
//! with hint and model answer.
//!
//! ```text
//! Task 2 of 7
//! Where does the load balancer go?
//!
//!   1  Into the private subnets, beside the instances
//! ✗ 2  Into one public subnet
//!
//! Not quite. The right kind of place, but ...
//! ```

use crate::i18n::{Localized, Text};
use crate::lesson::exercise::{Choice, Form, Open, Task};
use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::text::sanitize;
use crate::tutor::model::Model;

pub fn page(model: &Model, sheet: &mut Sheet) {
    let (Some(step), Some(task)) = (model.step(), model.current_task()) else { return };
    let count = model.tasks(model.view.step).len();
    sheet.text(&[], &[(&model.say(&msg!(tui_task, number = model.view.task + 1, count = count)), Tone::Heading)]);
    sheet.text(&[], &[(&said(model, &task.question), Tone::Strong)]);
    sheet.gap();
    sheet.next_block();
    match &task.form {
        Form::Choice(choices) => options(model, sheet, task, choices),
        Form::Open(open) => own_answer(model, sheet, &step.id, task, open),
        Form::Report(_) => sheet.text(&[], &[(&model.say(&msg!(tui_report_how)), Tone::Dim)]),
        Form::Value(form) => {
            let entered = model.account.progress.as_ref().and_then(|progress| progress.entered(&form.value));
            put_own(model, sheet, entered, &msg!(tui_no_value));
        }
    }
}

fn said(model: &Model, text: &Localized) -> String {
    sanitize(text.get(model.localizer.language())).into_owned()
}

fn options(model: &Model, sheet: &mut Sheet, task: &Task, choices: &[Choice]) {
    let chosen = model.chosen(task);
    let may_judge = model.may_judge(task);
    for (index, choice) in choices.iter().enumerate() {
        let (sign, tone) = match (chosen == Some(&choice.id), choice.right) {
            (false, _) => (" ", Tone::Plain),
            (true, _) if !may_judge => ("▸", Tone::Strong),
            (true, true) => ("✓", Tone::Good),
            (true, false) => ("✗", Tone::Bad),
        };
        sheet.text(&[(&format!("{sign} {}  ", index + 1), tone)], &[(&said(model, &choice.text), tone)]);
    }
    sheet.gap();
    sheet.next_block();
    match chosen.and_then(|id| task.choice(id)) {
        None => sheet.text(&[], &[(&model.say(&msg!(tui_choose)), Tone::Dim)]),
        Some(_) if !may_judge => {
            sheet.text(&[], &[(&model.say(&msg!(guess_kept)), Tone::Good)]);
            sheet.text(&[], &[(&model.say(&msg!(guess_reveal_later)), Tone::Dim)]);
        }
        Some(choice) => {
            let because = Text::from(choice.because.clone());
            let (text, tone) = if choice.right {
                (msg!(tui_right, because = because), Tone::Good)
            } else {
                (msg!(tui_not_right, because = because), Tone::Care)
            };
            sheet.text(&[], &[(&model.say(&text), tone)]);
        }
    }
}

fn own_answer(model: &Model, sheet: &mut Sheet, step: &str, task: &Task, open: &Open) {
    let answer = model.account.progress.as_ref().and_then(|progress| progress.answered(step, &task.id));
    put_own(model, sheet, answer, &msg!(tui_no_answer));
    let shown = model.view.helps.get(&(model.view.step, model.view.task)).copied().unwrap_or(0);
    let parts = [(1, msg!(tui_task_hint), &open.hint), (2, msg!(tui_model_answer), &open.answer)];
    for (_, heading, text) in parts.iter().filter(|(from, ..)| shown >= *from) {
        sheet.gap();
        sheet.next_block();
        sheet.text(&[], &[(&model.say(heading), Tone::Heading)]);
        sheet.text(&[], &[(&said(model, text), Tone::Plain)]);
    }
    put_points(model, sheet);
    sheet.gap();
    sheet.next_block();
    let more = match (shown, answer.is_some()) {
        (0, _) => msg!(tui_task_hint_more),
        (1, false) => msg!(tui_model_answer_later),
        (1, true) => msg!(tui_model_answer_more),
        _ => msg!(tui_model_answer_compare),
    };
    sheet.text(&[], &[(&model.say(&more), Tone::Dim)]);
}

/// What a good answer has in it, for the learner to tick.
fn put_points(model: &Model, sheet: &mut Sheet) {
    let Some(points) = model.points() else { return };
    sheet.gap();
    sheet.next_block();
    sheet.text(&[], &[(&model.say(&msg!(exercise_points)), Tone::Heading)]);
    for (index, point) in points.iter().enumerate() {
        let (sign, tone) = if model.is_ticked(index + 1) { ("✓", Tone::Good) } else { (" ", Tone::Plain) };
        sheet.text(&[(&format!("{sign} {}  ", index + 1), tone)], &[(&said(model, point), tone)]);
    }
}

/// What the learner wrote, line by line.
fn put_own(model: &Model, sheet: &mut Sheet, own: Option<&str>, none: &Text) {
    sheet.text(&[], &[(&model.say(&msg!(tui_own_answer)), Tone::Heading)]);
    match own {
        None => sheet.text(&[], &[(&model.say(none), Tone::Dim)]),
        Some(text) => {
            for line in text.lines() {
                sheet.text(&[("  ", Tone::Plain)], &[(&sanitize(line), Tone::Plain)]);
            }
        }
    }
}
