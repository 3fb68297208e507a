//! How what a check found is mended: in the console, by the page to open, by the AWS CLI. One file a service.
//! Whatever is said here is never carried out by the program.

mod acl;
mod anew;
mod balancing;
mod machine;
mod network;
mod policy;
mod scaling;
mod security;
mod template;

pub use acl::Gap;
pub use scaling::terminate;

use super::case::{Case, Judged, Wiring};
use super::command::Command;
use super::{Means, Repair};
use crate::account::resources::{ListenerRule, Subnet, TargetGroup};
use crate::console::{Console, encoded};
use crate::i18n::Text;
use crate::verify::{CheckKind, Status};

/// The ways to mend one thing.
#[derive(Debug, Default)]
pub struct Ways {
    /// What can't be edited, what must be made anew then, and what hangs on it.
    again: Option<Text>,
    /// The page of the console.
    link: Option<String>,
    /// Commands, in the order to run.
    commands: Vec<String>,
}

impl Ways {
    /// Nothing but a page.
    #[must_use]
    pub fn page(link: String) -> Self {
        Self { link: Some(link), ..Self::default() }
    }

    /// The same with a command of a service that has regions.
    #[must_use]
    pub fn by(self, command: Command, case: &Case<'_>) -> Self {
        self.line(command.with("--region", case.region()).line())
    }

    /// The same with a line for a shell, as it is.
    #[must_use]
    pub fn line(mut self, line: String) -> Self {
        self.commands.push(line);
        self
    }

    /// The page and the commands as repairs.
    fn repairs(self) -> Vec<Repair> {
        let link = self.link.into_iter().map(|link| (Means::Link, link));
        let commands = self.commands.into_iter().map(|line| (Means::Cli, line));
        link.chain(commands).map(|(means, text)| Repair { means, text: Text::verbatim(text) }).collect()
    }

    /// The same, where it must be made anew.
    #[must_use]
    pub fn anew(mut self, what: Text) -> Self {
        self.again = Some(what);
        self
    }
}

/// How to mend what `judged` found; empty where nothing is to be mended.
#[must_use]
pub fn mend(judged: &Judged<'_>, case: &Case<'_>) -> Vec<Repair> {
    if matches!(judged.verdict.status, Status::Passed | Status::Skipped) {
        return Vec::new();
    }
    let console = |text| Repair { means: Means::Console, text };
    let mut repairs: Vec<Repair> = judged.verdict.fix.iter().cloned().map(console).collect();
    if matches!(judged.check.kind, CheckKind::Attested(_) | CheckKind::Identity(_)) {
        return repairs;
    }
    // What can't be found by its name is looked for by its VPC.
    let ways = ways(judged, case).unwrap_or_else(|| Ways::page(self::console(case).vpc("vpcs:")));
    let Ways { again, .. } = &ways;
    let failed = judged.verdict.status == Status::Failed;
    repairs.extend(again.clone().filter(|_| failed).map(console));
    // What isn't wrong for sure must not be changed.
    repairs.extend(ways.repairs().into_iter().filter(|repair| failed || repair.means == Means::Link));
    repairs
}

/// The ways that belong to a kind of check; none where what it is about can't be chosen.
fn ways(judged: &Judged<'_>, case: &Case<'_>) -> Option<Ways> {
    let kind = &judged.check.kind;
    if let CheckKind::Region(check) = kind {
        return Some(region(&check.region));
    }
    network::ways(kind, case)
        .or_else(|| security::ways(kind, case))
        .or_else(|| machine::ways(kind, judged.verdict, case))
        .or_else(|| template::ways(kind, case))
        .or_else(|| scaling::ways(kind, case))
        .or_else(|| balancing::ways(kind, case))
        .or_else(|| policy::ways(kind, judged.verdict, case))
}

fn region(wanted: &str) -> Ways {
    Ways::page(Console::of(wanted).ec2("Home:")).line(Command::aws("configure set").with("region", wanted).line())
}

/// Where the boot log of an instance can be read, and the command that prints it.
pub fn boot_log_page(id: &str, case: &Case<'_>) -> Vec<Repair> {
    let command = Command::aws("ec2 get-console-output --latest --output text").with("--instance-id", id);
    Ways::page(machine::instance_page(id, case)).by(command, case).repairs()
}

/// The page of a target group, and the command that sets its health check to the lesson's.
pub fn target_group_page(group: &TargetGroup, case: &Case<'_>) -> Vec<Repair> {
    let page = format!("TargetGroup:targetGroupArn={}", encoded(&group.arn));
    let command = Command::aws("elbv2 modify-target-group")
        .with("--target-group-arn", &group.arn)
        .flag("--health-check-protocol HTTP --health-check-port traffic-port --health-check-path /");
    Ways::page(console(case).ec2(&page)).by(command, case).repairs()
}

/// Where AWS says what became of a group's launches.
pub fn activity_page(asg: &str, case: &Case<'_>) -> Vec<Repair> {
    let command = Command::aws("autoscaling describe-scaling-activities --max-items 5");
    scaling::view(asg, "activity", case).by(command.with("--auto-scaling-group-name", asg), case).repairs()
}

/// How a group's scheduled actions are found, and its size is set back to the lesson's.
pub fn change_schedule(asg: &str, case: &Case<'_>) -> Vec<Repair> {
    scaling::change_schedule(asg, case).repairs()
}

/// How a group leaves its new instances the time that they need.
pub fn give_time(asg: &str, case: &Case<'_>) -> Vec<Repair> {
    scaling::give_time(asg, case).repairs()
}

/// How the actions of an alarm are switched on again.
pub fn enable_actions(alarm: &str, case: &Case<'_>) -> Vec<Repair> {
    policy::enable_actions(alarm, case).repairs()
}

/// How suspended processes are resumed.
pub fn resume(asg: &str, processes: &[String], case: &Case<'_>) -> Vec<Repair> {
    scaling::resume(asg, processes, case).repairs()
}

/// How the way out of these subnets is laid.
pub fn lay_route(subnets: &[&Subnet], case: &Case<'_>) -> Vec<Repair> {
    network::lay_route(subnets, case).repairs()
}

/// How a security group lets everything out again.
pub fn let_out(group: &str, case: &Case<'_>) -> Vec<Repair> {
    security::let_out(group, case).repairs()
}

/// How network ACLs let pass what they drop.
pub fn open_acls(gaps: &[Gap<'_>], case: &Case<'_>) -> Vec<Repair> {
    acl::close(gaps, case).repairs()
}

/// How a rule of the site's listener is taken away.
pub fn strike_rule(rule: &ListenerRule, wiring: &Wiring<'_>, case: &Case<'_>) -> Vec<Repair> {
    balancing::strike_rule(rule, wiring, case).repairs()
}

/// The console of the region that is read.
fn console<'a>(case: &Case<'a>) -> Console<'a> {
    Console::of(case.region())
}
