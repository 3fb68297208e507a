//! What steps 0 to 3 should have left and didn't.

use super::case::{Case, Judged};
use super::diagnosis::Diagnosis;
use super::remediation::mend_cause;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{Cause, CauseId, CheckKind, Status, any_of};

/// The step that looks at what comes before the lesson.
pub const STEP: &str = "preflight";

/// The cause of a failed check of the preflight that names none itself.
#[must_use]
pub fn left_undone(judged: &Judged<'_>, case: &Case<'_>) -> Option<Diagnosis> {
    if judged.verdict.status != Status::Failed || judged.verdict.cause.is_some() {
        return None;
    }
    let (id, text) = named(&judged.check.kind)?;
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

fn named(kind: &CheckKind) -> Option<(CauseId, Text)> {
    Some(match kind {
        CheckKind::Vpc(_) => (CauseId::VpcMissing, msg!(cause_left_undone, step = "0")),
        CheckKind::InternetGateway(_) => (CauseId::InternetGatewayMissing, msg!(cause_internet_gateway_missing)),
        CheckKind::PublicSubnets(_) => (CauseId::PublicSubnetsMissing, msg!(cause_public_subnets_missing)),
        CheckKind::Subnet(_) => (CauseId::SubnetMissing, msg!(cause_left_undone, step = "0")),
        CheckKind::DefaultRoute(_) => (CauseId::RouteWrong, msg!(cause_route_wrong)),
        CheckKind::SecurityGroup(_) => (CauseId::SecurityGroupMissing, msg!(cause_group_left_undone)),
        CheckKind::Instance(_) => (CauseId::BaseInstanceMissing, msg!(cause_left_undone, step = "1")),
        any_of! {
            Attested, AutoScalingAttached, AutoScalingGroup, AutoScalingSize, AutoScalingSubnets, AutoScalingTemplate,
            Exercise, Identity, Image, ImageDescription, ImageSource, ImageState, InstanceProfile, InstanceStopped,
            InstancesInService, LaunchTemplate, LaunchTemplateDescription, LaunchTemplateImage, LaunchTemplateKeyPair,
            LaunchTemplateProfile, LaunchTemplateSecurityGroups, LaunchTemplateTag, LaunchTemplateType, Load,
            LoadBalancer, LoadBalancerActive, LoadBalancerListener, LoadBalancerScheme, LoadBalancerSecurityGroups,
            LoadBalancerZones, PolicyAlarm, PolicyLabel, PolicyMetric, PolicyScaleIn, PolicyTarget, Region, ScaleOut, ScaledIn,
            ScalingPolicy, SecurityGroupDescription, SecurityGroupIngress, SecurityGroupIpv6, SecurityGroupReaches,
            Site, TargetGroup, TargetsAreMembers, TargetsHealthy, UserData, UserDataLineEnds,
        } => return None,
    })
}
