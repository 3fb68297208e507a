//! Visitors, what CloudWatch hears of them, and how the group follows: as AWS was seen to do it.

use jiff::Timestamp;
use test_case::test_case;

use super::super::SimulatedAccount;
use super::super::ids::later;
use super::super::minute::MINUTE;
use super::fleet::seen;
use super::{before, lesson};
use crate::account::Snapshot;
use crate::account::resources::{Alarm, AlarmState};
use crate::aws_words::AlarmSide;

/// The instant so many of the simulated account's minutes after `now`.
fn minutes(now: Timestamp, count: i64) -> Timestamp {
    later(now, count * MINUTE)
}

fn alarm(snapshot: &Snapshot, side: AlarmSide) -> Alarm {
    let alarms = snapshot.alarms.seen().unwrap();
    alarms.iter().find(|alarm| AlarmSide::of(&alarm.name) == Some(side)).unwrap().clone()
}

/// A finished load: the policy has scaled out, and nobody visits any more.
fn after_the_load() -> (SimulatedAccount, Timestamp) {
    let (mut simulated, now) = before(&lesson(), "4-5");
    simulated.perform("load", now);
    let now = simulated.settled_at(now);
    (simulated, now)
}

#[test]
fn alarm_low_stands_at_seven_tenths_of_the_target() {
    let (simulated, now) = before(&lesson(), "4-5");
    let low = alarm(&simulated.snapshot(now), AlarmSide::Low);
    assert!((low.threshold.unwrap() - 17.5).abs() < 1e-9, "{low:?}");
}

#[test]
fn alarms_without_a_visit_have_nothing_to_judge_by() {
    let (simulated, now) = before(&lesson(), "4-5");
    let snapshot = simulated.snapshot(minutes(now, 60));
    for side in [AlarmSide::High, AlarmSide::Low] {
        assert_eq!(alarm(&snapshot, side).state, AlarmState::InsufficientData);
    }
}

#[test]
fn the_alarm_rings_five_to_six_minutes_after_the_first_busy_one() {
    let (mut simulated, now) = before(&lesson(), "4-5");
    simulated.perform("load", now);
    let at = |minute| alarm(&simulated.snapshot(later(minutes(now, minute), -1)), AlarmSide::High).state;
    assert_eq!([5, 6].map(at), [AlarmState::InsufficientData, AlarmState::Alarm]);
}

#[test]
fn load_lets_the_policy_scale_out_in_one_step_as_far_as_it_needs() {
    let (mut simulated, now) = before(&lesson(), "4-5");
    simulated.perform("load", now);
    let desired = |minute| seen(&simulated.snapshot(minutes(now, minute))).desired;
    assert_eq!([0, 5, 6, 8].map(desired), [1, 1, 4, 4]);
    let causes = seen(&simulated.snapshot(minutes(now, 8))).causes;
    let out: Vec<_> = causes.iter().filter(|cause| cause.contains("-AlarmHigh-")).collect();
    assert_eq!(out.len(), 3, "{causes:#?}");
    let words = " in state ALARM triggered policy RequestCountPolicy changing the desired capacity from 1 to 4.";
    assert!(out.iter().all(|cause| cause.contains(words)), "{out:#?}");
}

/// Requests a minute, with a target of 25 for each instance.
#[test_case(26.0, 2; "rounded up")]
#[test_case(50.0, 2; "exactly twice")]
#[test_case(51.0, 3; "a little more than twice")]
#[test_case(5000.0, 4; "never above the maximum")]
fn what_is_asked_for_is_in_proportion(requests: f64, wanted: i32) {
    let (mut simulated, now) = before(&lesson(), "4-5");
    simulated.put_load(requests, 8, now);
    assert_eq!(seen(&simulated.snapshot(simulated.settled_at(now))).desired, wanted);
}

#[test]
fn an_instance_that_the_policy_asked_for_serves_while_it_is_still_called_warming_up() {
    let (mut simulated, now) = before(&lesson(), "4-5");
    simulated.perform("load", now);
    let status = |seconds| {
        let snapshot = simulated.snapshot(later(minutes(now, 5), seconds));
        let newest = snapshot.activities.seen().unwrap()[0].clone();
        let members = &snapshot.auto_scaling_groups.seen().unwrap()[0].instances;
        (newest.status.to_string(), members.iter().filter(|member| member.lifecycle.is_in_service()).count())
    };
    assert_eq!(status(3), ("InProgress".into(), 1));
    assert_eq!(status(8), ("WaitingForInstanceWarmup".into(), 4));
    assert_eq!(status(25), ("Successful".into(), 4));
}

#[test]
fn points_alarms_and_activities_tell_one_and_the_same_time() {
    let (simulated, now) = after_the_load();
    let snapshot = simulated.snapshot(now);
    let points = snapshot.request_counts.seen().unwrap();
    let activities = snapshot.activities.seen().unwrap();
    let launch = activities.iter().find(|activity| activity.cause.contains("-AlarmHigh-")).unwrap();
    let started = launch.started_at.unwrap();
    assert!(points[2].at < started && started < minutes(points[2].at, 5), "{points:?} {launch:?}");
    let created = snapshot.auto_scaling_groups.seen().unwrap()[0].created_at.unwrap();
    assert!(points.iter().all(|point| created <= point.at && point.at <= now), "{points:?} {created}");
    let silent = alarm(&snapshot, AlarmSide::High).state_since.unwrap();
    assert!(points.iter().all(|point| point.at < silent), "{points:?} {silent}");
}

#[test]
fn without_visits_the_group_stays_large() {
    let (simulated, now) = after_the_load();
    let snapshot = simulated.snapshot(later(now, 86_400));
    assert_eq!((seen(&snapshot).desired, seen(&snapshot).healthy), (4, 4));
    assert_eq!(alarm(&snapshot, AlarmSide::Low).state, AlarmState::InsufficientData);
}

#[test]
fn a_visit_every_ten_seconds_lets_the_group_shrink_after_seventeen_minutes() {
    let (mut simulated, now) = after_the_load();
    simulated.perform("visit-now-and-then", now);
    let desired = |minute| seen(&simulated.snapshot(minutes(now, minute))).desired;
    assert_eq!([0, 17, 19].map(desired), [4, 4, 1]);
    let after = seen(&simulated.snapshot(simulated.settled_at(now)));
    assert_eq!((after.members.len(), after.healthy), (1, 1));
    assert!(after.causes[0].contains("-AlarmLow-"), "{:#?}", after.causes);
}

#[test]
fn the_group_may_be_set_back_by_hand() {
    let (mut simulated, now) = after_the_load();
    simulated.perform("desired-back", now);
    let after = seen(&simulated.snapshot(simulated.settled_at(now)));
    assert_eq!((after.desired, after.healthy), (1, 1));
    assert!(after.causes[0].contains("a user request"), "{:#?}", after.causes);
}

#[test]
fn scale_in_takes_old_and_new_members() {
    let (mut simulated, now) = after_the_load();
    let members = |simulated: &SimulatedAccount, now| -> Vec<String> {
        let groups = simulated.snapshot(now).auto_scaling_groups;
        groups.seen().unwrap()[0].instances.iter().map(|member| member.id.clone()).collect()
    };
    let all = members(&simulated, now);
    simulated.perform("visit-now-and-then", now);
    let stays = members(&simulated, simulated.settled_at(now));
    assert_eq!(stays.len(), 1);
    assert!(stays[0] != all[0] && stays[0] != all[3], "of {all:?} {stays:?} stays");
}

#[test]
fn desired_set_by_hand_is_a_user_request_in_the_history_and_stays() {
    let (mut simulated, now) = before(&lesson(), "4-5");
    simulated.perform("desired-by-hand", now);
    let after = seen(&simulated.snapshot(simulated.settled_at(now)));
    assert!(after.causes[0].contains("a user request"), "{:#?}", after.causes);
    assert_eq!(after.desired, 2, "without a visit no alarm rings that would take it back");
}

#[test_case("policy-cpu"; "another metric")]
#[test_case("policy-other-target"; "another target group")]
#[test_case("alarm-delete-high"; "no alarm")]
#[test_case("desired-to-max"; "nothing to add")]
fn load_does_not_scale_out_with(mistake: &str) {
    let (mut simulated, now) = before(&lesson(), "4-5");
    simulated.perform(mistake, now);
    simulated.perform("load", now);
    assert_eq!(simulated.snapshot(later(now, 9)).request_counts.seen().unwrap().len(), 1);
    let causes = seen(&simulated.snapshot(simulated.settled_at(now))).causes;
    assert!(!causes.iter().any(|cause| cause.contains("-AlarmHigh-")), "{causes:#?}");
}

#[test]
fn a_load_that_is_broken_off_counts_no_more_and_can_begin_again() {
    let (mut simulated, now) = before(&lesson(), "4-5");
    let points = |simulated: &SimulatedAccount, seconds| {
        let snapshot = simulated.snapshot(later(now, seconds));
        snapshot.request_counts.seen().unwrap().len()
    };
    simulated.begin_load(now);
    simulated.end_load(later(now, 7));
    assert_eq!(points(&simulated, 60), 2, "what had begun is not counted");
    simulated.begin_load(later(now, 10));
    assert_eq!(points(&simulated, 13 + 6), 3, "one point a minute, as ever");
}
