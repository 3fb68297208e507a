//! What a window shows that is too small for anything else.

use super::SMALLEST;
use crate::msg;
use crate::text::wrap;
use crate::tui::content::{Piece, Tone};
use crate::tui::model::Model;

/// The lines; whatever doesn't fit is cut.
pub fn lines(model: &Model) -> Vec<Vec<Piece>> {
    let size = model.view.size;
    let text = msg!(
        tui_too_small,
        width = size.width,
        height = size.height,
        least_width = SMALLEST.width,
        least_height = SMALLEST.height
    );
    wrap(&model.say(&text), size.width.into()).into_iter().map(|line| vec![(line, Tone::Plain)]).collect()
}
