//! The hints of a step, as many as the learner asked for.
//!
//! ```text
//! Hint 1 of 3
//! Who should be able to call the load balancer, and on which port?
//!
//! h: the next hint
//! ```

use super::{lesson, prose};
use crate::msg;
use crate::tui::content::{Sheet, Tone};
use crate::tui::model::Model;

/// The tab.
pub fn tab(model: &Model, sheet: &mut Sheet) {
    let Some(step) = model.step() else { return };
    if lesson::locked(model, sheet) {
        return;
    }
    let hints = step.hints.get(model.localizer.language());
    if hints.is_empty() {
        sheet.text(&[], &[(&model.say(&msg!(tui_no_hints)), Tone::Plain)]);
        return;
    }
    let shown = model.view.hints.get(&model.view.step).copied().unwrap_or(0);
    for (index, hint) in hints.iter().take(shown).enumerate() {
        sheet.gap();
        sheet.next_section();
        let heading = msg!(tui_hint, number = index + 1, count = hints.len());
        sheet.text(&[], &[(&model.say(&heading), Tone::Heading)]);
        prose::lay_out(sheet, hint);
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
