//! Puts the values of a lesson into its texts, once those are blocks: a value is never read as Markdown.

use super::{Block, Span};
use crate::i18n::Text;
use crate::lesson::Values;

/// Replaces every `{{name}}` in `blocks`.
///
/// # Errors
/// A name that is not a value, with its offset in the piece of text that has it.
pub fn fill(blocks: &mut [Block], values: &Values) -> Result<(), (usize, Text)> {
    blocks.iter_mut().try_for_each(|block| match block {
        Block::Heading(text) | Block::Code { text, .. } => string(text, values),
        Block::Paragraph(piece) => spans(piece, values),
        Block::List { items, .. } => items.iter_mut().try_for_each(|item| fill(item, values)),
        Block::Table { head, rows } => {
            head.iter_mut().chain(rows.iter_mut().flatten()).try_for_each(|cell| spans(cell, values))
        }
        Block::Picture { text, words } => string(text, values).and_then(|()| fill(words, values)),
    })
}

fn spans(spans: &mut [Span], values: &Values) -> Result<(), (usize, Text)> {
    spans.iter_mut().try_for_each(|span| string(&mut span.text, values))
}

fn string(text: &mut String, values: &Values) -> Result<(), (usize, Text)> {
    *text = values.rewrite(text)?;
    Ok(())
}
