//! Goes through a snapshot and notes everything of the lab that costs, and everything that could not be seen.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::leftovers::{is_orphan, of_base, unattached};
use super::money::{HOURS_A_MONTH, price};
use super::{Gap, Item, Kind};
use crate::account::resources::{Image, Instance, LoadBalancer, NatGateway, Vpc};
use crate::account::{Area, Snapshot};
use crate::i18n::Text;
use crate::lesson::{Lab, Prices};
use crate::msg;
use crate::verify::{ResourceKind, has_no_public_ipv4};

/// `AvailabilityMode` of a NAT gateway that works in every zone of its VPC that has use for it.
const REGIONAL: &str = "regional";

/// What has been found so far.
pub struct Survey<'a> {
    lab: &'a Lab,
    prices: &'a Prices,
    snapshot: &'a Snapshot,
    vpcs: BTreeSet<&'a str>,
    items: Vec<Item>,
    gaps: Vec<Gap>,
}

impl<'a> Survey<'a> {
    /// Everything that costs, and what could not be seen.
    pub fn of(lab: &'a Lab, prices: &'a Prices, snapshot: &'a Snapshot) -> (Vec<Item>, Vec<Gap>) {
        let mut survey = Self { lab, prices, snapshot, vpcs: BTreeSet::new(), items: Vec::new(), gaps: Vec::new() };
        let vpcs = survey.see("vpcs", &snapshot.vpcs);
        let of_lab = vpcs.iter().filter(|vpc| lab.has(ResourceKind::Vpc, vpc.name.as_deref()));
        survey.vpcs = of_lab.map(|vpc| vpc.id.as_str()).collect();
        survey.load_balancers();
        survey.nat_gateways();
        survey.encryption_controls(vpcs);
        survey.instances();
        survey.volumes();
        survey.snapshots();
        if lab.names(ResourceKind::AutoScalingGroup).next().is_some() {
            survey.alarms();
        }
        survey.addresses();
        (survey.items, survey.gaps)
    }

    /// The things in an area; none where it can't be seen, which is noted.
    fn see<T>(&mut self, name: &'static str, area: &'a Area<Vec<T>>) -> &'a [T] {
        match area.seen() {
            Ok(things) => things,
            Err(unseen) => {
                self.gaps.push(Gap::new(name, unseen));
                &[]
            }
        }
    }

    fn is_in_lab(&self, vpc: Option<&String>) -> bool {
        vpc.is_some_and(|vpc| self.vpcs.contains(vpc.as_str()))
    }

    fn load_balancers(&mut self) {
        let snapshot = self.snapshot;
        for balancer in self.see("load-balancers", &snapshot.load_balancers) {
            let is_labs = self.lab.has(ResourceKind::LoadBalancer, Some(&balancer.name));
            if !balancer.state.is_failed() && (is_labs || self.is_in_lab(balancer.vpc.as_ref())) {
                self.load_balancer(balancer);
            }
        }
    }

    fn load_balancer(&mut self, balancer: &LoadBalancer) {
        let unit = self.prices.hour.load_balancer_capacity_unit;
        let note = unit.map(|unit| msg!(cost_note_lcu, price = price(unit)));
        let declared = self.lab.price(ResourceKind::LoadBalancer, &balancer.name);
        let listed = self.prices.hour.load_balancer.filter(|_| balancer.kind == "application");
        let price = declared.or(listed);
        let what = msg!(cost_load_balancer, name = &balancer.name);
        self.by_hour(Kind::LoadBalancer, &balancer.arn, what, (1, price), balancer.created_at, note);
        if balancer.scheme.as_deref() == Some("internet-facing") && !has_no_public_ipv4(balancer) {
            let what = msg!(cost_addresses_of, of = &balancer.name);
            self.public_addresses(&balancer.arn, what, balancer.zones.len(), balancer.created_at);
        }
    }

    /// What a VPC costs by itself: nothing, unless somebody gave it an encryption control.
    fn encryption_controls(&mut self, vpcs: &[Vpc]) {
        let hour = self.prices.hour.encryption_control;
        for vpc in vpcs {
            let is_controlled = vpc.encryption_control.as_ref().is_some_and(|state| !state.is_gone());
            if is_controlled && self.vpcs.contains(vpc.id.as_str()) {
                let what = msg!(cost_encryption_control, vpc = &vpc.id);
                let note = Some(msg!(cost_note_encryption_control));
                self.by_hour(Kind::EncryptionControl, &vpc.id, what, (1, hour), None, note);
            }
        }
    }

    fn nat_gateways(&mut self) {
        let snapshot = self.snapshot;
        let gateways = self.see("nat-gateways", &snapshot.nat_gateways).iter();
        for gateway in gateways.filter(|gateway| gateway.state.is_billed()) {
            if self.is_in_lab(gateway.vpc.as_ref()) {
                self.nat_gateway(gateway);
            }
        }
    }

    fn nat_gateway(&mut self, gateway: &NatGateway) {
        let note = self.prices.gb.nat_gateway.map(|traffic| msg!(cost_note_nat, price = price(traffic)));
        let hour = self.prices.hour.nat_gateway;
        // A regional one is billed as one for each zone that it works in:
        // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
        let is_regional = gateway.availability.as_deref() == Some(REGIONAL);
        let (what, count) = match gateway.zones.len() {
            zones if is_regional && zones > 0 => {
                (msg!(cost_nat_gateway_regional, id = &gateway.id, zones = zones), zones)
            }
            _ => (msg!(cost_nat_gateway, id = &gateway.id), 1),
        };
        self.by_hour(Kind::NatGateway, &gateway.id, what, (count, hour), gateway.created_at, note);
        if !gateway.public_ips.is_empty() {
            let what = msg!(cost_addresses_of, of = &gateway.id);
            self.public_addresses(&gateway.id, what, gateway.public_ips.len(), gateway.created_at);
        }
    }

    /// The instances of the lab that have not ended, in any state.
    fn lab_instances(&self) -> Vec<&'a Instance> {
        let of_lab = |instance: &&Instance| {
            self.is_in_lab(instance.vpc.as_ref())
                || self.lab.has(ResourceKind::AutoScalingGroup, instance.asg.as_deref())
                || self.lab.has(ResourceKind::Instance, instance.name.as_deref())
        };
        let instances: &'a [Instance] = self.snapshot.instances.seen().map_or(&[], Vec::as_slice);
        let living = instances.iter().filter(|instance| !instance.state.is_terminated());
        living.filter(of_lab).collect()
    }

    fn instances(&mut self) {
        let snapshot = self.snapshot;
        self.see("instances", &snapshot.instances);
        for instance in self.lab_instances() {
            let name = instance.name.clone().unwrap_or_default();
            if instance.state.is_running() {
                self.running(instance, &name);
            }
            if instance.public_ip.is_some() {
                // A stopped instance keeps nothing but an Elastic IP, and nobody tells since when.
                let since = instance.launched_at.filter(|_| instance.state.is_running());
                self.public_addresses(&instance.id, msg!(cost_addresses_of, of = named(&name, &instance.id)), 1, since);
            }
        }
    }

    fn running(&mut self, instance: &Instance, name: &str) {
        let kind = instance.instance_type.clone().unwrap_or_default();
        let what = msg!(cost_instance, name = named(name, &instance.id), kind = &kind);
        let declared = self.lab.price(ResourceKind::Instance, name);
        let hour = declared.or_else(|| self.prices.instance_hour.get(&kind).copied());
        let note = starts_unlimited(&kind).then(|| msg!(cost_note_unlimited));
        self.by_hour(Kind::Instance, &instance.id, what, (1, hour), instance.launched_at, note);
    }

    fn volumes(&mut self) {
        let of_lab: BTreeSet<&str> = self.lab_instances().iter().map(|instance| instance.id.as_str()).collect();
        let snapshot = self.snapshot;
        for volume in self.see("volumes", &snapshot.volumes) {
            if !volume.state.is_gone() && volume.instances.iter().any(|id| of_lab.contains(id.as_str())) {
                let instance = volume.instances.first().map(String::as_str).unwrap_or_default();
                let what = msg!(cost_volume, id = &volume.id, instance = instance);
                let month = self.prices.volume_gb_month.get(&volume.kind).copied();
                self.by_size(Kind::Volume, &volume.id, what, (volume.size, month), volume.created_at, None);
            }
        }
    }

    fn snapshots(&mut self) {
        let snapshot = self.snapshot;
        let of_base = of_base(self.lab, snapshot);
        let bases: BTreeSet<&str> =
            self.lab_instances().iter().map(|instance| instance.id.as_str()).chain(of_base).collect();
        let images = self.see("images", &snapshot.images);
        let of_lab = |image: &&Image| {
            self.lab.has(ResourceKind::Image, Some(&image.image_name))
                || image.source_instance.as_deref().is_some_and(|id| bases.contains(id))
        };
        let used: BTreeMap<&str, &Image> = images
            .iter()
            .filter(of_lab)
            .flat_map(|image| image.snapshots.iter().map(move |id| (id.as_str(), image)))
            .collect();
        for found in self.see("ebs-snapshots", &snapshot.ebs_snapshots) {
            let is_orphan = snapshot.images.seen().is_ok() && is_orphan(found, images);
            let image = used.get(found.id.as_str());
            if image.is_some() || is_orphan {
                let what = msg!(cost_snapshot, id = &found.id);
                let note = match image {
                    _ if is_orphan => msg!(cost_note_orphan),
                    Some(image) if !self.lab.has(ResourceKind::Image, Some(&image.image_name)) => {
                        msg!(cost_note_other_image, image = &image.image_name)
                    }
                    _ => msg!(cost_note_snapshot),
                };
                let size = (found.volume_size, self.prices.gb_month.snapshot);
                self.by_size(Kind::Snapshot, &found.id, what, size, found.started_at, Some(note));
            }
        }
    }

    fn alarms(&mut self) {
        let snapshot = self.snapshot;
        self.see("scaling-policies", &snapshot.scaling_policies);
        let alarms = self.see("alarms", &snapshot.alarms);
        let Some(first) = alarms.first() else { return };
        let month = self.prices.month.alarm;
        let since = alarms.iter().map(|alarm| alarm.configured_at).min().flatten();
        let count = alarms.len();
        self.items.push(Item {
            kind: Kind::Alarms,
            id: first.name.clone(),
            what: msg!(cost_alarms, asg = self.lab.names(ResourceKind::AutoScalingGroup).next().unwrap_or_default()),
            basis: month.map(|month| msg!(cost_basis_month, count = count, price = price(month))),
            hourly: month.map(|month| times(count, month) / HOURS_A_MONTH),
            since,
            notes: Vec::new(),
        });
    }

    /// Elastic IP addresses that nothing uses. Those of NAT gateways are counted with them.
    fn addresses(&mut self) {
        let snapshot = self.snapshot;
        for address in unattached(self.see("addresses", &snapshot.addresses), snapshot) {
            let shown = address.public_ip.as_deref().unwrap_or(&address.id);
            self.public_addresses(&address.id, msg!(cost_unattached_address, address = shown), 1, None);
        }
    }

    fn public_addresses(&mut self, id: &str, what: Text, count: usize, since: Option<Timestamp>) {
        self.by_hour(Kind::PublicIpv4, id, what, (count, self.prices.hour.public_ipv4), since, None);
    }

    fn by_hour(
        &mut self,
        kind: Kind,
        id: &str,
        what: Text,
        (count, hour): (usize, Option<f64>),
        since: Option<Timestamp>,
        note: Option<Text>,
    ) {
        self.items.push(Item {
            kind,
            id: id.to_owned(),
            what,
            basis: hour.map(|hour| msg!(cost_basis_hour, count = count, price = price(hour))),
            hourly: hour.map(|hour| times(count, hour)),
            since,
            notes: note.into_iter().collect(),
        });
    }

    fn by_size(
        &mut self,
        kind: Kind,
        id: &str,
        what: Text,
        (size, month): (Option<i32>, Option<f64>),
        since: Option<Timestamp>,
        note: Option<Text>,
    ) {
        let known = size.zip(month);
        self.items.push(Item {
            kind,
            id: id.to_owned(),
            what,
            basis: known.map(|(size, month)| msg!(cost_basis_size, size = size, price = price(month))),
            hourly: known.map(|(size, month)| f64::from(size) * month / HOURS_A_MONTH),
            since,
            notes: note.into_iter().collect(),
        });
    }
}

/// Whether instances of this type may go above their baseline from the start, and pay for it.
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode.html>
fn starts_unlimited(kind: &str) -> bool {
    ["t3.", "t3a.", "t4g."].iter().any(|family| kind.starts_with(family))
}

fn times(count: usize, price: f64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) * price
}

/// A Name tag with the id behind it, since names need not be unique.
fn named(name: &str, id: &str) -> String {
    if name.is_empty() { id.to_owned() } else { format!("{name} ({id})") }
}
