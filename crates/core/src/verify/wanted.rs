//! What a check looks for in the account, by kind and name. Holds no text of its own but the name of the thing.

use crate::i18n::Text;
use crate::msg;

/// Kinds of resource that a check looks for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResourceKind {
    /// A VPC, by Name tag.
    Vpc,
    /// A subnet, by Name tag.
    Subnet,
    /// A security group, by group name.
    SecurityGroup,
    /// An instance, by Name tag.
    Instance,
    /// An instance profile, by name.
    InstanceProfile,
    /// An image, by image name.
    Image,
    /// A launch template, by name.
    LaunchTemplate,
    /// An Auto Scaling group, by name.
    AutoScalingGroup,
    /// A load balancer, by name.
    LoadBalancer,
    /// A target group, by name.
    TargetGroup,
    /// A scaling policy, by name.
    ScalingPolicy,
}

/// A resource that must be there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wanted {
    /// What kind of thing.
    pub kind: ResourceKind,
    /// As the lesson, or the learner's own value, says it.
    pub name: String,
    /// Name tag of the VPC that it must stand in, where that matters.
    pub vpc: Option<String>,
}

impl ResourceKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Vpc,
        Self::Subnet,
        Self::SecurityGroup,
        Self::Instance,
        Self::InstanceProfile,
        Self::Image,
        Self::LaunchTemplate,
        Self::AutoScalingGroup,
        Self::LoadBalancer,
        Self::TargetGroup,
        Self::ScalingPolicy,
    ];

    /// Whether its name is only a tag, which can be changed at any time.
    #[must_use]
    pub fn is_named_by_tag(self) -> bool {
        matches!(self, Self::Vpc | Self::Subnet | Self::Instance)
    }
}

impl Wanted {
    /// A resource of this kind and name.
    pub fn new(kind: ResourceKind, name: impl Into<String>) -> Self {
        Self { kind, name: name.into(), vpc: None }
    }

    /// The same in the VPC with this Name tag.
    #[must_use]
    pub fn in_vpc(self, vpc: impl Into<String>) -> Self {
        Self { vpc: Some(vpc.into()), ..self }
    }

    /// The thing in words.
    #[must_use]
    pub fn what(&self) -> Text {
        let name = &self.name;
        match self.kind {
            ResourceKind::Vpc => msg!(what_vpc, name = name),
            ResourceKind::Subnet => msg!(what_subnet, name = name),
            ResourceKind::SecurityGroup => msg!(what_security_group, name = name),
            ResourceKind::Instance => msg!(what_instance, name = name),
            ResourceKind::InstanceProfile => msg!(what_instance_profile, name = name),
            ResourceKind::Image => msg!(what_image, name = name),
            ResourceKind::LaunchTemplate => msg!(what_launch_template, name = name),
            ResourceKind::AutoScalingGroup => msg!(what_auto_scaling_group, name = name),
            ResourceKind::LoadBalancer => msg!(what_load_balancer, name = name),
            ResourceKind::TargetGroup => msg!(what_target_group, name = name),
            ResourceKind::ScalingPolicy => msg!(what_scaling_policy, name = name),
        }
    }
}
