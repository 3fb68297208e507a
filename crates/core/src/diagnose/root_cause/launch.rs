//! Why a launch failed: what AWS's own words mean, held against what the account shows.

use jiff::SignedDuration;

use crate::account::resources::{Activity, Image, ImageState};
use crate::aws_words::{Refusal, launch_words};
use crate::diagnose::case::{Case, Judged, TrafficPath};
use crate::diagnose::link::Break;
use crate::diagnose::remediation::{activity_page, let_go};
use crate::diagnose::repair::Repair;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CheckKind, Status, refusals_in_a_row};

/// From here on a role isn't new any more.
const ROLE_IS_KNOWN_AFTER: SignedDuration = SignedDuration::from_mins(15);

/// Whether a check of `kind` judges what a refusal is about.
fn is_matter_of(refusal: Refusal, kind: &CheckKind) -> bool {
    match refusal {
        Refusal::Image | Refusal::ForeignImage | Refusal::Snapshot => {
            matches!(kind, CheckKind::ImageState(_) | CheckKind::LaunchTemplateImage(_))
        }
        Refusal::SecurityGroup | Refusal::GroupsBesideInterface | Refusal::TooManyGroups => {
            matches!(kind, CheckKind::LaunchTemplateSecurityGroups(_))
        }
        Refusal::Profile => matches!(kind, CheckKind::InstanceProfile(_) | CheckKind::LaunchTemplateProfile(_)),
        Refusal::KeyPair => matches!(kind, CheckKind::LaunchTemplateKeyPair(_)),
        Refusal::Type | Refusal::FreePlan | Refusal::Architecture => matches!(kind, CheckKind::LaunchTemplateType(_)),
        Refusal::Subnet => matches!(kind, CheckKind::AutoScalingSubnets(_)),
        Refusal::TargetGroup => matches!(kind, CheckKind::AutoScalingAttached(_)),
        Refusal::Template => matches!(kind, CheckKind::LaunchTemplate(_) | CheckKind::AutoScalingTemplate(_)),
        Refusal::Verifying
        | Refusal::Blocked
        | Refusal::Propagating
        | Refusal::ServiceRole
        | Refusal::LostServiceRole
        | Refusal::Kms
        | Refusal::Hook
        | Refusal::Quota
        | Refusal::OtherQuota
        | Refusal::Spot
        | Refusal::Capacity
        | Refusal::Addresses
        | Refusal::PendingImage
        | Refusal::ImageSince
        | Refusal::Balancer
        | Refusal::Permission
        | Refusal::Disk
        | Refusal::Mapping
        | Refusal::ShutDown
        | Refusal::Throttled
        | Refusal::Internal
        | Refusal::Unknown => false,
    }
}

/// The cause of a failed launch: what a check found wrong with the thing that AWS names, else AWS's words.
pub fn explain(failed: &Activity, case: &Case<'_>, traffic: &TrafficPath<'_>) -> Break {
    let words = launch_words(failed);
    let refusal = as_things_are(Refusal::of(words), words, case);
    let is_behind =
        |judged: &Judged<'_>| is_matter_of(refusal, &judged.check.kind) && judged.verdict.status == Status::Failed;
    let found = match case.checks().find(is_behind) {
        Some(judged) => {
            Break::of(&judged, refusal.id(), refusal.text(), case).shown_by(msg!(launch_refused, words = words))
        }
        None => Break::new(refusal.id(), refusal.text())
            .shown_by(msg!(launch_refused, words = words))
            .mended_by(refusal.fix())
            .mended_as(pages(refusal, traffic, case)),
    };
    match in_a_row(case) {
        Some(count) => found.shown_by(count),
        None => found,
    }
}

/// Where AWS says what became of launches; of a lifecycle hook, where it is found.
fn pages(refusal: Refusal, traffic: &TrafficPath<'_>, case: &Case<'_>) -> Vec<Repair> {
    if refusal == Refusal::Hook { let_go(traffic.asg, case) } else { activity_page(traffic.asg, case) }
}

/// How many launches have failed one after another, where it wasn't only one.
fn in_a_row(case: &Case<'_>) -> Option<Text> {
    let failures = refusals_in_a_row(case.facts.snapshot.activities.seen().ok()?);
    let (last, first) = (failures.first()?.started_at?, failures.last()?.started_at?);
    let count = failures.len();
    (count > 1).then(|| msg!(launch_failures, count = count, first = first, last = last))
}

/// What AWS said then, in the light of what the account shows now.
fn as_things_are(said: Refusal, words: &str, case: &Case<'_>) -> Refusal {
    match said {
        Refusal::Image | Refusal::PendingImage => match image_named(words, case).map(|image| &image.state) {
            Some(ImageState::Pending) => Refusal::PendingImage,
            Some(ImageState::Available) => Refusal::ImageSince,
            _ => said,
        },
        Refusal::ServiceRole | Refusal::Propagating if lasts(case) => Refusal::LostServiceRole,
        _ => said,
    }
}

/// The learner's own image that AWS's sentence names.
fn image_named<'a>(words: &str, case: &Case<'a>) -> Option<&'a Image> {
    case.facts.snapshot.images.seen().ok()?.iter().find(|image| words.contains(&image.id))
}

/// Whether launches have failed for longer than AWS needs to make something known everywhere.
fn lasts(case: &Case<'_>) -> bool {
    let activities = case.facts.snapshot.activities.seen().map(Vec::as_slice).unwrap_or_default();
    let failures = refusals_in_a_row(activities);
    let at = |activity: Option<&&Activity>| activity.and_then(|activity| activity.started_at);
    at(failures.first())
        .zip(at(failures.last()))
        .is_some_and(|(last, first)| last.duration_since(first) > ROLE_IS_KNOWN_AFTER)
}
