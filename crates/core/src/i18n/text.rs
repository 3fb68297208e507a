//! A text that has not been put into words yet: it can be said in either language at any time.

use jiff::Timestamp;

use crate::i18n::Language;
use crate::topic::Topic;

/// Something to say. Reports hold texts, so that a language switch needs no new check.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// A Fluent message with its arguments; made by [`msg!`](crate::msg) only.
    Message {
        /// Which message.
        id: &'static Id,
        /// Argument names and values.
        args: Vec<(&'static str, Arg)>,
    },
    /// A text of a lesson pack, which brings its own languages. Cleaned when said, and never cut.
    Lesson(Localized),
    /// A string from outside that has no language: a name, an id, an answer of AWS. Cleaned when said.
    Verbatim(String),
    /// Several texts, joined by the language's own list separator.
    List(Vec<Text>),
}

/// Which message of `locales/` is meant.
#[derive(Debug, PartialEq, Eq)]
pub struct Id {
    /// The Fluent id.
    pub name: &'static str,
    /// The number of the file that has it, among those of a language.
    pub file: usize,
}

/// One string in each language, as written in a lesson pack.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localized {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Localized {
    /// The string in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A string from outside; control characters are made visible when it is said.
    String(String),
    /// A number, so that Fluent can choose plural forms.
    Number(f64),
    /// A text that is said first, in the same language.
    Text(Text),
    /// What the lesson that is learned says: see [`Text::of_lesson`].
    Reference(Reference),
    /// An instant, said by date, time of day and offset as the learner's clock has them.
    Moment(Timestamp),
}

/// What a text says of a lesson; `build.rs` writes one where a message has an argument such as `step_targets`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Steps, by what they are about.
    Steps(Form, &'static [Topic]),
    /// What the lesson is called within a sentence.
    Lesson,
}

/// How steps are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By their ids, within a sentence.
    Short,
    /// The same as steps, in both languages.
    Full,
    /// At the beginning of a sentence.
    First,
    /// In brackets behind a sentence; nothing where the lesson has none.
    InBrackets,
}

impl Text {
    /// For the code that `build.rs` writes; everyone else uses [`msg!`](crate::msg).
    #[doc(hidden)]
    #[must_use]
    pub fn message(id: &'static Id, args: Vec<(&'static str, Arg)>) -> Self {
        Self::Message { id, args }
    }

    /// A string from outside without a language of its own.
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self::Verbatim(text.into())
    }

    /// Strings from outside as a list.
    pub fn list<S: Into<String>>(items: impl IntoIterator<Item = S>) -> Self {
        Self::List(items.into_iter().map(|item| Self::Verbatim(item.into())).collect())
    }
}

impl From<Localized> for Text {
    fn from(text: Localized) -> Self {
        Self::Lesson(text)
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&String> for Arg {
    fn from(value: &String) -> Self {
        Self::String(value.clone())
    }
}

impl From<Text> for Arg {
    fn from(value: Text) -> Self {
        Self::Text(value)
    }
}

impl From<Timestamp> for Arg {
    fn from(value: Timestamp) -> Self {
        Self::Moment(value)
    }
}

impl From<usize> for Arg {
    #[expect(clippy::cast_precision_loss, reason = "counts of resources are far below 2^52")]
    fn from(value: usize) -> Self {
        Self::Number(value as f64)
    }
}

impl From<i64> for Arg {
    #[expect(clippy::cast_precision_loss, reason = "counts, ports and seconds are far below 2^52")]
    fn from(value: i64) -> Self {
        Self::Number(value as f64)
    }
}

impl From<i32> for Arg {
    fn from(value: i32) -> Self {
        Self::Number(f64::from(value))
    }
}

impl From<u32> for Arg {
    fn from(value: u32) -> Self {
        Self::Number(f64::from(value))
    }
}

impl From<u16> for Arg {
    fn from(value: u16) -> Self {
        Self::Number(f64::from(value))
    }
}

impl From<f64> for Arg {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}
