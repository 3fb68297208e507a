//! How something is, and what is said of it.

use crate::i18n::Text;

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// As it should be, or of no consequence.
    Good,
    /// It works, but not as most people mean it to.
    Odd,
    /// Something doesn't work because of it.
    Bad,
}

impl Standing {
    /// The word of JSON; the same in every language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Odd => "odd",
            Self::Bad => "bad",
        }
    }
}

/// One thing, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is about; the same in every language.
    pub id: &'static str,
    /// How it is.
    pub standing: Standing,
    /// What it is about, in a word or two.
    pub label: Text,
    /// What was found.
    pub found: Text,
    /// What to do, where something is to be done.
    pub remedy: Option<Text>,
}

impl Line {
    pub(super) fn good(id: &'static str, label: Text, found: Text) -> Self {
        Self { id, standing: Standing::Good, label, found, remedy: None }
    }

    pub(super) fn odd(self, remedy: Text) -> Self {
        Self { standing: Standing::Odd, remedy: Some(remedy), ..self }
    }

    pub(super) fn bad(self, remedy: Text) -> Self {
        Self { standing: Standing::Bad, remedy: Some(remedy), ..self }
    }
}

/// The worst of all.
#[must_use]
pub fn worst(lines: &[Line]) -> Standing {
    lines.iter().map(|line| line.standing).max().unwrap_or(Standing::Good)
}
