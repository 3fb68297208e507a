//! What is asked while the learner writes, and how the writing ends.

use super::exercise;
use crate::i18n::Text;
use crate::msg;
use crate::plain::speech::Speech;
use crate::text::sanitize;
use crate::tutor::editor::Draft;
use crate::tutor::model::Model;

/// What is asked, what was written before, and how to end.
pub fn question(model: &Model, speech: &mut Speech) {
    let Some(editor) = &model.view.editor else { return };
    let title = |step: usize| model.lesson.steps.get(step).map(|step| Text::from(step.title.clone()));
    let asked = match editor.subject {
        Draft::Answer { step, task } | Draft::Value { step, task } => {
            model.task(step, task).map(|task| Text::from(task.question.clone()))
        }
        Draft::Note { step } => title(step).map(|title| msg!(tui_note_on, title = title)),
        Draft::Search => Some(msg!(tui_search_for)),
    };
    if let Some(asked) = asked {
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
