//! A learner's self check as one page: what it is made from, what it says, and whether that holds.
//! The page carries the snapshot that it was judged by, so that anybody can judge it anew. Pure.
//!
//! ```text
//! snapshot ─> gather ─> Evidence ─> write ──> page ──> read ─> Evidence ─> examine ─> Differences
//!                                              └─────> verify ─> Examination
//! ```

mod data;
mod doubts;
mod error;
mod examine;
mod model;
mod page;
mod redact;
mod traces;
mod verify;

#[cfg(test)]
mod tests;

use crate::lesson::Lesson;

pub use data::LARGEST;
pub use doubts::{Doubt, doubts};
pub use error::EvidenceError;
pub use examine::{Difference, Differences, OwnValue, examine, own_values};
pub use model::{CheckClaim, Evidence, FORMAT, LearnerWord, StepClaim, TOOL, Told};
pub use redact::{Material, Numbers, gather};
pub use traces::{Trace, traces};
pub use verify::{Conclusion, Examination, PageDifference, verify};

/// The page of `evidence`; `lesson` is the lesson with the learner's own values in it.
///
/// # Errors
/// The evidence can't be written as JSON.
pub fn write(lesson: &Lesson, evidence: &Evidence) -> Result<String, EvidenceError> {
    let data = data::write(evidence)?;
    // Exactly what whoever reads the page gets: a number may come out of JSON with another last digit.
    let evidence = data::parse(&data)?;
    Ok(page::render(lesson, &evidence, &data))
}

/// The evidence in the bytes of a page.
///
/// # Errors
/// The bytes aren't a page of this program, or one that it can't read.
pub fn read(page: &[u8]) -> Result<Evidence, EvidenceError> {
    data::parse(data::find(data::text(page)?)?)
}

/// Whether these bytes are a page, be it of another version or not whole.
#[must_use]
pub fn is_page(bytes: &[u8]) -> bool {
    matches!(read(bytes), Ok(_) | Err(EvidenceError::Format(_) | EvidenceError::Truncated))
}
