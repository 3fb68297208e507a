//! Every drill is solved by the tutor's own diagnosis, and can be solved from what is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::Timestamp;

use super::scene::sound;
use super::*;
use crate::i18n::{Arg, Language, Localizer, Text};
use crate::lesson::{Lesson, Pack, load};

/// The least number of drills.
const LEAST: usize = 25;

static LESSON: LazyLock<Lesson> = LazyLock::new(|| load(&Pack::Embedded, &BTreeMap::new()).unwrap());
static POOL: LazyLock<Pool> = LazyLock::new(|| Pool::of(&LESSON.values).expect("drills"));

fn now() -> Timestamp {
    "2026-05-20T12:00:00Z".parse().unwrap()
}

/// Every broken account, by the drill's id; made once for all tests.
static SCENES: LazyLock<BTreeMap<String, Scene>> = LazyLock::new(|| {
    let scene = |drill: &Drill| {
        let scene = Scene::new(&POOL, drill, &LESSON, now());
        (drill.id.clone(), scene.unwrap_or_else(|error| panic!("{}: {error}", drill.id)))
    };
    POOL.drills.iter().map(scene).collect()
});

fn scene(drill: &Drill) -> &'static Scene {
    &SCENES[&drill.id]
}

/// All that a look shows, in one language.
fn said(look: Look, snapshot: &crate::account::Snapshot, language: Language) -> String {
    let localizer = Localizer::new(language);
    let lines = look.lines(snapshot, &LESSON.values);
    let said = lines.iter().map(|line| match line {
        Line::Heading(text) | Line::Fact(text) => localizer.say(text),
        Line::Bare(text) => text.clone(),
    });
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn there_are_enough_of_several_grades_each_with_an_id_of_its_own() {
    let ids: BTreeSet<&str> = POOL.drills.iter().map(|drill| drill.id.as_str()).collect();
    assert_eq!(ids.len(), POOL.drills.len());
    assert!(ids.len() >= LEAST, "{}", ids.len());
    for grade in 1..=3 {
        assert!(POOL.drills.iter().filter(|drill| drill.grade == grade).count() >= 5, "{grade}");
    }
    assert!(POOL.drills.iter().all(|drill| (1..=3).contains(&drill.grade)));
}

#[test]
fn the_tutors_own_diagnosis_solves_every_drill() {
    let mut faults = Vec::new();
    for drill in &POOL.drills {
        match &scene(drill).told {
            Some(told) if told.diagnosis.cause.id == drill.cause => {
                if told.diagnosis.evidence.is_empty() || told.repair.is_empty() {
                    faults.push(format!("{}: no evidence or no repair: {told:?}", drill.id));
                }
            }
            Some(told) => {
                faults.push(format!("{}: {}: {:?}", drill.id, told.diagnosis.cause.id, told.diagnosis.evidence));
            }
            None => faults.push(format!("{}: no cause", drill.id)),
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The words of a string from the account. What hides a secret is none.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|character: char| character.is_whitespace() || "()[],;\"'".contains(character));
    words.filter(|word| word.contains(char::is_alphanumeric)).map(str::to_lowercase)
}

/// What a text says of the account itself: ids, codes and states, but no words of ours.
fn tokens(text: &Text, found: &mut BTreeSet<String>) {
    match text {
        Text::Message { args, .. } => args.iter().for_each(|(_, arg)| match arg {
            Arg::String(text) => found.extend(words(text)),
            Arg::Text(text) => tokens(text, found),
            Arg::Number(_) | Arg::Moment(_) | Arg::Reference(_) => {}
        }),
        Text::List(texts) => texts.iter().for_each(|text| tokens(text, found)),
        Text::Verbatim(text) => found.extend(words(text)),
        Text::Lesson(_) => {}
    }
}

#[test]
fn whatever_the_evidence_names_is_seen_in_some_look() {
    let mut faults = Vec::new();
    for drill in &POOL.drills {
        let scene = scene(drill);
        let seen: String = Look::ALL.map(|look| said(look, &scene.snapshot, Language::En)).join("\n").to_lowercase();
        let mut named = BTreeSet::new();
        let told = scene.told.as_ref().unwrap();
        told.diagnosis.evidence.iter().for_each(|text| tokens(text, &mut named));
        for token in named.iter().filter(|token| !seen.contains(token.as_str())) {
            faults.push(format!("{}: {token:?}", drill.id));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_fault_itself_is_seen_in_the_look_that_the_drill_names() {
    let sound = sound(&LESSON, now());
    for drill in &POOL.drills {
        let broken = &scene(drill).snapshot;
        for language in Language::ALL {
            assert_ne!(said(drill.look, &sound, language), said(drill.look, broken, language), "{}", drill.id);
        }
    }
}

#[test]
fn looks_say_nothing_of_causes() {
    for drill in &POOL.drills {
        let scene = scene(drill);
        for (look, language) in Look::ALL.into_iter().flat_map(|look| Language::ALL.map(|language| (look, language))) {
            let cause = Localizer::new(language).say(&scene.told.as_ref().unwrap().diagnosis.cause.text);
            assert!(!said(look, &scene.snapshot, language).contains(&cause), "{}: {look:?}", drill.id);
        }
    }
}

#[test]
fn right_answers_are_offered_once_and_wrong_ones_beside_them() {
    for drill in &POOL.drills {
        assert!(!drill.places.is_empty(), "{}", drill.id);
        assert_eq!(drill.instead.len(), 3, "{}", drill.id);
        let all: BTreeSet<Fix> = drill.instead.iter().copied().chain([drill.fix]).collect();
        assert_eq!(all.len(), 4, "{}", drill.id);
    }
    let used: BTreeSet<Fix> =
        POOL.drills.iter().flat_map(|drill| drill.instead.iter().copied().chain([drill.fix])).collect();
    let unused: Vec<&Fix> = Fix::ALL.iter().filter(|fix| !used.contains(fix)).collect();
    assert!(unused.is_empty(), "{unused:?}");
    let places: BTreeSet<Place> = POOL.drills.iter().flat_map(|drill| drill.places.clone()).collect();
    assert_eq!(places.len(), Place::ALL.len());
}

#[test]
fn a_seed_gives_everybody_the_same_drill_and_seeds_come_by_every_drill() {
    let ids: BTreeSet<&str> = (0..1000).map(|seed| POOL.drill(seed).unwrap().id.as_str()).collect();
    assert_eq!(ids.len(), POOL.drills.len());
    let round = || Round::new(7, POOL.drill(7).unwrap().clone(), now());
    assert_eq!(round().choices(), round().choices());
}

#[test]
fn what_is_fresh_comes_first_and_easy_ones_before_hard_ones() {
    let mut done = BTreeSet::new();
    let mut grades = Vec::new();
    for _ in 0..POOL.drills.len() {
        let drill = POOL.drill(POOL.fresh_seed(123, &done)).unwrap();
        assert!(done.insert(drill.id.clone()), "{} comes twice", drill.id);
        grades.push(drill.grade);
    }
    assert!(grades.is_sorted(), "{grades:?}");
    assert_eq!(POOL.fresh_seed(123, &done), 123);
}

#[test]
fn a_round_counts_answers_and_looks_until_it_is_over() {
    let drill = POOL.drills.iter().find(|drill| drill.id == "closed-instances-group").unwrap().clone();
    let mut round = Round::new(1, drill.clone(), now());
    round.look(Look::Health);
    round.look(Look::Rules);
    round.look(Look::Health);
    let place =
        |round: &Round, place| round.choices().iter().position(|choice| *choice == Choice::Place(place)).unwrap();
    let wrong = place(&round, Place::Listener);
    assert_eq!(round.choose(wrong, now()), Outcome::WrongPlace);
    assert!(round.is_ruled_out(wrong));
    assert_eq!(round.choose(wrong, now()), Outcome::Nothing);
    let right = place(&round, Place::InstanceGuard);
    assert_eq!(round.choose(right, now()), Outcome::RightPlace);
    assert_eq!(round.choices().len(), 5);
    let fix = |round: &Round, fix| round.choices().iter().position(|choice| *choice == Choice::Fix(fix)).unwrap();
    let wrong = fix(&round, drill.instead[0]);
    assert_eq!(round.choose(wrong, now()), Outcome::WrongFix);
    assert_eq!(round.run(), None);
    let right = fix(&round, drill.fix);
    let later = now() + jiff::SignedDuration::from_secs(90);
    assert_eq!(round.choose(right, later), Outcome::Solved);
    round.look(Look::Boot);
    let run = round.run().unwrap();
    assert_eq!((run.solved, run.seconds, run.looks, run.tries), (true, 90, 2, 4));
    assert_eq!(round.choose(0, later), Outcome::Nothing);
}

#[test]
fn who_gives_up_is_told_and_has_not_solved_it() {
    let mut round = Round::new(1, POOL.drills[0].clone(), now());
    let last = round.choices().len() - 1;
    assert_eq!(round.choose(last, now()), Outcome::GivenUp);
    assert!(round.run().is_some_and(|run| !run.solved && run.tries == 0));
}
