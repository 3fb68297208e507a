//! What earlier lessons should have left and didn't.

use super::case::{Case, Judged};
use super::diagnosis::Diagnosis;
use super::remediation::mend_cause;
use crate::i18n::Text;
use crate::msg;
use crate::topic::Topic;
use crate::verify::{Cause, CauseId, Check, CheckKind, Status, any_of};

/// The cause of a failed check of a step about what comes before the lesson, where it names none itself.
#[must_use]
pub fn left_undone(judged: &Judged<'_>, case: &Case<'_>) -> Option<Diagnosis> {
    let is_before = case.lesson.step(judged.step).is_some_and(|step| step.topics.contains(&Topic::Before));
    if !is_before || judged.verdict.status != Status::Failed || judged.verdict.cause.is_some() {
        return None;
    }
    let (id, text) = named(judged.check)?;
    Some(Diagnosis {
        cause: Cause { id, text },
        evidence: std::iter::once(judged.verdict.actual.clone()).chain(other_account(judged, case)).collect(),
        repair: mend_cause(id, judged, case),
        consequences: Vec::new(),
    })
}

/// Whether the lab may be in another account: nothing of it is here, and there are more ways in.
fn other_account(judged: &Judged<'_>, case: &Case<'_>) -> Option<Text> {
    let snapshot = case.facts.snapshot;
    let profiles = snapshot.other_profiles.seen().ok().filter(|profiles| !profiles.is_empty())?;
    let account = snapshot.account()?;
    matches!(judged.check.kind, CheckKind::Vpc(_))
        .then(|| msg!(near_other_profiles, account = account, profiles = Text::list(profiles.clone())))
}

fn named(check: &Check) -> Option<(CauseId, Text)> {
    let left_undone = || match &check.left_by {
        Some(step) => msg!(cause_left_undone, step = step),
        None => msg!(cause_left_undone_before),
    };
    Some(match &check.kind {
        CheckKind::Vpc(_) => (CauseId::VpcMissing, left_undone()),
        CheckKind::InternetGateway(_) => (CauseId::InternetGatewayMissing, msg!(cause_internet_gateway_missing)),
        CheckKind::PublicSubnets(_) => (CauseId::PublicSubnetsMissing, msg!(cause_public_subnets_missing)),
        CheckKind::Subnet(_) => (CauseId::SubnetMissing, left_undone()),
        CheckKind::DefaultRoute(_) => (CauseId::RouteWrong, msg!(cause_route_wrong)),
        CheckKind::SecurityGroup(_) => (CauseId::SecurityGroupMissing, msg!(cause_group_left_undone)),
        CheckKind::Instance(_) => (CauseId::BaseInstanceMissing, left_undone()),
        any_of! {
                    Attested, AutoScalingAttached, AutoScalingGroup, AutoScalingSize, AutoScalingSubnets, AutoScalingTemplate,
                    Exercise, Identity, Image, ImageDescription, ImageSource, ImageState, InstanceProfile, InstanceStopped,
                    InstancesInService, LaunchTemplate, LaunchTemplateDescription, LaunchTemplateImage, LaunchTemplateKeyPair,
                    LaunchTemplateProfile, LaunchTemplateSecurityGroups, LaunchTemplateTag, LaunchTemplateType, Load,
                    LoadBalancer, LoadBalancerActive, LoadBalancerListener, LoadBalancerScheme, LoadBalancerSecurityGroups,
                    LoadBalancerZones, PolicyAlarm, PolicyLabel, PolicyMetric, PolicyScaleIn, PolicyTarget, Region, ScaleOut, ScaledIn,
                    ScalingPolicy, SecurityGroupDescription, SecurityGroupIngress, SecurityGroupIpv6, SecurityGroupReaches,
                    Site, TargetGroup, TargetsAreMembers, TargetsHealthy, UserData, UserDataLineEnds, AnyOf, Listener, ListenerRule, Not, SecurityGroupRules,
        } => return None,
    })
}
