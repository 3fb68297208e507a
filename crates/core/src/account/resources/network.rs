//! VPC, subnets, routes, gateways, network ACLs and security groups.

use ipnet::{Ipv4Net, Ipv6Net};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    AttachmentState, EncryptionControlState, InternetGatewayBlockMode, NatFailureCode, NatGatewayState, RouteState,
    SubnetState, VpcState,
};

/// A network of the account in one region: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vpc {
    /// `vpc-…`
    pub id: String,
    /// The Name tag.
    pub name: Option<String>,
    /// Whether it can be used yet.
    pub state: VpcState,
    /// All IPv4 blocks.
    pub cidrs: Vec<Ipv4Net>,
    /// What VPC Block Public Access does to it (`BlockPublicAccessStates`), where AWS tells.
    #[serde(default)]
    pub block_mode: Option<InternetGatewayBlockMode>,
    /// Its encryption control, where it has one.
    #[serde(default)]
    pub encryption_control: Option<EncryptionControlState>,
}

/// The way between a VPC and the internet: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InternetGateway {
    /// `igw-…`
    pub id: String,
    /// VPC id and state of each attachment.
    pub attachments: Vec<(String, AttachmentState)>,
}

/// A part of a VPC in one Availability Zone: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subnet {
    /// `subnet-…`
    pub id: String,
    /// The Name tag.
    pub name: Option<String>,
    /// The id of the VPC that it is part of.
    pub vpc: String,
    /// Availability Zone name, such as `us-east-1a`.
    pub zone: String,
    /// Its IPv4 block; none in an IPv6-only subnet.
    pub cidr: Option<Ipv4Net>,
    /// Whether it can be used yet.
    pub state: SubnetState,
    /// What VPC Block Public Access does to it, its own exclusion taken in, where AWS tells.
    #[serde(default)]
    pub block_mode: Option<InternetGatewayBlockMode>,
}

/// Where packets go that leave subnets: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteTable {
    /// `rtb-…`
    pub id: String,
    /// The id of the VPC whose subnets may use it.
    pub vpc: String,
    /// Whether subnets without a table of their own use it.
    pub main: bool,
    /// The subnets that are associated explicitly.
    pub subnets: Vec<String>,
    /// Of those that fit a packet, the narrowest counts.
    pub routes: Vec<Route>,
}

/// Where packets go that are meant for a block: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// IPv4 destination; none for IPv6 and prefix lists.
    pub destination: Option<Ipv4Net>,
    /// Where it leads.
    pub target: RouteTarget,
    /// Whether what it leads to is still there.
    pub state: RouteState,
}

/// Where a route leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteTarget {
    /// Within the VPC.
    Local,
    /// `igw-…`
    InternetGateway(String),
    /// Out through a NAT gateway, by its id.
    NatGateway(String),
    /// Anything else: instance, network interface, transit gateway, peering, endpoint.
    Other(String),
}

/// The way out for private subnets: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NatGateway {
    /// `nat-…`
    pub id: String,
    /// Whether it works; a deleted one stays in lists for a while.
    pub state: NatGatewayState,
    /// `public` or `private`.
    pub connectivity: String,
    /// The subnet that it stands in; regional NAT gateways have none.
    pub subnet: Option<String>,
    /// The id of the VPC that it serves.
    #[serde(default)]
    pub vpc: Option<String>,
    /// Its public IPv4 addresses.
    #[serde(default)]
    pub public_ips: Vec<String>,
    /// `zonal` or `regional` (`AvailabilityMode`), where AWS tells; a regional one is billed for each zone that it works in.
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html>
    #[serde(default)]
    pub availability: Option<String>,
    /// The Availability Zones that its addresses are used in, each once; AWS tells them of regional ones alone.
    #[serde(default)]
    pub zones: Vec<String>,
    /// When it was made.
    #[serde(default)]
    pub created_at: Option<Timestamp>,
    /// Why AWS could not make it, while it is `failed`.
    #[serde(default)]
    pub failure_code: Option<NatFailureCode>,
    /// The same in AWS's words.
    #[serde(default)]
    pub failure_message: Option<String>,
}

/// What may pass the border of subnets, packet by packet: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkAcl {
    /// `acl-…`
    pub id: String,
    /// The id of the VPC whose subnets it guards.
    pub vpc: String,
    /// The subnets that it guards; each subnet has exactly one.
    pub subnets: Vec<String>,
    /// Its rules, inbound and outbound.
    pub entries: Vec<AclEntry>,
}

/// A rule of a network ACL.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AclEntry {
    /// The lower, the earlier it is tried; 32767 for the last one, which the console shows as `*`.
    pub number: i32,
    /// Which packets it is about.
    pub direction: AclDirection,
    /// `allow` or `deny`.
    pub action: String,
    /// `-1` for all, or a protocol number.
    pub protocol: String,
    /// First and last destination port; none for all.
    pub ports: Option<(i32, i32)>,
    /// Where the packets come from or go to; none for IPv6.
    pub block: Option<Ipv4Net>,
}

/// Which way packets pass the border of a subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AclDirection {
    /// Into the subnet.
    Inbound,
    /// Out of the subnet.
    Outbound,
}

/// Whom the members of a group talk with: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityGroup {
    /// `sg-…`
    pub id: String,
    /// GroupName, unique within its VPC.
    pub group_name: String,
    /// The Name tag, which is something else.
    pub name: Option<String>,
    /// The id of the VPC that it can be used in.
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
