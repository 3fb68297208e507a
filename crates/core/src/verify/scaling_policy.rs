//! The scaling policy and the alarms that AWS makes for it.

use serde::Deserialize;

use super::{CauseId, Facts, Kind, Number, ResourceKind, Stop, Verdict, Wanted};
use crate::account::Need;
use crate::account::resources::{Alarm, AutoScalingGroup, ScalingPolicy as Policy};
use crate::aws_words::AlarmSide;
use crate::i18n::Text;
use crate::msg;

const TARGET_TRACKING: &str = "TargetTrackingScaling";
/// Processes of a group without which its policies change nothing.
const ACTING: [&str; 3] = ["AlarmNotification", "Launch", "Terminate"];

/// The suspended processes that keep a group's policies from acting.
#[must_use]
pub fn holding_back(group: &AutoScalingGroup) -> Vec<&str> {
    group.suspended.iter().map(String::as_str).filter(|process| ACTING.contains(process)).collect()
}

fn policy_needs(asg: &str) -> Vec<Need> {
    vec![Need::AutoScalingGroups, Need::ScalingPoliciesOf(asg.to_owned())]
}

/// The group has a policy of this name that tracks a target, and it acts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScalingPolicy {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the policy.
    pub policy: String,
}

impl Kind for ScalingPolicy {
    fn needs(&self) -> Vec<Need> {
        policy_needs(&self.asg)
    }

    fn expected(&self) -> Text {
        msg!(policy_expected, policy = &self.policy, asg = &self.asg)
    }

    fn why(&self) -> Text {
        msg!(policy_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::ScalingPolicy, &self.policy))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.auto_scaling_group(&self.asg)?;
        let fix = msg!(policy_fix, policy = &self.policy, asg = &self.asg);
        let policy =
            facts.scaling_policy(&self.asg, &self.policy).map_err(|missing| missing.of_subject(fix.clone()))?;
        let actual = Text::verbatim(format!("{} ({})", policy.name, policy.kind));
        if policy.kind != TARGET_TRACKING {
            return Ok(Verdict::failed(actual, fix).because(CauseId::PolicyInactive, msg!(cause_policy_inactive)));
        }
        if !policy.enabled {
            let actual = msg!(policy_disabled, policy = &policy.name);
            let fix = msg!(policy_disabled_fix);
            return Ok(Verdict::failed(actual, fix).because(CauseId::PolicyInactive, msg!(cause_policy_inactive)));
        }
        let suspended = holding_back(group);
        if !suspended.is_empty() {
            let processes = Text::list(suspended);
            return Ok(Verdict::failed(
                msg!(policy_suspended, policy = &policy.name, processes = processes.clone()),
                msg!(policy_suspended_fix, asg = &self.asg, processes = processes),
            )
            .because(CauseId::ProcessesSuspended, msg!(cause_scaling_suspended)));
        }
        Ok(Verdict::passed(actual))
    }
}

/// The policy tracks this predefined metric.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyMetric {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the policy.
    pub policy: String,
    /// AWS's name of what is tracked, such as `ALBRequestCountPerTarget`.
    pub metric: String,
}

impl Kind for PolicyMetric {
    fn needs(&self) -> Vec<Need> {
        policy_needs(&self.asg)
    }

    fn expected(&self) -> Text {
        msg!(policy_metric_expected, metric = &self.metric)
    }

    fn why(&self) -> Text {
        msg!(policy_metric_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let policy = facts.scaling_policy(&self.asg, &self.policy)?;
        let actual = policy.metric.as_ref().map_or_else(|| msg!(policy_metric_other), Text::verbatim);
        if policy.metric.as_deref() == Some(&self.metric) {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(actual, msg!(policy_metric_fix, policy = &self.policy))
            .because(CauseId::PolicyWrongMetric, msg!(cause_policy_wrong_metric)))
    }
}

/// The policy counts the requests of this target group behind this load balancer, as they are now.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyLabel {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the policy.
    pub policy: String,
    /// Name of the load balancer.
    pub alb: String,
    /// Name of the target group.
    pub target_group: String,
}

impl Kind for PolicyLabel {
    fn needs(&self) -> Vec<Need> {
        [policy_needs(&self.asg), vec![Need::LoadBalancers, Need::TargetGroups]].concat()
    }

    fn expected(&self) -> Text {
        msg!(policy_label_expected, alb = &self.alb, target_group = &self.target_group)
    }

    fn why(&self) -> Text {
        msg!(policy_label_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let policy = facts.scaling_policy(&self.asg, &self.policy)?;
        let balancer = facts.load_balancer(&self.alb)?;
        let group = facts.target_group(&self.target_group)?;
        let fix = msg!(policy_label_fix, policy = &self.policy, target_group = &self.target_group);
        let Some(found) = policy.resource_label.as_deref() else {
            return Ok(Verdict::failed(msg!(policy_label_none), fix)
                .because(CauseId::PolicyWrongMetric, msg!(cause_policy_wrong_metric)));
        };
        if label(&balancer.arn, &group.arn).as_deref() == Some(found) {
            return Ok(Verdict::passed(Text::verbatim(found)));
        }
        Ok(Verdict::failed(Text::verbatim(found), fix)
            .because(CauseId::PolicyOtherTarget, msg!(cause_policy_other_target)))
    }
}

/// `app/…/targetgroup/…`, from the two ARNs.
#[must_use]
pub fn label(load_balancer: &str, target_group: &str) -> Option<String> {
    let (_, balancer) = load_balancer.split_once(":loadbalancer/")?;
    let (_, group) = target_group.split_once(":targetgroup/")?;
    Some(format!("{balancer}/targetgroup/{group}"))
}

/// The policy keeps this value.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyTarget {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the policy.
    pub policy: String,
    /// The target value.
    pub value: Number,
}

impl Kind for PolicyTarget {
    fn needs(&self) -> Vec<Need> {
        policy_needs(&self.asg)
    }

    fn expected(&self) -> Text {
        msg!(policy_target_expected, value = self.value.0)
    }

    fn why(&self) -> Text {
        msg!(policy_target_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let policy = facts.scaling_policy(&self.asg, &self.policy)?;
        let fix = msg!(policy_target_fix, policy = &self.policy, value = self.value.0);
        let Some(found) = policy.target_value else { return Ok(Verdict::failed(msg!(policy_target_none), fix)) };
        let actual = Text::verbatim(found.to_string());
        let same = found.total_cmp(&f64::from(self.value.0)).is_eq();
        Ok(if same { Verdict::passed(actual) } else { Verdict::failed(actual, fix) })
    }
}

/// The policy may scale in, too.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyScaleIn {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the policy.
    pub policy: String,
}

impl Kind for PolicyScaleIn {
    fn needs(&self) -> Vec<Need> {
        policy_needs(&self.asg)
    }

    fn expected(&self) -> Text {
        msg!(policy_scale_in_expected)
    }

    fn why(&self) -> Text {
        msg!(policy_scale_in_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let policy = facts.scaling_policy(&self.asg, &self.policy)?;
        if policy.disable_scale_in {
            let fix = msg!(policy_scale_in_fix, policy = &self.policy);
            return Ok(Verdict::failed(msg!(policy_scale_in_disabled), fix));
        }
        Ok(Verdict::passed(msg!(policy_scale_in_enabled)))
    }
}

/// One of the two alarms that the policy itself names exists, in whatever state.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyAlarm {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the policy.
    pub policy: String,
    /// Which of the two.
    pub side: Side,
}

/// The sides of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Above it: scale out.
    High,
    /// Below it: scale in.
    Low,
}

impl From<Side> for AlarmSide {
    fn from(side: Side) -> Self {
        match side {
            Side::High => Self::High,
            Side::Low => Self::Low,
        }
    }
}

impl Kind for PolicyAlarm {
    fn needs(&self) -> Vec<Need> {
        [policy_needs(&self.asg), vec![Need::AlarmsOf(self.asg.clone())]].concat()
    }

    fn expected(&self) -> Text {
        msg!(alarm_expected, alarm = self.alarm_side().word(), policy = &self.policy)
    }

    fn why(&self) -> Text {
        match self.side {
            Side::High => msg!(alarm_high_why),
            Side::Low => msg!(alarm_low_why),
        }
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let policy = facts.scaling_policy(&self.asg, &self.policy)?;
        let alarms = facts.snapshot.alarms.seen()?;
        if let Some(alarm) = self.find(policy, alarms) {
            return Ok(Verdict::passed(Text::verbatim(format!("{} ({})", alarm.name, alarm.state))));
        }
        let named = policy.alarms.iter().find(|name| self.is_on_side(name));
        let actual = match named {
            Some(name) => msg!(alarm_deleted, name = name),
            None => msg!(alarm_none, alarm = self.alarm_side().word()),
        };
        Ok(Verdict::failed(actual, msg!(alarm_fix, policy = &self.policy))
            .because(CauseId::AlarmsMissing, msg!(cause_alarms_missing)))
    }
}

impl PolicyAlarm {
    fn alarm_side(&self) -> AlarmSide {
        self.side.into()
    }

    fn is_on_side(&self, name: &str) -> bool {
        AlarmSide::of(name) == Some(self.alarm_side())
    }

    fn find<'a>(&self, policy: &Policy, alarms: &'a [Alarm]) -> Option<&'a Alarm> {
        alarms.iter().find(|alarm| policy.alarms.contains(&alarm.name) && self.is_on_side(&alarm.name))
    }
}
