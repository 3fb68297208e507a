//! Everything the lab needs to know of an account at one instant, as plain data.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::resources::{
    Activity, Address, Alarm, AutoScalingGroup, BootLog, EbsSnapshot, Identity, Image, ImageSnapshot, Instance,
    InstanceProfile, InternetGateway, LaunchTemplate, ListedTemplate, Listener, ListenerRule, LoadBalancer, NatGateway,
    NetworkAcl, OtherRegions, PrefixList, RequestCount, RouteTable, ScalingPolicy, SecurityGroup, SiteAnswer, Subnet,
    TargetGroup, TargetHealth, Volume, Vpc,
};
use super::{Area, Failure};

/// One reading of one region of one account. Lists are complete and in AWS's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// When reading started.
    pub taken_at: Timestamp,
    /// The region that was read; `None` where none is set.
    pub region: Option<String>,
    /// Who reads (sts:GetCallerIdentity).
    pub identity: Area<Identity>,
    /// All VPCs.
    pub vpcs: Area<Vec<Vpc>>,
    /// All internet gateways.
    pub internet_gateways: Area<Vec<InternetGateway>>,
    /// All subnets.
    pub subnets: Area<Vec<Subnet>>,
    /// All route tables.
    pub route_tables: Area<Vec<RouteTable>>,
    /// All NAT gateways, deleted ones too while AWS lists them.
    pub nat_gateways: Area<Vec<NatGateway>>,
    /// All security groups.
    pub security_groups: Area<Vec<SecurityGroup>>,
    /// The prefix lists that rules of the lab's security groups refer to.
    pub prefix_lists: Area<Vec<PrefixList>>,
    /// All instances, terminated ones too while AWS lists them.
    pub instances: Area<Vec<Instance>>,
    /// The lab's instance profile; `None` where IAM says that it does not exist.
    pub instance_profile: Area<Option<InstanceProfile>>,
    /// All images owned by the account.
    pub images: Area<Vec<Image>>,
    /// The EBS snapshots behind the lab's image while it is pending.
    pub image_snapshots: Area<Vec<ImageSnapshot>>,
    /// The lab's launch template with its latest version; `None` where it does not exist.
    pub launch_template: Area<Option<LaunchTemplate>>,
    /// All Auto Scaling groups.
    pub auto_scaling_groups: Area<Vec<AutoScalingGroup>>,
    /// All load balancers.
    pub load_balancers: Area<Vec<LoadBalancer>>,
    /// The listeners of the lab's load balancer.
    pub listeners: Area<Vec<Listener>>,
    /// All target groups.
    pub target_groups: Area<Vec<TargetGroup>>,
    /// The health of the targets of the lab's target group.
    pub target_health: Area<Vec<TargetHealth>>,
    /// The scaling policies of the lab's group.
    pub scaling_policies: Area<Vec<ScalingPolicy>>,
    /// The activities of the lab's group, newest first.
    pub activities: Area<Vec<Activity>>,
    /// The alarms that the scaling policies name.
    pub alarms: Area<Vec<Alarm>>,
    /// Requests per target and minute of the lab's target group behind its load balancer, newest last.
    pub request_counts: Area<Vec<RequestCount>>,
    /// What the lab's site answers through its load balancer; not asked while there is no load balancer.
    pub site: Area<SiteAnswer>,
    /// All launch templates by name; asked only where the lab's is not there.
    #[serde(default)]
    pub launch_templates: Area<Vec<ListedTemplate>>,
    /// All instance profiles; asked only where the lab's is not there.
    #[serde(default)]
    pub instance_profiles: Area<Vec<InstanceProfile>>,
    /// Things of the lab in other regions; asked only where nothing of the lab is found in this one.
    #[serde(default)]
    pub other_regions: Area<OtherRegions>,
    /// The names of other profiles in the AWS configuration; asked as the other regions are.
    #[serde(default)]
    pub other_profiles: Area<Vec<String>>,
    /// The boot logs that were asked for after the first look, by instance.
    #[serde(default)]
    pub boot_logs: BTreeMap<String, Area<BootLog>>,
    /// The rules of the listener that the site's visitors come to; asked only where something else than the shop may
    /// answer them.
    #[serde(default)]
    pub listener_rules: Area<Vec<ListenerRule>>,
    /// All network ACLs; asked only where packets are lost and nothing else tells why.
    #[serde(default)]
    pub network_acls: Area<Vec<NetworkAcl>>,
    /// All volumes. No check asks for these and the next two: they only matter for what things cost.
    #[serde(default)]
    pub volumes: Area<Vec<Volume>>,
    /// All EBS snapshots owned by the account.
    #[serde(default)]
    pub ebs_snapshots: Area<Vec<EbsSnapshot>>,
    /// All Elastic IP addresses.
    #[serde(default)]
    pub addresses: Area<Vec<Address>>,
}

impl Snapshot {
    /// A snapshot in which every reading failed for one and the same reason.
    #[must_use]
    pub fn failed(taken_at: Timestamp, region: Option<String>, failure: &Failure) -> Self {
        let mut snapshot = Self::not_asked(taken_at, region);
        macro_rules! fail {
            ($($area:ident),+ $(,)?) => { $(snapshot.$area = Area::Failed(failure.clone());)+ };
        }
        fail!(
            identity,
            vpcs,
            internet_gateways,
            subnets,
            route_tables,
            nat_gateways,
            security_groups,
            prefix_lists,
            instances,
            instance_profile,
            images,
            image_snapshots,
            launch_template,
            auto_scaling_groups,
            load_balancers,
            listeners,
            target_groups,
            target_health,
            scaling_policies,
            activities,
            alarms,
            request_counts,
            site,
            volumes,
            ebs_snapshots,
            addresses,
        );
        snapshot
    }

    /// A snapshot of which nothing has been read yet.
    #[must_use]
    pub fn not_asked(taken_at: Timestamp, region: Option<String>) -> Self {
        Self {
            taken_at,
            region,
            identity: Area::NotAsked,
            vpcs: Area::NotAsked,
            internet_gateways: Area::NotAsked,
            subnets: Area::NotAsked,
            route_tables: Area::NotAsked,
            nat_gateways: Area::NotAsked,
            security_groups: Area::NotAsked,
            prefix_lists: Area::NotAsked,
            instances: Area::NotAsked,
            instance_profile: Area::NotAsked,
            images: Area::NotAsked,
            image_snapshots: Area::NotAsked,
            launch_template: Area::NotAsked,
            auto_scaling_groups: Area::NotAsked,
            load_balancers: Area::NotAsked,
            listeners: Area::NotAsked,
            target_groups: Area::NotAsked,
            target_health: Area::NotAsked,
            scaling_policies: Area::NotAsked,
            activities: Area::NotAsked,
            alarms: Area::NotAsked,
            request_counts: Area::NotAsked,
            site: Area::NotAsked,
            launch_templates: Area::NotAsked,
            instance_profiles: Area::NotAsked,
            other_regions: Area::NotAsked,
            other_profiles: Area::NotAsked,
            boot_logs: BTreeMap::new(),
            listener_rules: Area::NotAsked,
            network_acls: Area::NotAsked,
            volumes: Area::NotAsked,
            ebs_snapshots: Area::NotAsked,
            addresses: Area::NotAsked,
        }
    }

    /// The account's number, where it can be told.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.identity.seen().ok().map(|identity| identity.account.as_str())
    }
}
