//! Security groups and their rules.

use super::{Ways, console};
use crate::account::resources::{Peer, Permission, SecurityGroup};
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::diagnose::command::Command;
use crate::msg;
use crate::verify::{AdmittedFrom, CheckKind};

pub fn ways(kind: &CheckKind, case: &Case<'_>) -> Option<Ways> {
    let named = |vpc: &str, group: &str| case.facts.security_group(vpc, group).ok();
    Some(match kind {
        CheckKind::SecurityGroup(check) => create(&check.vpc, &check.group, case),
        CheckKind::SecurityGroupDescription(check) => {
            let group = named(&check.vpc, &check.group)?;
            Ways::page(page(&format!("SecurityGroup:groupId={}", encoded(&group.id)), case))
        }
        CheckKind::SecurityGroupIngress(check) => {
            let group = named(&check.vpc, &check.group)?;
            let wanted = match &check.from {
                AdmittedFrom::AnywhereIpv4 => None,
                AdmittedFrom::Group(source) => Some(named(&check.vpc, source)?.id.as_str()),
            };
            admit(group, check.port.0, wanted, case)
        }
        CheckKind::SecurityGroupIpv6(check) => {
            let group = named(&check.vpc, &check.group)?;
            revoke(inbound(group, case), group, |_, peer| !matches!(peer, Peer::Ipv6(_)), case)
        }
        CheckKind::SecurityGroupReaches(check) => let_out(&named(&check.vpc, &check.group)?.id, case),
        _ => return None,
    })
}

/// The page of a group's outbound rules, and the command that opens them.
pub fn let_out(group: &str, case: &Case<'_>) -> Ways {
    let page = page(&format!("ModifyOutboundSecurityGroupRules:securityGroupId={}", encoded(group)), case);
    let command = Command::aws("ec2 authorize-security-group-egress").with("--group-id", group);
    Ways::page(page).by(command.with("--ip-permissions", "IpProtocol=-1,IpRanges=[{CidrIp=0.0.0.0/0}]"), case)
}

fn page(page: &str, case: &Case<'_>) -> String {
    console(case).ec2(page)
}

fn inbound(group: &SecurityGroup, case: &Case<'_>) -> Ways {
    Ways::page(page(&format!("ModifyInboundSecurityGroupRules:securityGroupId={}", encoded(&group.id)), case))
}

fn create(vpc: &str, name: &str, case: &Case<'_>) -> Ways {
    let groups = case.facts.snapshot.security_groups.seen().map(Vec::as_slice).unwrap_or_default();
    let ways = Ways::page(page("SecurityGroups:", case));
    let has_namesake = groups.iter().any(|group| group.group_name == name);
    let ways = if has_namesake { ways.anew(msg!(mend_security_group_again)) } else { ways };
    let Ok(vpc) = case.facts.vpc(vpc) else { return ways };
    let description = case.checks().find_map(|judged| match &judged.check.kind {
        CheckKind::SecurityGroupDescription(check) if check.group == name => Some(check.description.as_str()),
        _ => None,
    });
    let command = Command::aws("ec2 create-security-group").with("--vpc-id", &vpc.id).with("--group-name", name);
    ways.by(command.with("--description", description.unwrap_or(name)), case)
}

/// Takes away every rule that isn't wanted and adds the one that is; `wanted` is a group, none is everybody.
fn admit(group: &SecurityGroup, port: i32, wanted: Option<&str>, case: &Case<'_>) -> Ways {
    let is_port = |rule: &Permission| {
        matches!(rule.protocol.as_str(), "tcp" | "6") && rule.from_port == Some(port) && rule.to_port == Some(port)
    };
    let is_wanted = |peer: &Peer| match (peer, wanted) {
        (Peer::Group(id), Some(wanted)) => id == wanted,
        (Peer::Ipv4(block), None) => block.prefix_len() == 0,
        _ => false,
    };
    let keeps = |rule: &Permission, peer: &Peer| is_port(rule) && (wanted.is_none() || is_wanted(peer));
    let ways = revoke(inbound(group, case), group, keeps, case);
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
