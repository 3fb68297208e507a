//! Checking the account, and what only the learner can tell.

use super::caller::identify;
use super::moving::{open_chosen, show_tab};
use super::news::announce;
use super::progress::save;
use crate::msg;
use crate::progress::{StepState, record};
use crate::tutor::message::Effect;
use crate::tutor::model::{Caller, Model, Notice, Occasion, Page, Running, Tab};
use crate::tutor::tone::Tone;

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
    vec![Effect::Read { number, with_leftovers: model.is_finished() }]
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
