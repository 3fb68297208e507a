//! What goes wrong later, and when, because of something that a check finds wrong now.

use crate::i18n::Text;
use crate::msg;
use crate::verify::CheckKind;

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
        CheckKind::Attested(_)
        | CheckKind::AutoScalingGroup(_)
        | CheckKind::AutoScalingSize(_)
        | CheckKind::AutoScalingSubnets(_)
        | CheckKind::Exercise(_)
        | CheckKind::Identity(_)
        | CheckKind::ImageDescription(_)
        | CheckKind::InstanceStopped(_)
        | CheckKind::InstancesInService(_)
        | CheckKind::LaunchTemplate(_)
        | CheckKind::LaunchTemplateDescription(_)
        | CheckKind::LaunchTemplateKeyPair(_)
        | CheckKind::LaunchTemplateTag(_)
        | CheckKind::LaunchTemplateType(_)
        | CheckKind::Load(_)
        | CheckKind::LoadBalancer(_)
        | CheckKind::PolicyScaleIn(_)
        | CheckKind::PolicyTarget(_)
        | CheckKind::ScaleOut(_)
        | CheckKind::ScalingPolicy(_)
        | CheckKind::SecurityGroupDescription(_)
        | CheckKind::SecurityGroupIngress(_)
        | CheckKind::SecurityGroupIpv6(_)
        | CheckKind::Site(_)
        | CheckKind::TargetsAreMembers(_)
        | CheckKind::TargetsHealthy(_)
        | CheckKind::UserDataLineEnds(_) => return None,
    })
}
