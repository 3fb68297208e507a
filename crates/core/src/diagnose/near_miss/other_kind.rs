//! The right name on a thing of another kind.

use super::candidates::candidates;
use super::likeness::{Likeness, likeness};
use crate::account::Snapshot;
use crate::i18n::Text;
use crate::verify::{ResourceKind, Wanted};
use std::collections::BTreeSet;

/// What has the name of `wanted` and is something else, in words. `subjects` is what the lab itself wants: a name that
/// it gives twice tells nothing. `vpc` is the id of the lab's VPC.
#[must_use]
pub fn of_other_kind(
    wanted: &Wanted,
    subjects: &BTreeSet<Wanted>,
    vpc: Option<&str>,
    snapshot: &Snapshot,
) -> Option<Text> {
    let others = ResourceKind::ALL.into_iter().filter(|kind| *kind != wanted.kind);
    others.into_iter().find_map(|kind| {
        let is_subject = |name: &str| subjects.iter().any(|subject| subject.kind == kind && subject.name == name);
        let mut named = candidates(kind, snapshot).into_iter().filter_map(|candidate| {
            let name = candidate.name.filter(|name| !is_subject(name))?;
            let is_here = candidate.gone.is_none() && candidate.vpc.is_none_or(|own| vpc == Some(own));
            let fits = is_here && likeness(&wanted.name, name)? <= Likeness::Form;
            fits.then(|| Wanted::new(kind, name).what())
        });
        named.next()
    })
}
