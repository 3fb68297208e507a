//! The resources of the lab as AWS shows them, reduced to what a check reads.
//! Field names follow the AWS API; ids and names are AWS's own strings, unchanged.

mod boot_log;
mod compute;
mod load_balancing;
mod network;
mod regions;
mod scaling;
mod site;
mod states;
mod storage;

use serde::{Deserialize, Serialize};

pub use boot_log::BootLog;
pub use compute::{Image, ImageSnapshot, Instance, InstanceProfile, LaunchTemplate, ListedTemplate, TemplateInterface};
pub use load_balancing::{Listener, ListenerRule, LoadBalancer, RuleAction, RuleCondition, TargetGroup, TargetHealth};
pub use network::{
    AclDirection, AclEntry, InternetGateway, NatGateway, NetworkAcl, Peer, Permission, PrefixList, Route, RouteTable,
    RouteTarget, SecurityGroup, Subnet, Vpc,
};
pub use regions::{OtherRegions, Regional, RegionalKind};
pub use scaling::{
    Activity, Alarm, AutoScalingGroup, Member, MixedInstances, RequestCount, ScalingPolicy, TemplateOverride,
    TemplateReference,
};
pub use site::{SiteAnswer, SiteFailure, SiteResponse};
pub use states::{
    ActivityStatus, AlarmState, AttachmentState, EncryptionControlState, ImageState, InstanceState,
    InternetGatewayBlockMode, LaunchStage, LifecycleState, LoadBalancerState, MemberHealth, MemberStage,
    NatFailureCode, NatGatewayState, RouteState, SnapshotState, SubnetState, TargetReason, TargetState, VolumeState,
    VpcState,
};
pub use storage::{Address, EbsSnapshot, Volume};

/// The caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The account's number, 12 digits.
    pub account: String,
    /// The ARN of the user or role session.
    pub arn: String,
}

impl Identity {
    /// The user or the role, such as `user/taro`, without the session's name: that may be another one at every sign-in.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html>
    #[must_use]
    pub fn principal(&self) -> &str {
        let name = self.arn.rsplit(':').next().unwrap_or(&self.arn);
        match name.strip_prefix("assumed-role/").and_then(|role| role.rsplit_once('/')) {
            Some((_, session)) => &name[..name.len() - session.len() - 1],
            None => name,
        }
    }
}
