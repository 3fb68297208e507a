//! Members of a group that something or somebody keeps from service.

use super::Ways;
use crate::account::resources::{Member, MemberStage};
use crate::command::Command;
use crate::diagnose::case::Case;
use crate::verify::CheckKind;

/// The group of a check of members at work or of targets.
fn group_of(kind: &CheckKind) -> Option<&str> {
    if let CheckKind::InstancesInService(check) = kind {
        Some(&check.asg)
    } else if let CheckKind::TargetsHealthy(check) = kind {
        Some(&check.asg)
    } else if let CheckKind::TargetsAreMembers(check) = kind {
        Some(&check.asg)
    } else {
        None
    }
}

/// The members in one of these stages.
fn members<'a>(asg: &str, stages: &[MemberStage], case: &Case<'a>) -> Vec<&'a Member> {
    let group = case.facts.auto_scaling_group(asg);
    let all = group.map(|group| group.instances.as_slice()).unwrap_or_default();
    all.iter().filter(|member| stages.contains(&member.lifecycle.stage())).collect()
}

/// What has the hooks of a group let its held instances go on.
pub fn let_go(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    match group_of(kind) {
        Some(asg) => free(ways, asg, case),
        None => ways,
    }
}

/// As [`let_go`], for the group of this name. An instance is held by every hook of its transition at once, and the names
/// of hooks aren't read: so the hooks are listed first, and then each is answered.
pub fn free(ways: Ways, asg: &str, case: &Case<'_>) -> Ways {
    let list = Command::aws("autoscaling describe-lifecycle-hooks").with("--auto-scaling-group-name", asg);
    let mut ways = ways.by(list.clone(), case);
    let transitions = [
        (MemberStage::HeldAtStart, "autoscaling:EC2_INSTANCE_LAUNCHING"),
        (MemberStage::HeldAtEnd, "autoscaling:EC2_INSTANCE_TERMINATING"),
    ];
    for (stage, transition) in transitions {
        for member in members(asg, &[stage], case) {
            let names = format!("LifecycleHooks[?LifecycleTransition=='{transition}'].LifecycleHookName");
            let names = list.clone().with("--query", names).flag("--output text").with("--region", case.region());
            let answer = Command::aws("autoscaling complete-lifecycle-action")
                .with("--auto-scaling-group-name", asg)
                .with("--instance-id", &member.id)
                .flag("--lifecycle-hook-name \"$hook\" --lifecycle-action-result CONTINUE")
                .with("--region", case.region());
            ways = ways.line(format!("for hook in $({}); do {}; done", names.line(), answer.line()));
        }
    }
    ways
}

/// What brings the members that are in standby back.
pub fn back_from_standby(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let Some(asg) = group_of(kind) else { return ways };
    let ids = members(asg, &[MemberStage::Standby], case).into_iter().map(|member| member.id.as_str());
    let command = Command::aws("autoscaling exit-standby").with("--auto-scaling-group-name", asg);
    ways.by(command.with_each("--instance-ids", ids), case)
}

/// What takes the warm pool away, which the lab doesn't have.
pub fn without_warm_pool(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let Some(asg) = group_of(kind) else { return ways };
    ways.by(Command::aws("autoscaling delete-warm-pool").with("--auto-scaling-group-name", asg), case)
}
