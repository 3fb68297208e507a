//! A resource that is there and isn't set as the lesson has it, where that is all there is to say. What isn't made yet
//! has no cause.

use super::Diagnosis;
use super::case::Judged;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{AdmittedFrom, Cause, CheckKind, Status, any_of};

/// The cause of a failed check that compares one setting and names none itself.
#[must_use]
pub fn wrong_setting(judged: &Judged<'_>) -> Option<Diagnosis> {
    let is_there = judged.verdict.wanted.is_none();
    if judged.verdict.status != Status::Failed || judged.verdict.cause.is_some() || !is_there {
        return None;
    }
    let (id, text) = named(&judged.check.kind)?;
    let evidence = vec![judged.verdict.actual.clone()];
    Some(Diagnosis { cause: Cause { id, text }, evidence, repair: Vec::new(), consequences: Vec::new() })
}

fn named(kind: &CheckKind) -> Option<(&'static str, Text)> {
    let other = || msg!(cause_wrong_setting);
    Some(match kind {
        // Whom else a group admits is first opened and then closed by the lesson itself; its check knows which.
        CheckKind::SecurityGroupIngress(check) => match check.from {
            AdmittedFrom::AnywhereIpv4 => ("sg-wrong-inbound", msg!(cause_sg_wrong_inbound)),
            AdmittedFrom::Group(_) => return None,
        },
        CheckKind::LoadBalancer(_) => ("alb-wrong-kind", msg!(cause_alb_wrong_kind)),
        CheckKind::TargetGroup(_) => ("tg-wrong-type", msg!(cause_tg_wrong_type)),
        CheckKind::LaunchTemplateImage(_) => ("template-wrong-image", msg!(cause_template_wrong_image)),
        CheckKind::LaunchTemplateType(_) => ("template-wrong-type", other()),
        CheckKind::LaunchTemplateKeyPair(_) => ("template-key-pair", other()),
        CheckKind::LaunchTemplateSecurityGroups(_) => ("template-wrong-groups", other()),
        CheckKind::LaunchTemplateProfile(_) => ("profile-wrong", msg!(cause_profile_wrong)),
        CheckKind::LaunchTemplateTag(_) => ("template-wrong-tag", other()),
        CheckKind::ImageSource(_) => ("image-wrong-source", msg!(cause_image_wrong_source)),
        CheckKind::AutoScalingTemplate(_) => ("template-not-latest", msg!(cause_template_not_latest)),
        CheckKind::AutoScalingSubnets(_) => ("asg-wrong-subnets", other()),
        CheckKind::AutoScalingSize(_) => ("asg-wrong-size", other()),
        CheckKind::PolicyTarget(_) => ("policy-wrong-target-value", msg!(cause_policy_wrong_target_value)),
        CheckKind::PolicyScaleIn(_) => ("policy-no-scale-in", other()),
        any_of! {
            Attested, AutoScalingAttached, AutoScalingGroup, DefaultRoute, Exercise, Identity, Image,
            ImageDescription, ImageState, Instance, InstanceProfile, InstanceStopped, InstancesInService,
            InternetGateway, LaunchTemplate, LaunchTemplateDescription, Load, LoadBalancerActive,
            LoadBalancerListener, LoadBalancerScheme, LoadBalancerSecurityGroups, LoadBalancerZones, PolicyAlarm,
            PolicyLabel, PolicyMetric, PublicSubnets, Region, ScaleOut, ScalingPolicy, SecurityGroup,
            SecurityGroupDescription, SecurityGroupIpv6, SecurityGroupReaches, Site, Subnet, TargetsAreMembers,
            TargetsHealthy, UserData, UserDataLineEnds, Vpc,
        } => return None,
    })
}
