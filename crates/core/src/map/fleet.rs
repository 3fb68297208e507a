//! The target group, the Auto Scaling group, and the Availability Zones in which its instances live.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::MapPlace;
use super::states;
use super::survey::{Survey, absence};
use super::wiring::{Fact, Link, Mark, Node};
use crate::account::resources::{AutoScalingGroup, Member, RouteTarget, Subnet, TargetGroup, TargetHealth};
use crate::i18n::Text;
use crate::msg;
use crate::verify::Status;
use crate::verify::target_health::is_member;
use crate::verify::target_standing::{TargetStanding, provisioning, standing};
use crate::verify::{default_route, is_public, judge_route};

/// The target group with what its own settings say about it; its targets are drawn apart.
pub fn target_group(survey: &Survey<'_>) -> Node {
    let place = MapPlace::TargetGroup;
    let title = msg!(map_target_group, name = &survey.plan.target_group);
    let group = match survey.facts.target_group(&survey.plan.target_group) {
        Ok(group) => group,
        Err(missing) => return survey.missing(absence(&missing), &place, title),
    };
    let mut facts = vec![Fact::plain(receives(group))];
    let mut mark = Mark::Right;
    match survey.facts.snapshot.target_health.seen() {
        Err(_) => {
            mark = Mark::Unseen;
            facts.push(Fact::marked(mark, msg!(map_health_unseen)));
        }
        Ok(targets) => {
            let fact = health(survey, targets);
            mark = mark.min(fact.mark.unwrap_or(mark));
            facts.push(fact);
            facts.extend(strangers(survey, targets));
        }
    }
    mark = survey.findings.mark(&place, survey.findings.mark(&MapPlace::Delivery, mark));
    Node { mark, title, facts: survey.with_findings(facts, &place) }
}

fn receives(group: &TargetGroup) -> Text {
    let port = group.port.map_or_else(|| "-".to_owned(), |port| port.to_string());
    let protocol = group.protocol.as_deref().unwrap_or("-");
    let path = group.health_path.as_deref().unwrap_or("/");
    let codes = group.health_codes.as_deref().unwrap_or("200");
    msg!(map_receives, protocol = format!("{protocol}:{port}"), path = path, codes = codes)
}

/// How many targets are healthy.
fn health(survey: &Survey<'_>, targets: &[TargetHealth]) -> Fact {
    if targets.is_empty() {
        return Fact::marked(Mark::Absent, msg!(map_targets_none));
    }
    let healthy = targets.iter().filter(|target| target.state.is_healthy()).count();
    let text = msg!(map_targets, healthy = healthy, all = targets.len());
    let marks = targets.iter().map(|target| target_mark(survey, target));
    // One that works is enough to carry visitors; what is wrong with another stands at that instance.
    let mark = if healthy > 0 { Mark::Right } else { marks.min().unwrap_or(Mark::Unseen) };
    Fact::marked(mark, text)
}

fn target_mark(survey: &Survey<'_>, target: &TargetHealth) -> Mark {
    let provisioning = survey.facts.load_balancer(&survey.plan.alb).ok().and_then(provisioning);
    match standing(target, provisioning, &survey.facts) {
        Ok(TargetStanding::Healthy) => Mark::Right,
        Ok(TargetStanding::Coming(_)) => Mark::Waiting,
        Ok(TargetStanding::Leaving) => Mark::Aside,
        Ok(TargetStanding::Broken) => Mark::Wrong,
        Ok(TargetStanding::Unfamiliar) | Err(_) => Mark::Unseen,
    }
}

/// Targets that the group did not enter.
fn strangers(survey: &Survey<'_>, targets: &[TargetHealth]) -> Vec<Fact> {
    let Ok(group) = survey.facts.auto_scaling_group(&survey.plan.asg) else { return Vec::new() };
    let strange = targets
        .iter()
        .filter(|target| !target.state.is_draining())
        .filter(|target| is_member(target, group, &survey.facts).is_ok_and(|member| !member));
    strange.map(|target| stranger(survey, target)).collect()
}

fn stranger(survey: &Survey<'_>, target: &TargetHealth) -> Fact {
    let instance = survey.facts.instance(&target.target).ok().flatten();
    let name = instance.and_then(|instance| instance.name.as_deref()).unwrap_or("-");
    let state = states::target(&target.state);
    Fact::marked(Mark::Wrong, msg!(map_stranger, target = &target.target, name = name, state = state))
}

/// From the target group to the group's instances.
pub fn delivery(survey: &Survey<'_>) -> Link {
    let place = MapPlace::Delivery;
    let group = survey.facts.auto_scaling_group(&survey.plan.asg);
    let target_group = survey.facts.target_group(&survey.plan.target_group);
    let (group, target_group) = match (group, target_group) {
        (Ok(group), Ok(target_group)) => (group, target_group),
        (Err(missing), _) | (_, Err(missing)) => return Link { mark: absence(&missing), facts: Vec::new() },
    };
    let attached = group.target_groups.contains(&target_group.arn);
    let (mark, text) = if attached {
        (Mark::Right, msg!(map_attached, asg = &group.name))
    } else {
        (Mark::Wrong, msg!(map_not_attached, asg = &group.name))
    };
    let facts = survey.with_findings(vec![Fact::marked(mark, text)], &place);
    Link { mark: survey.findings.mark(&place, mark), facts }
}

/// The Auto Scaling group.
pub fn group(survey: &Survey<'_>) -> Node {
    let place = MapPlace::Group;
    let title = msg!(map_group, name = &survey.plan.asg);
    let group = match survey.facts.auto_scaling_group(&survey.plan.asg) {
        Ok(group) => group,
        Err(missing) => return survey.missing(absence(&missing), &place, title),
    };
    let in_service = group.instances.iter().filter(|member| member.lifecycle.is_in_service()).count();
    let size = msg!(map_size, min = group.min, desired = group.desired, max = group.max, count = in_service);
    let mut facts = vec![Fact::plain(size)];
    if let Some(status) = &group.status {
        facts.push(Fact::marked(Mark::Wrong, Text::verbatim(status)));
    }
    let mark = survey.findings.mark(&place, if group.status.is_some() { Mark::Wrong } else { Mark::Right });
    Node { mark, title, facts: survey.with_findings(facts, &place) }
}

/// The zones in which the group's subnets and instances are, in the order of their names.
pub fn zones(survey: &Survey<'_>) -> Vec<Node> {
    let group = survey.facts.auto_scaling_group(&survey.plan.asg).ok();
    let subnets = subnets(survey, group);
    let mut zones: BTreeMap<&str, (Vec<&Subnet>, Vec<&Member>)> = BTreeMap::new();
    for subnet in subnets {
        zones.entry(&subnet.zone).or_default().0.push(subnet);
    }
    for member in group.map(|group| group.instances.as_slice()).unwrap_or_default() {
        zones.entry(&member.zone).or_default().1.push(member);
    }
    zones.into_iter().map(|(name, (subnets, members))| zone(survey, name, &subnets, members)).collect()
}

/// The subnets of the group; while there is none, those that the lesson wants for it.
fn subnets<'a>(survey: &Survey<'a>, group: Option<&AutoScalingGroup>) -> Vec<&'a Subnet> {
    let Ok(all) = survey.facts.snapshot.subnets.seen() else { return Vec::new() };
    if let Some(group) = group {
        return all.iter().filter(|subnet| group.subnets.contains(&subnet.id)).collect();
    }
    let wanted = survey.plan.subnets.iter();
    wanted.filter_map(|name| survey.facts.subnets_named(&survey.plan.vpc, name).ok()).flatten().collect()
}

fn zone(survey: &Survey<'_>, name: &str, subnets: &[&Subnet], mut members: Vec<&Member>) -> Node {
    let mut facts: Vec<Fact> = subnets.iter().map(|subnet| subnet_fact(survey, subnet)).collect();
    facts.extend(unserved(survey, name));
    members.sort_by_key(|member| &member.id);
    let mut known = BTreeSet::new();
    facts.extend(members.iter().filter(|member| known.insert(&member.id)).map(|member| member_fact(survey, member)));
    if members.is_empty() && survey.facts.auto_scaling_group(&survey.plan.asg).is_ok() {
        facts.push(Fact::plain(msg!(map_zone_empty)));
    }
    for subnet in subnets {
        facts.extend(way_out(survey, subnet));
    }
    let mark = facts.iter().filter_map(|fact| fact.mark).min().unwrap_or(Mark::Right);
    Node { mark, title: Text::verbatim(name), facts }
}

fn subnet_fact(survey: &Survey<'_>, subnet: &Subnet) -> Fact {
    let name = subnet.name.as_deref().unwrap_or(&subnet.id);
    match is_public(subnet, &survey.facts) {
        Ok(true) => Fact::marked(Mark::Wrong, msg!(map_in_subnet, kind = msg!(map_subnet_public), subnet = name)),
        Ok(false) => Fact::plain(msg!(map_in_subnet, kind = msg!(map_subnet_private), subnet = name)),
        Err(_) => Fact::plain(msg!(map_in_subnet, kind = msg!(map_subnet), subnet = name)),
    }
}

/// Whether the load balancer leaves out this zone.
fn unserved(survey: &Survey<'_>, zone: &str) -> Option<Fact> {
    let balancer = survey.facts.load_balancer(&survey.plan.alb).ok()?;
    let served = balancer.zones.iter().any(|(known, _)| known == zone);
    (!served).then(|| Fact::marked(Mark::Wrong, msg!(map_zone_unserved)))
}

/// An instance, as the group and as the target group see it.
fn member_fact(survey: &Survey<'_>, member: &Member) -> Fact {
    let Ok(targets) = survey.facts.snapshot.target_health.seen() else {
        return Fact::marked(Mark::Unseen, msg!(map_member_unseen, id = &member.id, lifecycle = &member.lifecycle));
    };
    let Some(target) = targets.iter().find(|target| target.target == member.id) else {
        let mark = match &member.lifecycle {
            lifecycle if lifecycle.is_in_service() => Mark::Wrong,
            lifecycle if lifecycle.is_gone() => Mark::Aside,
            _ => Mark::Waiting,
        };
        return Fact::marked(mark, msg!(map_member_no_target, id = &member.id, lifecycle = &member.lifecycle));
    };
    let state = states::target(&target.state);
    let text = match &target.reason {
        Some(reason) => {
            msg!(map_member_why, id = &member.id, lifecycle = &member.lifecycle, state = state, reason = reason)
        }
        None => msg!(map_member, id = &member.id, lifecycle = &member.lifecycle, state = state),
    };
    let gone = member.lifecycle.is_gone();
    Fact::marked(if gone { Mark::Aside } else { target_mark(survey, target) }, text)
}

/// The way from a subnet to the internet, through NAT.
fn way_out(survey: &Survey<'_>, subnet: &Subnet) -> Vec<Fact> {
    let verdict = judge_route(subnet, &survey.facts);
    let (status, actual) = match verdict {
        Ok(verdict) => (verdict.status, verdict.actual),
        Err(_) => return vec![Fact::marked(Mark::Unseen, msg!(map_way_out_unseen))],
    };
    let fact = match status {
        Status::Passed => Fact::marked(Mark::Right, msg!(map_way_out, target = exit(survey, subnet))),
        Status::Waiting => Fact::marked(Mark::Waiting, msg!(map_way_out_broken, what = actual)),
        Status::Manual => Fact::marked(Mark::Unseen, actual),
        _ => Fact::marked(Mark::Wrong, msg!(map_way_out_broken, what = actual)),
    };
    let name = subnet.name.clone().unwrap_or_default();
    survey.with_findings(vec![fact], &MapPlace::WayOut(name))
}

/// What the subnet's default route leads to.
fn exit(survey: &Survey<'_>, subnet: &Subnet) -> Text {
    let route = default_route(subnet, &survey.facts).ok().flatten();
    match route.map(|route| &route.target) {
        Some(RouteTarget::NatGateway(id)) => msg!(map_nat, nat = id),
        Some(RouteTarget::InternetGateway(id) | RouteTarget::Other(id)) => Text::verbatim(id),
        Some(RouteTarget::Local) | None => Text::verbatim("-"),
    }
}
