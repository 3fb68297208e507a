//! Looks at an account, and closer where the first look raises a question. It decides nothing: what is asked comes from
//! the diagnosis, what is answered goes back to it.

use std::time::Duration;

use jiff::Timestamp;
use tokio::time::timeout;

use crate::account::{Scope, Snapshot, Source};
use crate::diagnose::questions;
use crate::lesson::Lesson;
use crate::report::Report;
use crate::verify::Status;

/// The longest that looking closer may take. What hasn't come until then is left out: it would only tell more.
const CLOSER: Duration = Duration::from_secs(20);

/// What was seen of an account, judged and diagnosed.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// What was seen.
    pub snapshot: Snapshot,
    /// What that means.
    pub report: Report,
}

impl Assessed {
    /// Judges `snapshot` by `lesson` at the instant `now`.
    #[must_use]
    pub fn new(lesson: &Lesson, snapshot: Snapshot, now: Timestamp) -> Self {
        Self { report: Report::assess(lesson, &snapshot, now), snapshot }
    }
}

/// Everything in `scope`, or the lab's part of it where that is as it should be, with the answers to what the diagnosis asks
/// of it, judged at the instant at which it was read. It is judged a second time only where answers came.
pub async fn look(source: &Source, lesson: &Lesson, scope: &Scope, clock: impl Fn() -> Timestamp) -> Assessed {
    let begun = clock();
    let (snapshot, is_part) = source.read_lab(scope, begun).await;
    let mut read_at = clock();
    let mut assessed = Assessed::new(lesson, snapshot, read_at);
    // Nobody was told who asks: then nothing more is said by asking again.
    if is_part && assessed.snapshot.identity.seen().is_ok() && !is_complete(&assessed) {
        let snapshot = source.read(scope, begun).await;
        read_at = clock();
        assessed = Assessed::new(lesson, snapshot, read_at);
    }
    source.trust_part(is_complete(&assessed));
    let asked = questions(&assessed.report.judged(lesson), lesson, &assessed.snapshot, read_at);
    if asked.is_empty() {
        return assessed;
    }
    // What hasn't come in time is left out, and what has come before that counts.
    let _ = timeout(CLOSER, source.look_closer(&mut assessed.snapshot, &asked, begun)).await;
    Assessed::new(lesson, assessed.snapshot, clock())
}

/// Whether all that the lesson requires is there, so that nothing else in the account can explain anything. Advice is about
/// what is there. A target that has been terminated is in no VPC any more, and is told of while it drains.
fn is_complete(assessed: &Assessed) -> bool {
    let mut required = assessed.report.steps.iter().flat_map(|step| &step.checks).filter(|check| check.required);
    let instances = assessed.snapshot.instances.seen().map(Vec::as_slice).unwrap_or_default();
    let mut targets = assessed.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default().iter();
    required.all(|check| matches!(check.verdict.status, Status::Passed | Status::Manual))
        && targets.all(|target| instances.iter().any(|instance| instance.id == target.target))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::BTreeMap;

    use jiff::SignedDuration;

    use super::*;
    use crate::account::Area;
    use crate::account::demo::SimulatedAccount;
    use crate::lesson::{Pack, load};
    use crate::verify::CauseId;

    fn looked(simulated: &SimulatedAccount, lesson: &Lesson, now: Timestamp) -> Assessed {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(look(&Source::demo(simulated.clone()), lesson, &lesson.scope(), || now))
    }

    fn cause(assessed: &Assessed) -> Option<CauseId> {
        let check =
            assessed.report.step("4-3").unwrap().checks.iter().find(|check| check.id == "healthy").unwrap().clone();
        check.diagnosis.map(|found| found.cause.id)
    }

    #[test]
    fn a_boot_log_is_read_only_where_everything_before_the_boot_is_sound() {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let now: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let mut simulated = SimulatedAccount::finished(&lesson, now);
        let sound = looked(&simulated, &lesson, now);
        assert!(sound.snapshot.boot_logs.is_empty());
        assert_eq!((sound.snapshot.listener_rules, sound.snapshot.network_acls), (Area::NotAsked, Area::NotAsked));

        simulated.perform("build-without-nat", now);
        let now = simulated.settled_at(now);
        let without_nat = looked(&simulated, &lesson, now);
        assert!(without_nat.snapshot.boot_logs.is_empty());
        assert_eq!(cause(&without_nat), Some(CauseId::RouteBlackhole));

        // The way out is there again, and the instance that booted without it is as it was.
        simulated.perform("nat-repair", now);
        let now = simulated.settled_at(now);
        let mended = looked(&simulated, &lesson, now);
        assert_eq!(mended.snapshot.boot_logs.len(), 1);
        assert!(mended.snapshot.network_acls.seen().is_ok());
        assert_eq!(cause(&mended), Some(CauseId::AppNoNetwork));
    }

    #[test]
    fn what_is_handed_back_is_judged_as_it_is_at_the_instant_at_which_it_was_read() {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let begun: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let sound = SimulatedAccount::finished(&lesson, begun);
        let mut doubtful = sound.clone();
        doubtful.perform("build-without-nat", begun);
        doubtful.perform("nat-repair", doubtful.settled_at(begun));
        // The clock is looked at before reading, after it, and where questions were answered after that.
        for (simulated, looks) in [(sound, 2), (doubtful, 3)] {
            let (minutes, start) = (Cell::new(0), simulated.settled_at(begun));
            let clock = || {
                minutes.set(minutes.get() + 1);
                start + SignedDuration::from_mins(minutes.get())
            };
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let seen = runtime.block_on(look(&Source::demo(simulated), &lesson, &lesson.scope(), clock));
            assert_eq!(minutes.get(), looks);
            assert_eq!(seen, Assessed::new(&lesson, seen.snapshot.clone(), start + SignedDuration::from_mins(looks)));
        }
    }
}
