//! What a lesson text is made of.

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
    /// Cells below heading cells.
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
    /// A drawing in characters, and what it shows in words, for those who don't look at it.
    Picture {
        /// The drawing, without a newline at its end.
        text: String,
        /// The words; never empty.
        words: Vec<Block>,
    },
}

/// A run of text of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Without Markdown.
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
