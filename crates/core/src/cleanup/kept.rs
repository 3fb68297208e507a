//! What later steps of the course need, and what keeping it costs.

use crate::account::Snapshot;
use crate::account::resources::{Instance, NatGateway};
use crate::cost::money::price;
use crate::i18n::Text;
use crate::lesson::{Lab, Prices};
use crate::msg;

/// A line for everything that should stay.
pub fn kept(lab: &Lab, prices: &Prices, snapshot: &Snapshot) -> Vec<Text> {
    let mut lines = vec![
        msg!(cleanup_keep_network, vpc = &lab.vpc),
        msg!(cleanup_keep_groups, web = &lab.web_sg, rds = &lab.rds_sg),
        msg!(cleanup_keep_profile, profile = &lab.instance_profile),
    ];
    lines.extend(base_instances(lab, snapshot));
    lines.extend(nat_gateways(lab, prices, snapshot));
    lines.push(msg!(cleanup_keep_data));
    lines
}

fn base_instances(lab: &Lab, snapshot: &Snapshot) -> Vec<Text> {
    let instances = snapshot.instances.seen().map(Vec::as_slice).unwrap_or_default();
    let is_base = |instance: &&Instance| instance.name.as_deref() == Some(&lab.base_instance);
    let line = |instance: &Instance| match &instance.state {
        state if state.is_stopped() => {
            Some(msg!(cleanup_keep_base_stopped, name = &lab.base_instance, id = &instance.id))
        }
        state if state.is_started() => {
            Some(msg!(cleanup_keep_base_running, name = &lab.base_instance, id = &instance.id))
        }
        _ => None,
    };
    instances.iter().filter(is_base).filter_map(line).collect()
}

fn nat_gateways(lab: &Lab, prices: &Prices, snapshot: &Snapshot) -> Vec<Text> {
    let vpcs = snapshot.vpcs.seen().map(Vec::as_slice).unwrap_or_default();
    let is_labs = |vpc: &str| vpcs.iter().any(|known| known.id == vpc && known.name.as_deref() == Some(&lab.vpc));
    let gateways = snapshot.nat_gateways.seen().map(Vec::as_slice).unwrap_or_default();
    let stays = |gateway: &&NatGateway| gateway.state.is_available() && gateway.vpc.as_deref().is_some_and(is_labs);
    let line = |gateway: &NatGateway| match prices.hour.nat_gateway {
        Some(hour) => msg!(cleanup_keep_nat, id = &gateway.id, price = price(hour)),
        None => msg!(cleanup_keep_nat_without_price, id = &gateway.id),
    };
    gateways.iter().filter(stays).map(line).collect()
}
