//! What goes wrong later, and when, because of something that a check finds wrong now.

use crate::i18n::Text;
use crate::msg;
use crate::verify::{CheckKind, any_of};

/// What a fault in the matter of `kind` brings about; none where nothing later rests on it.
#[must_use]
pub fn effect(kind: &CheckKind) -> Option<Text> {
    Some(match kind {
        CheckKind::Region(_) => msg!(effect_region),
        CheckKind::Vpc(_) => msg!(effect_vpc),
        CheckKind::InternetGateway(_) => msg!(effect_internet_gateway),
        CheckKind::PublicSubnets(_) => msg!(effect_public_subnets),
        CheckKind::Subnet(_) => msg!(effect_private_subnet),
        CheckKind::DefaultRoute(_) => msg!(effect_no_way_out),
        CheckKind::SecurityGroup(check) => msg!(effect_security_group, group = &check.group),
        CheckKind::Instance(_) => msg!(effect_base_instance),
        CheckKind::InstanceProfile(_) | CheckKind::LaunchTemplateProfile(_) => msg!(effect_profile),
        CheckKind::Image(_) | CheckKind::ImageState(_) => msg!(effect_image),
        CheckKind::LaunchTemplateImage(_) | CheckKind::ImageSource(_) => msg!(effect_wrong_image),
        CheckKind::UserData(_) => msg!(effect_user_data),
        CheckKind::LaunchTemplateSecurityGroups(_) => msg!(effect_template_groups),
        CheckKind::AutoScalingTemplate(_) => msg!(effect_old_version),
        CheckKind::LoadBalancerScheme(_) | CheckKind::LoadBalancerActive(_) => msg!(effect_no_visitor),
        CheckKind::LoadBalancerZones(_) => msg!(effect_zones),
        CheckKind::LoadBalancerListener(_) => msg!(effect_listener),
        CheckKind::LoadBalancerSecurityGroups(_) => msg!(effect_balancer_groups),
        CheckKind::SecurityGroupReaches(_) => msg!(effect_blocked),
        CheckKind::TargetGroup(_) | CheckKind::AutoScalingAttached(_) => msg!(effect_no_target),
        CheckKind::PolicyMetric(_) | CheckKind::PolicyLabel(_) | CheckKind::PolicyAlarm(_) => {
            msg!(effect_never_scales)
        }
        any_of! {
            Attested, AutoScalingGroup, AutoScalingSize, AutoScalingSubnets, Exercise, Identity, ImageDescription,
            InstanceStopped, InstancesInService, LaunchTemplate, LaunchTemplateDescription, LaunchTemplateKeyPair,
            LaunchTemplateTag, LaunchTemplateType, Load, LoadBalancer, PolicyScaleIn, PolicyTarget, ScaleOut, ScaledIn,
            ScalingPolicy, SecurityGroupDescription, SecurityGroupIngress, SecurityGroupIpv6, Site, TargetsAreMembers,
            TargetsHealthy, UserDataLineEnds,
        } => return None,
    })
}
