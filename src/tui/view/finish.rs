//! The end of the lab: what it came to, and what is left to do.
//!
//! ```text
//! Step 4 is done. Well done!
//!
//!   Steps      20 of 20
//!   Time       2 h 15 min
//!   ...
//! ```

use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::text::{pad, width};
use crate::tutor::finish;
use crate::tutor::model::Model;

pub fn page(model: &Model, sheet: &mut Sheet) {
    sheet.text(&[], &[(&model.say(&msg!(finish_head)), Tone::Strong)]);
    sheet.gap();
    let lines = finish::lines(model);
    let names: Vec<String> = lines.iter().map(|(name, _)| model.say(name)).collect();
    let column = names.iter().map(|name| width(name)).max().unwrap_or(0);
    for (name, (_, text)) in names.iter().zip(&lines) {
        sheet.next_block();
        sheet.text(&[(&format!("  {}  ", pad(name, column)), Tone::Dim)], &[(&model.say(text), Tone::Plain)]);
    }
    sheet.gap();
    sheet.text(&[], &[(&model.say(&msg!(finish_order)), Tone::Plain)]);
}
