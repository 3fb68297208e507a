//! Lesson text as blocks, from the subset of Markdown that lessons are written in.

mod block;
mod builder;
mod fill;

use std::collections::BTreeMap;

use super::Rewritten;
use super::suggestion::suggest;
use crate::i18n::Text;
use crate::msg;
pub use block::{Block, Emphasis, Span};
use builder::{DEEPEST_LIST, MarkdownFault, blocks};
pub use fill::fill;

/// Replaces each line `{{> name}}` by the snippet of that name, as a code block.
///
/// # Errors
/// A name that is not a snippet, with its offset.
pub fn include_snippets(text: &str, snippets: &BTreeMap<String, String>) -> Result<Rewritten, (usize, Text)> {
    let mut included = Rewritten::default();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let name = line.trim().strip_prefix("{{>").and_then(|rest| rest.strip_suffix("}}")).map(str::trim);
        match name {
            None => included.keep(line),
            Some(name) => {
                let snippet = snippets.get(name).ok_or_else(|| {
                    let known = snippets.keys().map(String::as_str);
                    (offset, suggest(msg!(lesson_unknown_snippet, name = name), name, known))
                })?;
                let fence = fence(snippet);
                included.replace(line, &format!("{fence}snippet {name}\n{}\n{fence}\n", snippet.trim_end()));
            }
        }
        offset += line.len();
    }
    Ok(included)
}

/// A fence that no line of `code` can end.
fn fence(code: &str) -> String {
    let longest = code.split(|character| character != '`').map(str::len).max();
    "`".repeat(longest.map_or(3, |longest| (longest + 1).max(3)))
}

/// The blocks of a Markdown text.
///
/// # Errors
/// Markdown that lessons may not use, with its offset.
pub fn parse(text: &str) -> Result<Vec<Block>, (usize, Text)> {
    blocks(text).map_err(|(offset, fault)| match fault {
        MarkdownFault::Construct(construct) => (offset, msg!(lesson_markdown, construct = construct)),
        MarkdownFault::PictureWithoutWords(picture) => (picture, msg!(lesson_picture_without_words)),
        MarkdownFault::WordsWithoutPicture => (offset, msg!(lesson_words_without_picture)),
        MarkdownFault::TooDeep => (offset, msg!(lesson_list_too_deep, most = DEEPEST_LIST)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line of what is wrong with `text`.
    fn faulty_line(text: &str) -> usize {
        let (offset, _) = parse(text).unwrap_err();
        text[..offset].matches('\n').count() + 1
    }

    fn plain(text: &str) -> Span {
        Span { text: text.to_owned(), emphasis: Emphasis::None }
    }

    #[test]
    fn blocks_of_every_kind() {
        let blocks = parse("## Goal\n\nOne **two** `three`.\n\n1. a\n   - b\n2. c\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```sh\nls\n```\n").unwrap();
        assert_eq!(blocks[0], Block::Heading("Goal".into()));
        let Block::Paragraph(spans) = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(spans[1], Span { text: "two".into(), emphasis: Emphasis::Strong });
        assert_eq!(spans[3], Span { text: "three".into(), emphasis: Emphasis::Code });
        let inner = Block::List { ordered: false, items: vec![vec![Block::Paragraph(vec![plain("b")])]] };
        let outer = vec![vec![Block::Paragraph(vec![plain("a")]), inner], vec![Block::Paragraph(vec![plain("c")])]];
        assert_eq!(blocks[2], Block::List { ordered: true, items: outer });
        assert_eq!(
            blocks[3],
            Block::Table {
                head: vec![vec![plain("x")], vec![plain("y")]],
                rows: vec![vec![vec![plain("1")], vec![plain("2")]]]
            }
        );
        assert_eq!(blocks[4], Block::Code { snippet: None, text: "ls".into() });
    }

    #[test]
    fn a_line_end_is_a_space_in_english_and_nothing_in_japanese() {
        assert_eq!(parse("one\ntwo").unwrap(), [Block::Paragraph(vec![plain("one two")])]);
        assert_eq!(parse("一つ。\n二つ。").unwrap(), [Block::Paragraph(vec![plain("一つ。二つ。")])]);
    }

    #[test]
    fn what_lessons_may_not_use_is_found_with_its_line() {
        for (text, line) in [("a\n\n<b>x</b>", 3), ("[x](y)", 1), ("a\n\n> b", 3), ("![x](y)", 1)] {
            assert_eq!(faulty_line(text), line, "{text}");
        }
    }

    #[test]
    fn a_link_shows_where_it_leads_and_leads_to_https_alone() {
        let code = |text: &str| Span { text: text.to_owned(), emphasis: Emphasis::Code };
        let linked = vec![plain("see AWS ("), code("https://aws.amazon.com/{{region}}"), plain(").")];
        let text = "see [AWS](https://aws.amazon.com/{{region}}).";
        assert_eq!(parse(text).unwrap(), [Block::Paragraph(linked)]);
        assert_eq!(
            parse("<https://aws.amazon.com>").unwrap(),
            [Block::Paragraph(vec![plain("https://aws.amazon.com")])]
        );
        for text in ["[x](http://a.example)", "[x](javascript:a)", "[x](file:///a)"] {
            assert_eq!(faulty_line(text), 1, "{text}");
        }
    }

    #[test]
    fn lists_within_lists_end_somewhere() {
        assert!(parse(&"1. ".repeat(8)).is_ok());
        for text in [
            "1. ".repeat(9),
            "* + ".repeat(50_000),
            format!("x\n\n```picture\n+\n```\n\n```words\n{}", "1. ".repeat(9)),
        ] {
            assert!(parse(&text).is_err());
        }
        assert_eq!(faulty_line(&format!("x\n\n{}", "1. ".repeat(50_000))), 3);
    }

    #[test]
    fn a_picture_takes_the_words_that_follow_it() {
        let parsed = parse("a\n\n```picture\n+-+\n```\n\n```words\nA box.\n\n- empty\n```\n\nb\n").unwrap();
        let list = Block::List { ordered: false, items: vec![vec![Block::Paragraph(vec![plain("empty")])]] };
        let words = vec![Block::Paragraph(vec![plain("A box.")]), list];
        assert_eq!(parsed[1], Block::Picture { text: "+-+".into(), words });
        assert_eq!(parsed.len(), 3);
    }

    #[test]
    fn a_picture_and_its_words_belong_together() {
        let faults = [
            ("a\n\n```picture\n+\n```\n", 3),
            ("a\n\n```picture\n+\n```\n\nb\n\n```words\nw\n```\n", 3),
            ("a\n\n```words\nw\n```\n", 3),
            ("```picture\n+\n```\n\n```words\n```\n", 1),
            ("```picture\n+\n```\n\n```words\n<b>w</b>\n```\n", 5),
        ];
        for (text, line) in faults {
            assert_eq!(faulty_line(text), line, "{text}");
        }
    }

    #[test]
    fn a_snippet_becomes_a_named_code_block() {
        let snippets = BTreeMap::from([("a.sh".to_owned(), "ls\n".to_owned())]);
        let text = include_snippets("x\n\n{{> a.sh}}\n", &snippets).unwrap().text;
        assert_eq!(parse(&text).unwrap()[1], Block::Code { snippet: Some("a.sh".into()), text: "ls".into() });
        assert_eq!(include_snippets("x\n{{> b.sh}}\n", &snippets).unwrap_err().0, 2);
    }

    #[test]
    fn a_snippet_may_hold_what_ends_a_code_block() {
        let code = "cat <<EOF\n```\n<b>\n````";
        let snippets = BTreeMap::from([("a.sh".to_owned(), code.to_owned())]);
        let text = include_snippets("{{> a.sh}}\n", &snippets).unwrap().text;
        assert_eq!(parse(&text).unwrap(), [Block::Code { snippet: Some("a.sh".into()), text: code.into() }]);
    }
}
