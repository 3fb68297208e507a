//! The exercise of a step: choosing, answering, entering values.

use std::collections::BTreeMap;

use super::check;
use super::news::announce;
use super::pen;
use super::progress::save;
use crate::lesson::exercise::{Form, Task};
use crate::msg;
use crate::progress::{StepState, due_again, first_tries, is_answered, record, settle};
use crate::tutor::editor::Draft;
use crate::tutor::message::Effect;
use crate::tutor::model::{Model, Notice, Offer, Page, Tab};
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
        model.view.recall = false;
        let open = first_open(model, 0);
        show_task(model, open.unwrap_or(0));
        // What only asks for a value is entered at once.
        if open.is_some()
            && matches!(model.current_task().map(|task| &task.form), Some(Form::Value(_) | Form::Report(_)))
        {
            write(model);
        }
    }
}

/// Goes to the next task that isn't answered, back to the step once there is none. From a guess it goes on to the look.
pub fn go_on(model: &mut Model) -> Vec<Effect> {
    if model.view.recall {
        recall_after(model, Some((model.view.step, model.view.task)));
        return Vec::new();
    }
    if model.current_task().is_some_and(|task| task.predict) {
        let looks = model.looks_next();
        model.view.page = Page::Step;
        return if looks { check::want(model) } else { Vec::new() };
    }
    let after = model.view.task + 1;
    if let Some(task) = first_open(model, after).or_else(|| first_open(model, 0)) {
        show_task(model, task);
    } else {
        model.view.page = Page::Step;
        tell_score(model);
    }
    Vec::new()
}

/// Goes back from a guess to its step, where the results of a look are shown.
pub fn leave_guess(model: &mut Model) {
    if model.view.page == Page::Exercise && model.current_task().is_some_and(|task| task.predict) {
        model.view.page = Page::Step;
    }
}

/// The last word on an exercise: how much of it was right the first time.
fn tell_score(model: &mut Model) {
    let Some((step, progress)) = model.step().zip(model.account.progress.as_ref()) else { return };
    if let Some((right, all)) = first_tries(step, progress) {
        let is_done = model.state(model.view.step) == StepState::Done;
        let is_last = model.view.step + 1 == model.lesson.steps.len();
        let offer = if is_done && !is_last { Offer::NextStep } else { Offer::Nothing };
        model.view.notice =
            Some(Notice { text: msg!(exercise_score, right = right, all = all), tone: Tone::Good, offer });
    }
}

/// Asks for the guess of an open step before the account is looked at, once; whether it does.
pub fn ask_first(model: &mut Model) -> bool {
    let step = model.view.step;
    let is_its_time = model.view.page == Page::Step
        && model.state(step) == StepState::Open
        && model.account.progress.is_some()
        && model.guess().is_some_and(|task| !is_guessed(model, task));
    if !is_its_time || !model.view.asked.insert(step) {
        return false;
    }
    let guess = model.tasks(step).iter().position(|task| task.predict).unwrap_or(0);
    model.view.page = Page::Exercise;
    model.view.recall = false;
    show_task(model, guess);
    model.view.notice = Some(Notice::new(Tone::Plain, msg!(guess_first)));
    true
}

fn is_guessed(model: &Model, task: &Task) -> bool {
    let step = model.step().map(|step| step.id.as_str()).unwrap_or_default();
    model.account.progress.as_ref().is_some_and(|progress| progress.first(step, &task.id).is_some())
}

/// Asks guesses of an earlier day again, from the first.
pub fn recall(model: &mut Model) {
    recall_after(model, None);
}

/// Says that guesses of an earlier day wait to be asked again, where some do.
pub fn remind(model: &mut Model) {
    let due = due(model).len();
    if due > 0 && model.view.notice.is_none() {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(guess_again, count = due)));
    }
}

fn due(model: &Model) -> Vec<(usize, usize)> {
    model.account.progress.as_ref().map(|progress| due_again(&model.lesson, progress, model.now)).unwrap_or_default()
}

fn recall_after(model: &mut Model, last: Option<(usize, usize)>) {
    let next = due(model).into_iter().find(|place| last.is_none_or(|last| *place > last));
    if let Some((step, task)) = next {
        (model.view.step, model.view.cursor, model.view.page) = (step, step, Page::Exercise);
        model.view.recall = true;
        show_task(model, task);
        return;
    }
    if std::mem::take(&mut model.view.recall) && last.is_some() {
        model.view.page = Page::Steps;
        model.view.notice = Some(Notice::new(Tone::Good, msg!(guess_again_done)));
    } else {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(guess_again_none)));
    }
}

/// Shows the task after this one, or the one before.
pub fn turn(model: &mut Model, by: isize) {
    let tasks = model.tasks(model.view.step).len();
    if let Some(task) = model.view.task.checked_add_signed(by).filter(|task| *task < tasks) {
        show_task(model, task);
    }
}

/// Chooses the option of this number, or ticks the key point of it.
pub fn choose(model: &mut Model, number: u8) -> Vec<Effect> {
    if matches!(model.current_task().map(|task| &task.form), Some(Form::Open(_))) {
        return tick(model, usize::from(number));
    }
    let option = usize::from(number).checked_sub(1);
    let chosen = option.and_then(|index| model.current_task()?.choices().get(index)).map(|choice| choice.id.clone());
    let (Some(option), Some((step, task))) = (chosen, ids(model, model.view.step, model.view.task)) else {
        return Vec::new();
    };
    let now = model.now;
    let recall = model.view.recall;
    let Some(progress) = progress(model) else { return Vec::new() };
    if recall {
        progress.recall(&step, &task, &option, now);
        return save(model);
    }
    progress.choose(&step, &task, &option, now);
    note_done(model)
}

/// Ticks a key point below the model answer, or takes the tick back.
fn tick(model: &mut Model, number: usize) -> Vec<Effect> {
    let now = model.now;
    let shown = model.points().is_some_and(|points| (1..=points.len()).contains(&number));
    let Some((step, task)) = ids(model, model.view.step, model.view.task).filter(|_| shown) else { return Vec::new() };
    let Some(progress) = progress(model) else { return Vec::new() };
    progress.tick(&step, &task, number, now);
    save(model)
}

/// Begins to write the answer, or to enter the value, that the task asks for.
pub fn write(model: &mut Model) {
    let (step, task) = (model.view.step, model.view.task);
    match model.current_task().map(|task| &task.form) {
        Some(Form::Open(_)) => pen::begin(model, Draft::Answer { step, task }),
        Some(Form::Value(_) | Form::Report(_)) => pen::begin(model, Draft::Value { step, task }),
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
    let form = match model.task(step, task).map(|task| &task.form) {
        Some(Form::Value(form)) => form,
        Some(Form::Report(form)) => {
            let checks = form.checks.clone();
            return report(model, step, &checks);
        }
        Some(Form::Choice(_) | Form::Open(_)) | None => return Vec::new(),
    };
    let (name, now) = (form.value.clone(), model.now);
    let Some(progress) = progress(model) else { return Vec::new() };
    progress.enter(&name, value, now);
    let mut effects = note_done(model);
    effects.push(fill_in(model));
    model.view.notice = Some(Notice::new(Tone::Good, msg!(tui_value_kept)));
    effects
}

/// Confirms what the line that was pasted back says of these checks: it was judged before it came here.
fn report(model: &mut Model, step: usize, checks: &[String]) -> Vec<Effect> {
    let (now, id) = (model.now, model.lesson.steps.get(step).map(|step| step.id.clone()).unwrap_or_default());
    let Some(progress) = progress(model) else { return Vec::new() };
    for check in checks {
        progress.attest(&id, check, true, now);
    }
    model.view.page = Page::Step;
    model.view.tab = Tab::Results;
    model.view.notice = Some(Notice::new(Tone::Good, msg!(tui_report_kept, count = checks.len())));
    note_done(model)
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
