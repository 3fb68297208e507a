//! What a lesson asks of an account: only what some check needs is read.

use std::collections::BTreeSet;

use super::Need;

/// Everything to read; the identity is always read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope(BTreeSet<Need>);

impl Scope {
    /// Whether `need` is part of it.
    #[must_use]
    pub fn needs(&self, need: &Need) -> bool {
        self.0.contains(need)
    }

    /// Every need, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = &Need> {
        self.0.iter()
    }

    /// How many calls to AWS one reading takes, where every list fits on a page: one a need, and one for the identity.
    #[must_use]
    pub fn calls(&self) -> u64 {
        let asked = self.iter().filter(|need| !matches!(need, Need::Site { .. })).count();
        u64::try_from(asked + 1).unwrap_or(u64::MAX)
    }
}

impl FromIterator<Need> for Scope {
    fn from_iter<I: IntoIterator<Item = Need>>(needs: I) -> Self {
        Self(needs.into_iter().collect())
    }
}
