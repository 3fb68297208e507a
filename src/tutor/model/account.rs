//! Whose account it is.

use jiff::Timestamp;

use crate::account::resources::Identity;
use crate::i18n::Text;
use crate::progress::Progress;

/// The key of progress in the simulated account.
pub const DEMO_ACCOUNT: &str = "demo";

/// Whose account it is, and what is known of the learner there.
#[derive(Debug)]
pub struct Account {
    /// Whether it is simulated.
    pub demo: bool,
    /// Who the caller is.
    pub caller: Caller,
    /// The region, where it is known.
    pub region: Option<String>,
    /// Progress in this account, once it is loaded.
    pub progress: Option<Progress>,
    /// Whether progress is kept.
    pub saving: Saving,
    /// The account that the learner confirmed.
    pub confirmed: Option<String>,
    /// The account that was used before this one appeared in its place.
    pub before: Option<String>,
    /// The step that was done last before the program began, and when.
    pub last_done: Option<(String, Timestamp)>,
    /// The page to hand in that was written since the program began.
    pub handed_in: Option<String>,
    /// What is to be said of the account at the beginning.
    pub word: Option<Text>,
}

/// Who the caller is.
#[derive(Clone, Debug, PartialEq)]
pub enum Caller {
    /// AWS is being asked, by the request of this number.
    Asking(u64),
    /// AWS told who asks.
    Known(Identity),
    /// It can't be told.
    Unseen {
        /// Why.
        what: Text,
        /// What to do.
        fix: Text,
    },
}

/// Whether progress is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// On disk.
    Kept,
    /// There is no place for it.
    NoHome,
    /// The last attempt failed.
    Failed(Text),
}

impl Account {
    /// What progress in the caller's account is called; none while the caller isn't known.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match &self.caller {
            Caller::Known(_) if self.demo => Some(DEMO_ACCOUNT),
            Caller::Known(identity) => Some(&identity.account),
            _ => None,
        }
    }

    /// Whether checks of the caller's account may be made.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.demo || (self.key().is_some() && self.key() == self.confirmed.as_deref())
    }
}
