//! Why a policy that is there doesn't scale: the way from visitors counted to an instance launched.

use super::case::TrafficPath;
use super::case::{Case, Judged};
use super::diagnosis::Diagnosis;
use super::link::{Break, Finding, judged_by};
use super::remediation::{activity_page, enable_actions, mend_cause, resume};
use super::repair::Means;
use super::root_cause::explain_launch;
use crate::account::resources::AlarmState;
use crate::aws_words::{ActivityCause, Refusal};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CauseId, CheckKind, Status, any_of, failed_launch, is_high, is_mute_high, longest_run};

/// Names that belong to one policy.
#[derive(Clone, Copy, Debug)]
struct Policy<'a> {
    asg: &'a str,
    name: &'a str,
}

/// So many minutes above the target in a row make AlarmHigh go off.
const BUSY_MINUTES: usize = 3;

type Judge = for<'a> fn(&Case<'a>, Policy<'a>) -> Finding;

const LINKS: &[Judge] = &[policy, metric, label, target, alarm, actions, notified, data];

/// The cause of a missing scale-out or load; none where the check itself knows best.
#[must_use]
pub fn scaling_cause<'a>(judged: &Judged<'a>, case: &Case<'a>) -> Option<Diagnosis> {
    let status = judged.verdict.status;
    match &judged.check.kind {
        CheckKind::ScaleOut(check) if matches!(status, Status::Failed | Status::Waiting) => {
            let policy = Policy { asg: &check.asg, name: &check.policy };
            let first = LINKS.iter().find_map(|judge| match judge(case, policy) {
                Finding::Broken(found) => Some(found),
                Finding::Sound | Finding::Unseen(_) => None,
            });
            first
                .or_else(|| launch(judged, check.asg.as_str(), case))
                .or_else(|| own(judged, check.value.0, case))
                .map(diagnosis)
        }
        CheckKind::Load(check) if status == Status::Failed => own(judged, check.value.0, case).map(diagnosis),
        any_of! {
                    Attested, AutoScalingAttached, AutoScalingGroup, AutoScalingSize, AutoScalingSubnets,
                    AutoScalingTemplate, DefaultRoute, Exercise, Identity, Image, ImageDescription, ImageSource,
                    ImageState, Instance, InstanceProfile, InstanceStopped, InstancesInService, InternetGateway,
                    LaunchTemplate, LaunchTemplateDescription, LaunchTemplateImage, LaunchTemplateKeyPair,
                    LaunchTemplateProfile, LaunchTemplateSecurityGroups, LaunchTemplateTag, LaunchTemplateType,
                    Load, LoadBalancer, LoadBalancerActive, LoadBalancerListener, LoadBalancerScheme,
                    LoadBalancerSecurityGroups, LoadBalancerZones, PolicyAlarm, PolicyLabel, PolicyMetric,
                    PolicyScaleIn, PolicyTarget, PublicSubnets, Region, ScaleOut, ScaledIn, ScalingPolicy,
                    SecurityGroup, SecurityGroupDescription, SecurityGroupIngress, SecurityGroupIpv6,
                    SecurityGroupReaches, Site, Subnet, TargetGroup, TargetsAreMembers, TargetsHealthy,
                    UserData, UserDataLineEnds, Vpc, AnyOf, Listener, ListenerRule, Not, SecurityGroupRules,
        } => None,
    }
}

fn diagnosis(found: Break) -> Diagnosis {
    Diagnosis { cause: found.cause, evidence: found.evidence, repair: found.repair, consequences: Vec::new() }
}

/// There was load enough, and everything that could have stopped its answer was found in order.
fn unexplained(judged: &Judged<'_>, case: &Case<'_>) -> Break {
    let asg = if let CheckKind::ScaleOut(check) = &judged.check.kind { check.asg.as_str() } else { "" };
    let found = Break::new(CauseId::ScaleOutUnexplained, msg!(cause_scale_out_unexplained));
    let found = match other_policy(judged, case) {
        Some(other) => found.shown_by(msg!(evidence_other_policy, policy = other)),
        None => found,
    };
    found.mended_by(msg!(scale_out_unexplained_fix)).mended_as(activity_page(asg, case))
}

/// Another policy, which had the group launch something.
fn other_policy(judged: &Judged<'_>, case: &Case<'_>) -> Option<String> {
    let CheckKind::ScaleOut(check) = &judged.check.kind else { return None };
    let activities = case.facts.snapshot.activities.seen().ok()?;
    activities.iter().flat_map(|activity| ActivityCause::all(&activity.cause)).find_map(|cause| match cause {
        ActivityCause::Alarm { policy, change: Some((before, after)), .. }
            if after > before && policy != check.policy =>
        {
            Some(policy)
        }
        _ => None,
    })
}

/// The group has as many instances as it may have, so that no load lets it grow.
fn full(judged: &Judged<'_>, case: &Case<'_>) -> Option<Break> {
    let CheckKind::ScaleOut(check) = &judged.check.kind else { return None };
    let group = case.facts.auto_scaling_group(&check.asg).ok().filter(|group| group.desired >= group.max)?;
    Some(
        Break::new(CauseId::AtMaxCapacity, msg!(cause_at_max_capacity))
            .shown_by(msg!(asg_size_actual, desired = group.desired, min = group.min, max = group.max))
            .mended_by(msg!(scale_out_at_max_fix))
            .mended_as(
                mend_cause(CauseId::AtMaxCapacity, judged, case).into_iter().filter(|way| way.means != Means::Console),
            ),
    )
}

/// What the check itself names, with the numbers that show it.
fn own(judged: &Judged<'_>, value: i32, case: &Case<'_>) -> Option<Break> {
    let named = judged.verdict.cause.clone()?;
    if judged.verdict.status != Status::Failed {
        return None;
    }
    // A change by hand explains a missing scale-out only where no load asked for one.
    if !matches!(named.id, CauseId::LoadTooSmall | CauseId::ChangedByHand) {
        return Some(Break::of(judged, named.id, named.text, case));
    }
    let counts = case.facts.snapshot.request_counts.seen().map(Vec::as_slice).unwrap_or_default();
    let highest = counts.iter().map(|point| point.count).fold(0.0, f64::max);
    let minutes = longest_run(counts, f64::from(value));
    let found = if minutes < BUSY_MINUTES {
        Break::of(judged, named.id, named.text, case)
    } else {
        full(judged, case).unwrap_or_else(|| unexplained(judged, case))
    };
    Some(found.shown_by(msg!(evidence_load, highest = highest, minutes = minutes, value = value)))
}

fn launch(judged: &Judged<'_>, asg: &str, case: &Case<'_>) -> Option<Break> {
    judged.verdict.cause.as_ref().filter(|cause| Refusal::is_cause(cause.id))?;
    let failed = failed_launch(case.facts.snapshot.activities.seen().ok()?)?;
    let traffic = TrafficPath { alb: "", target_group: "", asg, port: 0 };
    Some(explain_launch(failed, case, &traffic))
}

fn policy<'a>(case: &Case<'a>, policy: Policy<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::ScalingPolicy(check) if check.asg == policy.asg && check.policy == policy.name);
    judged_by(case, is_wanted, CauseId::PolicyInactive, msg!(cause_policy_inactive))
}

fn metric<'a>(case: &Case<'a>, policy: Policy<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::PolicyMetric(check) if check.policy == policy.name);
    judged_by(case, is_wanted, CauseId::PolicyWrongMetric, msg!(cause_policy_wrong_metric))
}

fn label<'a>(case: &Case<'a>, policy: Policy<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::PolicyLabel(check) if check.policy == policy.name);
    judged_by(case, is_wanted, CauseId::PolicyOtherTarget, msg!(cause_policy_other_target))
}

fn target<'a>(case: &Case<'a>, policy: Policy<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::PolicyTarget(check) if check.policy == policy.name);
    judged_by(case, is_wanted, CauseId::PolicyWrongTargetValue, msg!(cause_policy_wrong_target_value))
}

fn alarm<'a>(case: &Case<'a>, policy: Policy<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::PolicyAlarm(check) if check.policy == policy.name);
    judged_by(case, is_wanted, CauseId::AlarmsMissing, msg!(cause_alarms_missing))
}

/// The alarm does something when it goes off.
fn actions<'a>(case: &Case<'a>, policy: Policy<'a>) -> Finding {
    let Ok(found) = case.facts.scaling_policy(policy.asg, policy.name) else { return Finding::Sound };
    let Ok(alarms) = case.facts.snapshot.alarms.seen() else { return Finding::Sound };
    let Some(mute) = alarms.iter().find(|alarm| is_mute_high(alarm, &found.alarms)) else { return Finding::Sound };
    Break::new(CauseId::AlarmActionsOff, msg!(cause_alarm_actions_off))
        .shown_by(msg!(evidence_alarm_mute, alarm = &mute.name, state = &mute.state))
        .mended_by(msg!(scale_out_actions_off_fix, alarm = &mute.name))
        .mended_as(enable_actions(&mute.name, case))
        .into()
}

/// The group hears its alarms, and may launch.
fn notified<'a>(case: &Case<'a>, policy: Policy<'a>) -> Finding {
    let Ok(group) = case.facts.auto_scaling_group(policy.asg) else { return Finding::Sound };
    let matter = |process: &&String| matches!(process.as_str(), "AlarmNotification" | "Launch");
    let processes: Vec<String> = group.suspended.iter().filter(matter).cloned().collect();
    if processes.is_empty() {
        return Finding::Sound;
    }
    let named = Text::list(processes.clone());
    Break::new(CauseId::ProcessesSuspended, msg!(cause_scaling_suspended))
        .shown_by(msg!(evidence_suspended, asg = policy.asg, processes = named.clone()))
        .mended_by(msg!(mend_resume, asg = policy.asg, processes = named))
        .mended_as(resume(policy.asg, &processes, case))
        .into()
}

/// The alarm above the target has had something to look at. While nobody visits there is nothing, and that is no fault.
fn data<'a>(case: &Case<'a>, policy: Policy<'a>) -> Finding {
    let snapshot = case.facts.snapshot;
    let Ok(found) = case.facts.scaling_policy(policy.asg, policy.name) else { return Finding::Sound };
    let (Ok(alarms), Ok(counts)) = (snapshot.alarms.seen(), snapshot.request_counts.seen()) else {
        return Finding::Sound;
    };
    match alarms.iter().find(|alarm| is_high(alarm, &found.alarms)) {
        Some(alarm) if alarm.state == AlarmState::InsufficientData && !counts.iter().any(|point| point.count > 0.0) => {
            Break::new(CauseId::AlarmsNoData, msg!(cause_alarms_no_data))
                .shown_by(msg!(evidence_alarm_state, alarm = &alarm.name, state = &alarm.state))
                .mended_by(msg!(load_fix))
                .into()
        }
        _ => Finding::Sound,
    }
}
