//! Which of the candidates may be the wanted thing, and how likely each is.

use super::candidates::Candidate;
use super::fold::fold;
use super::likeness::{Likeness, likeness};
use crate::verify::Wanted;

/// Which of a candidate's strings is like the wanted name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// The name by which the lab looks for it.
    Name,
    /// The Name tag, which is something else there.
    Tag,
    /// What was written beside it when it was made.
    Description,
    /// No string at all: what uses it tells what it is.
    Substitute,
}

/// A candidate that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting<'a> {
    /// The resource.
    pub candidate: Candidate<'a>,
    /// Where the name was found.
    pub place: Location,
    /// How it differs.
    pub likeness: Likeness,
    /// Whether it stands in another VPC than wanted.
    pub elsewhere: bool,
    /// The lower, the likelier.
    pub distance: usize,
}

/// Added for what stands in another VPC.
const ELSEWHERE: usize = 20;
/// Added for what is no more.
const GONE: usize = 25;
/// Added where another string than the name is like it.
const OTHER_PLACE: usize = 15;

/// The candidates that may be the wanted thing, likeliest first. `vpc` is the id of the VPC that it must stand in;
/// `taken` says of a name whether the lab wants another thing of that kind so called.
pub fn sightings<'a>(
    wanted: &Wanted,
    vpc: Option<&str>,
    candidates: Vec<Candidate<'a>>,
    taken: &dyn Fn(&str) -> bool,
) -> Vec<Sighting<'a>> {
    let free = |candidate: &Candidate<'_>| !candidate.name.is_some_and(taken);
    let mut sightings: Vec<Sighting<'a>> =
        candidates.into_iter().filter(free).filter_map(|candidate| sighting(wanted, vpc, candidate)).collect();
    sightings.sort_by_key(|sighting| sighting.distance);
    sightings
}

fn sighting<'a>(wanted: &Wanted, vpc: Option<&str>, candidate: Candidate<'a>) -> Option<Sighting<'a>> {
    // What has ended has left its VPC.
    let elsewhere = candidate.gone.is_none() && vpc.is_some_and(|vpc| candidate.vpc != Some(vpc));
    let by_name = candidate.name.and_then(|name| likeness(&wanted.name, name));
    let (place, likeness) =
        by_name.map(|likeness| (Location::Name, likeness)).or_else(|| by_other(wanted, &candidate))?;
    // Far away or gone, only a name that was clearly meant counts.
    let tolerated = match (elsewhere, candidate.gone.is_some()) {
        (false, false) => usize::MAX,
        (true, _) => Likeness::Letters(1).distance(),
        (_, true) => Likeness::Form.distance(),
    };
    let plain = likeness.distance();
    let penalty = usize::from(elsewhere) * ELSEWHERE
        + usize::from(candidate.gone.is_some()) * GONE
        + usize::from(place != Location::Name) * OTHER_PLACE;
    let is_the_thing = plain == 0 && penalty == 0;
    (plain <= tolerated && !is_the_thing).then(|| Sighting {
        candidate,
        place,
        likeness,
        elsewhere,
        distance: plain + penalty,
    })
}

/// The name in a field where it doesn't belong, at most in another form.
fn by_other(wanted: &Wanted, candidate: &Candidate<'_>) -> Option<(Location, Likeness)> {
    let fields = [(Location::Tag, candidate.tag), (Location::Description, candidate.description)];
    fields.into_iter().find_map(|(place, text)| {
        let likeness = likeness(&wanted.name, text?)?;
        (likeness <= Likeness::Form).then_some((place, likeness))
    })
}

/// Whether a name could only be kept with trouble: it has letters or spaces that nobody types twice.
#[must_use]
pub fn is_awkward(name: &str) -> bool {
    let folded = fold(name);
    folded.text != name
}
