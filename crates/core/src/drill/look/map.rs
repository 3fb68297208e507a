//! The places of the map with their settings, as the console's own pages have them.

use super::eye::{Eye, Line, listed, target_group_name};
use crate::account::resources::{ListenerRule, RuleAction, SecurityGroup};
use crate::drill::place::Place;
use crate::i18n::Text;
use crate::msg;

pub fn lines(eye: &Eye<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for place in Place::ALL {
        let facts = facts(eye, place);
        lines.push(Line::Heading(place.title(eye.values)));
        lines.extend(facts.into_iter().map(Line::Fact));
    }
    lines
}

fn facts(eye: &Eye<'_>, place: Place) -> Vec<Text> {
    match place {
        Place::WayIn => way_in(eye),
        Place::BalancerGuard => guard(eye, "alb_sg"),
        Place::Balancer => balancer(eye),
        Place::Listener => listeners(eye),
        Place::TargetGroup => target_group(eye),
        Place::Delivery => delivery(eye),
        Place::Group => group(eye),
        Place::InstanceGuard => guard(eye, "web_sg"),
        Place::Instances => instances(eye),
        Place::WayOut => way_out(eye),
    }
}

fn way_in(eye: &Eye<'_>) -> Vec<Text> {
    let vpc = eye.vpc();
    let gateways = eye.snapshot.internet_gateways.seen().map(Vec::as_slice).unwrap_or_default();
    let mut facts: Vec<Text> = gateways
        .iter()
        .filter(|gateway| {
            gateway.attachments.is_empty() || gateway.attachments.iter().any(|(id, _)| Some(id.as_str()) == vpc)
        })
        .map(|gateway| {
            let attached = gateway.attachments.iter().map(|(vpc, state)| format!("{vpc} ({state})"));
            msg!(drill_gateway, id = &gateway.id, attached = listed(attached))
        })
        .collect();
    let vpcs = eye.snapshot.vpcs.seen().map(Vec::as_slice).unwrap_or_default();
    let own = vpcs.iter().filter(|found| Some(found.id.as_str()) == vpc);
    facts.extend(own.filter_map(|vpc| vpc.block_mode.as_ref()).map(|mode| msg!(drill_block_mode, mode = mode)));
    facts
}

fn guard(eye: &Eye<'_>, value: &str) -> Vec<Text> {
    let name = eye.value(value);
    let count = |group: &SecurityGroup| {
        msg!(drill_rule_counts, id = &group.id, inbound = group.ingress.len(), outbound = group.egress.len())
    };
    eye.security_groups().filter(|group| group.group_name == name).map(count).collect()
}

fn balancer(eye: &Eye<'_>) -> Vec<Text> {
    let Some(balancer) = eye.balancer() else { return vec![msg!(drill_none)] };
    let mut facts = vec![msg!(
        drill_balancer,
        state = &balancer.state,
        scheme = balancer.scheme.clone().unwrap_or_default(),
        address = balancer.ip_address_type.clone().unwrap_or_default()
    )];
    let zones = balancer.zones.iter().map(|(zone, subnet)| format!("{zone} {}", eye.named(subnet)));
    facts.push(msg!(drill_zones, zones = listed(zones)));
    facts.push(msg!(drill_groups, groups = eye.all_named(&balancer.security_groups)));
    facts
}

fn listeners(eye: &Eye<'_>) -> Vec<Text> {
    let listeners = eye.snapshot.listeners.seen().map(Vec::as_slice).unwrap_or_default();
    let mut facts: Vec<Text> = listeners
        .iter()
        .map(|listener| {
            let place = format!("{}:{}", listener.protocol, listener.port.unwrap_or_default());
            let action = said_action(listener.action.as_deref().unwrap_or_default(), &listener.forwards, None);
            msg!(drill_listener, listener = place, action = action)
        })
        .collect();
    if facts.is_empty() {
        facts.push(msg!(drill_none));
    }
    let rules = eye.snapshot.listener_rules.seen().map(Vec::as_slice).unwrap_or_default();
    facts.extend(rules.iter().map(rule));
    facts
}

fn rule(rule: &ListenerRule) -> Text {
    let priority = rule.priority.map_or_else(|| "default".to_owned(), |number| number.to_string());
    let conditions =
        rule.conditions.iter().map(|condition| format!("{} {}", condition.field, condition.values.join(" ")));
    let actions =
        rule.actions.iter().map(|RuleAction { kind, forwards, answer }| said_action(kind, forwards, answer.as_deref()));
    msg!(drill_rule, priority = priority, conditions = listed(conditions), actions = listed(actions))
}

fn said_action(kind: &str, forwards: &[(String, i32)], answer: Option<&str>) -> String {
    let targets = forwards.iter().map(|(arn, _)| target_group_name(arn));
    let what: Vec<&str> = std::iter::once(kind).chain(targets).chain(answer).collect();
    what.join(" ")
}

fn target_group(eye: &Eye<'_>) -> Vec<Text> {
    let Some(group) = eye.target_group() else { return vec![msg!(drill_none)] };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let port = format!("{}:{}", text(&group.protocol), group.port.unwrap_or_default());
    vec![
        msg!(drill_target_group, port = port, kind = text(&group.target_type), vpc = text(&group.vpc)),
        msg!(
            drill_health_check,
            protocol = text(&group.health_protocol),
            path = text(&group.health_path),
            port = text(&group.health_port),
            codes = text(&group.health_codes)
        ),
    ]
}

fn delivery(eye: &Eye<'_>) -> Vec<Text> {
    let targets = eye.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default();
    let attached = eye.group().map(|group| group.target_groups.as_slice()).unwrap_or_default();
    vec![
        msg!(drill_registered, targets = listed(targets.iter().map(|target| target.target.clone()))),
        msg!(drill_attached, groups = listed(attached.iter().map(|arn| target_group_name(arn)))),
    ]
}

fn group(eye: &Eye<'_>) -> Vec<Text> {
    let Some(group) = eye.group() else { return vec![msg!(drill_none)] };
    let template = group.template.as_ref();
    let name = template.and_then(|template| template.name.clone()).unwrap_or_default();
    let version = template.and_then(|template| template.version.clone()).unwrap_or_default();
    vec![
        msg!(drill_size, desired = group.desired, min = group.min, max = group.max, count = group.instances.len()),
        msg!(drill_group_template, template = name, version = version),
        msg!(drill_group_checks, kind = &group.health_check_type, suspended = listed(group.suspended.iter().cloned())),
        msg!(drill_group_subnets, subnets = eye.all_named(&group.subnets)),
    ]
}

fn instances(eye: &Eye<'_>) -> Vec<Text> {
    let members = eye.group().map(|group| group.instances.as_slice()).unwrap_or_default();
    let machines = eye.snapshot.instances.seen().map(Vec::as_slice).unwrap_or_default();
    let mut facts = Vec::new();
    for member in members {
        facts.push(msg!(
            drill_member,
            id = &member.id,
            zone = &member.zone,
            lifecycle = &member.lifecycle,
            health = &member.health
        ));
        if let Some(machine) = machines.iter().find(|machine| machine.id == member.id) {
            let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
            facts.push(msg!(
                drill_machine,
                state = &machine.state,
                kind = text(&machine.instance_type),
                subnet = machine.subnet.as_deref().map_or_else(|| "-".to_owned(), |subnet| eye.named(subnet)),
                profile = text(&machine.instance_profile)
            ));
            facts.push(msg!(drill_groups, groups = eye.all_named(&machine.security_groups)));
        }
    }
    if facts.is_empty() {
        facts.push(msg!(drill_none));
    }
    facts
}

fn way_out(eye: &Eye<'_>) -> Vec<Text> {
    let gateways = eye.snapshot.nat_gateways.seen().map(Vec::as_slice).unwrap_or_default();
    let own = gateways.iter().filter(|gateway| gateway.vpc.as_deref() == eye.vpc());
    vec![msg!(drill_way_out, gateways = listed(own.map(|gateway| gateway.id.clone())))]
}
