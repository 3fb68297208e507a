//! What a terminal is sent to show code bare: lines as they are, which it breaks at its edge by itself, so that it
//! knows them as one line when they are selected.

use crossterm::cursor::MoveTo;
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{Clear, ClearType};
use crossterm::{QueueableCommand, queue};

use super::shown::Shown;
use super::view::{code_hint, code_lines};
use crate::signs::Signs;
use crate::terminal::Size;
use crate::tutor::model::Model;

/// The bytes for the page of code, from an emptied screen to the keys at its foot.
#[must_use]
pub fn page(model: &Model, shown: &Shown, signs: Signs) -> Vec<u8> {
    let Size { width, height } = shown.size;
    let mut bytes = Vec::new();
    let lines = code_lines(model, &shown.content, usize::from(height.saturating_sub(1)));
    let hint: String = code_hint(model, usize::from(width)).into_iter().map(|(text, _)| text).collect();
    // Writing to memory can't fail.
    let _ = queue!(bytes, Clear(ClearType::All), MoveTo(0, 0), Print(lines.join("\r\n")));
    let _ = queue!(bytes, MoveTo(0, height.saturating_sub(1)), SetAttribute(Attribute::Reverse));
    let _ = queue!(bytes, Print(signs.show(&hint)), SetAttribute(Attribute::Reset));
    let _ = bytes.queue(MoveTo(0, 0));
    bytes
}
