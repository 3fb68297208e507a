//! What every kind of check says of itself.

use super::{Facts, Stop, Verdict, Wanted};
use crate::account::Need;
use crate::i18n::Text;

/// A kind of check with its parameters.
pub trait Kind {
    /// What must be read of the account.
    fn needs(&self) -> Vec<Need>;
    /// What a right account shows.
    fn expected(&self) -> Text;
    /// Why it matters.
    fn why(&self) -> Text;
    /// The resource that must exist, where the kind looks for one.
    fn subject(&self) -> Option<Wanted> {
        None
    }
    /// The verdict on what was read.
    ///
    /// # Errors
    /// [`Stop`] carries the verdict where something that this check rests on is missing or can't be seen.
    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop>;
}

/// Whatever holds a kind of check, so that kinds can be made of others.
pub trait Holder {
    /// The kind.
    fn held(&self) -> &dyn Kind;
}
