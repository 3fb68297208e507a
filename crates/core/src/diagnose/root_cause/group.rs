//! From the Auto Scaling group to instances that run.

use super::launch;
use crate::account::resources::AutoScalingGroup;
use crate::diagnose::case::{Case, TrafficPath};
use crate::diagnose::link::{Break, Finding};
use crate::diagnose::remediation::{mend, mend_cause, resume};
use crate::diagnose::schedule::scheduled;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CauseId, CheckKind, failed_launch};

/// What keeps an instance that runs from service. That the group calls one unhealthy is left to what makes it so.
const KEEPERS: [CauseId; 4] =
    [CauseId::LifecycleHook, CauseId::MemberStandby, CauseId::MemberDetached, CauseId::MemberWarm];

/// What a group must do for its instances to come and to be found.
const NEEDED: [&str; 3] = ["Launch", "AddToLoadBalancer", "HealthCheck"];

/// The group wants instances at all.
pub fn capacity<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(group) = traffic.group(case).filter(|group| group.desired < 1) else { return Finding::Sound };
    if let Some(found) = scheduled(traffic.asg, case) {
        return found.into();
    }
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::InstancesInService(check) if check.asg == traffic.asg);
    let repair = case.judged(is_wanted).map(|judged| mend(&judged, case)).unwrap_or_default();
    Break::new(CauseId::NoInstances, msg!(cause_no_instances))
        .shown_by(msg!(asg_size_actual, desired = group.desired, min = group.min, max = group.max))
        .mended_as(repair)
        .into()
}

/// Nobody has suspended what is needed for it.
pub fn suspended<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(group) = traffic.group(case) else { return Finding::Sound };
    let processes: Vec<String> =
        group.suspended.iter().filter(|process| matters(process, group, case)).cloned().collect();
    if processes.is_empty() {
        return Finding::Sound;
    }
    let named = Text::list(processes.clone());
    Break::new(CauseId::ProcessesSuspended, msg!(cause_processes_suspended))
        .shown_by(msg!(evidence_suspended, asg = traffic.asg, processes = named.clone()))
        .mended_by(msg!(mend_resume, asg = traffic.asg, processes = named))
        .mended_as(resume(traffic.asg, &processes, case))
        .into()
}

/// Launching matters while an instance is missing, and entering while one that runs is no target.
fn matters(process: &str, group: &AutoScalingGroup, case: &Case<'_>) -> bool {
    let in_service = || group.instances.iter().filter(|member| member.lifecycle.is_in_service());
    let targets = case.facts.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default();
    match process {
        "Launch" => i32::try_from(in_service().count()).unwrap_or(i32::MAX) < group.desired,
        "AddToLoadBalancer" => in_service().any(|member| !targets.iter().any(|target| target.target == member.id)),
        "ReplaceUnhealthy" | "Terminate" => in_service().any(|member| !member.health.is_healthy()),
        other => NEEDED.contains(&other) && in_service().next().is_none(),
    }
}

/// Its last launch worked.
pub fn launches<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(group) = traffic.group(case) else { return Finding::Sound };
    let serving = group.instances.iter().filter(|member| member.lifecycle.is_to_serve()).count();
    if i32::try_from(serving).unwrap_or(i32::MAX) >= group.desired {
        return Finding::Sound;
    }
    match case.facts.snapshot.activities.seen() {
        Err(unseen) => unseen.into(),
        Ok(activities) => {
            failed_launch(activities).map_or(Finding::Sound, |failed| launch::explain(failed, case, traffic).into())
        }
    }
}

/// Nothing and nobody keeps an instance that runs from service: no lifecycle hook, no standby, no warm pool.
pub fn kept_from_service<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::InstancesInService(check) if check.asg == traffic.asg);
    let Some(judged) = case.judged(is_wanted) else { return Finding::Sound };
    let Some(keeper) = judged.verdict.cause.as_ref().filter(|cause| KEEPERS.contains(&cause.id)) else {
        return Finding::Sound;
    };
    let kept = Break::new(keeper.id, keeper.text.clone()).shown_by(judged.verdict.actual.clone());
    kept.mended_as(mend_cause(keeper.id, &judged, case)).into()
}

/// None of its instances was stopped by hand.
pub fn stopped_member<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(group) = traffic.group(case) else { return Finding::Sound };
    for member in &group.instances {
        match case.facts.instance(&member.id) {
            Ok(Some(instance)) if instance.state.is_stopped() => {
                return Break::new(CauseId::StoppedGroupMember, msg!(cause_stopped_group_member))
                    .shown_by(msg!(in_service_stopped, id = &member.id))
                    .mended_by(msg!(in_service_replaced_fix))
                    .into();
            }
            _ => {}
        }
    }
    Finding::Sound
}
