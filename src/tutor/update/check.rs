//! Checking the account, and what only the learner can tell.

use std::sync::Arc;

use super::account::{identify, save, switch, unseen_caller};
use super::load;
use super::moving::{open_chosen, show_tab};
use super::watch;
use crate::account::resources::Identity;
use crate::cost::estimate;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::look::Assessed;
use crate::msg;
use crate::progress::{StepState, credit, record};
use crate::report::may_pass;
use crate::tutor::message::Effect;
use crate::tutor::model::{Caller, Model, Notice, Occasion, Offer, Page, Running, Tab};
use crate::tutor::tone::Tone;
use crate::verify::{Status, Verdict};

/// Checks the account, after finding out whose it is and having that confirmed. While a check runs, there is no other:
/// one that the tutor makes by itself becomes the one that was asked for.
pub fn want(model: &mut Model) -> Vec<Effect> {
    if model.checks.awaited().is_some() {
        return Vec::new();
    }
    if model.view.page == Page::Steps {
        open_chosen(model);
    }
    if let Some(running) = &mut model.checks.running {
        *running = Running { since: model.now, occasion: Occasion::Asked, ..*running };
        show_results(model);
        return Vec::new();
    }
    match &model.account.caller {
        Caller::Known(_) if model.account.progress.is_some() && model.account.is_confirmed() => {
            show_results(model);
            start(model, Occasion::Asked)
        }
        Caller::Known(_) => {
            model.checks.wanted = true;
            if model.account.progress.is_some() {
                model.view.page = Page::Account;
            }
            Vec::new()
        }
        Caller::Asking(_) => {
            model.checks.wanted = true;
            model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_still_asking)));
            Vec::new()
        }
        Caller::Unseen { .. } => {
            model.checks.wanted = true;
            identify(model)
        }
    }
}

fn show_results(model: &mut Model) {
    if model.view.page == Page::Step {
        model.view.tab = Tab::Results;
    }
}

/// Begins to read the account.
pub fn start(model: &mut Model, occasion: Occasion) -> Vec<Effect> {
    let number = model.next_request();
    model.checks.running = Some(Running { number, since: model.now, occasion });
    vec![Effect::Read { number }]
}

/// Takes what was read of the account; a late answer is dropped.
pub fn read(model: &mut Model, number: u64, lesson: &Arc<Lesson>, seen: Assessed) -> Vec<Effect> {
    let Some(running) = model.checks.running.take_if(|running| running.number == number) else { return Vec::new() };
    // The lesson may have been read anew, or filled with other values, since the account began to be read.
    let is_current = Arc::ptr_eq(lesson, &model.lesson);
    let seen = if is_current { seen } else { Assessed::new(&model.lesson, seen.snapshot, model.now) };
    let Assessed { snapshot, mut report } = seen;
    if let Some(region) = &snapshot.region {
        model.account.region = Some(region.clone());
    }
    let identity = match snapshot.identity.seen() {
        Ok(identity) => identity.clone(),
        Err(unseen) if running.occasion == Occasion::Due && may_pass(&Verdict::unknown(unseen)) => {
            watch::trouble(model, unseen);
            return Vec::new();
        }
        Err(unseen) => {
            model.checks.wanted = running.occasion == Occasion::Asked;
            unseen_caller(model, unseen);
            return Vec::new();
        }
    };
    model.account.caller = Caller::Known(identity.clone());
    let own = model.account.progress.as_ref().map(|progress| progress.account.as_str());
    if own.is_none() || own != model.account.key() {
        return switch(model, identity);
    }
    note_caller(model, identity);
    if let Some(progress) = &model.account.progress {
        credit(&model.lesson, &mut report, progress);
    }
    let was = model.states();
    let news = watch::note(model, &report);
    model.checks.report = report;
    model.checks.rate = estimate(&model.lesson, &snapshot, model.now).in_short();
    let observation = load::observation(model, &snapshot);
    model.checks.snapshot = Some(Box::new(snapshot));
    model.checks.done = true;
    let effects = note_progress(model);
    match running.occasion {
        Occasion::Asked => announce(model, was.get(model.view.step).copied().unwrap_or(StepState::Locked)),
        Occasion::Due => watch::announce(model, &was, news),
    }
    load::observe(model, observation);
    effects
}

/// Notes who made the check. Another role in the same account may see less or more, so that it must be told.
fn note_caller(model: &mut Model, identity: Identity) {
    let before = model.checks.made_by.as_ref().filter(|before| before.account == identity.account);
    let other = before.filter(|before| before.principal() != identity.principal());
    model.checks.other_caller =
        other.map(|before| msg!(tui_caller_changed, before = before.principal(), now = identity.principal()));
    model.checks.made_by = Some(identity);
}

/// Notes what is done now, and saves it where that is news.
pub fn note_progress(model: &mut Model) -> Vec<Effect> {
    let Some(progress) = &mut model.account.progress else { return Vec::new() };
    let before = progress.clone();
    record(&model.checks.report, progress, model.now);
    if *progress == before { Vec::new() } else { save(model) }
}

/// One line about what a check or a confirmation changed.
pub fn announce(model: &mut Model, was: StepState) {
    let states = model.states();
    let is = states.get(model.view.step).copied().unwrap_or(StepState::Locked);
    let id = model.step().map(|step| step.id.clone()).unwrap_or_default();
    let is_last = model.view.step + 1 == states.len();
    let broken: Vec<String> = model
        .lesson
        .steps
        .iter()
        .zip(&states)
        .filter(|(_, state)| **state == StepState::Broken)
        .map(|(step, _)| step.id.clone())
        .collect();
    let notice = if !broken.is_empty() {
        Notice::new(Tone::Bad, msg!(tui_broken_again, steps = Text::list(broken)))
    } else if is == StepState::Done && is_last {
        Notice::new(Tone::Good, msg!(tui_lesson_done))
    } else if is == StepState::Done && was != StepState::Done {
        Notice { text: msg!(tui_step_done, step = id), tone: Tone::Good, offer: Offer::NextStep }
    } else if is == StepState::Done {
        Notice { text: msg!(tui_still_done, step = id), tone: Tone::Good, offer: Offer::NextStep }
    } else if is == StepState::Locked {
        Notice::new(Tone::Plain, msg!(tui_still_locked, step = id))
    } else if model.step_report().is_some_and(|step| step.status == Status::Waiting) {
        Notice::new(Tone::Care, msg!(tui_step_waits, step = id))
    } else {
        Notice::new(Tone::Care, msg!(tui_not_yet, step = id))
    };
    model.view.notice = Some(notice);
}

/// Confirms the first statement that isn't confirmed.
pub fn confirm_next(model: &mut Model) -> Vec<Effect> {
    let open = model.statements().iter().position(|check| !model.is_attested(&check.id));
    // There is no statement of number 0: with nothing left to confirm, that is what is said.
    let number = open.and_then(|index| u8::try_from(index + 1).ok()).unwrap_or(0);
    toggle(model, number)
}

/// Confirms the statement of this number, or takes it back; first shows the statements, where they aren't seen.
pub fn toggle(model: &mut Model, number: u8) -> Vec<Effect> {
    let was = model.state(model.view.step);
    let statement = usize::from(number).checked_sub(1).and_then(|index| model.statements().get(index).copied());
    let Some(check) = statement.filter(|_| was != StepState::Locked).map(|check| check.id.clone()) else {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_nothing_to_confirm)));
        return Vec::new();
    };
    // Nobody gives their word on lines that they don't see.
    if model.view.tab != Tab::Results {
        show_tab(model, Tab::Results);
        return Vec::new();
    }
    let step = model.step().map(|step| step.id.clone()).unwrap_or_default();
    let (now, holds) = (model.now, !model.is_attested(&check));
    let Some(progress) = &mut model.account.progress else {
        model.view.notice = Some(Notice::new(Tone::Care, msg!(tui_account_first)));
        return Vec::new();
    };
    progress.attest(&step, &check, holds, now);
    record(&model.checks.report, progress, now);
    if model.state(model.view.step) == StepState::Done && was != StepState::Done {
        announce(model, was);
    }
    save(model)
}
