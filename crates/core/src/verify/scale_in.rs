//! The group becomes small again once the load is over: what it goes on costing where it doesn't.

use jiff::Timestamp;
use serde::Deserialize;

use super::activity::{is_high, is_low};
use super::scaling_policy::holding_back;
use super::{CauseId, Doing, Facts, Kind, Stop, Verdict, Wait};
use crate::account::Need;
use crate::account::resources::{Alarm, AutoScalingGroup, ScalingPolicy};
use crate::aws_words::AlarmSide;
use crate::i18n::Text;
use crate::msg;

/// Advice: the group has no more instances than it must have, or is on its way there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaledIn {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the policy.
    pub policy: String,
    /// Name of the load balancer.
    pub alb: String,
    /// Name of the target group.
    pub target_group: String,
}

impl Kind for ScaledIn {
    fn needs(&self) -> Vec<Need> {
        vec![
            Need::AutoScalingGroups,
            Need::Instances,
            Need::ScalingPoliciesOf(self.asg.clone()),
            Need::AlarmsOf(self.asg.clone()),
            Need::RequestCounts { alb: self.alb.clone(), target_group: self.target_group.clone() },
        ]
    }

    fn expected(&self) -> Text {
        msg!(scaled_in_expected)
    }

    fn why(&self) -> Text {
        msg!(scaled_in_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.auto_scaling_group(&self.asg)?;
        let actual = msg!(asg_size_actual, desired = group.desired, min = group.min, max = group.max);
        if group.desired <= group.min {
            return Ok(Verdict::passed(actual));
        }
        let policy = facts.scaling_policy(&self.asg, &self.policy)?;
        let alarms = facts.snapshot.alarms.seen()?;
        if alarms.iter().any(|alarm| is_high(alarm, &policy.alarms) && alarm.state.is_ringing()) {
            // The load that wants them is still there.
            return Ok(Verdict::passed(actual));
        }
        let Some(low) = alarms.iter().find(|alarm| is_low(alarm, &policy.alarms)) else {
            return Ok(Verdict::failed(
                msg!(alarm_none, alarm = AlarmSide::Low.word()),
                msg!(alarm_fix, policy = &policy.name),
            )
            .because(CauseId::AlarmsMissing, msg!(cause_alarms_missing)));
        };
        if let Some(hindered) = hindered(group, policy, low) {
            return Ok(hindered);
        }
        if low.state.is_ringing() {
            let wait = Wait::new(Doing::ScalingIn, low.state_since);
            return Ok(Verdict::waiting(wait, actual, msg!(scaled_in_wait_fix)));
        }
        let counts = facts.snapshot.request_counts.seen()?;
        let latest = counts.iter().map(|point| point.at).max();
        if facts.is_within(Doing::CountingRequests.usual().overdue_after, latest) {
            let is_busy = |count: f64| low.threshold.is_none_or(|threshold| count >= threshold);
            let busy = counts.iter().filter(|point| is_busy(point.count)).map(|point| point.at).max();
            return Ok(Verdict::waiting(Wait::new(Doing::ScalingIn, busy), actual, msg!(scaled_in_wait_fix)));
        }
        Ok(without_points(group, latest))
    }
}

/// What keeps the policy from scaling in, however quiet it is.
fn hindered(group: &AutoScalingGroup, policy: &ScalingPolicy, low: &Alarm) -> Option<Verdict> {
    if policy.disable_scale_in {
        let fix = msg!(policy_scale_in_fix, policy = &policy.name);
        let verdict = Verdict::failed(msg!(policy_scale_in_disabled), fix);
        return Some(verdict.because(CauseId::PolicyNoScaleIn, msg!(cause_wrong_setting)));
    }
    if low.actions_enabled == Some(false) {
        let fix = msg!(scaled_in_actions_off_fix, alarm = &low.name);
        let verdict = Verdict::failed(msg!(scale_out_actions_off, alarm = &low.name), fix);
        return Some(verdict.because(CauseId::AlarmActionsOff, msg!(cause_alarm_actions_off)));
    }
    let suspended: Vec<&str> = holding_back(group).into_iter().filter(|process| *process != "Launch").collect();
    (!suspended.is_empty()).then(|| {
        let processes = Text::list(suspended);
        Verdict::failed(
            msg!(policy_suspended, policy = &policy.name, processes = processes.clone()),
            msg!(policy_suspended_fix, asg = &group.name, processes = processes),
        )
        .because(CauseId::ProcessesSuspended, msg!(cause_scaling_suspended))
    })
}

/// The balancer may publish no number for a minute without a visit, and an alarm without numbers keeps its state or can't
/// judge. `latest` is the last minute that had one.
fn without_points(group: &AutoScalingGroup, latest: Option<Timestamp>) -> Verdict {
    let actual = match latest {
        Some(at) => msg!(scaled_in_no_points_since, desired = group.desired, time = at),
        None => msg!(scaled_in_no_points, desired = group.desired),
    };
    Verdict::failed(actual, msg!(scaled_in_fix, min = group.min))
        .because(CauseId::ScaleInNoPoints, msg!(cause_scale_in_no_points))
}
