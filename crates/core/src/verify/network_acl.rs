//! Which packets a network ACL drops: for telling why, not for judging a check. AWS tries its rules by number, and the
//! first that fits decides; what is let in isn't let out again by itself:
//! <https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html>.

use ipnet::Ipv4Net;

use super::admission::TCP;
use super::reach::ANYWHERE;
use crate::account::resources::{AclDirection, AclEntry, NetworkAcl};

/// The rule at the end of every network ACL, which denies what no other lets pass. The console shows it as `*`.
pub const LAST_RULE: i32 = 32_767;
/// Rules that deny blocks of this length or longer shut out a few of everybody, on purpose, and not everybody.
const FEW: u8 = 8;

/// TCP packets at the border of a subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Packets {
    /// Which way they pass.
    pub direction: AclDirection,
    /// Where they come from, or go to.
    pub peer: Ipv4Net,
    /// Their destination ports, first and last.
    pub ports: (i32, i32),
}

/// The number of the first rule of `acl` that drops some of `packets`; none where all of them pass.
#[must_use]
pub fn dropped_by(acl: &NetworkAcl, packets: &Packets) -> Option<i32> {
    let mut rules: Vec<&AclEntry> = acl.entries.iter().filter(|entry| entry.direction == packets.direction).collect();
    rules.sort_by_key(|entry| entry.number);
    let mut left = vec![*packets];
    for rule in rules {
        let Some((block, ports)) = scope(rule) else { continue };
        let is_met = left.iter().any(|packets| meets(packets, block, ports));
        let shuts_out_a_few = packets.peer == ANYWHERE && block.prefix_len() >= FEW;
        if is_met && rule.action == "deny" && !shuts_out_a_few {
            return Some(rule.number);
        }
        left = left.iter().flat_map(|packets| without(packets, block, ports)).collect();
    }
    (!left.is_empty()).then_some(LAST_RULE)
}

/// The IPv4 block and the TCP ports that a rule is about; none where it is about neither.
fn scope(rule: &AclEntry) -> Option<(Ipv4Net, (i32, i32))> {
    const ALL: (i32, i32) = (0, 65_535);
    match rule.protocol.as_str() {
        // Such a rule has no ports, whatever it shows.
        "-1" => Some((rule.block?, ALL)),
        TCP => Some((rule.block?, rule.ports.unwrap_or(ALL))),
        _ => None,
    }
}

fn meets(packets: &Packets, block: Ipv4Net, (first, last): (i32, i32)) -> bool {
    let (from, to) = packets.ports;
    let overlap = packets.peer.contains(&block) || block.contains(&packets.peer);
    overlap && first <= to && from <= last
}

/// What is left of packets once those of a block and of some ports are taken away.
fn without(packets: &Packets, block: Ipv4Net, (first, last): (i32, i32)) -> Vec<Packets> {
    if !meets(packets, block, (first, last)) {
        return vec![*packets];
    }
    let (from, to) = packets.ports;
    let part = |from: i32, to: i32| (from <= to).then_some(Packets { ports: (from, to), ..*packets });
    let beside = [part(from, first - 1), part(last + 1, to)].into_iter().flatten();
    let met = (from.max(first), to.min(last));
    let elsewhere = outside(packets.peer, block).into_iter().map(|peer| Packets { peer, ports: met, ..*packets });
    beside.chain(elsewhere).collect()
}

/// The blocks that make up `whole` without `part`.
fn outside(whole: Ipv4Net, part: Ipv4Net) -> Vec<Ipv4Net> {
    if part.contains(&whole) {
        return Vec::new();
    }
    if !whole.contains(&part) {
        return vec![whole];
    }
    let halves = whole.subnets(whole.prefix_len() + 1).map_or_else(|_| vec![whole], Iterator::collect);
    halves.into_iter().flat_map(|half| outside(half, part)).collect()
}

#[cfg(test)]
mod tests {
    use AclDirection::{Inbound, Outbound};
    use test_case::test_case;

    use super::*;

    type Rule = (i32, &'static str, &'static str, Option<(i32, i32)>, &'static str);

    const ALL: Rule = (100, "allow", "-1", None, "0.0.0.0/0");
    const REST: Rule = (LAST_RULE, "deny", "-1", None, "0.0.0.0/0");
    const HTTP: (i32, i32) = (80, 80);
    const EPHEMERAL: (i32, i32) = (1_024, 65_535);

    fn entry(direction: AclDirection, (number, action, protocol, ports, block): Rule) -> AclEntry {
        let (action, protocol) = (action.to_owned(), protocol.to_owned());
        AclEntry { number, direction, action, protocol, ports, block: block.parse().ok() }
    }

    fn acl(rules: &[Rule]) -> NetworkAcl {
        let entries = rules.iter().map(|rule| entry(Inbound, *rule)).collect();
        NetworkAcl { id: "acl-1".into(), vpc: "vpc-1".into(), subnets: Vec::new(), entries }
    }

    fn incoming(peer: &str, ports: (i32, i32)) -> Packets {
        Packets { direction: Inbound, peer: peer.parse().unwrap(), ports }
    }

    #[test_case(&[ALL, REST], None; "the one that aws makes")]
    #[test_case(&[REST], Some(LAST_RULE); "a new one lets nothing pass")]
    #[test_case(&[], Some(LAST_RULE); "none at all")]
    #[test_case(&[(90, "deny", "6", Some((80, 80)), "0.0.0.0/0"), ALL, REST], Some(90); "a denial before it")]
    #[test_case(&[(110, "deny", "6", Some((80, 80)), "0.0.0.0/0"), ALL, REST], None; "a denial behind it")]
    #[test_case(&[REST, ALL, (90, "deny", "-1", None, "0.0.0.0/0")], Some(90); "in any order")]
    #[test_case(&[(1, "deny", "17", None, "0.0.0.0/0"), ALL], None; "another protocol")]
    #[test_case(&[(1, "deny", "6", Some((443, 443)), "0.0.0.0/0"), ALL], None; "another port")]
    #[test_case(&[(1, "deny", "6", None, "::/0"), ALL], None; "another family")]
    #[test_case(&[(1, "deny", "6", Some((22, 90)), "0.0.0.0/0"), ALL], Some(1); "a range with the port")]
    #[test_case(&[(1, "allow", "6", Some((80, 80)), "0.0.0.0/0")], None; "the port alone")]
    #[test_case(&[(1, "allow", "6", Some((80, 80)), "203.0.113.7/32"), REST], Some(LAST_RULE); "one visitor alone")]
    #[test_case(&[(1, "allow", "6", None, "0.0.0.0/1"), (2, "allow", "6", None, "128.0.0.0/1")], None; "in halves")]
    #[test_case(&[(1, "allow", "6", None, "0.0.0.0/1"), REST], Some(LAST_RULE); "one half")]
    #[test_case(&[(1, "deny", "-1", None, "203.0.113.0/24"), ALL], None; "a few are shut out")]
    #[test_case(&[(1, "deny", "-1", None, "128.0.0.0/1"), ALL], Some(1); "half of them are shut out")]
    #[test_case(&[(1, "deny", "-1", Some((443, 443)), "0.0.0.0/0"), ALL], Some(1); "ports of all protocols mean nothing")]
    fn visitors(rules: &[Rule], expected: Option<i32>) {
        assert_eq!(dropped_by(&acl(rules), &incoming("0.0.0.0/0", HTTP)), expected);
    }

    #[test_case(&[(1, "allow", "6", Some((1_024, 65_535)), "10.0.0.0/16")], None; "all of them")]
    #[test_case(&[(1, "allow", "6", Some((32_768, 65_535)), "10.0.0.0/16"), REST], Some(LAST_RULE); "the upper half")]
    #[test_case(&[(1, "allow", "6", Some((1_024, 32_767)), "10.0.0.0/16"), (2, "allow", "6", Some((32_768, 65_535)), "10.0.10.0/24")], None; "in two parts")]
    #[test_case(&[(1, "deny", "6", Some((3_306, 3_306)), "0.0.0.0/0"), ALL], Some(1); "one of them is denied")]
    #[test_case(&[(1, "deny", "6", None, "10.0.10.64/26"), ALL], Some(1); "a part of the subnet is denied")]
    #[test_case(&[(1, "deny", "6", None, "10.0.11.0/24"), ALL], None; "the neighbour is denied")]
    #[test_case(&[(1, "allow", "6", None, "10.0.10.0/25"), REST], Some(LAST_RULE); "a part of the subnet is admitted")]
    fn replies_of_a_subnet(rules: &[Rule], expected: Option<i32>) {
        assert_eq!(dropped_by(&acl(rules), &incoming("10.0.10.0/24", EPHEMERAL)), expected);
    }

    #[test]
    fn what_comes_in_is_not_what_goes_out() {
        let mut one_way = acl(&[ALL, REST]);
        let outgoing = Packets { direction: Outbound, ..incoming("0.0.0.0/0", EPHEMERAL) };
        assert_eq!(dropped_by(&one_way, &outgoing), Some(LAST_RULE));
        one_way.entries.push(entry(Outbound, ALL));
        assert_eq!(dropped_by(&one_way, &outgoing), None);
    }

    #[test]
    fn what_is_outside_of_a_block_is_all_the_rest() {
        let net = |block: &str| block.parse::<Ipv4Net>().unwrap();
        let rest = outside(ANYWHERE, net("203.0.113.7/32"));
        assert_eq!(rest.len(), 32);
        assert_eq!(Ipv4Net::aggregate(&[rest, vec![net("203.0.113.7/32")]].concat()), [ANYWHERE]);
        assert_eq!(outside(net("10.0.0.0/24"), net("10.0.1.0/24")), [net("10.0.0.0/24")]);
    }
}
