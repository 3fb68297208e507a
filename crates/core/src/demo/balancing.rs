//! Load balancer, listener and target group of the simulated account, and the wizard that makes them with the group.

use jiff::Timestamp;

use super::SimulatedAccount;
use super::ids::{ACCOUNT, later};
use crate::account::resources::{Listener, LoadBalancer, LoadBalancerState, Subnet, TargetGroup};

/// Seconds until a load balancer is active.
pub(super) const PROVISION: i64 = 6;

/// What the learner gets wrong in the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    Internal,
    DefaultVersion,
    PrivateSubnets,
    OtherZone,
    WrongPort,
    NotAttached,
}

fn zones<'a>(subnets: impl IntoIterator<Item = &'a Subnet>) -> Vec<(String, String)> {
    subnets.into_iter().map(|subnet| (subnet.zone.clone(), subnet.id.clone())).collect()
}

impl SimulatedAccount {
    /// `arn:aws:elasticloadbalancing:…:` and what follows.
    fn arn(&self, rest: &str) -> String {
        format!("arn:aws:elasticloadbalancing:{}:{ACCOUNT}:{rest}", self.names.region)
    }

    /// The public subnets in the zones of the private ones.
    fn right_zones(&self) -> Vec<(String, String)> {
        let wanted = |subnet: &&Subnet| self.network.private().any(|private| private.zone == subnet.zone);
        zones(self.network.public().filter(wanted))
    }

    /// Whether there is what the wizard asks for.
    pub(super) fn can_run_wizard(&self) -> bool {
        self.latest_version().is_some()
    }

    /// Makes what is missing of load balancer, target group and group, and puts right what is wrong with them.
    pub(super) fn put_wiring(&mut self, now: Timestamp) {
        self.ensure_target_group();
        self.ensure_load_balancer(now);
        self.ensure_listener();
        self.ensure_group(now);
    }

    /// Starts over with the wizard and makes one slip in it.
    pub(super) fn slip_in_wizard(&mut self, slip: Slip, now: Timestamp) {
        self.delete_group();
        (self.load_balancer, self.listener, self.target_group, self.by_hand) = (None, None, None, None);
        self.put_wiring(now);
        match slip {
            Slip::Internal => self.make_internal(),
            Slip::DefaultVersion => self.use_version("$Default"),
            Slip::PrivateSubnets => self.set_zones(zones(self.network.private())),
            Slip::OtherZone => self.use_other_zone(),
            Slip::WrongPort => {
                let port = self.names.other_port();
                self.target_group.iter_mut().for_each(|group| group.port = Some(port));
            }
            Slip::NotAttached => self.detach(),
        }
    }

    pub(super) fn has_alb(&self) -> bool {
        self.load_balancer.is_some()
    }

    /// Its listener goes with it.
    pub(super) fn delete_alb(&mut self) {
        (self.load_balancer, self.listener) = (None, None);
    }

    /// Whether no listener forwards to the target group, so that it can be deleted.
    pub(super) fn target_group_is_free(&self) -> bool {
        self.target_group.is_some() && !self.listener_forwards()
    }

    pub(super) fn delete_target_group(&mut self) {
        (self.target_group, self.by_hand) = (None, None);
        self.detach();
    }

    fn make_internal(&mut self) {
        if let Some(balancer) = &mut self.load_balancer {
            balancer.scheme = Some("internal".into());
            balancer.dns_name = balancer.dns_name.as_ref().map(|name| format!("internal-{name}"));
        }
    }

    fn use_other_zone(&mut self) {
        let zone = self.names.spare_zone();
        self.network.ensure_spare_subnet(&zone, &mut self.ids);
        let (first, spare) = (self.names.az_a.clone(), zone);
        let chosen = self.network.public().filter(|subnet| subnet.zone == first || subnet.zone == spare);
        self.set_zones(zones(chosen));
    }

    fn set_zones(&mut self, zones: Vec<(String, String)>) {
        if let Some(balancer) = &mut self.load_balancer {
            balancer.zones = zones;
        }
    }

    fn ensure_target_group(&mut self) {
        let port = Some(self.names.port());
        if self.target_group.as_ref().is_some_and(|group| group.port == port) {
            return;
        }
        let name = self.names.target_group.clone();
        let id = self.ids.hex();
        self.target_group = Some(TargetGroup {
            arn: self.arn(&format!("targetgroup/{name}/{id}")),
            name,
            protocol: Some("HTTP".into()),
            port,
            target_type: Some("instance".into()),
            vpc: Some(self.network.vpc.clone()),
            load_balancers: Vec::new(),
            health_path: Some("/".into()),
            health_port: Some("traffic-port".into()),
            health_protocol: Some("HTTP".into()),
            health_codes: Some("200".into()),
        });
    }

    fn ensure_load_balancer(&mut self, now: Timestamp) {
        let public = |balancer: &LoadBalancer| balancer.scheme.as_deref() == Some("internet-facing");
        if self.load_balancer.as_ref().is_some_and(public) {
            let zones = self.right_zones();
            self.set_zones(zones);
            return;
        }
        // The wizard takes the groups of the template; who repairs an internal one keeps its groups.
        let old = self.load_balancer.take().map(|balancer| balancer.security_groups);
        let template = self.latest_version().map(|version| version.security_groups.clone());
        let security_groups = old.or(template).unwrap_or_default();
        let (name, id, number) = (self.names.alb.clone(), self.ids.hex(), self.ids.digits());
        self.listener = None;
        self.load_balancer = Some(LoadBalancer {
            arn: self.arn(&format!("loadbalancer/app/{name}/{id}")),
            // A name that can't exist, so that nobody's real load balancer is ever asked for it.
            dns_name: Some(format!("{name}-{number}.{}.elb.amazonaws.invalid", self.names.region)),
            name,
            kind: "application".into(),
            scheme: Some("internet-facing".into()),
            ip_address_type: Some("ipv4".into()),
            state: LoadBalancerState::Provisioning,
            state_reason: None,
            vpc: Some(self.network.vpc.clone()),
            zones: self.right_zones(),
            security_groups,
            created_at: Some(now),
        });
    }

    fn ensure_listener(&mut self) {
        let (Some(balancer), Some(group)) = (&self.load_balancer, &self.target_group) else { return };
        let forwards = vec![(group.arn.clone(), 1)];
        if let Some(listener) = &mut self.listener {
            listener.forwards = forwards;
            return;
        }
        let base = balancer.arn.replacen(":loadbalancer/", ":listener/", 1);
        self.listener = Some(Listener {
            arn: format!("{base}/{}", self.ids.hex()),
            load_balancer: balancer.arn.clone(),
            protocol: "HTTP".into(),
            port: Some(self.names.port()),
            forwards,
            action: Some("forward".into()),
            answer: None,
            certificates: Vec::new(),
        });
    }

    /// Gives the load balancer exactly these of the lab's groups.
    fn set_alb_groups(&mut self, names: &[&str]) {
        let groups: Vec<String> = names.iter().filter_map(|name| self.group_id(name)).collect();
        if let Some(balancer) = &mut self.load_balancer {
            balancer.security_groups = groups;
        }
    }

    pub(super) fn can_set_alb_groups(&self) -> bool {
        self.load_balancer.is_some() && self.has_alb_group()
    }

    pub(super) fn wear_alb_group(&mut self) {
        let group = self.names.alb_sg.clone();
        self.set_alb_groups(&[&group]);
    }

    pub(super) fn wear_alb_and_web_group(&mut self) {
        let (alb, web) = (self.names.alb_sg.clone(), self.names.web_sg.clone());
        self.set_alb_groups(&[&alb, &web]);
    }

    pub(super) fn wear_instance_groups(&mut self) {
        let (web, rds) = (self.names.web_sg.clone(), self.names.rds_sg.clone());
        self.set_alb_groups(&[&web, &rds]);
    }

    /// When the load balancer is or was active.
    pub(super) fn alb_active_at(&self) -> Option<Timestamp> {
        let created = self.load_balancer.as_ref()?.created_at?;
        Some(later(created, PROVISION))
    }

    /// Whether the listener forwards to the target group.
    pub(super) fn listener_forwards(&self) -> bool {
        let arn = self.target_group.as_ref().map(|group| &group.arn);
        self.listener.iter().flat_map(|listener| &listener.forwards).any(|(to, _)| Some(to) == arn)
    }

    /// `app/…/targetgroup/…`, which a policy counts by.
    pub(super) fn resource_label(&self) -> Option<String> {
        let (balancer, group) = (self.load_balancer.as_ref()?, self.target_group.as_ref()?);
        let (_, front) = balancer.arn.split_once(":loadbalancer/")?;
        let (_, back) = group.arn.rsplit_once(':')?;
        Some(format!("{front}/{back}"))
    }

    /// Whether visitors from the internet come in.
    pub(super) fn is_open(&self, now: Timestamp) -> bool {
        let Some(balancer) = &self.load_balancer else { return false };
        balancer.scheme.as_deref() == Some("internet-facing")
            && self.alb_active_at().is_some_and(|at| at <= now)
            && balancer.zones.iter().any(|(_, subnet)| self.network.public().any(|public| public.id == *subnet))
            && self.public_reaches(&balancer.security_groups, self.names.port())
    }
}
