//! Lesson text as blocks, from the subset of Markdown that lessons are written in.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::LessonError;
use crate::msg;
use crate::text::width;

/// A piece of a lesson text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A section heading.
    Heading(String),
    /// Running text.
    Paragraph(Vec<Span>),
    /// A list; its number where it is ordered starts at 1.
    List {
        /// Numbered or not.
        ordered: bool,
        /// The blocks of each item.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table {
        /// Heading cells.
        head: Vec<Vec<Span>>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// Code, shown as it stands.
    Code {
        /// The snippet that it comes from, where it comes from one.
        snippet: Option<String>,
        /// Without a newline at its end.
        text: String,
    },
}

/// A run of text of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// How it is set off.
    pub emphasis: Emphasis,
}

/// How a span is set off from the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// Not at all.
    None,
    /// Strong: labels, words that matter.
    Strong,
    /// Code: names, commands, values.
    Code,
}

/// Replaces each line `{{> name}}` by the snippet of that name, as a code block.
///
/// # Errors
/// A name that is not a snippet, with its place.
pub fn include_snippets(file: &str, text: &str, snippets: &BTreeMap<String, String>) -> Result<String, LessonError> {
    let mut included = String::with_capacity(text.len());
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let name = line.trim().strip_prefix("{{>").and_then(|rest| rest.strip_suffix("}}")).map(str::trim);
        match name {
            None => included.push_str(line),
            Some(name) => {
                let snippet = snippets
                    .get(name)
                    .ok_or_else(|| LessonError::at(file, text, offset, msg!(lesson_unknown_snippet, name = name)))?;
                included.extend(["```snippet ", name, "\n", snippet.trim_end(), "\n```\n"]);
            }
        }
        offset += line.len();
    }
    Ok(included)
}

/// The blocks of a Markdown text.
///
/// # Errors
/// Markdown that lessons may not use, with its place.
pub fn parse(file: &str, text: &str) -> Result<Vec<Block>, LessonError> {
    let mut builder = Builder::default();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        builder.take(event).map_err(|construct| {
            LessonError::at(file, text, range.start, msg!(lesson_markdown, construct = construct))
        })?;
    }
    Ok(builder.finish())
}

/// Where the blocks being built will go.
enum Frame {
    List { ordered: bool, items: Vec<Vec<Block>> },
    Item(Vec<Block>),
}

#[derive(Default)]
struct Builder {
    done: Vec<Block>,
    frames: Vec<Frame>,
    spans: Vec<Span>,
    strong: bool,
    code: Option<(Option<String>, String)>,
    head: Vec<Vec<Span>>,
    rows: Vec<Vec<Vec<Span>>>,
    row: Vec<Vec<Span>>,
}

impl Builder {
    /// Takes one event; the error names what lessons may not use.
    fn take(&mut self, event: Event<'_>) -> Result<(), &'static str> {
        match event {
            Event::Start(tag) => self.start(tag)?,
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => code.push_str(&text),
                None => self.span(&text, if self.strong { Emphasis::Strong } else { Emphasis::None }),
            },
            Event::Code(text) => self.span(&text, Emphasis::Code),
            Event::SoftBreak | Event::HardBreak => self.soft_break(),
            Event::Rule => return Err("---"),
            Event::Html(_) | Event::InlineHtml(_) => return Err("HTML"),
            _ => return Err("extension"),
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>) -> Result<(), &'static str> {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
            Tag::List(first) => {
                // A tight item has its text without a paragraph around it; it ends where the inner list begins.
                self.flush_paragraph();
                self.frames.push(Frame::List { ordered: first.is_some(), items: Vec::new() });
            }
            Tag::Item => self.frames.push(Frame::Item(Vec::new())),
            Tag::Strong => self.strong = true,
            Tag::CodeBlock(kind) => {
                self.flush_paragraph();
                let info = match &kind {
                    CodeBlockKind::Fenced(info) => info.strip_prefix("snippet ").map(str::to_owned),
                    CodeBlockKind::Indented => None,
                };
                self.code = Some((info, String::new()));
            }
            Tag::BlockQuote(_) => return Err("quote"),
            Tag::HtmlBlock => return Err("HTML"),
            Tag::Link { .. } => return Err("link"),
            Tag::Image { .. } => return Err("image"),
            Tag::Emphasis => return Err("*emphasis*"),
            _ => return Err("extension"),
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.flush_paragraph(),
            TagEnd::Heading(_) => {
                let text = std::mem::take(&mut self.spans).into_iter().map(|span| span.text).collect();
                self.push(Block::Heading(text));
            }
            TagEnd::Strong => self.strong = false,
            TagEnd::Item => {
                self.flush_paragraph();
                if let Some(Frame::Item(blocks)) = self.frames.pop()
                    && let Some(Frame::List { items, .. }) = self.frames.last_mut()
                {
                    items.push(blocks);
                }
            }
            TagEnd::List(_) => {
                if let Some(Frame::List { ordered, items }) = self.frames.pop() {
                    self.push(Block::List { ordered, items });
                }
            }
            TagEnd::CodeBlock => {
                if let Some((snippet, text)) = self.code.take() {
                    self.push(Block::Code { snippet, text: text.trim_end().to_owned() });
                }
            }
            TagEnd::TableCell => self.row.push(std::mem::take(&mut self.spans)),
            TagEnd::TableHead => self.head = std::mem::take(&mut self.row),
            TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.row)),
            TagEnd::Table => {
                let table = Block::Table { head: std::mem::take(&mut self.head), rows: std::mem::take(&mut self.rows) };
                self.push(table);
            }
            _ => {}
        }
    }

    fn span(&mut self, text: &str, emphasis: Emphasis) {
        match self.spans.last_mut() {
            Some(last) if last.emphasis == emphasis => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), emphasis }),
        }
    }

    /// A line end in the source: a space between words, nothing after Japanese.
    fn soft_break(&mut self) {
        let ends_wide = self
            .spans
            .last()
            .and_then(|span| span.text.chars().next_back())
            .is_some_and(|last| width(&last.to_string()) > 1);
        if !ends_wide {
            self.span(" ", Emphasis::None);
        }
    }

    fn flush_paragraph(&mut self) {
        if !self.spans.is_empty() {
            let spans = std::mem::take(&mut self.spans);
            self.push(Block::Paragraph(spans));
        }
    }

    fn push(&mut self, block: Block) {
        match self.frames.last_mut() {
            Some(Frame::Item(blocks)) => blocks.push(block),
            _ => self.done.push(block),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.flush_paragraph();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Span {
        Span { text: text.to_owned(), emphasis: Emphasis::None }
    }

    #[test]
    fn blocks_of_every_kind() {
        let blocks = parse("f", "## Goal\n\nOne **two** `three`.\n\n1. a\n   - b\n2. c\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```sh\nls\n```\n").unwrap();
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
        assert_eq!(parse("f", "one\ntwo").unwrap(), [Block::Paragraph(vec![plain("one two")])]);
        assert_eq!(parse("f", "一つ。\n二つ。").unwrap(), [Block::Paragraph(vec![plain("一つ。二つ。")])]);
    }

    #[test]
    fn what_lessons_may_not_use_is_found_with_its_line() {
        for (text, line) in [("a\n\n<b>x</b>", 3), ("[x](y)", 1), ("a\n\n> b", 3), ("![x](y)", 1)] {
            assert_eq!(parse("f", text).unwrap_err().position.unwrap().0, line, "{text}");
        }
    }

    #[test]
    fn a_snippet_becomes_a_named_code_block() {
        let snippets = BTreeMap::from([("a.sh".to_owned(), "ls\n".to_owned())]);
        let text = include_snippets("f", "x\n\n{{> a.sh}}\n", &snippets).unwrap();
        assert_eq!(parse("f", &text).unwrap()[1], Block::Code { snippet: Some("a.sh".into()), text: "ls".into() });
        assert_eq!(include_snippets("f", "x\n{{> b.sh}}\n", &snippets).unwrap_err().position, Some((2, 1)));
    }
}
