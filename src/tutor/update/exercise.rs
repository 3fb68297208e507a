//! The exercise of a step: choosing, answering, entering values.

use std::collections::BTreeMap;

use super::news::announce;
use super::pen;
use super::progress::save;
use crate::lesson::exercise::{Form, Task};
use crate::msg;
use crate::progress::{StepState, is_answered, record, settle};
use crate::tutor::editor::Draft;
use crate::tutor::message::Effect;
use crate::tutor::model::{Model, Notice, Page};
use crate::tutor::tone::Tone;

/// Shows the exercise of the step, at the first task that isn't answered.
pub fn open(model: &mut Model) {
    let step = model.view.step;
    if model.tasks(step).is_empty() {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_no_exercise)));
    } else if model.state(step) == StepState::Locked {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_locked)));
    } else {
        model.view.page = Page::Exercise;
        let open = first_open(model, 0);
        show_task(model, open.unwrap_or(0));
        // What only asks for a value is entered at once.
        if open.is_some() && matches!(model.current_task().map(|task| &task.form), Some(Form::Value(_))) {
            write(model);
        }
    }
}

/// Goes to the next task that isn't answered, back to the step once there is none.
pub fn go_on(model: &mut Model) {
    let after = model.view.task + 1;
    match first_open(model, after).or_else(|| first_open(model, 0)) {
        Some(task) => show_task(model, task),
        None => model.view.page = Page::Step,
    }
}

/// Shows the task after this one, or the one before.
pub fn turn(model: &mut Model, by: isize) {
    let tasks = model.tasks(model.view.step).len();
    if let Some(task) = model.view.task.checked_add_signed(by).filter(|task| *task < tasks) {
        show_task(model, task);
    }
}

/// Chooses the option of this number.
pub fn choose(model: &mut Model, number: u8) -> Vec<Effect> {
    let option = usize::from(number).checked_sub(1);
    let chosen = option.and_then(|index| model.current_task()?.choices().get(index)).map(|choice| choice.id.clone());
    let (Some(option), Some((step, task))) = (chosen, ids(model, model.view.step, model.view.task)) else {
        return Vec::new();
    };
    let now = model.now;
    let Some(progress) = progress(model) else { return Vec::new() };
    progress.choose(&step, &task, &option, now);
    note_done(model)
}

/// Begins to write the answer, or to enter the value, that the task asks for.
pub fn write(model: &mut Model) {
    let (step, task) = (model.view.step, model.view.task);
    match model.current_task().map(|task| &task.form) {
        Some(Form::Open(_)) => pen::begin(model, Draft::Answer { step, task }),
        Some(Form::Value(_)) => pen::begin(model, Draft::Value { step, task }),
        Some(Form::Choice(_)) | None => {}
    }
}

/// Shows the hint, then the model answer, which wants an answer of one's own first.
pub fn help(model: &mut Model) {
    let place = (model.view.step, model.view.task);
    let shown = model.view.helps.get(&place).copied().unwrap_or(0);
    let answered = model.current_task().is_some_and(|task| is_answered_here(model, task));
    match (model.current_task().map(|task| &task.form), shown) {
        (Some(Form::Open(_)), 1..) if !answered => {
            model.view.notice = Some(Notice::new(Tone::Care, msg!(tui_own_answer_first)));
        }
        (Some(Form::Open(_)), shown) => {
            model.view.helps.insert(place, (shown + 1).min(2));
        }
        _ => {}
    }
}

/// Keeps the learner's answer.
pub fn answer(model: &mut Model, step: usize, task: usize, text: &str) -> Vec<Effect> {
    let (now, Some((step, task))) = (model.now, ids(model, step, task)) else { return Vec::new() };
    let Some(progress) = progress(model) else { return Vec::new() };
    if progress.answered(&step, &task).unwrap_or_default() == text {
        return Vec::new();
    }
    progress.answer(&step, &task, text, now);
    note_done(model)
}

/// Keeps a value that the learner entered, and has the lesson filled with it.
pub fn enter(model: &mut Model, step: usize, task: usize, value: &str) -> Vec<Effect> {
    let Some(Form::Value(form)) = model.task(step, task).map(|task| &task.form) else { return Vec::new() };
    let (name, now) = (form.value.clone(), model.now);
    let Some(progress) = progress(model) else { return Vec::new() };
    progress.enter(&name, value, now);
    let mut effects = note_done(model);
    effects.push(fill_in(model));
    model.view.notice = Some(Notice::new(Tone::Good, msg!(tui_value_kept)));
    effects
}

/// Has the lesson filled with the values that the learner entered.
pub fn fill_in(model: &Model) -> Effect {
    Effect::FillIn { values: entered(model) }
}

/// The values that the learner entered.
pub fn entered(model: &Model) -> BTreeMap<String, String> {
    let entered = model.account.progress.iter().flat_map(|progress| &progress.values);
    let values = entered.filter(|(_, entry)| !entry.text.is_empty());
    values.map(|(name, entry)| (name.clone(), entry.text.clone())).collect()
}

/// Notes what is done by the exercise, and keeps it.
fn note_done(model: &mut Model) -> Vec<Effect> {
    let (was, now) = (model.state(model.view.step), model.now);
    let Some(progress) = &mut model.account.progress else { return Vec::new() };
    settle(&model.lesson, progress, now);
    record(&model.checks.report, progress, now);
    if model.state(model.view.step) == StepState::Done && was != StepState::Done {
        announce(model, was);
    }
    save(model)
}

fn progress(model: &mut Model) -> Option<&mut crate::progress::Progress> {
    if model.account.progress.is_none() {
        model.view.notice = Some(Notice::new(Tone::Care, msg!(tui_account_first)));
    }
    model.account.progress.as_mut()
}

fn ids(model: &Model, step: usize, task: usize) -> Option<(String, String)> {
    Some((model.lesson.steps.get(step)?.id.clone(), model.task(step, task)?.id.clone()))
}

fn first_open(model: &Model, from: usize) -> Option<usize> {
    let tasks = model.tasks(model.view.step).iter().enumerate().skip(from);
    tasks.filter(|(_, task)| !is_answered_here(model, task)).map(|(index, _)| index).next()
}

fn is_answered_here(model: &Model, task: &Task) -> bool {
    let step = model.step().map(|step| step.id.as_str()).unwrap_or_default();
    model.account.progress.as_ref().is_some_and(|progress| is_answered(step, task, progress))
}

fn show_task(model: &mut Model, task: usize) {
    model.view.task = task;
    let pane = model.view.pane();
    model.view.scroll.insert(pane, 0);
}
