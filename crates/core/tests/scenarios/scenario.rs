//! Scenarios of the program's own lesson: the accounts of `base/`, and faults in English.

use std::collections::BTreeMap;

use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::lesson::Lesson;
use ec_site_tutor_core::scenario::{self, Base, Outcome, Scenario};
use ec_site_tutor_core::verify::Verdict;
use serde_json::Value;

pub use ec_site_tutor_core::scenario::{Change, File};

/// Judges the changed account and compares.
pub fn play(scenario: &Scenario) -> Outcome {
    let unchanged = &super::BASES[&scenario.base];
    let played = if scenario.values.is_empty() {
        scenario.play(&super::LESSON, unchanged)
    } else {
        let lesson = super::lesson_with(&scenario.values);
        let base = Base::new(&lesson, unchanged.account.clone()).unwrap();
        scenario.play(&lesson, &base)
    };
    played.unwrap_or_else(|problem| panic!("{}: {problem:?}", scenario.name.get_ref()))
}

/// What was not as expected, in words.
pub fn faults(outcome: &Outcome) -> Vec<String> {
    let localizer = Localizer::new(Language::En);
    outcome.faults.iter().map(|fault| localizer.say(fault)).collect()
}

/// Every verdict on an account as read.
pub fn verdicts_of(lesson: &Lesson, account: &Value) -> BTreeMap<String, Verdict> {
    scenario::Base::new(lesson, account.clone()).unwrap().verdicts
}
