//! The hint that was asked for last.

use super::{blocks, lesson};
use crate::msg;
use crate::plain::speech::Speech;
use crate::progress::StepState;
use crate::tutor::model::Model;

/// The newest hint of the step, and whether there are more.
pub fn newest(model: &Model, speech: &mut Speech) {
    let Some(step) = model.step() else { return };
    if model.state(model.view.step) == StepState::Locked {
        lesson::locked(model, speech);
        return;
    }
    let hints = step.hints(model.localizer.language());
    let shown = model.view.hints.get(&model.view.step).copied().unwrap_or(0);
    let Some(hint) = shown.checked_sub(1).and_then(|last| hints.get(last)) else {
        speech.say(model.say(&msg!(tui_no_hints)));
        return;
    };
    speech.heading(model.say(&msg!(tui_hint, number = shown, count = hints.len())));
    blocks::all(&model.localizer, hint, speech);
    speech.gap();
    let more = if shown < hints.len() { msg!(plain_hint_more) } else { msg!(tui_hint_last) };
    speech.say(model.say(&more));
}
