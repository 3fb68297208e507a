//! What security group rules let in, apart from how they are written.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::Facts;
use crate::account::Unseen;
use crate::account::resources::{Peer, Permission};

/// TCP's number, which rules may use instead of its name.
pub const TCP: &str = "6";

/// One permission for one peer, with prefix lists expanded to their blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Admission {
    /// Protocol and ports.
    pub traffic: Traffic,
    /// Who.
    pub peer: Source,
    /// How the rule is written, for people.
    pub rule: String,
}

/// Protocol and ports of a permission.
#[derive(Clone, Debug, PartialEq)]
pub enum Traffic {
    /// Every protocol and port.
    All,
    /// TCP ports from the first to the last.
    Tcp(i32, i32),
    /// Another protocol.
    Other(String),
}

/// The other side of an admission.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// An IPv4 block.
    Ipv4(Ipv4Net),
    /// An IPv6 block.
    Ipv6(Ipv6Net),
    /// A security group, by id.
    Group(String),
    /// Something that can't be read.
    Other(String),
}

impl Traffic {
    fn of(permission: &Permission) -> Self {
        match permission.protocol.as_str() {
            "-1" => Self::All,
            "tcp" | TCP => match (permission.from_port, permission.to_port) {
                (Some(from), Some(to)) if from >= 0 => Self::Tcp(from, to),
                _ => Self::Tcp(0, 65_535),
            },
            other => Self::Other(other.to_owned()),
        }
    }

    /// Whether TCP `port` is part of it.
    #[must_use]
    pub fn includes(&self, port: i32) -> bool {
        match self {
            Self::All => true,
            Self::Tcp(from, to) => (*from..=*to).contains(&port),
            Self::Other(_) => false,
        }
    }

    /// Whether it is TCP `port` and nothing else.
    #[must_use]
    pub fn is_only(&self, port: i32) -> bool {
        *self == Self::Tcp(port, port)
    }
}

/// Everything that `permissions` admit.
///
/// # Errors
/// [`Unseen`] where a rule refers to a prefix list that could not be read.
pub fn admissions<'a>(permissions: &[Permission], facts: &Facts<'a>) -> Result<Vec<Admission>, Unseen<'a>> {
    let mut all = Vec::new();
    for permission in permissions {
        for peer in &permission.peers {
            let admission =
                |source| Admission { traffic: Traffic::of(permission), peer: source, rule: describe(permission, peer) };
            match peer {
                Peer::Ipv4(block) => all.push(admission(Source::Ipv4(*block))),
                Peer::Ipv6(block) => all.push(admission(Source::Ipv6(*block))),
                Peer::Group(id) => all.push(admission(Source::Group(id.clone()))),
                Peer::Other(words) => all.push(admission(Source::Other(words.clone()))),
                Peer::PrefixList(id) => all.extend(facts.prefix_list(id)?.iter().map(|block| match block {
                    IpNet::V4(block) => admission(Source::Ipv4(*block)),
                    IpNet::V6(block) => admission(Source::Ipv6(*block)),
                })),
            }
        }
    }
    Ok(all)
}

/// A rule in AWS's own notation: `tcp 80 from sg-…`; the same in every language.
fn describe(permission: &Permission, peer: &Peer) -> String {
    let ports = match (permission.protocol.as_str(), permission.from_port, permission.to_port) {
        ("-1", ..) => "all".to_owned(),
        (protocol, Some(from), Some(to)) if from == to => format!("{} {from}", protocol_name(protocol)),
        (protocol, Some(from), Some(to)) => format!("{} {from}-{to}", protocol_name(protocol)),
        (protocol, ..) => protocol_name(protocol).to_owned(),
    };
    let peer = match peer {
        Peer::Ipv4(block) => block.to_string(),
        Peer::Ipv6(block) => block.to_string(),
        Peer::Group(id) | Peer::PrefixList(id) | Peer::Other(id) => id.clone(),
    };
    format!("{ports} {peer}")
}

fn protocol_name(protocol: &str) -> &str {
    if protocol == TCP { "tcp" } else { protocol }
}

/// Whether the IPv4 blocks together contain all of `wanted`.
#[must_use]
pub fn covers(blocks: impl IntoIterator<Item = Ipv4Net>, wanted: Ipv4Net) -> bool {
    Ipv4Net::aggregate(&blocks.into_iter().collect()).iter().any(|block| block.contains(&wanted))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    fn nets(blocks: &[&str]) -> Vec<Ipv4Net> {
        blocks.iter().map(|block| block.parse().unwrap()).collect()
    }

    #[test_case(&["0.0.0.0/0"], "0.0.0.0/0", true; "whole")]
    #[test_case(&["0.0.0.0/1", "128.0.0.0/1"], "0.0.0.0/0", true; "two halves")]
    #[test_case(&["0.0.0.0/1"], "0.0.0.0/0", false; "one half")]
    #[test_case(&["10.0.0.0/8", "10.1.0.0/16"], "10.1.2.0/24", true; "nested")]
    #[test_case(&[], "10.0.0.0/8", false; "nothing")]
    fn covering(blocks: &[&str], wanted: &str, expected: bool) {
        assert_eq!(covers(nets(blocks), wanted.parse().unwrap()), expected);
    }

    #[test_case("-1", None, None, &Traffic::All; "everything")]
    #[test_case("tcp", Some(80), Some(80), &Traffic::Tcp(80, 80); "one port")]
    #[test_case("6", Some(80), Some(81), &Traffic::Tcp(80, 81); "by number")]
    #[test_case("tcp", None, None, &Traffic::Tcp(0, 65_535); "all of tcp")]
    #[test_case("tcp", Some(-1), Some(-1), &Traffic::Tcp(0, 65_535); "all of tcp by minus one")]
    #[test_case("udp", Some(80), Some(80), &Traffic::Other("udp".into()); "another protocol")]
    fn traffic_of_a_permission(protocol: &str, from_port: Option<i32>, to_port: Option<i32>, expected: &Traffic) {
        let permission = Permission { protocol: protocol.into(), from_port, to_port, peers: vec![] };
        assert_eq!(Traffic::of(&permission), *expected);
    }
}
