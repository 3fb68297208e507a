//! Says why a check isn't passed: the cause, what shows it, and how to mend it. Pure: rests on the snapshot and on what
//! the checks concluded, and changes no verdict.

mod boot_log;
mod case;
mod diagnosis;
mod effect;
mod harmless;
mod link;
mod near_miss;
mod preflight;
mod questions;
mod region;
mod remediation;
mod repair;
mod root_cause;
mod scale_in;
mod scaling;
mod schedule;
mod setting;
mod spare;
mod stopped;
mod waiting;

use jiff::Timestamp;

use crate::account::Snapshot;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::verify::{Cause, CauseId, Status};
use case::Case;
use harmless::harmless;
use remediation::{mend, mend_cause};

use near_miss::{NearMisses, near_misses};

pub use case::Judged;
pub use diagnosis::Diagnosis;
pub use questions::questions;
pub use repair::{Means, Repair};
pub use waiting::WaitReport;

/// What is known of a check beyond its verdict.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// Why it isn't passed, where that is known.
    pub diagnosis: Option<Diagnosis>,
    /// How it is mended, in the order to try; also where the cause isn't known.
    pub repair: Vec<Repair>,
}

/// Why each of the `judged` checks isn't passed, as far as that can be told from `snapshot` at the instant `now`, and
/// how it is mended. `judged` has all checks of the lesson in its order, and so has the answer.
#[must_use]
pub fn diagnose(judged: &[Judged<'_>], lesson: &Lesson, snapshot: &Snapshot, now: Timestamp) -> Vec<Explanation> {
    let case = Case::new(judged, lesson, snapshot, now);
    let near = near_misses(&case);
    judged.iter().map(|judged| explanation(judged, &case, &near)).collect()
}

/// The first that has something to say: what was made instead, what makes others wrong, what the check itself could
/// tell, what AWS is busy with.
fn explanation(judged: &Judged<'_>, case: &Case<'_>, near: &NearMisses) -> Explanation {
    if judged.verdict.status == Status::Passed {
        return Explanation::default();
    }
    let found = near_miss(judged, near, case)
        .or_else(|| region::looked_elsewhere(judged, case))
        .or_else(|| root_cause::root_cause(judged, case))
        .or_else(|| scaling::scaling_cause(judged, case))
        .or_else(|| scale_in::stays_large(judged, case))
        .or_else(|| schedule::wrong_size(judged, case))
        .or_else(|| stopped::stopped_member(judged, case))
        .or_else(|| own(judged))
        .or_else(|| {
            judged.verdict.wait.map(|wait| waiting::waiting(wait, case.facts.snapshot.taken_at, case.facts.now))
        })
        .or_else(|| preflight::left_undone(judged, case))
        .or_else(|| setting::wrong_setting(judged));
    let diagnosis = found.map(|found| with_lateness(with_effects(found, judged, case), judged, case));
    let mut diagnosis = told_by_lesson(diagnosis, judged);
    let repair = match &diagnosis {
        Some(found) if !found.repair.is_empty() => found.repair.clone(),
        Some(found) => mend_cause(found.cause.id, judged, case),
        None => mend(judged, case),
    };
    // Where the lesson says itself what to do, no command of ours stands beside it.
    let own = judged.verdict.status == Status::Failed && judged.check.fix.is_some();
    let fitting = |repairs: Vec<Repair>| {
        let repairs = repairs.into_iter().filter(|repair| !own || repair.means == Means::Link);
        harmless(repairs.collect(), case)
    };
    if let Some(found) = &mut diagnosis {
        found.repair = fitting(std::mem::take(&mut found.repair));
    }
    Explanation { diagnosis, repair: fitting(repair) }
}

/// The diagnosis in the lesson's own words, where it has some.
fn told_by_lesson(found: Option<Diagnosis>, judged: &Judged<'_>) -> Option<Diagnosis> {
    let check = judged.check;
    if judged.verdict.status != Status::Failed || (check.cause.is_none() && check.effect.is_none()) {
        return found;
    }
    let named = check.cause.clone().map(Text::Lesson);
    let mut found = match found {
        Some(found) => found,
        None => Diagnosis {
            cause: Cause { id: CauseId::ToldByLesson, text: named.clone()? },
            evidence: vec![judged.verdict.actual.clone()],
            repair: Vec::new(),
            consequences: Vec::new(),
        },
    };
    if let Some(text) = named {
        found.cause.text = text;
    }
    if let Some(effect) = &check.effect {
        found.consequences = vec![effect.clone().into()];
    }
    Some(found)
}

/// What was made instead of the thing that the check looked for, with the pages on which it is mended.
fn near_miss(judged: &Judged<'_>, near: &NearMisses, case: &Case<'_>) -> Option<Diagnosis> {
    let mut found = near.of(judged.verdict.wanted.as_ref()?).cloned()?;
    if found.evidence.is_empty() {
        found.evidence.push(judged.verdict.actual.clone());
    }
    if found.cause.id == CauseId::DeletedRecently && spare::is_only_a_spare(judged, case) {
        found.repair = spare::repair(judged, case);
        return Some(found);
    }
    // Where nothing is to be renamed, the thing is made as if nothing had been found.
    let only_links = !found.repair.is_empty();
    found.repair.extend(mend(judged, case).into_iter().filter(|repair| !only_links || repair.means == Means::Link));
    Some(found)
}

/// What the check itself could already tell.
fn own(judged: &Judged<'_>) -> Option<Diagnosis> {
    let cause = judged.verdict.cause.clone()?;
    let evidence = vec![judged.verdict.actual.clone()];
    Some(Diagnosis { cause, evidence, repair: Vec::new(), consequences: Vec::new() })
}

/// However well it is known what a check waits for, that it waits too long is said with it.
fn with_lateness(mut found: Diagnosis, judged: &Judged<'_>, case: &Case<'_>) -> Diagnosis {
    let late = judged.verdict.wait.filter(|_| found.cause.id != CauseId::Overdue);
    let (seen_at, now) = (case.facts.snapshot.taken_at, case.facts.now);
    found.evidence.extend(late.and_then(|wait| waiting::lateness(wait, seen_at, now)));
    found
}

/// What a fault will break later is said with it, before the learner comes there.
fn with_effects(mut found: Diagnosis, judged: &Judged<'_>, case: &Case<'_>) -> Diagnosis {
    if found.consequences.is_empty() && !spare::is_only_a_spare(judged, case) && judged.verdict.status == Status::Failed
    {
        found.consequences.extend(effect::effect(judged, found.cause.id));
    }
    found
}
