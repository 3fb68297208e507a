//! What a lesson asks for, as far as saved progress must know it: what was reached by other checks, or confirmed in other
//! words, isn't reached.

use std::collections::{BTreeMap, BTreeSet};

use super::Progress;
use crate::lesson::Lesson;

/// The checks of a lesson as they are now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    version: String,
    /// By `step/check`.
    digests: BTreeMap<String, String>,
    /// Steps with the ids that they had before.
    was: Vec<(String, String)>,
}

impl Known {
    /// Those of `lesson`.
    #[must_use]
    pub fn of(lesson: &Lesson) -> Self {
        let renamed = lesson.steps.iter().filter_map(|step| Some((step.id.clone(), step.was.clone()?)));
        Self { version: lesson.version.clone(), digests: lesson.digests.clone(), was: renamed.collect() }
    }
}

impl Progress {
    /// The same for the lesson as it is now: what stood under a step's former id is the step's, a check that has changed is
    /// judged anew, and a statement that has changed is asked anew. What was kept before digests were counts as it is.
    #[must_use]
    pub fn brought_up(mut self, known: &Known) -> Self {
        for (now, was) in &known.was {
            self.rename(was, now);
        }
        let is_changed =
            |(check, digest): &(&String, &String)| known.digests.get(*check).is_some_and(|now| now != *digest);
        let changed: BTreeSet<String> = self.checks.iter().filter(is_changed).map(|(check, _)| check.clone()).collect();
        for check in &changed {
            self.attested.remove(check);
            self.passed.remove(check.rsplit_once('/').map_or(check.as_str(), |(step, _)| step));
        }
        self.checks.clone_from(&known.digests);
        self.lesson_version = Some(known.version.clone());
        self
    }

    fn rename(&mut self, was: &str, now: &str) {
        let of_step = |key: &str| key == was || key.strip_prefix(was).is_some_and(|rest| rest.starts_with('/'));
        let renamed = |key: &str| format!("{now}{}", &key[was.len()..]);
        carry(&mut self.passed, of_step, renamed);
        carry(&mut self.attested, of_step, renamed);
        carry(&mut self.choices, of_step, renamed);
        carry(&mut self.answers, of_step, renamed);
        carry(&mut self.notes, of_step, renamed);
        carry(&mut self.checks, of_step, renamed);
    }
}

/// Puts what stands under old keys under new ones, where nothing stands there yet.
fn carry<T>(all: &mut BTreeMap<String, T>, is_old: impl Fn(&str) -> bool, renamed: impl Fn(&str) -> String) {
    let old: Vec<String> = all.keys().filter(|key| is_old(key)).cloned().collect();
    for key in old {
        if let Some(value) = all.remove(&key) {
            all.entry(renamed(&key)).or_insert(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn known(digests: &[(&str, &str)], was: &[(&str, &str)]) -> Known {
        let owned = |(one, other): &(&str, &str)| ((*one).to_owned(), (*other).to_owned());
        let (digests, was) = (digests.iter().map(owned).collect(), was.iter().map(owned).collect());
        Known { version: "1".to_owned(), digests, was }
    }

    fn reached() -> Progress {
        let mut progress = Progress::new("1", "l");
        for step in ["2-2", "5-1"] {
            progress.passed.insert(step.to_owned(), Timestamp::UNIX_EPOCH);
            progress.attest(step, "said", true, Timestamp::UNIX_EPOCH);
            progress.take_note(step, "mine", Timestamp::UNIX_EPOCH);
        }
        progress.brought_up(&known(&[("2-2/said", "a"), ("5-1/said", "b")], &[]))
    }

    #[test]
    fn a_changed_statement_is_asked_and_its_step_judged_anew() {
        let progress = reached().brought_up(&known(&[("2-2/said", "other"), ("5-1/said", "b")], &[]));
        assert!(!progress.is_attested("2-2", "said") && progress.is_attested("5-1", "said"));
        assert_eq!(progress.passed.keys().collect::<Vec<_>>(), ["5-1"]);
        assert_eq!(progress.note("2-2"), Some("mine"));
        assert_eq!(reached().brought_up(&known(&[("2-2/said", "a"), ("5-1/said", "b")], &[])), reached());
    }

    #[test]
    fn a_renamed_step_keeps_what_was_reached() {
        let progress = reached().brought_up(&known(&[("2-2/said", "a"), ("6/said", "b")], &[("6", "5-1")]));
        assert!(progress.is_attested("6", "said") && !progress.is_attested("5-1", "said"));
        assert_eq!(progress.passed.keys().collect::<Vec<_>>(), ["2-2", "6"]);
        assert_eq!(progress.note("6"), Some("mine"));
        let changed = reached().brought_up(&known(&[("2-2/said", "a"), ("6/said", "other")], &[("6", "5-1")]));
        assert!(!changed.is_attested("6", "said"));
    }

    #[test]
    fn what_was_kept_before_digests_were_counts() {
        let mut old = reached();
        old.checks.clear();
        assert!(old.brought_up(&known(&[("2-2/said", "other")], &[])).is_attested("2-2", "said"));
    }
}
