//! The simulated account as a reader of AWS would see it at an instant.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::SimulatedAccount;
use super::compute::instance_profile;
use super::fleet::{Machine, PENDING, is_by_alarm};
use super::health::is_settled;
use super::ids::{ACCOUNT, Ids, later};
use super::network::Network;
use super::security;
use crate::account::resources::{
    Activity, ActivityStatus, AutoScalingGroup, Identity, Instance, InstanceState, LifecycleState, ListedTemplate,
    LoadBalancer, LoadBalancerState, Member, MemberHealth, OtherRegions, Regional, RegionalKind, SiteAnswer,
    SiteFailure, SiteResponse, TargetGroup,
};
use crate::account::{Area, Snapshot};

/// Seconds that AWS needs, generously, for what takes a few here.
pub(super) const LONG_WAIT: i64 = 1200;
/// Seconds that a stopped instance spends in `stopping`.
const STOPPING: i64 = 4;

impl SimulatedAccount {
    /// Everything, as it stands after [`SimulatedAccount::advance`] to `now`.
    pub(super) fn view(&self, now: Timestamp) -> Snapshot {
        if self.region != self.names.region {
            return self.view_elsewhere(now);
        }
        let nothing = self.view_nothing(now);
        Snapshot {
            taken_at: now,
            region: nothing.region,
            identity: nothing.identity,
            vpcs: Area::Seen(self.network.vpcs.clone()),
            internet_gateways: Area::Seen(self.network.internet_gateways.clone()),
            subnets: Area::Seen(self.network.subnets.clone()),
            route_tables: Area::Seen(self.network.route_tables.clone()),
            nat_gateways: Area::Seen(self.network.nat_gateways.clone()),
            security_groups: Area::Seen(self.security_groups.clone()),
            instances: Area::Seen(self.all_instances(now)),
            images: Area::Seen(self.images.clone()),
            image_snapshots: Area::Seen(self.image_snapshots(now)),
            launch_template: Area::Seen(self.latest_version().cloned()),
            auto_scaling_groups: Area::Seen(self.seen_group(now).into_iter().collect()),
            load_balancers: Area::Seen(self.seen_load_balancer(now).into_iter().collect()),
            listeners: Area::Seen(self.listener.iter().cloned().collect()),
            target_groups: Area::Seen(self.seen_target_group().into_iter().collect()),
            target_health: Area::Seen(self.target_health(now)),
            scaling_policies: Area::Seen(self.scaling.policy.iter().cloned().collect()),
            activities: Area::Seen(self.seen_activities(now)),
            alarms: Area::Seen(self.scaling.alarms.clone()),
            request_counts: Area::Seen(self.scaling.counts.clone()),
            site: self.seen_site(now),
            volumes: Area::Seen(self.volumes(now)),
            ebs_snapshots: Area::Seen(self.seen_ebs_snapshots()),
            addresses: Area::Seen(self.network.addresses.clone()),
            instance_profile: nothing.instance_profile,
            // No rule of the lab's groups refers to one.
            prefix_lists: nothing.prefix_lists,
            // Nobody has asked yet.
            launch_templates: Area::NotAsked,
            instance_profiles: Area::NotAsked,
            other_regions: Area::NotAsked,
            other_profiles: Area::NotAsked,
            boot_logs: BTreeMap::new(),
            listener_rules: Area::NotAsked,
            network_acls: Area::NotAsked,
        }
    }

    fn seen_site(&self, now: Timestamp) -> Area<SiteAnswer> {
        if self.load_balancer.is_none() {
            return Area::NotAsked;
        }
        Area::Seen(match self.site_status(now) {
            Some(status) => SiteAnswer::Answered(seen_response(status)),
            None => SiteAnswer::NotReached { kind: SiteFailure::TimedOut, detail: String::new() },
        })
    }

    /// What of the lab has these names where it stands, as seen from another region.
    pub(super) fn other_regions(&self, names: &BTreeSet<(RegionalKind, String)>, now: Timestamp) -> OtherRegions {
        if !self.is_away() {
            return OtherRegions::default();
        }
        let vpcs = self
            .network
            .vpcs
            .iter()
            .filter_map(|vpc| Some((RegionalKind::Vpc, vpc.name.clone()?, Some(vpc.id.clone()))));
        let groups = self
            .security_groups
            .iter()
            .map(|group| (RegionalKind::SecurityGroup, group.group_name.clone(), Some(group.id.clone())));
        let balancers =
            self.seen_load_balancer(now).into_iter().map(|found| (RegionalKind::LoadBalancer, found.name, None));
        let scaling = self.seen_group(now).into_iter().map(|found| (RegionalKind::AutoScalingGroup, found.name, None));
        let templates = self.latest_version().into_iter();
        let templates =
            templates.map(|found| (RegionalKind::LaunchTemplate, found.name.clone(), Some(found.id.clone())));
        let images =
            self.images.iter().map(|found| (RegionalKind::Image, found.image_name.clone(), Some(found.id.clone())));
        let all = vpcs.chain(groups).chain(images).chain(balancers).chain(scaling).chain(templates);
        let wanted = all.filter(|(kind, name, _)| names.contains(&(*kind, name.clone())));
        let region = &self.names.region;
        let found = wanted.map(|(kind, name, id)| Regional { region: region.clone(), kind, name, id }).collect();
        OtherRegions { found, unread: Vec::new() }
    }

    /// The launch template, as a list shows it.
    pub(super) fn listed_templates(&self) -> Vec<ListedTemplate> {
        let here = self.latest_version().filter(|_| !self.is_away());
        here.map(|latest| ListedTemplate {
            id: latest.id.clone(),
            name: latest.name.clone(),
            image: latest.image.clone(),
        })
        .into_iter()
        .collect()
    }

    /// A region in which nobody has built anything: only the network that AWS puts there.
    fn view_elsewhere(&self, now: Timestamp) -> Snapshot {
        let mut ids = Ids::of_another_region();
        let network = Network::new(&self.names, &mut ids, now);
        let home = &network.default_vpc;
        let mut groups = security::groups(&self.names, &network, &mut ids);
        groups.retain(|group| group.vpc.as_ref() == Some(home));
        let mut gateways = network.internet_gateways;
        gateways.retain(|gateway| gateway.attachments.iter().any(|(vpc, _)| vpc == home));
        Snapshot {
            vpcs: Area::Seen(network.vpcs.into_iter().filter(|vpc| vpc.id == *home).collect()),
            internet_gateways: Area::Seen(gateways),
            route_tables: Area::Seen(network.route_tables.into_iter().filter(|table| table.vpc == *home).collect()),
            security_groups: Area::Seen(groups),
            ..self.view_nothing(now)
        }
    }

    /// Nothing but who the learner is, and IAM, which has no regions.
    fn view_nothing(&self, now: Timestamp) -> Snapshot {
        let mut nothing = Snapshot::empty(now, Some(self.region.clone()));
        let arn = format!("arn:aws:sts::{ACCOUNT}:assumed-role/demo/learner");
        nothing.identity = Area::Seen(Identity { account: ACCOUNT.into(), arn });
        nothing.instance_profile = Area::Seen(Some(instance_profile(&self.names)));
        nothing
    }

    pub(super) fn all_instances(&self, now: Timestamp) -> Vec<Instance> {
        let members = self.machines.iter().map(|machine| seen_member(machine, now));
        self.instances.iter().cloned().chain(members).chain(self.ghosts.iter().cloned()).collect()
    }

    fn seen_group(&self, now: Timestamp) -> Option<AutoScalingGroup> {
        let mut group = self.group.clone()?;
        group.instances = self
            .machines
            .iter()
            .map(|machine| Member {
                id: machine.instance.id.clone(),
                zone: machine.instance.zone.clone().unwrap_or_default(),
                lifecycle: lifecycle(machine, now),
                health: if machine.stopped_since.is_some() { MemberHealth::Unhealthy } else { MemberHealth::Healthy },
                version: machine.version.map(|version| version.to_string()),
                template: self.latest_version().map(|version| version.id.clone()),
                instance_type: machine.instance.instance_type.clone(),
            })
            .collect();
        Some(group)
    }

    fn seen_activities(&self, now: Timestamp) -> Vec<Activity> {
        let held = |activity: &Activity| {
            let of = |machine: &Machine| {
                activity.description.as_ref().is_some_and(|words| words.ends_with(&machine.instance.id))
            };
            self.machines.iter().any(|machine| machine.is_held && machine.stays() && of(machine)) && is_launch(activity)
        };
        let seen = |activity: &Activity| {
            let mut seen = seen_activity(activity, now);
            if held(activity) && seen.status.is_successful() {
                (seen.status, seen.ended_at) = (ActivityStatus::MidLifecycleAction, None);
            }
            seen
        };
        self.activities.iter().map(seen).collect()
    }

    fn seen_load_balancer(&self, now: Timestamp) -> Option<LoadBalancer> {
        let mut balancer = self.load_balancer.clone()?;
        if self.alb_active_at().is_some_and(|at| at <= now) {
            balancer.state = LoadBalancerState::Active;
        }
        Some(balancer)
    }

    fn seen_target_group(&self) -> Option<TargetGroup> {
        let mut group = self.target_group.clone()?;
        if self.listener_forwards() {
            group.load_balancers = self.load_balancer.iter().map(|balancer| balancer.arn.clone()).collect();
        }
        Some(group)
    }

    /// The instants at which [`SimulatedAccount::view`] changes by the mere passing of time, without an event.
    pub(super) fn view_looks(&self) -> Vec<Timestamp> {
        let mut looks = self.health_looks();
        looks.extend(self.copy_looks());
        looks.extend(self.activities.iter().filter_map(|activity| activity.ended_at));
        looks.extend(self.machines.iter().filter_map(|machine| Some(later(machine.stopped_since?, STOPPING))));
        looks
    }
}

/// What answers by itself, the load balancer, says who it is.
fn seen_response(status: u16) -> SiteResponse {
    let server = (502..=504).contains(&status).then(|| "awselb/2.0".to_owned());
    SiteResponse { server, ..SiteResponse::of(status) }
}

fn lifecycle(machine: &Machine, now: Timestamp) -> LifecycleState {
    if machine.leaving_since.is_some() {
        LifecycleState::Terminating
    } else if now < later(machine.launched_at, PENDING) {
        LifecycleState::Pending
    } else if machine.in_service_at().is_none_or(|at| now < at) {
        LifecycleState::PendingWait
    } else {
        LifecycleState::InService
    }
}

fn seen_member(machine: &Machine, now: Timestamp) -> Instance {
    let state = if machine.leaving_since.is_some() {
        InstanceState::ShuttingDown
    } else if let Some(since) = machine.stopped_since {
        if now < later(since, STOPPING) { InstanceState::Stopping } else { InstanceState::Stopped }
    } else if now < later(machine.launched_at, PENDING) {
        InstanceState::Pending
    } else {
        InstanceState::Running
    };
    // Time runs fast here. A member that has had its time must look as if it had: checks are patient with young ones.
    let age = if is_settled(machine, now) { LONG_WAIT } else { 0 };
    let launched_at = Some(later(machine.launched_at, -age));
    Instance { state, launched_at, state_since: machine.stopped_since, ..machine.instance.clone() }
}

fn is_launch(activity: &Activity) -> bool {
    activity.description.as_deref().is_some_and(|words| words.starts_with("Launching"))
}

/// An instance that a policy asked for is called warming up for some time after it has come into service.
fn seen_activity(activity: &Activity, now: Timestamp) -> Activity {
    let mut seen = activity.clone();
    if seen.ended_at.is_some_and(|end| now < end) {
        let is_up = seen.started_at.is_some_and(|start| later(start, PENDING) <= now);
        let warms_up = is_up && is_by_alarm(&seen.cause) && is_launch(activity);
        seen.status = if warms_up { ActivityStatus::WaitingForInstanceWarmup } else { ActivityStatus::InProgress };
        seen.ended_at = None;
    }
    seen
}
