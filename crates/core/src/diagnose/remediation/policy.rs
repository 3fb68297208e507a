//! The scaling policy, its alarms, the load that sets it off.

use serde_json::json;

use super::scaling::{resume, view};
use super::{Ways, console};
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::diagnose::command::Command;
use crate::verify::{CheckKind, Verdict, holding_back};

pub fn ways(kind: &CheckKind, verdict: &Verdict, case: &Case<'_>) -> Option<Ways> {
    Some(match kind {
        CheckKind::ScalingPolicy(check) => {
            held_back(&check.asg, verdict, case).unwrap_or_else(|| put(&check.asg, &check.policy, case))
        }
        CheckKind::PolicyMetric(check) => put(&check.asg, &check.policy, case),
        CheckKind::PolicyLabel(check) => put(&check.asg, &check.policy, case),
        CheckKind::PolicyTarget(check) => put(&check.asg, &check.policy, case),
        CheckKind::PolicyScaleIn(check) => put(&check.asg, &check.policy, case),
        CheckKind::PolicyAlarm(check) => again(&check.asg, &check.policy, case),
        CheckKind::Load(check) => view(&check.asg, "monitoring", case).line(run_load()),
        CheckKind::ScaleOut(check) => view(&check.asg, "activity", case).line(run_load()),
        _ => return None,
    })
}

/// The page of an alarm, and the command that switches its actions on.
pub fn enable_actions(alarm: &str, case: &Case<'_>) -> Ways {
    let page = console(case).cloudwatch(&format!("alarmsV2:alarm/{}", encoded(alarm)));
    Ways::page(page).by(Command::aws("cloudwatch enable-alarm-actions").with("--alarm-names", alarm), case)
}

/// The lesson's own script, which asks for nothing but the load balancer's address.
fn run_load() -> String {
    "ec-site-tutor snippet load.sh -o load.sh && bash load.sh".to_owned()
}

/// A policy that is right, but that the group holds back, must not be put anew: that would change nothing.
fn held_back(asg: &str, verdict: &Verdict, case: &Case<'_>) -> Option<Ways> {
    verdict.cause.as_ref().filter(|cause| cause.id == "processes-suspended")?;
    let group = case.facts.auto_scaling_group(asg).ok()?;
    let processes: Vec<String> = holding_back(group).into_iter().map(str::to_owned).collect();
    Some(resume(asg, &processes, case))
}

/// Putting a policy of the same name replaces it, and AWS makes its alarms new where that is needed.
fn put(asg: &str, policy: &str, case: &Case<'_>) -> Ways {
    let ways = view(asg, "scaling", case);
    match configuration(asg, policy, case) {
        Some(configuration) => ways.by(put_command(asg, policy, &configuration), case),
        None => ways,
    }
}

/// New alarms come with a new policy alone.
fn again(asg: &str, policy: &str, case: &Case<'_>) -> Ways {
    let page = format!("alarmsV2:?search={}", encoded(&format!("TargetTracking-{asg}")));
    let ways = Ways::page(console(case).cloudwatch(&page));
    let Some(configuration) = configuration(asg, policy, case) else { return ways };
    let delete =
        Command::aws("autoscaling delete-policy").with("--auto-scaling-group-name", asg).with("--policy-name", policy);
    ways.by(delete, case).by(put_command(asg, policy, &configuration), case)
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
    let metric = case.checks().find_map(|(check, _)| match &check.kind {
        CheckKind::PolicyMetric(check) if check.asg == asg && check.policy == policy => Some(&check.metric),
        _ => None,
    })?;
    let value = case.checks().find_map(|(check, _)| match &check.kind {
        CheckKind::PolicyTarget(check) if check.asg == asg && check.policy == policy => Some(check.value.0),
        _ => None,
    })?;
    let label = case.checks().find_map(|(check, _)| match &check.kind {
        CheckKind::PolicyLabel(check) if check.asg == asg && check.policy == policy => {
            let balancer = case.facts.load_balancer(&check.alb).ok()?;
            let group = case.facts.target_group(&check.target_group).ok()?;
            crate::verify::resource_label(&balancer.arn, &group.arn)
        }
        _ => None,
    })?;
    let specification = json!({ "PredefinedMetricType": metric, "ResourceLabel": label });
    let whole = json!({ "PredefinedMetricSpecification": specification, "TargetValue": value });
    Some(whole.to_string())
}
