//! What is wrong with a lesson pack, and where.

use crate::i18n::Text;
use crate::msg;

/// A fault of a lesson pack.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonError {
    /// File within the pack, or the pack's folder.
    pub file: String,
    /// Line and column, counted from 1, where they are known.
    pub position: Option<(usize, usize)>,
    /// What is wrong.
    pub problem: Text,
}

impl LessonError {
    /// A fault of a whole file.
    #[must_use]
    pub fn in_file(file: &str, problem: Text) -> Self {
        Self { file: file.to_owned(), position: None, problem }
    }

    /// A fault at a byte offset of `source`.
    #[must_use]
    pub fn at(file: &str, source: &str, offset: usize, problem: Text) -> Self {
        let before = source.get(..offset).unwrap_or(source);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |start| start.chars().count()) + 1;
        Self { file: file.to_owned(), position: Some((line, column)), problem }
    }

    /// `file:line:column: what is wrong`.
    #[must_use]
    pub fn text(&self) -> Text {
        let place = match self.position {
            Some((line, column)) => format!("{}:{line}:{column}", self.file),
            None => self.file.clone(),
        };
        msg!(lesson_error, place = place, problem = self.problem.clone())
    }
}
