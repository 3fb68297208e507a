//! How lesson texts break into lines, for every text of the embedded lesson.

use std::collections::BTreeSet;

use super::*;
use crate::i18n::Language;
use crate::lesson::prose::Block;
use crate::terminal::content::{Content, Sheet};
use crate::tui::view::lay_out_prose;

const NO_LINE_STARTS_WITH: &str = "、。，．・：；？！」』）】〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々";
const NO_LINE_ENDS_WITH: &str = "「『（【〔";

fn texts(language: Language) -> impl Iterator<Item = (String, &'static [Block])> {
    LESSON.steps.iter().flat_map(move |step| {
        let hints = step.hints(language).iter().map(|hint| (format!("{} hint", step.id), hint.as_slice()));
        std::iter::once((step.id.clone(), step.prose(language))).chain(hints)
    })
}

fn laid_out(blocks: &[Block], cells: usize) -> Content {
    let mut sheet = Sheet::new(cells);
    lay_out_prose(&mut sheet, blocks);
    sheet.finish()
}

fn lines(content: &Content) -> Vec<String> {
    content.lines.iter().map(|line| line.pieces.iter().map(|(text, _)| text.as_str()).collect()).collect()
}

#[test]
fn no_line_of_the_lesson_starts_or_ends_wrongly_or_is_too_wide() {
    for language in Language::ALL {
        for (name, blocks) in texts(language) {
            for cells in 30..=160 {
                for line in lines(&laid_out(blocks, cells)) {
                    assert!(width(&line) <= cells, "{name} at {cells}: {line}");
                    let text = line.trim();
                    let starts = text.chars().next().is_some_and(|first| NO_LINE_STARTS_WITH.contains(first));
                    let ends = text.chars().next_back().is_some_and(|last| NO_LINE_ENDS_WITH.contains(last));
                    assert!(!starts && !ends, "{name} at {cells}: {line}");
                }
            }
        }
    }
}

#[test]
fn nothing_of_the_lesson_is_lost_between_the_lines() {
    for language in Language::ALL {
        for (name, blocks) in texts(language) {
            let squeeze = |content: &Content| -> String {
                let kept = |character: &char| !character.is_whitespace() && !"-›".contains(*character);
                let mut characters: Vec<char> = lines(content).concat().chars().filter(kept).collect();
                // The cells of a table come in another order when they wrap.
                characters.sort_unstable();
                characters.into_iter().collect()
            };
            let whole = squeeze(&laid_out(blocks, 2_000));
            for cells in [40, 58, 78, 118] {
                assert_eq!(squeeze(&laid_out(blocks, cells)), whole, "{name} at {cells}");
            }
        }
    }
}

/// What should stay on one line: English words, names of resources, paths and ARNs, as spaces and Japanese bound them.
fn words(text: &str) -> Vec<&str> {
    let bounds = |character: char| !character.is_ascii_graphic();
    text.split(bounds).filter(|word| word.len() > 1).collect()
}

fn block_texts(blocks: &[Block]) -> Vec<String> {
    let joined = |spans: &[crate::lesson::prose::Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let mut texts = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(text) => texts.push(text.clone()),
            Block::Paragraph(spans) => texts.push(joined(spans)),
            Block::List { items, .. } => texts.extend(items.iter().flat_map(|item| block_texts(item))),
            Block::Table { .. } | Block::Code { .. } | Block::Picture { .. } => {}
        }
    }
    texts
}

/// Cells that lists take from a line at most: markers of two levels.
const DEEPEST: usize = 12;

#[test]
fn words_names_and_arns_stay_whole_at_every_width_that_has_room_for_them() {
    for language in Language::ALL {
        for (name, blocks) in texts(language) {
            let prose: Vec<Block> = blocks.iter().filter(|block| !is_drawn(block)).cloned().collect();
            let texts = block_texts(&prose);
            let whole: BTreeSet<&str> = texts.iter().flat_map(|text| words(text)).collect();
            for cells in 30..=160 {
                for line in lines(&laid_out(&prose, cells)) {
                    for word in words(&line) {
                        if whole.contains(word) || is_marker(word) {
                            continue;
                        }
                        let mut whence = whole.iter().filter(|long| long.contains(word)).peekable();
                        let was_avoidable =
                            whence.peek().is_some() && whence.all(|long| width(long) + DEEPEST <= cells);
                        assert!(!was_avoidable, "{name} at {cells}: {word} in {line}");
                    }
                }
            }
        }
    }
}

fn is_drawn(block: &Block) -> bool {
    matches!(block, Block::Table { .. } | Block::Code { .. } | Block::Picture { .. })
}

fn is_marker(word: &str) -> bool {
    word == "-" || word.strip_suffix('.').is_some_and(|number| number.parse::<u32>().is_ok())
}

#[test]
fn code_that_is_too_wide_goes_on_under_a_sign() {
    let text = "    aws ec2 describe-instances --filters Name=vpc-id,Values=x --output text".to_owned();
    let blocks = [Block::Code { snippet: None, text }];
    let expected = [
        "    aws ec2 describe-instances",
        "      › --filters",
        "      › Name=vpc-id,Values=x",
        "      › --output text",
    ];
    assert_eq!(lines(&laid_out(&blocks, 32)), expected);
}

#[test]
fn control_characters_of_a_foreign_pack_are_shown_not_sent() {
    let blocks = [Block::Heading("a\u{1b}[2J".into()), Block::Code { snippet: None, text: "x\u{1b}]0;y\u{7}".into() }];
    let shown = lines(&laid_out(&blocks, 80)).concat();
    assert!(!shown.chars().any(char::is_control), "{shown:?}");
    assert!(shown.contains("\\u{1b}[2J"), "{shown}");
}

#[test]
fn a_table_keeps_its_columns_and_wraps_within_them() {
    let span = |text: &str| {
        vec![crate::lesson::prose::Span { text: text.into(), emphasis: crate::lesson::prose::Emphasis::None }]
    };
    let table = Block::Table {
        head: vec![span("項目"), span("値")],
        rows: vec![vec![span("セキュリティグループ名"), span("ec-site-alb-sg")], vec![span("説明"), span("a b c")]],
    };
    let expected = [
        "項目        値",
        "----------  --------------",
        "セキュリテ  ec-site-alb-sg",
        "ィグループ",
        "名",
        "説明        a b c",
    ];
    let shown = lines(&laid_out(&[table], 26));
    let trimmed: Vec<&str> = shown.iter().map(|line| line.trim_end()).collect();
    assert_eq!(trimmed.len(), expected.len(), "{trimmed:#?}");
    assert_eq!(trimmed[0], expected[0]);
    assert!(trimmed[2].ends_with("  ec-site-alb-sg"), "{trimmed:#?}");
}
