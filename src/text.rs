//! The only place that measures, wraps, shortens and cleans text.

use std::borrow::Cow;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The longest string from outside that is shown, in characters; the rest is cut. A tag value has at most 256.
const LONGEST_VISIBLE: usize = 2_000;

/// Lines narrower than this can't afford to keep a mark with the character before it.
const ROOM_TO_STICK: usize = 8;

/// The cells that `text` takes in a terminal, with the tables that ratatui uses.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// `text` from an untrusted source with every character that could act on a terminal, reorder or hide text
/// written as an escape (`\u{1b}`), and cut where it is absurdly long.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let too_long = text.len() > LONGEST_VISIBLE && text.chars().nth(LONGEST_VISIBLE).is_some();
    if !too_long && !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::new();
    for character in text.chars().take(LONGEST_VISIBLE) {
        if is_hidden(character) {
            cleaned.extend(character.escape_default());
        } else {
            cleaned.push(character);
        }
    }
    if too_long {
        cleaned.push_str("...");
    }
    Cow::Owned(cleaned)
}

/// Control characters, and the format characters that reorder or hide what is around them.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// `text` cut to at most `cells`, with `..` at its end where something was cut.
#[must_use]
pub fn shorten(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut short = String::new();
    for grapheme in text.graphemes(true) {
        if width(&short) + width(grapheme) + 2 > cells {
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

/// Breaks `text` into lines of at most `cells`.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    wrap_styled(&[(text, ())], cells)
        .into_iter()
        .map(|line| line.into_iter().map(|(piece, ())| piece).collect())
        .collect()
}

/// Breaks styled pieces into lines of at most `cells` by the Unicode rules in their strict Japanese form: no line
/// starts with a closing bracket, a long-vowel mark or a small kana; a name such as `ec-site-alb-sg` stays whole
/// unless it is longer than a line. `\n` always breaks.
#[must_use]
pub fn wrap_styled<S: Copy + PartialEq>(pieces: &[(&str, S)], cells: usize) -> Vec<Vec<(String, S)>> {
    let whole: String = pieces.iter().map(|(piece, _)| *piece).collect();
    let mut styles = Vec::with_capacity(whole.len());
    for (piece, style) in pieces {
        styles.extend(std::iter::repeat_n(*style, piece.len()));
    }
    wrap_ranges(&whole, cells.max(1)).into_iter().map(|range| styled_line(&whole, &styles, range)).collect()
}

fn styled_line<S: Copy + PartialEq>(whole: &str, styles: &[S], range: std::ops::Range<usize>) -> Vec<(String, S)> {
    let mut line: Vec<(String, S)> = Vec::new();
    for (offset, character) in whole[range.clone()].char_indices() {
        let style = styles[range.start + offset];
        match line.last_mut() {
            Some((piece, last)) if *last == style => piece.push(character),
            _ => line.push((character.to_string(), style)),
        }
    }
    line
}

/// The byte ranges of the lines, without the spaces at their ends.
fn wrap_ranges(text: &str, cells: usize) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, start, cells, &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

fn wrap_paragraph(paragraph: &str, offset: usize, cells: usize, lines: &mut Vec<std::ops::Range<usize>>) {
    let mut line_start = 0;
    let mut line_end = 0;
    let mut push = |range: std::ops::Range<usize>| {
        let trimmed = paragraph[range.clone()].trim_end_matches(' ').len();
        lines.push(offset + range.start..offset + range.start + trimmed);
    };
    for unit_end in units(paragraph, cells) {
        let with_unit = &paragraph[line_start..unit_end];
        if width(with_unit.trim_end_matches(' ')) > cells && line_end > line_start {
            push(line_start..line_end);
            line_start = line_end;
        }
        line_end = unit_end;
    }
    push(line_start..line_end);
}

/// Ends of the smallest pieces that a line may consist of. A piece wider than a line is taken apart: first where
/// Unicode allows a break at all (after a hyphen of a long name), then between graphemes.
fn units(paragraph: &str, cells: usize) -> Vec<usize> {
    let allowed = break_opportunities(paragraph);
    let mut ends = Vec::new();
    let mut start = 0;
    for &end in allowed.iter().filter(|&&end| !splits_name(paragraph, end)) {
        split_wide(paragraph, start..end, &allowed, cells, &mut ends);
        start = end;
    }
    if start < paragraph.len() {
        split_wide(paragraph, start..paragraph.len(), &allowed, cells, &mut ends);
    }
    ends
}

fn split_wide(paragraph: &str, range: std::ops::Range<usize>, allowed: &[usize], cells: usize, ends: &mut Vec<usize>) {
    if width(paragraph[range.clone()].trim_end_matches(' ')) <= cells {
        ends.push(range.end);
        return;
    }
    let mut start = range.start;
    for &end in allowed.iter().filter(|&&end| range.start < end && end <= range.end).chain([&range.end]) {
        if end == start {
            continue;
        }
        let piece = &paragraph[start..end];
        if width(piece.trim_end_matches(' ')) <= cells {
            ends.push(end);
        } else {
            let graphemes = piece.grapheme_indices(true);
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
mod tests {
    use proptest::prelude::*;
    use test_case::test_case;

    use super::*;

    const NO_LINE_STARTS_WITH: &str = "、。，．・：；？！」』）】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々";
    const NO_LINE_ENDS_WITH: &str = "「『（【〔";

    #[test_case("ec-site-alb-sg", "ec-site-alb-sg"; "plain")]
    #[test_case("a\u{1b}[31mb", "a\\u{1b}[31mb"; "escape")]
    #[test_case("a\nb", "a\\nb"; "newline")]
    #[test_case("a\u{9b}b", "a\\u{9b}b"; "c1")]
    #[test_case("a\u{202e}b", "a\\u{202e}b"; "bidi")]
    #[test_case("a\u{200b}b", "a\\u{200b}b"; "zero_width")]
    #[test_case("店舗", "店舗"; "japanese")]
    fn hidden_characters_become_visible(input: &str, expected: &str) {
        assert_eq!(visible(input), expected);
    }

    #[test]
    fn endless_strings_are_cut() {
        let cut = visible(&"あ".repeat(10_000)).into_owned();
        assert_eq!(cut.chars().count(), LONGEST_VISIBLE + 3);
    }

    #[test]
    fn shortening_counts_cells() {
        assert_eq!(shorten("起動テンプレート", 9), "起動テ..");
        assert_eq!(shorten("short", 5), "short");
        assert_eq!(shorten("long", 1), ".");
        assert_eq!(shorten("long", 0), "");
    }

    #[test]
    fn japanese_breaks_by_the_rules_at_every_width() {
        let text = "アプリケーションロードバランサー（ALB）のターゲットグループを「ec-site-web-tg」という名前で作成し、ヘルスチェックが通るまで待ちましょう。";
        for cells in 20..=160 {
            for line in wrap(text, cells) {
                assert!(width(&line) <= cells, "{cells}: {line}");
                let first = line.chars().next().unwrap();
                let last = line.chars().next_back().unwrap();
                assert!(!NO_LINE_STARTS_WITH.contains(first), "{cells}: {line}");
                assert!(!NO_LINE_ENDS_WITH.contains(last), "{cells}: {line}");
                assert_eq!(line.contains("ec-site"), line.contains("ec-site-web-tg"), "{cells}: {line}");
            }
        }
    }

    #[test]
    fn a_name_wider_than_the_line_breaks_after_its_hyphens() {
        assert_eq!(wrap("see ec-site-launch-template", 12), ["see ec-site-", "launch-", "template"]);
    }

    #[test]
    fn a_mark_after_a_name_that_fills_the_line_takes_the_end_of_the_name_with_it() {
        assert_eq!(wrap("ResponseCode：返事", 12), ["ResponseCod", "e：返事"]);
    }

    #[test]
    fn empty_lines_stay() {
        assert_eq!(wrap("a\n\nb", 10), ["a", "", "b"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn styles_survive_a_break() {
        let lines = wrap_styled(&[("aa ", 1), ("bb cc", 2)], 5);
        assert_eq!(lines, [vec![("aa ".to_owned(), 1), ("bb".to_owned(), 2)], vec![("cc".to_owned(), 2)]]);
    }

    #[test]
    fn a_blank_at_the_end_of_a_wide_piece_does_not_widen_the_next_one() {
        assert_eq!(wrap(" 、）ーー ー 、-）え", 8), [" 、）ー", "ー", "ー 、-）", "え"]);
    }

    proptest! {
        #[test]
        fn wrapping_loses_nothing_but_spaces(text in "[a-z \u{3041}-\u{3093}ー、。（）-]{0,80}", cells in 2_usize..40) {
            let lines = wrap(&text, cells);
            let squeeze = |s: &str| s.replace(' ', "");
            prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
            for line in lines {
                prop_assert!(width(&line) <= cells, "{:?} is wider than {}", line, cells);
            }
        }
    }
}
