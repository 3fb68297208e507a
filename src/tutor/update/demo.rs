//! Acting in the simulated account.

use super::moving::open_chosen;
use super::progress::not_saved;
use super::{exercise, load};
use crate::account::demo::Action;
use crate::msg;
use crate::progress::{Progress, StoreError};
use crate::tutor::message::Effect;
use crate::tutor::model::{DEMO_ACCOUNT, Model, Notice, Offer, Page, Tab, blank_report};
use crate::tutor::tone::Tone;

/// Finds out what can be done in this step, or goes back to the step.
pub fn toggle_actions(model: &mut Model) -> Vec<Effect> {
    if model.view.page == Page::Actions {
        model.view.page = Page::Step;
        return Vec::new();
    }
    if model.view.page == Page::Steps {
        open_chosen(model);
    }
    model.step().map(|step| Effect::ListActions { step: step.id.clone() }).into_iter().collect()
}

/// Shows what can be done.
pub fn offer(model: &mut Model, actions: Vec<Action>) {
    model.actions = actions;
    if model.view.page.is_writing() {
        return;
    }
    model.view.page = Page::Actions;
    model.view.cursor = 0;
}

/// Performs the action under the cursor; where there is none, goes back to the step.
pub fn perform_chosen(model: &mut Model) -> Vec<Effect> {
    if model.actions.is_empty() {
        model.view.page = Page::Step;
    }
    perform_at(model, model.view.cursor)
}

/// Performs the action of this number.
pub fn perform(model: &mut Model, number: u8) -> Vec<Effect> {
    usize::from(number).checked_sub(1).map(|index| perform_at(model, index)).unwrap_or_default()
}

fn perform_at(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(action) = model.actions.get(index) else { return Vec::new() };
    let effect = Effect::Perform { action: action.id };
    let text = msg!(tui_performed, action = action.label.clone());
    model.view.page = Page::Step;
    model.checks.watch.yield_to_learner(model.now);
    model.view.notice = Some(Notice::new(Tone::Plain, text));
    vec![effect]
}

/// Asks first; the second press does it.
pub fn start_over(model: &mut Model, offer: Offer) -> Vec<Effect> {
    if offer == Offer::StartOver {
        return vec![Effect::StartOver];
    }
    model.view.notice = Some(Notice { text: msg!(tui_start_over_sure), tone: Tone::Care, offer: Offer::StartOver });
    Vec::new()
}

/// Everything is new.
pub fn started_over(model: &mut Model, outcome: Result<(), StoreError>) -> Vec<Effect> {
    model.account.progress = Some(Progress::new(DEMO_ACCOUNT, &model.lesson.id));
    model.checks.report = blank_report(&model.lesson, model.account.region.clone(), model.now);
    model.checks.done = false;
    model.checks.snapshot = None;
    model.checks.rate = None;
    model.account.last_done = None;
    model.checks.running = None;
    model.checks.fresh.clear();
    model.view.hints.clear();
    model.view.helps.clear();
    model.view.editor = None;
    model.view.scroll.clear();
    model.view.step = 0;
    model.view.cursor = 0;
    model.view.tab = Tab::Lesson;
    model.view.page = Page::Steps;
    model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_started_over)));
    if let Err(error) = outcome {
        not_saved(model, error.text());
    }
    let mut effects = load::forget(model);
    effects.push(exercise::fill_in(model));
    effects
}
