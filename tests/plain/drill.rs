//! A fault found by lines alone: the same one for whoever names its number.

use std::collections::BTreeMap;

use ec_site_tutor_core::drill::{Choice, Pool, Round};
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::lesson::{Pack, load};
use ec_site_tutor_testing::program::{Talk, plain_program};
use jiff::Timestamp;

const SEED: u64 = 7;

/// The number of the right answer.
fn right(round: &Round) -> usize {
    let is_right = |choice: &Choice| match choice {
        Choice::Place(place) => round.drill.places.contains(place),
        Choice::Fix(fix) => *fix == round.drill.fix,
        Choice::GiveUp => false,
    };
    round.choices().iter().position(is_right).unwrap()
}

fn solve(language: Language, answer: &str) {
    let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
    let localizer = Localizer::new(language);
    let drill = Pool::of(&lesson.values).unwrap().drill(SEED).unwrap().clone();
    let mut round = Round::new(SEED, drill.clone(), Timestamp::now());
    let home = tempfile::tempdir().unwrap();
    let mut talk =
        Talk::start(home.path(), &["drill", "--plain", "--seed", &SEED.to_string(), "--lang", language.tag()], &[]);
    assert!(talk.transcript.contains(&localizer.say(&drill.symptom.complaint())), "{}", talk.transcript);
    for number in 1..=8 {
        assert!(!talk.say(&number.to_string()).is_empty());
    }
    talk.say(answer);
    let place = right(&round);
    talk.say(&(place + 1).to_string());
    round.choose(place, Timestamp::now());
    let told = talk.say(&(right(&round) + 1).to_string());
    assert!(told.contains(&localizer.say(&drill.fix.text(&lesson.values))), "{told}");
    assert!(talk.hang_up().success());
    let page = home.path().join("page.html");
    let written =
        plain_program(home.path(), &["evidence", "--demo", "-o", page.to_str().unwrap()], &[]).output().unwrap();
    assert!(written.status.success(), "{written:?}");
    assert!(std::fs::read_to_string(page).unwrap().contains(&format!("{} (--seed {SEED})", drill.id)));
}

#[test]
fn a_drill_is_solved_in_japanese() {
    solve(Language::Ja, "答える");
}

#[test]
fn a_drill_is_solved_in_english() {
    solve(Language::En, "answer");
}
