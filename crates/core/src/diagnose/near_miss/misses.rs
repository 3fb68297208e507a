//! What stands in the place of each thing that isn't there, from all that speaks for it.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::likeness::Likeness;
use super::sighting::{Location, Sighting, sightings};
use super::subjects::{absent, subjects};
use super::words::{difference, label};
use super::{candidates, elsewhere, known, other_kind, prefix, repair, substitute};
use crate::account::Snapshot;
use crate::diagnose::case::Case;
use crate::diagnose::diagnosis::Diagnosis;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{Cause, CauseId, ResourceKind, Wanted};

/// More candidates than this help nobody.
const MOST: usize = 3;

/// Near misses by what was looked for.
#[derive(Debug, Default)]
pub struct NearMisses(BTreeMap<Wanted, Diagnosis>);

impl NearMisses {
    /// What was probably made instead of `wanted`.
    #[must_use]
    pub fn of(&self, wanted: &Wanted) -> Option<&Diagnosis> {
        self.0.get(wanted)
    }
}

/// Looks for near misses of everything that the checks say is not there.
#[must_use]
pub fn near_misses(case: &Case<'_>) -> NearMisses {
    let absent = absent(case);
    if absent.is_empty() {
        return NearMisses::default();
    }
    let (facts, snapshot) = (case.facts, case.facts.snapshot);
    let subjects = subjects(case);
    let home = |wanted: &Wanted| wanted.vpc.as_deref().and_then(|vpc| facts.vpc(vpc).ok()).map(|vpc| vpc.id.as_str());
    let mut seen: Vec<(&Wanted, Vec<Sighting<'_>>)> = absent
        .iter()
        .map(|wanted| {
            let taken = |name: &str| is_taken(name, wanted, &subjects);
            (wanted, sightings(wanted, home(wanted), candidates::candidates(wanted.kind, snapshot), &taken))
        })
        .collect();
    leave_each_to_its_likeliest(&mut seen);
    let mut known = known::known(&subjects, &seen, snapshot);
    let in_role = substitute::substitutes(&absent, &mut known, case);
    let mut found: BTreeMap<Wanted, Diagnosis> = seen
        .into_iter()
        .filter_map(|(wanted, sightings)| {
            let (best, others) = sightings.split_first()?;
            Some((wanted.clone(), diagnosis(wanted, home(wanted), best, others, snapshot)))
        })
        .collect();
    if let Some(other) = prefix::other_prefix(case.lesson, &subjects, snapshot) {
        for wanted in absent.iter().filter(|wanted| other.wanted.contains(wanted)) {
            found.insert(wanted.clone(), other.diagnosis.clone());
        }
    }
    for (wanted, substitute) in in_role {
        found.entry(wanted).or_insert_with_key(|wanted| {
            let mut diagnosis = diagnosis(wanted, home(wanted), &substitute.sighting, &[], snapshot);
            diagnosis.evidence.extend(substitute.evidence);
            diagnosis
        });
    }
    let is_rest_here = !absent.iter().any(|wanted| wanted.kind == ResourceKind::Vpc);
    for wanted in absent {
        let vpc = known.iter().find(|(known, _)| known.kind == ResourceKind::Vpc).and_then(|(_, vpc)| vpc.id);
        let other_kind = other_kind::of_other_kind(&wanted, &subjects, vpc, snapshot);
        match (found.entry(wanted), other_kind) {
            (Entry::Occupied(mut known), Some(other)) => {
                let name = &known.key().name;
                let said = msg!(near_other_kind_too, name = name, found = other);
                known.get_mut().evidence.push(said);
            }
            (Entry::Occupied(_), None) => {}
            (Entry::Vacant(free), Some(other)) => {
                let diagnosis = on_other_kind(free.key(), other);
                free.insert(diagnosis);
            }
            (Entry::Vacant(free), None) => {
                if let Some(diagnosis) = elsewhere::elsewhere(free.key(), is_rest_here, case.lesson, snapshot) {
                    free.insert(diagnosis);
                }
            }
        }
    }
    NearMisses(found)
}

/// What is said where only a thing of another kind has the name.
fn on_other_kind(wanted: &Wanted, found: Text) -> Diagnosis {
    let text = msg!(near_other_kind, wanted = wanted.what(), found = found);
    let cause = Cause { id: CauseId::NameOnOtherKind, text };
    Diagnosis { cause, evidence: vec![msg!(near_other_kind_evidence)], repair: Vec::new(), consequences: Vec::new() }
}

/// Whether the lab wants another thing of the same kind that is called so.
fn is_taken(name: &str, wanted: &Wanted, subjects: &BTreeSet<Wanted>) -> bool {
    name != wanted.name && subjects.iter().any(|subject| subject.kind == wanted.kind && subject.name == name)
}

/// Where one resource may be meant for several wanted ones, only the likeliest keeps it; of equals the earliest.
fn leave_each_to_its_likeliest(seen: &mut [(&Wanted, Vec<Sighting<'_>>)]) {
    let mut claims: BTreeMap<(ResourceKind, String), (usize, usize)> = BTreeMap::new();
    let key = |wanted: &Wanted, sighting: &Sighting<'_>| (wanted.kind, sighting.candidate.key().to_owned());
    for (index, (wanted, sightings)) in seen.iter().enumerate() {
        for sighting in sightings {
            let claim = (sighting.distance, index);
            claims.entry(key(wanted, sighting)).and_modify(|best| *best = claim.min(*best)).or_insert(claim);
        }
    }
    for (index, (wanted, sightings)) in seen.iter_mut().enumerate() {
        sightings.retain(|sighting| claims.get(&key(wanted, sighting)).is_some_and(|(_, owner)| *owner == index));
    }
}

/// What is said of one wanted thing, given what it most likely is.
fn diagnosis(
    wanted: &Wanted,
    vpc: Option<&str>,
    best: &Sighting<'_>,
    others: &[Sighting<'_>],
    snapshot: &Snapshot,
) -> Diagnosis {
    let others = &others[..others.len().min(MOST - 1)];
    let said = |sighting: &Sighting<'_>| difference(&wanted.name, sighting);
    // Of several that are gone none is meant any more: the thing isn't there.
    let is_living = best.candidate.gone.is_none();
    if is_living && others.iter().any(|other| other.distance == best.distance) {
        let tied = others.iter().filter(|other| other.distance == best.distance);
        let candidate = |sighting: &Sighting<'_>| {
            msg!(near_candidate, found = label(&sighting.candidate), difference = said(sighting))
        };
        let evidence = std::iter::once(best).chain(tied).map(candidate).collect();
        let text = msg!(near_several, what = wanted.what());
        let cause = Cause { id: CauseId::SeveralCandidates, text };
        return Diagnosis { cause, evidence, repair: Vec::new(), consequences: Vec::new() };
    }
    let (found, difference) = (label(&best.candidate), said(best));
    let text = if is_living {
        msg!(near_found, found = found, difference = difference)
    } else {
        msg!(near_was, found = found, difference = difference)
    };
    let cause = Cause { id: cause_id(best), text };
    let mut evidence = Vec::new();
    if let Some(next) = others.first().filter(|next| next.distance != best.distance) {
        evidence.push(msg!(near_best, found = label(&best.candidate), reason = reason(best, next)));
    }
    evidence
        .extend(others.iter().map(|other| msg!(near_also, found = label(&other.candidate), difference = said(other))));
    Diagnosis { cause, evidence, repair: repair::repair(wanted, vpc, best, snapshot), consequences: Vec::new() }
}

fn cause_id(sighting: &Sighting<'_>) -> CauseId {
    if sighting.candidate.gone.is_some() {
        return CauseId::DeletedRecently;
    }
    match sighting.place {
        Location::Tag => CauseId::NameTagNotName,
        Location::Substitute => CauseId::OtherName,
        Location::Name if sighting.likeness == Likeness::Same => CauseId::WrongVpc,
        Location::Name | Location::Description => CauseId::NameNearMiss,
    }
}

/// Why `best` is likelier than `next`.
fn reason(best: &Sighting<'_>, next: &Sighting<'_>) -> Text {
    if next.candidate.gone.is_some() && best.candidate.gone.is_none() {
        msg!(near_reason_alive)
    } else if next.elsewhere && !best.elsewhere {
        msg!(near_reason_in_vpc)
    } else if best.place == Location::Name && next.place != Location::Name {
        msg!(near_reason_name)
    } else {
        msg!(near_reason_closest)
    }
}
