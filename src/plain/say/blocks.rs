//! Lesson text in words: lists with their numbers, tables row by row, code between two announcements, and of a picture
//! what it shows.

use crate::i18n::{Localizer, Text};
use crate::lesson::prose::{Block, Span};
use crate::msg;
use crate::plain::speech::Speech;
use crate::text::visible;

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
        Block::Heading(text) => speech.say(visible(text)),
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
    spans.iter().map(|span| visible(&span.text)).collect()
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
        speech.bare(line.split('\t').map(visible).collect::<Vec<_>>().join("\t"));
    }
    speech.say(localizer.say(&msg!(plain_code_end)));
}
