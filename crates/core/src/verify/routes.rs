//! Where a subnet sends what isn't for its own VPC.

use ipnet::Ipv4Net;

use super::facts::{Facts, Missing};
use super::verdict::Stop;
use crate::account::resources::{Route, RouteTarget, Subnet as OneSubnet};

const EVERYWHERE: Ipv4Net = Ipv4Net::new_assert(std::net::Ipv4Addr::UNSPECIFIED, 0);

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
