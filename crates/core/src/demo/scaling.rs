//! The scaling policy of the simulated account with its alarms, and the load that sets them off.
//! A minute of CloudWatch passes in a few seconds here, and its points carry the instants at which they came in.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::SimulatedAccount;
use super::event::Event;
use super::ids::{later, written};
use super::view::LONG_WAIT;
use crate::account::resources::{Alarm, AlarmState, RequestCount, ScalingPolicy};

/// Seconds that stand for one minute of load.
pub const MINUTE: i64 = 3;
/// Points above the target that set AlarmHigh off.
const HIGH_POINTS: i32 = 3;
/// Points below nine tenths of the target that set AlarmLow off.
const LOW_POINTS: i32 = 15;
/// Seconds between two steps of scaling out.
const SCALE_OUT: i64 = 10;
/// Seconds between two steps of scaling in.
const SCALE_IN: i64 = 6;
/// Points that are kept.
const POINTS: usize = 60;
const REQUESTS: &str = "ALBRequestCountPerTarget";
const CPU: &str = "ASGAverageCPUUtilization";

/// Policy, alarms and what they measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Scaling {
    pub(super) policy: Option<ScalingPolicy>,
    pub(super) alarms: Vec<Alarm>,
    pub(super) counts: Vec<RequestCount>,
    load: Option<Load>,
    /// Minutes in a row above the target.
    above: i32,
    /// Since when there is no load.
    quiet_since: Option<Timestamp>,
}

/// A running load.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Load {
    requests_a_minute: f64,
    minutes_left: u8,
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
        let high = self.alarm("AlarmHigh", "GreaterThanThreshold", target, HIGH_POINTS, now);
        let low = self.alarm("AlarmLow", "LessThanThreshold", target * 0.9, LOW_POINTS, now);
        policy.alarms = vec![high.name.clone(), low.name.clone()];
        let settles = |alarm: &Alarm, state: AlarmState| Event::AlarmSettles { name: alarm.name.clone(), state };
        self.schedule(later(now, MINUTE), settles(&high, AlarmState::Ok));
        // An idle site stands below the low mark, which is normal.
        self.schedule(later(now, 2 * MINUTE), settles(&low, AlarmState::Alarm));
        (self.scaling.policy, self.scaling.alarms) = (Some(policy), vec![high, low]);
    }

    fn alarm(&mut self, which: &str, comparison: &str, threshold: f64, points: i32, now: Timestamp) -> Alarm {
        Alarm {
            name: format!("TargetTracking-{}-{which}-{}", self.names.asg, self.ids.uuid()),
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
        (self.scaling.policy, self.scaling.above) = (None, 0);
        self.scaling.alarms.clear();
    }

    pub(super) fn alarms_are_missing(&self) -> bool {
        let there = |name: &String| self.scaling.alarms.iter().any(|alarm| alarm.name == *name);
        self.scaling.policy.as_ref().is_some_and(|policy| !policy.alarms.iter().all(there))
    }

    pub(super) fn has_policy(&self) -> bool {
        self.scaling.policy.is_some()
    }

    pub(super) fn delete_high_alarm(&mut self) {
        self.scaling.alarms.retain(|alarm| !alarm.name.contains("-AlarmHigh-"));
    }

    pub(super) fn delete_alarms(&mut self) {
        self.scaling.alarms.clear();
    }

    fn turn_alarm(&mut self, which: &str, state: &AlarmState, reason: &str, now: Timestamp) {
        for alarm in self.scaling.alarms.iter_mut().filter(|alarm| alarm.name.contains(which) && alarm.state != *state)
        {
            alarm.state = state.clone();
            alarm.state_reason = Some(reason.into());
            alarm.state_since = Some(now);
        }
    }

    pub(super) fn alarm_settles(&mut self, name: &str, state: &AlarmState, now: Timestamp) {
        let settled = self.scaling.alarms.iter().find(|alarm| alarm.name == name);
        if settled.is_some_and(|alarm| alarm.state == AlarmState::InsufficientData) {
            self.turn_alarm(name, state, "Threshold Crossed: no requests were received.", now);
            self.expect_scale_in(now);
        }
    }

    /// As long as AlarmLow rings, the policy takes away what is more than the minimum, whoever asked for it.
    pub(super) fn expect_scale_in(&mut self, now: Timestamp) {
        let idle = self.ringing("-AlarmLow-").is_some();
        if idle && self.group.as_ref().is_some_and(|group| group.desired > group.min) {
            self.schedule_one(later(now, i64::from(LOW_POINTS) * MINUTE), Event::ScaleIn);
        }
    }

    /// Whether the site works for visitors.
    pub(super) fn site_works(&self, now: Timestamp) -> bool {
        self.is_open(now) && self.listener_forwards() && self.healthy_targets(now) > 0
    }

    /// Puts load on the site; nothing arrives at one that does not work, and a running load is left alone.
    pub(super) fn put_load(&mut self, requests_a_minute: f64, minutes_left: u8, now: Timestamp) {
        if self.scaling.load.is_some() || !self.site_works(now) {
            return;
        }
        self.scaling.load = Some(Load { requests_a_minute, minutes_left });
        self.scaling.quiet_since = None;
        self.schedule(later(now, MINUTE), Event::Minute);
    }

    pub(super) fn put_full_load(&mut self, now: Timestamp) {
        self.put_load(self.names.requests_a_minute(), self.names.load_minutes(), now);
    }

    pub(super) fn count_minute(&mut self, now: Timestamp) {
        let Some(mut load) = self.scaling.load.take() else { return };
        let targets = u32::try_from(self.healthy_targets(now)).unwrap_or(u32::MAX);
        let count = (load.requests_a_minute / f64::from(targets.max(1))).round();
        if self.site_works(now) {
            self.scaling.counts.push(RequestCount { at: now, count });
            let surplus = self.scaling.counts.len().saturating_sub(POINTS);
            self.scaling.counts.drain(..surplus);
            self.weigh(count, now);
        }
        load.minutes_left = load.minutes_left.saturating_sub(1);
        if load.minutes_left > 0 {
            self.scaling.load = Some(load);
            return self.schedule(later(now, MINUTE), Event::Minute);
        }
        self.begin_quiet(now);
    }

    /// Ends a running load before its time; the minute that has begun is not counted.
    pub(super) fn break_load_off(&mut self, now: Timestamp) {
        if self.scaling.load.take().is_some() {
            self.due.retain(|due| due.event != Event::Minute);
            self.begin_quiet(now);
        }
    }

    fn begin_quiet(&mut self, now: Timestamp) {
        (self.scaling.above, self.scaling.quiet_since) = (0, Some(now));
        for minutes in [1, i64::from(LOW_POINTS)] {
            self.schedule(later(now, minutes * MINUTE), Event::Quiet(minutes));
        }
    }

    /// The policy's alarms look at a new point.
    fn weigh(&mut self, count: f64, now: Timestamp) {
        let label = self.resource_label();
        let counts =
            |policy: &ScalingPolicy| policy.metric.as_deref() == Some(REQUESTS) && policy.resource_label == label;
        if !self.scaling.policy.as_ref().is_some_and(counts) {
            return;
        }
        let target = self.names.target_value();
        if count >= target * 0.9 {
            self.turn_alarm(
                "-AlarmLow-",
                &AlarmState::Ok,
                "Threshold Crossed: the newest point is not below the threshold.",
                now,
            );
        }
        self.scaling.above = if count > target { self.scaling.above.saturating_add(1) } else { 0 };
        if self.scaling.above >= HIGH_POINTS {
            let reason =
                format!("Threshold Crossed: {HIGH_POINTS} datapoints were greater than the threshold ({target:.1}).");
            self.turn_alarm("-AlarmHigh-", &AlarmState::Alarm, &reason, now);
            self.schedule_one(later(now, 1), Event::ScaleOut);
        }
    }

    /// The policy's alarm of this kind, if it is in state ALARM.
    fn ringing(&self, which: &str) -> Option<String> {
        let alarm = self.scaling.alarms.iter().find(|alarm| alarm.name.contains(which) && alarm.state.is_ringing())?;
        Some(alarm.name.clone())
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

    pub(super) fn scale_out(&mut self, now: Timestamp) {
        let (Some(alarm), Some(group)) = (self.ringing("-AlarmHigh-"), &self.group) else { return };
        let (from, max) = (group.desired, group.max);
        if from < max {
            self.scale(&alarm, from.saturating_mul(2).max(1).min(max), now);
            self.schedule_one(later(now, SCALE_OUT), Event::ScaleOut);
        }
    }

    pub(super) fn scale_in(&mut self, now: Timestamp) {
        let scales_in = self.scaling.policy.as_ref().is_some_and(|policy| !policy.disable_scale_in);
        let (Some(alarm), Some(group)) = (self.ringing("-AlarmLow-"), &self.group) else { return };
        let (from, min) = (group.desired, group.min);
        if scales_in && from > min {
            self.scale(&alarm, from - 1, now);
            self.schedule_one(later(now, SCALE_IN), Event::ScaleIn);
        }
    }

    /// The load has been over for so many minutes.
    pub(super) fn quiet(&mut self, minutes: i64, now: Timestamp) {
        if self.scaling.quiet_since.is_none_or(|since| later(since, minutes * MINUTE) > now) {
            return;
        }
        self.turn_alarm("-AlarmHigh-", &AlarmState::Ok, "Threshold Crossed: no requests were received.", now);
        if minutes == 1 {
            // Time runs fast here: when no more points are to come, they must look as if they were all there were.
            for point in &mut self.scaling.counts {
                point.at = later(point.at, -LONG_WAIT);
            }
        }
        if minutes >= i64::from(LOW_POINTS) {
            let reason = format!("Threshold Crossed: no requests were received for {LOW_POINTS} minutes.");
            self.turn_alarm("-AlarmLow-", &AlarmState::Alarm, &reason, now);
            self.schedule_one(later(now, 1), Event::ScaleIn);
        }
    }

    /// Whether the policy has added an instance, as the history tells.
    pub(super) fn policy_has_scaled_out(&self) -> bool {
        self.activities.iter().any(|activity| activity.cause.contains("-AlarmHigh-"))
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
