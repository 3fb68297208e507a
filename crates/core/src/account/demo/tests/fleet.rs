//! How the group's members come, go and scale.

use std::collections::BTreeSet;

use test_case::test_case;

use jiff::Timestamp;

use super::super::World;
use super::super::ids::later;
use super::{before, lesson};
use crate::account::Snapshot;
use crate::account::resources::Instance;

/// What of a snapshot the tests of the group look at.
pub(super) struct Seen {
    desired: i32,
    members: Vec<String>,
    targets: Vec<(String, Option<String>)>,
    pub(super) healthy: usize,
    causes: Vec<String>,
}

pub(super) fn seen(snapshot: &Snapshot) -> Seen {
    let groups = snapshot.auto_scaling_groups.seen().unwrap();
    let targets: Vec<(String, Option<String>)> = snapshot
        .target_health
        .seen()
        .unwrap()
        .iter()
        .map(|target| (target.state.clone(), target.reason.clone()))
        .collect();
    Seen {
        desired: groups.first().map_or(0, |group| group.desired),
        members: groups.iter().flat_map(|group| &group.instances).map(|member| member.lifecycle.clone()).collect(),
        healthy: targets.iter().filter(|(state, _)| state == "healthy").count(),
        targets,
        causes: snapshot.activities.seen().unwrap().iter().map(|activity| activity.cause.clone()).collect(),
    }
}

#[test]
fn a_member_comes_up_through_the_states_that_the_lesson_describes() {
    let lesson = lesson();
    let (mut world, now) = before(&lesson, "4-1");
    world.perform("wizard", now);
    world.perform("alb-groups", now);
    let at = |seconds| {
        let seen = seen(&world.snapshot(later(now, seconds)));
        (seen.members[0].clone(), seen.targets.first().map(|(state, reason)| format!("{state} {reason:?}")))
    };
    assert_eq!(at(0), ("Pending".into(), None));
    assert_eq!(at(5), ("InService".into(), Some("initial Some(\"Elb.RegistrationInProgress\")".into())));
    assert_eq!(at(7), ("InService".into(), Some("initial Some(\"Elb.InitialHealthChecking\")".into())));
    assert_eq!(at(10), ("InService".into(), Some("unhealthy Some(\"Target.FailedHealthChecks\")".into())));
    assert_eq!(at(20), ("InService".into(), Some("healthy None".into())));
}

#[test_case("build-without-nat", "Target.FailedHealthChecks"; "no way out")]
#[test_case("alb-sg-closed", "Target.Timeout"; "closed group")]
#[test_case("alb-groups-of-instances", "Target.Timeout"; "groups of the wizard")]
#[test_case("wizard-wrong-port", "Target.Timeout"; "a port that no group opens")]
#[test_case("target-by-hand", "Target.FailedHealthChecks"; "the cleaned base instance")]
fn a_mistake_shows_in_the_reason_of_a_target(action: &str, reason: &str) {
    let (mut world, now) = before(&lesson(), "4-4");
    world.perform(action, now);
    let reasons = seen(&world.snapshot(world.settled_at(now))).targets;
    assert!(reasons.iter().any(|(_, found)| found.as_deref() == Some(reason)), "{reasons:?}");
}

#[test]
fn what_has_had_its_time_looks_as_old_as_in_aws() {
    let (mut world, now) = before(&lesson(), "4-5");
    let age = |world: &World, now: Timestamp| {
        let snapshot = world.snapshot(now);
        let living = |instance: &&Instance| instance.asg.is_some() && instance.state != "terminated";
        let members = snapshot.instances.seen().unwrap().iter().filter(living);
        let youngest = members.filter_map(|instance| instance.launched_at).max().unwrap();
        now.duration_since(youngest).as_mins()
    };
    world.perform("build-without-nat", now);
    assert_eq!(age(&world, later(now, 15)), 0);
    assert!(age(&world, later(now, 22)) > 15);
    world.perform("targets-repair", later(now, 22));
    let now = world.settled_at(later(now, 22));
    world.perform("load-too-small", now);
    let newest = |at: Timestamp| at.duration_since(world.snapshot(at).request_counts.seen().unwrap()[0].at).as_mins();
    assert_eq!(newest(later(now, 4)), 0);
    assert!(newest(world.settled_at(now)) > 15);
}

#[test_case(&[], Some(200); "all right")]
#[test_case(&["alb-sg-closed"], None; "closed group")]
#[test_case(&["wizard-internal", "alb-groups"], None; "internal load balancer")]
#[test_case(&["alb-groups-of-instances"], None; "groups of the wizard")]
#[test_case(&["build-without-nat"], Some(502); "nothing listens")]
#[test_case(&["web-sg-itself"], Some(504); "the instances let nobody in")]
#[test_case(&["template-sample-secret", "wizard", "member-stop"], Some(500); "no database")]
#[test_case(&["wizard-not-attached", "alb-groups"], Some(503); "no target")]
#[test_case(&["region-other"], None; "another region")]
fn the_site_answers_as_a_visitor_would_see(mistakes: &[&str], status: Option<u16>) {
    let (mut world, now) = before(&lesson(), "4-5");
    for mistake in mistakes {
        world.perform(mistake, now);
    }
    assert_eq!(world.site_status(world.settled_at(now)), status);
}

#[test]
fn a_zone_that_the_load_balancer_lacks_leaves_its_target_unused() {
    let (mut world, now) = before(&lesson(), "4-4");
    world.perform("wizard-other-zone", now);
    world.perform("alb-groups", now);
    world.perform("desired-by-hand", now);
    let states: BTreeSet<_> = seen(&world.snapshot(world.settled_at(now))).targets.into_iter().collect();
    let wanted = [("healthy".to_owned(), None), ("unused".to_owned(), Some("Target.NotInUse".to_owned()))];
    assert_eq!(states, BTreeSet::from(wanted));
}

#[test]
fn load_lets_the_policy_scale_out_in_two_steps_and_in_again() {
    let (mut world, now) = before(&lesson(), "4-5");
    world.perform("load", now);
    let desired = |seconds| seen(&world.snapshot(later(now, seconds))).desired;
    assert_eq!([0, 9, 11, 21, 60].map(desired), [1, 1, 2, 4, 4]);
    let end = world.settled_at(now);
    let after = seen(&world.snapshot(end));
    assert_eq!((after.desired, after.members.len(), after.healthy), (1, 1, 1));
    let out: Vec<_> = after.causes.iter().filter(|cause| cause.contains("-AlarmHigh-")).collect();
    assert_eq!(out.len(), 3, "{:#?}", after.causes);
    assert!(out.iter().all(|cause| cause.contains(" in state ALARM triggered policy RequestCountPolicy changing")));
}

#[test_case("policy-cpu"; "another metric")]
#[test_case("policy-other-target"; "another target group")]
#[test_case("alarm-delete-high"; "no alarm")]
#[test_case("desired-to-max"; "nothing to add")]
fn load_does_not_scale_out_with(mistake: &str) {
    let (mut world, now) = before(&lesson(), "4-5");
    world.perform(mistake, now);
    world.perform("load", now);
    assert_eq!(world.snapshot(later(now, 3)).request_counts.seen().unwrap().len(), 1);
    let causes = seen(&world.snapshot(world.settled_at(now))).causes;
    assert!(!causes.iter().any(|cause| cause.contains("-AlarmHigh-")), "{causes:#?}");
}

#[test]
fn desired_set_by_hand_is_a_user_request_in_the_history() {
    let (mut world, now) = before(&lesson(), "4-5");
    world.perform("desired-by-hand", now);
    let causes = seen(&world.snapshot(now)).causes;
    assert!(causes[0].contains("a user request"), "{causes:#?}");
    // An idle policy takes it back.
    let after = seen(&world.snapshot(world.settled_at(now)));
    assert_eq!(after.desired, 1);
    assert!(after.causes[0].contains("-AlarmLow-"), "{:#?}", after.causes);
}

#[test]
fn a_stopped_member_is_replaced() {
    let (mut world, now) = before(&lesson(), "5-1");
    let members = |world: &World, now| -> Vec<String> {
        let snapshot = world.snapshot(now);
        snapshot.auto_scaling_groups.seen().unwrap()[0].instances.iter().map(|member| member.id.clone()).collect()
    };
    let first = members(&world, now);
    world.perform("member-stop", now);
    let stopping = world.snapshot(later(now, 1));
    let states: Vec<_> = stopping.instances.seen().unwrap().iter().map(|instance| instance.state.as_str()).collect();
    assert!(states.contains(&"stopping"), "{states:?}");
    let end = world.settled_at(now);
    let second = members(&world, end);
    assert_eq!((first.len(), second.len(), seen(&world.snapshot(end)).healthy), (1, 1, 1));
    assert_ne!(first, second);
}

#[test]
fn a_group_waits_for_an_image_that_is_not_ready() {
    let (mut world, now) = before(&lesson(), "4-1");
    world.perform("image-copy-fails", now);
    world.perform("template", now);
    world.perform("wizard", now);
    let snapshot = world.snapshot(world.settled_at(now));
    let activities = snapshot.activities.seen().unwrap();
    assert_eq!(activities.iter().map(|activity| activity.status.as_str()).collect::<Vec<_>>(), ["Failed"]);
}

#[test]
fn a_load_that_is_broken_off_counts_no_more_and_can_begin_again() {
    let (mut world, now) = before(&lesson(), "4-5");
    let points = |world: &World, seconds| {
        let snapshot = world.snapshot(later(now, seconds));
        snapshot.request_counts.seen().unwrap().len()
    };
    world.begin_load(now);
    assert_eq!(points(&world, 7), 2);
    world.end_load(later(now, 7));
    assert_eq!(points(&world, 60), 2);
    world.begin_load(later(now, 10));
    assert_eq!(points(&world, 14), 3, "one point a minute, as ever");
}
