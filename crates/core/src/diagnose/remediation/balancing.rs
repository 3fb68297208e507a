//! The load balancer, its listener, the target group and its targets.

use super::Ways;
use super::anew::{self, fitting_subnets};
use crate::account::resources::{Listener, ListenerRule};
use crate::command::Command;
use crate::console::encoded;
use crate::diagnose::case::{Case, TrafficPath};
use crate::msg;
use crate::verify::target_health::strangers;
use crate::verify::{CheckKind, listener_on};

/// The page of a load balancer, at one of its tabs where `tab` isn't empty; that of all where it can't be told.
pub fn page(alb: &str, tab: &str, case: &Case<'_>) -> String {
    let tab = if tab.is_empty() { String::new() } else { format!(";tab={tab}") };
    match case.facts.load_balancer(alb) {
        Ok(balancer) => case.console().ec2(&format!("LoadBalancer:loadBalancerArn={}{tab}", encoded(&balancer.arn))),
        Err(_) => case.console().ec2("LoadBalancers:"),
    }
}

/// The page of a target group; that of all where it can't be told.
pub fn group_page(name: &str, case: &Case<'_>) -> String {
    match case.facts.target_group(name) {
        Ok(group) => case.console().ec2(&format!("TargetGroup:targetGroupArn={}", encoded(&group.arn))),
        Err(_) => case.console().ec2("TargetGroups:"),
    }
}

/// That a load balancer of another kind, or in another VPC, must be made anew.
pub fn again(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LoadBalancer(check) = kind else { return ways };
    if case.facts.load_balancer(&check.alb).is_ok() { ways.anew(msg!(mend_load_balancer_again)) } else { ways }
}

/// The zones in which the group may start instances.
fn zones_of(asg: &str, case: &Case<'_>) -> Vec<String> {
    let subnets = case.facts.snapshot.subnets.seen().map(Vec::as_slice).unwrap_or_default();
    let used = case.facts.auto_scaling_group(asg).map(|group| group.subnets.as_slice()).unwrap_or_default();
    subnets.iter().filter(|subnet| used.contains(&subnet.id)).map(|subnet| subnet.zone.clone()).collect()
}

/// What enables a load balancer in the zones of the group, in public subnets.
pub fn zones(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LoadBalancerZones(check) = kind else { return ways };
    let Ok(balancer) = case.facts.load_balancer(&check.alb) else { return ways };
    let wanted = zones_of(&check.asg, case);
    let subnets = fitting_subnets(balancer, |zone| wanted.iter().any(|wanted| wanted == zone), case);
    if subnets.len() < 2 {
        return ways;
    }
    let command = Command::aws("elbv2 set-subnets").with("--load-balancer-arn", &balancer.arn);
    ways.by(command.with_each("--subnets", subnets), case)
}

/// What gives a load balancer public addresses of IPv4.
pub fn address_type(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LoadBalancerScheme(check) = kind else { return ways };
    let Ok(balancer) = case.facts.load_balancer(&check.alb) else { return ways };
    let command = Command::aws("elbv2 set-ip-address-type").with("--load-balancer-arn", &balancer.arn);
    ways.by(command.with("--ip-address-type", "ipv4"), case)
}

/// What makes a load balancer anew that faces the internet: a scheme can't be edited.
pub fn scheme(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LoadBalancerScheme(check) = kind else { return ways };
    let ways = ways.anew(msg!(mend_load_balancer_again));
    match case.facts.load_balancer(&check.alb) {
        Ok(balancer) => anew::load_balancer(ways, balancer, case),
        Err(_) => ways,
    }
}

/// What has a listener on the lesson's port send visitors to the target group.
pub fn listener(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LoadBalancerListener(check) = kind else { return ways };
    let port = check.port.0;
    let (Ok(balancer), Ok(group)) =
        (case.facts.load_balancer(&check.alb), case.facts.target_group(&check.target_group))
    else {
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
pub fn strike_rule(rule: &ListenerRule, traffic: &TrafficPath<'_>, case: &Case<'_>) -> Ways {
    let listener = case.facts.load_balancer(traffic.alb).ok();
    let listener = listener.and_then(|balancer| listener_on(balancer, traffic.port, &case.facts));
    let ways = match listener {
        Some(listener) => {
            Ways::page(case.console().ec2(&format!("ELBListenerV2:listenerArn={}", encoded(&listener.arn))))
        }
        None => Ways::page(page(traffic.alb, "listeners", case)),
    };
    ways.by(Command::aws("elbv2 delete-rule").with("--rule-arn", &rule.arn), case)
}

/// What gives a load balancer the lesson's security groups.
pub fn security_groups(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LoadBalancerSecurityGroups(check) = kind else { return ways };
    let ids: Result<Vec<&String>, _> =
        check.groups.iter().map(|name| case.facts.security_group(&check.vpc, name).map(|group| &group.id)).collect();
    match (case.facts.load_balancer(&check.alb), ids) {
        (Ok(balancer), Ok(ids)) => {
            let command = Command::aws("elbv2 set-security-groups").with("--load-balancer-arn", &balancer.arn);
            ways.by(command.with_each("--security-groups", ids), case)
        }
        _ => ways,
    }
}

fn create_command(name: &str, vpc: &str, port: i32, case: &Case<'_>) -> Option<Command> {
    let vpc = case.facts.vpc(vpc).ok()?;
    let create = Command::aws("elbv2 create-target-group").with("--name", name);
    let create = create.with("--vpc-id", &vpc.id).flag("--target-type instance --protocol HTTP");
    Some(create.with("--port", port.to_string()))
}

/// What makes a target group.
pub fn create_target_group(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::TargetGroup(check) = kind else { return ways };
    match create_command(&check.target_group, &check.vpc, check.port.0, case) {
        Some(create) => ways.by(create, case),
        None => ways,
    }
}

/// What makes a target group anew: its port, protocol, type and VPC can't be edited.
pub fn target_group_again(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::TargetGroup(check) = kind else { return ways };
    match (
        create_command(&check.target_group, &check.vpc, check.port.0, case),
        case.facts.target_group(&check.target_group),
    ) {
        (Some(create), Ok(group)) => anew::target_group(ways.anew(msg!(mend_target_group_again)), group, create, case),
        _ => ways,
    }
}

/// What tells how targets are.
pub fn health(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::TargetsHealthy(check) = kind else { return ways };
    match case.facts.target_group(&check.target_group) {
        Ok(group) => ways.by(Command::aws("elbv2 describe-target-health").with("--target-group-arn", &group.arn), case),
        Err(_) => ways,
    }
}

/// What switches a target group's health checks on.
pub fn check_health(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::TargetsHealthy(check) = kind else { return ways };
    match case.facts.target_group(&check.target_group) {
        Ok(group) => {
            let command = Command::aws("elbv2 modify-target-group").with("--target-group-arn", &group.arn);
            ways.by(command.flag("--health-check-enabled"), case)
        }
        Err(_) => ways,
    }
}

/// What takes targets off the list that aren't the group's own.
pub fn strike_off(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::TargetsAreMembers(check) = kind else { return ways };
    let (Ok(group), Ok(scaling)) =
        (case.facts.target_group(&check.target_group), case.facts.auto_scaling_group(&check.asg))
    else {
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
