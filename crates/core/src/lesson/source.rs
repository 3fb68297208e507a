//! Where in a file of a pack something stands.

use super::LessonError;
use crate::i18n::Text;

/// The text of a file, which faults in it are placed in.
#[derive(Clone, Copy)]
pub struct SourceText<'a> {
    /// How messages call the file.
    pub file: &'a str,
    /// The text as its author wrote it.
    pub text: &'a str,
}

impl SourceText<'_> {
    /// A fault at a byte offset.
    pub fn fault(&self, offset: usize, problem: Text) -> LessonError {
        LessonError::at(self.file, self.text, offset, problem)
    }
}
