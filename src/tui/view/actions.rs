//! What can be done in the simulated account in this step: the right thing and typical mistakes, unmarked.
//!
//! ```text
//!  ▸ 1  Create ec-site-alb-sg with HTTP from anywhere
//!    2  Create it in the default VPC
//! ```

use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::tutor::model::Model;

pub fn page(model: &Model, sheet: &mut Sheet) {
    if model.actions.is_empty() {
        sheet.text(&[], &[(&model.say(&msg!(tui_no_actions)), Tone::Plain)]);
        return;
    }
    sheet.text(&[], &[(&model.say(&msg!(tui_actions_intro)), Tone::Plain)]);
    sheet.gap();
    for (index, action) in model.actions.iter().enumerate() {
        sheet.next_block();
        let is_chosen = index == model.view.cursor;
        let tone = if is_chosen { Tone::Selected } else { Tone::Plain };
        let lead = format!(" {} {}  ", if is_chosen { "▸" } else { " " }, index + 1);
        sheet.text(&[(&lead, tone)], &[(&model.say(&action.label), tone)]);
    }
}
