//! Checks of one pack that no account can pass together: a right account would be called wrong by one of them, whatever
//! its owner does.

use super::{Lesson, LessonError, Pack};
use crate::i18n::Text;
use crate::msg;
use crate::verify::listener::Listener;
use crate::verify::security_group_rules::{Direction, Extent};
use crate::verify::{Check, CheckKind};

const HTTP: &str = "HTTP";
const HTTPS: &str = "HTTPS";

/// Where the checks stand.
const MANIFEST: &str = "lesson.toml";

/// Every contradiction between checks that steps depend on.
pub fn contradictions(pack: &Pack, lesson: &Lesson) -> Vec<LessonError> {
    let label = pack.label(MANIFEST);
    let source = pack.read(MANIFEST).unwrap_or_default();
    let checks: Vec<(&str, &Check)> = lesson
        .steps
        .iter()
        .flat_map(|step| step.checks.iter().map(|check| (step.id.as_str(), check)))
        .filter(|(_, check)| check.required)
        .collect();
    let mut faults = Vec::new();
    for (at, (step, check)) in checks.iter().enumerate() {
        let mut fault = |why: Text| {
            let problem = msg!(lesson_contradiction, step = *step, check = &check.id, why = why);
            faults.push(LessonError::at(&label, &source, place(&source, step, &check.id), problem));
        };
        if let Some(why) = in_itself(&check.kind) {
            fault(why);
        }
        for (other_step, other) in &checks[..at] {
            if contradict(&other.kind, &check.kind) {
                fault(msg!(lesson_contradicts, step = *other_step, check = &other.id));
            }
        }
    }
    faults
}

/// Where a check is written; the beginning of the file where that can't be told.
fn place(source: &str, step: &str, check: &str) -> usize {
    let quoted = |id: &str| format!("\"{id}\"");
    let step = source.find(&format!("id = {}", quoted(step))).unwrap_or_default();
    source[step..].find(&format!("id = {}", quoted(check))).map_or(step, |at| step + at)
}

/// Why no account passes a check of this kind, or none that serves anybody.
fn in_itself(kind: &CheckKind) -> Option<Text> {
    let (protocol, port) = match kind {
        CheckKind::LoadBalancerListener(check) => (HTTP, check.port.0),
        CheckKind::Listener(check) => (check.protocol.as_str(), check.port.0),
        _ => return None,
    };
    match (protocol, port) {
        (HTTP, 443) | (HTTPS, 80) => Some(msg!(lesson_port_of_other_protocol, protocol = protocol, port = port)),
        (HTTP | HTTPS, _) => None,
        _ => Some(msg!(lesson_unknown_protocol, protocol = protocol)),
    }
}

/// Whether nothing passes both.
fn contradict(one: &CheckKind, other: &CheckKind) -> bool {
    let exact = |kind: &CheckKind| match kind {
        CheckKind::SecurityGroupIngress(check) => Some((check.vpc.clone(), check.group.clone())),
        CheckKind::SecurityGroupRules(check) => {
            let is_exact = check.extent == Extent::Exactly && check.direction == Direction::Inbound;
            is_exact.then(|| (check.vpc.clone(), check.group.clone()))
        }
        _ => None,
    };
    if let (Some(one_group), Some(other_group)) = (exact(one), exact(other)) {
        return one_group == other_group && format!("{one:?}") != format!("{other:?}");
    }
    if let (Some(one), Some(other)) = (listener(one), listener(other)) {
        return one.alb == other.alb && one.port == other.port && one != other;
    }
    match (one, other) {
        (CheckKind::LoadBalancerScheme(one), CheckKind::LoadBalancerScheme(other)) => {
            one.alb == other.alb && one.scheme != other.scheme
        }
        (CheckKind::TargetGroup(one), CheckKind::TargetGroup(other)) => {
            let differ = |one: &Option<String>, other: &Option<String>| {
                one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one != other)
            };
            let is_same = one.target_group == other.target_group;
            is_same && (one.port != other.port || differ(&one.path, &other.path) || differ(&one.codes, &other.codes))
        }
        (CheckKind::LoadBalancerSecurityGroups(one), CheckKind::LoadBalancerSecurityGroups(other)) => {
            one.alb == other.alb && !same(&one.groups, &other.groups)
        }
        (CheckKind::LaunchTemplateSecurityGroups(one), CheckKind::LaunchTemplateSecurityGroups(other)) => {
            one.template == other.template && !same(&one.groups, &other.groups)
        }
        (CheckKind::LaunchTemplateType(one), CheckKind::LaunchTemplateType(other)) => {
            one.template == other.template && one.instance_type != other.instance_type
        }
        (CheckKind::LaunchTemplateImage(one), CheckKind::LaunchTemplateImage(other)) => {
            one.template == other.template && one.image != other.image
        }
        (CheckKind::AutoScalingSize(one), CheckKind::AutoScalingSize(other)) => {
            one.asg == other.asg && (one.min != other.min || one.max != other.max)
        }
        (CheckKind::AutoScalingSubnets(one), CheckKind::AutoScalingSubnets(other)) => {
            one.asg == other.asg && !same(&one.subnets, &other.subnets)
        }
        (CheckKind::PolicyTarget(one), CheckKind::PolicyTarget(other)) => {
            one.asg == other.asg && one.policy == other.policy && format!("{one:?}") != format!("{other:?}")
        }
        (CheckKind::Not(not), kind) | (kind, CheckKind::Not(not)) => format!("{:?}", not.kind) == format!("{kind:?}"),
        _ => false,
    }
}

/// What a check wants of a listener.
fn listener(kind: &CheckKind) -> Option<Listener> {
    match kind {
        CheckKind::Listener(check) => Some(Listener { certificate: None, ..check.clone() }),
        CheckKind::LoadBalancerListener(check) => Some(Listener::plain(&check.alb, check.port, &check.target_group)),
        _ => None,
    }
}

fn same(one: &[String], other: &[String]) -> bool {
    one.iter().all(|name| other.contains(name)) && other.iter().all(|name| one.contains(name))
}
