//! What the finished lab came to, and what is left to do.

use crate::msg;
use crate::plain::speech::Speech;
use crate::tutor::finish;
use crate::tutor::model::Model;

/// All of it, a line each.
pub fn all(model: &Model, speech: &mut Speech) {
    speech.heading(model.say(&msg!(finish_head)));
    for (name, value) in finish::lines(model) {
        speech.say(model.say(&msg!(plain_field, name = name, value = value)));
    }
    speech.say(model.say(&msg!(finish_order)));
}
