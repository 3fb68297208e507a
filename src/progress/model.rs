//! The saved facts. Pure.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The version of the file's format that this program writes.
pub const VERSION: u32 = 1;

/// One learner's progress in one lesson on one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The version of this format.
    pub version: u32,
    /// The account's number, or `demo`.
    pub account: String,
    /// The lesson's id.
    pub lesson: String,
    /// When the learner said that this account is the right one.
    #[serde(default)]
    pub account_confirmed: Option<Timestamp>,
    /// When each step was first seen passed.
    #[serde(default)]
    pub passed: BTreeMap<String, Timestamp>,
    /// What the learner confirmed or took back, by `step/check`.
    #[serde(default)]
    pub attested: BTreeMap<String, Mark>,
}

/// A confirmation, or its withdrawal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// When.
    pub at: Timestamp,
    /// Whether it holds.
    pub holds: bool,
}

impl Progress {
    /// Nothing reached yet.
    #[must_use]
    pub fn new(account: &str, lesson: &str) -> Self {
        Self {
            version: VERSION,
            account: account.to_owned(),
            lesson: lesson.to_owned(),
            account_confirmed: None,
            passed: BTreeMap::new(),
            attested: BTreeMap::new(),
        }
    }

    /// Whether the learner confirmed this check.
    #[must_use]
    pub fn is_attested(&self, step: &str, check: &str) -> bool {
        self.attested.get(&key(step, check)).is_some_and(|mark| mark.holds)
    }

    /// Notes that the learner confirms a check, or takes it back.
    pub fn attest(&mut self, step: &str, check: &str, holds: bool, at: Timestamp) {
        self.attested.insert(key(step, check), Mark { at, holds });
    }

    /// What two tutors that ran at once know together: the first time that a step passed, the last word on a
    /// confirmation.
    #[must_use]
    pub fn merged(mut self, other: &Self) -> Self {
        self.account_confirmed = match (self.account_confirmed, other.account_confirmed) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        for (step, at) in &other.passed {
            self.passed.entry(step.clone()).and_modify(|own| *own = (*own).min(*at)).or_insert(*at);
        }
        for (check, mark) in &other.attested {
            self.attested
                .entry(check.clone())
                .and_modify(|own| {
                    if mark.at > own.at {
                        *own = *mark;
                    }
                })
                .or_insert(*mark);
        }
        self
    }
}

fn key(step: &str, check: &str) -> String {
    format!("{step}/{check}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn merging_keeps_what_either_knows() {
        let mut one = Progress::new("1", "step4");
        one.passed.insert("1-1".into(), at(10));
        one.attest("2-2", "pm2", true, at(10));
        let mut two = Progress::new("1", "step4");
        two.passed.insert("1-1".into(), at(5));
        two.passed.insert("1-2".into(), at(20));
        two.attest("2-2", "pm2", false, at(20));
        let merged = one.clone().merged(&two);
        assert_eq!(merged.passed, BTreeMap::from([("1-1".into(), at(5)), ("1-2".into(), at(20))]));
        assert!(!merged.is_attested("2-2", "pm2"));
        assert_eq!(merged, two.merged(&one));
    }
}
