//! Every order, from the one table.

use crate::i18n::Text;
use crate::msg;
use crate::plain::orders::{OrderRow, TABLE, words};
use crate::plain::speech::Speech;
use crate::tutor::model::Model;
use crate::tutor::place::Place;

/// The orders, place by place.
pub fn all(model: &Model, speech: &mut Speech) {
    speech.heading(model.say(&msg!(plain_help_intro)));
    let places =
        Place::ALL.into_iter().filter(|place| model.account.demo || !matches!(place, Place::Demo | Place::Actions));
    for place in places {
        let rows: Vec<&OrderRow> = TABLE.iter().filter(|row| row.place == place).collect();
        if rows.is_empty() {
            continue;
        }
        speech.heading(model.say(&place.title()));
        for row in rows {
            speech.say(model.say(&line(model, row)));
        }
    }
}

/// `check, c: check the account`.
fn line(model: &Model, row: &OrderRow) -> Text {
    let words = words(row, &model.localizer).into_iter().chain(row.letter.map(String::from));
    msg!(plain_help_row, words = Text::list(words), label = (row.label)())
}
