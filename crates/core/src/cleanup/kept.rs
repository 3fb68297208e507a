//! What later steps of the course need, and what keeping it costs.

use crate::account::Snapshot;
use crate::account::resources::{Instance, NatGateway};
use crate::cost::money::price;
use crate::i18n::Text;
use crate::lesson::{Lab, Lesson, Prices};
use crate::msg;
use crate::verify::ResourceKind;

/// A line for everything that should stay.
pub fn kept(lesson: &Lesson, snapshot: &Snapshot) -> Vec<Text> {
    let lab = &lesson.lab;
    let mut lines: Vec<Text> = lab.kept(ResourceKind::Vpc).map(|vpc| msg!(cleanup_keep_network, vpc = vpc)).collect();
    lines.extend(security_groups(&lab.kept(ResourceKind::SecurityGroup).collect::<Vec<_>>()));
    lines.extend(lab.kept(ResourceKind::InstanceProfile).map(|profile| msg!(cleanup_keep_profile, profile = profile)));
    lines.extend(instances(lab, snapshot));
    lines.extend(nat_gateways(lab, &lesson.prices, snapshot));
    lines.extend(lesson.notes.cleanup.clone().map(Text::Lesson));
    lines
}

fn security_groups(names: &[&str]) -> Option<Text> {
    match names {
        [] => None,
        [one] => Some(msg!(cleanup_keep_one_group, group = *one)),
        [first @ .., last] => Some(msg!(cleanup_keep_groups, first = Text::list(first.iter().copied()), last = *last)),
    }
}

fn instances(lab: &Lab, snapshot: &Snapshot) -> Vec<Text> {
    let instances = snapshot.instances.seen().map(Vec::as_slice).unwrap_or_default();
    let kept = |instance: &Instance| {
        let name = instance.name.as_deref()?;
        lab.kept(ResourceKind::Instance).find(|kept| *kept == name)
    };
    let line = |instance: &Instance| {
        let name = kept(instance)?;
        match &instance.state {
            state if state.is_stopped() => Some(msg!(cleanup_keep_base_stopped, name = name, id = &instance.id)),
            state if state.is_started() => Some(msg!(cleanup_keep_base_running, name = name, id = &instance.id)),
            _ => None,
        }
    };
    instances.iter().filter_map(line).collect()
}

fn nat_gateways(lab: &Lab, prices: &Prices, snapshot: &Snapshot) -> Vec<Text> {
    let vpcs = snapshot.vpcs.seen().map(Vec::as_slice).unwrap_or_default();
    let is_labs = |vpc: &str| {
        vpcs.iter()
            .any(|known| known.id == vpc && lab.kept(ResourceKind::Vpc).any(|kept| known.name.as_deref() == Some(kept)))
    };
    let gateways = snapshot.nat_gateways.seen().map(Vec::as_slice).unwrap_or_default();
    let stays = |gateway: &&NatGateway| gateway.state.is_available() && gateway.vpc.as_deref().is_some_and(is_labs);
    let line = |gateway: &NatGateway| match prices.hour.nat_gateway {
        Some(hour) => msg!(cleanup_keep_nat, id = &gateway.id, price = price(hour)),
        None => msg!(cleanup_keep_nat_without_price, id = &gateway.id),
    };
    gateways.iter().filter(stays).map(line).collect()
}
