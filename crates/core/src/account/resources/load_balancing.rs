//! Load balancers, listeners with their rules, and target groups.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{LoadBalancerState, TargetState};

/// A load balancer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadBalancer {
    /// Its ARN.
    pub arn: String,
    /// Its name.
    pub name: String,
    /// Its DNS name.
    pub dns_name: Option<String>,
    /// `application`, `network` or `gateway`.
    pub kind: String,
    /// `internet-facing` or `internal`.
    pub scheme: Option<String>,
    /// `ipv4`, `dualstack` or `dualstack-without-public-ipv4`, where AWS tells.
    #[serde(default)]
    pub ip_address_type: Option<String>,
    /// Its state.
    pub state: LoadBalancerState,
    /// Why, in AWS's words.
    pub state_reason: Option<String>,
    /// Its VPC.
    pub vpc: Option<String>,
    /// Availability Zone and subnet of each of its nodes.
    pub zones: Vec<(String, String)>,
    /// Its security groups.
    pub security_groups: Vec<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
}

/// A listener.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listener {
    /// Its ARN.
    pub arn: String,
    /// Its load balancer.
    pub load_balancer: String,
    /// `HTTP`, `HTTPS`, …
    pub protocol: String,
    /// Its port.
    pub port: Option<i32>,
    /// The target groups that its default action forwards to, with weights; empty where it does something else.
    pub forwards: Vec<(String, i32)>,
    /// The kind of its default action: `forward`, `redirect`, `fixed-response`, …
    pub action: Option<String>,
}

/// A rule of a listener.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListenerRule {
    /// Its ARN.
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

/// An action of a rule.
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

/// A target group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetGroup {
    /// Its ARN.
    pub arn: String,
    /// Its name.
    pub name: String,
    /// `HTTP`, `HTTPS`, …
    pub protocol: Option<String>,
    /// Its port.
    pub port: Option<i32>,
    /// `instance`, `ip`, `lambda` or `alb`.
    pub target_type: Option<String>,
    /// Its VPC.
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

/// The health of one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetHealth {
    /// Instance id, or an address.
    pub target: String,
    /// The port that it listens on.
    pub port: Option<i32>,
    /// How it is.
    pub state: TargetState,
    /// Reason code, such as `Target.Timeout`.
    pub reason: Option<String>,
    /// AWS's own words.
    pub description: Option<String>,
}
