//! The welcome, and the list of steps.

use crate::i18n::Text;
use crate::msg;
use crate::plain::speech::Speech;
use crate::tutor::model::Model;
use crate::tutor::words::state_word;

/// What this is, and how it is used.
pub fn welcome(model: &Model, speech: &mut Speech) {
    speech.say(model.say(&Text::Lesson(model.lesson.title.clone())));
    let welcome = if model.account.demo { msg!(plain_welcome_demo) } else { msg!(plain_welcome) };
    speech.say(model.say(&welcome));
}

/// Every step and how it stands.
pub fn list(model: &Model, speech: &mut Speech) {
    speech.heading(model.say(&msg!(plain_steps, count = model.lesson.steps.len())));
    for (index, (step, state)) in model.lesson.steps.iter().zip(model.states()).enumerate() {
        let (title, state) = (Text::Lesson(step.title.clone()), state_word(state));
        let line = if index == model.view.step {
            msg!(plain_step_here, step = &step.id, title = title, state = state)
        } else {
            msg!(plain_step, step = &step.id, title = title, state = state)
        };
        speech.say(model.say(&line));
    }
}
