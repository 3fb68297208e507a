//! What a check has judged last: the same account is looked at again and again, and its user data hardly changes.

use std::sync::{Mutex, PoisonError};

use super::deployment::Outcome;
use super::format::Unusable;

/// What comes of user data, or why nothing does.
pub(super) type Examined = Result<Outcome, Unusable>;

/// The last user data, as AWS keeps it, with what comes of it. It belongs to one check, so its parameters never change.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<Option<(String, Examined)>>);

impl Clone for Memory {
    /// Another check has judged nothing yet.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Memory {
    /// What comes of `encoded`, which `examine` finds out where it isn't known.
    pub(super) fn of(&self, encoded: &str, examine: impl FnOnce() -> Examined) -> Examined {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((known, examined)) if known == encoded => examined.clone(),
            _ => last.insert((encoded.to_owned(), examine())).1.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_other_user_data_is_examined_anew() {
        let memory = Memory::default();
        let mut examined = 0;
        for encoded in ["a", "a", "b", "a"] {
            let _ = memory.of(encoded, || {
                examined += 1;
                Err(Unusable::NotText)
            });
        }
        assert_eq!(examined, 3);
    }
}
