//! What stands in the place of a thing that isn't there, under a name that is like nothing: known by what it uses and
//! what uses it.

use std::collections::BTreeMap;

use super::candidates::Candidate;
use super::likeness::Likeness;
use super::only::only_one;
use super::search::{Known, Search};
use super::sighting::{Location, Sighting};
use crate::diagnose::case::Case;
use crate::i18n::Text;
use crate::verify::Wanted;

/// What stands in the place of a wanted thing.
#[derive(Clone, Debug)]
pub struct Substitute<'a> {
    /// The thing.
    pub sighting: Sighting<'a>,
    /// What shows that.
    pub evidence: Vec<Text>,
}

/// What stands in the place of each of `absent` that `known` doesn't have, one after the other: what was found is a
/// way to find the next.
pub fn substitutes<'a>(absent: &[Wanted], known: &mut Known<'a>, case: &Case<'a>) -> BTreeMap<Wanted, Substitute<'a>> {
    let search = Search::new(case);
    let mut found = BTreeMap::new();
    loop {
        let open = absent.iter().filter(|wanted| !known.contains_key(wanted));
        let likeliest = open.filter_map(|wanted| Some((wanted, search.best(wanted, known)?)));
        let Some((wanted, fit)) = likeliest.max_by_key(|(_, fit)| fit.rank) else { break };
        let evidence = search.evidence(wanted, &fit.candidate, known);
        found.insert(wanted.clone(), Substitute { sighting: in_role(fit.candidate), evidence });
        known.insert(wanted.clone(), fit.candidate);
    }
    for wanted in absent {
        if !known.contains_key(wanted)
            && let Some((candidate, reason)) = only_one(wanted, known, &search)
        {
            known.insert(wanted.clone(), candidate);
            found.insert(wanted.clone(), Substitute { sighting: in_role(candidate), evidence: vec![reason] });
        }
    }
    found
}

fn in_role(candidate: Candidate<'_>) -> Sighting<'_> {
    Sighting { candidate, place: Location::Substitute, likeness: Likeness::Same, elsewhere: false, distance: 0 }
}
