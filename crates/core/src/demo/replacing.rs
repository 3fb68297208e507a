//! How members of the simulated group are lost and replaced: stopped, failed, held back or left out by somebody.

use jiff::Timestamp;

use super::SimulatedAccount;
use super::event::Event;
use super::fleet::{BALANCER_CHECKS, Boot, EC2_CHECKS, Machine};
use super::health::is_settled;
use super::ids::{later, written};
use crate::aws_words::ActivityCause;

/// Seconds until the group notices that a member was stopped.
const NOTICE: i64 = 8;
/// Why a member goes that somebody terminates.
const BY_HAND: &str = "a user request";

impl SimulatedAccount {
    /// Stops a member by hand, which the group takes for a failure.
    pub(super) fn stop_member(&mut self, now: Timestamp) {
        let Some(index) = self.machines.iter().rposition(Machine::stays) else { return };
        if self.machines[index].stopped_since.is_some() {
            return;
        }
        self.machines[index].stopped_since = Some(now);
        let id = self.machines[index].instance.id.clone();
        self.schedule(later(now, NOTICE), Event::Replace(id));
    }

    pub(super) fn replace_stopped(&mut self, id: &str, now: Timestamp) {
        let found = self.machines.iter().position(|machine| machine.instance.id == id && machine.stays());
        if let Some(index) = found {
            self.replace(index, "an EC2 health check indicating it has been terminated or stopped", now);
        }
    }

    /// Terminates every member whose shop does not serve, or that is no target; the group starts others.
    pub(super) fn replace_failed(&mut self, now: Timestamp) {
        let is_silent = |machine: &Machine| match machine.boot {
            Some(boot) => boot != Boot::Serves,
            None => is_settled(machine, now),
        };
        let failed = |machine: &Machine| machine.stays() && (machine.is_deregistered || is_silent(machine));
        while let Some(index) = self.machines.iter().position(failed) {
            self.replace(index, "a user health-check", now);
        }
    }

    /// Terminates a member for a reason and starts another in its place.
    pub(super) fn replace(&mut self, index: usize, reason: &str, now: Timestamp) {
        let at = written(now);
        self.dismiss(index, &format!("At {at} an instance was taken out of service in response to {reason}."), now);
        self.launch(
            &format!("At {at} an instance was launched in response to an unhealthy instance needing to be replaced."),
            now,
        );
    }

    /// Terminates the newest member by hand, and has another started in its place.
    pub(super) fn replace_newest(&mut self, now: Timestamp) {
        if let Some(index) = self.machines.iter().rposition(Machine::stays) {
            self.replace(index, BY_HAND, now);
        }
    }

    /// Has the group listen to the load balancer, which calls an instance ill before its shop is built, and one member
    /// begin anew.
    pub(super) fn check_by_balancer(&mut self, now: Timestamp) {
        if let Some(group) = &mut self.group {
            group.health_check_type = BALANCER_CHECKS.into();
        }
        self.replace_newest(now);
    }

    pub(super) fn is_checked_by_balancer(&self) -> bool {
        self.group.as_ref().is_some_and(|group| group.health_check_type == BALANCER_CHECKS)
    }

    pub(super) fn check_by_ec2(&mut self) {
        if let Some(group) = &mut self.group {
            group.health_check_type = EC2_CHECKS.into();
        }
    }

    /// A group that listens to the load balancer gives up whom that calls unhealthy, once the grace period is over.
    pub(super) fn give_up_unhealthy(&mut self, now: Timestamp) {
        if !self.is_checked_by_balancer() {
            return;
        }
        let health = self.target_health(now);
        let is_ill = |machine: &Machine| {
            health.iter().any(|target| target.target == machine.instance.id && target.state.is_unhealthy())
        };
        let given_up = |machine: &Machine| machine.stays() && machine.grace_over_at() <= now && is_ill(machine);
        while let Some(index) = self.machines.iter().position(given_up) {
            self.replace(index, "an ELB system health check failure", now);
        }
    }

    /// Takes the newest member out of the target group by hand. The group doesn't enter it again.
    pub(super) fn deregister_by_hand(&mut self) {
        if let Some(machine) = self.machines.iter_mut().rfind(|machine| machine.stays()) {
            machine.is_deregistered = true;
        }
    }

    /// Adds a lifecycle hook to launches that nobody answers, and has one member begin anew.
    pub(super) fn hold_launches(&mut self, now: Timestamp) {
        self.launch_hook = true;
        self.replace_newest(now);
    }

    pub(super) fn has_launch_hook(&self) -> bool {
        self.launch_hook
    }

    /// Deletes the hook: whom it holds goes on.
    pub(super) fn release_launches(&mut self, now: Timestamp) {
        self.launch_hook = false;
        for machine in self.machines.iter_mut().filter(|machine| machine.is_held) {
            (machine.is_held, machine.released_at) = (false, Some(now));
        }
    }

    /// A scheduled action, meant for the night, sets the group to nothing.
    pub(super) fn schedule_to_zero(&mut self, now: Timestamp) {
        let Some((from, max)) = self.group.as_ref().map(|group| (group.desired, group.max)) else { return };
        let trigger = format!(
            "At {} a scheduled action update of AutoScalingGroup constraints to min: 0, max: {max}, desired: 0 changing \
             the desired capacity from {from} to 0.",
            written(now)
        );
        self.group.iter_mut().for_each(|group| group.min = 0);
        self.set_desired(0, &trigger, now);
    }

    /// Whether a scheduled action gave the group its size.
    pub(super) fn is_scheduled(&self) -> bool {
        let resize = |cause: &ActivityCause| cause.resize().is_some();
        let newest =
            self.activities.iter().find_map(|activity| ActivityCause::all(&activity.cause).into_iter().find(resize));
        matches!(newest, Some(ActivityCause::Scheduled { .. }))
    }
}
