//! The NAT gateway at the end of a default route: whether it carries traffic, and what AWS says where it doesn't.

use super::public_access::nat_kept_in;
use super::routes::is_public;
use super::{CauseId, Doing, Facts, Stop, Verdict, Wait};
use crate::account::resources::{NatFailureCode, NatGateway, NatGatewayState, RouteState};
use crate::i18n::Text;
use crate::msg;

/// The verdict on a default route to the NAT gateway of this `id`, which AWS says to be `route`.
///
/// # Errors
/// [`Stop`] where NAT gateways, subnets or route tables can't be seen.
pub fn judge_nat(id: &str, route: &RouteState, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    let gateways = facts.snapshot.nat_gateways.seen()?;
    let is_hole = *route == RouteState::Blackhole;
    let Some(gateway) = gateways.iter().find(|gateway| gateway.id == id) else {
        return Ok(black_hole(if is_hole { msg!(route_blackhole, target = id) } else { msg!(nat_gone, nat = id) }));
    };
    let actual = Text::verbatim(format!("0.0.0.0/0 {id} ({})", gateway.state));
    Ok(match &gateway.state {
        NatGatewayState::Pending => {
            Verdict::waiting(Wait::new(Doing::CreatingNatGateway, gateway.created_at), actual, msg!(nat_wait))
        }
        NatGatewayState::Failed => failed(gateway),
        NatGatewayState::Deleting => Verdict::failed(msg!(nat_deleting, nat = id), msg!(route_blackhole_fix))
            .because(CauseId::NatDeleting, msg!(cause_nat_deleting)),
        NatGatewayState::Deleted if is_hole => black_hole(msg!(route_blackhole, target = id)),
        NatGatewayState::Deleted => black_hole(msg!(nat_deleted, nat = id)),
        NatGatewayState::Available => available(gateway, route, actual, facts)?,
        NatGatewayState::Other(_) => Verdict::unfamiliar(actual),
    })
}

/// The verdict on a gateway that works, which is no use where it stands wrong or no packet comes to it.
fn available(gateway: &NatGateway, route: &RouteState, actual: Text, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    let id = gateway.id.as_str();
    if gateway.connectivity == "private" {
        return Ok(Verdict::failed(msg!(nat_private, nat = id), msg!(nat_private_fix)));
    }
    if !stands_in_public(gateway, facts)? {
        return Ok(Verdict::failed(msg!(nat_not_public, nat = id), msg!(nat_not_public_fix)));
    }
    if let Some(mode) = nat_kept_in(gateway, facts) {
        let vpc = gateway.vpc.as_deref().unwrap_or("-");
        let actual = msg!(public_access_no_nat, nat = id, mode = mode.as_str());
        return Ok(Verdict::failed(actual, msg!(public_access_fix, vpc = vpc))
            .because(CauseId::BlockPublicAccess, msg!(cause_no_nat)));
    }
    Ok(match route {
        RouteState::Active => Verdict::passed(actual),
        RouteState::Blackhole => {
            let actual = msg!(route_hole_to_living, target = id, state = &gateway.state);
            Verdict::failed(actual, msg!(route_unused_fix)).because(CauseId::RouteBlackhole, msg!(cause_route_unused))
        }
        RouteState::Filtered => filtered(id),
        RouteState::Other(state) => Verdict::unfamiliar(Text::verbatim(format!("0.0.0.0/0 {id} ({state})"))),
    })
}

/// The verdict on a route to something that isn't there any more.
pub fn black_hole(actual: Text) -> Verdict {
    Verdict::failed(actual, msg!(route_blackhole_fix)).because(CauseId::RouteBlackhole, msg!(cause_route_blackhole))
}

/// The verdict on a route that AWS lists and doesn't use.
pub fn filtered(target: &str) -> Verdict {
    Verdict::failed(msg!(route_filtered, target = target), msg!(route_unused_fix))
        .because(CauseId::RouteWrong, msg!(cause_route_unused))
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

/// The verdict on a gateway that AWS could not make, in AWS's words.
fn failed(gateway: &NatGateway) -> Verdict {
    let words: Vec<&str> = gateway.failure_message.as_deref().into_iter().collect();
    let code = gateway.failure_code.as_ref().map(|code| format!("({code})"));
    let words = words.into_iter().chain(code.as_deref()).collect::<Vec<&str>>().join(" ");
    let actual = if words.is_empty() {
        msg!(nat_failed_untold, nat = &gateway.id)
    } else {
        msg!(nat_failed, nat = &gateway.id, words = words)
    };
    Verdict::failed(actual, failure_fix(gateway.failure_code.as_ref()))
        .because(CauseId::NatFailed, msg!(cause_nat_failed))
}

/// What to do about it. A gateway that failed can't be mended: another one takes its place.
fn failure_fix(code: Option<&NatFailureCode>) -> Text {
    match code {
        Some(NatFailureCode::InsufficientFreeAddressesInSubnet) => msg!(nat_failed_addresses_fix),
        Some(NatFailureCode::GatewayNotAttached) => msg!(nat_failed_gateway_fix),
        Some(NatFailureCode::AllocationNotFound) => msg!(nat_failed_allocation_fix),
        Some(NatFailureCode::AlreadyAssociated) => msg!(nat_failed_associated_fix),
        Some(NatFailureCode::InternalError) => msg!(nat_failed_internal_fix),
        Some(NatFailureCode::SubnetNotFound) => msg!(nat_failed_subnet_fix),
        Some(NatFailureCode::Other(_)) | None => msg!(nat_failed_fix),
    }
}
