//! What a terminal is sent to show code bare: lines as they are, which it breaks at its edge by itself, so that it
//! knows them as one line when they are selected.

use crossterm::cursor::MoveTo;
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{Clear, ClearType};
use crossterm::{QueueableCommand, queue};

use super::model::{Model, Size};
use super::view::{code_hint, code_lines};
use crate::signs::Signs;

/// The bytes for the page of code, from an emptied screen to the keys at its foot.
#[must_use]
pub fn page(model: &Model, signs: Signs) -> Vec<u8> {
    let Size { width, height } = model.view.size;
    let mut bytes = Vec::new();
    let lines = code_lines(model, usize::from(height.saturating_sub(1)));
    let hint: String = code_hint(model, usize::from(width)).into_iter().map(|(text, _)| text).collect();
    // Writing to memory can't fail.
    let _ = queue!(bytes, Clear(ClearType::All), MoveTo(0, 0), Print(lines.join("\r\n")));
    let _ = queue!(bytes, MoveTo(0, height.saturating_sub(1)), SetAttribute(Attribute::Reverse));
    let _ = queue!(bytes, Print(signs.show(&hint)), SetAttribute(Attribute::Reset));
    let _ = bytes.queue(MoveTo(0, 0));
    bytes
}

/// Where a clipboard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clipboard {
    /// The terminal's.
    Direct,
    /// That of the terminal around tmux, which hands the sequence on where it is allowed to.
    BehindTmux,
}

/// The bytes that put `text` into the clipboard (OSC 52), where the terminal lets them.
#[must_use]
pub fn copy(text: &str, clipboard: Clipboard) -> Vec<u8> {
    use base64::Engine as _;
    let data = base64::engine::general_purpose::STANDARD.encode(text);
    let direct = format!("\u{1b}]52;c;{data}\u{7}");
    let bytes = match clipboard {
        Clipboard::Direct => direct,
        // tmux takes the first where set-clipboard is on, and hands on the second where allow-passthrough is.
        Clipboard::BehindTmux => format!("{direct}\u{1b}Ptmux;\u{1b}{direct}\u{1b}\\"),
    };
    bytes.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clipboard_gets_base64() {
        assert_eq!(copy("店", Clipboard::Direct), b"\x1b]52;c;5bqX\x07");
    }

    #[test]
    fn behind_tmux_the_escape_is_doubled_and_wrapped() {
        assert_eq!(copy("a", Clipboard::BehindTmux), b"\x1b]52;c;YQ==\x07\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
    }
}
