//! Where the learner writes: what is asked above, the text with the terminal's own cursor below.
//!
//! ```text
//! Why do the instances sit in private subnets?
//!
//! > Because nobody on the internet has to_
//! ```

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::tui::field::Field;
use crate::tutor::editor::Draft;
use crate::tutor::model::Model;

/// Rows that are left for the text however long the question is.
const LEAST_ROWS: u16 = 5;
/// Cells before the text.
const MARGIN: u16 = 2;

/// What is asked.
pub fn question(model: &Model, sheet: &mut Sheet) {
    let Some(editor) = &model.view.editor else { return };
    if let Some(asked) = model.asked(editor.subject) {
        sheet.text(&[], &[(&model.say(&asked), Tone::Strong)]);
    }
    if let Draft::Value { .. } = editor.subject {
        sheet.text(&[], &[(&model.say(&msg!(tui_value_promise)), Tone::Plain)]);
    }
}

/// The part of the body below so many rows of question, and a free one.
pub fn below(body: Rect, rows: usize) -> Rect {
    let used = u16::try_from(rows + 1).unwrap_or(u16::MAX).min(body.height.saturating_sub(LEAST_ROWS));
    let margin = MARGIN.min(body.width);
    Rect { x: body.x + margin, y: body.y + used, width: body.width - margin, height: body.height - used }
}

/// Draws the text, and puts the terminal's cursor where the next character goes.
pub fn draw(frame: &mut Frame<'_>, field: &Field, area: Rect) {
    let area = area.intersection(frame.area());
    if area.is_empty() {
        return;
    }
    frame.render_widget(field.area(), area);
    let (column, row) = field.cursor();
    frame
        .set_cursor_position(Position { x: area.x + column.min(area.width - 1), y: area.y + row.min(area.height - 1) });
}
