//! Writing: notes, answers, values, a word to look for.

use super::progress::save;
use super::{exercise, load, search};
use crate::i18n::Text;
use crate::lesson::exercise::{Form, ReportFault, ReportForm, ValueKind};
use crate::lesson::step_called;
use crate::msg;
use crate::tutor::editor::{Draft, Editor};
use crate::tutor::key::{Key, Keystroke};
use crate::tutor::keys::{Command, command};
use crate::tutor::message::{Edit, Effect};
use crate::tutor::model::{Caller, Model, Notice, Offer};
use crate::tutor::tone::Tone;
use crate::verify::SecretArn;

/// A key while something is written: it ends the writing, or belongs to the text.
pub fn press(model: &mut Model, stroke: Keystroke) -> Vec<Effect> {
    let wanted = Key::of(stroke).and_then(|key| command(key, model.view.page, model.account.demo));
    if let Some(command) = wanted {
        return obey(model, command);
    }
    model.view.notice = None;
    let has_room = model.view.editor.as_ref().is_some_and(Editor::has_room);
    has_room.then_some(Effect::Edit(Edit::Type(stroke))).into_iter().collect()
}

/// Takes the text as the learner sees it now.
pub fn typed(model: &mut Model, text: String) {
    if let Some(editor) = &mut model.view.editor {
        editor.text = text;
    }
}

/// Does what is asked while something is written; whatever has no meaning there changes nothing.
pub fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    model.view.notice = None;
    match command {
        Command::Quit => [keep(model), load::leave(model, Offer::Nothing)].concat(),
        Command::Suspend => vec![Effect::Suspend],
        Command::KeepText => keep(model),
        Command::CancelText => {
            close(model);
            Vec::new()
        }
        Command::Undo => vec![Effect::Edit(Edit::Undo)],
        Command::Redo => vec![Effect::Edit(Edit::Redo)],
        Command::CheckOrGoOn
        | Command::Check
        | Command::Hint
        | Command::NextTab
        | Command::PreviousTab
        | Command::NextStep
        | Command::PreviousStep
        | Command::Confirm
        | Command::Pick(_)
        | Command::Open
        | Command::Jump(_)
        | Command::Perform
        | Command::Yes
        | Command::No
        | Command::Steps
        | Command::Actions
        | Command::StartOver
        | Command::Language
        | Command::Map
        | Command::Drill
        | Command::NextLook
        | Command::PreviousLook
        | Command::Answer
        | Command::ChooseAnswer
        | Command::NewDrill
        | Command::Help
        | Command::Exercise
        | Command::NextTask
        | Command::Recall
        | Command::LaterTask
        | Command::EarlierTask
        | Command::TaskHelp
        | Command::Write
        | Command::Note
        | Command::HandIn
        | Command::Search
        | Command::OpenHit
        | Command::Load
        | Command::Live
        | Command::Full
        | Command::Begin
        | Command::Code
        | Command::NextCode
        | Command::PreviousCode
        | Command::WriteCode
        | Command::CopyCode
        | Command::Back
        | Command::Move(_) => Vec::new(),
    }
}

/// Takes the whole text in place of what was there, and keeps it.
pub fn written(model: &mut Model, text: &str) -> Vec<Effect> {
    model.view.notice = None;
    let Some(editor) = &mut model.view.editor else { return Vec::new() };
    editor.text.clear();
    editor.text = editor.acceptable(text);
    keep(model)
}

/// A paste belongs to the text; elsewhere it is nothing, and above all no keys.
pub fn paste(model: &Model, text: &str) -> Vec<Effect> {
    let insert = |editor: &Editor| Effect::Edit(Edit::Insert(editor.acceptable(text)));
    model.view.editor.iter().map(insert).collect()
}

/// Ends the writing where the learner didn't: the program ends, or another account comes. An answer and a note are
/// kept as they are; half a value is none.
pub fn break_off(model: &mut Model) -> Vec<Effect> {
    match model.view.editor.as_ref().map(|editor| editor.subject.is_one_line()) {
        Some(false) => keep(model),
        Some(true) => {
            close(model);
            Vec::new()
        }
        None => Vec::new(),
    }
}

fn close(model: &mut Model) -> Option<Editor> {
    let editor = model.view.editor.take()?;
    model.view.page = editor.back;
    Some(editor)
}

fn keep(model: &mut Model) -> Vec<Effect> {
    let Some((subject, text)) = model.view.editor.as_ref().map(|editor| (editor.subject, editor.trimmed().to_owned()))
    else {
        return Vec::new();
    };
    if let Draft::Value { step, task } = subject
        && let Err(notice) = judge_value(model, step, task, text.trim())
    {
        model.view.notice = Some(notice);
        return Vec::new();
    }
    close(model);
    match subject {
        Draft::Search => {
            search::look_for(model, &text);
            Vec::new()
        }
        Draft::Note { step } => note(model, step, &text),
        Draft::Answer { step, task } => exercise::answer(model, step, task, &text),
        Draft::Value { step, task } => exercise::enter(model, step, task, text.trim()),
    }
}

fn note(model: &mut Model, step: usize, text: &str) -> Vec<Effect> {
    let (Some(progress), Some(step)) = (&mut model.account.progress, model.lesson.steps.get(step)) else {
        return Vec::new();
    };
    if progress.note(&step.id).unwrap_or_default() == text {
        return Vec::new();
    }
    progress.take_note(&step.id, text, model.now);
    let step = step_called(&step.id, &step.title);
    model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_note_kept, step = step)));
    save(model)
}

/// Whether a value may be kept. What isn't an ARN may be the secret itself, and is never kept or shown again.
fn judge_value(model: &Model, step: usize, task: usize, text: &str) -> Result<(), Notice> {
    let form = match model.task(step, task).map(|task| &task.form) {
        Some(Form::Value(form)) => form,
        Some(Form::Report(form)) => return judge_report(model, step, form, text),
        Some(Form::Choice(_) | Form::Open(_)) | None => return Ok(()),
    };
    match form.kind {
        _ if text.is_empty() => Ok(()),
        ValueKind::SecretArn => match SecretArn::parse(text) {
            Some(arn) => foreign(model, arn).map_or(Ok(()), |why| Err(Notice::new(Tone::Bad, why))),
            None => Err(Notice::new(Tone::Bad, msg!(tui_not_a_secret_arn))),
        },
    }
}

/// Whether a line that a script printed says that nothing is left. Nothing pasted takes nothing back.
fn judge_report(model: &Model, step: usize, form: &ReportForm, line: &str) -> Result<(), Notice> {
    let fault = match form.read(line) {
        Ok(()) => return Ok(()),
        Err(fault) => fault,
    };
    Err(Notice::new(
        Tone::Bad,
        match fault {
            ReportFault::Incomplete => msg!(tui_report_incomplete, word = &form.word),
            ReportFault::Left(ids) => {
                let checks = model.checks.report.steps.get(step).map(|step| step.checks.as_slice()).unwrap_or_default();
                let left = checks.iter().filter(|check| ids.contains(&check.id)).map(|check| check.expected.clone());
                msg!(tui_report_left, checks = Text::List(left.collect()))
            }
        },
    ))
}

/// Why the instances couldn't read this secret; none where they can, and where it isn't known yet whose account it is.
fn foreign(model: &Model, arn: SecretArn<'_>) -> Option<Text> {
    let account = match &model.account.caller {
        Caller::Known(identity) => Some(identity.account.as_str()),
        Caller::Asking(_) | Caller::Unseen { .. } => None,
    };
    let region = model.account.region.as_deref();
    match (account, region) {
        (Some(own), _) if own != arn.account => {
            Some(msg!(tui_secret_of_another_account, found = arn.account, own = own))
        }
        (_, Some(own)) if own != arn.region => Some(msg!(tui_secret_of_another_region, found = arn.region, own = own)),
        _ => None,
    }
}
