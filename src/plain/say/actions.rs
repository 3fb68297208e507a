//! What can be done in the simulated account in this step: the right thing and typical mistakes, unmarked.

use super::blocks::numbered;
use crate::msg;
use crate::plain::speech::Speech;
use crate::tutor::model::Model;

pub fn list(model: &Model, speech: &mut Speech) {
    if model.actions.is_empty() {
        speech.say(model.say(&msg!(plain_no_actions)));
        return;
    }
    speech.heading(model.say(&msg!(tui_title_actions)));
    speech.say(model.say(&msg!(plain_actions_intro)));
    for (index, action) in model.actions.iter().enumerate() {
        speech.say(numbered(index, &model.say(&action.label)));
    }
}
