//! Beginning to write.

use crate::lesson::exercise::Form;
use crate::msg;
use crate::tutor::editor::{Draft, Editor};
use crate::tutor::model::{Model, Notice};
use crate::tutor::tone::Tone;

/// Begins to write, where there is a place to keep it.
pub fn begin(model: &mut Model, subject: Draft) {
    let kept = match (subject, &model.account.progress) {
        (Draft::Search, _) => String::new(),
        (_, None) => {
            model.view.notice = Some(Notice::new(Tone::Care, msg!(tui_account_first)));
            return;
        }
        (subject, Some(_)) => text_of(model, subject).unwrap_or_default(),
    };
    model.view.editor = Some(Editor::new(subject, model.view.page, &kept));
    model.view.page = subject.page();
}

/// What was written before.
fn text_of(model: &Model, subject: Draft) -> Option<String> {
    let progress = model.account.progress.as_ref()?;
    let text = match subject {
        Draft::Answer { step, task } => {
            progress.answered(&model.lesson.steps.get(step)?.id, &model.task(step, task)?.id)
        }
        Draft::Note { step } => progress.note(&model.lesson.steps.get(step)?.id),
        Draft::Value { step, task } => match &model.task(step, task)?.form {
            Form::Value(form) => progress.entered(&form.value),
            Form::Choice(_) | Form::Open(_) | Form::Report(_) => None,
        },
        Draft::Search => None,
    };
    text.map(str::to_owned)
}
