//! Taking what was read of the account.

use std::sync::Arc;

use super::{account, caller, load, news, progress, watch};
use crate::account::resources::Identity;
use crate::cleanup;
use crate::cost::estimate;
use crate::lesson::Lesson;
use crate::look::Assessed;
use crate::msg;
use crate::progress::{StepState, credit, remember};
use crate::report::may_pass;
use crate::tutor::message::Effect;
use crate::tutor::model::{Caller, Model, Occasion};
use crate::verify::Verdict;

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
            caller::unseen_caller(model, unseen);
            return Vec::new();
        }
    };
    model.account.caller = Caller::Known(identity.clone());
    let own = model.account.progress.as_ref().map(|progress| progress.account.as_str());
    if own.is_none() || own != model.account.key() {
        return account::switch(model, identity);
    }
    note_caller(model, identity);
    if let Some(progress) = &model.account.progress {
        credit(&model.lesson, &mut report, progress);
        remember(&mut report, progress);
    }
    let was = model.states();
    let changed = watch::note(model, &report);
    model.checks.report = report;
    model.checks.rate = estimate(&model.lesson, &snapshot, model.now).in_short();
    let observation = load::observation(model, &snapshot);
    model.checks.snapshot = Some(Box::new(snapshot));
    model.checks.done = true;
    let is_gone = model.is_finished().then(|| cleanup_done(model)).flatten();
    let effects = progress::note_progress(model, is_gone);
    match running.occasion {
        Occasion::Asked => news::announce(model, was.get(model.view.step).copied().unwrap_or(StepState::Locked)),
        Occasion::Due => watch::announce(model, &was, changed),
    }
    load::observe(model, observation);
    effects
}

/// Whether nothing is left of what the lab made; none where that can't be told.
fn cleanup_done(model: &Model) -> Option<bool> {
    let snapshot = model.checks.snapshot.as_ref()?;
    cleanup::plan(&model.lesson, snapshot, None, model.now).is_done()
}

/// Notes who made the check. Another role in the same account may see less or more, so that it must be told.
fn note_caller(model: &mut Model, identity: Identity) {
    let before = model.checks.made_by.as_ref().filter(|before| before.account == identity.account);
    let other = before.filter(|before| before.principal() != identity.principal());
    model.checks.other_caller =
        other.map(|before| msg!(tui_caller_changed, before = before.principal(), now = identity.principal()));
    model.checks.made_by = Some(identity);
}
