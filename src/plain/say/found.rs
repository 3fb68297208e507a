//! Where a word stands.

use super::blocks::numbered;
use crate::i18n::Text;
use crate::msg;
use crate::plain::speech::Speech;
use crate::tutor::model::Model;

/// The places, by number.
pub fn list(model: &Model, speech: &mut Speech) {
    let Some(found) = &model.view.found else { return };
    speech.heading(model.say(&msg!(tui_found, word = &found.word, count = found.hits.len())));
    for (index, hit) in found.hits.iter().enumerate() {
        let step = model.lesson.steps.get(hit.step).map(|step| step.id.as_str()).unwrap_or_default();
        let place = msg!(plain_place, step = step, text = Text::verbatim(&hit.text));
        speech.say(numbered(index, &model.say(&place)));
    }
}
