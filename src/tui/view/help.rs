//! Every key, from the one table.
//!
//! ```text
//! On a step
//!   Enter     check now
//!   n ]       next step
//! ```

use super::steps::{state_symbol, state_tone};
use crate::msg;
use crate::progress::StepState;
use crate::report::{symbol, word};
use crate::terminal::content::{Sheet, Tone};
use crate::text::{pad, width};
use crate::tutor::keys::TABLE;
use crate::tutor::model::Model;
use crate::tutor::place::Place;
use crate::tutor::words::state_word;
use crate::verify::Status;

pub fn page(model: &Model, sheet: &mut Sheet) {
    let column = TABLE.iter().map(|binding| width(&binding.key_names(&model.localizer))).max().unwrap_or(0);
    let places =
        Place::ALL.into_iter().filter(|place| model.account.demo || !matches!(place, Place::Demo | Place::Actions));
    for place in places {
        sheet.gap();
        sheet.next_section();
        sheet.text(&[], &[(&model.say(&place.title()), Tone::Heading)]);
        for binding in TABLE.iter().filter(|binding| binding.place == place) {
            sheet.next_block();
            let lead = format!("  {}  ", pad(&binding.key_names(&model.localizer), column));
            sheet.text(&[(&lead, Tone::Key)], &[(&model.say(&(binding.label)()), Tone::Plain)]);
        }
    }
    signs(model, sheet, column);
}

fn signs(model: &Model, sheet: &mut Sheet, column: usize) {
    sheet.gap();
    sheet.next_section();
    sheet.text(&[], &[(&model.say(&msg!(tui_help_signs)), Tone::Heading)]);
    let states = [StepState::Done, StepState::Open, StepState::Locked, StepState::Broken, StepState::Cleaned];
    for state in states {
        let lead = format!("  {}  ", pad(state_symbol(state), column));
        sheet.text(&[(&lead, state_tone(state))], &[(&model.say(&state_word(state)), Tone::Plain)]);
    }
    for status in [Status::Waiting, Status::Unknown, Status::Manual, Status::Skipped] {
        let lead = format!("  {}  ", pad(symbol(status), column));
        sheet.text(&[(&lead, Tone::Care)], &[(&model.say(&word(status)), Tone::Plain)]);
    }
}
