//! The learner's own wiring, as the last check saw it.
//!
//! ```text
//! +- o Target group ec-site-web-tg ---------------------------+
//! | o 1 of 1 healthy                                          |
//! +-----------------------------------------------------------+
//! ```

use crate::map::{Mark, Row, Wiring, draw};
use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::tutor::model::Model;

pub fn page(model: &Model, sheet: &mut Sheet) {
    let Some(snapshot) = &model.checks.snapshot else {
        sheet.text(&[], &[(&model.say(&msg!(tui_map_not_read)), Tone::Plain)]);
        return;
    };
    let Some(wiring) = Wiring::of(&model.lesson, snapshot, &model.checks.report) else {
        sheet.text(&[], &[(&model.say(&msg!(map_no_plan)), Tone::Plain)]);
        return;
    };
    for row in draw(&wiring, &model.localizer, model.localizer.zone(), sheet.width()) {
        sheet.next_block();
        sheet.line(pieces(row));
    }
}

fn pieces(row: Row) -> Vec<(String, Tone)> {
    row.into_iter().map(|(text, mark)| (text, mark.map_or(Tone::Plain, tone))).collect()
}

/// The tone of how something stands.
fn tone(mark: Mark) -> Tone {
    match mark {
        Mark::Right => Tone::Good,
        Mark::Wrong => Tone::Bad,
        Mark::Waiting | Mark::Unseen => Tone::Care,
        Mark::Absent | Mark::Aside => Tone::Dim,
    }
}
