//! Lines of at most so many cells, in a time that grows as the text does.

use std::ops::Range;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use unicode_segmentation::UnicodeSegmentation;

use katakana::words;

use super::width;

mod katakana;

/// Lines narrower than this can't afford to keep a mark with the character before it.
const ROOM_TO_STICK: usize = 8;

/// Breaks `text` into lines of at most `cells`.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    wrap_ranges(text, cells.max(1)).into_iter().map(|range| text[range].to_owned()).collect()
}

/// Breaks styled pieces into lines of at most `cells` by the Unicode rules in their strict Japanese form: no line
/// starts with a closing bracket, a long-vowel mark or a small kana; a name such as `ec-site-alb-sg` stays whole
/// unless it is longer than a line, and so does a word in katakana unless it is very long. `\n` always breaks.
#[must_use]
pub fn wrap_styled<S: Copy + PartialEq>(pieces: &[(&str, S)], cells: usize) -> Vec<Vec<(String, S)>> {
    let whole: String = pieces.iter().map(|(piece, _)| *piece).collect();
    let mut left = Left { pieces, start: 0 };
    wrap_ranges(&whole, cells.max(1)).into_iter().map(|range| left.line(range)).collect()
}

/// The pieces that lines are still to be made of.
struct Left<'a, S> {
    pieces: &'a [(&'a str, S)],
    /// Where the first of them begins in the whole text.
    start: usize,
}

impl<S: Copy + PartialEq> Left<'_, S> {
    /// What stands at `range` of the whole text. Ranges come in their order.
    fn line(&mut self, range: Range<usize>) -> Vec<(String, S)> {
        let mut line: Vec<(String, S)> = Vec::new();
        while let Some(((text, style), behind)) = self.pieces.split_first() {
            let within = |at: usize| at.saturating_sub(self.start).min(text.len());
            let part = &text[within(range.start)..within(range.end)];
            match line.last_mut() {
                _ if part.is_empty() => {}
                Some((piece, last)) if last == style => piece.push_str(part),
                _ => line.push((part.to_owned(), *style)),
            }
            if self.start + text.len() > range.end {
                break;
            }
            self.start += text.len();
            self.pieces = behind;
        }
        line
    }
}

/// The byte ranges of the lines, without the spaces at their ends.
fn wrap_ranges(text: &str, cells: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, start, cells, &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

fn wrap_paragraph(paragraph: &str, offset: usize, cells: usize, lines: &mut Vec<Range<usize>>) {
    let mut push = |range: Range<usize>| {
        let trimmed = paragraph[range.clone()].trim_end_matches(' ').len();
        lines.push(offset + range.start..offset + range.start + trimmed);
    };
    let mut line = 0..0;
    let mut taken = 0;
    for end in units(paragraph, cells) {
        let unit = &paragraph[line.end..end];
        let shown = unit.trim_end_matches(' ');
        let needed = width(shown);
        if !shown.is_empty() && taken + needed > cells && !line.is_empty() {
            push(line.clone());
            (line.start, taken) = (line.end, 0);
        }
        line.end = end;
        taken += needed + (unit.len() - shown.len());
    }
    push(line);
}

/// Ends of the smallest pieces that a line may consist of. A piece wider than a line is taken apart: first where
/// Unicode allows a break at all (after a hyphen of a long name), then between graphemes.
fn units(paragraph: &str, cells: usize) -> Vec<usize> {
    let breaks = break_opportunities(paragraph);
    let mut words = words(paragraph).peekable();
    let mut ends = Vec::new();
    let (mut start, mut first) = (0, 0);
    for (index, &end) in breaks.iter().enumerate() {
        while words.next_if(|word| word.end <= end).is_some() {}
        let splits_word = words.peek().is_some_and(|word| word.start < end);
        if !splits_word && !splits_name(paragraph, end) {
            split_wide(paragraph, start, &breaks[first..=index], cells, &mut ends);
            (start, first) = (end, index + 1);
        }
    }
    ends
}

/// The ends of what stands from `start` to the last of `breaks`: that one alone where it fits into a line.
fn split_wide(paragraph: &str, start: usize, breaks: &[usize], cells: usize, ends: &mut Vec<usize>) {
    let fits = |range: Range<usize>| width(paragraph[range].trim_end_matches(' ')) <= cells;
    if let Some(&end) = breaks.last().filter(|end| fits(start..**end)) {
        ends.push(end);
        return;
    }
    let mut start = start;
    for &end in breaks {
        if fits(start..end) {
            ends.push(end);
        } else {
            let graphemes = paragraph[start..end].grapheme_indices(true);
            ends.extend(graphemes.filter_map(|(at, grapheme)| {
                let behind = start + at + grapheme.len();
                let stays = cells >= ROOM_TO_STICK && sticks(&paragraph[behind..]) && !sticks(grapheme);
                // What stayed with the next piece could make that one too wide.
                (!stays || behind == end).then_some(behind)
            }));
        }
        start = end;
    }
}

/// Whether `rest` begins with a mark that belongs to what stands before it.
fn sticks(rest: &str) -> bool {
    rest.chars().next().is_some_and(|first| "、。，．・：；？！」』）】〕ー,.:;?!)]}".contains(first))
}

/// Where Unicode allows a break; the end of the text is one.
fn break_opportunities(paragraph: &str) -> Vec<usize> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    LineSegmenter::new_for_non_complex_scripts(options).segment_str(paragraph).filter(|&end| end > 0).collect()
}

/// Whether a break at `end` would fall within an English word, a resource name, a path or an ARN.
fn splits_name(paragraph: &str, end: usize) -> bool {
    let before = paragraph[..end].chars().next_back();
    let after = paragraph[end..].chars().next();
    matches!((before, after), (Some(b), Some(a)) if b.is_ascii_graphic() && a.is_ascii_graphic())
}

#[cfg(test)]
mod tests;
