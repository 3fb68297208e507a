//! Load balancers, listeners with their rules, and target groups.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{LoadBalancerState, TargetReason, TargetState};

/// Of any of the three kinds: <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadBalancer {
    /// `arn:aws:elasticloadbalancing:<region>:<account>:loadbalancer/app/<name>/<id>`
    pub arn: String,
    /// Unique within account and region, and fixed.
    pub name: String,
    /// The host that visitors ask for, without a scheme.
    pub dns_name: Option<String>,
    /// `application`, `network` or `gateway`.
    pub kind: String,
    /// `internet-facing` or `internal`.
    pub scheme: Option<String>,
    /// `ipv4`, `dualstack` or `dualstack-without-public-ipv4`, where AWS tells.
    #[serde(default)]
    pub ip_address_type: Option<String>,
    /// Whether it answers yet.
    pub state: LoadBalancerState,
    /// Why, in AWS's words.
    pub state_reason: Option<String>,
    /// The id of the one VPC in which all its nodes stand.
    pub vpc: Option<String>,
    /// Availability Zone and subnet of each of its nodes.
    pub zones: Vec<(String, String)>,
    /// By id; they admit visitors, and let out to targets.
    pub security_groups: Vec<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
}

/// What accepts visitors on a port: <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listener {
    /// `arn:aws:elasticloadbalancing:<region>:<account>:listener/app/<name>/<id>/<id>`
    pub arn: String,
    /// The ARN of the load balancer that it is part of.
    pub load_balancer: String,
    /// `HTTP`, `HTTPS`, …
    pub protocol: String,
    /// The one that visitors come to.
    pub port: Option<i32>,
    /// The target groups that its default action forwards to, with weights; empty where it does something else.
    pub forwards: Vec<(String, i32)>,
    /// The kind of its default action: `forward`, `redirect`, `fixed-response`, …
    pub action: Option<String>,
    /// The status code of its default action, and for a redirect the address, with AWS's own `#{...}` where that keeps a part
    /// of the request; none in accounts that were kept before it was read.
    #[serde(default)]
    pub answer: Option<String>,
    /// The ARN of its default certificate, where it has one.
    #[serde(default)]
    pub certificates: Vec<String>,
}

/// What a listener does with some of its visitors: <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Rule.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListenerRule {
    /// By this one it is deleted.
    pub arn: String,
    /// The lower, the earlier it is tried; none for the default rule, which comes last.
    pub priority: Option<u32>,
    /// All of them must hold.
    pub conditions: Vec<RuleCondition>,
    /// What it does, in order.
    pub actions: Vec<RuleAction>,
}

/// A condition of a rule. One of its values or expressions must fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleCondition {
    /// `path-pattern`, `host-header`, `http-request-method`, `source-ip`, `http-header` or `query-string`.
    pub field: String,
    /// The header that `http-header` looks at.
    #[serde(default)]
    pub header: Option<String>,
    /// Values; in most fields `*` and `?` stand for other characters.
    pub values: Vec<String>,
    /// Regular expressions.
    #[serde(default)]
    pub expressions: Vec<String>,
}

/// One thing that a rule does: <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleAction {
    /// `forward`, `redirect`, `fixed-response`, `authenticate-oidc`, ...
    pub kind: String,
    /// The target groups that it forwards to, with weights.
    #[serde(default)]
    pub forwards: Vec<(String, i32)>,
    /// The status code and the address that it answers with.
    #[serde(default)]
    pub answer: Option<String>,
}

/// Where a load balancer sends requests: <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetGroup {
    /// `arn:aws:elasticloadbalancing:<region>:<account>:targetgroup/<name>/<id>`
    pub arn: String,
    /// Unique within account and region, and fixed.
    pub name: String,
    /// `HTTP`, `HTTPS`, …
    pub protocol: Option<String>,
    /// The one that targets get requests on, unless a target was entered with another.
    pub port: Option<i32>,
    /// `instance`, `ip`, `lambda` or `alb`.
    pub target_type: Option<String>,
    /// The id of the VPC in which its targets stand; fixed.
    pub vpc: Option<String>,
    /// The load balancers that forward to it.
    pub load_balancers: Vec<String>,
    /// Health check path.
    pub health_path: Option<String>,
    /// Health check port, `traffic-port` or a number.
    pub health_port: Option<String>,
    /// Health check protocol.
    pub health_protocol: Option<String>,
    /// Codes that count as healthy, such as `200` or `200-399`.
    pub health_codes: Option<String>,
}

impl TargetGroup {
    /// Whether a target that answers the health check with `code` counts as healthy. AWS takes 200 where nothing is said.
    #[must_use]
    pub fn takes_as_healthy(&self, code: u16) -> bool {
        let codes = self.health_codes.as_deref().unwrap_or("200");
        codes.split(',').any(|part| {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            match (first.trim().parse::<u16>(), last.trim().parse()) {
                (Ok(first), Ok(last)) => (first..=last).contains(&code),
                _ => false,
            }
        })
    }
}

/// How one target does: <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealthDescription.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetHealth {
    /// Instance id, or an address.
    pub target: String,
    /// The port that it listens on.
    pub port: Option<i32>,
    /// How it is.
    pub state: TargetState,
    /// Reason code, such as `Target.Timeout`.
    pub reason: Option<TargetReason>,
    /// AWS's own words.
    pub description: Option<String>,
}

impl TargetHealth {
    /// The code that the target answered its health checks with, where AWS's words name it: `… these codes: [500]`.
    #[must_use]
    pub fn answered(&self) -> Option<u16> {
        let (_, codes) = self.description.as_deref()?.split_once('[')?;
        codes.split([']', ',']).next()?.trim().parse().ok()
    }
}
