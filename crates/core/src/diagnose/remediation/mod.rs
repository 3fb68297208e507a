//! How what a check found is mended: in the console, by the page to open, by the AWS CLI. One file a service.
//! Whatever is said here is never carried out by the program.

mod acl;
mod anew;
mod balancing;
mod by_cause;
mod machine;
mod members;
mod network;
mod page;
mod policy;
mod scaling;
mod security;
mod template;
mod ways;

pub use acl::AclGap;
pub use scaling::terminate;

use super::case::{Case, Judged, TrafficPath};
use super::repair::{Means, Repair};
use super::setting::setting;
use crate::account::resources::{AutoScalingGroup, ListenerRule, Subnet, TargetGroup};
use crate::command::Command;
use crate::console::encoded;
use crate::verify::{CauseId, CheckKind, PAGE, Status, Verdict};
use by_cause::{by_cause, by_deviation, by_making};
use page::page;

pub use page::page as page_of;
use ways::Ways;

/// How to mend what `judged` found, by what the check itself tells of it: its cause, else what differs, else what isn't
/// there, else what is wrong with the one setting that it compares. Empty where nothing is to be mended.
#[must_use]
pub fn mend(judged: &Judged<'_>, case: &Case<'_>) -> Vec<Repair> {
    repairs(judged, case, |ways| own_way(judged, ways, case))
}

/// How to mend what `judged` found because of the cause of this `id`.
#[must_use]
pub fn mend_cause(id: CauseId, judged: &Judged<'_>, case: &Case<'_>) -> Vec<Repair> {
    repairs(judged, case, |ways| by_cause(id, judged, ways, case))
}

/// As [`mend`], by the cause of this `id` where the check tells nothing of what it found.
#[must_use]
pub fn mend_or(id: CauseId, judged: &Judged<'_>, case: &Case<'_>) -> Vec<Repair> {
    let Verdict { cause: own, deviation, wanted, .. } = judged.verdict;
    let tells = own.is_some() || deviation.is_some() || wanted.is_some() || setting(&judged.check.kind).is_some();
    if tells { mend(judged, case) } else { mend_cause(id, judged, case) }
}

fn own_way(judged: &Judged<'_>, ways: Ways, case: &Case<'_>) -> Ways {
    let verdict = judged.verdict;
    if let Some(cause) = &verdict.cause {
        by_cause(cause.id, judged, ways, case)
    } else if let Some(deviation) = verdict.deviation {
        by_deviation(deviation, judged, ways, case)
    } else if let Some(wanted) = &verdict.wanted {
        by_making(wanted.kind, judged, ways, case)
    } else if let Some((cause, _)) = setting(&judged.check.kind) {
        by_cause(cause, judged, ways, case)
    } else {
        ways
    }
}

/// What the check says is to be done, then the page that it is about, then what `mend` adds to it.
fn repairs(judged: &Judged<'_>, case: &Case<'_>, mend: impl FnOnce(Ways) -> Ways) -> Vec<Repair> {
    if matches!(judged.verdict.status, Status::Passed | Status::Skipped) {
        return Vec::new();
    }
    let console = |text| Repair { means: Means::Console, text };
    let mut repairs: Vec<Repair> = judged.verdict.fix.iter().cloned().map(console).collect();
    let Some(page) = page(&judged.check.kind, case) else { return repairs };
    // What isn't wrong for sure must not be changed.
    let is_wrong = judged.verdict.status == Status::Failed;
    let ways = if is_wrong { mend(Ways::page(page)) } else { Ways::page(page) };
    repairs.extend(ways.again.clone().map(console));
    repairs.extend(ways.repairs());
    repairs
}

/// Where the boot log of an instance can be read, and the command that prints it.
pub fn boot_log_page(id: &str, case: &Case<'_>) -> Vec<Repair> {
    let command = Command::aws("ec2 get-console-output --latest --output text").with("--instance-id", id);
    Ways::page(machine::instance_page(id, case)).by(command, case).repairs()
}

/// The path that the health check of the target group of this name asks for: the lesson's, else the front page.
pub fn health_path<'a>(target_group: &str, case: &Case<'a>) -> &'a str {
    let of_group = |judged: Judged<'a>| match &judged.check.kind {
        CheckKind::TargetGroup(check) if check.target_group == target_group => check.path.as_deref(),
        _ => None,
    };
    case.checks().find_map(of_group).unwrap_or("/")
}

/// The page of a target group, and the command that sets its health check to the lesson's.
pub fn target_group_page(group: &TargetGroup, case: &Case<'_>) -> Vec<Repair> {
    let page = format!("TargetGroup:targetGroupArn={}", encoded(&group.arn));
    let command = Command::aws("elbv2 modify-target-group")
        .with("--target-group-arn", &group.arn)
        .flag("--health-check-protocol HTTP --health-check-port traffic-port")
        .with("--health-check-path", health_path(&group.name, case));
    let command =
        if group.takes_as_healthy(PAGE) { command } else { command.with("--matcher", format!("HttpCode={PAGE}")) };
    Ways::page(case.console().ec2(&page)).by(command, case).repairs()
}

/// Where AWS says what became of a group's launches.
pub fn activity_page(asg: &str, case: &Case<'_>) -> Vec<Repair> {
    let command = Command::aws("autoscaling describe-scaling-activities --max-items 5");
    Ways::page(scaling::page(asg, "activity", case)).by(command.with("--auto-scaling-group-name", asg), case).repairs()
}

/// How a group's scheduled actions are found, and its size is set back to the lesson's.
pub fn change_schedule(asg: &str, case: &Case<'_>) -> Vec<Repair> {
    scaling::change_schedule(asg, case).repairs()
}

/// How a group leaves its new instances the time that they need.
pub fn give_time(asg: &str, case: &Case<'_>) -> Vec<Repair> {
    scaling::give_time(asg, case).repairs()
}

/// How a group becomes small again that gets no numbers.
pub fn shrink(group: &AutoScalingGroup, case: &Case<'_>) -> Vec<Repair> {
    scaling::shrink(group, case).repairs()
}

/// How the actions of an alarm are switched on again.
pub fn enable_actions(alarm: &str, case: &Case<'_>) -> Vec<Repair> {
    policy::enable_actions(alarm, case).repairs()
}

/// How suspended processes are resumed.
pub fn resume(asg: &str, processes: &[String], case: &Case<'_>) -> Vec<Repair> {
    scaling::resume(asg, processes, case).repairs()
}

/// How the lifecycle hooks of a group let go of an instance; all of them are listed where none is named.
pub fn let_go(asg: &str, case: &Case<'_>) -> Vec<Repair> {
    members::free(Ways::page(scaling::page(asg, "instanceManagement", case)), asg, case).repairs()
}

/// How the way out of these subnets is laid.
pub fn lay_route(subnets: &[&Subnet], case: &Case<'_>) -> Vec<Repair> {
    network::lay_route(subnets, case).repairs()
}

/// How the VPC of this id is excluded from VPC Block Public Access.
pub fn exclude_vpc(vpc: &str, case: &Case<'_>) -> Vec<Repair> {
    network::exclude_vpc(vpc, case).repairs()
}

/// How a security group lets everything out again.
pub fn let_out(group: &str, case: &Case<'_>) -> Vec<Repair> {
    security::let_out(group, case).repairs()
}

/// How network ACLs let pass what they drop.
pub fn open_acls(gaps: &[AclGap<'_>], case: &Case<'_>) -> Vec<Repair> {
    acl::close(gaps, case).repairs()
}

/// The page of the target group, and the command that tells how its targets are.
pub fn target_health_page(traffic: &TrafficPath<'_>, case: &Case<'_>) -> Vec<Repair> {
    let ways = Ways::page(balancing::group_page(traffic.target_group, case));
    match traffic.target_group(case) {
        Some(group) => {
            let command = Command::aws("elbv2 describe-target-health").with("--target-group-arn", &group.arn);
            ways.by(command, case).repairs()
        }
        None => ways.repairs(),
    }
}

/// The page of the load balancer's listeners and rules.
pub fn listeners_page(traffic: &TrafficPath<'_>, case: &Case<'_>) -> Vec<Repair> {
    Ways::page(balancing::page(traffic.alb, "listeners", case)).repairs()
}

/// How a rule of the site's listener is taken away.
pub fn strike_rule(rule: &ListenerRule, traffic: &TrafficPath<'_>, case: &Case<'_>) -> Vec<Repair> {
    balancing::strike_rule(rule, traffic, case).repairs()
}
