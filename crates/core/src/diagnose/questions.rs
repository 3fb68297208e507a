//! What is worth asking AWS after a first look, and only then.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::case::{Case, Judged};
use super::{near_miss, root_cause};
use crate::account::{Area, Question, Snapshot};
use crate::lesson::Lesson;
use crate::verify::{CheckKind, Status, any_of, listener_on};

/// What to ask, given what the lesson's checks concluded, before the account is judged anew; nothing where the first look has told everything.
#[must_use]
pub fn questions(judged: &[Judged<'_>], lesson: &Lesson, snapshot: &Snapshot, now: Timestamp) -> Vec<Question> {
    let case = Case::new(judged, lesson, snapshot, now);
    let symptoms = case.checks().filter(is_symptom);
    let on_the_way = symptoms.flat_map(|symptom| root_cause::questions(&symptom, &case));
    let rules = case.checks().flat_map(|judged| rules_of(&judged.check.kind, &case));
    let asked: BTreeSet<Question> = on_the_way.chain(near_miss::questions(&case)).chain(rules).collect();
    asked.into_iter().collect()
}

/// Whether something may be broken between a visitor and the shop. An answer of the site that didn't come may be a symptom too.
fn is_symptom(judged: &Judged<'_>) -> bool {
    let status = judged.verdict.status;
    match &judged.check.kind {
        CheckKind::TargetsHealthy(_) | CheckKind::Load(_) => status == Status::Failed,
        CheckKind::Site(_) => matches!(status, Status::Failed | Status::Manual),
        any_of! {
                    Attested, AutoScalingAttached, AutoScalingGroup, AutoScalingSize, AutoScalingSubnets,
                    AutoScalingTemplate, DefaultRoute, Exercise, Identity, Image, ImageDescription, ImageSource,
                    ImageState, Instance, InstanceProfile, InstanceStopped, InstancesInService, InternetGateway,
                    LaunchTemplate, LaunchTemplateDescription, LaunchTemplateImage, LaunchTemplateKeyPair,
                    LaunchTemplateProfile, LaunchTemplateSecurityGroups, LaunchTemplateTag, LaunchTemplateType,
                    LoadBalancer, LoadBalancerActive, LoadBalancerListener, LoadBalancerScheme,
                    LoadBalancerSecurityGroups, LoadBalancerZones, PolicyAlarm, PolicyLabel, PolicyMetric,
                    PolicyScaleIn, PolicyTarget, PublicSubnets, Region, ScaleOut, ScaledIn, ScalingPolicy, SecurityGroup,
                    SecurityGroupDescription, SecurityGroupIngress, SecurityGroupIpv6, SecurityGroupReaches,
                    Subnet, TargetGroup, TargetsAreMembers, UserData, UserDataLineEnds, Vpc, AnyOf, Listener, ListenerRule, Not, SecurityGroupRules,
        } => false,
    }
}

/// The rules of a listener that a check is about, as long as nobody asked for them.
fn rules_of(kind: &CheckKind, case: &Case<'_>) -> Vec<Question> {
    match kind {
        CheckKind::ListenerRule(check) => {
            let known = case.facts.snapshot.listener_rules != Area::NotAsked;
            let balancer = case.facts.load_balancer(&check.alb).ok().filter(|_| !known);
            let listener = balancer.and_then(|balancer| listener_on(balancer, check.port.0, &case.facts));
            listener.map(|listener| Question::ListenerRules { listener: listener.arn.clone() }).into_iter().collect()
        }
        CheckKind::AnyOf(check) => check.kinds.iter().flat_map(|kind| rules_of(kind, case)).collect(),
        CheckKind::Not(check) => rules_of(&check.kind, case),
        _ => Vec::new(),
    }
}
