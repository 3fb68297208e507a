//! Lines of the live view, as they are said.

use std::collections::BTreeMap;
use std::time::Duration;

use super::*;
use crate::account::resources::RequestCount;
use crate::i18n::{Language, Localizer};
use crate::lesson::{Pack, load};
use crate::load::{MinuteLength, Observation, Subject};

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_000_000 * 60 + minute * 60).unwrap()
}

fn alarm(high: bool, threshold: Option<f64>) -> AlarmSeen {
    let wanted = threshold.map(|_| if high { 3 } else { 15 });
    AlarmSeen { high, state: AlarmState::Ok, since: Some(at(-60)), threshold, wanted }
}

fn activity(cause: &str) -> Activity {
    Activity {
        id: "1".into(),
        description: Some("Launching a new EC2 instance: i-1".into()),
        cause: cause.into(),
        status: "Successful".into(),
        status_message: None,
        started_at: Some(at(2)),
        ended_at: None,
    }
}

/// A load that ended at 8, with what the account showed at `minute`.
fn ended(minute: i64, change: impl FnOnce(&mut Observation)) -> Live {
    let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
    let subject = Subject::of(&lesson.values).unwrap();
    let plan = Plan::new(4000, Duration::from_millis(120)).unwrap();
    let mut live = Live::new("shop.example", plan, &subject, MinuteLength::REAL, at(0));
    let mut observation = Observation {
        at: at(minute),
        site: Err(Text::verbatim("")),
        capacity: Some(Capacity { desired: 4, in_service: 4, healthy: Some(4) }),
        bounds: Some((1, 4)),
        alarms: Some(vec![alarm(true, Some(25.0)), alarm(false, Some(17.5))]),
        counts: Some(vec![RequestCount { at: at(7), count: 500.0 }]),
        activities: Some(Vec::new()),
    };
    change(&mut observation);
    live.observations.observe(observation);
    live.ended = Some((Ending::Finished, at(8)));
    live
}

fn said(live: &Live, language: Language) -> String {
    let now = live.observations.latest.as_ref().unwrap().at;
    let localizer = Localizer::new(language);
    let lines = words(live, now, &TimeZone::UTC);
    lines.iter().map(|line| localizer.say(&line.text)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_group_without_numbers_is_told_with_what_helps_in_both_languages() {
    let live = ended(60, |_| {});
    let english = said(&live, Language::En);
    assert!(english.contains("no number since 10:47"), "{english}");
    assert!(
        english.contains("stays at 4 instances") && english.contains("set the desired capacity back to 1"),
        "{english}"
    );
    let japanese = said(&live, Language::Ja);
    assert!(japanese.contains("10:47 から数字がない"), "{japanese}");
    assert!(japanese.contains("4台のまま") && japanese.contains("1 に戻"), "{japanese}");
}

#[test]
fn a_group_that_is_small_again_stays_at_nothing() {
    let live = ended(60, |seen| seen.capacity = Some(Capacity { desired: 1, in_service: 1, healthy: Some(1) }));
    assert!(!said(&live, Language::En).contains("stays at"));
}

#[test]
fn thresholds_and_points_are_the_alarms_own_or_not_said() {
    let live = ended(9, |seen| seen.alarms = Some(vec![alarm(true, Some(30.0)), alarm(false, Some(21.0))]));
    let own = said(&live, Language::En);
    assert!(own.contains("0 of 15 points below 21") && own.contains("target 30"), "{own}");
    let unread = said(&ended(9, |seen| seen.alarms = Some(vec![alarm(true, None), alarm(false, None)])), Language::En);
    assert!(unread.contains("AlarmLow: OK\n") && !unread.contains("17.5") && !unread.contains("15 quiet"), "{unread}");
}

#[test]
fn what_no_alarm_asked_for_is_told_as_the_history_tells_it() {
    let scheduled = "At 2026-05-20T11:00:00Z a scheduled action update of AutoScalingGroup constraints to min: 0, max: 4, \
                     desired: 2 changing the desired capacity from 1 to 2.";
    let live = ended(9, |seen| seen.activities = Some(vec![activity(scheduled)]));
    let said = said(&live, Language::En);
    assert!(said.contains("A scheduled action changed the number of instances: 1 to 2.") && !said.contains("by hand"));
}

#[test]
fn the_alarm_of_a_group_with_a_confusing_name_is_told_by_its_side() {
    let cause = "At 2026-05-20T11:00:00Z a monitor alarm TargetTracking-my-AlarmHigh-asg-AlarmLow-7d9e in state ALARM \
                 triggered policy P changing the desired capacity from 4 to 3.";
    let live = ended(9, |seen| seen.activities = Some(vec![activity(cause)]));
    assert!(said(&live, Language::En).contains("AlarmLow: from 4 to 3"));
}
