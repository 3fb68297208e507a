//! Whose certificates are trusted.

use super::{Line, Place};
use crate::msg;

/// Whose certificates are trusted.
#[derive(Clone, Debug)]
pub enum TrustStore {
    /// The system's own.
    System,
    /// Those of a file.
    File {
        /// Where it is set.
        place: Place,
        /// The file.
        file: String,
        /// The certificates in it; or why it can't be read, in the system's words.
        certificates: Result<usize, String>,
    },
}

impl TrustStore {
    pub(super) fn line(&self) -> Line {
        let line = |found| Line::good("trust-store", msg!(doctor_label_trust), found);
        match self {
            Self::System => line(msg!(doctor_trust_system)),
            Self::File { place, file, certificates } => {
                let set = msg!(doctor_set, place = place.text(), value = file);
                match certificates {
                    Ok(0) => line(msg!(doctor_trust_empty, set = set)).bad(msg!(doctor_trust_remedy)),
                    Ok(count) => line(msg!(doctor_trust_file, set = set, count = *count)),
                    Err(error) => {
                        line(msg!(doctor_trust_unread, set = set, error = error)).bad(msg!(doctor_trust_remedy))
                    }
                }
            }
        }
    }
}
