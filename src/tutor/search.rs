//! Looking for a word in the texts of a lesson. Pure.

use crate::i18n::Language;
use crate::lesson::prose::{Block, Span};
use crate::lesson::{Lesson, Step};

/// More hits than anybody reads.
const MOST_HITS: usize = 200;

/// What was looked for, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The word, as it was typed.
    pub word: String,
    /// Where it stands.
    pub hits: Vec<Hit>,
}

/// A place where the word stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the lesson, from 0.
    pub step: usize,
    /// The block of its text.
    pub block: usize,
    /// The item, row or paragraph.
    pub text: String,
}

/// The places where `word` stands in the lesson, those of step `first` before the others.
#[must_use]
pub fn search(lesson: &Lesson, language: Language, word: &str, first: usize) -> Vec<Hit> {
    let wanted = folded(word.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..lesson.steps.len()).collect();
    order.sort_by_key(|step| *step != first);
    let hits = order.into_iter().filter_map(|index| Some((index, lesson.steps.get(index)?)));
    hits.flat_map(|(index, step)| hits_in(index, step, language, &wanted)).take(MOST_HITS).collect()
}

fn hits_in(index: usize, step: &Step, language: Language, wanted: &str) -> Vec<Hit> {
    let hit = |block, text: String| Hit { step: index, block, text };
    let title = format!("{} {}", step.id, step.title.get(language));
    let mut hits = Vec::new();
    if folded(&title).contains(wanted) {
        hits.push(hit(0, title));
    }
    for (block, content) in step.prose(language).iter().enumerate() {
        let lines = lines(content).into_iter().filter(|line| folded(line).contains(wanted));
        hits.extend(lines.map(|line| hit(block, line)));
    }
    hits
}

/// The byte ranges of `text` in which the folded `wanted` stands.
#[must_use]
pub fn matches(text: &str, wanted: &str) -> Vec<std::ops::Range<usize>> {
    let wanted: Vec<char> = wanted.chars().collect();
    let folded: Vec<(usize, char)> = text.char_indices().flat_map(|(at, c)| fold(c).map(move |c| (at, c))).collect();
    let end_of = |position: usize| folded.get(position).map_or(text.len(), |(at, _)| *at);
    let mut ranges = Vec::new();
    let mut position = 0;
    while !wanted.is_empty() && position + wanted.len() <= folded.len() {
        let here = &folded[position..position + wanted.len()];
        if here.iter().map(|(_, c)| *c).eq(wanted.iter().copied()) {
            ranges.push(here[0].0..end_of(position + wanted.len()));
            position += wanted.len();
        } else {
            position += 1;
        }
    }
    ranges
}

/// Text as it is compared: small letters, and letters and digits of full width as those of half width.
#[must_use]
pub fn folded(text: &str) -> String {
    text.chars().flat_map(fold).collect()
}

fn fold(character: char) -> impl Iterator<Item = char> {
    narrow(character).to_lowercase()
}

/// The character of half width that one of full width stands for.
#[must_use]
pub fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        other => other,
    }
}

/// What of a block is read as a whole: a paragraph, an item, a row, a line of code.
fn lines(block: &Block) -> Vec<String> {
    match block {
        Block::Heading(text) => vec![text.clone()],
        Block::Paragraph(spans) => vec![joined(spans)],
        Block::List { items, .. } => items.iter().map(|item| item.iter().flat_map(lines).collect()).collect(),
        Block::Table { rows, .. } => {
            rows.iter().map(|row| row.iter().map(|cell| joined(cell)).collect::<Vec<_>>().join("  ")).collect()
        }
        Block::Code { text, .. } => text.lines().map(|line| line.trim().to_owned()).collect(),
        // Nobody looks for a piece of a drawing; what it shows is in its words.
        Block::Picture { words, .. } => words.iter().flat_map(lines).collect(),
    }
}

fn joined(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use test_case::test_case;

    use super::*;
    use crate::lesson::{Pack, load};

    fn hits(language: Language, word: &str) -> Vec<Hit> {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        search(&lesson, language, word, 3)
    }

    #[test_case(Language::Ja, "ターゲットグループ"; "japanese")]
    #[test_case(Language::En, "TARGET group"; "letters of another case")]
    #[test_case(Language::Ja, "ＡＬＢ"; "letters of full width")]
    #[test_case(Language::En, "4-3"; "the id of a step")]
    fn words_are_found(language: Language, word: &str) {
        assert!(!hits(language, word).is_empty());
    }

    #[test]
    fn every_hit_contains_the_word_and_those_of_the_step_shown_come_first() {
        let hits = hits(Language::En, "console");
        assert!(hits.iter().all(|hit| hit.text.to_lowercase().contains("console")));
        assert_eq!(hits[0].step, 3);
        assert!(hits.iter().any(|hit| hit.step != 3));
    }

    #[test]
    fn nothing_is_found_of_nothing() {
        assert_eq!(hits(Language::En, "  "), []);
        assert_eq!(hits(Language::En, "no such word"), []);
    }

    #[test_case("An ALB, an Alb", "alb", &["ALB", "Alb"]; "another case")]
    #[test_case("ＡＬＢです", "alb", &["ＡＬＢ"]; "full width")]
    #[test_case("aaa", "aa", &["aa"]; "no overlap")]
    #[test_case("abc", "", &[]; "nothing")]
    fn matching(text: &str, wanted: &str, expected: &[&str]) {
        let found: Vec<&str> = matches(text, wanted).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }
}
