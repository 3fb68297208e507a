//! Whose account it is, and what is known of the learner there.

use crate::i18n::Text;
use crate::lesson::step_called_in_full;
use crate::msg;
use crate::plain::speech::Speech;
use crate::tutor::model::{Caller, Model, Saving};
use crate::tutor::recap;

/// Who the caller is, or why that can't be told.
pub fn caller(model: &Model, speech: &mut Speech) {
    match &model.account.caller {
        // The simulated account answers at once.
        Caller::Asking(_) if model.account.demo => {}
        Caller::Asking(_) => speech.say(model.say(&msg!(tui_asking))),
        Caller::Known(identity) => {
            let who = identity.arn.rsplit(':').next().unwrap_or(&identity.arn);
            let text =
                msg!(plain_caller, account = &identity.account, region = region(model), who = Text::verbatim(who));
            speech.say(model.say(&text));
        }
        Caller::Unseen { what, fix } => {
            speech.say(model.say(&msg!(tui_nothing_read)));
            speech.say(model.say(what));
            speech.say(model.say(&msg!(line_fix, text = fix.clone())));
        }
    }
}

fn region(model: &Model) -> Text {
    model.account.region.as_ref().map_or_else(|| msg!(tui_not_known), Text::verbatim)
}

/// How far the learner is.
pub fn progress(model: &Model, speech: &mut Speech) {
    let (done, all) = model.done();
    speech.say(model.say(&msg!(plain_progress, done = done, count = all)));
    for text in recap::lines(model) {
        speech.say(model.say(&text));
    }
    if let Some(step) = model.lesson.steps.get(model.current_step()) {
        let step = step_called_in_full(&step.id, &step.title);
        speech.say(model.say(&msg!(plain_current_step, step = step)));
    }
}

/// Whether progress is kept, where it isn't.
pub fn saving(model: &Model, speech: &mut Speech) {
    match &model.account.saving {
        Saving::Kept => {}
        Saving::NoHome => speech.say(model.say(&msg!(tui_no_home))),
        Saving::Failed(text) => speech.say(model.say(text)),
    }
}

/// Asks whether this is the right account.
pub fn question(model: &Model, speech: &mut Speech) {
    let Caller::Known(identity) = &model.account.caller else { return };
    if let Some(before) = &model.account.before {
        speech.heading(model.say(&msg!(tui_account_changed, before = before)));
    }
    speech.heading(model.say(&msg!(tui_account_question)));
    let rows = [
        (msg!(tui_account_number), Text::verbatim(&identity.account)),
        (msg!(tui_account_identity), Text::verbatim(&identity.arn)),
        (msg!(tui_account_region), region(model)),
    ];
    for (name, value) in rows {
        speech.say(model.say(&msg!(plain_field, name = name, value = value)));
    }
    speech.say(model.say(&msg!(tui_account_promise)));
}
