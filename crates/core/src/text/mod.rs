//! The only place that measures, wraps, shortens and cleans text.

mod paragraphs;
mod sanitize;
mod sound_marks;
mod wrap;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use paragraphs::wrap_lines;
pub use sanitize::{is_hidden, sanitize, visible, weighed};
pub use sound_marks::drawn;
pub use wrap::{wrap, wrap_styled};

/// The cells that `text` takes in a terminal, with the tables that ratatui uses.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// `text` cut to at most `cells`, with `..` at its end where something was cut.
#[must_use]
pub fn shorten(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut taken = 2;
    for grapheme in text.graphemes(true) {
        taken += width(grapheme);
        if taken > cells {
            break;
        }
        short.push_str(grapheme);
    }
    short.extend(std::iter::repeat_n('.', 2.min(cells)));
    short
}

/// `text` followed by spaces up to `cells`.
#[must_use]
pub fn pad(text: &str, cells: usize) -> String {
    let mut padded = text.to_owned();
    padded.extend(std::iter::repeat_n(' ', cells.saturating_sub(width(text))));
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortening_counts_cells() {
        assert_eq!(shorten("起動テンプレート", 9), "起動テ..");
        assert_eq!(shorten("short", 5), "short");
        assert_eq!(shorten("long", 1), ".");
        assert_eq!(shorten("long", 0), "");
    }
}
