//! What is asked while the learner writes, and how the writing ends.

use super::exercise;
use crate::msg;
use crate::plain::speech::Speech;
use crate::text::sanitize;
use crate::tutor::editor::Draft;
use crate::tutor::model::Model;

/// What is asked, what was written before, and how to end.
pub fn question(model: &Model, speech: &mut Speech) {
    let Some(editor) = &model.view.editor else { return };
    if let Some(asked) = model.asked(editor.subject) {
        speech.heading(model.say(&asked));
    }
    if let Draft::Value { .. } = editor.subject {
        speech.say(model.say(&msg!(tui_value_promise)));
    }
    let before = editor.trimmed();
    if !before.is_empty() {
        speech.say(model.say(&msg!(plain_written_before)));
        for line in before.lines() {
            speech.say(sanitize(line));
        }
    }
    let how = match (editor.subject.is_one_line(), before.is_empty()) {
        (true, _) => msg!(plain_write_line_how),
        (false, true) => msg!(plain_write_how),
        (false, false) => msg!(plain_rewrite_how),
    };
    speech.say(model.say(&how));
}

/// The answer to a question is kept.
pub fn answer_kept(model: &Model, speech: &mut Speech) {
    speech.say(model.say(&msg!(plain_answer_kept)));
    exercise::more_help(model, speech);
}
