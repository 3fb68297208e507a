//! A resource that is there and isn't set as the lesson has it, where that is all there is to say. What isn't made yet
//! has no cause.

use super::case::Judged;
use super::diagnosis::Diagnosis;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{AdmittedFrom, Cause, CauseId, CheckKind, Status, any_of};

/// The cause of a failed check that compares one setting and names none itself.
#[must_use]
pub fn wrong_setting(judged: &Judged<'_>) -> Option<Diagnosis> {
    let is_there = judged.verdict.wanted.is_none();
    if judged.verdict.status != Status::Failed || judged.verdict.cause.is_some() || !is_there {
        return None;
    }
    let (id, text) = setting(&judged.check.kind)?;
    let evidence = vec![judged.verdict.actual.clone()];
    Some(Diagnosis { cause: Cause { id, text }, evidence, repair: Vec::new(), consequences: Vec::new() })
}

/// The cause that a check of `kind` stands for where it compares one setting alone; none where it may find several things
/// wrong, which it names itself then.
#[must_use]
pub fn setting(kind: &CheckKind) -> Option<(CauseId, Text)> {
    let other = || msg!(cause_wrong_setting);
    Some(match kind {
        // Whom else a group admits is first opened and then closed by the lesson itself; its check knows which.
        CheckKind::SecurityGroupIngress(check) => match check.from {
            AdmittedFrom::AnywhereIpv4 => (CauseId::SgWrongInbound, msg!(cause_sg_wrong_inbound)),
            AdmittedFrom::Group(_) => return None,
        },
        CheckKind::LoadBalancer(_) => (CauseId::AlbWrongKind, msg!(cause_alb_wrong_kind)),
        CheckKind::LaunchTemplateImage(_) => (CauseId::TemplateWrongImage, msg!(cause_template_wrong_image)),
        CheckKind::LaunchTemplateType(_) => (CauseId::TemplateWrongType, other()),
        CheckKind::LaunchTemplateKeyPair(_) => (CauseId::TemplateKeyPair, other()),
        CheckKind::LaunchTemplateSecurityGroups(_) => (CauseId::TemplateWrongGroups, other()),
        CheckKind::LaunchTemplateProfile(_) => (CauseId::ProfileWrong, msg!(cause_profile_wrong)),
        CheckKind::LaunchTemplateTag(_) => (CauseId::TemplateWrongTag, other()),
        CheckKind::AutoScalingTemplate(_) => (CauseId::TemplateNotLatest, msg!(cause_template_not_latest)),
        CheckKind::AutoScalingSubnets(_) => (CauseId::AsgWrongSubnets, other()),
        CheckKind::AutoScalingSize(_) => (CauseId::AsgWrongSize, other()),
        CheckKind::PolicyTarget(_) => (CauseId::PolicyWrongTargetValue, msg!(cause_policy_wrong_target_value)),
        CheckKind::PolicyScaleIn(_) => (CauseId::PolicyNoScaleIn, other()),
        any_of! {
                    Attested, AutoScalingAttached, AutoScalingGroup, DefaultRoute, Exercise, Identity, Image,
                    ImageDescription, ImageSource, ImageState, Instance, InstanceProfile, InstanceStopped, InstancesInService,
                    InternetGateway, LaunchTemplate, LaunchTemplateDescription, Load, LoadBalancerActive,
                    LoadBalancerListener, LoadBalancerScheme, LoadBalancerSecurityGroups, LoadBalancerZones, PolicyAlarm,
                    PolicyLabel, PolicyMetric, PublicSubnets, Region, ScaleOut, ScaledIn, ScalingPolicy, SecurityGroup,
                    SecurityGroupDescription, SecurityGroupIpv6, SecurityGroupReaches, Site, Subnet, TargetGroup, TargetsAreMembers,
                    TargetsHealthy, UserData, UserDataLineEnds, Vpc, AnyOf, Listener, ListenerRule, Not, SecurityGroupRules,
        } => return None,
    })
}
