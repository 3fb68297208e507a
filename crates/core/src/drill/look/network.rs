//! Rules and routes, each as the console lists them.

use super::eye::{Eye, Line, listed};
use crate::account::resources::{AclDirection, AclEntry, Peer, Permission, RouteTarget};
use crate::i18n::Text;
use crate::msg;

/// The last rule of every network ACL, which the console shows as `*`.
const LAST_RULE: i32 = 32_767;

/// Security groups of the VPC, then the network ACLs.
pub fn rules(eye: &Eye<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in eye.security_groups() {
        lines.push(Line::Heading(msg!(drill_guard, id = &group.id, name = &group.group_name)));
        lines.extend(permissions(eye, &group.ingress).map(|rule| Line::Fact(msg!(drill_inbound, rule = rule))));
        if group.ingress.is_empty() {
            lines.push(Line::Fact(msg!(drill_inbound, rule = msg!(drill_none))));
        }
        lines.extend(permissions(eye, &group.egress).map(|rule| Line::Fact(msg!(drill_outbound, rule = rule))));
        if group.egress.is_empty() {
            lines.push(Line::Fact(msg!(drill_outbound, rule = msg!(drill_none))));
        }
    }
    let acls = eye.snapshot.network_acls.seen().map(Vec::as_slice).unwrap_or_default();
    for acl in acls.iter().filter(|acl| Some(acl.vpc.as_str()) == eye.vpc()) {
        lines.push(Line::Heading(msg!(drill_acl, id = &acl.id, subnets = eye.all_named(&acl.subnets))));
        lines.extend(acl.entries.iter().map(|entry| Line::Fact(acl_rule(entry))));
    }
    lines
}

/// A rule each, with its protocol, ports and peer.
fn permissions<'a>(eye: &'a Eye<'_>, permissions: &'a [Permission]) -> impl Iterator<Item = Text> + 'a {
    permissions.iter().flat_map(move |permission| {
        permission.peers.iter().map(move |peer| Text::verbatim(format!("{}  {}", traffic(permission), side(eye, peer))))
    })
}

fn traffic(permission: &Permission) -> String {
    let protocol =
        if permission.protocol == "-1" { "All traffic".to_owned() } else { permission.protocol.to_uppercase() };
    match (permission.from_port, permission.to_port) {
        (Some(from), Some(to)) if from == to => format!("{protocol} {from}"),
        (Some(from), Some(to)) => format!("{protocol} {from}-{to}"),
        _ => protocol,
    }
}

fn side(eye: &Eye<'_>, peer: &Peer) -> String {
    match peer {
        Peer::Ipv4(block) => block.to_string(),
        Peer::Ipv6(block) => block.to_string(),
        Peer::Group(id) => eye.named(id),
        Peer::PrefixList(words) | Peer::Other(words) => words.clone(),
    }
}

fn acl_rule(entry: &AclEntry) -> Text {
    let number = if entry.number == LAST_RULE { "*".to_owned() } else { entry.number.to_string() };
    let protocol = match entry.protocol.as_str() {
        "-1" => "All traffic",
        "6" => "TCP",
        "17" => "UDP",
        other => other,
    };
    let ports = entry.ports.map(|(from, to)| if from == to { format!(" {from}") } else { format!(" {from}-{to}") });
    let block = entry.block.map(|block| block.to_string()).unwrap_or_default();
    let rule = format!("{number}  {protocol}{}  {block}  {}", ports.unwrap_or_default(), entry.action);
    match entry.direction {
        AclDirection::Inbound => msg!(drill_inbound, rule = rule),
        AclDirection::Outbound => msg!(drill_outbound, rule = rule),
    }
}

/// The VPC's route tables, then its NAT gateways.
pub fn routes(eye: &Eye<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let tables = eye.snapshot.route_tables.seen().map(Vec::as_slice).unwrap_or_default();
    for table in tables.iter().filter(|table| Some(table.vpc.as_str()) == eye.vpc()) {
        let subnets = eye.all_named(&table.subnets);
        lines.push(Line::Heading(if table.main {
            msg!(drill_main_table, id = &table.id, subnets = subnets)
        } else {
            msg!(drill_table, id = &table.id, subnets = subnets)
        }));
        for route in &table.routes {
            let target = match &route.target {
                RouteTarget::Local => "local",
                RouteTarget::InternetGateway(id) | RouteTarget::NatGateway(id) | RouteTarget::Other(id) => id,
            };
            let block = route.destination.map(|block| block.to_string()).unwrap_or_default();
            lines.push(Line::Fact(msg!(drill_route, destination = block, target = target, state = &route.state)));
        }
    }
    let gateways = eye.snapshot.nat_gateways.seen().map(Vec::as_slice).unwrap_or_default();
    lines.push(Line::Heading(msg!(map_area_nat)));
    let own: Vec<_> = gateways.iter().filter(|gateway| gateway.vpc.as_deref() == eye.vpc()).collect();
    for gateway in &own {
        let subnet = gateway.subnet.as_deref().map_or_else(|| "-".to_owned(), |subnet| eye.named(subnet));
        lines.push(Line::Fact(msg!(
            drill_nat,
            id = &gateway.id,
            state = &gateway.state,
            subnet = subnet,
            addresses = listed(gateway.public_ips.iter().cloned())
        )));
    }
    if own.is_empty() {
        lines.push(Line::Fact(msg!(drill_none)));
    }
    lines
}
