//! The saved facts. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::drill::DrillRun;

/// The version of the file's format that this program writes.
pub const VERSION: u32 = 3;

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
    /// The version of the lesson that it was saved with; none in files that don't say so yet.
    #[serde(default)]
    pub lesson_version: Option<String>,
    /// What each check of the lesson asked for then, in a few letters, by `step/check`.
    #[serde(default)]
    pub checks: BTreeMap<String, String>,
    /// When the learner said that this account is the right one.
    #[serde(default)]
    pub account_confirmed: Option<Timestamp>,
    /// When each step was first seen passed.
    #[serde(default)]
    pub passed: BTreeMap<String, Timestamp>,
    /// What the learner confirmed or took back, by `step/check`.
    #[serde(default)]
    pub attested: BTreeMap<String, Attestation>,
    /// The options chosen in exercises, by `step/task`.
    #[serde(default)]
    pub choices: BTreeMap<String, Entered>,
    /// The learner's own answers in exercises, by `step/task`.
    #[serde(default)]
    pub answers: BTreeMap<String, Entered>,
    /// The learner's notes, by step.
    #[serde(default)]
    pub notes: BTreeMap<String, Entered>,
    /// Values of the lesson that the learner entered, by name.
    #[serde(default)]
    pub values: BTreeMap<String, Entered>,
    /// The last load that the tutor ran to its end and that was enough.
    #[serde(default)]
    pub load: Option<LoadRun>,
    /// The options chosen first, by `step/task`: what the learner thought before anything was told.
    #[serde(default)]
    pub firsts: BTreeMap<String, Entered>,
    /// The options chosen when guesses were asked again on a later day, by `step/task`.
    #[serde(default)]
    pub recalls: BTreeMap<String, Entered>,
    /// The key points ticked below model answers, by `step/task`: their numbers from 1 on, separated by spaces.
    #[serde(default)]
    pub ticks: BTreeMap<String, Entered>,
    /// How each drill went the first time, by its id.
    #[serde(default)]
    pub drills: BTreeMap<String, DrillRun>,
    /// What was wrong in an open step, by `step/check`: since when, or since when it is right.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub mistakes: BTreeMap<String, Attestation>,
    /// When all that the lab made was seen gone after it was done, or seen there again. Files without it are older.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cleaned: Option<Attestation>,
}

/// A load that the tutor ran to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadRun {
    /// When it ended.
    pub at: Timestamp,
    /// Requests answered.
    pub answered: u32,
    /// Answers in its busiest minute for each target.
    pub per_target: u32,
    /// The name in the internet of the load balancer that it went to; none in files that don't say so yet.
    #[serde(default)]
    pub host: Option<String>,
}

/// Something that the learner chose or wrote; empty where it was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entered {
    /// When.
    pub at: Timestamp,
    /// As it was typed, line ends included.
    pub text: String,
}

/// A confirmation, or its withdrawal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attestation {
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
            lesson_version: None,
            checks: BTreeMap::new(),
            account_confirmed: None,
            passed: BTreeMap::new(),
            attested: BTreeMap::new(),
            choices: BTreeMap::new(),
            answers: BTreeMap::new(),
            notes: BTreeMap::new(),
            values: BTreeMap::new(),
            load: None,
            firsts: BTreeMap::new(),
            recalls: BTreeMap::new(),
            ticks: BTreeMap::new(),
            drills: BTreeMap::new(),
            mistakes: BTreeMap::new(),
            cleaned: None,
        }
    }

    /// The learner's own words alone: nothing that opens a step.
    #[must_use]
    pub fn own_words(self) -> Self {
        let Self { account, lesson, account_confirmed, answers, notes, values, .. } = self;
        Self { account_confirmed, answers, notes, values, ..Self::new(&account, &lesson) }
    }

    /// Whether the learner confirmed this check.
    #[must_use]
    pub fn is_attested(&self, step: &str, check: &str) -> bool {
        self.attested.get(&key(step, check)).is_some_and(|mark| mark.holds)
    }

    /// Notes that the learner confirms a check, or takes it back.
    pub fn attest(&mut self, step: &str, check: &str, holds: bool, at: Timestamp) {
        put(&mut self.attested, key(step, check), at, |mark| mark.at, |at| Attestation { at, holds });
    }

    /// Notes the option that the learner chose in a task; the first one is kept beside it.
    pub fn choose(&mut self, step: &str, task: &str, option: &str, at: Timestamp) {
        self.firsts.entry(key(step, task)).or_insert_with(|| Entered { at, text: option.to_owned() });
        write(&mut self.choices, key(step, task), option, at);
    }

    /// The option chosen in a task.
    #[must_use]
    pub fn choice(&self, step: &str, task: &str) -> Option<&str> {
        written(&self.choices, &key(step, task))
    }

    /// The option chosen first in a task, and when.
    #[must_use]
    pub fn first(&self, step: &str, task: &str) -> Option<&Entered> {
        self.firsts.get(&key(step, task))
    }

    /// Notes what was chosen when a guess was asked again.
    pub fn recall(&mut self, step: &str, task: &str, option: &str, at: Timestamp) {
        write(&mut self.recalls, key(step, task), option, at);
    }

    /// What was chosen when a guess was asked again.
    #[must_use]
    pub fn recalled(&self, step: &str, task: &str) -> Option<&str> {
        written(&self.recalls, &key(step, task))
    }

    /// The numbers of the key points that are ticked, from 1 on.
    #[must_use]
    pub fn ticked(&self, step: &str, task: &str) -> BTreeSet<usize> {
        let numbers = written(&self.ticks, &key(step, task)).unwrap_or_default();
        numbers.split(' ').filter_map(|number| number.parse().ok()).collect()
    }

    /// Ticks a key point, or takes the tick back.
    pub fn tick(&mut self, step: &str, task: &str, number: usize, at: Timestamp) {
        let mut numbers = self.ticked(step, task);
        if !numbers.remove(&number) {
            numbers.insert(number);
        }
        let text: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        write(&mut self.ticks, key(step, task), &text.join(" "), at);
    }

    /// Notes whether a check is wrong now. One that never was leaves no trace.
    pub fn note_mistake(&mut self, step: &str, check: &str, is_wrong: bool, at: Timestamp) {
        let known = self.mistakes.get(&key(step, check));
        if known.map_or(is_wrong, |mark| mark.holds != is_wrong) {
            let mark = |at| Attestation { at, holds: is_wrong };
            put(&mut self.mistakes, key(step, check), at, |mark| mark.at, mark);
        }
    }

    /// How many mistakes were mended.
    #[must_use]
    pub fn mended(&self) -> usize {
        self.mistakes.values().filter(|mark| !mark.holds).count()
    }

    /// Whether all that the lab made is gone again, as far as the last look showed.
    #[must_use]
    pub fn is_cleaned(&self) -> bool {
        self.cleaned.is_some_and(|mark| mark.holds)
    }

    /// Notes whether all that the lab made `is_gone`.
    pub fn note_cleaned(&mut self, is_gone: bool, at: Timestamp) {
        if self.is_cleaned() != is_gone {
            let known = self.cleaned.map_or(at, |mark| mark.at);
            self.cleaned = Some(Attestation { at: at.max(known), holds: is_gone });
        }
    }

    /// Keeps the learner's own answer to a task; an empty one takes it back.
    pub fn answer(&mut self, step: &str, task: &str, text: &str, at: Timestamp) {
        write(&mut self.answers, key(step, task), text, at);
    }

    /// The learner's own answer to a task.
    #[must_use]
    pub fn answered(&self, step: &str, task: &str) -> Option<&str> {
        written(&self.answers, &key(step, task))
    }

    /// Keeps a note on a step; an empty one takes it back.
    pub fn take_note(&mut self, step: &str, text: &str, at: Timestamp) {
        write(&mut self.notes, step.to_owned(), text, at);
    }

    /// The learner's note on a step.
    #[must_use]
    pub fn note(&self, step: &str) -> Option<&str> {
        written(&self.notes, step)
    }

    /// Keeps a value of the lesson that the learner entered; an empty one takes it back.
    pub fn enter(&mut self, name: &str, value: &str, at: Timestamp) {
        write(&mut self.values, name.to_owned(), value, at);
    }

    /// The value of this name that the learner entered.
    #[must_use]
    pub fn entered(&self, name: &str) -> Option<&str> {
        written(&self.values, name)
    }

    /// What two tutors that ran at once know together: the first time that a step passed, the last word on everything
    /// else.
    #[must_use]
    pub fn merged(mut self, other: &Self) -> Self {
        self.account_confirmed = match (self.account_confirmed, other.account_confirmed) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        for (step, at) in &other.passed {
            self.passed.entry(step.clone()).and_modify(|own| *own = (*own).min(*at)).or_insert(*at);
        }
        keep_newest(&mut self.attested, &other.attested, |mark| mark.at);
        keep_newest(&mut self.mistakes, &other.mistakes, |mark| mark.at);
        keep_newest(&mut self.choices, &other.choices, |entry| entry.at);
        keep_newest(&mut self.recalls, &other.recalls, |entry| entry.at);
        keep_newest(&mut self.ticks, &other.ticks, |entry| entry.at);
        for (key, first) in &other.firsts {
            let own = self.firsts.entry(key.clone()).or_insert_with(|| first.clone());
            if first.at < own.at {
                own.clone_from(first);
            }
        }
        keep_newest(&mut self.answers, &other.answers, |entry| entry.at);
        keep_newest(&mut self.notes, &other.notes, |entry| entry.at);
        keep_newest(&mut self.values, &other.values, |entry| entry.at);
        self.take_drills(other);
        self.load = self.load.into_iter().chain(other.load.clone()).max_by_key(|run| run.at);
        self.cleaned = self.cleaned.into_iter().chain(other.cleaned).max_by_key(|mark| mark.at);
        self
    }
}

fn written<'a>(entries: &'a BTreeMap<String, Entered>, key: &str) -> Option<&'a str> {
    entries.get(key).map(|entry| entry.text.as_str()).filter(|text| !text.is_empty())
}

fn write(entries: &mut BTreeMap<String, Entered>, key: String, text: &str, at: Timestamp) {
    put(entries, key, at, |entry| entry.at, |at| Entered { at, text: text.to_owned() });
}

/// Puts something in the place of what is known. It is the later word whatever the clock says: that may have been put back
/// meanwhile, as by a laptop of two systems, and merging would take the older word for the last one.
fn put<T>(
    all: &mut BTreeMap<String, T>,
    key: String,
    at: Timestamp,
    time: impl Fn(&T) -> Timestamp,
    new: impl Fn(Timestamp) -> T,
) {
    let after = |known: Timestamp| known.checked_add(SignedDuration::from_nanos(1)).unwrap_or(known);
    let at = all.get(&key).map_or(at, |known| at.max(after(time(known))));
    all.insert(key, new(at));
}

/// Of what both hold, the newer.
fn keep_newest<T: Clone>(own: &mut BTreeMap<String, T>, other: &BTreeMap<String, T>, at: impl Fn(&T) -> Timestamp) {
    for (key, theirs) in other {
        if own.get(key).is_none_or(|mine| at(theirs) > at(mine)) {
            own.insert(key.clone(), theirs.clone());
        }
    }
}

fn key(step: &str, item: &str) -> String {
    format!("{step}/{item}")
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

    #[test]
    fn merging_keeps_the_last_word_that_was_written() {
        let mut one = Progress::new("1", "step4");
        one.answer("why", "private", "old", at(10));
        one.take_note("1-1", "only here", at(10));
        one.choose("diagram", "alb", "public", at(30));
        let mut two = Progress::new("1", "step4");
        two.answer("why", "private", "new", at(20));
        two.choose("diagram", "alb", "private", at(20));
        two.enter("secret_arn", "arn", at(20));
        for merged in [one.clone().merged(&two), two.merged(&one)] {
            assert_eq!(merged.answered("why", "private"), Some("new"));
            assert_eq!(merged.note("1-1"), Some("only here"));
            assert_eq!(merged.choice("diagram", "alb"), Some("public"));
            assert_eq!(merged.entered("secret_arn"), Some("arn"));
        }
    }

    #[test]
    fn merging_keeps_the_later_load() {
        let run = |second| LoadRun { at: at(second), answered: 4000, per_target: 500, host: None };
        let mut one = Progress::new("1", "step4");
        let mut two = one.clone();
        two.load = Some(run(10));
        assert_eq!(one.clone().merged(&two).load, Some(run(10)));
        one.load = Some(run(20));
        assert_eq!(two.clone().merged(&one).load, Some(run(20)));
        assert_eq!(one.merged(&two).load, Some(run(20)));
    }

    #[test]
    fn the_first_choice_is_kept_whatever_is_chosen_later() {
        let mut one = Progress::new("1", "step4");
        one.choose("1-2", "direct", "shop", at(10));
        one.choose("1-2", "direct", "nothing", at(20));
        assert_eq!(one.choice("1-2", "direct"), Some("nothing"));
        assert_eq!(one.first("1-2", "direct").map(|first| first.text.as_str()), Some("shop"));
        let mut two = Progress::new("1", "step4");
        two.choose("1-2", "direct", "refused", at(5));
        let merged = one.clone().merged(&two);
        assert_eq!(merged.first("1-2", "direct").map(|first| first.text.as_str()), Some("refused"));
        assert_eq!(merged, two.merged(&one));
    }

    #[test]
    fn ticks_come_and_go() {
        let mut progress = Progress::new("1", "step4");
        progress.tick("why", "automatic", 3, at(10));
        progress.tick("why", "automatic", 1, at(20));
        assert_eq!(progress.ticked("why", "automatic"), BTreeSet::from([1, 3]));
        progress.tick("why", "automatic", 3, at(30));
        progress.tick("why", "automatic", 1, at(40));
        assert!(progress.ticked("why", "automatic").is_empty());
    }

    #[test]
    fn the_last_word_counts_although_the_clock_went_back() {
        let mut saved = Progress::new("1", "step4");
        saved.take_note("1-1", "old", at(1_000));
        saved.attest("2-2", "pm2", true, at(1_000));
        let mut own = saved.clone();
        own.take_note("1-1", "new", at(10));
        own.attest("2-2", "pm2", false, at(10));
        let merged = own.merged(&saved);
        assert_eq!((merged.note("1-1"), merged.is_attested("2-2", "pm2")), (Some("new"), false));
    }

    #[test]
    fn what_is_taken_back_is_not_there() {
        let mut progress = Progress::new("1", "step4");
        progress.take_note("1-1", "note", at(10));
        progress.take_note("1-1", "", at(20));
        assert_eq!(progress.note("1-1"), None);
    }
}
