//! Security groups of the simulated account, and whether packets get through them.

use ipnet::Ipv6Net;

use super::SimulatedAccount;
use super::ids::Ids;
use super::names::Names;
use super::network::{ANYWHERE, Network};
use crate::account::resources::{Peer, Permission, SecurityGroup};

const ANYWHERE_IPV6: Ipv6Net = Ipv6Net::new_assert(std::net::Ipv6Addr::UNSPECIFIED, 0);
const MYSQL_OR_POSTGRES: i32 = 5432;
const SSH: i32 = 22;

fn tcp(port: i32, peers: Vec<Peer>) -> Permission {
    Permission { protocol: "tcp".into(), from_port: Some(port), to_port: Some(port), peers }
}

fn everything(peer: Peer) -> Permission {
    Permission { protocol: "-1".into(), from_port: None, to_port: None, peers: vec![peer] }
}

/// A group as AWS makes it: nothing in, everything out.
fn group(ids: &mut Ids, group_name: &str, vpc: &str, description: &str) -> SecurityGroup {
    SecurityGroup {
        id: ids.ec2("sg"),
        group_name: group_name.to_owned(),
        name: None,
        vpc: Some(vpc.to_owned()),
        description: description.to_owned(),
        ingress: Vec::new(),
        egress: vec![everything(Peer::Ipv4(ANYWHERE))],
    }
}

/// The groups as steps 0 to 3 of the course leave them.
pub(super) fn groups(names: &Names, network: &Network, ids: &mut Ids) -> Vec<SecurityGroup> {
    let mut groups = Vec::new();
    for vpc in [&network.default_vpc, &network.vpc] {
        let mut default = group(ids, "default", vpc, "default VPC security group");
        default.ingress.push(everything(Peer::Group(default.id.clone())));
        groups.push(default);
    }
    let mut web = group(ids, &names.web_sg, &network.vpc, "for the web instance");
    web.ingress.push(tcp(names.port(), vec![Peer::Ipv4(ANYWHERE)]));
    let mut client = group(ids, &names.rds_sg, &network.vpc, "attached to instances that use the database");
    let mut database = group(ids, "rds-ec2-1", &network.vpc, "attached to the database");
    client.egress = vec![tcp(MYSQL_OR_POSTGRES, vec![Peer::Group(database.id.clone())])];
    database.ingress.push(tcp(MYSQL_OR_POSTGRES, vec![Peer::Group(client.id.clone())]));
    database.egress.clear();
    groups.extend([web, client, database]);
    groups
}

fn opens(permission: &Permission, port: i32) -> bool {
    match (permission.protocol.as_str(), permission.from_port, permission.to_port) {
        ("-1", ..) => true,
        ("tcp", Some(from), Some(to)) => (from..=to).contains(&port),
        _ => false,
    }
}

/// Whether one of the permissions lets TCP `port` pass for everyone or for a member of `groups`.
fn lets_pass<'a>(permissions: impl IntoIterator<Item = &'a Permission>, port: i32, groups: &[String]) -> bool {
    permissions.into_iter().filter(|permission| opens(permission, port)).flat_map(|permission| &permission.peers).any(
        |peer| match peer {
            Peer::Ipv4(block) => *block == ANYWHERE,
            Peer::Group(id) => groups.contains(id),
            _ => false,
        },
    )
}

fn lets_pass_named<'a>(groups: impl Iterator<Item = &'a SecurityGroup>, id: &str) -> bool {
    let mut peers = groups.flat_map(|group| &group.ingress).flat_map(|rule| &rule.peers);
    peers.any(|peer| matches!(peer, Peer::Group(named) if named == id))
}

impl SimulatedAccount {
    fn carried<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = &'a SecurityGroup> {
        self.security_groups.iter().filter(|group| ids.contains(&group.id))
    }

    /// Whether a member of the groups `from` reaches a member of the groups `to` on TCP `port`.
    pub(super) fn reaches(&self, from: &[String], to: &[String], port: i32) -> bool {
        lets_pass(self.carried(from).flat_map(|group| &group.egress), port, to)
            && lets_pass(self.carried(to).flat_map(|group| &group.ingress), port, from)
    }

    /// Whether everyone reaches a member of the groups `to` on TCP `port`.
    pub(super) fn public_reaches(&self, to: &[String], port: i32) -> bool {
        lets_pass(self.carried(to).flat_map(|group| &group.ingress), port, &[])
    }

    /// The id of the lab's group of this name.
    pub(super) fn group_id(&self, group_name: &str) -> Option<String> {
        let of_lab = |group: &&SecurityGroup| group.vpc.as_ref() == Some(&self.network.vpc);
        let named = self.security_groups.iter().filter(of_lab).find(|group| group.group_name == group_name);
        named.map(|group| group.id.clone())
    }

    fn lab_group_mut(&mut self, group_name: &str) -> Option<&mut SecurityGroup> {
        let id = self.group_id(group_name)?;
        self.security_groups.iter_mut().find(|group| group.id == id)
    }

    /// The ids of the groups that instances carry.
    pub(super) fn instance_groups(&self) -> Vec<String> {
        [&self.names.web_sg, &self.names.rds_sg].into_iter().filter_map(|name| self.group_id(name)).collect()
    }

    pub(super) fn has_alb_group(&self) -> bool {
        self.group_id(&self.names.alb_sg).is_some()
    }

    /// Whether the load balancer's group can be deleted: nothing uses or names it.
    pub(super) fn alb_group_is_free(&self) -> bool {
        let Some(id) = self.group_id(&self.names.alb_sg) else { return true };
        let named = self
            .security_groups
            .iter()
            .flat_map(|group| group.ingress.iter().chain(&group.egress))
            .any(|permission| permission.peers.contains(&Peer::Group(id.clone())));
        let used = self.load_balancer.iter().any(|balancer| balancer.security_groups.contains(&id));
        !named && !used
    }

    /// Deletes every attempt at the load balancer's group.
    pub(super) fn delete_alb_groups(&mut self) {
        let (wanted, typo) = (self.names.alb_sg.clone(), self.names.alb_sg_typo());
        self.security_groups.retain(|group| {
            group.group_name != wanted && group.group_name != typo && group.name.as_deref() != Some(wanted.as_str())
        });
    }

    fn add_alb_group(&mut self, group_name: &str, vpc: &str) -> &mut SecurityGroup {
        let mut made = group(&mut self.ids, group_name, vpc, &self.names.alb_sg_description);
        made.ingress.push(tcp(self.names.port(), vec![Peer::Ipv4(ANYWHERE)]));
        let index = self.security_groups.len();
        self.security_groups.push(made);
        &mut self.security_groups[index]
    }

    /// Gives the load balancer's group, made where it is missing, these inbound rules.
    fn set_alb_ingress(&mut self, ingress: Vec<Permission>) {
        if !self.has_alb_group() {
            self.delete_alb_groups();
            let (name, vpc) = (self.names.alb_sg.clone(), self.network.vpc.clone());
            self.add_alb_group(&name, &vpc);
        }
        let name = self.names.alb_sg.clone();
        if let Some(group) = self.lab_group_mut(&name) {
            group.ingress = ingress;
            group.egress = vec![everything(Peer::Ipv4(ANYWHERE))];
        }
    }

    pub(super) fn put_alb_group(&mut self) {
        self.set_alb_ingress(vec![tcp(self.names.port(), vec![Peer::Ipv4(ANYWHERE)])]);
    }

    pub(super) fn put_alb_group_with_ssh(&mut self) {
        let open = vec![Peer::Ipv4(ANYWHERE)];
        self.set_alb_ingress(vec![tcp(self.names.port(), open.clone()), tcp(SSH, open)]);
    }

    pub(super) fn put_alb_group_with_ipv6(&mut self) {
        let open = vec![Peer::Ipv4(ANYWHERE), Peer::Ipv6(ANYWHERE_IPV6)];
        self.set_alb_ingress(vec![tcp(self.names.port(), open)]);
    }

    pub(super) fn put_alb_group_elsewhere(&mut self) {
        self.delete_alb_groups();
        let (name, vpc) = (self.names.alb_sg.clone(), self.network.default_vpc.clone());
        self.add_alb_group(&name, &vpc);
    }

    pub(super) fn put_alb_group_by_tag(&mut self) {
        self.delete_alb_groups();
        let (tag, vpc) = (self.names.alb_sg.clone(), self.network.vpc.clone());
        self.add_alb_group("launch-wizard-1", &vpc).name = Some(tag);
    }

    pub(super) fn put_misspelt_alb_group(&mut self) {
        self.delete_alb_groups();
        let (name, vpc) = (self.names.alb_sg_typo(), self.network.vpc.clone());
        self.add_alb_group(&name, &vpc);
    }

    /// Takes every rule from the load balancer's group.
    pub(super) fn close_alb_group(&mut self) {
        let name = self.names.alb_sg.clone();
        if let Some(group) = self.lab_group_mut(&name) {
            group.ingress.clear();
            group.egress.clear();
        }
    }

    /// Whether the instances' group lets the load balancer's group in.
    pub(super) fn web_group_names_alb_group(&self) -> bool {
        let (web, alb) = (self.group_id(&self.names.web_sg), self.group_id(&self.names.alb_sg));
        web.zip(alb).is_some_and(|(web, alb)| lets_pass_named(self.carried(&[web]), &alb))
    }

    /// Takes the load balancer's group out of the rules of the instances' group.
    pub(super) fn close_web_group_to_alb(&mut self) {
        let Some(alb) = self.group_id(&self.names.alb_sg).map(Peer::Group) else { return };
        let name = self.names.web_sg.clone();
        if let Some(group) = self.lab_group_mut(&name) {
            group.ingress.iter_mut().for_each(|rule| rule.peers.retain(|peer| *peer != alb));
            group.ingress.retain(|rule| !rule.peers.is_empty());
        }
    }

    fn set_web_ingress(&mut self, sources: Vec<Peer>) {
        let (name, port) = (self.names.web_sg.clone(), self.names.port());
        if let Some(group) = self.lab_group_mut(&name) {
            group.ingress = vec![tcp(port, sources)];
        }
    }

    pub(super) fn admit_alb_group(&mut self) {
        self.set_web_ingress(self.group_id(&self.names.alb_sg).map(Peer::Group).into_iter().collect());
    }

    pub(super) fn admit_alb_group_and_everyone(&mut self) {
        let alb = self.group_id(&self.names.alb_sg).map(Peer::Group);
        self.set_web_ingress([Peer::Ipv4(ANYWHERE)].into_iter().chain(alb).collect());
    }

    pub(super) fn admit_web_group(&mut self) {
        self.set_web_ingress(self.group_id(&self.names.web_sg).map(Peer::Group).into_iter().collect());
    }
}
