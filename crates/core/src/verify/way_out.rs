//! The way out of a subnet: what its default route leads to, and whether that leads on.

use super::nat_gateway::{black_hole, filtered, judge_nat};
use super::public_access::block_mode;
use super::routes::default_route;
use super::{CauseId, Facts, Status, Stop, Verdict};
use crate::account::resources::{RouteState, RouteTarget, Subnet as OneSubnet};
use crate::i18n::Text;
use crate::msg;

/// The verdict on the way out of one subnet.
///
/// # Errors
/// [`Stop`] where route tables or NAT gateways can't be seen.
pub fn judge_route(subnet: &OneSubnet, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    let Some(route) = default_route(subnet, facts)? else {
        return Ok(no_route(subnet, facts)?.because(CauseId::RouteMissing, msg!(cause_route_missing)));
    };
    Ok(match &route.target {
        RouteTarget::InternetGateway(id) => Verdict::failed(msg!(route_public, gateway = id), msg!(route_public_fix)),
        // What AWS says of the gateway itself tells more than what it says of the route.
        RouteTarget::NatGateway(id) => let_through(judge_nat(id, &route.state, facts)?, subnet, facts),
        RouteTarget::Local => Verdict::failed(Text::verbatim("local"), msg!(route_missing_fix)),
        RouteTarget::Other(id) => match &route.state {
            RouteState::Active => Verdict::passed(Text::verbatim(format!("0.0.0.0/0 {id}"))),
            RouteState::Blackhole => black_hole(msg!(route_blackhole, target = id)),
            RouteState::Filtered => filtered(id),
            RouteState::Other(state) => Verdict::unfamiliar(Text::verbatim(format!("0.0.0.0/0 {id} ({state})"))),
        },
    })
}

/// A subnet without a table of its own goes by the main one, which other subnets may share: it is not to be changed.
fn no_route(subnet: &OneSubnet, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    Ok(match facts.route_table(subnet)? {
        Some(table) if !table.subnets.contains(&subnet.id) => Verdict::failed(
            msg!(route_missing_main, subnet = &subnet.id, table = &table.id),
            msg!(route_missing_main_fix),
        ),
        Some(_) | None => Verdict::failed(msg!(route_missing, subnet = &subnet.id), msg!(route_missing_fix)),
    })
}

/// The verdict on a way out where the gateway is excluded from VPC Block Public Access and the subnet before it isn't: AWS
/// doesn't say what becomes of its packets.
fn let_through(verdict: Verdict, subnet: &OneSubnet, facts: &Facts<'_>) -> Verdict {
    match block_mode(subnet, facts).filter(|mode| mode.keeps_nat_in()) {
        Some(mode) if verdict.status == Status::Passed => {
            let name = subnet.name.as_deref().unwrap_or(&subnet.id);
            let actual = msg!(public_access_perhaps, subnet = name, mode = mode.as_str());
            Verdict::manual(actual, msg!(public_access_fix, vpc = &subnet.vpc))
        }
        Some(_) | None => verdict,
    }
}
