//! The hints of a step, as many as the learner asked for.
//!
//! ```text
//! Hint 1 of 3
//! Who should be able to call the load balancer, and on which port?
//!
//! h: the next hint
//! ```

use super::{lesson, prose};
use crate::lesson::prose::Block;
use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::tutor::model::Model;

pub fn tab(model: &Model, sheet: &mut Sheet) {
    let Some(step) = model.step() else { return };
    if lesson::locked(model, sheet) {
        return;
    }
    let hints = step.hints(model.localizer.language());
    if hints.is_empty() {
        sheet.text(&[], &[(&model.say(&msg!(tui_no_hints)), Tone::Plain)]);
        return;
    }
    let shown = model.view.hints.get(&model.view.step).copied().unwrap_or(0);
    for (index, hint) in hints.iter().take(shown).enumerate() {
        let heading = model.say(&msg!(tui_hint, number = index + 1, count = hints.len()));
        let blocks: Vec<Block> = std::iter::once(Block::Heading(heading)).chain(hint.iter().cloned()).collect();
        prose::lay_out(sheet, &blocks);
    }
    sheet.gap();
    sheet.next_block();
    let more = match shown {
        0 => msg!(tui_hint_first, count = hints.len()),
        shown if shown < hints.len() => msg!(tui_hint_more),
        _ => msg!(tui_hint_last),
    };
    sheet.text(&[], &[(&model.say(&more), Tone::Dim)]);
}
