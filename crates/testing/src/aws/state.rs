//! What moto leaves out: how far AWS is with its work, what it did by itself, and what it counted.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// A name that has no address and that no resolver asks anybody about: its first label is longer than 63 letters.
pub const NOWHERE: &str = "ec-site-alb-1234567890-long-label-long-label-long-label-long-label.example";

/// AWS beyond moto's account.
#[derive(Clone)]
pub struct AwsState {
    /// Percent of the image's snapshot; none once the image is available.
    pub image_progress: Option<u8>,
    /// The images that were made, each with its instance.
    pub images: Vec<(String, String)>,
    /// The load balancer isn't active yet.
    pub provisioning: bool,
    /// Of the load balancer, as AWS would give it.
    pub dns_name: String,
    /// What was told to stop hasn't stopped yet.
    pub stopping: bool,
    /// When every instance was launched; none where that was as late as moto says.
    pub launched_at: Option<Timestamp>,
    /// The health of targets that have no other in `healths`.
    pub health: Health,
    /// The health of single targets, by instance.
    pub healths: BTreeMap<String, Health>,
    /// Lifecycle states of members that are not what moto says, by instance.
    pub lifecycles: BTreeMap<String, &'static str>,
    /// The desired capacity, where moto must not act on it yet.
    pub desired: Option<u32>,
    /// The alarms of the policy, by name.
    pub alarms: Vec<String>,
    /// The activity history, the oldest first.
    pub history: Vec<Activity>,
    /// The points of RequestCountPerTarget.
    pub points: Vec<Point>,
    /// What every instance printed at its boot.
    pub boot_log: String,
}

impl Default for AwsState {
    fn default() -> Self {
        Self {
            image_progress: None,
            images: Vec::new(),
            provisioning: false,
            dns_name: NOWHERE.to_owned(),
            stopping: false,
            launched_at: None,
            health: Health::Initial,
            healths: BTreeMap::new(),
            lifecycles: BTreeMap::new(),
            desired: None,
            alarms: Vec::new(),
            history: Vec::new(),
            boot_log: String::new(),
            points: Vec::new(),
        }
    }
}

/// How a target stands.
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html>
#[derive(Clone, Copy)]
pub enum Health {
    /// Its instance is in the group and no target yet.
    Unregistered,
    /// The first health checks are under way.
    Initial,
    /// Nothing listens on the port.
    Refusing,
    /// Health checks get no answer.
    Lost,
    /// No listener sends anybody to the target group, or none in the target's zone.
    OutOfUse,
    /// Health checks get their answer.
    Healthy,
    /// Its instance leaves, and its connections are waited for.
    Draining,
}

impl Health {
    /// State, reason code and description.
    fn said(self) -> Option<(&'static str, &'static str, &'static str)> {
        match self {
            Self::Unregistered => None,
            Self::Initial => Some(("initial", "Elb.InitialHealthChecking", "Initial health checks in progress")),
            Self::Refusing => Some(("unhealthy", "Target.FailedHealthChecks", "Health checks failed")),
            Self::Lost => Some(("unhealthy", "Target.Timeout", "Request timed out")),
            Self::OutOfUse => Some((
                "unused",
                "Target.NotInUse",
                "Target group is not configured to receive traffic from the load balancer",
            )),
            Self::Healthy => Some(("healthy", "", "")),
            Self::Draining => {
                Some(("draining", "Target.DeregistrationInProgress", "Target deregistration is in progress"))
            }
        }
    }

    /// The element of DescribeTargetHealth for this instance.
    pub fn description(self, instance: &str) -> String {
        let Some((state, reason, description)) = self.said() else { return String::new() };
        let why = if reason.is_empty() {
            String::new()
        } else {
            format!("<Reason>{reason}</Reason><Description>{description}</Description>")
        };
        format!(
            "<member><Target><Id>{instance}</Id><Port>80</Port></Target><HealthCheckPort>80</HealthCheckPort>\
             <TargetHealth><State>{state}</State>{why}</TargetHealth></member>"
        )
    }
}

/// A scaling activity.
#[derive(Clone)]
pub struct Activity {
    /// Such as `Launching a new EC2 instance: i-…`.
    pub description: String,
    /// Who or what wanted it, in AWS's sentences.
    pub cause: String,
    /// How far it is, such as `Successful`.
    pub status: &'static str,
    /// When it began.
    pub at: Timestamp,
}

impl Activity {
    /// The launch of the first member.
    pub fn creation(instance: &str, at: Timestamp) -> Self {
        let cause = format!(
            "At {at} a user request created an AutoScalingGroup changing the desired capacity from 0 to 1.  \
             At {at} an instance was started in response to a difference between desired and actual capacity, \
             increasing the capacity from 0 to 1."
        );
        Self::launch(instance, cause, at)
    }

    /// The launch of the second member, by the policy.
    pub fn scale_out(instance: &str, alarm: &str, at: Timestamp) -> Self {
        let cause = format!(
            "At {at} a monitor alarm {alarm} in state ALARM triggered policy RequestCountPolicy changing the desired \
             capacity from 1 to 2.  At {at} an instance was started in response to a difference between desired and \
             actual capacity, increasing the capacity from 1 to 2."
        );
        Self::launch(instance, cause, at)
    }

    /// The launch of the second member, by a person.
    pub fn by_hand(instance: &str, at: Timestamp) -> Self {
        let cause = format!(
            "At {at} a user request update of AutoScalingGroup constraints to min: 1, max: 4, desired: 2 changing the \
             desired capacity from 1 to 2.  At {at} an instance was started in response to a difference between \
             desired and actual capacity, increasing the capacity from 1 to 2."
        );
        Self::launch(instance, cause, at)
    }

    fn launch(instance: &str, cause: String, at: Timestamp) -> Self {
        let description = format!("Launching a new EC2 instance: {instance}");
        Self { description, cause, status: "Successful", at }
    }

    /// The end of a member, by the policy.
    pub fn scale_in(instance: &str, alarm: &str, at: Timestamp) -> Self {
        let cause = format!(
            "At {at} a monitor alarm {alarm} in state ALARM triggered policy RequestCountPolicy changing the desired \
             capacity from 2 to 1.  At {at} an instance was taken out of service in response to a difference between \
             desired and actual capacity, shrinking the capacity from 2 to 1.  At {at} instance {instance} was \
             selected for termination."
        );
        let description = format!("Terminating EC2 instance: {instance} - Waiting For ELB Connection Draining.");
        Self { description, cause, status: "WaitingForELBConnectionDraining", at }
    }

    fn member(&self, number: usize) -> String {
        let (progress, end) = if self.status == "Successful" {
            (100, format!("<EndTime>{}</EndTime>", self.at + SignedDuration::from_secs(30)))
        } else {
            (50, String::new())
        };
        format!(
            "<member><ActivityId>00000000-0000-4000-8000-{number:012}</ActivityId>\
             <AutoScalingGroupName>ec-site-asg</AutoScalingGroupName><Description>{}</Description><Cause>{}</Cause>\
             <StartTime>{}</StartTime>{end}<StatusCode>{}</StatusCode><Progress>{progress}</Progress></member>",
            self.description, self.cause, self.at, self.status
        )
    }
}

/// The members of DescribeScalingActivities, the newest first as AWS lists them.
pub fn members(history: &[Activity]) -> String {
    let numbered = history.iter().enumerate().rev();
    numbered.fold(String::new(), |mut all, (number, activity)| {
        let _ = write!(all, "{}", activity.member(number));
        all
    })
}

/// A one-minute point of RequestCountPerTarget.
#[derive(Clone)]
pub struct Point {
    /// `app/…/…`
    pub load_balancer: String,
    /// Its dimension in CloudWatch, `targetgroup/NAME/ID`.
    pub target_group: String,
    /// The beginning of its minute.
    pub at: Timestamp,
    /// Requests a target.
    pub count: f64,
}

/// CloudWatch's answer to GetMetricData: the points that each query asks for, and no others.
pub fn metric_data(points: &[Point], input: &Value) -> Value {
    let queries = input["MetricDataQueries"].as_array().expect("queries");
    let results: Vec<Value> = queries.iter().map(|query| metric_result(points, query, input)).collect();
    json!({"MetricDataResults": results, "Messages": []})
}

fn metric_result(points: &[Point], query: &Value, input: &Value) -> Value {
    let metric = &query["MetricStat"]["Metric"];
    let known = metric["Namespace"] == "AWS/ApplicationELB"
        && metric["MetricName"] == "RequestCountPerTarget"
        && query["MetricStat"]["Stat"] == "Sum"
        && query["MetricStat"]["Period"] == 60;
    let dimensions = metric["Dimensions"].as_array().expect("dimensions");
    let dimension = |name: &str| dimensions.iter().find(|found| found["Name"] == name).map(|found| &found["Value"]);
    let limit = |name: &str| input[name].as_f64().expect("a time");
    let (start, end) = (limit("StartTime"), limit("EndTime"));
    let mut found: Vec<&Point> = points
        .iter()
        .filter(|point| known && dimensions.len() == 2 && (start..end).contains(&seconds(point)))
        .filter(|point| dimension("LoadBalancer").is_some_and(|name| *name == point.load_balancer.as_str()))
        .filter(|point| dimension("TargetGroup").is_some_and(|name| *name == point.target_group.as_str()))
        .collect();
    found.sort_by_key(|point| std::cmp::Reverse(point.at));
    json!({
        "Id": query["Id"],
        "Label": "RequestCountPerTarget",
        "Timestamps": found.iter().map(|point| point.at.as_second()).collect::<Vec<_>>(),
        "Values": found.iter().map(|point| point.count).collect::<Vec<_>>(),
        "StatusCode": "Complete",
    })
}

#[expect(clippy::cast_precision_loss, reason = "seconds since 1970 need 31 bits")]
fn seconds(point: &Point) -> f64 {
    point.at.as_second() as f64
}
