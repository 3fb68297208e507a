//! The scaling policy, its alarms, the load that sets it off.

use serde_json::json;

use super::Ways;
use super::scaling::resume;
use crate::command::Command;
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::verify::{CheckKind, holding_back};

/// What runs the lesson's own script, which asks for nothing but the load balancer's address.
pub fn load(ways: Ways, kind: &CheckKind) -> Ways {
    if matches!(kind, CheckKind::Load(_) | CheckKind::ScaleOut(_)) {
        ways.line("ec-site-tutor snippet load.sh -o load.sh && bash load.sh".to_owned())
    } else {
        ways
    }
}

/// The page of an alarm, and the command that switches its actions on.
pub fn enable_actions(alarm: &str, case: &Case<'_>) -> Ways {
    let page = case.console().cloudwatch(&format!("alarmsV2:alarm/{}", encoded(alarm)));
    Ways::page(page).by(Command::aws("cloudwatch enable-alarm-actions").with("--alarm-names", alarm), case)
}

/// What lets go of a policy that is right, but that the group holds back: to put it anew would change nothing.
pub fn let_go(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::ScalingPolicy(check) = kind else { return ways };
    let Ok(group) = case.facts.auto_scaling_group(&check.asg) else { return ways };
    let processes: Vec<String> = holding_back(group).into_iter().map(str::to_owned).collect();
    resume(&check.asg, &processes, case)
}

/// What puts the policy. One of the same name is replaced, and AWS makes its alarms new where that is needed.
pub fn put(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let Some((asg, policy)) = named(kind) else { return ways };
    match configuration(asg, policy, case) {
        Some(configuration) => ways.by(put_command(asg, policy, &configuration), case),
        None => ways,
    }
}

/// The group and the policy that a check of the policy's own settings names.
fn named(kind: &CheckKind) -> Option<(&str, &str)> {
    if let CheckKind::ScalingPolicy(check) = kind {
        Some((&check.asg, &check.policy))
    } else if let CheckKind::PolicyMetric(check) = kind {
        Some((&check.asg, &check.policy))
    } else if let CheckKind::PolicyLabel(check) = kind {
        Some((&check.asg, &check.policy))
    } else if let CheckKind::PolicyTarget(check) = kind {
        Some((&check.asg, &check.policy))
    } else if let CheckKind::PolicyScaleIn(check) = kind {
        Some((&check.asg, &check.policy))
    } else {
        None
    }
}

/// What puts the policy anew: new alarms come with a new policy alone.
pub fn again(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::PolicyAlarm(check) = kind else { return ways };
    let (asg, policy) = (check.asg.as_str(), check.policy.as_str());
    let Some(configuration) = configuration(asg, policy, case) else { return ways };
    let delete =
        Command::aws("autoscaling delete-policy").with("--auto-scaling-group-name", asg).with("--policy-name", policy);
    ways.by(delete, case).by(put_command(asg, policy, &configuration), case)
}

/// The page of the alarms of a group's policies.
pub fn alarms_page(asg: &str, case: &Case<'_>) -> String {
    case.console().cloudwatch(&format!("alarmsV2:?search={}", encoded(&format!("TargetTracking-{asg}"))))
}

fn put_command(asg: &str, policy: &str, configuration: &str) -> Command {
    Command::aws("autoscaling put-scaling-policy")
        .with("--auto-scaling-group-name", asg)
        .with("--policy-name", policy)
        .flag("--policy-type TargetTrackingScaling")
        .with("--target-tracking-configuration", configuration)
}

/// What the lesson's checks ask of the policy; none where what its label names isn't there.
fn configuration(asg: &str, policy: &str, case: &Case<'_>) -> Option<String> {
    let is_meant = |of_asg: &str, named: &str| of_asg == asg && named == policy;
    let metric = case.checks().find_map(|judged| {
        let CheckKind::PolicyMetric(check) = &judged.check.kind else { return None };
        is_meant(&check.asg, &check.policy).then_some(&check.metric)
    })?;
    let value = case.checks().find_map(|judged| {
        let CheckKind::PolicyTarget(check) = &judged.check.kind else { return None };
        is_meant(&check.asg, &check.policy).then_some(check.value.0)
    })?;
    let label = case.checks().find_map(|judged| {
        let CheckKind::PolicyLabel(check) = &judged.check.kind else { return None };
        let (balancer, group) = (case.facts.load_balancer(&check.alb), case.facts.target_group(&check.target_group));
        let label = crate::verify::resource_label(&balancer.ok()?.arn, &group.ok()?.arn)?;
        is_meant(&check.asg, &check.policy).then_some(label)
    })?;
    let specification = json!({ "PredefinedMetricType": metric, "ResourceLabel": label });
    let whole = json!({ "PredefinedMetricSpecification": specification, "TargetValue": value });
    Some(whole.to_string())
}
