//! The load balancer, its listener and the target group behind it.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::launch_template::labelled;
use super::network::no_visitor;
use super::public_access::visitors_kept_out;
use super::reach::{ANYWHERE, Peers, lets_in};
use super::routes::is_public;
use super::{CauseId, Doing, Facts, Kind, Number, ResourceKind, Stop, Verdict, Wait, Wanted};
use crate::account::Need;
use crate::account::resources::{Listener, LoadBalancer as Balancer, LoadBalancerState};
use crate::i18n::Text;
use crate::msg;

/// `IpAddressType` of a load balancer that has public addresses of IPv6 alone.
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-address-type.html>
const NO_PUBLIC_IPV4: &str = "dualstack-without-public-ipv4";

/// Whether only visitors with IPv6 can come to a load balancer.
#[must_use]
pub fn has_no_public_ipv4(balancer: &Balancer) -> bool {
    balancer.ip_address_type.as_deref() == Some(NO_PUBLIC_IPV4)
}

/// An application load balancer of this name stands in the VPC.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadBalancer {
    /// Its name.
    pub alb: String,
    /// Name tag of the VPC.
    pub vpc: String,
}

impl Kind for LoadBalancer {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LoadBalancers, Need::Vpcs, Need::Subnets, Need::SecurityGroups]
    }

    fn expected(&self) -> Text {
        msg!(alb_expected, alb = &self.alb, vpc = &self.vpc)
    }

    fn why(&self) -> Text {
        msg!(alb_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::LoadBalancer, &self.alb))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let fix = msg!(alb_fix, alb = &self.alb, vpc = &self.vpc);
        let balancer = facts.load_balancer(&self.alb).map_err(|missing| missing.of_subject(fix.clone()))?;
        if balancer.kind != "application" {
            return Ok(Verdict::failed(msg!(alb_kind, found = &balancer.kind), fix));
        }
        let vpc = facts.vpc(&self.vpc)?;
        if balancer.vpc.as_deref() != Some(&vpc.id) {
            let found = balancer.vpc.as_deref().unwrap_or("-");
            return Ok(Verdict::failed(msg!(in_other_vpc, found = found, wanted = &vpc.id), fix)
                .because(CauseId::WrongVpc, msg!(cause_wrong_vpc))
                .wanting(Wanted::new(ResourceKind::LoadBalancer, &self.alb).in_vpc(&self.vpc)));
        }
        Ok(match &balancer.state {
            // While it is set up, 4-3 waits for it.
            LoadBalancerState::Active | LoadBalancerState::ActiveImpaired | LoadBalancerState::Provisioning => {
                Verdict::passed(Text::verbatim(&balancer.arn))
            }
            LoadBalancerState::Failed => broken(balancer),
            LoadBalancerState::Other(_) => Verdict::unfamiliar(state_of(balancer)),
        })
    }
}

/// Its state, with AWS's reason.
fn state_of(balancer: &Balancer) -> Text {
    match &balancer.state_reason {
        Some(reason) => Text::verbatim(format!("{}: {reason}", balancer.state)),
        None => Text::verbatim(&balancer.state),
    }
}

/// The verdict on one that AWS could not set up.
fn broken(balancer: &Balancer) -> Verdict {
    Verdict::failed(state_of(balancer), msg!(alb_broken_fix, alb = &balancer.name))
        .because(CauseId::AlbNotActive, msg!(cause_alb_not_active))
}

/// The load balancer faces the internet, or is internal.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadBalancerScheme {
    /// Name of the load balancer.
    pub alb: String,
    /// `internet-facing`, where nothing is said, or `internal`.
    #[serde(default)]
    pub scheme: Scheme,
}

/// Whom a load balancer serves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// The internet.
    #[default]
    InternetFacing,
    /// Its VPC alone, and what is connected with it.
    Internal,
}

impl Kind for LoadBalancerScheme {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LoadBalancers]
    }

    fn expected(&self) -> Text {
        match self.scheme {
            Scheme::InternetFacing => msg!(alb_scheme_expected),
            Scheme::Internal => msg!(alb_scheme_internal_expected),
        }
    }

    fn why(&self) -> Text {
        match self.scheme {
            Scheme::InternetFacing => msg!(alb_scheme_why),
            Scheme::Internal => msg!(alb_scheme_internal_why),
        }
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let balancer = facts.load_balancer(&self.alb)?;
        let scheme = balancer.scheme.as_deref().unwrap_or("-");
        if self.scheme == Scheme::Internal {
            let actual = Text::verbatim(scheme);
            return Ok(if scheme == "internal" {
                Verdict::passed(actual)
            } else {
                Verdict::failed(actual, msg!(alb_scheme_internal_fix, alb = &self.alb))
            });
        }
        if scheme == "internet-facing" {
            if has_no_public_ipv4(balancer) {
                let actual = Text::verbatim(format!("{scheme}, {NO_PUBLIC_IPV4}"));
                return Ok(Verdict::failed(actual, msg!(alb_address_type_fix, alb = &self.alb))
                    .because(CauseId::AlbAddressType, msg!(cause_alb_address_type)));
            }
            return Ok(Verdict::passed(Text::verbatim(scheme)));
        }
        Ok(Verdict::failed(Text::verbatim(scheme), msg!(alb_scheme_fix, alb = &self.alb))
            .because(CauseId::AlbInternal, msg!(cause_alb_internal)))
    }
}

/// The load balancer stands in public subnets alone, in every zone in which the group may start instances.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadBalancerZones {
    /// Name of the load balancer.
    pub alb: String,
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// An internal one stands in private subnets, or in any; nothing is asked of its subnets then.
    #[serde(default)]
    pub scheme: Scheme,
}

impl Kind for LoadBalancerZones {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LoadBalancers, Need::AutoScalingGroups, Need::Vpcs, Need::Subnets, Need::RouteTables]
    }

    fn expected(&self) -> Text {
        match self.scheme {
            Scheme::InternetFacing => msg!(alb_zones_expected),
            Scheme::Internal => msg!(alb_zones_internal_expected),
        }
    }

    fn why(&self) -> Text {
        match self.scheme {
            Scheme::InternetFacing => msg!(alb_zones_why),
            Scheme::Internal => msg!(alb_zones_internal_why),
        }
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let balancer = facts.load_balancer(&self.alb)?;
        let subnets = facts.snapshot.subnets.seen()?;
        let (mut private, mut blocked) = (Vec::new(), Vec::new());
        for (zone, id) in balancer.zones.iter().filter(|_| self.scheme == Scheme::InternetFacing) {
            match subnets.iter().find(|subnet| subnet.id == *id) {
                Some(subnet) if is_public(subnet, facts)? => {
                    blocked.extend(visitors_kept_out(subnet, facts).map(|_| subnet));
                }
                _ => private.push(format!("{id} ({zone})")),
            }
        }
        let actual = Text::list(balancer.zones.iter().map(|(zone, subnet)| format!("{zone} ({subnet})")));
        let fix = match self.scheme {
            Scheme::InternetFacing => msg!(alb_zones_fix, alb = &self.alb),
            Scheme::Internal => msg!(alb_zones_internal_fix, alb = &self.alb),
        };
        if !private.is_empty() {
            return Ok(Verdict::failed(msg!(alb_zones_private, subnets = Text::list(private)), fix)
                .because(CauseId::AlbSubnetNotPublic, msg!(cause_alb_subnet_not_public)));
        }
        if !blocked.is_empty() {
            return Ok(no_visitor(&blocked, facts));
        }
        let group = facts.auto_scaling_group(&self.asg)?;
        let served: BTreeSet<&str> = balancer.zones.iter().map(|(zone, _)| zone.as_str()).collect();
        let of_group = subnets.iter().filter(|subnet| group.subnets.contains(&subnet.id));
        let of_members = group.instances.iter().map(|member| member.zone.as_str());
        let used: BTreeSet<&str> = of_group.map(|subnet| subnet.zone.as_str()).chain(of_members).collect();
        let missing: Vec<&str> = used.difference(&served).copied().collect();
        if missing.is_empty() {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(msg!(alb_zones_missing, zones = Text::list(missing)), fix)
            .because(CauseId::AlbAzMissing, msg!(cause_alb_az_missing)))
    }
}

/// The load balancer listens for HTTP on this port and forwards everything to the target group.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadBalancerListener {
    /// Name of the load balancer.
    pub alb: String,
    /// Where visitors come in, or where targets are reached.
    pub port: Number,
    /// Name of the target group.
    pub target_group: String,
}

impl Kind for LoadBalancerListener {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LoadBalancers, Need::ListenersOf(self.alb.clone()), Need::TargetGroups]
    }

    fn expected(&self) -> Text {
        msg!(listener_expected, port = self.port.0, target_group = &self.target_group)
    }

    fn why(&self) -> Text {
        msg!(listener_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let balancer = facts.load_balancer(&self.alb)?;
        let listeners: Vec<&Listener> =
            facts.snapshot.listeners.seen()?.iter().filter(|listener| listener.load_balancer == balancer.arn).collect();
        let fix = msg!(listener_fix, alb = &self.alb, port = self.port.0, target_group = &self.target_group);
        let wanted = |listener: &&&Listener| listener.port == Some(self.port.0) && listener.protocol == "HTTP";
        let Some(listener) = listeners.iter().find(wanted) else {
            let found =
                listeners.iter().map(|listener| format!("{}:{}", listener.protocol, listener.port.unwrap_or(0)));
            let actual = if listeners.is_empty() { msg!(listener_none) } else { Text::list(found) };
            return Ok(Verdict::failed(actual, fix).because(CauseId::ListenerMissing, msg!(cause_listener_missing)));
        };
        let group = facts.target_group(&self.target_group)?;
        let served: Vec<&str> =
            listener.forwards.iter().filter(|(_, weight)| *weight > 0).map(|(arn, _)| arn.as_str()).collect();
        let actual = if served.is_empty() {
            Text::verbatim(listener.action.as_deref().unwrap_or("-"))
        } else {
            Text::list(served.clone())
        };
        if !served.is_empty() && served.iter().all(|arn| *arn == group.arn) {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(actual, fix).because(CauseId::ListenerElsewhere, msg!(cause_listener_elsewhere)))
    }
}

/// The load balancer carries exactly these security groups of the VPC.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadBalancerSecurityGroups {
    /// Name of the load balancer.
    pub alb: String,
    /// Name tag of the VPC.
    pub vpc: String,
    /// Group names.
    pub groups: Vec<String>,
    /// The port on which visitors come.
    pub port: Number,
}

impl Kind for LoadBalancerSecurityGroups {
    fn needs(&self) -> Vec<Need> {
        let mut needs = vec![Need::LoadBalancers, Need::Vpcs, Need::Subnets, Need::SecurityGroups];
        needs.extend(self.groups.iter().cloned().map(Need::PrefixListsOf));
        needs
    }

    fn expected(&self) -> Text {
        msg!(alb_groups_expected, groups = Text::list(self.groups.clone()))
    }

    fn why(&self) -> Text {
        msg!(alb_groups_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let balancer = facts.load_balancer(&self.alb)?;
        let mut wanted = BTreeSet::new();
        for name in &self.groups {
            wanted.insert(facts.security_group(&self.vpc, name)?.id.as_str());
        }
        let found: BTreeSet<&str> = balancer.security_groups.iter().map(String::as_str).collect();
        let actual = if found.is_empty() {
            msg!(alb_groups_none)
        } else {
            Text::list(found.iter().map(|id| labelled(id, facts)))
        };
        if found == wanted {
            return Ok(Verdict::passed(actual));
        }
        let fix = msg!(alb_groups_fix, alb = &self.alb, groups = Text::list(self.groups.clone()));
        let failed = Verdict::failed(actual, fix);
        // What the wizard gave it, as far as anybody can tell.
        let verdict = if found.is_disjoint(&wanted) { failed.untouched() } else { failed };
        if self.lets_visitors_in(balancer, facts) == Some(false) {
            return Ok(verdict.because(CauseId::AlbSgBlocksIn, msg!(cause_alb_sg_blocks_in, port = self.port.0)));
        }
        if found.is_superset(&wanted) {
            return Ok(verdict.because(CauseId::AlbWrongSg, msg!(cause_alb_other_groups)));
        }
        Ok(verdict)
    }
}

impl LoadBalancerSecurityGroups {
    /// Whether the groups that the load balancer carries admit everybody on the port; none where that can't be told.
    fn lets_visitors_in(&self, balancer: &Balancer, facts: &Facts<'_>) -> Option<bool> {
        let visitors = Peers { groups: &[], blocks: vec![ANYWHERE] };
        lets_in(&balancer.security_groups, self.port.0, &visitors, facts).ok()
    }
}

/// The load balancer works.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadBalancerActive {
    /// Name of the load balancer.
    pub alb: String,
}

impl Kind for LoadBalancerActive {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LoadBalancers]
    }

    fn expected(&self) -> Text {
        msg!(alb_active_expected, alb = &self.alb)
    }

    fn why(&self) -> Text {
        msg!(alb_active_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let balancer = facts.load_balancer(&self.alb)?;
        let actual = state_of(balancer);
        Ok(match &balancer.state {
            LoadBalancerState::Active => Verdict::passed(actual),
            LoadBalancerState::ActiveImpaired => {
                Verdict { fix: Some(msg!(alb_impaired_fix)), ..Verdict::passed(actual) }
            }
            LoadBalancerState::Provisioning => {
                let wait = Wait::new(Doing::ProvisioningLoadBalancer, balancer.created_at);
                Verdict::waiting(wait, actual, msg!(alb_provisioning_fix))
            }
            LoadBalancerState::Failed => broken(balancer),
            LoadBalancerState::Other(_) => Verdict::unfamiliar(actual),
        })
    }
}
