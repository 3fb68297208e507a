//! The lesson itself, read anew while it is shown: authors see what they write.

use std::sync::Arc;

use super::check;
use super::exercise::entered;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::progress::{Progress, credit, remember};
use crate::report::Report;
use crate::tutor::message::Effect;
use crate::tutor::model::{Model, Notice, Occasion, Page, blank_report};
use crate::tutor::tone::Tone;

/// Files of the pack have changed.
pub fn changed(model: &Model) -> Vec<Effect> {
    vec![Effect::ReadLesson { values: entered(model) }]
}

/// Takes the lesson that was read anew; where it can't be read, the old one stays and the fault is told.
pub fn read(model: &mut Model, outcome: Result<Arc<Lesson>, Text>) -> Vec<Effect> {
    match outcome {
        Err(problem) => {
            model.view.notice = Some(Notice::new(Tone::Bad, msg!(tui_lesson_kept, problem = problem)));
            Vec::new()
        }
        Ok(lesson) => {
            put(model, lesson);
            model.view.notice = Some(Notice::new(Tone::Good, msg!(tui_lesson_read)));
            look(model)
        }
    }
}

fn put(model: &mut Model, lesson: Arc<Lesson>) {
    let old = std::mem::replace(&mut model.lesson, lesson);
    if old.checks != model.lesson.checks {
        // What was reached by other checks counts by those alone.
        model.account.progress = model.account.progress.take().map(Progress::own_words);
    }
    let are_the_same = old.steps.iter().map(|step| &step.id).eq(model.lesson.steps.iter().map(|step| &step.id));
    if !are_the_same {
        model.view.scroll.clear();
        model.view.hints.clear();
        model.view.helps.clear();
        model.view.step = same_step(&old, model, model.view.step);
        model.view.cursor = same_step(&old, model, model.view.cursor);
    }
    // What was found and the list of code point into the old texts.
    model.view.found = None;
    model.view.code = 0;
    let is_gone = match model.view.page {
        Page::Found | Page::Code => true,
        Page::Exercise => model.current_task().is_none(),
        _ => false,
    };
    if is_gone {
        model.view.page = Page::Step;
        model.view.task = 0;
    }
    judge(model);
}

/// Where the step of the old lesson is in the new one; the nearest place, where it is gone.
fn same_step(old: &Lesson, model: &Model, index: usize) -> usize {
    let id = old.steps.get(index).map(|step| &step.id);
    let steps = &model.lesson.steps;
    steps.iter().position(|step| Some(&step.id) == id).unwrap_or(index.min(steps.len().saturating_sub(1)))
}

/// Judges by the new checks what was read for the old ones.
fn judge(model: &mut Model) {
    model.checks.report = match &model.checks.snapshot {
        Some(snapshot) => Report::assess(&model.lesson, snapshot, model.now),
        None => blank_report(&model.lesson, model.account.region.clone(), model.now),
    };
    if let Some(progress) = &model.account.progress {
        credit(&model.lesson, &mut model.checks.report, progress);
        remember(&mut model.checks.report, progress);
    }
}

/// New checks may need what wasn't read for the old ones.
fn look(model: &mut Model) -> Vec<Effect> {
    let is_idle = model.checks.running.is_none();
    if is_idle && model.checks.done && model.account.is_confirmed() {
        check::start(model, Occasion::Due)
    } else {
        Vec::new()
    }
}
