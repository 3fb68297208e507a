//! The learner's own wiring as the last check saw it, a sentence a line in place of the drawing.

use crate::map::{Wiring, sentences};
use crate::msg;
use crate::plain::speech::Speech;
use crate::tutor::model::Model;

/// All of it, or why there is nothing to say.
pub fn all(model: &Model, speech: &mut Speech) {
    let Some(snapshot) = &model.checks.snapshot else {
        speech.say(model.say(&msg!(plain_map_not_read)));
        return;
    };
    match Wiring::of(&model.lesson, snapshot, &model.checks.report) {
        None => speech.say(model.say(&msg!(map_no_plan))),
        Some(wiring) => {
            for sentence in sentences(&wiring, &model.localizer, model.localizer.zone()) {
                speech.say(sentence);
            }
        }
    }
}
