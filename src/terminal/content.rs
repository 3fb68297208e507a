//! Lines laid out for a width: what a page shows, before it has colours and before it is cut to a window.
//! Knows nothing of the terminal or of the model.

use crate::text::{width, wrap_styled};
use crate::tutor::search::matches;
pub use crate::tutor::tone::Tone;

/// A run of text of one tone.
pub type Piece = (String, Tone);

/// Where in the source a line comes from, so that the place is found again in another language or width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// Headings passed.
    pub section: usize,
    /// Blocks passed.
    pub block: usize,
}

/// A line of a page before it is wrapped to the window's width.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its runs of text.
    pub pieces: Vec<Piece>,
    /// Where it comes from.
    pub anchor: Anchor,
}

impl Line {
    /// Its text, without the tones.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|(piece, _)| piece.as_str()).collect()
    }
}

/// Everything that a page or tab shows, however many lines that takes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// The lines, none wider than the width that they were laid out for.
    pub lines: Vec<Line>,
}

impl Content {
    /// The line of `self` that shows what line `top` of `old` showed.
    #[must_use]
    pub fn same_place(&self, old: &Self, top: usize) -> usize {
        let Some(line) = old.lines.get(top) else { return top };
        let same_blocks = old.lines.last().map(|line| line.anchor) == self.lines.last().map(|line| line.anchor);
        if same_blocks {
            self.proportional(old, top, |other| other.block == line.anchor.block)
        } else {
            self.proportional(old, top, |other| other.section == line.anchor.section)
        }
    }

    fn proportional(&self, old: &Self, top: usize, belongs: impl Fn(Anchor) -> bool) -> usize {
        let span = |content: &Self| {
            let start = content.lines.iter().position(|line| belongs(line.anchor))?;
            let length = content.lines[start..].iter().take_while(|line| belongs(line.anchor)).count();
            Some((start, length))
        };
        match (span(old), span(self)) {
            (Some((old_start, old_length)), Some((start, length))) => {
                start + (top - old_start) * length / old_length.max(1)
            }
            _ => top.min(self.lines.len().saturating_sub(1)),
        }
    }
}

/// Lays out text line by line.
#[derive(Debug)]
pub struct Sheet {
    width: usize,
    anchor: Anchor,
    lines: Vec<Line>,
}

impl Sheet {
    /// An empty sheet of `width` cells.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self { width: width.max(1), anchor: Anchor::default(), lines: Vec::new() }
    }

    /// The cells of a line.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Begins the next block of the source.
    pub fn next_block(&mut self) {
        self.anchor.block += 1;
    }

    /// Begins the next section of the source.
    pub fn next_section(&mut self) {
        self.anchor.section += 1;
    }

    /// An empty line, unless the sheet is empty or ends with one.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.pieces.is_empty()) {
            self.line(Vec::new());
        }
    }

    /// A line as it stands.
    pub fn line(&mut self, pieces: Vec<Piece>) {
        self.lines.push(Line { pieces, anchor: self.anchor });
    }

    /// Text in lines of at most `cells` beyond `lead`, which stands before the first of them; the others begin
    /// under the text of the first.
    pub fn text_within(&mut self, cells: usize, lead: &[(&str, Tone)], text: &[(&str, Tone)]) {
        let indent: usize = lead.iter().map(|(piece, _)| width(piece)).sum();
        let room = self.width.saturating_sub(indent).min(cells);
        for (index, wrapped) in wrap_styled(text, room).into_iter().enumerate() {
            let mut pieces: Vec<Piece> = if index == 0 {
                lead.iter().map(|(piece, tone)| ((*piece).to_owned(), *tone)).collect()
            } else {
                vec![(" ".repeat(indent), Tone::Plain)]
            };
            pieces.extend(wrapped);
            pieces.retain(|(piece, _)| !piece.is_empty());
            self.line(pieces);
        }
    }

    /// As [`Sheet::text_within`] up to the edge of the sheet.
    pub fn text(&mut self, lead: &[(&str, Tone)], text: &[(&str, Tone)]) {
        self.text_within(self.width, lead, text);
    }

    /// Marks the folded `word` wherever it stands within one run of text.
    pub fn mark(&mut self, word: &str) {
        for line in &mut self.lines {
            line.pieces = line.pieces.drain(..).flat_map(|piece| marked(piece, word)).collect();
        }
    }

    /// The lines, without empty ones at the end.
    #[must_use]
    pub fn finish(mut self) -> Content {
        while self.lines.last().is_some_and(|line| line.pieces.is_empty()) {
            self.lines.pop();
        }
        Content { lines: self.lines }
    }
}

fn marked((text, tone): Piece, word: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for range in matches(&text, word) {
        pieces.push((text[end..range.start].to_owned(), tone));
        pieces.push((text[range.clone()].to_owned(), Tone::Selected));
        end = range.end;
    }
    pieces.push((text[end..].to_owned(), tone));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(anchors: &[(usize, usize)]) -> Content {
        let line = |(section, block): &(usize, usize)| Line {
            pieces: vec![("x".into(), Tone::Plain)],
            anchor: Anchor { section: *section, block: *block },
        };
        Content { lines: anchors.iter().map(line).collect() }
    }

    #[test]
    fn the_same_block_is_found_at_another_width() {
        let narrow = content(&[(0, 0), (0, 0), (0, 1), (0, 1), (0, 2)]);
        let wide = content(&[(0, 0), (0, 1), (0, 2)]);
        assert_eq!(wide.same_place(&narrow, 3), 1);
        assert_eq!(wide.same_place(&narrow, 4), 2);
        assert_eq!(narrow.same_place(&wide, 1), 2);
    }

    #[test]
    fn the_same_section_is_found_where_the_languages_have_different_blocks() {
        let one = content(&[(1, 0), (1, 1), (1, 2), (2, 3), (2, 4)]);
        let other = content(&[(1, 0), (2, 1), (2, 2), (2, 3)]);
        assert_eq!(other.same_place(&one, 3), 1);
        assert_eq!(one.same_place(&other, 1), 3);
    }

    #[test]
    fn following_lines_begin_under_the_text_of_the_first() {
        let mut sheet = Sheet::new(10);
        sheet.text(&[("1. ", Tone::Plain)], &[("aaa bbb ccc", Tone::Plain)]);
        let lines: Vec<String> = sheet
            .finish()
            .lines
            .iter()
            .map(|line| line.pieces.iter().map(|(piece, _)| piece.as_str()).collect())
            .collect();
        assert_eq!(lines, ["1. aaa bbb", "   ccc"]);
    }
}
