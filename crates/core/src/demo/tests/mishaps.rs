//! Accounts that move: each mistake that keeps one from coming to rest is told as what it is, and can be mended.

use jiff::Timestamp;
use test_case::test_case;

use super::super::SimulatedAccount;
use super::super::ids::later;
use super::fleet::seen;
use super::{before, judge, lesson};
use crate::lesson::Lesson;
use crate::verify::Status;

/// The causes that a step names, with their status.
fn causes(lesson: &Lesson, simulated: &SimulatedAccount, step: &str, now: Timestamp) -> Vec<(Status, String)> {
    let report = judge(lesson, simulated, step, now);
    let named = |check: &crate::report::CheckReport| {
        Some((check.verdict.status, check.diagnosis.as_ref()?.cause.id.as_str().to_owned()))
    };
    report.checks.iter().filter_map(named).collect()
}

/// Step, mistake, seconds after it, the step that tells it, and the cause.
#[test_case("4-3", "balancer-checks-on", 60, "4-3", "replacement-loop"; "the group loses patience again and again")]
#[test_case("4-3", "target-deregister", 30, "4-3", "targets-not-registered"; "in service, and no target")]
#[test_case("4-3", "build-without-nat", 12, "4-3", "route-blackhole"; "the way out is known to be gone")]
#[test_case("4-5", "alarm-actions-off", 30, "4-7", "alarm-actions-off"; "the alarm does nothing")]
#[test_case("4-3", "schedule-to-zero", 12, "4-1", "scheduled-action"; "a size that was scheduled")]
#[test_case("4-3", "schedule-to-zero", 12, "4-3", "scheduled-action"; "no instance, by schedule")]
#[test_case("4-3", "hook-add", 60, "4-3", "lifecycle-hook"; "held before service")]
#[test_case("preflight", "nat-failed", 1, "preflight", "nat-failed"; "a gateway that never came to be")]
fn it_is_told_at_once(before_step: &str, mistake: &str, seconds: i64, step: &str, cause: &str) {
    let lesson = lesson();
    let (mut simulated, mut now) = before(&lesson, before_step);
    if before_step == "4-3" {
        simulated.perform_right("4-3", now);
        now = simulated.settled_at(now);
    }
    simulated.perform(mistake, now);
    let found = causes(&lesson, &simulated, step, later(now, seconds));
    assert!(found.contains(&(Status::Failed, cause.to_owned())), "{found:?}");
}

#[test]
fn a_group_that_checks_by_the_balancer_replaces_its_members_until_that_is_off() {
    let (mut simulated, now) = before(&lesson(), "4-4");
    simulated.perform("balancer-checks-on", now);
    let removed = |now| {
        let causes = seen(&simulated.snapshot(now)).causes;
        causes.iter().filter(|cause| cause.contains("in response to an ELB system health check failure")).count()
    };
    assert_eq!([14, 16, 31, 46, 61].map(|seconds| removed(later(now, seconds))), [0, 1, 2, 3, 4]);
    let now = later(now, 61);
    simulated.perform("balancer-checks-off", now);
    let end = simulated.settled_at(now);
    assert_eq!(seen(&simulated.snapshot(end)).healthy, 1);
    assert!(end < later(now, 60), "it comes to rest");
}

#[test]
fn a_group_that_goes_on_replacing_is_failed_at_every_moment() {
    let lesson = lesson();
    let (mut simulated, now) = before(&lesson, "4-4");
    simulated.perform("balancer-checks-on", now);
    for seconds in 46..76 {
        let now = later(now, seconds);
        let report = judge(&lesson, &simulated, "4-3", now);
        let healthy = report.checks.iter().find(|check| check.id == "healthy").unwrap();
        assert_eq!(healthy.verdict.status, Status::Failed, "after {seconds} s: {:?}", healthy.verdict);
    }
}

#[test]
fn a_hook_holds_a_member_before_service_until_it_is_deleted() {
    let (mut simulated, now) = before(&lesson(), "4-4");
    simulated.perform("hook-add", now);
    let (late, snapshot) = (later(now, 60), simulated.snapshot(later(now, 60)));
    assert_eq!(seen(&snapshot).members, ["Pending:Wait"]);
    assert_eq!(snapshot.activities.seen().unwrap()[0].status.as_str(), "MidLifecycleAction");
    let held = snapshot.auto_scaling_groups.seen().unwrap()[0].instances[0].id.clone();
    let instances = snapshot.instances.seen().unwrap();
    let instance = instances.iter().find(|instance| instance.id == held).unwrap();
    assert!(instance.state.is_running() && late.duration_since(instance.launched_at.unwrap()).as_mins() > 15);
    simulated.perform("hook-delete", late);
    let after = simulated.snapshot(simulated.settled_at(late));
    assert_eq!((seen(&after).members.as_slice(), seen(&after).healthy), (&["InService".to_owned()][..], 1));
    assert_eq!(after.activities.seen().unwrap()[0].status.as_str(), "Successful");
}
