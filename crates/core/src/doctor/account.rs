//! That no account of AWS is looked at.

use super::Line;
use crate::msg;

/// Why no account of AWS is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAccount {
    /// The simulated one was asked for.
    Simulated,
    /// This build can't read any.
    NotBuilt,
}

impl NoAccount {
    pub(super) fn line(self) -> Line {
        let label = msg!(doctor_label_account);
        match self {
            Self::Simulated => Line::good("account", label, msg!(doctor_simulated)),
            Self::NotBuilt => Line::good("account", label, msg!(doctor_not_built)).odd(msg!(doctor_not_built_remedy)),
        }
    }
}
