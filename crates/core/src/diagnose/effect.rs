//! What goes wrong later, and when, because of something that a check finds wrong now.

use super::case::Judged;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CauseId, CheckKind, any_of};

/// What a fault of this `cause` in the matter of a check brings about; none where nothing later rests on it.
#[must_use]
pub fn effect(judged: &Judged<'_>, cause: CauseId) -> Option<Text> {
    Some(match &judged.check.kind {
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
        CheckKind::UserData(_) if is_about_the_secret(cause) => msg!(effect_secret),
        CheckKind::UserData(_) => msg!(effect_user_data),
        CheckKind::LaunchTemplateSecurityGroups(_) => msg!(effect_template_groups),
        CheckKind::AutoScalingTemplate(_) => msg!(effect_old_version),
        CheckKind::LoadBalancerScheme(_) | CheckKind::LoadBalancerActive(_) => msg!(effect_no_visitor),
        CheckKind::LoadBalancerZones(_) => msg!(effect_zones),
        CheckKind::LoadBalancerListener(_) => msg!(effect_listener),
        // With the right group beside others visitors come in, and the instances know the load balancer.
        CheckKind::LoadBalancerSecurityGroups(_) if cause == CauseId::AlbWrongSg => msg!(effect_more_groups),
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
                    TargetsHealthy, UserDataLineEnds, AnyOf, Listener, ListenerRule, Not, SecurityGroupRules,
        } => return None,
    })
}

/// Whether the script deploys the shop, and only its database is out of reach.
fn is_about_the_secret(cause: CauseId) -> bool {
    matches!(
        cause,
        CauseId::UserDataPlaceholder
            | CauseId::UserDataSecretMalformed
            | CauseId::UserDataSecretAccount
            | CauseId::UserDataSecretRegion
    )
}
