//! Everything the lab needs to know of an account at one instant, as plain data.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::area::Readings;
use super::resources::{
    Activity, Address, Alarm, AutoScalingGroup, BootLog, EbsSnapshot, Identity, Image, ImageSnapshot, Instance,
    InstanceProfile, InternetGateway, LaunchTemplate, ListedTemplate, Listener, ListenerRule, LoadBalancer, NatGateway,
    NetworkAcl, OtherRegions, PrefixList, RequestCount, RouteTable, ScalingPolicy, SecurityGroup, SiteAnswer, Subnet,
    TargetGroup, TargetHealth, Volume, Vpc,
};
use super::{Area, Failure};

/// Declares what a snapshot holds, an area a line, and with it what a scope may ask for: `look` with the need that is
/// read, `visit` where not AWS is asked but the site, `caller` for what is always read, `closer` for what only a
/// [`Question`](super::Question) asks for. In the order of the serialised form; an area that older files lack has a default.
macro_rules! areas {
    ($($(#[$about:meta])+ $when:ident($($need:ident $($of:tt)?)?) $area:ident: $content:ty,)+) => {
        /// One reading of one region of one account. Lists are complete and in AWS's order.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Snapshot {
            /// When reading started.
            pub taken_at: Timestamp,
            /// The region that was read; `None` where none is set.
            pub region: Option<String>,
            $($(#[$about])+ pub $area: $content,)+
        }

        /// One thing to read, which becomes an area of the [`Snapshot`]: all of a kind, or what belongs to the resource
        /// of a name.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each area has the description")]
        pub enum Need {
            $($($need $($of)?,)?)+
        }

        impl Need {
            /// The area that shows it, as it is called in the serialised form.
            #[must_use]
            pub fn area(&self) -> &'static str {
                match self {
                    $($(Self::$need { .. } => stringify!($area),)?)+
                }
            }
        }

        impl Snapshot {
            /// A snapshot of which nothing has been read yet.
            #[must_use]
            pub fn not_asked(taken_at: Timestamp, region: Option<String>) -> Self {
                Self { taken_at, region, $($area: Default::default()),+ }
            }

            /// A snapshot in which every reading failed for one and the same reason.
            #[must_use]
            pub fn failed(taken_at: Timestamp, region: Option<String>, failure: &Failure) -> Self {
                Self { taken_at, region, $($area: unread!($when, failure)),+ }
            }

            /// Changes every failure of a reading.
            pub fn each_failure(&mut self, mut change: impl FnMut(&mut Failure)) {
                $(self.$area.failures().for_each(&mut change);)+
            }

            /// A snapshot in which everything was looked for and nothing found. Who reads is not in it.
            #[must_use]
            pub fn empty(taken_at: Timestamp, region: Option<String>) -> Self {
                Self { taken_at, region, $($area: empty!($when)),+ }
            }
        }
    };
}

/// What is left of an area where every call fails: nothing is looked at closer then.
macro_rules! unread {
    (closer, $failure:ident) => {
        Default::default()
    };
    ($when:ident, $failure:ident) => {
        Area::Failed($failure.clone())
    };
}

/// What an area shows where there is nothing.
macro_rules! empty {
    (look) => {
        Area::Seen(Default::default())
    };
    ($when:ident) => {
        Default::default()
    };
}

areas! {
    /// Who reads (sts:GetCallerIdentity).
    caller() identity: Area<Identity>,
    /// All VPCs.
    look(Vpcs) vpcs: Area<Vec<Vpc>>,
    /// All internet gateways.
    look(InternetGateways) internet_gateways: Area<Vec<InternetGateway>>,
    /// All subnets.
    look(Subnets) subnets: Area<Vec<Subnet>>,
    /// All route tables.
    look(RouteTables) route_tables: Area<Vec<RouteTable>>,
    /// All NAT gateways, deleted ones too while AWS lists them.
    look(NatGateways) nat_gateways: Area<Vec<NatGateway>>,
    /// All security groups.
    look(SecurityGroups) security_groups: Area<Vec<SecurityGroup>>,
    /// The prefix lists that rules of the lab's security groups refer to.
    look(PrefixListsOf(String)) prefix_lists: Area<Vec<PrefixList>>,
    /// All instances, terminated ones too while AWS lists them.
    look(Instances) instances: Area<Vec<Instance>>,
    /// The lab's instance profile; `None` where IAM says that it does not exist.
    look(InstanceProfile(String)) instance_profile: Area<Option<InstanceProfile>>,
    /// All images owned by the account.
    look(Images) images: Area<Vec<Image>>,
    /// The EBS snapshots behind the lab's image while it is pending.
    look(ImageSnapshotsOf(String)) image_snapshots: Area<Vec<ImageSnapshot>>,
    /// The lab's launch template with its latest version; `None` where it does not exist.
    look(LaunchTemplate(String)) launch_template: Area<Option<LaunchTemplate>>,
    /// All Auto Scaling groups.
    look(AutoScalingGroups) auto_scaling_groups: Area<Vec<AutoScalingGroup>>,
    /// All load balancers.
    look(LoadBalancers) load_balancers: Area<Vec<LoadBalancer>>,
    /// The listeners of the lab's load balancer.
    look(ListenersOf(String)) listeners: Area<Vec<Listener>>,
    /// All target groups.
    look(TargetGroups) target_groups: Area<Vec<TargetGroup>>,
    /// The health of the targets of the lab's target group.
    look(TargetHealthOf(String)) target_health: Area<Vec<TargetHealth>>,
    /// The scaling policies of the lab's group.
    look(ScalingPoliciesOf(String)) scaling_policies: Area<Vec<ScalingPolicy>>,
    /// The activities of the lab's group, newest first.
    look(ActivitiesOf(String)) activities: Area<Vec<Activity>>,
    /// The alarms that the scaling policies name.
    look(AlarmsOf(String)) alarms: Area<Vec<Alarm>>,
    /// Requests per target and minute of the lab's target group behind its load balancer, newest last.
    look(RequestCounts { alb: String, target_group: String }) request_counts: Area<Vec<RequestCount>>,
    /// What the lab's site answers through its load balancer; not asked while there is no load balancer.
    visit(Site { alb: String, port: i32 }) site: Area<SiteAnswer>,
    /// All launch templates by name; asked only where the lab's is not there.
    #[serde(default)]
    closer() launch_templates: Area<Vec<ListedTemplate>>,
    /// All instance profiles; asked only where the lab's is not there.
    #[serde(default)]
    closer() instance_profiles: Area<Vec<InstanceProfile>>,
    /// Things of the lab in other regions; asked only where nothing of the lab is found in this one, or
    /// something isn't there and what comes after it is.
    #[serde(default)]
    closer() other_regions: Area<OtherRegions>,
    /// The names of other profiles in the AWS configuration; asked as the other regions are.
    #[serde(default)]
    closer() other_profiles: Area<Vec<String>>,
    /// The boot logs that were asked for after the first look, by instance.
    #[serde(default)]
    closer() boot_logs: BTreeMap<String, Area<BootLog>>,
    /// The rules of the listener that the site's visitors come to; asked only where something else than the shop may
    /// answer them.
    #[serde(default)]
    closer() listener_rules: Area<Vec<ListenerRule>>,
    /// All network ACLs; asked only where packets are lost and nothing else tells why.
    #[serde(default)]
    closer() network_acls: Area<Vec<NetworkAcl>>,
    /// All volumes. No check asks for these and the next two: they only matter for what things cost.
    #[serde(default)]
    look(Volumes) volumes: Area<Vec<Volume>>,
    /// All EBS snapshots owned by the account.
    #[serde(default)]
    look(EbsSnapshots) ebs_snapshots: Area<Vec<EbsSnapshot>>,
    /// All Elastic IP addresses.
    #[serde(default)]
    look(Addresses) addresses: Area<Vec<Address>>,
}

impl Snapshot {
    /// The account's number, where it can be told.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.identity.seen().ok().map(|identity| identity.account.as_str())
    }
}
