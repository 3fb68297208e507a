//! The things of the lab that are there: under their names, or under names that are like them.

use std::collections::BTreeSet;

use super::candidates::{Candidate, candidates};
use super::search::Known;
use super::sighting::Sighting;
use crate::account::Snapshot;
use crate::verify::{ResourceKind, Wanted};

/// What there is of `subjects`, given what was seen of those that are not there under their names.
pub fn known<'a>(
    subjects: &BTreeSet<Wanted>,
    seen: &[(&Wanted, Vec<Sighting<'a>>)],
    snapshot: &'a Snapshot,
) -> Known<'a> {
    let mut known = Known::new();
    for (wanted, sightings) in seen {
        if let Some(best) = likeliest(sightings).filter(|best| best.candidate.gone.is_none() && !best.elsewhere) {
            known.insert((*wanted).clone(), best.candidate);
        }
    }
    // VPCs come first, because they tell namesakes apart.
    let (vpcs, others): (Vec<&Wanted>, Vec<&Wanted>) =
        subjects.iter().partition(|subject| subject.kind == ResourceKind::Vpc);
    for subject in vpcs.into_iter().chain(others) {
        if !known.contains_key(subject)
            && let Some(candidate) = by_name(subject, &known, snapshot)
        {
            known.insert(subject.clone(), candidate);
        }
    }
    known
}

/// The first of those that were seen, unless another one is as likely.
fn likeliest<'s, 'a>(sightings: &'s [Sighting<'a>]) -> Option<&'s Sighting<'a>> {
    let (best, others) = sightings.split_first()?;
    others.first().is_none_or(|next| next.distance != best.distance).then_some(best)
}

/// The only one of this name, in the lab's VPC where that is known.
fn by_name<'a>(subject: &Wanted, known: &Known<'a>, snapshot: &'a Snapshot) -> Option<Candidate<'a>> {
    let vpc = subject.vpc.as_deref().and_then(|vpc| known.get(&Wanted::new(ResourceKind::Vpc, vpc))?.id);
    let mut named = of_kind(subject.kind, snapshot)
        .into_iter()
        .filter(|candidate| candidate.name == Some(&subject.name) && candidate.gone.is_none())
        .filter(|candidate| vpc.is_none() || candidate.vpc.is_none() || candidate.vpc == vpc);
    named.next().filter(|_| named.next().is_none())
}

/// Everything of this kind; where the lab's own was read, there is no list of the others.
fn of_kind(kind: ResourceKind, snapshot: &Snapshot) -> Vec<Candidate<'_>> {
    match kind {
        ResourceKind::LaunchTemplate => {
            let own = snapshot.launch_template.seen().ok().and_then(Option::as_ref);
            own.map(|template| Candidate::with_id(&template.id, Some(&template.name))).into_iter().collect()
        }
        ResourceKind::InstanceProfile => {
            let own = snapshot.instance_profile.seen().ok().and_then(Option::as_ref);
            own.map(|profile| Candidate::named(Some(&profile.name))).into_iter().collect()
        }
        kind => candidates(kind, snapshot),
    }
}
