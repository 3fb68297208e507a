//! Lesson text laid out for a width: paragraphs, lists, tables and code. Loses nothing, splits no name it can keep.
//!
//! ```text
//! Heading
//!
//! Running text, at most so wide that it reads well.
//!
//! 1. An item that goes on
//!    under its own text
//!    - an inner item
//! ```

use super::spans::{borrowed, cleaned};
use super::table;
use crate::lesson::prose::Block;
use crate::terminal::content::{Sheet, Tone};
use crate::text::{sanitize, width, wrap};

/// Running text wider than this is hard to read.
const MEASURE: usize = 96;
/// Prints a snippet bare, ready to copy; stands above it as the command itself, the same in every language.
const PRINT_SNIPPET: &str = "$ ec-site-tutor snippet";
/// Spaces in a tab of code.
const TAB: &str = "    ";
/// Before the rest of a line of code that is too long.
const CODE_GOES_ON: &str = "  › ";

/// Lays out `blocks`.
pub fn lay_out(sheet: &mut Sheet, blocks: &[Block]) {
    let mut under_heading = false;
    for block in blocks {
        let is_heading = matches!(block, Block::Heading(_));
        if is_heading {
            sheet.next_section();
        }
        if !under_heading {
            sheet.gap();
        }
        lay_out_block(sheet, block, &[]);
        sheet.next_block();
        under_heading = is_heading;
    }
}

fn lay_out_block(sheet: &mut Sheet, block: &Block, lead: &[(&str, Tone)]) {
    match block {
        Block::Heading(text) => sheet.text(lead, &[(&sanitize(text), Tone::Heading)]),
        Block::Paragraph(spans) => {
            let cleaned = cleaned(spans);
            sheet.text_within(MEASURE, lead, &borrowed(&cleaned));
        }
        Block::List { ordered, items } => list(sheet, *ordered, items, indent(lead)),
        Block::Table { head, rows } => table::lay_out(sheet, indent(lead), head, rows),
        Block::Code { snippet, text } => {
            if let Some(name) = snippet {
                let command = format!("{PRINT_SNIPPET} {}", sanitize(name));
                sheet.text(&[(" ".repeat(indent(lead)).as_str(), Tone::Plain)], &[(&command, Tone::Dim)]);
            }
            code(sheet, indent(lead), text);
        }
        Block::Picture { text, .. } => code(sheet, indent(lead), text),
    }
}

fn indent(lead: &[(&str, Tone)]) -> usize {
    lead.iter().map(|(piece, _)| width(piece)).sum()
}

fn list(sheet: &mut Sheet, ordered: bool, items: &[Vec<Block>], indent: usize) {
    let marker_width = if ordered { items.len().to_string().len() + 2 } else { 2 };
    for (index, item) in items.iter().enumerate() {
        let marker = if ordered { format!("{}. ", index + 1) } else { "- ".to_owned() };
        let first = format!("{}{marker:>marker_width$}", " ".repeat(indent));
        let rest = " ".repeat(indent + marker_width);
        for (place, block) in item.iter().enumerate() {
            match (place, block) {
                (0, Block::Paragraph(_)) => lay_out_block(sheet, block, &[(&first, Tone::Plain)]),
                _ => lay_out_block(sheet, block, &[(&rest, Tone::Plain)]),
            }
        }
    }
}

/// Code keeps its own lines; one that is too long goes on under a sign, so that nothing of it is lost.
fn code(sheet: &mut Sheet, indent: usize, text: &str) {
    let lines: Vec<String> =
        text.lines().map(|line| sanitize(&line.trim_end().replace('\t', TAB)).into_owned()).collect();
    let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    let margin = if indent + 2 + widest <= sheet.width() { indent + 2 } else { indent };
    for line in &lines {
        let text = line.trim_start_matches(' ');
        // In a window as narrow as that, deep indentation would push the code out.
        let margin = (margin + line.len() - text.len()).min(sheet.width() / 2);
        let room = sheet.width().saturating_sub(margin);
        let first = wrap(text, room).into_iter().next().unwrap_or_default();
        code_line(sheet, margin, "", &first);
        let rest = text[first.len()..].trim_start_matches(' ');
        if !rest.is_empty() {
            for part in wrap(rest, room.saturating_sub(width(CODE_GOES_ON))) {
                code_line(sheet, margin, CODE_GOES_ON, &part);
            }
        }
    }
}

fn code_line(sheet: &mut Sheet, margin: usize, sign: &str, text: &str) {
    let pieces = [(" ".repeat(margin), Tone::Plain), (sign.to_owned(), Tone::Dim), (text.to_owned(), Tone::Code)];
    sheet.line(pieces.into_iter().filter(|(piece, _)| !piece.is_empty()).collect());
}
