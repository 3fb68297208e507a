//! The places of the map, as a learner names the one where the way is broken.

use serde::{Deserialize, Serialize};

use crate::i18n::Text;
use crate::lesson::Values;
use crate::msg;

/// A part of the map, or a way from one part to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// From the internet to the load balancer: gateway, routes, network ACLs.
    WayIn,
    /// The load balancer's security group.
    BalancerGuard,
    /// The load balancer itself.
    Balancer,
    /// From the load balancer to the target group.
    Listener,
    /// The target group: port, health check.
    TargetGroup,
    /// From the target group to the instances.
    Delivery,
    /// The Auto Scaling group, with its policy.
    Group,
    /// The instances' security group.
    InstanceGuard,
    /// The instances, and what they are made from.
    Instances,
    /// From the instances to the internet.
    WayOut,
}

impl Place {
    /// All of them, in the order in which a customer's request passes them.
    pub const ALL: [Self; 10] = [
        Self::WayIn,
        Self::BalancerGuard,
        Self::Balancer,
        Self::Listener,
        Self::TargetGroup,
        Self::Delivery,
        Self::Group,
        Self::InstanceGuard,
        Self::Instances,
        Self::WayOut,
    ];

    /// What the map calls it, with the lesson's own names.
    #[must_use]
    pub fn title(self, values: &Values) -> Text {
        let name = |value: &str| values.get(value).unwrap_or_default().to_owned();
        match self {
            Self::WayIn => msg!(drill_place_way_in),
            Self::BalancerGuard => msg!(drill_place_guard, name = name("alb_sg")),
            Self::Balancer => msg!(map_balancer, name = name("alb")),
            Self::Listener => msg!(drill_place_listener),
            Self::TargetGroup => msg!(map_target_group, name = name("target_group")),
            Self::Delivery => msg!(drill_place_delivery),
            Self::Group => msg!(drill_place_group, name = name("asg")),
            Self::InstanceGuard => msg!(drill_place_guard, name = name("web_sg")),
            Self::Instances => msg!(drill_place_instances),
            Self::WayOut => msg!(drill_place_way_out),
        }
    }
}
