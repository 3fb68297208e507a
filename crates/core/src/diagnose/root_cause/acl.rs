//! Whether network ACLs let pass what must pass, forth and back: they know no connections.

use ipnet::Ipv4Net;

use super::path::{HTTPS, subnet_of, subnets_in_use};
use crate::account::resources::{AclDirection, RouteTarget, SiteAnswer, SiteFailure, Subnet, TargetReason};
use crate::account::{Area, Question, Unseen};
use crate::diagnose::case::{Case, TrafficPath};
use crate::diagnose::link::{Break, Finding};
use crate::diagnose::remediation::{AclGap, open_acls};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{ANYWHERE, CauseId, LAST_RULE, Packets, default_route, dropped_by};

/// Ports from which visitors, load balancers and NAT gateways connect, and to which they want their replies:
/// <https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports>.
const EPHEMERAL: (i32, i32) = (1_024, 65_535);
/// Those of Amazon Linux.
const EPHEMERAL_OF_INSTANCES: (i32, i32) = (32_768, 60_999);
/// As many denials are shown.
const MOST: usize = 6;

/// Packets that must pass the border of a subnet.
#[derive(Debug)]
struct Crossing<'a> {
    subnet: &'a Subnet,
    packets: Packets,
}

impl<'a> Crossing<'a> {
    fn into_subnet(subnet: &'a Subnet, peer: Ipv4Net, ports: (i32, i32)) -> Self {
        Self { subnet, packets: Packets { direction: AclDirection::Inbound, peer, ports } }
    }

    fn out_of_subnet(subnet: &'a Subnet, peer: Ipv4Net, ports: (i32, i32)) -> Self {
        Self { subnet, packets: Packets { direction: AclDirection::Outbound, peer, ports } }
    }
}

/// Visitors reach the load balancer, and its replies reach them.
pub fn visitors<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let port = (traffic.port, traffic.port);
    let crossings = subnets_of_balancer(case, traffic).into_iter().flat_map(|subnet| {
        [Crossing::into_subnet(subnet, ANYWHERE, port), Crossing::out_of_subnet(subnet, ANYWHERE, EPHEMERAL)]
    });
    judge(crossings, || msg!(cause_network_acl_visitors), case)
}

/// The load balancer reaches the instances that don't serve, and their replies reach it.
pub fn between<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(port) = traffic.target_group(case).and_then(|group| group.port) else { return Finding::Sound };
    let instances = subnets_in_use(case, traffic);
    let near = subnets_of_balancer(case, traffic);
    let pairs = near.iter().flat_map(|near| instances.iter().map(move |far| (*near, *far)));
    // What stays within a subnet passes no network ACL.
    let crossings = pairs.filter(|(near, far)| near.id != far.id).flat_map(|(near, far)| connection(near, far, port));
    judge(crossings, || msg!(cause_network_acl_instances), case)
}

fn connection<'a>(near: &'a Subnet, far: &'a Subnet, port: i32) -> Vec<Crossing<'a>> {
    let (Some(near_block), Some(far_block)) = (near.cidr, far.cidr) else { return Vec::new() };
    vec![
        Crossing::out_of_subnet(near, far_block, (port, port)),
        Crossing::into_subnet(far, near_block, (port, port)),
        Crossing::out_of_subnet(far, near_block, EPHEMERAL),
        Crossing::into_subnet(near, far_block, EPHEMERAL),
    ]
}

/// The instances that don't serve reach the internet by HTTPS through their NAT gateway, and the replies reach them.
pub fn way_out<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let crossings = subnets_in_use(case, traffic).into_iter().flat_map(|subnet| {
        let own = [
            Crossing::out_of_subnet(subnet, ANYWHERE, (HTTPS, HTTPS)),
            Crossing::into_subnet(subnet, ANYWHERE, EPHEMERAL_OF_INSTANCES),
        ];
        own.into_iter().chain(through_gateway(subnet, case))
    });
    judge(crossings, || msg!(cause_network_acl_way_out), case)
}

/// Into the subnet of the NAT gateway and out of it, twice.
fn through_gateway<'a>(from: &Subnet, case: &Case<'a>) -> Vec<Crossing<'a>> {
    let (Some(gateway), Some(block)) = (subnet_of_gateway(from, case), from.cidr) else { return Vec::new() };
    if gateway.id == from.id {
        return Vec::new();
    }
    vec![
        Crossing::into_subnet(gateway, block, (HTTPS, HTTPS)),
        Crossing::out_of_subnet(gateway, ANYWHERE, (HTTPS, HTTPS)),
        Crossing::into_subnet(gateway, ANYWHERE, EPHEMERAL),
        Crossing::out_of_subnet(gateway, block, EPHEMERAL_OF_INSTANCES),
    ]
}

fn subnet_of_gateway<'a>(from: &Subnet, case: &Case<'a>) -> Option<&'a Subnet> {
    let RouteTarget::NatGateway(id) = &default_route(from, &case.facts).ok()??.target else { return None };
    let gateways = case.facts.snapshot.nat_gateways.seen().ok()?;
    subnet_of(gateways.iter().find(|gateway| gateway.id == *id)?.subnet.as_deref()?, case)
}

fn subnets_of_balancer<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Vec<&'a Subnet> {
    let zones = traffic.load_balancer(case).map(|balancer| balancer.zones.as_slice()).unwrap_or_default();
    zones.iter().filter_map(|(_, subnet)| subnet_of(subnet, case)).collect()
}

/// What becomes of `crossings`; sound while nobody asked for the network ACLs.
fn judge<'a>(crossings: impl IntoIterator<Item = Crossing<'a>>, text: impl Fn() -> Text, case: &Case<'a>) -> Finding {
    let acls = match case.facts.snapshot.network_acls.seen() {
        Ok(acls) => acls,
        Err(Unseen::NotAsked) => return Finding::Sound,
        Err(unseen) => return unseen.into(),
    };
    let mut gaps: Vec<AclGap<'a>> = Vec::new();
    for Crossing { subnet, packets } in crossings {
        let Some(acl) = acls.iter().find(|acl| acl.subnets.contains(&subnet.id)) else {
            return Finding::Unseen(msg!(evidence_acl_unknown, subnet = &subnet.id));
        };
        if let Some(rule) = dropped_by(acl, &packets) {
            let gap = AclGap { acl, subnet, packets, rule };
            if !gaps.contains(&gap) {
                gaps.push(gap);
            }
        }
    }
    if gaps.is_empty() { Finding::Sound } else { broken(text(), &gaps, case).into() }
}

fn broken(text: Text, gaps: &[AclGap<'_>], case: &Case<'_>) -> Break {
    let shown =
        gaps.iter().take(MOST).fold(Break::new(CauseId::NetworkAcl, text), |found, gap| found.shown_by(evidence(gap)));
    shown.mended_by(msg!(mend_network_acl)).mended_as(open_acls(gaps, case))
}

fn evidence(gap: &AclGap<'_>) -> Text {
    let (acl, subnet) = (gap.acl, gap.subnet);
    let name = subnet.name.as_deref().unwrap_or(&subnet.id);
    let rule = if gap.rule == LAST_RULE { "*".to_owned() } else { gap.rule.to_string() };
    let (peer, ports) = (gap.packets.peer.to_string(), range(gap.packets.ports));
    match gap.packets.direction {
        AclDirection::Inbound => {
            msg!(evidence_acl_inbound, acl = &acl.id, subnet = name, rule = rule, peer = peer, ports = ports)
        }
        AclDirection::Outbound => {
            msg!(evidence_acl_outbound, acl = &acl.id, subnet = name, rule = rule, peer = peer, ports = ports)
        }
    }
}

fn range((first, last): (i32, i32)) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

/// The question for network ACLs where a visitor got no answer at all.
pub fn asks_for_visitors<'a>(case: &Case<'a>, _wiring: &TrafficPath<'a>) -> Vec<Question> {
    let lost = SiteFailure::TimedOut;
    let is_lost = matches!(case.facts.snapshot.site.seen(), Ok(SiteAnswer::NotReached { kind, .. }) if *kind == lost);
    if is_lost { unread(case).into_iter().collect() } else { Vec::new() }
}

/// The question for network ACLs where health checks get no answer at all.
pub fn asks_for_health_checks<'a>(case: &Case<'a>, _wiring: &TrafficPath<'a>) -> Vec<Question> {
    let is_lost = case.ill_targets().iter().any(|target| target.reason == Some(TargetReason::Timeout));
    if is_lost { unread(case).into_iter().collect() } else { Vec::new() }
}

/// The question for network ACLs; none where it was asked already.
pub fn unread(case: &Case<'_>) -> Option<Question> {
    (case.facts.snapshot.network_acls == Area::NotAsked).then_some(Question::NetworkAcls)
}
