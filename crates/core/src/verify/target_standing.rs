//! What the state of a target and its reason mean.

use jiff::Timestamp;

use super::{Doing, Facts, Stop, Wait};
use crate::account::resources::{LoadBalancer, TargetHealth, TargetReason, TargetState};

/// What a target's state means for the lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetStanding {
    /// It answers.
    Healthy,
    /// On its way in.
    Coming(Wait),
    /// On its way out.
    Leaving,
    /// It does not answer, and no longer has the excuse of being new.
    Broken,
    /// AWS says a state that isn't known here.
    Unfamiliar,
}

/// The wait for a load balancer that isn't up yet.
pub fn provisioning(balancer: &LoadBalancer) -> Option<Wait> {
    balancer.state.is_on_its_way().then(|| Wait::new(Doing::ProvisioningLoadBalancer, balancer.created_at))
}

/// What the state of a target means. While the load balancer is `provisioning`, nothing is wrong yet.
///
/// # Errors
/// [`Stop`] where that depends on the age of an instance, and instances can't be seen.
pub fn standing(target: &TargetHealth, provisioning: Option<Wait>, facts: &Facts<'_>) -> Result<TargetStanding, Stop> {
    Ok(match &target.state {
        TargetState::Healthy => TargetStanding::Healthy,
        TargetState::Draining | TargetState::UnhealthyDraining => TargetStanding::Leaving,
        TargetState::Other(_) => TargetStanding::Unfamiliar,
        TargetState::Initial => TargetStanding::Coming(provisioning.unwrap_or_else(|| registering(target, facts))),
        TargetState::Unhealthy | TargetState::Unused | TargetState::Unavailable => match provisioning {
            Some(wait) => TargetStanding::Coming(wait),
            None => by_reason(target, facts)?,
        },
    })
}

/// What the reason tells of a target that isn't healthy.
fn by_reason(target: &TargetHealth, facts: &Facts<'_>) -> Result<TargetStanding, Stop> {
    Ok(match &target.reason {
        Some(TargetReason::InvalidState | TargetReason::DeregistrationInProgress) => TargetStanding::Leaving,
        Some(TargetReason::RegistrationInProgress | TargetReason::InitialHealthChecking) => {
            TargetStanding::Coming(registering(target, facts))
        }
        Some(TargetReason::InternalError) => {
            let wait = registering(target, facts);
            let may_pass = facts.is_within(wait.doing.usual().overdue_after, wait.since);
            if may_pass { TargetStanding::Coming(wait) } else { TargetStanding::Broken }
        }
        Some(
            TargetReason::NotInUse
            | TargetReason::NotRegistered
            | TargetReason::IpUnusable
            | TargetReason::HealthCheckDisabled,
        ) => TargetStanding::Broken,
        Some(
            TargetReason::Timeout
            | TargetReason::FailedHealthChecks
            | TargetReason::ResponseCodeMismatch
            | TargetReason::Other(_),
        )
        | None => silent(target, facts)?,
    })
}

/// A target that doesn't answer has the excuse of being new as long as it is checked at all.
fn silent(target: &TargetHealth, facts: &Facts<'_>) -> Result<TargetStanding, Stop> {
    let launched = launched(&target.target, facts)?;
    let is_checked = target.state != TargetState::Unused;
    Ok(if is_checked && may_be_building(launched, facts) {
        TargetStanding::Coming(Wait::new(Doing::BuildingApp, launched))
    } else {
        TargetStanding::Broken
    })
}

/// The wait for the first health checks. AWS doesn't say since when a target is registered: not before its instance was
/// launched.
fn registering(target: &TargetHealth, facts: &Facts<'_>) -> Wait {
    Wait::of_subject(Doing::RegisteringTarget, launched(&target.target, facts).ok().flatten())
}

/// When an instance was launched last, where AWS says so.
///
/// # Errors
/// [`Stop`] where instances can't be seen.
pub fn launched(instance: &str, facts: &Facts<'_>) -> Result<Option<Timestamp>, Stop> {
    Ok(facts.instance(instance)?.and_then(|instance| instance.launched_at))
}

/// Whether an instance is so young that an unhealthy target is what is to be expected.
pub fn may_be_building(launched: Option<Timestamp>, facts: &Facts<'_>) -> bool {
    facts.is_within(Doing::BuildingApp.usual().overdue_after, launched)
}
