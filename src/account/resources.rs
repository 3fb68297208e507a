//! The resources of the lab as AWS shows them, reduced to what a check reads.
//! Field names follow the AWS API; ids and names are AWS's own strings, unchanged.

use ipnet::{Ipv4Net, Ipv6Net};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The account's number, 12 digits.
    pub account: String,
    /// The ARN of the user or role session.
    pub arn: String,
}

/// A VPC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vpc {
    /// `vpc-…`
    pub id: String,
    /// The Name tag.
    pub name: Option<String>,
    /// `available` or `pending`.
    pub state: String,
    /// All IPv4 blocks.
    pub cidrs: Vec<Ipv4Net>,
}

/// An internet gateway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InternetGateway {
    /// `igw-…`
    pub id: String,
    /// VPC id and state of each attachment.
    pub attachments: Vec<(String, String)>,
}

/// A subnet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subnet {
    /// `subnet-…`
    pub id: String,
    /// The Name tag.
    pub name: Option<String>,
    /// Its VPC.
    pub vpc: String,
    /// Availability Zone name, such as `us-east-1a`.
    pub zone: String,
    /// Its IPv4 block; none in an IPv6-only subnet.
    pub cidr: Option<Ipv4Net>,
    /// `available` or `pending`.
    pub state: String,
}

/// A route table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteTable {
    /// `rtb-…`
    pub id: String,
    /// Its VPC.
    pub vpc: String,
    /// Whether subnets without a table of their own use it.
    pub main: bool,
    /// The subnets that are associated explicitly.
    pub subnets: Vec<String>,
    /// Its routes.
    pub routes: Vec<Route>,
}

/// A route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// IPv4 destination; none for IPv6 and prefix lists.
    pub destination: Option<Ipv4Net>,
    /// Where it leads.
    pub target: RouteTarget,
    /// `active` or `blackhole`.
    pub state: String,
}

/// Where a route leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteTarget {
    /// Within the VPC.
    Local,
    /// `igw-…`
    InternetGateway(String),
    /// `nat-…`
    NatGateway(String),
    /// Anything else: instance, network interface, transit gateway, peering, endpoint.
    Other(String),
}

/// A NAT gateway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NatGateway {
    /// `nat-…`
    pub id: String,
    /// `pending`, `failed`, `available`, `deleting` or `deleted`.
    pub state: String,
    /// `public` or `private`.
    pub connectivity: String,
    /// The subnet that it stands in; regional NAT gateways have none.
    pub subnet: Option<String>,
}

/// A security group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityGroup {
    /// `sg-…`
    pub id: String,
    /// GroupName, unique within its VPC.
    pub group_name: String,
    /// The Name tag, which is something else.
    pub name: Option<String>,
    /// Its VPC.
    pub vpc: Option<String>,
    /// The description, fixed at creation.
    pub description: String,
    /// Inbound permissions.
    pub ingress: Vec<Permission>,
    /// Outbound permissions.
    pub egress: Vec<Permission>,
}

/// One permission: a protocol and port range for any number of peers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission {
    /// `-1`, `tcp`, `udp`, `icmp`, `icmpv6` or a protocol number.
    pub protocol: String,
    /// First port, or ICMP type; none for all.
    pub from_port: Option<i32>,
    /// Last port, or ICMP code; none for all.
    pub to_port: Option<i32>,
    /// Whom it admits.
    pub peers: Vec<Peer>,
}

/// The other side of a permission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Peer {
    /// An IPv4 block.
    Ipv4(Ipv4Net),
    /// An IPv6 block.
    Ipv6(Ipv6Net),
    /// Members of a security group, by id.
    Group(String),
    /// A prefix list, by id.
    PrefixList(String),
    /// Something that this program can't read, in AWS's words.
    Other(String),
}

/// A prefix list with what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrefixList {
    /// `pl-…`
    pub id: String,
    /// Its entries, IPv4 or IPv6 blocks.
    pub cidrs: Vec<ipnet::IpNet>,
}

/// An instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instance {
    /// `i-…`
    pub id: String,
    /// The Name tag.
    pub name: Option<String>,
    /// `pending`, `running`, `shutting-down`, `terminated`, `stopping` or `stopped`.
    pub state: String,
    /// Its VPC; none once terminated.
    pub vpc: Option<String>,
    /// Its subnet; none once terminated.
    pub subnet: Option<String>,
    /// Its Availability Zone.
    pub zone: Option<String>,
    /// Its security groups, by id.
    pub security_groups: Vec<String>,
    /// The ARN of its instance profile.
    pub instance_profile: Option<String>,
    /// The Auto Scaling group that owns it, from AWS's own tag `aws:autoscaling:groupName`.
    pub asg: Option<String>,
    /// When it was launched last.
    pub launched_at: Option<Timestamp>,
}

/// An instance profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstanceProfile {
    /// Its name.
    pub name: String,
    /// Its ARN.
    pub arn: String,
    /// Names of its roles, none or one.
    pub roles: Vec<String>,
}

/// An image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// `ami-…`
    pub id: String,
    /// The image name, not the Name tag.
    pub image_name: String,
    /// The Name tag.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// `pending`, `available`, `invalid`, `deregistered`, `transient`, `failed`, `error` or `disabled`.
    pub state: String,
    /// The owner's account number.
    pub owner: Option<String>,
    /// The instance that it was made from, where AWS tells.
    pub source_instance: Option<String>,
    /// The EBS snapshots behind it.
    pub snapshots: Vec<String>,
    /// When it was asked for.
    pub created_at: Option<Timestamp>,
    /// Why it failed, in AWS's words.
    pub state_reason: Option<String>,
}

/// An EBS snapshot of an image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageSnapshot {
    /// `snap-…`
    pub id: String,
    /// `pending`, `completed`, `error`, `recoverable` or `recovering`.
    pub state: String,
    /// Percent done, 0 to 100, where AWS tells.
    pub progress: Option<u8>,
}

/// A launch template with its latest version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaunchTemplate {
    /// `lt-…`
    pub id: String,
    /// Its name.
    pub name: String,
    /// Number of the latest version.
    pub latest_version: i64,
    /// Number of the default version.
    pub default_version: i64,
    /// The description of the latest version.
    pub description: Option<String>,
    /// `ami-…`, or `resolve:ssm:…`
    pub image: Option<String>,
    /// Instance type.
    pub instance_type: Option<String>,
    /// Key pair.
    pub key_name: Option<String>,
    /// SecurityGroupIds.
    pub security_groups: Vec<String>,
    /// Security group names, for EC2-Classic style templates.
    pub security_group_names: Vec<String>,
    /// Network interfaces.
    pub interfaces: Vec<TemplateInterface>,
    /// Name of the instance profile.
    pub profile_name: Option<String>,
    /// ARN of the instance profile.
    pub profile_arn: Option<String>,
    /// Tags of the instances, key and value.
    pub instance_tags: Vec<(String, String)>,
    /// User data as AWS keeps it: in base64.
    pub user_data: Option<String>,
}

/// A network interface of a launch template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateInterface {
    /// 0 is the first.
    pub device_index: Option<i32>,
    /// Its security groups.
    pub security_groups: Vec<String>,
    /// A fixed subnet, which fights with the group's.
    pub subnet: Option<String>,
    /// Whether it asks for a public address.
    pub public_ip: Option<bool>,
}

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
    /// `Pending`, `InService`, `Terminating`, …
    pub lifecycle: String,
    /// `Healthy` or `Unhealthy`.
    pub health: String,
}

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
    /// `active`, `provisioning`, `active_impaired` or `failed`.
    pub state: String,
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
    /// `initial`, `healthy`, `unhealthy`, `unused`, `draining`, `unavailable`, …
    pub state: String,
    /// Reason code, such as `Target.Timeout`.
    pub reason: Option<String>,
    /// AWS's own words.
    pub description: Option<String>,
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
    /// `Successful`, `InProgress`, `Failed`, `Cancelled`, …
    pub status: String,
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
    /// `OK`, `ALARM` or `INSUFFICIENT_DATA`.
    pub state: String,
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
}

/// Requests per target in one minute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RequestCount {
    /// Start of the minute.
    pub at: Timestamp,
    /// The sum of the metric RequestCountPerTarget.
    pub count: f64,
}
