//! VPC Block Public Access: an account's own setting for a whole region, with exclusions by VPC and by subnet.

use super::Facts;
use crate::account::resources::{InternetGatewayBlockMode, NatGateway, Subnet};

/// What it does in a subnet: what AWS says of the subnet, where an exclusion counts, else of its VPC. None where AWS says
/// nothing, or VPCs can't be seen.
#[must_use]
pub fn block_mode<'a>(subnet: &'a Subnet, facts: &Facts<'a>) -> Option<&'a InternetGatewayBlockMode> {
    subnet.block_mode.as_ref().or_else(|| of_vpc(&subnet.vpc, facts))
}

/// What keeps visitors out of a subnet.
#[must_use]
pub fn visitors_kept_out<'a>(subnet: &'a Subnet, facts: &Facts<'a>) -> Option<&'a InternetGatewayBlockMode> {
    block_mode(subnet, facts).filter(|mode| mode.keeps_visitors_out())
}

/// What keeps a NAT gateway from the internet: that of the subnet that it stands in, or of the VPC, where a regional one is.
#[must_use]
pub fn nat_kept_in<'a>(gateway: &NatGateway, facts: &Facts<'a>) -> Option<&'a InternetGatewayBlockMode> {
    let subnets = facts.snapshot.subnets.seen().map(Vec::as_slice).unwrap_or_default();
    let own = gateway.subnet.as_ref().and_then(|id| subnets.iter().find(|subnet| subnet.id == *id));
    let mode = match own {
        Some(subnet) => block_mode(subnet, facts),
        None => gateway.vpc.as_ref().and_then(|vpc| of_vpc(vpc, facts)),
    };
    mode.filter(|mode| mode.keeps_nat_in())
}

fn of_vpc<'a>(id: &str, facts: &Facts<'a>) -> Option<&'a InternetGatewayBlockMode> {
    facts.snapshot.vpcs.seen().ok()?.iter().find(|vpc| vpc.id == id)?.block_mode.as_ref()
}
