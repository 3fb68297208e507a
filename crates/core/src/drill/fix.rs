//! Repairs to choose among, each in a sentence.

use serde::{Deserialize, Serialize};

use crate::i18n::Text;
use crate::lesson::Values;
use crate::msg;

macro_rules! fixes {
    ($($(#[$about:meta])+ $name:ident => $message:ident $(($($argument:ident = $value:literal),+))?,)+) => {
        /// One thing that somebody may do about a fault; which one mends it is the drill's to say.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Fix {
            $($(#[$about])+ $name,)+
        }

        impl Fix {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// What is done, with the lesson's own names.
            #[must_use]
            pub fn text(self, values: &Values) -> Text {
                let value = |name: &str| values.get(name).unwrap_or_default().to_owned();
                match self {
                    $(Self::$name => msg!($message $(, $($argument = value($value)),+)?),)+
                }
            }
        }
    };
}

fixes! {
    /// TCP 80 from anywhere into the load balancer's group.
    OpenAlbSg => drill_fix_open_alb_sg(sg = "alb_sg", port = "port"),
    /// All traffic out of the load balancer's group.
    OpenAlbOutbound => drill_fix_open_alb_outbound(sg = "alb_sg"),
    /// The load balancer's own group on the load balancer, and no other.
    WearAlbSg => drill_fix_wear_alb_sg(alb = "alb", sg = "alb_sg"),
    /// TCP 80 from the load balancer's group into the instances' group.
    AdmitAlb => drill_fix_admit_alb(sg = "web_sg", source = "alb_sg", port = "port"),
    /// The instances' group open to the world.
    OpenWebSg => drill_fix_open_web_sg(sg = "web_sg", port = "port"),
    /// A load balancer made anew, internet-facing.
    AlbAnew => drill_fix_alb_anew(alb = "alb"),
    /// The load balancer into the public subnets.
    AlbSubnets => drill_fix_alb_subnets(alb = "alb"),
    /// The zone that is missing.
    AlbZone => drill_fix_alb_zone(alb = "alb"),
    /// A listener on port 80.
    AddListener => drill_fix_add_listener(target = "target_group", port = "port"),
    /// The listener's default action.
    ForwardListener => drill_fix_forward_listener(target = "target_group"),
    /// The rule before the default one.
    DeleteRule => drill_fix_delete_rule,
    /// The internet gateway to the VPC.
    AttachGateway => drill_fix_attach_gateway(vpc = "vpc"),
    /// The public subnets' route to the internet gateway.
    RoutePublic => drill_fix_route_public,
    /// A new NAT gateway, and the routes to it.
    NatAnew => drill_fix_nat_anew,
    /// The private subnets' route to the NAT gateway that is there.
    RoutePrivate => drill_fix_route_private,
    /// The rule of a network ACL.
    AclRule => drill_fix_acl_rule(port = "port"),
    /// VPC Block Public Access off.
    BlockOff => drill_fix_block_off,
    /// The target group to the group.
    AttachTargets => drill_fix_attach_targets(asg = "asg", target = "target_group"),
    /// Instances entered by hand.
    RegisterByHand => drill_fix_register_by_hand(target = "target_group"),
    /// A target group made anew with the right port.
    TargetPort => drill_fix_target_port(target = "target_group", port = "port"),
    /// The health check's path.
    HealthPath => drill_fix_health_path(target = "target_group"),
    /// The health check's codes.
    HealthCodes => drill_fix_health_codes(target = "target_group"),
    /// The group's size.
    Desired => drill_fix_desired(asg = "asg", min = "min", desired = "desired"),
    /// The group's largest size.
    Largest => drill_fix_largest(asg = "asg", max = "max"),
    /// A process that was suspended.
    Resume => drill_fix_resume(asg = "asg"),
    /// The scheduled action, and the size.
    Schedule => drill_fix_schedule(asg = "asg"),
    /// The instance profile in the template, and new instances.
    Profile => drill_fix_profile(profile = "instance_profile"),
    /// The user data in the template, and new instances.
    UserData => drill_fix_user_data,
    /// The learner's own secret in the user data, and new instances.
    OwnSecret => drill_fix_own_secret,
    /// The image in the template.
    TemplateImage => drill_fix_template_image(image = "image"),
    /// The type of the template.
    LargerType => drill_fix_larger_type(kind = "instance_type"),
    /// The disk of the template.
    LargerDisk => drill_fix_larger_disk,
    /// The rights of the instances' role.
    RoleRights => drill_fix_role_rights(profile = "instance_profile"),
    /// The image made anew, with pnpm in it.
    ImageAnew => drill_fix_image_anew(image = "image"),
    /// Instances restarted.
    Reboot => drill_fix_reboot,
    /// The stopped member started.
    StartMember => drill_fix_start_member,
    /// The policy's metric.
    PolicyMetric => drill_fix_policy_metric(policy = "policy"),
    /// The policy's target group.
    PolicyLabel => drill_fix_policy_label(policy = "policy", target = "target_group"),
    /// The policy's target value.
    PolicyTarget => drill_fix_policy_target(policy = "policy", target = "target_value"),
    /// The policy made anew, with its alarms.
    PolicyAnew => drill_fix_policy_anew(policy = "policy"),
    /// The alarm's actions.
    AlarmActions => drill_fix_alarm_actions,
}
