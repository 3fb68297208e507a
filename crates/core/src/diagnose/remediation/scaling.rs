//! The Auto Scaling group and its instances.

use super::Ways;
use crate::account::resources::AutoScalingGroup;
use crate::command::Command;
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::verify::CheckKind;
use crate::verify::auto_scaling::AutoScalingSize;

/// A visit every ten seconds for a quarter of an hour, sent by the tutor itself.
const VISITS: &str = "ec-site-tutor load --count 90 --interval 10";

/// What has a group take the latest version of its template.
pub fn latest(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::AutoScalingTemplate(check) = kind else { return ways };
    let template = format!("LaunchTemplateName={},Version=$Latest", check.template);
    ways.by(update(&check.asg).with("--launch-template", template), case)
}

/// What has a group start its instances in the lesson's subnets.
pub fn subnets(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::AutoScalingSubnets(check) = kind else { return ways };
    let id = |name: &String| Some(case.facts.subnets_named(&check.vpc, name).ok()?.first()?.id.as_str());
    match check.subnets.iter().map(id).collect::<Option<Vec<&str>>>() {
        Some(ids) => ways.by(update(&check.asg).with("--vpc-zone-identifier", ids.join(",")), case),
        None => ways,
    }
}

/// What gives a group the lesson's size.
pub fn size(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::AutoScalingSize(check) = kind else { return ways };
    match wanted_size(&check.asg, case).map(resize) {
        Some(command) => ways.by(command, case),
        None => ways,
    }
}

/// What has a group enter its instances into the target group.
pub fn attach(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::AutoScalingAttached(check) = kind else { return ways };
    match case.facts.target_group(&check.target_group) {
        Ok(group) => {
            let command = Command::aws("autoscaling attach-load-balancer-target-groups")
                .with("--auto-scaling-group-name", &check.asg)
                .with("--target-group-arns", &group.arn);
            ways.by(command, case)
        }
        Err(_) => ways,
    }
}

/// What has a group launch instances, or tells why it doesn't.
pub fn in_service(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::InstancesInService(check) = kind else { return ways };
    let asg = check.asg.as_str();
    match case.facts.auto_scaling_group(asg) {
        // AWS refuses a desired number above the maximum.
        Ok(group) if group.max < 1 => match wanted_size(asg, case).map(resize) {
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

/// What gives a group room to grow: its desired number goes back to the lesson's, and its maximum where that is another.
pub fn make_room(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::ScaleOut(check) = kind else { return ways };
    let asg = check.asg.as_str();
    let (Some(wanted), Ok(group)) = (wanted_size(asg, case), case.facts.auto_scaling_group(asg)) else { return ways };
    if group.max != wanted.max.0 || group.min != wanted.min.0 {
        return ways.by(resize(wanted), case);
    }
    if group.desired <= wanted.desired.0 {
        return ways;
    }
    let command = Command::aws("autoscaling set-desired-capacity").with("--auto-scaling-group-name", asg);
    ways.by(command.with("--desired-capacity", wanted.desired.0.to_string()), case)
}

/// The size that the lesson asks of a group; none where no check does.
fn wanted_size<'a>(asg: &str, case: &Case<'a>) -> Option<&'a AutoScalingSize> {
    case.checks().find_map(|judged| {
        let CheckKind::AutoScalingSize(check) = &judged.check.kind else { return None };
        (check.asg == asg).then_some(check)
    })
}

/// The command that gives a group the lesson's size.
fn resize(wanted: &AutoScalingSize) -> Command {
    update(&wanted.asg)
        .with("--min-size", wanted.min.0.to_string())
        .with("--max-size", wanted.max.0.to_string())
        .with("--desired-capacity", wanted.desired.0.to_string())
}

/// What gives AlarmLow its numbers, and the command that sets a group back to its minimum.
pub fn shrink(group: &AutoScalingGroup, case: &Case<'_>) -> Ways {
    let set_back = Command::aws("autoscaling set-desired-capacity")
        .with("--auto-scaling-group-name", &group.name)
        .with("--desired-capacity", group.min.to_string());
    Ways::page(page(&group.name, "details", case)).line(VISITS.to_owned()).by(set_back, case)
}

/// Where a group's scheduled actions stand, and the commands that list them and set the size back.
pub fn change_schedule(asg: &str, case: &Case<'_>) -> Ways {
    let list = Command::aws("autoscaling describe-scheduled-actions").with("--auto-scaling-group-name", asg);
    let ways = Ways::page(page(asg, "scaling", case)).by(list, case);
    match wanted_size(asg, case).map(resize) {
        Some(command) => ways.by(command, case),
        None => ways,
    }
}

/// The command that lets a group leave an instance in peace for a quarter of an hour, in which its boot can be read.
pub fn give_time(asg: &str, case: &Case<'_>) -> Ways {
    Ways::page(page(asg, "details", case)).by(update(asg).with("--health-check-grace-period", "900"), case)
}

/// The command that lets a group run suspended processes again.
pub fn resume(asg: &str, processes: &[String], case: &Case<'_>) -> Ways {
    let command = Command::aws("autoscaling resume-processes").with("--auto-scaling-group-name", asg);
    Ways::page(page(asg, "details", case)).by(command.with_each("--scaling-processes", processes), case)
}

/// The command that has the group replace a member.
pub fn terminate(id: &str) -> Command {
    Command::aws("autoscaling terminate-instance-in-auto-scaling-group")
        .with("--instance-id", id)
        .flag("--no-should-decrement-desired-capacity")
}

/// A page of the group, such as its `activity`.
pub fn page(asg: &str, view: &str, case: &Case<'_>) -> String {
    case.console().ec2(&format!("AutoScalingGroupDetails:id={};view={view}", encoded(asg)))
}

fn update(asg: &str) -> Command {
    Command::aws("autoscaling update-auto-scaling-group").with("--auto-scaling-group-name", asg)
}
