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

    /// A fault at the first of `bytes` that isn't text.
    #[must_use]
    pub fn in_bytes(file: &str, bytes: &[u8], problem: Text) -> Self {
        let text = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        Self::at(file, text, text.len(), problem)
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

/// Faults of a pack; at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Faults {
    /// The first one found.
    pub first: LessonError,
    rest: Vec<LessonError>,
}

impl Faults {
    /// Nothing where a file has no faults, else all of them in the order of their places.
    ///
    /// # Errors
    /// The faults, where there are some.
    pub fn none_of(mut faults: Vec<LessonError>) -> Result<(), Self> {
        faults.sort_by_key(|fault| fault.position);
        let mut faults = faults.into_iter();
        faults.next().map_or(Ok(()), |first| Err(Self { first, rest: faults.collect() }))
    }

    /// All results, or all their faults.
    ///
    /// # Errors
    /// The faults of those that failed.
    pub fn gather<T>(results: impl IntoIterator<Item = Result<T, Self>>) -> Result<Vec<T>, Self> {
        let mut taken = Vec::new();
        let mut found: Option<Self> = None;
        for result in results {
            match (result, &mut found) {
                (Ok(value), _) => taken.push(value),
                (Err(faults), Some(found)) => found.rest.extend(faults),
                (Err(faults), None) => found = Some(faults),
            }
        }
        found.map_or(Ok(taken), Err)
    }

    /// Both results, or the faults of both.
    ///
    /// # Errors
    /// The faults of those that failed.
    pub fn both<A, B>(one: Result<A, Self>, other: Result<B, Self>) -> Result<(A, B), Self> {
        match (one, other) {
            (Ok(one), Ok(other)) => Ok((one, other)),
            (Err(mut faults), Err(others)) => {
                faults.rest.extend(others);
                Err(faults)
            }
            (Err(faults), Ok(_)) | (Ok(_), Err(faults)) => Err(faults),
        }
    }
}

impl From<LessonError> for Faults {
    fn from(first: LessonError) -> Self {
        Self { first, rest: Vec::new() }
    }
}

impl IntoIterator for Faults {
    type Item = LessonError;
    type IntoIter = std::iter::Chain<std::iter::Once<LessonError>, std::vec::IntoIter<LessonError>>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self.first).chain(self.rest)
    }
}
