//! Whatever a learner does in whatever order, nothing breaks and everything can be made good.

use std::sync::Arc;

use jiff::Timestamp;
use proptest::prelude::*;

use super::super::SimulatedAccount;
use super::super::actions::table;
use super::super::ids::later;
use super::{faults, is_good, judge, lesson, start, status};
use crate::lesson::Lesson;

/// Some actions, each with the seconds that pass after it.
fn deeds() -> impl Strategy<Value = Vec<(usize, i64)>> {
    prop::collection::vec((0..table().count(), prop_oneof![Just(0), 1..20_i64, Just(90)]), 0..30)
}

fn perform(simulated: &mut SimulatedAccount, deeds: &[(usize, i64)], mut now: Timestamp) -> Timestamp {
    for (index, seconds) in deeds {
        if let Some(entry) = table().nth(*index) {
            simulated.perform(entry.id, now);
        }
        now = later(now, *seconds);
    }
    now
}

/// Does the whole lesson rightly.
fn make_good(simulated: &mut SimulatedAccount, lesson: &Lesson, mut now: Timestamp) -> Timestamp {
    for step in &lesson.steps {
        simulated.perform_right(&step.id, now);
        now = simulated.settled_at(now);
    }
    now
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_can_be_made_good(deeds in deeds()) {
        let lesson = lesson();
        let mut simulated = SimulatedAccount::new(&lesson, start());
        let now = perform(&mut simulated, &deeds, start());
        let now = make_good(&mut simulated, &lesson, now);
        for step in &lesson.steps {
            let report = judge(&lesson, &simulated, &step.id, now);
            prop_assert!(is_good(status(&lesson, &simulated, &step.id, now)), "{}", faults(&report));
        }
        prop_assert_eq!(simulated.site_status(now), Some(200));
        prop_assert_eq!(simulated.snapshot(now).activities.seen().unwrap().is_empty(), false);
    }

    #[test]
    fn saving_loses_nothing_and_time_alone_decides(deeds in deeds(), wait in 0..200_i64) {
        let mut simulated = SimulatedAccount::new(&lesson(), start());
        let now = perform(&mut simulated, &deeds, start());
        let saved: SimulatedAccount = serde_json::from_slice(&serde_json::to_vec(&simulated).unwrap()).unwrap();
        prop_assert_eq!(&saved, &simulated);
        // Looking in between changes nothing.
        let end = later(now, wait);
        let mut looked_at = simulated.clone();
        looked_at.advance(later(now, wait / 2));
        prop_assert_eq!(looked_at.snapshot(end), simulated.snapshot(end));
    }
}

#[test]
fn a_lesson_with_other_values_is_no_trouble() {
    let bare = Lesson { values: Arc::default(), snippets: Arc::default(), ..lesson() };
    let mut simulated = SimulatedAccount::new(&bare, start());
    let all: Vec<(usize, i64)> = (0..table().count()).map(|index| (index, 10)).collect();
    let now = perform(&mut simulated, &all, start());
    let now = make_good(&mut simulated, &bare, now);
    assert!(simulated.actions("1-1", now).iter().any(|action| action.id == "alb-sg-ssh"));
    assert!(SimulatedAccount::finished(&bare, start()).fits(&bare));
}
