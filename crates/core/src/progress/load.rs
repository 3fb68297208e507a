//! What a load that the tutor ran to its end is worth. Pure.

use super::Progress;
use crate::lesson::Lesson;
use crate::msg;
use crate::report::Report;
use crate::verify::{Check, CheckKind, Status, Verdict};

/// Lets a finished load pass the checks that ask for load, where the account itself doesn't show it: metrics come late,
/// and may not be readable at all. It counts for the load balancer that it went to, and only where it was more than the
/// check asks for: one that was made anew since has had no load.
pub fn credit(lesson: &Lesson, report: &mut Report, progress: &Progress) {
    let Some(run) = &progress.load else { return };
    if run.host.is_none() || run.host != report.host {
        return;
    }
    for (step, judged) in lesson.steps.iter().zip(&mut report.steps) {
        let is_enough = |check: &Check| match &check.kind {
            CheckKind::Load(load) => i64::from(run.per_target) > i64::from(load.value.0),
            _ => false,
        };
        for (index, _) in step.checks.iter().enumerate().filter(|(_, check)| is_enough(check)) {
            let status = judged.checks.get(index).map(|check| check.verdict.status);
            if matches!(status, Some(Status::Failed | Status::Waiting | Status::Unknown)) {
                judged.overrule(index, Verdict::passed(msg!(load_from_run, count = run.per_target)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::Timestamp;

    use super::*;
    use crate::account::{Area, Snapshot};
    use crate::demo::SimulatedAccount;
    use crate::lesson::{Pack, load};
    use crate::progress::LoadRun;

    fn status(lesson: &Lesson, snapshot: &Snapshot, progress: &Progress) -> (Status, Status) {
        let mut report = Report::assess(lesson, snapshot, Timestamp::UNIX_EPOCH);
        credit(lesson, &mut report, progress);
        let step = report.step("4-5").unwrap();
        (step.checks.iter().find(|check| check.id == "load").unwrap().verdict.status, step.status)
    }

    #[test]
    fn a_finished_load_counts_where_the_metrics_do_not_show_it() {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let seen = SimulatedAccount::finished(&lesson, Timestamp::UNIX_EPOCH).snapshot(Timestamp::UNIX_EPOCH);
        let none = Snapshot { activities: Area::Seen(Vec::new()), request_counts: Area::Seen(Vec::new()), ..seen };
        let unread = Snapshot { request_counts: Area::NotAsked, ..none.clone() };
        let gone = Snapshot { load_balancers: Area::Seen(Vec::new()), ..none.clone() };
        let without = Progress::new("1", "step4");
        let mut with = without.clone();
        let host = none.load_balancers.seen().unwrap()[0].dns_name.clone();
        let run = LoadRun { at: Timestamp::UNIX_EPOCH, answered: 4000, per_target: 500, host };
        with.load = Some(run.clone());
        assert_eq!(status(&lesson, &none, &without), (Status::Waiting, Status::Waiting));
        assert_eq!(status(&lesson, &none, &with), (Status::Passed, Status::Passed));
        assert_eq!(status(&lesson, &unread, &without).0, Status::Unknown);
        assert_eq!(status(&lesson, &unread, &with).0, Status::Passed);
        assert_eq!(status(&lesson, &gone, &with).0, Status::Skipped);
        for other in [
            LoadRun { host: Some("another.elb.amazonaws.com".into()), ..run.clone() },
            LoadRun { host: None, ..run.clone() },
            LoadRun { per_target: 25, ..run },
        ] {
            with.load = Some(other);
            assert_eq!(status(&lesson, &none, &with).0, Status::Waiting);
        }
    }
}
