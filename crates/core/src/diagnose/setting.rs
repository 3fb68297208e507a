//! A resource that is there and isn't set as the lesson has it, where that is all there is to say. What isn't made yet
//! has no cause.

use super::case::Judged;
use super::diagnosis::Diagnosis;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{AdmittedFrom, Cause, CauseId, CheckKind, Status};

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
        CheckKind::SecurityGroupIngress(check) if matches!(check.from, AdmittedFrom::AnywhereIpv4) => {
            (CauseId::SgWrongInbound, msg!(cause_sg_wrong_inbound))
        }
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
        CheckKind::SecurityGroupIngress(_) => return None,
        CheckKind::Attested(_)
        | CheckKind::AutoScalingAttached(_)
        | CheckKind::AutoScalingGroup(_)
        | CheckKind::DefaultRoute(_)
        | CheckKind::Exercise(_)
        | CheckKind::Identity(_)
        | CheckKind::Image(_)
        | CheckKind::ImageDescription(_)
        | CheckKind::ImageSource(_)
        | CheckKind::ImageState(_)
        | CheckKind::Instance(_)
        | CheckKind::InstanceProfile(_)
        | CheckKind::InstanceStopped(_)
        | CheckKind::InstancesInService(_)
        | CheckKind::InternetGateway(_)
        | CheckKind::LaunchTemplate(_)
        | CheckKind::LaunchTemplateDescription(_)
        | CheckKind::Load(_)
        | CheckKind::LoadBalancerActive(_)
        | CheckKind::LoadBalancerListener(_)
        | CheckKind::LoadBalancerScheme(_)
        | CheckKind::LoadBalancerSecurityGroups(_)
        | CheckKind::LoadBalancerZones(_)
        | CheckKind::PolicyAlarm(_)
        | CheckKind::PolicyLabel(_)
        | CheckKind::PolicyMetric(_)
        | CheckKind::PublicSubnets(_)
        | CheckKind::Region(_)
        | CheckKind::ScaleOut(_)
        | CheckKind::ScalingPolicy(_)
        | CheckKind::SecurityGroup(_)
        | CheckKind::SecurityGroupDescription(_)
        | CheckKind::SecurityGroupIpv6(_)
        | CheckKind::SecurityGroupReaches(_)
        | CheckKind::Site(_)
        | CheckKind::Subnet(_)
        | CheckKind::TargetGroup(_)
        | CheckKind::TargetsAreMembers(_)
        | CheckKind::TargetsHealthy(_)
        | CheckKind::UserData(_)
        | CheckKind::UserDataLineEnds(_)
        | CheckKind::Vpc(_) => return None,
    })
}
