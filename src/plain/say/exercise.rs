//! One task of a step's exercise: its options by number, or the learner's own answer with hint and model answer.

use super::blocks::numbered;
use crate::i18n::{Localized, Text};
use crate::lesson::exercise::{Form, Task};
use crate::msg;
use crate::plain::speech::Speech;
use crate::progress::is_answered;
use crate::text::sanitize;
use crate::tutor::model::Model;

/// Shows the hint from here on, and the model answer from 2 on.
const MODEL_ANSWER: usize = 2;

pub fn task(model: &Model, speech: &mut Speech) {
    let (Some(step), Some(task)) = (model.step(), model.current_task()) else { return };
    let count = model.tasks(model.view.step).len();
    speech.heading(model.say(&msg!(tui_task, number = model.view.task + 1, count = count)));
    speech.say(said(model, &task.question));
    let progress = model.account.progress.as_ref();
    match &task.form {
        Form::Choice(choices) => {
            for (index, choice) in choices.iter().enumerate() {
                speech.say(numbered(index, &said(model, &choice.text)));
            }
            chosen(model, speech);
        }
        Form::Open(_) => {
            own(model, progress.and_then(|progress| progress.answered(&step.id, &task.id)), speech);
            more_help(model, speech);
        }
        Form::Report(_) => speech.say(model.say(&msg!(tui_report_how))),
        Form::Value(form) => own(model, progress.and_then(|progress| progress.entered(&form.value)), speech),
    }
}

fn said(model: &Model, text: &Localized) -> String {
    sanitize(text.get(model.localizer.language())).into_owned()
}

/// What was chosen, and what is to be said of it.
pub fn chosen(model: &Model, speech: &mut Speech) {
    let Some(task) = model.current_task() else { return };
    let id = model.chosen(task);
    let place = id.and_then(|id| task.choices().iter().position(|choice| choice.id == id));
    let Some((index, choice)) = place.and_then(|index| Some((index, task.choices().get(index)?))) else { return };
    let text = Text::from(choice.text.clone());
    speech.say(model.say(&msg!(plain_chosen, number = index + 1, text = text)));
    if !model.may_judge(task) {
        speech.say(model.say(&msg!(guess_kept)));
        return;
    }
    let because = Text::from(choice.because.clone());
    let judged = if choice.right { msg!(tui_right, because = because) } else { msg!(tui_not_right, because = because) };
    speech.say(model.say(&judged));
}

/// What a good answer has in it, for the learner to tick.
pub fn points(model: &Model, speech: &mut Speech) {
    let Some(points) = model.points() else { return };
    speech.say(model.say(&msg!(exercise_points)));
    for (index, point) in points.iter().enumerate() {
        let text = Text::from(point.clone());
        let text = if model.is_ticked(index + 1) { msg!(plain_point_ticked, text = text) } else { text };
        speech.say(numbered(index, &model.say(&text)));
    }
}

/// What came of the guess of a step, once it is done.
pub fn reveal(model: &Model, speech: &mut Speech) {
    let Some((step, task)) = model.step().zip(model.guess()).filter(|(_, task)| model.may_judge(task)) else { return };
    let first = model.account.progress.as_ref().and_then(|progress| progress.first(&step.id, &task.id));
    let Some(choice) = first.and_then(|first| task.choice(&first.text)) else { return };
    let text = Text::from(choice.text.clone());
    let told = if choice.right { msg!(guess_was_right, text = text) } else { msg!(guess_was_wrong, text = text) };
    speech.say(model.say(&told));
    speech.say(model.say(&Text::from(choice.because.clone())));
}

/// What the learner wrote.
fn own(model: &Model, text: Option<&str>, speech: &mut Speech) {
    let Some(text) = text else {
        speech.say(model.say(&msg!(plain_nothing_written)));
        return;
    };
    speech.say(model.say(&msg!(plain_own_answer)));
    for line in text.lines() {
        speech.say(sanitize(line));
    }
}

/// The help that was asked for last: the hint, then the model answer.
pub fn help(model: &Model, speech: &mut Speech) {
    let Some(Form::Open(open)) = model.current_task().map(|task| &task.form) else {
        speech.say(model.say(&msg!(tui_no_hints)));
        return;
    };
    let (heading, text) = if shown(model) >= MODEL_ANSWER {
        (msg!(tui_model_answer), &open.answer)
    } else {
        (msg!(tui_task_hint), &open.hint)
    };
    speech.heading(model.say(&heading));
    speech.say(said(model, text));
    speech.gap();
    more_help(model, speech);
}

/// Which help there still is.
pub fn more_help(model: &Model, speech: &mut Speech) {
    let Some(task) = model.current_task() else { return };
    let more = match (shown(model), answered(model, task)) {
        (0, _) => msg!(plain_task_hint_more),
        (1, false) => msg!(plain_model_answer_later),
        (1, true) => msg!(plain_model_answer_more),
        _ => msg!(tui_model_answer_compare),
    };
    speech.say(model.say(&more));
}

/// Says that the exercise is left, and whether anything of it is left to do.
pub fn end(model: &Model, speech: &mut Speech) {
    let open = model.tasks(model.view.step).iter().filter(|task| !answered(model, task)).count();
    let text = if open == 0 { msg!(plain_exercise_done) } else { msg!(plain_exercise_left, count = open) };
    speech.say(model.say(&text));
}

fn shown(model: &Model) -> usize {
    model.view.helps.get(&(model.view.step, model.view.task)).copied().unwrap_or(0)
}

fn answered(model: &Model, task: &Task) -> bool {
    let step = model.step().map(|step| step.id.as_str()).unwrap_or_default();
    model.account.progress.as_ref().is_some_and(|progress| is_answered(step, task, progress))
}
