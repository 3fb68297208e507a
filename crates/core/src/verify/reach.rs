//! Whether packets get past security groups, whoever carries them: for telling why, not for judging a check.

use ipnet::Ipv4Net;

use super::Facts;
use super::admission::{Admission, Source, admissions, covers};
use crate::account::Unseen;
use crate::account::resources::{Permission, SecurityGroup};

/// Every IPv4 address.
pub const ANYWHERE: Ipv4Net = Ipv4Net::new_assert(std::net::Ipv4Addr::UNSPECIFIED, 0);

/// The other side of a connection: what it carries, and where it may stand.
#[derive(Clone, Debug, Default)]
pub struct Peers<'a> {
    /// Ids of its security groups.
    pub groups: &'a [String],
    /// The blocks in which it may have its address.
    pub blocks: Vec<Ipv4Net>,
}

/// Whether carriers of `groups` accept TCP on `port` from all of `peers`.
///
/// # Errors
/// [`Unseen`] where security groups, or a prefix list in their rules, can't be seen.
pub fn lets_in<'a>(groups: &[String], port: i32, peers: &Peers<'_>, facts: &Facts<'a>) -> Result<bool, Unseen<'a>> {
    admits(groups, |group| &group.ingress, port, peers, facts)
}

/// Whether carriers of `groups` may connect to all of `peers` by TCP on `port`.
///
/// # Errors
/// As [`lets_in`].
pub fn lets_out<'a>(groups: &[String], port: i32, peers: &Peers<'_>, facts: &Facts<'a>) -> Result<bool, Unseen<'a>> {
    admits(groups, |group| &group.egress, port, peers, facts)
}

fn admits<'a>(
    groups: &[String],
    rules: impl Fn(&SecurityGroup) -> &Vec<Permission>,
    port: i32,
    peers: &Peers<'_>,
    facts: &Facts<'a>,
) -> Result<bool, Unseen<'a>> {
    let mut open: Vec<Admission> = Vec::new();
    for group in facts.snapshot.security_groups.seen()?.iter().filter(|group| groups.contains(&group.id)) {
        open.extend(admissions(rules(group), facts)?.into_iter().filter(|admission| admission.traffic.includes(port)));
    }
    let by_group =
        open.iter().any(|admission| matches!(&admission.peer, Source::Group(id) if peers.groups.contains(id)));
    let blocks: Vec<Ipv4Net> = open
        .iter()
        .filter_map(|admission| if let Source::Ipv4(block) = admission.peer { Some(block) } else { None })
        .collect();
    let by_address =
        !peers.blocks.is_empty() && peers.blocks.iter().all(|wanted| covers(blocks.iter().copied(), *wanted));
    Ok(by_group || by_address)
}
