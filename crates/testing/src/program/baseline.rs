//! Accounts that tests only read, laid once a test process, with the verdicts on them while nothing goes wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::check;
use crate::aws::{Account, Moto};

/// The steps that the tests on moto reach.
pub const STEPS: [&str; 7] = ["preflight", "1-1", "1-2", "2-1", "2-2", "2-3", "2-4"];

/// Checks, as `step/check`, by status.
pub type Verdicts = BTreeMap<String, BTreeSet<String>>;

/// An account and the verdicts on it while nothing goes wrong. Nothing here writes to it, so the tests share it.
pub struct Baseline {
    /// The account; it is only read.
    pub account: Account,
    /// Those on [`STEPS`].
    pub verdicts: Verdicts,
}

impl Baseline {
    fn new(parts: &[&str]) -> Self {
        let account = Moto::shared().account();
        if !parts.is_empty() {
            account.lay(parts);
        }
        let verdicts = check(&account, &STEPS).by_status(&STEPS);
        Self { account, verdicts }
    }

    /// Everything up to 2-4 is done.
    pub fn finished() -> &'static Self {
        static FINISHED: OnceLock<Baseline> = OnceLock::new();
        FINISHED.get_or_init(|| {
            let finished = Self::new(&["steps_0_to_2_4"]);
            assert_eq!(finished.verdicts.keys().collect::<Vec<_>>(), ["manual", "passed"], "{:?}", finished.verdicts);
            finished
        })
    }

    /// Nothing has been done.
    pub fn empty() -> &'static Self {
        static EMPTY: OnceLock<Baseline> = OnceLock::new();
        EMPTY.get_or_init(|| Self::new(&[]))
    }

    /// The verdicts, but for these checks, which are unknown.
    pub fn verdicts_without(&self, lost: &BTreeSet<String>) -> Verdicts {
        let mut verdicts = self.verdicts.clone();
        for checks in verdicts.values_mut() {
            checks.retain(|check| !lost.contains(check));
        }
        verdicts.retain(|_, checks| !checks.is_empty());
        verdicts.insert("unknown".to_owned(), lost.clone());
        verdicts
    }

    /// Every check that AWS must be asked for: all but the region, which is known here, and the learner's word.
    pub fn asked_of_aws(&self) -> BTreeSet<String> {
        let asked = self.verdicts.iter().filter(|(status, _)| *status != "manual").flat_map(|(_, checks)| checks);
        asked.filter(|check| !check.ends_with("/region")).cloned().collect()
    }
}

/// Names of checks, as `step/check`.
pub fn names(checks: &[&str]) -> BTreeSet<String> {
    checks.iter().map(|check| (*check).to_owned()).collect()
}
