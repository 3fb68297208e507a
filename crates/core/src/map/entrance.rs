//! From the internet through the load balancer to its listeners.

use ipnet::Ipv4Net;

use super::plan::MapPlace;
use super::states;
use super::survey::{Survey, absence};
use super::wiring::{Fact, Link, Mark, Node};
use crate::account::resources::{Listener, LoadBalancer};
use crate::i18n::Text;
use crate::msg;
use crate::verify::admission::{Source, admissions, covers};
use crate::verify::is_public;
use crate::verify::public_access::visitors_kept_out;
use crate::verify::{Caught, caught_before, has_no_public_ipv4, listener_rule_words};

const ANYWHERE: Ipv4Net = Ipv4Net::new_assert(std::net::Ipv4Addr::UNSPECIFIED, 0);

/// The internet, with the gateway to it.
pub fn internet(survey: &Survey<'_>) -> Node {
    let gateway = attached_gateway(survey);
    let (mark, fact) = match gateway {
        Ok(Some(id)) => (Mark::Right, Fact::plain(msg!(map_gateway, gateway = id))),
        Ok(None) => (Mark::Absent, Fact::marked(Mark::Absent, msg!(map_gateway_none))),
        Err(mark) => (mark, Fact::marked(mark, msg!(map_gateway_unseen))),
    };
    Node { mark, title: msg!(map_internet), facts: vec![fact] }
}

fn attached_gateway<'a>(survey: &Survey<'a>) -> Result<Option<&'a str>, Mark> {
    let gateways = survey.facts.snapshot.internet_gateways.seen().map_err(|_| Mark::Unseen)?;
    let vpc = survey.facts.vpc(&survey.plan.vpc).map_err(|missing| absence(&missing))?;
    let attached = gateways.iter().find(|gateway| gateway.attachments.iter().any(|(to, _)| *to == vpc.id));
    Ok(attached.map(|gateway| gateway.id.as_str()))
}

/// From the internet to the load balancer.
pub fn way_in(survey: &Survey<'_>) -> Link {
    let balancer = match survey.facts.load_balancer(&survey.plan.alb) {
        Ok(balancer) => balancer,
        Err(missing) => return Link { mark: absence(&missing), facts: Vec::new() },
    };
    let mut facts = Vec::new();
    let mut mark = Mark::Right;
    if balancer.scheme.as_deref() != Some("internet-facing") {
        mark = Mark::Wrong;
        facts.push(Fact::marked(mark, msg!(map_way_in_internal)));
    }
    let kept_out = kept_out(survey, balancer);
    if !kept_out.is_empty() {
        mark = Mark::Wrong;
        facts.extend(kept_out);
    }
    let ports = ports(survey, balancer);
    for port in ports {
        let fact = admitted(survey, balancer, port);
        mark = mark.min(fact.mark.unwrap_or(Mark::Right));
        facts.push(fact);
    }
    Link { mark: survey.findings.mark(&MapPlace::WayIn, mark), facts: survey.with_findings(facts, &MapPlace::WayIn) }
}

/// What keeps visitors out whatever the security groups say.
fn kept_out(survey: &Survey<'_>, balancer: &LoadBalancer) -> Vec<Fact> {
    let subnets = survey.facts.snapshot.subnets.seen().map(Vec::as_slice).unwrap_or_default();
    let own = subnets.iter().filter(|subnet| balancer.zones.iter().any(|(_, id)| *id == subnet.id));
    let blocked = own.filter_map(|subnet| {
        let mode = visitors_kept_out(subnet, &survey.facts)?.as_str();
        Some(msg!(map_way_in_blocked, mode = mode, subnet = survey.subnet_name(&subnet.id)))
    });
    let no_ipv4 = has_no_public_ipv4(balancer).then(|| msg!(map_way_in_no_ipv4));
    blocked.chain(no_ipv4).map(|text| Fact::marked(Mark::Wrong, text)).collect()
}

/// The ports whose listeners lead to the target group, else the one that the lesson wants.
fn ports(survey: &Survey<'_>, balancer: &LoadBalancer) -> Vec<i32> {
    let listeners = survey.facts.snapshot.listeners.seen().map(Vec::as_slice).unwrap_or_default();
    let own = listeners.iter().filter(|listener| listener.load_balancer == balancer.arn);
    let mut ports: Vec<i32> =
        own.filter(|listener| leads_on(survey, listener)).filter_map(|listener| listener.port).collect();
    ports.sort_unstable();
    ports.dedup();
    if ports.is_empty() { vec![survey.plan.port] } else { ports }
}

/// Whom the load balancer's security groups let in on `port`.
fn admitted(survey: &Survey<'_>, balancer: &LoadBalancer, port: i32) -> Fact {
    let mut blocks = Vec::new();
    let mut others = Vec::new();
    for id in &balancer.security_groups {
        let Some(group) = survey.security_group(id) else {
            return Fact::marked(Mark::Unseen, msg!(map_way_in_unseen, port = port));
        };
        let Ok(admissions) = admissions(&group.ingress, &survey.facts) else {
            return Fact::marked(Mark::Unseen, msg!(map_way_in_unseen, port = port));
        };
        for admission in admissions.iter().filter(|admission| admission.traffic.includes(port)) {
            match &admission.peer {
                Source::Ipv4(block) => blocks.push(*block),
                Source::Ipv6(block) => others.push(block.to_string()),
                Source::Group(id) => others.push(survey.group_name(id)),
                Source::Other(words) => others.push(words.clone()),
            }
        }
    }
    if covers(blocks.iter().copied(), ANYWHERE) {
        return Fact::marked(Mark::Right, msg!(map_way_in_anyone, port = port));
    }
    let who: Vec<String> = blocks.iter().map(Ipv4Net::to_string).chain(others).collect();
    if who.is_empty() {
        return Fact::marked(Mark::Wrong, msg!(map_way_in_nobody, port = port));
    }
    Fact::marked(Mark::Wrong, msg!(map_way_in_some, port = port, who = Text::list(who)))
}

/// The load balancer.
pub fn balancer(survey: &Survey<'_>) -> Node {
    let title = msg!(map_balancer, name = &survey.plan.alb);
    let balancer = match survey.facts.load_balancer(&survey.plan.alb) {
        Ok(balancer) => balancer,
        Err(missing) => return survey.missing(absence(&missing), &MapPlace::Balancer, title),
    };
    let own = match &balancer.state {
        state if state.is_active() => Mark::Right,
        state if state.is_on_its_way() => Mark::Waiting,
        _ => Mark::Wrong,
    };
    let scheme = balancer.scheme.as_deref().unwrap_or("-");
    let looks = msg!(map_two, one = states::balancer(&balancer.state), two = states::scheme(scheme));
    let mut facts = vec![Fact::marked(own, looks)];
    facts.extend(balancer.dns_name.iter().map(|name| Fact::plain(Text::verbatim(format!("http://{name}")))));
    facts.extend(balancer.zones.iter().map(|(zone, subnet)| standing_place(survey, zone, subnet)));
    let groups = Text::list(balancer.security_groups.iter().map(|id| survey.group_name(id)));
    if balancer.security_groups.is_empty() {
        facts.push(Fact::marked(Mark::Wrong, msg!(map_groups_none)));
    } else {
        facts.push(Fact::plain(msg!(map_groups, groups = groups)));
    }
    let mark = survey.findings.mark(&MapPlace::Balancer, own);
    Node { mark, title, facts: survey.with_findings(facts, &MapPlace::Balancer) }
}

/// A zone in which the load balancer stands, and in which subnet there.
fn standing_place(survey: &Survey<'_>, zone: &str, id: &str) -> Fact {
    let text = |kind: Text| msg!(map_stands_in, zone = zone, subnet = survey.subnet_name(id), kind = kind);
    let Ok(subnets) = survey.facts.snapshot.subnets.seen() else { return Fact::plain(text(msg!(map_subnet))) };
    let subnet = subnets.iter().find(|subnet| subnet.id == id);
    match subnet.map(|subnet| is_public(subnet, &survey.facts)) {
        Some(Ok(true)) => Fact::plain(text(msg!(map_subnet_public))),
        Some(Ok(false)) => Fact::marked(Mark::Wrong, text(msg!(map_subnet_private))),
        Some(Err(_)) | None => Fact::plain(text(msg!(map_subnet))),
    }
}

/// From the load balancer on: its listeners, the one that leads to the target group last, next to it.
pub fn listeners(survey: &Survey<'_>) -> Vec<Link> {
    let place = MapPlace::Listener;
    let nothing = |mark: Mark| vec![Link { mark, facts: survey.missing_facts(mark, &place) }];
    let balancer = match survey.facts.load_balancer(&survey.plan.alb) {
        Ok(balancer) => balancer,
        Err(missing) => return nothing(absence(&missing)),
    };
    let Ok(listeners) = survey.facts.snapshot.listeners.seen() else { return nothing(Mark::Unseen) };
    let own = listeners.iter().filter(|listener| listener.load_balancer == balancer.arn);
    let mut links: Vec<Link> = own.map(|listener| link(survey, listener)).collect();
    links.sort_by_key(|link| link.mark != Mark::Aside);
    let Some(last) = links.last_mut() else { return nothing(Mark::Absent) };
    last.mark = if last.mark == Mark::Right { survey.findings.mark(&place, Mark::Right) } else { Mark::Wrong };
    last.facts = survey.with_findings(std::mem::take(&mut last.facts), &place);
    links
}

fn link(survey: &Survey<'_>, listener: &Listener) -> Link {
    let port = listener.port.map_or_else(|| "-".to_owned(), |port| port.to_string());
    let name = format!("{}:{port}", listener.protocol);
    let served: Vec<&str> = served(listener).collect();
    let text = if served.is_empty() {
        msg!(map_listener_other, listener = name, action = states::action(listener.action.as_deref().unwrap_or("-")))
    } else {
        let targets = served.iter().map(|arn| target_group_name(survey, arn));
        msg!(map_listener, listener = name, targets = Text::list(targets))
    };
    let mark = if leads_on(survey, listener) { Mark::Right } else { Mark::Aside };
    let caught = if listener.port == Some(survey.plan.port) { caught(survey) } else { None };
    let mark = if caught.is_some() { Mark::Wrong } else { mark };
    Link { mark, facts: std::iter::once(Fact::marked(mark, text)).chain(caught).collect() }
}

/// The rule that keeps every visitor of the site from the target group; none where none does, or nobody had to look.
fn caught(survey: &Survey<'_>) -> Option<Fact> {
    let balancer = survey.facts.load_balancer(&survey.plan.alb).ok()?;
    let Some(Caught::By(rule)) = caught_before(balancer, &survey.plan.target_group, &survey.facts) else {
        return None;
    };
    let number = rule.priority.map_or_else(|| "-".to_owned(), |priority| priority.to_string());
    Some(Fact::marked(Mark::Wrong, msg!(map_rule, number = number, action = listener_rule_words(rule).1)))
}

/// The target groups that a listener really sends visitors to.
fn served(listener: &Listener) -> impl Iterator<Item = &str> {
    listener.forwards.iter().filter(|(_, weight)| *weight > 0).map(|(arn, _)| arn.as_str())
}

/// Whether a listener leads to the target group.
fn leads_on(survey: &Survey<'_>, listener: &Listener) -> bool {
    let wanted = survey.facts.target_group(&survey.plan.target_group).ok();
    wanted.is_some_and(|wanted| served(listener).any(|arn| arn == wanted.arn))
}

/// The name of a target group, from its ARN where the group itself isn't there.
fn target_group_name(survey: &Survey<'_>, arn: &str) -> String {
    let groups = survey.facts.snapshot.target_groups.seen().map(Vec::as_slice).unwrap_or_default();
    let known = groups.iter().find(|group| group.arn == arn).map(|group| group.name.clone());
    known.unwrap_or_else(|| arn.rsplit(":targetgroup/").next().unwrap_or(arn).to_owned())
}
