//! The scaling policy of the simulated account with its alarms, and how the group follows them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::SimulatedAccount;
use super::event::Event;
use super::ids::{later, written};
use super::minute::{HIGH_POINTS, LOW_POINTS, Load, MINUTE, Point};
use crate::account::resources::{Alarm, AlarmState, RequestCount, ScalingPolicy};
use crate::aws_words::{ActivityCause, AlarmSide};

/// The share of the target below which AlarmLow rings. AWS writes it nowhere; public runs of groups that track requests
/// per target show 300 and 210.
const LOW_SHARE: f64 = 0.7;
/// Seconds between two steps of scaling in: 20 s were seen.
const SCALE_IN: i64 = 1;
const REQUESTS: &str = "ALBRequestCountPerTarget";
const CPU: &str = "ASGAverageCPUUtilization";

/// Policy, alarms and what they measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Scaling {
    pub(super) policy: Option<ScalingPolicy>,
    pub(super) alarms: Vec<Alarm>,
    pub(super) counts: Vec<RequestCount>,
    pub(super) load: Option<Load>,
    /// Requests that the newest point stands for, to all targets together.
    requests: f64,
    /// Points in a row above the target.
    above: i32,
    /// Points in a row below AlarmLow's threshold.
    below: i32,
    /// Since when there is no load.
    pub(super) quiet_since: Option<Timestamp>,
}

/// What the learner gets wrong in the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PolicySlip {
    Cpu,
    OtherTargetGroup,
    NoScaleIn,
    TrailingSpace,
}

impl SimulatedAccount {
    pub(super) fn has_group(&self) -> bool {
        self.group.is_some()
    }

    /// Whether a policy can count requests: there is a target group behind a load balancer.
    pub(super) fn can_count_requests(&self) -> bool {
        self.has_group() && self.resource_label().is_some()
    }

    fn wanted_policy(&self, slip: Option<PolicySlip>) -> ScalingPolicy {
        let name = self.names.policy.clone();
        let label = self.resource_label();
        let by_requests = slip != Some(PolicySlip::Cpu);
        ScalingPolicy {
            name: if slip == Some(PolicySlip::TrailingSpace) { format!("{name} ") } else { name },
            kind: "TargetTrackingScaling".into(),
            enabled: true,
            metric: Some(if by_requests { REQUESTS } else { CPU }.to_owned()),
            resource_label: match slip {
                Some(PolicySlip::Cpu) => None,
                Some(PolicySlip::OtherTargetGroup) => label.map(|label| older(&label)),
                _ => label,
            },
            target_value: Some(self.names.target_value()),
            disable_scale_in: slip == Some(PolicySlip::NoScaleIn),
            alarms: Vec::new(),
        }
    }

    /// Gives the group this one policy, with the alarms that AWS makes for it.
    pub(super) fn put_policy(&mut self, slip: Option<PolicySlip>, now: Timestamp) {
        let mut policy = self.wanted_policy(slip);
        if self.scaling.policy.as_ref().is_some_and(|there| same_policy(there, &policy)) && !self.alarms_are_missing() {
            return;
        }
        self.delete_policy();
        let target = self.names.target_value();
        let high = self.alarm(AlarmSide::High, "GreaterThanThreshold", target, HIGH_POINTS, now);
        let low = self.alarm(AlarmSide::Low, "LessThanThreshold", target * LOW_SHARE, LOW_POINTS, now);
        policy.alarms = vec![high.name.clone(), low.name.clone()];
        (self.scaling.policy, self.scaling.alarms) = (Some(policy), vec![high, low]);
    }

    /// An alarm as AWS makes it; until the first visit it has nothing to judge by.
    fn alarm(&mut self, side: AlarmSide, comparison: &str, threshold: f64, points: i32, now: Timestamp) -> Alarm {
        Alarm {
            name: format!("TargetTracking-{}-{}-{}", self.names.asg, side.word(), self.ids.uuid()),
            state: AlarmState::InsufficientData,
            state_reason: Some("Unchecked: Initial alarm creation".into()),
            state_since: Some(now),
            comparison: Some(comparison.into()),
            threshold: Some(threshold),
            evaluation_periods: Some(points),
            period: Some(60),
            actions_enabled: Some(true),
            configured_at: Some(now),
        }
    }

    pub(super) fn delete_policy(&mut self) {
        (self.scaling.policy, self.scaling.above, self.scaling.below) = (None, 0, 0);
        self.scaling.alarms.clear();
    }

    pub(super) fn alarms_are_missing(&self) -> bool {
        let there = |name: &String| self.scaling.alarms.iter().any(|alarm| alarm.name == *name);
        self.scaling.policy.as_ref().is_some_and(|policy| !policy.alarms.iter().all(there))
    }

    pub(super) fn has_policy(&self) -> bool {
        self.scaling.policy.is_some()
    }

    pub(super) fn has_mute_alarms(&self) -> bool {
        self.scaling.alarms.iter().any(|alarm| alarm.actions_enabled == Some(false))
    }

    /// Switches on or off what the alarms do when they ring. One that rings already acts as soon as it may.
    pub(super) fn set_alarm_actions(&mut self, enabled: bool, now: Timestamp) {
        for alarm in &mut self.scaling.alarms {
            alarm.actions_enabled = Some(enabled);
        }
        if enabled && self.ringing(AlarmSide::High).is_some() {
            self.schedule_one(later(now, 1), Event::ScaleOut);
        }
    }

    pub(super) fn delete_high_alarm(&mut self) {
        self.scaling.alarms.retain(|alarm| AlarmSide::of(&alarm.name) != Some(AlarmSide::High));
    }

    pub(super) fn delete_alarms(&mut self) {
        self.scaling.alarms.clear();
    }

    fn turn_alarm(&mut self, side: AlarmSide, state: &AlarmState, reason: &str, now: Timestamp) {
        let is_meant = |alarm: &&mut Alarm| AlarmSide::of(&alarm.name) == Some(side) && alarm.state != *state;
        for alarm in self.scaling.alarms.iter_mut().filter(is_meant) {
            alarm.state = state.clone();
            alarm.state_reason = Some(reason.into());
            alarm.state_since = Some(now);
        }
    }

    /// What becomes of the alarms once so many minutes had no number.
    pub(super) fn alarms_without_points(&mut self, minutes: i64, now: Timestamp) {
        for (side, points) in [(AlarmSide::High, HIGH_POINTS), (AlarmSide::Low, LOW_POINTS)] {
            if minutes == i64::from(points) {
                let reason = format!("Insufficient Data: {points} datapoints were unknown.");
                self.turn_alarm(side, &AlarmState::InsufficientData, &reason, now);
            }
        }
        (self.scaling.above, self.scaling.below) = (0, 0);
    }

    /// As long as AlarmLow rings, the policy takes away what is more than the minimum, whoever asked for it.
    pub(super) fn expect_scale_in(&mut self, now: Timestamp) {
        let idle = self.ringing(AlarmSide::Low).is_some();
        if idle && self.group.as_ref().is_some_and(|group| group.desired > group.min) {
            self.schedule_one(later(now, i64::from(LOW_POINTS) * MINUTE), Event::ScaleIn);
        }
    }

    /// The policy's alarms look at a new point.
    pub(super) fn weigh(&mut self, point: &Point, now: Timestamp) {
        let label = self.resource_label();
        let counts =
            |policy: &ScalingPolicy| policy.metric.as_deref() == Some(REQUESTS) && policy.resource_label == label;
        if !self.scaling.policy.as_ref().is_some_and(counts) {
            return;
        }
        let target = self.names.target_value();
        let (is_above, is_below) = (point.count > target, point.count < target * LOW_SHARE);
        let more = |run: i32, goes_on: bool| if goes_on { run.saturating_add(1) } else { 0 };
        self.scaling.requests = point.requests;
        self.scaling.above = more(self.scaling.above, is_above);
        self.scaling.below = more(self.scaling.below, is_below);
        self.weigh_on(AlarmSide::High, is_above, self.scaling.above >= HIGH_POINTS, now);
        self.weigh_on(AlarmSide::Low, is_below, self.scaling.below >= LOW_POINTS, now);
    }

    /// An alarm rings once it has all its points, and is OK with the first that isn't one of them.
    fn weigh_on(&mut self, side: AlarmSide, is_beyond: bool, rings: bool, now: Timestamp) {
        if rings {
            let reason = "Threshold Crossed: all datapoints were beyond the threshold.";
            self.turn_alarm(side, &AlarmState::Alarm, reason, now);
            let event = if side == AlarmSide::High { Event::ScaleOut } else { Event::ScaleIn };
            self.schedule_one(later(now, 1), event);
        } else if !is_beyond {
            let reason = "Threshold Crossed: the newest datapoint was not beyond the threshold.";
            self.turn_alarm(side, &AlarmState::Ok, reason, now);
        }
    }

    /// The policy's alarm on this side, if it is in state ALARM and does something then.
    fn ringing(&self, side: AlarmSide) -> Option<String> {
        let rings = |alarm: &&Alarm| {
            AlarmSide::of(&alarm.name) == Some(side) && alarm.state.is_ringing() && alarm.actions_enabled != Some(false)
        };
        self.scaling.alarms.iter().find(rings).map(|alarm| alarm.name.clone())
    }

    fn scale(&mut self, alarm: &str, to: i32, now: Timestamp) {
        let from = self.group.as_ref().map_or(to, |group| group.desired);
        let policy = self.scaling.policy.as_ref().map_or("", |policy| policy.name.as_str());
        let trigger = format!(
            "At {} a monitor alarm {alarm} in state ALARM triggered policy {policy} changing the desired capacity from \
             {from} to {to}.",
            written(now)
        );
        self.set_desired(to, &trigger, now);
    }

    /// The policy asks at once for as many instances as bring the requests per target down to the target.
    pub(super) fn scale_out(&mut self, now: Timestamp) {
        let (Some(alarm), Some(group)) = (self.ringing(AlarmSide::High), &self.group) else { return };
        let needed = (self.scaling.requests / self.names.target_value().max(1.0)).ceil();
        let wanted = (group.desired..group.max).take_while(|count| f64::from(*count) < needed).last();
        if let Some(wanted) = wanted {
            self.scale(&alarm, wanted + 1, now);
        }
    }

    pub(super) fn scale_in(&mut self, now: Timestamp) {
        let scales_in = self.scaling.policy.as_ref().is_some_and(|policy| !policy.disable_scale_in);
        let (Some(alarm), Some(group)) = (self.ringing(AlarmSide::Low), &self.group) else { return };
        let (from, min) = (group.desired, group.min);
        if scales_in && from > min {
            self.scale(&alarm, from - 1, now);
            self.schedule_one(later(now, SCALE_IN), Event::ScaleIn);
        }
    }

    /// Whether there are more instances than the group must have, and nobody whose visits would make the policy see it.
    pub(super) fn stays_large(&self) -> bool {
        self.has_policy() && !self.has_visitors() && self.group.as_ref().is_some_and(|group| group.desired > group.min)
    }

    /// Sets the desired capacity back to the minimum by hand.
    pub(super) fn set_desired_back(&mut self, now: Timestamp) {
        let min = self.group.as_ref().map_or(0, |group| group.min);
        self.set_desired_by_hand(min, now);
    }

    /// Whether the policy has added an instance, as the history tells.
    pub(super) fn policy_has_scaled_out(&self) -> bool {
        let is_high = |cause: ActivityCause| cause.alarm_side() == Some(AlarmSide::High);
        self.activities.iter().any(|activity| ActivityCause::all(&activity.cause).into_iter().any(is_high))
    }

    /// Sets the desired capacity back, then puts load on the site, unless the policy has scaled out before.
    pub(super) fn let_policy_scale(&mut self, now: Timestamp) {
        if !self.policy_has_scaled_out() {
            self.set_desired_by_hand(self.names.desired(), now);
            self.put_full_load(now);
        }
    }
}

/// The label of a load balancer and target group of the same names that were there before.
fn older(label: &str) -> String {
    // app, name, id, targetgroup, name, id
    let other =
        |(place, part): (usize, &str)| if place % 3 == 2 { part.chars().rev().collect() } else { part.to_owned() };
    label.split('/').enumerate().map(other).collect::<Vec<String>>().join("/")
}

fn same_policy(there: &ScalingPolicy, wanted: &ScalingPolicy) -> bool {
    ScalingPolicy { alarms: Vec::new(), ..there.clone() } == *wanted
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_older_label_has_the_same_names_and_other_ids() {
        let label = "app/ec-site-alb/0123456789abcdef/targetgroup/ec-site-web-tg/fedcba9876543210";
        assert_eq!(super::older(label), "app/ec-site-alb/fedcba9876543210/targetgroup/ec-site-web-tg/0123456789abcdef");
    }
}
