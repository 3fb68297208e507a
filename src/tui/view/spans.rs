//! Running text of a lesson as pieces of a screen.

use crate::lesson::prose::{Emphasis, Span};
use crate::terminal::content::Tone;
use crate::text::sanitize;

/// Spans with nothing left in them that could act on a terminal: a pack may come from anyone.
pub fn cleaned(spans: &[Span]) -> Vec<(String, Tone)> {
    let tone = |emphasis| match emphasis {
        Emphasis::None => Tone::Plain,
        Emphasis::Strong => Tone::Strong,
        Emphasis::Code => Tone::Code,
    };
    spans.iter().map(|span| (sanitize(&span.text).into_owned(), tone(span.emphasis))).collect()
}

/// The same pieces, borrowed.
pub fn borrowed(pieces: &[(String, Tone)]) -> Vec<(&str, Tone)> {
    pieces.iter().map(|(piece, tone)| (piece.as_str(), *tone)).collect()
}
