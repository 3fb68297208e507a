//! One mistake that shows in many places: everything was built with another beginning of its names.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::candidates;
use super::likeness::likeness;
use super::sighting::is_awkward;
use crate::account::Snapshot;
use crate::diagnose::diagnosis::Diagnosis;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::verify::{Cause, CauseId, ResourceKind, Wanted};

/// The value of a lesson with which its names begin.
const KEY: &str = "prefix";
/// So many names must share a beginning that is like the lesson's own.
const FEW: usize = 2;
/// So many names must share any other beginning, for another project may be built alike.
const MANY: usize = 3;
/// Shorter than this, the rest of a name says nothing.
const SHORTEST_REST: usize = 3;

/// Names with another beginning.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherPrefix {
    /// What was looked for.
    pub wanted: BTreeSet<Wanted>,
    /// What is to be said of each.
    pub diagnosis: Diagnosis,
}

/// The other beginning that the lab's names have in this account. There is none where one thing has its right name:
/// then the others are slips of their own.
#[must_use]
pub fn other_prefix(lesson: &Lesson, subjects: &BTreeSet<Wanted>, snapshot: &Snapshot) -> Option<OtherPrefix> {
    let prefix = lesson.values.get(KEY)?;
    let rests: Vec<(&Wanted, &str)> = subjects
        .iter()
        .filter_map(|wanted| Some((wanted, wanted.name.strip_prefix(prefix)?)))
        .filter(|(_, rest)| rest.len() >= SHORTEST_REST)
        .collect();
    if rests.iter().any(|(wanted, _)| is_there(wanted, snapshot)) {
        return None;
    }
    let mut found: BTreeMap<&str, BTreeMap<&Wanted, &str>> = BTreeMap::new();
    for (wanted, rest) in rests {
        for candidate in candidates(wanted.kind, snapshot) {
            if let Some((name, beginning)) = candidate.name.and_then(|name| Some((name, name.strip_suffix(rest)?)))
                && candidate.gone.is_none()
                && !beginning.is_empty()
                && !is_awkward(beginning)
            {
                found.entry(beginning).or_default().insert(wanted, name);
            }
        }
    }
    let (other, pairs) = found.into_iter().max_by_key(|(_, pairs)| pairs.len())?;
    let with_vpc = pairs.keys().any(|wanted| wanted.kind == ResourceKind::Vpc);
    let enough = if likeness(prefix, other).is_some() { FEW } else { MANY };
    (with_vpc && pairs.len() >= enough).then(|| finding(prefix, other, &pairs))
}

fn is_there(wanted: &Wanted, snapshot: &Snapshot) -> bool {
    let named = |candidate: super::candidates::Candidate<'_>| {
        candidate.gone.is_none() && candidate.name == Some(wanted.name.as_str())
    };
    match wanted.kind {
        ResourceKind::InstanceProfile => snapshot.instance_profile.seen().is_ok_and(Option::is_some),
        ResourceKind::LaunchTemplate => snapshot.launch_template.seen().is_ok_and(Option::is_some),
        kind => candidates(kind, snapshot).into_iter().any(named),
    }
}

fn finding(prefix: &str, other: &str, pairs: &BTreeMap<&Wanted, &str>) -> OtherPrefix {
    let text = msg!(near_other_prefix, found = other, wanted = prefix, count = pairs.len());
    let evidence = vec![
        msg!(near_other_prefix_names, names = Text::list(pairs.values().copied())),
        msg!(near_other_prefix_value, line = format!("{KEY} = \"{other}\"")),
    ];
    let cause = Cause { id: CauseId::NameNearMiss, text };
    OtherPrefix {
        wanted: pairs.keys().map(|wanted| (*wanted).clone()).collect(),
        diagnosis: Diagnosis { cause, evidence, repair: Vec::new(), consequences: Vec::new() },
    }
}
