//! The Auto Scaling group and its instances.

use super::{Ways, console};
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::diagnose::command::Command;
use crate::verify::CheckKind;

pub fn ways(kind: &CheckKind, case: &Case<'_>) -> Option<Ways> {
    Some(match kind {
        CheckKind::AutoScalingGroup(_) => Ways::page(console(case).ec2("AutoScalingGroups:")),
        CheckKind::AutoScalingTemplate(check) => {
            let template = format!("LaunchTemplateName={},Version=$Latest", check.template);
            details(&check.asg, case).by(update(&check.asg).with("--launch-template", template), case)
        }
        CheckKind::AutoScalingSubnets(check) => {
            let subnets: Option<Vec<&str>> = check
                .subnets
                .iter()
                .map(|name| Some(case.facts.subnets_named(&check.vpc, name).ok()?.first()?.id.as_str()))
                .collect();
            let ways = details(&check.asg, case);
            match subnets {
                Some(ids) => ways.by(update(&check.asg).with("--vpc-zone-identifier", ids.join(",")), case),
                None => ways,
            }
        }
        CheckKind::AutoScalingSize(check) => {
            let ways = details(&check.asg, case);
            match size(&check.asg, case) {
                Some(command) => ways.by(command, case),
                None => ways,
            }
        }
        CheckKind::AutoScalingAttached(check) => {
            let ways = details(&check.asg, case);
            match case.facts.target_group(&check.target_group) {
                Ok(group) => ways.by(attach(&check.asg, &group.arn), case),
                Err(_) => ways,
            }
        }
        CheckKind::InstancesInService(check) => in_service(&check.asg, case),
        _ => return None,
    })
}

fn in_service(asg: &str, case: &Case<'_>) -> Ways {
    let ways = view(asg, "activity", case);
    match case.facts.auto_scaling_group(asg) {
        // AWS refuses a desired number above the maximum.
        Ok(group) if group.max < 1 => match size(asg, case) {
            Some(command) => ways.by(command, case),
            None => ways,
        },
        Ok(group) if group.desired < 1 => {
            let command = Command::aws("autoscaling set-desired-capacity").with("--auto-scaling-group-name", asg);
            ways.by(command.with("--desired-capacity", group.min.max(1).to_string()), case)
        }
        _ => {
            let command = Command::aws("autoscaling describe-scaling-activities");
            ways.by(command.with("--auto-scaling-group-name", asg).with("--max-items", "5"), case)
        }
    }
}

/// The command that gives a group the lesson's size; none where no check of the lesson asks for one.
fn size(asg: &str, case: &Case<'_>) -> Option<Command> {
    case.checks().find_map(|(check, _)| match &check.kind {
        CheckKind::AutoScalingSize(check) if check.asg == asg => Some(
            update(asg)
                .with("--min-size", check.min.0.to_string())
                .with("--max-size", check.max.0.to_string())
                .with("--desired-capacity", check.desired.0.to_string()),
        ),
        _ => None,
    })
}

/// Where a group's scheduled actions stand, and the commands that list them and set the size back.
pub fn change_schedule(asg: &str, case: &Case<'_>) -> Ways {
    let list = Command::aws("autoscaling describe-scheduled-actions").with("--auto-scaling-group-name", asg);
    let ways = view(asg, "scaling", case).by(list, case);
    match size(asg, case) {
        Some(command) => ways.by(command, case),
        None => ways,
    }
}

/// The command that lets a group leave an instance in peace for a quarter of an hour, in which its boot can be read.
pub fn give_time(asg: &str, case: &Case<'_>) -> Ways {
    details(asg, case).by(update(asg).with("--health-check-grace-period", "900"), case)
}

/// The command that lets a group run suspended processes again.
pub fn resume(asg: &str, processes: &[String], case: &Case<'_>) -> Ways {
    let command = Command::aws("autoscaling resume-processes").with("--auto-scaling-group-name", asg);
    details(asg, case).by(command.with_each("--scaling-processes", processes), case)
}

/// The command that has the group replace a member.
pub fn terminate(id: &str) -> Command {
    Command::aws("autoscaling terminate-instance-in-auto-scaling-group")
        .with("--instance-id", id)
        .flag("--no-should-decrement-desired-capacity")
}

/// A page of the group, such as its `activity`.
pub fn view(asg: &str, view: &str, case: &Case<'_>) -> Ways {
    Ways::page(console(case).ec2(&format!("AutoScalingGroupDetails:id={};view={view}", encoded(asg))))
}

fn details(asg: &str, case: &Case<'_>) -> Ways {
    view(asg, "details", case)
}

fn update(asg: &str) -> Command {
    Command::aws("autoscaling update-auto-scaling-group").with("--auto-scaling-group-name", asg)
}

fn attach(asg: &str, target_group: &str) -> Command {
    Command::aws("autoscaling attach-load-balancer-target-groups")
        .with("--auto-scaling-group-name", asg)
        .with("--target-group-arns", target_group)
}
