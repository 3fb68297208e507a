//! Auto Scaling groups, their policies, alarms and activities.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ActivityStatus, AlarmState, LifecycleState, MemberHealth};

/// An Auto Scaling group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutoScalingGroup {
    /// Its name.
    pub name: String,
    /// Its launch template, plain or from a mixed instances policy; none with a launch configuration.
    pub template: Option<TemplateReference>,
    /// Desired capacity.
    pub desired: i32,
    /// Minimum size.
    pub min: i32,
    /// Maximum size.
    pub max: i32,
    /// Its subnets.
    pub subnets: Vec<String>,
    /// Target groups from TargetGroupARNs and TrafficSources, each once.
    pub target_groups: Vec<String>,
    /// Its members.
    pub instances: Vec<Member>,
    /// Set while it is being deleted.
    pub status: Option<String>,
    /// Processes that somebody suspended.
    pub suspended: Vec<String>,
    /// `EC2`, `ELB`, …
    pub health_check_type: String,
    /// Seconds for which a new instance's health isn't looked at, where AWS tells.
    #[serde(default)]
    pub grace_period: Option<i32>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
}

/// Which version of which launch template a group uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateReference {
    /// `lt-…`
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// `$Latest`, `$Default` or a number; AWS takes a missing one as `$Default`.
    pub version: Option<String>,
}

/// An instance of an Auto Scaling group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// `i-…`
    pub id: String,
    /// Its Availability Zone.
    pub zone: String,
    /// Where it stands between launch and termination.
    pub lifecycle: LifecycleState,
    /// What the group thinks of its health.
    pub health: MemberHealth,
    /// The number of the template's version that it was launched from, where AWS tells.
    #[serde(default)]
    pub version: Option<String>,
}

/// A scaling policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScalingPolicy {
    /// Its name.
    pub name: String,
    /// `TargetTrackingScaling`, `StepScaling`, `SimpleScaling` or `PredictiveScaling`.
    pub kind: String,
    /// Whether it acts.
    pub enabled: bool,
    /// The predefined metric, such as `ALBRequestCountPerTarget`.
    pub metric: Option<String>,
    /// `app/…/targetgroup/…`
    pub resource_label: Option<String>,
    /// The value that it keeps.
    pub target_value: Option<f64>,
    /// Whether it never scales in.
    pub disable_scale_in: bool,
    /// The names of the alarms that AWS made for it.
    pub alarms: Vec<String>,
}

/// A scaling activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Its id.
    pub id: String,
    /// `Launching a new EC2 instance: i-…` and the like.
    pub description: Option<String>,
    /// Why, in AWS's words.
    pub cause: String,
    /// How far it is.
    pub status: ActivityStatus,
    /// What went wrong, in AWS's words.
    pub status_message: Option<String>,
    /// When it started.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

/// A CloudWatch alarm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alarm {
    /// Its name.
    pub name: String,
    /// Its state.
    pub state: AlarmState,
    /// Why, in AWS's words.
    pub state_reason: Option<String>,
    /// When the state changed last.
    pub state_since: Option<Timestamp>,
    /// `GreaterThanThreshold`, `LessThanThreshold`, …
    pub comparison: Option<String>,
    /// The threshold.
    pub threshold: Option<f64>,
    /// Points that are looked at.
    pub evaluation_periods: Option<i32>,
    /// Seconds a point.
    pub period: Option<i32>,
    /// Whether it does anything when it goes off (`ActionsEnabled`), where AWS tells.
    #[serde(default)]
    pub actions_enabled: Option<bool>,
    /// When it was made or changed last.
    #[serde(default)]
    pub configured_at: Option<Timestamp>,
}

/// Requests per target in one minute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RequestCount {
    /// Start of the minute.
    pub at: Timestamp,
    /// The sum of the metric RequestCountPerTarget.
    pub count: f64,
}
