//! Lesson text in words: lists with their numbers, tables row by row, code between two announcements, and of a picture
//! what it shows.

use crate::i18n::{Localizer, Text};
use crate::lesson::prose::{Block, Span};
use crate::msg;
use crate::plain::speech::Speech;
use crate::text::sanitize;

/// Before the items of a list within a list.
const INDENT: &str = "  ";

/// Says blocks, each after an empty line.
pub fn all(localizer: &Localizer, blocks: &[Block], speech: &mut Speech) {
    for block in blocks {
        speech.gap();
        one(localizer, block, "", speech);
    }
}

fn one(localizer: &Localizer, block: &Block, indent: &str, speech: &mut Speech) {
    match block {
        Block::Heading(text) => speech.say(sanitize(text)),
        Block::Paragraph(spans) => speech.say(format!("{indent}{}", joined(spans))),
        Block::List { ordered, items } => list(localizer, *ordered, items, indent, speech),
        Block::Table { head, rows } => table(localizer, head, rows, speech),
        Block::Code { snippet, text } => code(localizer, snippet.as_deref(), text, speech),
        Block::Picture { words, .. } => {
            for block in words {
                one(localizer, block, indent, speech);
            }
        }
    }
}

fn joined(spans: &[Span]) -> String {
    spans.iter().map(|span| sanitize(&span.text)).collect()
}

/// The item of this place in a numbered list.
pub fn numbered(index: usize, text: &str) -> String {
    format!("{}. {text}", index + 1)
}

fn list(localizer: &Localizer, ordered: bool, items: &[Vec<Block>], indent: &str, speech: &mut Speech) {
    let deeper = format!("{indent}{INDENT}");
    for (index, item) in items.iter().enumerate() {
        for (place, block) in item.iter().enumerate() {
            match (place, block) {
                (0, Block::Paragraph(spans)) if ordered => {
                    speech.say(format!("{indent}{}", numbered(index, &joined(spans))));
                }
                (0, Block::Paragraph(spans)) => speech.say(format!("{indent}- {}", joined(spans))),
                _ => one(localizer, block, &deeper, speech),
            }
        }
    }
}

/// Two columns are a name and what belongs to it; of more, each row says which is which.
fn table(localizer: &Localizer, head: &[Vec<Span>], rows: &[Vec<Vec<Span>>], speech: &mut Speech) {
    let columns = Text::list(head.iter().map(|cell| joined(cell)));
    speech.say(localizer.say(&msg!(plain_table, count = rows.len(), columns = columns)));
    let field = |name: &[Span], value: &[Span]| {
        let (name, value) = (Text::verbatim(joined(name)), Text::verbatim(joined(value)));
        localizer.say(&msg!(plain_field, name = name, value = value))
    };
    for (index, row) in rows.iter().enumerate() {
        if let [name, value] = row.as_slice() {
            speech.say(field(name, value));
            continue;
        }
        speech.say(localizer.say(&msg!(plain_row, number = index + 1)));
        for (name, value) in head.iter().zip(row) {
            speech.say(field(name, value));
        }
    }
}

/// Code, bare, so that it can be copied.
pub fn code(localizer: &Localizer, snippet: Option<&str>, text: &str, speech: &mut Speech) {
    let lines: Vec<&str> = text.lines().collect();
    let begin = match snippet {
        Some(name) => msg!(plain_code_named, name = crate::lesson::short_name(name), count = lines.len()),
        None => msg!(plain_code, count = lines.len()),
    };
    speech.say(localizer.say(&begin));
    for line in lines {
        // A tab is part of the code, and moves nothing that was there before.
        speech.bare(line.split('\t').map(sanitize).collect::<Vec<_>>().join("\t"));
    }
    speech.say(localizer.say(&msg!(plain_code_end)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::lesson::prose::parse;

    fn said(markdown: &str) -> String {
        let mut speech = Speech::default();
        all(&Localizer::new(Language::En), &parse(markdown).unwrap(), &mut speech);
        speech.written(None)
    }

    #[test]
    fn emphasis_is_left_to_the_words() {
        assert_eq!(said("Open **Targets** of `ec-site-web-tg`."), "\nOpen Targets of ec-site-web-tg.\n");
    }

    #[test]
    fn lists_have_their_numbers_and_inner_ones_stand_deeper() {
        assert_eq!(said("1. a\n   - b\n2. c\n"), "\n1. a\n  - b\n2. c\n");
    }

    #[test]
    fn a_table_of_two_columns_is_names_and_what_belongs_to_them() {
        let table = "| Field | Value |\n|---|---|\n| Name | `x` |\n| VPC | y |\n";
        assert_eq!(said(table), "\nTable, 2 rows: Field, Value\nName: x\nVPC: y\n");
    }

    #[test]
    fn a_wider_table_says_in_each_row_which_is_which() {
        let table = "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n";
        assert_eq!(said(table), "\nTable, one row: a, b, c\nRow 1:\na: 1\nb: 2\nc: 3\n");
    }

    #[test]
    fn code_is_announced_bare_and_ended() {
        let code = "```\nif x; then\n\ty\nfi\n```\n";
        assert_eq!(said(code), "\nCode, 3 lines:\nif x; then\n\ty\nfi\nEnd of code.\n");
        assert!(said("```snippet a.sh\nls\n```\n").contains("Code, snippet a, one line:\nls\n"));
    }

    #[test]
    fn of_a_picture_only_the_words_are_said() {
        assert_eq!(said("```picture\n+-+\n```\n\n```words\nA box.\n```\n"), "\nA box.\n");
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_is_said() {
        let hostile = said("a\u{1b}[2J\n\n```\nx\u{1b}]0;y\u{7}\n```\n");
        assert!(!hostile.chars().any(|character| character.is_control() && character != '\n'), "{hostile:?}");
    }
}
