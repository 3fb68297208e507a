//! VPC, internet gateway, subnets and routes: what steps 0 to 3 left behind.

use std::collections::BTreeSet;

use ipnet::Ipv4Net;
use serde::Deserialize;

use super::facts::Missing;
use super::public_access::{block_mode, nat_kept_in, visitors_kept_out};
use super::{CauseId, Doing, Facts, Kind, Number, ResourceKind, Status, Stop, Verdict, Wait, Wanted};
use crate::account::Need;
use crate::account::resources::{NatGateway, NatGatewayState, Route, RouteTarget, Subnet as OneSubnet};
use crate::i18n::Text;
use crate::msg;

const EVERYWHERE: Ipv4Net = Ipv4Net::new_assert(std::net::Ipv4Addr::UNSPECIFIED, 0);

/// What choosing between VPCs of one name may need.
fn vpc_needs() -> Vec<Need> {
    vec![Need::Vpcs, Need::Subnets, Need::SecurityGroups]
}

/// A VPC with this Name tag exists and is available.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vpc {
    /// Name tag of the VPC.
    pub vpc: String,
}

impl Kind for Vpc {
    fn needs(&self) -> Vec<Need> {
        vpc_needs()
    }

    fn expected(&self) -> Text {
        msg!(vpc_expected, vpc = &self.vpc)
    }

    fn why(&self) -> Text {
        msg!(vpc_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::Vpc, &self.vpc))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let vpc = facts.vpc(&self.vpc).map_err(|missing| missing.of_subject(msg!(vpc_fix, vpc = &self.vpc)))?;
        let twins = facts.vpcs_named(&self.vpc)?;
        let actual = if twins.len() > 1 {
            let others = twins.iter().filter(|twin| twin.id != vpc.id).map(|twin| twin.id.clone());
            msg!(vpc_chosen, id = &vpc.id, others = Text::list(others))
        } else {
            Text::verbatim(format!("{} ({})", vpc.id, vpc.state))
        };
        Ok(if vpc.state.is_on_its_way() { network_pending(actual) } else { Verdict::passed(actual) })
    }
}

/// AWS gives no instant for VPCs and subnets.
fn network_pending(actual: Text) -> Verdict {
    Verdict::waiting(Wait::new(Doing::CreatingNetwork, None), actual, msg!(wait_fix))
}

/// An internet gateway is attached to the VPC.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InternetGateway {
    /// Name tag of the VPC.
    pub vpc: String,
}

impl Kind for InternetGateway {
    fn needs(&self) -> Vec<Need> {
        [vpc_needs(), vec![Need::InternetGateways]].concat()
    }

    fn expected(&self) -> Text {
        msg!(internet_gateway_expected, vpc = &self.vpc)
    }

    fn why(&self) -> Text {
        msg!(internet_gateway_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let gateways = facts.snapshot.internet_gateways.seen()?;
        let vpc = facts.vpc(&self.vpc)?;
        let mut attached = gateways.iter().flat_map(|gateway| {
            gateway.attachments.iter().filter(|(to, _)| *to == vpc.id).map(|(_, state)| (&gateway.id, state))
        });
        let fix = msg!(internet_gateway_fix, vpc = &self.vpc);
        Ok(match attached.next() {
            None => Verdict::failed(msg!(internet_gateway_absent, vpc = &vpc.id), fix),
            Some((id, state)) if state.is_attached() => Verdict::passed(Text::verbatim(id)),
            Some((id, state)) if state.is_on_its_way() => {
                let wait = Wait::new(Doing::AttachingGateway, None);
                Verdict::waiting(wait, Text::verbatim(format!("{id} ({state})")), msg!(wait_fix))
            }
            Some((id, state)) => Verdict::failed(Text::verbatim(format!("{id} ({state})")), fix),
        })
    }
}

/// The VPC has public subnets in at least so many Availability Zones.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicSubnets {
    /// Name tag of the VPC.
    pub vpc: String,
    /// The least number of zones.
    pub zones: Number,
}

impl Kind for PublicSubnets {
    fn needs(&self) -> Vec<Need> {
        [vpc_needs(), vec![Need::RouteTables]].concat()
    }

    fn expected(&self) -> Text {
        msg!(public_subnets_expected, zones = self.zones.0)
    }

    fn why(&self) -> Text {
        msg!(public_subnets_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let mut public = Vec::new();
        let mut blocked = Vec::new();
        for subnet in facts.subnets_of(&self.vpc)? {
            if is_public(subnet, facts)? {
                let kept = if visitors_kept_out(subnet, facts).is_some() { &mut blocked } else { &mut public };
                kept.push(subnet);
            }
        }
        let wanted = usize::try_from(self.zones.0).unwrap_or(usize::MAX);
        let zones: BTreeSet<&str> = public.iter().map(|subnet| subnet.zone.as_str()).collect();
        let actual = if public.is_empty() {
            msg!(public_subnets_none)
        } else {
            Text::list(public.iter().map(|subnet| format!("{} ({})", label(subnet), subnet.zone)))
        };
        if zones.len() >= wanted {
            return Ok(Verdict::passed(actual));
        }
        let of_all: BTreeSet<&str> = blocked.iter().chain(&public).map(|subnet| subnet.zone.as_str()).collect();
        if of_all.len() >= wanted {
            return Ok(no_visitor(&blocked, facts));
        }
        Ok(Verdict::failed(actual, msg!(public_subnets_fix, zones = self.zones.0)))
    }
}

/// The verdict where VPC Block Public Access lets no visitor into these subnets, at least one.
#[must_use]
pub fn no_visitor(subnets: &[&OneSubnet], facts: &Facts<'_>) -> Verdict {
    let said = |subnet: &&OneSubnet| {
        let mode = block_mode(subnet, facts).map_or("-", |mode| mode.as_str());
        format!("{} ({mode})", subnet.id)
    };
    let vpc = subnets.first().map_or("-", |subnet| subnet.vpc.as_str());
    Verdict::failed(
        msg!(public_access_no_visitor, subnets = Text::list(subnets.iter().map(said))),
        msg!(public_access_fix, vpc = vpc),
    )
    .because(CauseId::BlockPublicAccess, msg!(cause_no_visitor))
}

/// Whether the subnet's route table sends 0.0.0.0/0 to an internet gateway.
///
/// # Errors
/// [`Stop`] where route tables can't be seen.
pub fn is_public(subnet: &OneSubnet, facts: &Facts<'_>) -> Result<bool, Stop> {
    let route = default_route(subnet, facts)?;
    Ok(matches!(route, Some(Route { target: RouteTarget::InternetGateway(_), state, .. }) if state.is_active()))
}

/// The route that a subnet sends everything else to.
///
/// # Errors
/// [`Missing`] where route tables can't be seen.
pub fn default_route<'a>(subnet: &OneSubnet, facts: &Facts<'a>) -> Result<Option<&'a Route>, Missing> {
    let table = facts.route_table(subnet)?;
    Ok(table.and_then(|table| table.routes.iter().find(|route| route.destination == Some(EVERYWHERE))))
}

fn label(subnet: &OneSubnet) -> &str {
    subnet.name.as_deref().unwrap_or(&subnet.id)
}

/// A subnet with this Name tag exists in the VPC.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subnet {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Name tag of the subnet.
    pub subnet: String,
}

impl Kind for Subnet {
    fn needs(&self) -> Vec<Need> {
        vpc_needs()
    }

    fn expected(&self) -> Text {
        msg!(subnet_expected, subnet = &self.subnet)
    }

    fn why(&self) -> Text {
        msg!(subnet_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::Subnet, &self.subnet).in_vpc(&self.vpc))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let fix = msg!(subnet_fix, subnet = &self.subnet, vpc = &self.vpc);
        let subnets = facts.subnets_named(&self.vpc, &self.subnet).map_err(|missing| missing.of_subject(fix))?;
        let actual = Text::list(subnets.iter().map(|subnet| format!("{} ({})", subnet.id, subnet.zone)));
        let ready = subnets.iter().any(|subnet| !subnet.state.is_on_its_way());
        Ok(if ready { Verdict::passed(actual) } else { network_pending(actual) })
    }
}

/// Instances in the subnet reach the internet: its default route leads to a working NAT, not to an internet gateway
/// and not into a black hole.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefaultRoute {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Name tag of the subnet.
    pub subnet: String,
}

impl Kind for DefaultRoute {
    fn needs(&self) -> Vec<Need> {
        [vpc_needs(), vec![Need::RouteTables, Need::NatGateways]].concat()
    }

    fn expected(&self) -> Text {
        msg!(default_route_expected, subnet = &self.subnet)
    }

    fn why(&self) -> Text {
        msg!(default_route_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let mut best: Option<Verdict> = None;
        // Of several subnets of one name one that works is enough: the learner chooses it in 4-1.
        for subnet in facts.subnets_named(&self.vpc, &self.subnet)? {
            let verdict = judge_route(subnet, facts).unwrap_or_else(Verdict::from);
            if best.as_ref().is_none_or(|best| verdict.status > best.status) {
                best = Some(verdict);
            }
        }
        best.ok_or_else(|| Verdict::skipped(msg!(what_subnet, name = &self.subnet)).into())
    }
}

/// The verdict on the way out of one subnet.
///
/// # Errors
/// [`Stop`] where route tables or NAT gateways can't be seen.
pub fn judge_route(subnet: &OneSubnet, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    let Some(route) = default_route(subnet, facts)? else {
        return Ok(no_route(subnet, facts)?.because(CauseId::RouteMissing, msg!(cause_route_missing)));
    };
    match &route.target {
        RouteTarget::InternetGateway(id) => {
            Ok(Verdict::failed(msg!(route_public, gateway = id), msg!(route_public_fix)))
        }
        target if !route.state.is_active() => {
            let target = target_id(target);
            Ok(Verdict::failed(msg!(route_blackhole, target = target), msg!(route_blackhole_fix))
                .because(CauseId::RouteBlackhole, msg!(cause_route_blackhole)))
        }
        RouteTarget::NatGateway(id) => Ok(let_through(judge_nat(id, facts)?, subnet, facts)),
        RouteTarget::Local => Ok(Verdict::failed(Text::verbatim("local"), msg!(route_missing_fix))),
        RouteTarget::Other(id) => Ok(Verdict::passed(Text::verbatim(format!("0.0.0.0/0 {id}")))),
    }
}

/// A subnet without a table of its own goes by the main one, which other subnets may share: it is not to be changed.
fn no_route(subnet: &OneSubnet, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    Ok(match facts.route_table(subnet)? {
        Some(table) if !table.subnets.contains(&subnet.id) => Verdict::failed(
            msg!(route_missing_main, subnet = &subnet.id, table = &table.id),
            msg!(route_missing_main_fix),
        ),
        _ => Verdict::failed(msg!(route_missing, subnet = &subnet.id), msg!(route_missing_fix)),
    })
}

fn target_id(target: &RouteTarget) -> &str {
    match target {
        RouteTarget::Local => "local",
        RouteTarget::InternetGateway(id) | RouteTarget::NatGateway(id) | RouteTarget::Other(id) => id,
    }
}

fn judge_nat(id: &str, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    let gateways = facts.snapshot.nat_gateways.seen()?;
    let blackhole = |actual: Text| {
        Verdict::failed(actual, msg!(route_blackhole_fix)).because(CauseId::RouteBlackhole, msg!(cause_route_blackhole))
    };
    let Some(gateway) = gateways.iter().find(|gateway| gateway.id == id) else {
        return Ok(blackhole(msg!(nat_gone, nat = id)));
    };
    let actual = Text::verbatim(format!("0.0.0.0/0 {id} ({})", gateway.state));
    Ok(match &gateway.state {
        state if state.is_on_its_way() => {
            Verdict::waiting(Wait::new(Doing::CreatingNatGateway, gateway.created_at), actual, msg!(nat_wait))
        }
        NatGatewayState::Available if gateway.connectivity == "private" => {
            Verdict::failed(msg!(nat_private, nat = id), msg!(nat_private_fix))
        }
        NatGatewayState::Available if !stands_in_public(gateway, facts)? => {
            Verdict::failed(msg!(nat_not_public, nat = id), msg!(nat_not_public_fix))
        }
        NatGatewayState::Available => match nat_kept_in(gateway, facts) {
            Some(mode) => Verdict::failed(
                msg!(public_access_no_nat, nat = id, mode = mode.as_str()),
                msg!(public_access_fix, vpc = gateway.vpc.as_deref().unwrap_or("-")),
            )
            .because(CauseId::BlockPublicAccess, msg!(cause_no_nat)),
            None => Verdict::passed(actual),
        },
        _ => blackhole(actual),
    })
}

/// The verdict on a way out where the gateway is excluded from VPC Block Public Access and the subnet before it isn't: AWS
/// doesn't say what becomes of its packets.
fn let_through(verdict: Verdict, subnet: &OneSubnet, facts: &Facts<'_>) -> Verdict {
    match block_mode(subnet, facts).filter(|mode| mode.keeps_nat_in()) {
        Some(mode) if verdict.status == Status::Passed => Verdict::manual(
            msg!(public_access_perhaps, subnet = label(subnet), mode = mode.as_str()),
            msg!(public_access_fix, vpc = &subnet.vpc),
        ),
        _ => verdict,
    }
}

/// Whether the gateway itself reaches the internet; a regional one needs no subnet for that.
fn stands_in_public(gateway: &NatGateway, facts: &Facts<'_>) -> Result<bool, Stop> {
    let Some(id) = &gateway.subnet else { return Ok(true) };
    let subnets = facts.snapshot.subnets.seen()?;
    match subnets.iter().find(|subnet| subnet.id == *id) {
        Some(subnet) => is_public(subnet, facts),
        None => Ok(true),
    }
}
