//! What is said of a check that isn't passed.

use super::repair::Repair;
use crate::i18n::Text;
use crate::verify::Cause;

/// Why a check isn't passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis {
    /// The first thing that is wrong.
    pub cause: Cause,
    /// What in the account shows it, the strongest first.
    pub evidence: Vec<Text>,
    /// How to mend it, in the order to try.
    pub repair: Vec<Repair>,
    /// What else is wrong only because of the cause, and mends itself with it.
    pub consequences: Vec<Text>,
}
