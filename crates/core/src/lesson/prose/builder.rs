//! From the events of the Markdown reader to blocks. Knows what lessons may not contain, but no file and no words for it.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{Block, Emphasis, Span};
use crate::text::width;

/// What makes a text unfit for a lesson.
#[derive(Clone, Copy, Debug)]
pub enum MarkdownFault {
    /// Something that lessons may not use.
    Construct(&'static str),
    /// The picture at this offset isn't followed by its words.
    PictureWithoutWords(usize),
    /// Words that follow no picture.
    WordsWithoutPicture,
    /// A list within more lists than a line has room for.
    TooDeep,
}

/// Lists within lists. Each takes cells from the line, and a place on the stack of whoever goes through them.
pub const DEEPEST_LIST: usize = 8;

/// How the address of a link begins.
const LINK: &str = "https://";

/// The blocks of a text.
///
/// # Errors
/// Where it is unfit, and why.
pub fn blocks(text: &str) -> Result<Vec<Block>, (usize, MarkdownFault)> {
    let mut builder = Builder::default();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        builder.take(event, range.start).map_err(|fault| (range.start, fault))?;
    }
    builder.finish().map_err(|fault| (text.len(), fault))
}

/// Where the blocks being built will go.
enum Frame {
    List { ordered: bool, items: Vec<Vec<Block>> },
    Item(Vec<Block>),
}

/// A code block being read.
struct Fence {
    kind: FenceKind,
    text: String,
}

enum FenceKind {
    Code,
    Snippet(String),
    Picture,
    Words,
}

impl FenceKind {
    fn of(kind: &CodeBlockKind<'_>) -> Self {
        match kind {
            CodeBlockKind::Fenced(info) if info.as_ref() == "picture" => Self::Picture,
            CodeBlockKind::Fenced(info) if info.as_ref() == "words" => Self::Words,
            CodeBlockKind::Fenced(info) => match info.strip_prefix("snippet ") {
                Some(name) => Self::Snippet(name.to_owned()),
                None => Self::Code,
            },
            CodeBlockKind::Indented => Self::Code,
        }
    }
}

#[derive(Default)]
struct Builder {
    done: Vec<Block>,
    frames: Vec<Frame>,
    spans: Vec<Span>,
    strong: bool,
    /// Where the link leads whose words are being read.
    link: Option<String>,
    code: Option<Fence>,
    /// Where the picture is that waits for its words.
    unspoken: Option<usize>,
    head: Vec<Vec<Span>>,
    rows: Vec<Vec<Vec<Span>>>,
    row: Vec<Vec<Span>>,
}

impl Builder {
    /// Takes one event, which begins at `offset`.
    fn take(&mut self, event: Event<'_>, offset: usize) -> Result<(), MarkdownFault> {
        match event {
            Event::Start(tag) => self.start(tag, offset)?,
            Event::End(tag) => self.end(tag)?,
            Event::Text(text) => match &mut self.code {
                Some(fence) => fence.text.push_str(&text),
                None => self.span(&text, if self.strong { Emphasis::Strong } else { Emphasis::None }),
            },
            Event::Code(text) => self.span(&text, Emphasis::Code),
            Event::SoftBreak | Event::HardBreak => self.soft_break(),
            Event::Rule => return Err(MarkdownFault::Construct("---")),
            Event::Html(_) | Event::InlineHtml(_) => return Err(MarkdownFault::Construct("HTML")),
            _ => return Err(MarkdownFault::Construct("extension")),
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>, offset: usize) -> Result<(), MarkdownFault> {
        let fence = match &tag {
            Tag::CodeBlock(kind) => Some(FenceKind::of(kind)),
            _ => None,
        };
        self.expect_words(fence.as_ref())?;
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
            Tag::List(first) => {
                // A tight item has its text without a paragraph around it; it ends where the inner list begins.
                self.flush_paragraph();
                if self.frames.len() >= 2 * DEEPEST_LIST {
                    return Err(MarkdownFault::TooDeep);
                }
                self.frames.push(Frame::List { ordered: first.is_some(), items: Vec::new() });
            }
            Tag::Item => self.frames.push(Frame::Item(Vec::new())),
            Tag::Strong => self.strong = true,
            Tag::Link { link_type, dest_url, .. } if dest_url.starts_with(LINK) => {
                let is_shown = link_type == LinkType::Autolink;
                self.link = Some(dest_url.to_string()).filter(|_| !is_shown);
            }
            Tag::CodeBlock(_) => {
                self.flush_paragraph();
                if matches!(fence, Some(FenceKind::Picture)) {
                    self.unspoken = Some(offset);
                }
                self.code = fence.map(|kind| Fence { kind, text: String::new() });
            }
            other => return Err(MarkdownFault::Construct(refused(&other))),
        }
        Ok(())
    }

    /// After a picture, nothing but its words may begin; words may begin nowhere else.
    fn expect_words(&self, next: Option<&FenceKind>) -> Result<(), MarkdownFault> {
        match (self.unspoken, next) {
            (Some(_), Some(FenceKind::Words)) => Ok(()),
            (Some(picture), _) => Err(MarkdownFault::PictureWithoutWords(picture)),
            (None, Some(FenceKind::Words)) => Err(MarkdownFault::WordsWithoutPicture),
            (None, _) => Ok(()),
        }
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), MarkdownFault> {
        match tag {
            TagEnd::Paragraph => self.flush_paragraph(),
            TagEnd::Heading(_) => {
                let text = std::mem::take(&mut self.spans).into_iter().map(|span| span.text).collect();
                self.push(Block::Heading(text));
            }
            TagEnd::Strong => self.strong = false,
            TagEnd::Link => {
                // Not every terminal opens what stands behind a word, and nobody should go where they can't see.
                if let Some(address) = self.link.take() {
                    self.span(" (", Emphasis::None);
                    self.span(&address, Emphasis::Code);
                    self.span(")", Emphasis::None);
                }
            }
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
                if let Some(fence) = self.code.take() {
                    self.end_fence(fence)?;
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
        Ok(())
    }

    fn end_fence(&mut self, fence: Fence) -> Result<(), MarkdownFault> {
        let text = fence.text.trim_end().to_owned();
        match fence.kind {
            FenceKind::Code => self.push(Block::Code { snippet: None, text }),
            FenceKind::Snippet(name) => self.push(Block::Code { snippet: Some(name), text }),
            FenceKind::Picture => self.push(Block::Picture { text, words: Vec::new() }),
            FenceKind::Words => {
                let said = blocks(&text).map_err(|(_, fault)| match fault {
                    MarkdownFault::Construct(construct) => MarkdownFault::Construct(construct),
                    MarkdownFault::TooDeep => MarkdownFault::TooDeep,
                    MarkdownFault::PictureWithoutWords(_) | MarkdownFault::WordsWithoutPicture => {
                        MarkdownFault::Construct("picture")
                    }
                })?;
                if let Some(Block::Picture { words, .. }) = self.siblings().last_mut() {
                    *words = said;
                }
                self.unspoken = self.unspoken.filter(|_| text.is_empty());
            }
        }
        Ok(())
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
        self.siblings().push(block);
    }

    /// The blocks that the next one stands beside.
    fn siblings(&mut self) -> &mut Vec<Block> {
        match self.frames.last_mut() {
            Some(Frame::Item(blocks)) => blocks,
            _ => &mut self.done,
        }
    }

    fn finish(mut self) -> Result<Vec<Block>, MarkdownFault> {
        self.flush_paragraph();
        self.expect_words(None)?;
        Ok(self.done)
    }
}

/// How messages call what lessons may not use.
fn refused(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::BlockQuote(_) => "quote",
        Tag::HtmlBlock => "HTML",
        Tag::Link { .. } => "link",
        Tag::Image { .. } => "image",
        Tag::Emphasis => "*emphasis*",
        _ => "extension",
    }
}
