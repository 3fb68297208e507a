//! Whose account it is, whether that is the right one, and the progress that is there for it.

use std::sync::Arc;

use super::caller::{identify, unseen_caller};
use super::progress::{not_saved, save};
use super::{check, drill, exercise, load, writing};
use crate::account::Area;
use crate::account::resources::Identity;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::progress::{Progress, StoreError};
use crate::tutor::message::{Effect, Leaving};
use crate::tutor::model::{Caller, Model, Notice, Page, Saving, blank_report};
use crate::tutor::tone::Tone;

/// Says from the start what is to be said of the account, and when there is no place for progress; asks who the caller is.
pub fn start(model: &mut Model) -> Vec<Effect> {
    if let Some(word) = model.account.word.take() {
        model.view.notice = Some(Notice::new(Tone::Care, word));
    }
    if model.account.saving == Saving::NoHome {
        model.view.notice = Some(Notice::new(Tone::Care, msg!(tui_no_home)));
    }
    identify(model)
}

/// Takes the answer; a late one is dropped.
pub fn identified(model: &mut Model, number: u64, identity: &Area<Identity>, region: Option<String>) -> Vec<Effect> {
    if model.account.caller != Caller::Asking(number) {
        return Vec::new();
    }
    model.account.region = region.or(model.account.region.take());
    match identity.seen() {
        Ok(identity) => known(model, identity.clone()),
        Err(unseen) => {
            unseen_caller(model, unseen);
            Vec::new()
        }
    }
}

/// Notes the caller, and gets the progress of that account where it isn't there.
pub fn known(model: &mut Model, identity: Identity) -> Vec<Effect> {
    model.account.caller = Caller::Known(identity);
    let Some(key) = model.account.key().map(str::to_owned) else { return Vec::new() };
    if model.account.progress.as_ref().is_some_and(|progress| progress.account == key) {
        return resume(model);
    }
    if model.account.saving == Saving::NoHome {
        let progress = Progress::new(&key, &model.lesson.id);
        return begin(model, progress);
    }
    vec![Effect::ReadProgress { account: key }]
}

/// Another account answered than the one that the results belong to: nothing of it is applied, and all that was
/// known is put away.
pub fn switch(model: &mut Model, identity: Identity) -> Vec<Effect> {
    // What was being written belongs to the account that was there until now.
    let mut effects = writing::break_off(model);
    // So does a load.
    effects.extend(load::forget(model));
    model.account.before = model.account.progress.take().map(|progress| progress.account);
    model.account.confirmed = None;
    model.checks.done = false;
    model.checks.snapshot = None;
    model.checks.rate = None;
    model.account.last_done = None;
    model.checks.wanted = false;
    model.checks.fresh.clear();
    model.checks.report = blank_report(&model.lesson, model.account.region.clone(), model.now);
    effects.extend(known(model, identity));
    effects
}

/// Takes the progress of an account; that of another account than the caller's is dropped.
pub fn loaded(model: &mut Model, account: &str, outcome: Result<Progress, StoreError>) -> Vec<Effect> {
    if model.account.key() != Some(account) {
        return Vec::new();
    }
    match outcome {
        Ok(progress) => begin(model, progress),
        Err(error @ StoreError::Unreadable { .. }) => vec![Effect::Leave(Leaving::Unreadable(error.text()))],
        Err(error) => {
            not_saved(model, error.text());
            let progress = Progress::new(account, &model.lesson.id);
            begin(model, progress)
        }
    }
}

fn begin(model: &mut Model, progress: Progress) -> Vec<Effect> {
    if progress.account_confirmed.is_some() && model.account.before.is_none() {
        model.account.confirmed = Some(progress.account.clone());
    }
    let last = progress.passed.iter().max_by_key(|(_, at)| **at);
    model.account.last_done = last.map(|(step, at)| (step.clone(), *at));
    let fills_in = !progress.values.is_empty();
    model.account.progress = Some(progress);
    let mut effects: Vec<Effect> = fills_in.then(|| exercise::fill_in(model)).into_iter().collect();
    if !model.view.moved {
        model.view.step = model.current_step();
        model.view.cursor = model.view.step;
    }
    if model.account.before.is_some() {
        model.view.page = Page::Account;
        return effects;
    }
    if model.view.page == Page::Drill && model.drills.current.is_none() {
        drill::begin(model);
    }
    exercise::remind(model);
    effects.extend(resume(model));
    effects
}

/// Takes the lesson with the learner's values in it; says so where they can't be put into it.
pub fn filled_in(model: &mut Model, outcome: Result<Arc<Lesson>, Text>) {
    match outcome {
        Ok(lesson) => model.lesson = lesson,
        Err(problem) => model.view.notice = Some(Notice::new(Tone::Bad, problem)),
    }
}

/// Makes the check that waited for the account to be known.
fn resume(model: &mut Model) -> Vec<Effect> {
    if std::mem::take(&mut model.checks.wanted) { check::want(model) } else { Vec::new() }
}

/// The learner says that this is the right account.
pub fn accept(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    model.view.page = Page::Step;
    model.account.before = None;
    model.account.confirmed = model.account.key().map(str::to_owned);
    let Some(progress) = &mut model.account.progress else { return Vec::new() };
    progress.account_confirmed.get_or_insert(now);
    let mut effects = save(model);
    effects.extend(resume(model));
    effects
}

/// The learner says that this is not the right account.
pub fn refuse(model: &mut Model) {
    model.view.page = Page::Step;
    model.checks.wanted = false;
    model.view.notice = Some(Notice::new(Tone::Care, msg!(tui_account_refused)));
}
