//! What the target group says of its targets, from where each of them stands at an instant.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::SimulatedAccount;
use super::balancing::PROVISION;
use super::fleet::{Boot, Machine, PENDING};
use super::ids::later;
use super::minute::MINUTE;
use crate::account::resources::{TargetHealth, TargetReason, TargetState};

/// Seconds until a target is registered.
const REGISTER: i64 = 2;
/// Seconds until its first health checks are over.
const FIRST_CHECKS: i64 = 4;
/// Seconds from launch until user data has built and started the shop.
const BUILD: i64 = 12;
/// Seconds of good checks in a row that make an unhealthy target healthy again: five, one every half minute. A new
/// target needs one.
const CHECKS: i64 = 5 * MINUTE / 2;

/// Seconds from launch after which nothing more is to be hoped for from a member that is not healthy.
const PATIENCE: i64 = 22;

/// A target that somebody registered by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ByHand {
    /// Its instance.
    pub(super) id: String,
    /// Since when.
    pub(super) since: Timestamp,
}

/// State, reason and AWS's words.
type State = (TargetState, Option<&'static str>, Option<&'static str>);

const HEALTHY: State = (TargetState::Healthy, None, None);
const TIMEOUT: State = (TargetState::Unhealthy, Some("Target.Timeout"), Some("Request timed out"));
const NOTHING_LISTENS: State =
    (TargetState::Unhealthy, Some("Target.FailedHealthChecks"), Some("Health checks failed"));
const WRONG_CODE: State =
    (TargetState::Unhealthy, Some("Target.ResponseCodeMismatch"), Some("Health checks failed with these codes: [500]"));
const NOT_IN_USE: State = (
    TargetState::Unused,
    Some("Target.NotInUse"),
    Some("Target group is not configured to receive traffic from the load balancer"),
);
const ZONE_NOT_ENABLED: State = (
    TargetState::Unused,
    Some("Target.NotInUse"),
    Some("Target is in an Availability Zone that is not enabled for the load balancer"),
);
const STOPPED: State = (TargetState::Unused, Some("Target.InvalidState"), Some("Target is in the stopped state"));
const DRAINING: State =
    (TargetState::Draining, Some("Target.DeregistrationInProgress"), Some("Target deregistration is in progress"));
const REGISTERING: State =
    (TargetState::Initial, Some("Elb.RegistrationInProgress"), Some("Target registration is in progress"));
const CHECKING: State =
    (TargetState::Initial, Some("Elb.InitialHealthChecking"), Some("Initial health checks in progress"));

/// Whether the waits of a member are over, so that what it shows now it goes on showing.
pub(super) fn is_settled(machine: &Machine, now: Timestamp) -> bool {
    let checked = machine.reachable_since.is_none_or(|since| later(since, CHECKS) <= now);
    let released = machine.released_at.is_none_or(|at| later(at, PATIENCE) <= now);
    checked && released && later(machine.launched_at, PATIENCE) <= now
}

impl SimulatedAccount {
    /// Notes since when each member is to be a target, and since when it can be reached.
    pub(super) fn note_reach(&mut self, now: Timestamp) {
        let attached = self.is_attached();
        let reached: Vec<bool> =
            self.machines.iter().map(|machine| self.alb_reaches(&machine.instance.security_groups)).collect();
        for (machine, reached) in self.machines.iter_mut().zip(reached) {
            machine.attached_since = attached.then(|| machine.attached_since.unwrap_or(now));
            machine.reachable_since = reached.then(|| machine.reachable_since.unwrap_or(now));
        }
    }

    fn is_attached(&self) -> bool {
        let arn = self.target_group.as_ref().map(|group| &group.arn);
        self.group.iter().flat_map(|group| &group.target_groups).any(|attached| Some(attached) == arn)
    }

    /// Whether the load balancer reaches carriers of `groups` on the target group's port, and the shop listens there.
    fn alb_reaches(&self, groups: &[String]) -> bool {
        let port = self.target_group.as_ref().and_then(|group| group.port);
        let from = self.load_balancer.as_ref().map(|balancer| &balancer.security_groups);
        port.zip(from).is_some_and(|(port, from)| self.reaches(from, groups, port))
    }

    fn zone_is_enabled(&self, zone: Option<&str>) -> bool {
        let zones = self.load_balancer.iter().flat_map(|balancer| &balancer.zones);
        zone.is_some_and(|zone| zones.into_iter().any(|(enabled, _)| enabled == zone))
    }

    /// When a member began to be registered as a target; none while it is not one.
    fn registered_at(machine: &Machine) -> Option<Timestamp> {
        let at = machine.attached_since?.max(machine.in_service_at()?);
        (!machine.is_deregistered).then_some(at)
    }

    /// What every target must go through first, or may be held up by.
    fn way_in(&self, zone: Option<&str>, registered: Timestamp, now: Timestamp) -> Option<State> {
        if !self.listener_forwards() {
            Some(NOT_IN_USE)
        } else if !self.zone_is_enabled(zone) {
            Some(ZONE_NOT_ENABLED)
        } else if self.alb_active_at().is_none_or(|at| now < at) || now < later(registered, REGISTER) {
            Some(REGISTERING)
        } else if now < later(registered, FIRST_CHECKS) {
            Some(CHECKING)
        } else {
            None
        }
    }

    fn state_of(&self, machine: &Machine, registered: Timestamp, now: Timestamp) -> State {
        if machine.leaving_since.is_some() {
            return DRAINING;
        }
        if machine.stopped_since.is_some() {
            return STOPPED;
        }
        if let Some(state) = self.way_in(machine.instance.zone.as_deref(), registered, now) {
            return state;
        }
        let built = later(machine.launched_at, BUILD);
        match (machine.reachable_since, machine.boot) {
            (None, _) => TIMEOUT,
            (_, None | Some(Boot::Silent)) => NOTHING_LISTENS,
            _ if now < built => NOTHING_LISTENS,
            (Some(since), boot) => {
                let answers = since.max(built);
                match boot {
                    Some(Boot::Errors) => WRONG_CODE,
                    _ if registered >= answers || later(answers, CHECKS) <= now => HEALTHY,
                    _ if since > built => TIMEOUT,
                    _ => NOTHING_LISTENS,
                }
            }
        }
    }

    /// The health of every target.
    pub(super) fn target_health(&self, now: Timestamp) -> Vec<TargetHealth> {
        let Some(group) = &self.target_group else { return Vec::new() };
        let health = |id: &str, (state, reason, description): State| TargetHealth {
            target: id.to_owned(),
            port: group.port,
            state,
            reason: reason.map(Into::into),
            description: description.map(str::to_owned),
        };
        let members = self.machines.iter().filter_map(|machine| {
            let registered = Self::registered_at(machine).filter(|at| *at <= now)?;
            Some(health(&machine.instance.id, self.state_of(machine, registered, now)))
        });
        let by_hand = self.by_hand.iter().filter_map(|target| {
            let instance = self.instances.iter().find(|instance| instance.id == target.id)?;
            let state = if instance.state.is_running() {
                // The base instance was cleaned in 2-2: nothing listens there.
                self.way_in(instance.zone.as_deref(), target.since, now).unwrap_or(NOTHING_LISTENS)
            } else {
                STOPPED
            };
            Some(health(&target.id, state))
        });
        members.chain(by_hand).collect()
    }

    pub(super) fn healthy_targets(&self, now: Timestamp) -> usize {
        self.target_health(now).iter().filter(|target| target.state.is_healthy()).count()
    }

    /// The status with which the site answers a visitor; none where nothing comes back, or where there is no site.
    #[must_use]
    pub fn site_status(&self, now: Timestamp) -> Option<u16> {
        let mut simulated = self.clone();
        simulated.advance(now);
        if simulated.is_away() || !simulated.is_open(now) {
            return None;
        }
        let in_use: Vec<TargetHealth> = simulated.target_health(now);
        let in_use =
            in_use.iter().filter(|target| !matches!(target.state, TargetState::Unused | TargetState::Draining));
        let statuses = in_use.map(|target| match &target.reason {
            None => 200,
            Some(TargetReason::ResponseCodeMismatch) => 500,
            Some(TargetReason::Timeout) => 504,
            Some(_) => 502,
        });
        // One healthy target takes all visitors; without any, all targets get some. Without a target it is 503.
        Some(statuses.min().unwrap_or(503))
    }

    pub(super) fn register_base_by_hand(&mut self, now: Timestamp) {
        let id = self.base().map(|base| base.id.clone());
        if self.by_hand.is_none() {
            self.by_hand = id.map(|id| ByHand { id, since: now });
        }
    }

    /// The instants at which members, targets and the load balancer change by the mere passing of time.
    pub(super) fn health_looks(&self) -> Vec<Timestamp> {
        let mut looks = Vec::new();
        looks.extend(
            self.load_balancer.as_ref().and_then(|balancer| balancer.created_at).map(|at| later(at, PROVISION)),
        );
        let registered = self.by_hand.iter().map(|target| target.since);
        for at in self.machines.iter().filter_map(Self::registered_at).chain(registered) {
            looks.extend([at, later(at, REGISTER), later(at, FIRST_CHECKS)]);
        }
        for machine in &self.machines {
            looks.extend([PENDING, BUILD, BUILD + CHECKS, PATIENCE].map(|seconds| later(machine.launched_at, seconds)));
            looks.extend(machine.reachable_since.map(|at| later(at, CHECKS)));
            looks.extend(machine.released_at.map(|at| later(at, PATIENCE)));
        }
        looks
    }
}
