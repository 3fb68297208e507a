//! Security groups and their rules.

use super::Ways;
use crate::account::resources::{Peer, Permission, SecurityGroup};
use crate::command::Command;
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::msg;
use crate::verify::{AdmittedFrom, CheckKind};

/// What makes a security group.
pub fn create(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::SecurityGroup(check) = kind else { return ways };
    let name = &check.group;
    let groups = case.facts.snapshot.security_groups.seen().map(Vec::as_slice).unwrap_or_default();
    let has_namesake = groups.iter().any(|group| group.group_name == *name);
    let ways = if has_namesake { ways.anew(msg!(mend_security_group_again)) } else { ways };
    let Ok(vpc) = case.facts.vpc(&check.vpc) else { return ways };
    let description = case.checks().find_map(|judged| {
        let CheckKind::SecurityGroupDescription(check) = &judged.check.kind else { return None };
        (check.group == *name).then_some(check.description.as_str())
    });
    let command = Command::aws("ec2 create-security-group").with("--vpc-id", &vpc.id).with("--group-name", name);
    ways.by(command.with("--description", description.unwrap_or(name)), case)
}

/// What makes a group admit whom the lesson wants, and nobody else.
pub fn ingress(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::SecurityGroupIngress(check) = kind else { return ways };
    let Ok(group) = case.facts.security_group(&check.vpc, &check.group) else { return ways };
    match &check.from {
        AdmittedFrom::AnywhereIpv4 => admit(ways, group, check.port.0, None, case),
        AdmittedFrom::Group(source) => match case.facts.security_group(&check.vpc, source) {
            Ok(source) => admit(ways, group, check.port.0, Some(&source.id), case),
            Err(_) => ways,
        },
    }
}

/// What takes the rules for IPv6 away.
pub fn without_ipv6(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::SecurityGroupIpv6(check) = kind else { return ways };
    match case.facts.security_group(&check.vpc, &check.group) {
        Ok(group) => revoke(ways, group, |_, peer| !matches!(peer, Peer::Ipv6(_)), case),
        Err(_) => ways,
    }
}

/// What lets a group's members reach everything.
pub fn reaches(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::SecurityGroupReaches(check) = kind else { return ways };
    match case.facts.security_group(&check.vpc, &check.group) {
        Ok(group) => open_out(ways, &group.id, case),
        Err(_) => ways,
    }
}

/// The page of a group's outbound rules, and the command that opens them.
pub fn let_out(group: &str, case: &Case<'_>) -> Ways {
    open_out(Ways::page(out_page(group, case)), group, case)
}

fn open_out(ways: Ways, group: &str, case: &Case<'_>) -> Ways {
    let command = Command::aws("ec2 authorize-security-group-egress").with("--group-id", group);
    ways.by(command.with("--ip-permissions", "IpProtocol=-1,IpRanges=[{CidrIp=0.0.0.0/0}]"), case)
}

fn out_page(group: &str, case: &Case<'_>) -> String {
    case.console().ec2(&format!("ModifyOutboundSecurityGroupRules:securityGroupId={}", encoded(group)))
}

/// The page of a group itself; that of all groups where it can't be told.
pub fn group_page(vpc: &str, name: &str, case: &Case<'_>) -> String {
    page_of(vpc, name, case, |id| case.console().ec2(&format!("SecurityGroup:groupId={}", encoded(id))))
}

/// The page on which a group's inbound rules are edited.
pub fn inbound_page(vpc: &str, name: &str, case: &Case<'_>) -> String {
    page_of(vpc, name, case, |id| {
        case.console().ec2(&format!("ModifyInboundSecurityGroupRules:securityGroupId={}", encoded(id)))
    })
}

/// The page on which a group's outbound rules are edited.
pub fn outbound_page(vpc: &str, name: &str, case: &Case<'_>) -> String {
    page_of(vpc, name, case, |id| out_page(id, case))
}

fn page_of(vpc: &str, name: &str, case: &Case<'_>, page: impl Fn(&str) -> String) -> String {
    let group = case.facts.security_group(vpc, name);
    group.map_or_else(|_| case.console().ec2("SecurityGroups:"), |group| page(&group.id))
}

/// Takes away every rule that isn't wanted and adds the one that is; `wanted` is a group, none is everybody.
fn admit(ways: Ways, group: &SecurityGroup, port: i32, wanted: Option<&str>, case: &Case<'_>) -> Ways {
    let is_port = |rule: &Permission| {
        matches!(rule.protocol.as_str(), "tcp" | "6") && rule.from_port == Some(port) && rule.to_port == Some(port)
    };
    let is_wanted = |peer: &Peer| match (peer, wanted) {
        (Peer::Group(id), Some(wanted)) => id == wanted,
        (Peer::Ipv4(block), None) => block.prefix_len() == 0,
        _ => false,
    };
    let keeps = |rule: &Permission, peer: &Peer| is_port(rule) && (wanted.is_none() || is_wanted(peer));
    let ways = revoke(ways, group, keeps, case);
    if group.ingress.iter().any(|rule| is_port(rule) && rule.peers.iter().any(is_wanted)) {
        return ways;
    }
    let command = Command::aws("ec2 authorize-security-group-ingress")
        .with("--group-id", &group.id)
        .with("--protocol", "tcp")
        .with("--port", port.to_string());
    let command = match wanted {
        Some(source) => command.with("--source-group", source),
        None => command.with("--cidr", "0.0.0.0/0"),
    };
    ways.by(command, case)
}

fn revoke(mut ways: Ways, group: &SecurityGroup, keeps: impl Fn(&Permission, &Peer) -> bool, case: &Case<'_>) -> Ways {
    for rule in &group.ingress {
        for peer in rule.peers.iter().filter(|peer| !keeps(rule, peer)) {
            let Some(permission) = shorthand(rule, peer) else { continue };
            let command = Command::aws("ec2 revoke-security-group-ingress").with("--group-id", &group.id);
            ways = ways.by(command.with("--ip-permissions", permission), case);
        }
    }
    ways
}

/// One peer of a rule in the CLI's shorthand; none where this program can't read it.
fn shorthand(rule: &Permission, peer: &Peer) -> Option<String> {
    let peer = match peer {
        Peer::Ipv4(block) => format!("IpRanges=[{{CidrIp={block}}}]"),
        Peer::Ipv6(block) => format!("Ipv6Ranges=[{{CidrIpv6={block}}}]"),
        Peer::Group(id) => format!("UserIdGroupPairs=[{{GroupId={id}}}]"),
        Peer::PrefixList(id) => format!("PrefixListIds=[{{PrefixListId={id}}}]"),
        Peer::Other(_) => return None,
    };
    let ports = match (rule.from_port, rule.to_port) {
        (Some(from), Some(to)) => format!("FromPort={from},ToPort={to},"),
        _ => String::new(),
    };
    Some(format!("IpProtocol={},{ports}{peer}", rule.protocol))
}
