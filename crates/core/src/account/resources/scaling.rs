//! Auto Scaling groups, their policies, alarms and activities.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ActivityStatus, AlarmState, LifecycleState, MemberHealth};

/// What keeps a number of instances: <https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutoScalingGroup {
    /// Unique within account and region, and fixed.
    pub name: String,
    /// Its launch template, plain or from a mixed instances policy; none with a launch configuration.
    pub template: Option<TemplateReference>,
    /// Desired capacity.
    pub desired: i32,
    /// Minimum size.
    pub min: i32,
    /// Maximum size.
    pub max: i32,
    /// By id; AWS lists them as one string, `VPCZoneIdentifier`.
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
    /// What its mixed instances policy says beside the template; none where it has none.
    #[serde(default)]
    pub mixed_instances: Option<MixedInstances>,
    /// `none`, `prevent-force-deletion` or `prevent-all-deletion`, where AWS tells.
    #[serde(default)]
    pub deletion_protection: Option<String>,
}

/// A mixed instances policy, its template apart.
/// <https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_MixedInstancesPolicy.html>
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MixedInstances {
    /// What is launched in the place of what the template says.
    pub overrides: Vec<TemplateOverride>,
    /// So many instances are on-demand ones in any case; none where AWS leaves it at its default, 0.
    pub on_demand_base: Option<i32>,
    /// So many of a hundred above them are; none where AWS leaves it at its default, 100.
    pub on_demand_percentage: Option<i32>,
}

/// One of the launches that a mixed instances policy allows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateOverride {
    /// Another instance type.
    pub instance_type: Option<String>,
    /// Another image.
    pub image: Option<String>,
    /// Another template.
    pub template: Option<TemplateReference>,
    /// Whether AWS chooses the type by requirements.
    pub by_requirements: bool,
}

/// Which version of which launch template a group uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateReference {
    /// `lt-…`
    pub id: Option<String>,
    /// AWS tells it beside the id.
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
    /// The id of the template that it was launched from, where AWS tells.
    #[serde(default)]
    pub template: Option<String>,
    /// The type that it runs, such as `t3.small`, where AWS tells.
    #[serde(default)]
    pub instance_type: Option<String>,
}

/// What changes a group's size by a metric: <https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_ScalingPolicy.html>.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScalingPolicy {
    /// Unique within its group.
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
    /// A UUID.
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
    /// Unique within account and region; target tracking makes it from the group's name and a UUID.
    pub name: String,
    /// What the last points say.
    pub state: AlarmState,
    /// Why, in AWS's words.
    pub state_reason: Option<String>,
    /// When the state changed last.
    pub state_since: Option<Timestamp>,
    /// `GreaterThanThreshold`, `LessThanThreshold`, …
    pub comparison: Option<String>,
    /// What points are compared with, in the unit of the metric.
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
