//! What a lesson asks of an account: only what some check needs is read.

use std::collections::BTreeSet;

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// All VPCs.
    Vpcs,
    /// All internet gateways.
    InternetGateways,
    /// All subnets.
    Subnets,
    /// All route tables.
    RouteTables,
    /// All NAT gateways.
    NatGateways,
    /// All security groups.
    SecurityGroups,
    /// What the prefix lists in the rules of the groups of this name stand for.
    PrefixListsOf(String),
    /// All volumes.
    Volumes,
    /// All EBS snapshots of the account.
    EbsSnapshots,
    /// All Elastic IP addresses.
    Addresses,
    /// All instances.
    Instances,
    /// The instance profile of this name.
    InstanceProfile(String),
    /// All images of the account.
    Images,
    /// Progress of the snapshots of the image of this name.
    ImageSnapshotsOf(String),
    /// The launch template of this name.
    LaunchTemplate(String),
    /// All Auto Scaling groups.
    AutoScalingGroups,
    /// The scaling policies of the group of this name.
    ScalingPoliciesOf(String),
    /// The activities of the group of this name.
    ActivitiesOf(String),
    /// The alarms that the policies of the group of this name use.
    AlarmsOf(String),
    /// All load balancers.
    LoadBalancers,
    /// The listeners of the load balancer of this name.
    ListenersOf(String),
    /// All target groups.
    TargetGroups,
    /// The health of the targets of the target group of this name.
    TargetHealthOf(String),
    /// Requests per target and minute of this target group behind this load balancer.
    RequestCounts {
        /// Name of the load balancer.
        alb: String,
        /// Name of the target group.
        target_group: String,
    },
    /// What the site answers to one GET through the load balancer of this name, on this port.
    Site {
        /// Name of the load balancer.
        alb: String,
        /// Port of its listener.
        port: i32,
    },
}

/// Everything to read; the identity is always read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope(BTreeSet<Need>);

impl Scope {
    /// Whether `need` is part of it.
    #[must_use]
    pub fn needs(&self, need: &Need) -> bool {
        self.0.contains(need)
    }

    /// Every need, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = &Need> {
        self.0.iter()
    }

    /// How many calls to AWS one reading takes, where every list fits on a page: one a need, and one for the identity.
    #[must_use]
    pub fn calls(&self) -> u64 {
        let asked = self.iter().filter(|need| !matches!(need, Need::Site { .. })).count();
        u64::try_from(asked + 1).unwrap_or(u64::MAX)
    }
}

impl FromIterator<Need> for Scope {
    fn from_iter<I: IntoIterator<Item = Need>>(needs: I) -> Self {
        Self(needs.into_iter().collect())
    }
}
