//! The load balancer, its listener, the target group and its targets.

use super::anew::{self, fitting_subnets};
use super::{Ways, console};
use crate::account::resources::{Listener, ListenerRule};
use crate::console::encoded;
use crate::diagnose::case::{Case, Wiring};
use crate::diagnose::command::Command;
use crate::msg;
use crate::verify::target_health::strangers;
use crate::verify::{CheckKind, listener_on};

pub fn ways(kind: &CheckKind, case: &Case<'_>) -> Option<Ways> {
    Some(match kind {
        CheckKind::LoadBalancer(check) if case.facts.load_balancer(&check.alb).is_ok() => {
            page(&check.alb, "", case).anew(msg!(mend_load_balancer_again))
        }
        CheckKind::LoadBalancer(check) => page(&check.alb, "", case),
        CheckKind::LoadBalancerActive(check) => page(&check.alb, "", case),
        CheckKind::Site(check) => page(&check.alb, "", case),
        CheckKind::LoadBalancerScheme(check) => scheme(&check.alb, case),
        CheckKind::LoadBalancerZones(check) => zones(&check.alb, &check.asg, case),
        CheckKind::LoadBalancerListener(check) => listener(&check.alb, check.port.0, &check.target_group, case),
        CheckKind::LoadBalancerSecurityGroups(check) => wear(&check.alb, &check.vpc, &check.groups, case),
        CheckKind::TargetGroup(check) => target_group(&check.target_group, &check.vpc, check.port.0, case),
        CheckKind::TargetsHealthy(check) => health(&check.target_group, case),
        CheckKind::TargetsAreMembers(check) => strike_off(&check.target_group, &check.asg, case),
        _ => return None,
    })
}

fn page(alb: &str, tab: &str, case: &Case<'_>) -> Ways {
    let tab = if tab.is_empty() { String::new() } else { format!(";tab={tab}") };
    Ways::page(match case.facts.load_balancer(alb) {
        Ok(balancer) => console(case).ec2(&format!("LoadBalancer:loadBalancerArn={}{tab}", encoded(&balancer.arn))),
        Err(_) => console(case).ec2("LoadBalancers:"),
    })
}

/// The zones in which the group may start instances.
fn zones_of(asg: &str, case: &Case<'_>) -> Vec<String> {
    let subnets = case.facts.snapshot.subnets.seen().map(Vec::as_slice).unwrap_or_default();
    let used = case.facts.auto_scaling_group(asg).map(|group| group.subnets.as_slice()).unwrap_or_default();
    subnets.iter().filter(|subnet| used.contains(&subnet.id)).map(|subnet| subnet.zone.clone()).collect()
}

fn zones(alb: &str, asg: &str, case: &Case<'_>) -> Ways {
    let ways = page(alb, "mapping", case);
    let Ok(balancer) = case.facts.load_balancer(alb) else { return ways };
    let wanted = zones_of(asg, case);
    let subnets = fitting_subnets(balancer, |zone| wanted.iter().any(|wanted| wanted == zone), case);
    if subnets.len() < 2 {
        return ways;
    }
    let command = Command::aws("elbv2 set-subnets").with("--load-balancer-arn", &balancer.arn);
    ways.by(command.with_each("--subnets", subnets), case)
}

/// A scheme can't be edited.
fn scheme(alb: &str, case: &Case<'_>) -> Ways {
    let ways = page(alb, "", case).anew(msg!(mend_load_balancer_again));
    match case.facts.load_balancer(alb) {
        Ok(balancer) => anew::load_balancer(ways, balancer, case),
        Err(_) => ways,
    }
}

fn listener(alb: &str, port: i32, target_group: &str, case: &Case<'_>) -> Ways {
    let ways = page(alb, "listeners", case);
    let (Ok(balancer), Ok(group)) = (case.facts.load_balancer(alb), case.facts.target_group(target_group)) else {
        return ways;
    };
    let listeners = case.facts.snapshot.listeners.seen().map(Vec::as_slice).unwrap_or_default();
    let is_meant = |found: &&Listener| found.load_balancer == balancer.arn && found.port == Some(port);
    let command = match listeners.iter().find(is_meant) {
        Some(found) => {
            Command::aws("elbv2 modify-listener").with("--listener-arn", &found.arn).with("--protocol", "HTTP")
        }
        None => Command::aws("elbv2 create-listener")
            .with("--load-balancer-arn", &balancer.arn)
            .with("--protocol", "HTTP")
            .with("--port", port.to_string()),
    };
    ways.by(command.with("--default-actions", anew::forward(&group.arn)), case)
}

/// A rule that visitors shouldn't meet is deleted; what else it was for is its owner's to know.
pub fn strike_rule(rule: &ListenerRule, wiring: &Wiring<'_>, case: &Case<'_>) -> Ways {
    let listener = case.facts.load_balancer(wiring.alb).ok();
    let listener = listener.and_then(|balancer| listener_on(balancer, wiring.port, &case.facts));
    let ways = match listener {
        Some(listener) => {
            Ways::page(console(case).ec2(&format!("ELBListenerV2:listenerArn={}", encoded(&listener.arn))))
        }
        None => page(wiring.alb, "listeners", case),
    };
    ways.by(Command::aws("elbv2 delete-rule").with("--rule-arn", &rule.arn), case)
}

fn wear(alb: &str, vpc: &str, groups: &[String], case: &Case<'_>) -> Ways {
    let ways = page(alb, "security", case);
    let ids: Result<Vec<&String>, _> =
        groups.iter().map(|name| case.facts.security_group(vpc, name).map(|group| &group.id)).collect();
    match (case.facts.load_balancer(alb), ids) {
        (Ok(balancer), Ok(ids)) => {
            let command = Command::aws("elbv2 set-security-groups").with("--load-balancer-arn", &balancer.arn);
            ways.by(command.with_each("--security-groups", ids), case)
        }
        _ => ways,
    }
}

fn group_page(name: &str, case: &Case<'_>) -> Ways {
    Ways::page(match case.facts.target_group(name) {
        Ok(group) => console(case).ec2(&format!("TargetGroup:targetGroupArn={}", encoded(&group.arn))),
        Err(_) => console(case).ec2("TargetGroups:"),
    })
}

/// Port, protocol, type and VPC can't be edited.
fn target_group(name: &str, vpc: &str, port: i32, case: &Case<'_>) -> Ways {
    let ways = group_page(name, case);
    let Ok(vpc) = case.facts.vpc(vpc) else { return ways };
    let create = Command::aws("elbv2 create-target-group")
        .with("--name", name)
        .with("--vpc-id", &vpc.id)
        .flag("--target-type instance --protocol HTTP")
        .with("--port", port.to_string());
    match case.facts.target_group(name) {
        Ok(group) => anew::target_group(ways.anew(msg!(mend_target_group_again)), group, create, case),
        Err(_) => ways.by(create, case),
    }
}

fn health(name: &str, case: &Case<'_>) -> Ways {
    let ways = group_page(name, case);
    match case.facts.target_group(name) {
        Ok(group) => ways.by(Command::aws("elbv2 describe-target-health").with("--target-group-arn", &group.arn), case),
        Err(_) => ways,
    }
}

fn strike_off(name: &str, asg: &str, case: &Case<'_>) -> Ways {
    let ways = group_page(name, case);
    let (Ok(group), Ok(scaling)) = (case.facts.target_group(name), case.facts.auto_scaling_group(asg)) else {
        return ways;
    };
    let targets = case.facts.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default();
    // One that can't be told from the group's own instances is not struck off.
    let strangers = strangers(targets, scaling, &case.facts).unwrap_or_default();
    let strangers: Vec<String> = strangers.iter().map(|target| format!("Id={}", target.target)).collect();
    if strangers.is_empty() {
        return ways;
    }
    let command = Command::aws("elbv2 deregister-targets").with("--target-group-arn", &group.arn);
    ways.by(command.with_each("--targets", strangers), case)
}
