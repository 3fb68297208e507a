//! A security group with a list of rules. Judged by what they let in or out, however they are written.

use std::fmt;

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use super::admission::{Source, TCP, admissions, covers};
use super::{Deviation, Facts, Kind, Stop, Verdict};
use crate::account::Need;
use crate::account::resources::{Peer, Permission};
use crate::i18n::Text;
use crate::msg;

const LAST_PORT: i32 = 65_535;
const EVERY_IPV4: IpNet = IpNet::V4(Ipv4Net::new_assert(std::net::Ipv4Addr::UNSPECIFIED, 0));
const EVERY_IPV6: IpNet = IpNet::V6(Ipv6Net::new_assert(std::net::Ipv6Addr::UNSPECIFIED, 0));
/// Every protocol, as AWS writes it.
const ANY: &str = "-1";

/// The group's rules let in, or out, what this list says: exactly that, or at least.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityGroupRules {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Group name.
    pub group: String,
    /// Whether inbound or outbound rules are meant; inbound where nothing is said.
    #[serde(default)]
    pub direction: Direction,
    /// Whether nothing else may pass; exactly where nothing is said.
    #[serde(default)]
    pub extent: Extent,
    /// What may pass.
    pub rules: Vec<Rule>,
}

/// Which rules of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From others to members.
    #[default]
    Inbound,
    /// From members to others.
    Outbound,
}

/// Whether more may pass than is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// Nothing else.
    #[default]
    Exactly,
    /// More is all right.
    AtLeast,
}

/// One thing that may pass.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// A port, or the first and the last such as `8000-8010`; every port where nothing is said.
    #[serde(default)]
    pub ports: Ports,
    /// `tcp`, `udp`, `icmp`, or `all`; TCP where nothing is said.
    #[serde(default = "tcp")]
    pub protocol: String,
    /// The other side.
    pub peer: RulePeer,
}

fn tcp() -> String {
    "tcp".to_owned()
}

/// The other side of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RulePeer {
    /// 0.0.0.0/0.
    AnywhereIpv4,
    /// ::/0.
    AnywhereIpv6,
    /// Members of the security group of this name in the same VPC.
    Group(String),
    /// A block of addresses.
    Cidr(IpNet),
    /// A prefix list, by its id.
    PrefixList(String),
}

/// The first and the last port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ports(i32, i32);

impl Default for Ports {
    fn default() -> Self {
        Self(0, LAST_PORT)
    }
}

impl<'de> Deserialize<'de> for Ports {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PortsVisitor)
    }
}

struct PortsVisitor;

impl Visitor<'_> for PortsVisitor {
    type Value = Ports;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a port, or the first and the last such as 8000-8010")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Ports, E> {
        let port = i32::try_from(value).ok().filter(|port| (0..=LAST_PORT).contains(port));
        port.map(|port| Ports(port, port)).ok_or_else(|| E::invalid_value(de::Unexpected::Signed(value), &self))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Ports, E> {
        let (first, last) = value.split_once('-').unwrap_or((value, value));
        let port = |text: &str| text.trim().parse().ok().filter(|port| (0..=LAST_PORT).contains(port));
        let ports = port(first).zip(port(last)).filter(|(first, last)| first <= last);
        ports.map(|(first, last)| Ports(first, last)).ok_or_else(|| E::invalid_value(de::Unexpected::Str(value), &self))
    }
}

/// What passes: protocol, ports and the other side.
#[derive(Clone, Debug)]
struct Flow {
    protocol: String,
    ports: Ports,
    peer: Source,
    /// As people write it.
    rule: String,
}

impl Kind for SecurityGroupRules {
    fn needs(&self) -> Vec<Need> {
        vec![Need::Vpcs, Need::Subnets, Need::SecurityGroups, Need::PrefixListsOf(self.group.clone())]
    }

    fn expected(&self) -> Text {
        let (group, rules) = (&self.group, Text::list(self.rules.iter().map(Rule::shown)));
        match (self.direction, self.extent) {
            (Direction::Inbound, Extent::Exactly) => msg!(rules_expected_in, group = group, rules = rules),
            (Direction::Inbound, Extent::AtLeast) => msg!(rules_expected_in_at_least, group = group, rules = rules),
            (Direction::Outbound, Extent::Exactly) => msg!(rules_expected_out, group = group, rules = rules),
            (Direction::Outbound, Extent::AtLeast) => msg!(rules_expected_out_at_least, group = group, rules = rules),
        }
    }

    fn why(&self) -> Text {
        msg!(rules_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.security_group(&self.vpc, &self.group)?;
        let permissions = match self.direction {
            Direction::Inbound => &group.ingress,
            Direction::Outbound => &group.egress,
        };
        let found = flows(permissions, facts)?;
        let wanted = self.wanted(permissions, facts)?;
        let missing: Vec<String> =
            wanted.iter().filter(|(_, flows)| !all_pass(flows, &found)).map(|(rule, _)| rule.shown()).collect();
        let known: Vec<Flow> = wanted.into_iter().flat_map(|(_, flows)| flows).collect();
        let excess: Vec<&Flow> = found.iter().filter(|flow| !passes(flow, &known)).collect();
        let all = if found.is_empty() { msg!(ingress_none) } else { Text::list(written(found.iter())) };
        if !missing.is_empty() {
            let fix = msg!(rules_missing_fix, rules = Text::list(missing));
            return Ok(Verdict::failed(all, fix).deviating(Deviation::Rules));
        }
        if self.extent == Extent::Exactly && !excess.is_empty() {
            let rules = Text::list(written(excess.into_iter()));
            let fix = msg!(rules_excess_fix, rules = rules.clone());
            return Ok(Verdict::failed(msg!(ingress_excess, rules = rules), fix).deviating(Deviation::Rules));
        }
        Ok(Verdict::passed(all))
    }
}

impl SecurityGroupRules {
    /// Every rule with what it stands for; nothing where no rule of the group refers to its prefix list.
    fn wanted(&self, permissions: &[Permission], facts: &Facts<'_>) -> Result<Vec<(&Rule, Vec<Flow>)>, Stop> {
        let mut wanted = Vec::new();
        for rule in &self.rules {
            let peers = match &rule.peer {
                RulePeer::AnywhereIpv4 => vec![block(EVERY_IPV4)],
                RulePeer::AnywhereIpv6 => vec![block(EVERY_IPV6)],
                RulePeer::Cidr(cidr) => vec![block(*cidr)],
                RulePeer::Group(name) => vec![Source::Group(facts.security_group(&self.vpc, name)?.id.clone())],
                RulePeer::PrefixList(id) => {
                    let mut peers = permissions.iter().flat_map(|permission| &permission.peers);
                    if peers.any(|peer| *peer == Peer::PrefixList(id.clone())) {
                        facts.prefix_list(id)?.iter().map(|cidr| block(*cidr)).collect()
                    } else {
                        Vec::new()
                    }
                }
            };
            let flow = |peer| Flow { protocol: protocol(&rule.protocol), ports: rule.ports, peer, rule: rule.shown() };
            wanted.push((rule, peers.into_iter().map(flow).collect()));
        }
        Ok(wanted)
    }
}

impl Rule {
    /// As it is written for people.
    fn shown(&self) -> String {
        let ports = match self.ports {
            Ports(0, LAST_PORT) => String::new(),
            Ports(first, last) if first == last => format!(" {first}"),
            Ports(first, last) => format!(" {first}-{last}"),
        };
        let peer = match &self.peer {
            RulePeer::AnywhereIpv4 => EVERY_IPV4.to_string(),
            RulePeer::AnywhereIpv6 => EVERY_IPV6.to_string(),
            RulePeer::Cidr(cidr) => cidr.to_string(),
            RulePeer::Group(name) | RulePeer::PrefixList(name) => name.clone(),
        };
        format!("{}{ports} {peer}", self.protocol.to_uppercase())
    }
}

fn protocol(written: &str) -> String {
    match written.to_ascii_lowercase().as_str() {
        "all" | ANY => ANY.to_owned(),
        TCP => tcp(),
        "17" => "udp".to_owned(),
        "1" => "icmp".to_owned(),
        other => other.to_owned(),
    }
}

fn block(cidr: IpNet) -> Source {
    match cidr {
        IpNet::V4(cidr) => Source::Ipv4(cidr),
        IpNet::V6(cidr) => Source::Ipv6(cidr),
    }
}

fn flows(permissions: &[Permission], facts: &Facts<'_>) -> Result<Vec<Flow>, Stop> {
    let mut flows = Vec::new();
    for permission in permissions {
        let protocol = protocol(&permission.protocol);
        // Only these two have ports; what others have there are types of messages.
        let has_ports = matches!(protocol.as_str(), "tcp" | "udp");
        let ports = match (permission.from_port, permission.to_port) {
            (Some(first), Some(last)) if has_ports && first >= 0 => Ports(first, last),
            _ => Ports::default(),
        };
        for admission in admissions(std::slice::from_ref(permission), facts)? {
            flows.push(Flow { protocol: protocol.clone(), ports, peer: admission.peer, rule: admission.rule });
        }
    }
    Ok(flows)
}

/// The rules behind flows, each once.
fn written<'a>(flows: impl Iterator<Item = &'a Flow>) -> Vec<String> {
    let mut rules: Vec<String> = Vec::new();
    for flow in flows {
        if !rules.contains(&flow.rule) {
            rules.push(flow.rule.clone());
        }
    }
    rules
}

/// Whether there is something, and all of it passes.
fn all_pass(flows: &[Flow], rules: &[Flow]) -> bool {
    !flows.is_empty() && flows.iter().all(|flow| passes(flow, rules))
}

/// Whether `rules` together let all of `flow` pass.
fn passes(flow: &Flow, rules: &[Flow]) -> bool {
    let Ports(first, last) = flow.ports;
    let fits = |rule: &&Flow| rule.protocol == ANY || rule.protocol == flow.protocol;
    let mut port = first;
    while port <= last {
        let here: Vec<&Flow> =
            rules.iter().filter(fits).filter(|rule| rule.ports.0 <= port && port <= rule.ports.1).collect();
        if !reaches(&flow.peer, &here) {
            return false;
        }
        // Up to here the same rules hold.
        let ends = here.iter().map(|rule| rule.ports.1);
        let begins = rules.iter().filter(fits).map(|rule| rule.ports.0 - 1).filter(|end| *end >= port);
        port = ends.chain(begins).min().unwrap_or(last) + 1;
    }
    true
}

fn reaches(peer: &Source, rules: &[&Flow]) -> bool {
    match peer {
        Source::Ipv4(block) => {
            let blocks = rules.iter().filter_map(|rule| match rule.peer {
                Source::Ipv4(block) => Some(block),
                _ => None,
            });
            covers(blocks, *block)
        }
        Source::Ipv6(block) => {
            rules.iter().any(|rule| matches!(&rule.peer, Source::Ipv6(wider) if wider.contains(block)))
        }
        Source::Group(_) | Source::Other(_) => rules.iter().any(|rule| rule.peer == *peer),
    }
}
