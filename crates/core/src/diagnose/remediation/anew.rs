//! What can't be edited and must be made anew, together with what hangs on it, in the order that AWS allows.

use super::Ways;
use super::network::public_subnets;
use crate::account::resources::{Listener, LoadBalancer, TargetGroup};
use crate::command::Command;
use crate::diagnose::case::Case;
use crate::verify::CheckKind;

/// A public subnet in each zone of the load balancer's VPC that `is_wanted`.
pub fn fitting_subnets(balancer: &LoadBalancer, is_wanted: impl Fn(&str) -> bool, case: &Case<'_>) -> Vec<String> {
    let mut zones: Vec<&str> = Vec::new();
    let mut ids = Vec::new();
    for subnet in public_subnets(balancer.vpc.as_deref().unwrap_or_default(), case) {
        if is_wanted(&subnet.zone) && !zones.contains(&subnet.zone.as_str()) {
            zones.push(&subnet.zone);
            ids.push(subnet.id.clone());
        }
    }
    ids
}

/// The load balancer goes, its listeners with it; the new one takes its name, its groups and the lesson's listener.
pub fn load_balancer(ways: Ways, balancer: &LoadBalancer, case: &Case<'_>) -> Ways {
    let listeners = case.facts.snapshot.listeners.seen().map(Vec::as_slice).unwrap_or_default();
    // A certificate or a redirect would be lost: these commands know neither.
    if listeners.iter().any(|listener| listener.load_balancer == balancer.arn && !is_plain(listener)) {
        return ways;
    }
    let delete = Command::aws("elbv2 delete-load-balancer").with("--load-balancer-arn", &balancer.arn);
    let create = Command::aws("elbv2 create-load-balancer")
        .with("--name", &balancer.name)
        .flag("--type application --scheme internet-facing")
        .with_each("--security-groups", &balancer.security_groups)
        .with_each("--subnets", fitting_subnets(balancer, |_| true, case))
        .flag("--query 'LoadBalancers[0].LoadBalancerArn' --output text")
        .with("--region", case.region());
    let ways = ways.by(delete, case).line(format!("alb=$({})", create.line()));
    match listener_of(&balancer.name, case) {
        Some((port, group)) => ways.by(listen("\"$alb\"", port, &forward(&group.arn)), case),
        None => ways,
    }
}

/// Port and target group of the lesson's listener, as far as that group is there.
fn listener_of<'a>(alb: &str, case: &Case<'a>) -> Option<(i32, &'a TargetGroup)> {
    case.checks().find_map(|judged| {
        let CheckKind::LoadBalancerListener(check) = &judged.check.kind else { return None };
        let group = case.facts.target_group(&check.target_group).ok().filter(|_| check.alb == alb)?;
        Some((check.port.0, group))
    })
}

/// A target group in use can't be deleted: the Auto Scaling group and the listeners let go of it first.
pub fn target_group(ways: Ways, old: &TargetGroup, create: Command, case: &Case<'_>) -> Ways {
    let snapshot = case.facts.snapshot;
    let groups = snapshot.auto_scaling_groups.seen().map(Vec::as_slice).unwrap_or_default();
    let users = || groups.iter().filter(|group| group.target_groups.contains(&old.arn));
    let listeners = snapshot.listeners.seen().map(Vec::as_slice).unwrap_or_default();
    let is_served = |listener: &&Listener| listener.forwards.iter().any(|(arn, _)| *arn == old.arn);
    if listeners.iter().filter(is_served).any(|listener| !is_plain(listener)) {
        return ways;
    }
    let mut ways = ways;
    for user in users() {
        ways = ways.by(turn("detach", &user.name).with("--target-group-arns", &old.arn), case);
    }
    for listener in listeners.iter().filter(is_served) {
        ways = ways.by(Command::aws("elbv2 delete-listener").with("--listener-arn", &listener.arn), case);
    }
    let delete = Command::aws("elbv2 delete-target-group").with("--target-group-arn", &old.arn);
    let create = create.flag("--query 'TargetGroups[0].TargetGroupArn' --output text").with("--region", case.region());
    ways = ways.by(delete, case).line(format!("tg=$({})", create.line()));
    for listener in listeners.iter().filter(is_served) {
        let words = "--default-actions \"Type=forward,TargetGroupArn=$tg\"";
        let balancer = Command::aws("elbv2 create-listener").with("--load-balancer-arn", &listener.load_balancer);
        let port = listener.port.unwrap_or_default().to_string();
        ways = ways.by(balancer.with("--protocol", "HTTP").with("--port", port).flag(words), case);
    }
    for user in users() {
        ways = ways.by(turn("attach", &user.name).flag("--target-group-arns \"$tg\""), case);
    }
    ways
}

fn turn(direction: &str, asg: &str) -> Command {
    let words = format!("autoscaling {direction}-load-balancer-target-groups");
    Command::aws(&words).with("--auto-scaling-group-name", asg)
}

/// The command for a listener of HTTP; the load balancer as a shell reads it.
fn listen(balancer: &str, port: i32, action: &str) -> Command {
    Command::aws("elbv2 create-listener")
        .flag(&format!("--load-balancer-arn {balancer}"))
        .with("--protocol", "HTTP")
        .with("--port", port.to_string())
        .with("--default-actions", action)
}

/// The action that sends everything to a target group.
pub fn forward(target_group: &str) -> String {
    format!("Type=forward,TargetGroupArn={target_group}")
}

/// Whether a listener only forwards HTTP to one target group, so that these commands can make it anew.
fn is_plain(listener: &Listener) -> bool {
    listener.protocol == "HTTP" && listener.forwards.len() == 1
}
