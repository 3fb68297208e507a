//! Every key, from the one table.
//!
//! ```text
//! On a step
//!   Enter     check now
//!   n ]       next step
//! ```

use super::steps::{state_symbol, state_tone, state_word};
use crate::msg;
use crate::progress::StepState;
use crate::report::{symbol, word};
use crate::text::{pad, width};
use crate::tui::content::{Sheet, Tone};
use crate::tui::keys::{Binding, Place, TABLE};
use crate::tui::model::Model;
use crate::verify::Status;

/// The page.
pub fn page(model: &Model, sheet: &mut Sheet) {
    let column = TABLE.iter().map(|binding| width(&keys(model, binding))).max().unwrap_or(0);
    let places =
        Place::ALL.into_iter().filter(|place| model.account.demo || !matches!(place, Place::Demo | Place::Actions));
    for place in places {
        sheet.gap();
        sheet.next_section();
        sheet.text(&[], &[(&model.say(&place.title()), Tone::Heading)]);
        for binding in TABLE.iter().filter(|binding| binding.place == place) {
            sheet.next_block();
            let lead = format!("  {}  ", pad(&keys(model, binding), column));
            sheet.text(&[(&lead, Tone::Key)], &[(&model.say(&(binding.label)()), Tone::Plain)]);
        }
    }
    signs(model, sheet, column);
}

/// The names of the keys of a row.
fn keys(model: &Model, binding: &Binding) -> String {
    let mut names: Vec<String> = binding.keys.iter().map(|key| model.say(&key.name())).collect();
    names.dedup();
    names.join(" ")
}

fn signs(model: &Model, sheet: &mut Sheet, column: usize) {
    sheet.gap();
    sheet.next_section();
    sheet.text(&[], &[(&model.say(&msg!(tui_help_signs)), Tone::Heading)]);
    let states = [StepState::Done, StepState::Open, StepState::Locked, StepState::Broken];
    for state in states {
        let lead = format!("  {}  ", pad(state_symbol(state), column));
        sheet.text(&[(&lead, state_tone(state))], &[(&model.say(&state_word(state)), Tone::Plain)]);
    }
    for status in [Status::Waiting, Status::Unknown, Status::Manual, Status::Skipped] {
        let lead = format!("  {}  ", pad(symbol(status), column));
        sheet.text(&[(&lead, Tone::Care)], &[(&model.say(&word(status)), Tone::Plain)]);
    }
}
