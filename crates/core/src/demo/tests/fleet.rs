//! How the group's members come, go and scale.

use std::collections::BTreeSet;

use test_case::test_case;

use jiff::Timestamp;

use super::super::SimulatedAccount;
use super::super::ids::later;
use super::{before, lesson};
use crate::account::Snapshot;
use crate::account::resources::Instance;

/// What of a snapshot the tests of the group look at.
pub(super) struct Seen {
    pub(super) desired: i32,
    pub(super) members: Vec<String>,
    targets: Vec<(String, Option<String>)>,
    pub(super) healthy: usize,
    pub(super) causes: Vec<String>,
}

pub(super) fn seen(snapshot: &Snapshot) -> Seen {
    let groups = snapshot.auto_scaling_groups.seen().unwrap();
    let targets = snapshot.target_health.seen().unwrap();
    Seen {
        desired: groups.first().map_or(0, |group| group.desired),
        members: groups.iter().flat_map(|group| &group.instances).map(|member| member.lifecycle.to_string()).collect(),
        healthy: targets.iter().filter(|target| target.state.is_healthy()).count(),
        targets: targets
            .iter()
            .map(|target| (target.state.to_string(), target.reason.as_ref().map(ToString::to_string)))
            .collect(),
        causes: snapshot.activities.seen().unwrap().iter().map(|activity| activity.cause.clone()).collect(),
    }
}

#[test]
fn a_member_comes_up_through_the_states_that_the_lesson_describes() {
    let lesson = lesson();
    let (mut simulated, now) = before(&lesson, "4-1");
    simulated.perform("wizard", now);
    simulated.perform("alb-groups", now);
    let at = |seconds| {
        let seen = seen(&simulated.snapshot(later(now, seconds)));
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
    let (mut simulated, now) = before(&lesson(), "4-4");
    simulated.perform(action, now);
    let reasons = seen(&simulated.snapshot(simulated.settled_at(now))).targets;
    assert!(reasons.iter().any(|(_, found)| found.as_deref() == Some(reason)), "{reasons:?}");
}

#[test]
fn what_has_had_its_time_looks_as_old_as_in_aws() {
    let (mut simulated, now) = before(&lesson(), "4-5");
    let age = |simulated: &SimulatedAccount, now: Timestamp| {
        let snapshot = simulated.snapshot(now);
        let living = |instance: &&Instance| instance.asg.is_some() && !instance.state.is_terminated();
        let members = snapshot.instances.seen().unwrap().iter().filter(living);
        let youngest = members.filter_map(|instance| instance.launched_at).max().unwrap();
        now.duration_since(youngest).as_mins()
    };
    simulated.perform("build-without-nat", now);
    assert_eq!(age(&simulated, later(now, 15)), 0);
    assert!(age(&simulated, later(now, 22)) > 15);
    simulated.perform("targets-repair", later(now, 22));
    let now = simulated.settled_at(later(now, 22));
    simulated.perform("load-too-small", now);
    let newest =
        |at: Timestamp| at.duration_since(simulated.snapshot(at).request_counts.seen().unwrap()[0].at).as_mins();
    assert_eq!(newest(later(now, 10)), 0);
    assert!(newest(simulated.settled_at(now)) > 15);
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
    let (mut simulated, now) = before(&lesson(), "4-5");
    for mistake in mistakes {
        simulated.perform(mistake, now);
    }
    assert_eq!(simulated.site_status(simulated.settled_at(now)), status);
}

#[test]
fn a_zone_that_the_load_balancer_lacks_leaves_its_target_unused() {
    let (mut simulated, now) = before(&lesson(), "4-4");
    simulated.perform("wizard-other-zone", now);
    simulated.perform("alb-groups", now);
    simulated.perform("desired-by-hand", now);
    let states: BTreeSet<_> = seen(&simulated.snapshot(simulated.settled_at(now))).targets.into_iter().collect();
    let wanted = [("healthy".to_owned(), None), ("unused".to_owned(), Some("Target.NotInUse".to_owned()))];
    assert_eq!(states, BTreeSet::from(wanted));
}

#[test]
fn a_stopped_member_is_replaced() {
    let (mut simulated, now) = before(&lesson(), "5-1");
    let members = |simulated: &SimulatedAccount, now| -> Vec<String> {
        let snapshot = simulated.snapshot(now);
        snapshot.auto_scaling_groups.seen().unwrap()[0].instances.iter().map(|member| member.id.clone()).collect()
    };
    let first = members(&simulated, now);
    simulated.perform("member-stop", now);
    let stopping = simulated.snapshot(later(now, 1));
    let states: Vec<_> = stopping.instances.seen().unwrap().iter().map(|instance| instance.state.as_str()).collect();
    assert!(states.contains(&"stopping"), "{states:?}");
    let end = simulated.settled_at(now);
    let second = members(&simulated, end);
    assert_eq!((first.len(), second.len(), seen(&simulated.snapshot(end)).healthy), (1, 1, 1));
    assert_ne!(first, second);
}

#[test]
fn a_group_waits_for_an_image_that_is_not_ready() {
    let (mut simulated, now) = before(&lesson(), "4-1");
    simulated.perform("image-copy-fails", now);
    simulated.perform("template", now);
    simulated.perform("wizard", now);
    let snapshot = simulated.snapshot(simulated.settled_at(now));
    let activities = snapshot.activities.seen().unwrap();
    assert_eq!(activities.iter().map(|activity| activity.status.as_str()).collect::<Vec<_>>(), ["Failed"]);
}
