//! A learner's self check as one page: what it is made from, what it says, and whether that holds.
//! The page carries the snapshot that it was judged by, so that anybody can judge it anew. Pure.
//!
//! ```text
//! snapshot ─> prepare ─> Evidence ─> page ──> bytes ──> read ─> Evidence ─> examine ─> Differences
//! ```

mod data;
mod error;
mod examine;
mod model;

pub use error::EvidenceError;
pub use examine::{Difference, Differences, OwnValue, examine, own_values};
pub use model::{CheckClaim, Evidence, FORMAT, StepClaim, TOOL};

/// The evidence in the bytes of a page.
///
/// # Errors
/// The bytes aren't a page of this program, or one that it can't read.
pub fn read(page: &[u8]) -> Result<Evidence, EvidenceError> {
    data::parse(data::find(data::text(page)?)?)
}
