//! Looks at an account, and closer where the first look raises a question. It decides nothing: what is asked comes from
//! the diagnosis, what is answered goes back to it.

use std::time::Duration;

use jiff::Timestamp;
use tokio::time::timeout;

use crate::account::{Scope, Snapshot, Source};
use crate::diagnose::questions;
use crate::lesson::Lesson;
use crate::report::Report;

/// The longest that looking closer may take. What hasn't come until then is left out: it would only tell more.
const CLOSER: Duration = Duration::from_secs(20);

/// Everything in `scope`, with the answers to what the diagnosis asks of it.
pub async fn look(source: &Source, lesson: &Lesson, scope: &Scope, now: Timestamp) -> Snapshot {
    let mut snapshot = source.read(scope, now).await;
    let report = Report::assess(lesson, &snapshot, now);
    let asked = questions(&report.judged(lesson), lesson, &snapshot, now);
    if !asked.is_empty() {
        let _ = timeout(CLOSER, source.look_closer(&mut snapshot, &asked, now)).await;
    }
    snapshot
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::account::Area;
    use crate::account::demo::SimulatedAccount;
    use crate::lesson::{Pack, load};
    use crate::verify::CauseId;

    fn looked(simulated: &SimulatedAccount, lesson: &Lesson, now: Timestamp) -> Snapshot {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(look(&Source::demo(simulated.clone()), lesson, &lesson.scope(), now))
    }

    fn cause(snapshot: &Snapshot, lesson: &Lesson, now: Timestamp) -> Option<CauseId> {
        let report = Report::assess(lesson, snapshot, now);
        let check = report.step("4-3").unwrap().checks.iter().find(|check| check.id == "healthy").unwrap().clone();
        check.diagnosis.map(|found| found.cause.id)
    }

    #[test]
    fn a_boot_log_is_read_only_where_everything_before_the_boot_is_sound() {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let now: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let mut simulated = SimulatedAccount::finished(&lesson, now);
        let sound = looked(&simulated, &lesson, now);
        assert!(sound.boot_logs.is_empty());
        assert_eq!((sound.listener_rules, sound.network_acls), (Area::NotAsked, Area::NotAsked));

        simulated.perform("build-without-nat", now);
        let now = simulated.settled_at(now);
        let without_nat = looked(&simulated, &lesson, now);
        assert!(without_nat.boot_logs.is_empty());
        assert_eq!(cause(&without_nat, &lesson, now), Some(CauseId::RouteBlackhole));

        // The way out is there again, and the instance that booted without it is as it was.
        simulated.perform("nat-repair", now);
        let now = simulated.settled_at(now);
        let mended = looked(&simulated, &lesson, now);
        assert_eq!(mended.boot_logs.len(), 1);
        assert!(mended.network_acls.seen().is_ok());
        assert_eq!(cause(&mended, &lesson, now), Some(CauseId::AppNoNetwork));
    }
}
