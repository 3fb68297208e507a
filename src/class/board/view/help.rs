//! Every key, from the one table, and what the signs mean.

use crate::class::board::keys::{Place, TABLE};
use crate::class::board::model::Model;
use crate::class::row::Look;
use crate::class::words::look;
use crate::msg;
use crate::report::{symbol, word};
use crate::terminal::content::{Sheet, Tone};
use crate::text::{pad, width};
use crate::verify::Status;

pub fn page(model: &Model, sheet: &mut Sheet) {
    let column = TABLE.iter().map(|binding| width(&binding.key_names(&model.localizer))).max().unwrap_or(0);
    for place in Place::ALL {
        sheet.gap();
        sheet.text(&[], &[(&model.say(&place.title()), Tone::Heading)]);
        for binding in TABLE.iter().filter(|binding| binding.place == place) {
            let lead = format!("  {}  ", pad(&binding.key_names(&model.localizer), column));
            sheet.text(&[(&lead, Tone::Key)], &[(&model.say(&(binding.label)()), Tone::Plain)]);
        }
    }
    sheet.gap();
    sheet.text(&[], &[(&model.say(&msg!(tui_help_signs)), Tone::Heading)]);
    let statuses = [Status::Passed, Status::Failed, Status::Waiting, Status::Unknown, Status::Manual, Status::Skipped];
    for status in statuses {
        let lead = format!("  {}  ", pad(symbol(status), column));
        sheet.text(&[(&lead, Tone::Care)], &[(&model.say(&word(status)), Tone::Plain)]);
    }
    let (sign, word) = look(Look::NotReached);
    let lead = format!("  {}  ", pad(sign, column));
    sheet.text(&[(&lead, Tone::Care)], &[(&model.say(&word), Tone::Plain)]);
    sheet.gap();
    sheet.text(&[], &[(&model.say(&msg!(board_help_since)), Tone::Plain)]);
}
