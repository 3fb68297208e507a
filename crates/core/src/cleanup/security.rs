//! The load balancer's security group, and before it the rules of other groups that name it: AWS deletes no group that
//! a rule of another one still names.

use super::command::option;
use super::{Item, Kind, Site, State};
use crate::account::resources::{Peer, Permission, SecurityGroup};
use crate::msg;
use crate::verify::ResourceKind;

impl<'a> Site<'a> {
    /// The group of the load balancer, in whichever VPC it was made.
    pub(super) fn security(&mut self) {
        let lab = self.lab;
        for name in lab.made(ResourceKind::SecurityGroup) {
            self.security_group_with_rules(name);
        }
    }

    fn security_group_with_rules(&mut self, name: &'a str) {
        let (lab, snapshot) = (self.lab, self.snapshot);
        let all = snapshot.security_groups.seen().map(Vec::as_slice).unwrap_or_default();
        let is_labs = |group: &SecurityGroup| group.group_name == name;
        let ids: Vec<&str> = all.iter().filter(|group| is_labs(group)).map(|group| group.id.as_str()).collect();
        let names_it = |group: &SecurityGroup| !is_labs(group) && !references(group, &ids).is_empty();
        let kept = lab.kept(ResourceKind::SecurityGroup).next();
        let what = kept.map(|kept| msg!(cleanup_rule, group = kept, source = name));
        let rule = |site: &Self, group: &'a SecurityGroup| site.rules(group, name, &ids);
        self.each(Kind::SecurityGroupRule, &snapshot.security_groups, what, names_it, rule);
        let what = Some(msg!(cleanup_security_group, name = name));
        self.each(Kind::SecurityGroup, &snapshot.security_groups, what, is_labs, Self::security_group);
    }

    fn rules(&self, group: &SecurityGroup, source: &str, ids: &[&str]) -> Item {
        let target = option("group-id", &group.id);
        let revoke = |(direction, permission): (&str, String)| {
            let verb = format!("revoke-security-group-{direction}");
            self.aws.command(&["ec2", &verb, &target, &option("ip-permissions", &permission)])
        };
        Item {
            kind: Kind::SecurityGroupRule,
            resource: Some(group.id.clone()),
            what: msg!(cleanup_rule, group = &group.group_name, source = source),
            state: State::There,
            console: Some(msg!(cleanup_rule_console, group = &group.group_name, source = source)),
            link: self.page("SecurityGroup:groupId=", &group.id),
            commands: references(group, ids).into_iter().map(revoke).collect(),
            note: Some(msg!(cleanup_rule_note, group = &group.group_name)),
        }
    }

    fn security_group(&self, group: &SecurityGroup) -> Item {
        let id = option("group-id", &group.id);
        Item {
            kind: Kind::SecurityGroup,
            resource: Some(group.id.clone()),
            what: msg!(cleanup_security_group, name = &group.group_name),
            state: State::There,
            console: Some(msg!(cleanup_security_group_console, name = &group.group_name)),
            link: self.page("SecurityGroup:groupId=", &group.id),
            commands: vec![self.aws.command(&["ec2", "delete-security-group", &id])],
            note: Some(msg!(cleanup_security_group_note)),
        }
    }
}

/// The rules of `group` that name one of `ids`: `ingress` or `egress`, and the permission as the AWS CLI takes it.
fn references(group: &SecurityGroup, ids: &[&str]) -> Vec<(&'static str, String)> {
    let named = |permission: &Permission| -> Vec<String> {
        let groups = permission.peers.iter().filter_map(|peer| match peer {
            Peer::Group(id) if ids.contains(&id.as_str()) => Some(id),
            _ => None,
        });
        groups.map(|id| shorthand(permission, id)).collect()
    };
    let ingress = group.ingress.iter().flat_map(named).map(|rule| ("ingress", rule));
    ingress.chain(group.egress.iter().flat_map(named).map(|rule| ("egress", rule))).collect()
}

fn shorthand(permission: &Permission, group: &str) -> String {
    let port = |name: &str, port: Option<i32>| port.map(|port| format!(",{name}={port}")).unwrap_or_default();
    let ports = port("FromPort", permission.from_port) + &port("ToPort", permission.to_port);
    format!("IpProtocol={}{ports},UserIdGroupPairs=[{{GroupId={group}}}]", permission.protocol)
}
