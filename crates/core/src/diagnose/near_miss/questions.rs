//! What must be asked to find out what was made instead: lists that the first look doesn't read, and other regions.

use std::collections::BTreeSet;

use super::candidates::candidates;
use super::elsewhere;
use super::misses::near_misses;
use super::subjects::{absent, subjects};
use crate::account::resources::RegionalKind;
use crate::account::{Area, Question, Snapshot};
use crate::diagnose::case::Case;
use crate::verify::{Check, ResourceKind, Wanted};

/// What is worth asking about what isn't there.
#[must_use]
pub fn questions(case: &Case<'_>) -> Vec<Question> {
    let snapshot = case.facts.snapshot;
    let absent = absent(case);
    let lacks = |kind: ResourceKind| absent.iter().any(|wanted| wanted.kind == kind);
    let mut asked = Vec::new();
    if lacks(ResourceKind::LaunchTemplate) && snapshot.launch_templates == Area::NotAsked {
        asked.push(Question::LaunchTemplates);
    }
    if lacks(ResourceKind::InstanceProfile) && snapshot.instance_profiles == Area::NotAsked {
        asked.push(Question::InstanceProfiles);
    }
    let missing_vpc = absent.iter().find(|wanted| wanted.kind == ResourceKind::Vpc);
    if missing_vpc.is_some_and(|vpc| nothing_is_here(case, vpc)) {
        asked.push(Question::OtherProfiles);
        asked.push(Question::OtherRegions { names: subjects(case).into_iter().filter_map(regional).collect() });
    } else if missing_vpc.is_none() && snapshot.other_regions == Area::NotAsked {
        let strays: BTreeSet<_> = strays(case, &absent).cloned().filter_map(regional).collect();
        if !strays.is_empty() {
            asked.push(Question::OtherRegions { names: strays });
        }
    }
    asked
}

/// The kind and name by which other regions are asked for a thing; none where they can't be.
fn regional(subject: Wanted) -> Option<(RegionalKind, String)> {
    Some((elsewhere::regional(subject.kind)?, subject.name))
}

/// What isn't here although something is that a later step makes, and like which nothing here is: it may have been made
/// while the console showed another region. What is still to be made isn't looked for elsewhere.
fn strays<'w>(case: &Case<'_>, absent: &'w [Wanted]) -> impl Iterator<Item = &'w Wanted> {
    let found = near_misses(case);
    let snapshot = case.facts.snapshot;
    let steps = &case.lesson.steps;
    let made_in = move |subject: &Wanted| {
        let is_it = |check: &Check| check.subject().as_ref() == Some(subject);
        steps.iter().position(|step| step.checks.iter().any(is_it))
    };
    let is_seen = |subject: &Wanted| {
        let is_template = subject.kind == ResourceKind::LaunchTemplate;
        if is_template { matches!(snapshot.launch_template, Area::Seen(Some(_))) } else { is_here(subject, snapshot) }
    };
    let last_here = subjects(case).iter().filter(|subject| is_seen(subject)).filter_map(made_in).max();
    absent.iter().filter(move |wanted| found.of(wanted).is_none() && made_in(wanted) < last_here)
}

/// Whether this region was seen and holds nothing of the lab, not even under another name.
fn nothing_is_here(case: &Case<'_>, vpc: &Wanted) -> bool {
    let snapshot = case.facts.snapshot;
    let subjects: BTreeSet<Wanted> = subjects(case);
    snapshot.other_regions == Area::NotAsked
        && subjects.iter().all(|subject| !is_here(subject, snapshot))
        && near_misses(case).of(vpc).is_none()
}

fn is_here(subject: &Wanted, snapshot: &Snapshot) -> bool {
    match subject.kind {
        // IAM has no regions.
        ResourceKind::InstanceProfile => false,
        ResourceKind::LaunchTemplate => !matches!(snapshot.launch_template, Area::Seen(None)),
        kind => candidates(kind, snapshot).iter().any(|candidate| candidate.name == Some(subject.name.as_str())),
    }
}
