//! The text of a step. That of a locked one can be read ahead, below what opens it.
//!
//! ```text
//! This step is locked.
//!
//! It opens when this is done: Step 1-1 (Create the load balancer's security group).
//!
//! You can read ahead here. Its checks and answers wait until it opens.
//! ```

use super::prose;
use crate::lesson::step_called_in_full;
use crate::msg;
use crate::progress::StepState;
use crate::terminal::content::{Sheet, Tone};
use crate::text::sanitize;
use crate::tutor::model::Model;
use crate::tutor::search::folded;

pub fn tab(model: &Model, sheet: &mut Sheet) {
    let Some(step) = model.step() else { return };
    if !step.reference && locked(model, sheet) {
        sheet.gap();
        sheet.text(&[], &[(&model.say(&msg!(tui_locked_read_ahead)), Tone::Dim)]);
        sheet.gap();
    }
    put_note(model, sheet);
    prose::lay_out(sheet, &model.prose());
    if let Some(found) = &model.view.found {
        sheet.mark(&folded(&found.word));
    }
}

/// The learner's own note stands above the lesson.
fn put_note(model: &Model, sheet: &mut Sheet) {
    let step = model.step().map(|step| step.id.as_str()).unwrap_or_default();
    let Some(note) = model.account.progress.as_ref().and_then(|progress| progress.note(step)) else { return };
    sheet.text(&[], &[(&model.say(&msg!(tui_note)), Tone::Heading)]);
    for line in note.lines() {
        sheet.text(&[("  ", Tone::Plain)], &[(&sanitize(line), Tone::Plain)]);
    }
}

/// Says what opens the step, where it is locked; whether it is.
pub fn locked(model: &Model, sheet: &mut Sheet) -> bool {
    if model.state(model.view.step) != StepState::Locked {
        return false;
    }
    sheet.text(&[], &[(&model.say(&msg!(tui_locked)), Tone::Strong)]);
    if let Some(step) = model.blocking_step() {
        let opens = msg!(tui_locked_until, step = step_called_in_full(&step.id, &step.title));
        sheet.gap();
        sheet.text(&[], &[(&model.say(&opens), Tone::Plain)]);
    }
    true
}
