//! Holds what a page claims against what its own snapshot shows. Pure.

use std::collections::BTreeMap;

use super::model::claims;
use super::{Evidence, StepClaim, TOOL};
use crate::lesson::Lesson;
use crate::verify::Status;

/// What came of evaluating the snapshot of a page anew.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences {
    /// Every claim that the snapshot doesn't bear out, and everything that it shows and the page doesn't claim.
    pub claims: Vec<Difference>,
    /// The lesson's version where the page was written for another one; differences may come from that.
    pub lesson_version: Option<String>,
    /// The program's version where the page was written by another one; differences may come from that.
    pub tool: Option<String>,
}

/// One claim that the snapshot doesn't bear out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Id of the step.
    pub step: String,
    /// Id of the check; none for the step as a whole.
    pub check: Option<String>,
    /// What the page claims; none where it claims nothing.
    pub claimed: Option<Status>,
    /// What the snapshot shows; none where the lesson asks no such thing.
    pub evaluated: Option<Status>,
}

/// A value that the learner set otherwise than the lesson has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnValue {
    /// Its key in the lesson's values, such as `region`.
    pub name: String,
    /// What the page was judged by.
    pub theirs: String,
    /// What the lesson says; none where it has no such value.
    pub ours: Option<String>,
}

impl Differences {
    /// Whether the snapshot bears out everything that the page claims.
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        self.claims.is_empty()
    }
}

/// Evaluates the snapshot of `evidence` anew. `lesson` is the lesson with the learner's own values in it: see
/// [`Evidence::lesson_of`].
#[must_use]
pub fn examine(lesson: &Lesson, evidence: &Evidence) -> Differences {
    let shown = claims(&evidence.evaluate(lesson));
    Differences {
        claims: differences(&evidence.steps, &shown),
        lesson_version: other(&evidence.lesson_version, &lesson.version),
        tool: other(&evidence.tool, TOOL),
    }
}

/// The learner's own values that differ from those of `lesson`, as it is without them.
#[must_use]
pub fn own_values(lesson: &Lesson, evidence: &Evidence) -> Vec<OwnValue> {
    let own = evidence.values.iter().filter(|(name, value)| lesson.values.get(name) != Some(value));
    own.map(|(name, value)| OwnValue {
        name: name.clone(),
        theirs: value.clone(),
        ours: lesson.values.get(name).map(str::to_owned),
    })
    .collect()
}

fn other(found: &str, own: &str) -> Option<String> {
    (found != own).then(|| found.to_owned())
}

type CheckRef<'a> = (&'a str, Option<&'a str>);

fn differences(claimed: &[StepClaim], shown: &[StepClaim]) -> Vec<Difference> {
    let (claims, facts) = (places(claimed), places(shown));
    // The lesson's order first; then what the page claims beyond it.
    let extra = claimed.iter().flat_map(step_places).filter(|(place, _)| !facts.contains_key(place));
    let all = shown.iter().flat_map(step_places).chain(extra).map(|(place, _)| place);
    let mut found: Vec<Difference> = all
        .filter(|place| claims.get(place) != facts.get(place))
        .map(|place| Difference {
            step: place.0.to_owned(),
            check: place.1.map(str::to_owned),
            claimed: claims.get(&place).copied(),
            evaluated: facts.get(&place).copied(),
        })
        .collect();
    found.extend(twins(claimed));
    found
}

fn places(steps: &[StepClaim]) -> BTreeMap<CheckRef<'_>, Status> {
    steps.iter().flat_map(step_places).collect()
}

fn step_places(step: &StepClaim) -> impl Iterator<Item = (CheckRef<'_>, Status)> {
    let checks = step.checks.iter().map(|check| ((step.id.as_str(), Some(check.id.as_str())), check.status));
    std::iter::once(((step.id.as_str(), None), step.status)).chain(checks)
}

/// What is claimed twice can't be held against anything.
fn twins(claimed: &[StepClaim]) -> Vec<Difference> {
    let mut seen = BTreeMap::new();
    let all = claimed.iter().flat_map(step_places);
    all.filter(|(place, status)| seen.insert(*place, *status).is_some())
        .map(|((step, check), status)| Difference {
            step: step.to_owned(),
            check: check.map(str::to_owned),
            claimed: Some(status),
            evaluated: None,
        })
        .collect()
}
