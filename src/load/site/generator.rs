//! Sends the planned requests at their planned instants, whatever the answers do: an open loop.

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::pin;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::time::{Instant, MissedTickBehavior, interval_at, sleep_until};

use super::client::{Target, Visitors};
use ec_site_tutor_core::load::{Ending, Guard};
use ec_site_tutor_core::load::{Figures, RequestOutcome, SiteAnswer, Stats};
use ec_site_tutor_core::load::{Plan, Slot};

/// How often figures are reported.
const REPORT: Duration = Duration::from_secs(1);

/// Runs `plan` against `target` until it is over, until `stop` is, or until something is wrong: see [`Ending`].
/// Figures are reported every second; where the report breaks, nobody looks any more, and the load ends. On return, no
/// request is under way and no connection is open; dropping the future has the same effect.
pub async fn run(
    plan: &Plan,
    target: &Target,
    stop: impl Future<Output = ()>,
    mut report: impl FnMut(Figures) -> ControlFlow<()>,
) -> (Ending, Figures) {
    let Some(visitors) = Visitors::new(target) else { return (Ending::NoConnection, Figures::default()) };
    let start = Instant::now();
    let (mut stats, mut guard, mut next) = (Stats::default(), Guard::default(), 0);
    let mut in_flight = FuturesUnordered::new();
    let mut reports = interval_at(start + REPORT, REPORT);
    reports.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut stop = pin!(stop);
    let ending = loop {
        let turn = plan.turn(next, start.elapsed(), in_flight.len());
        match turn {
            Slot::Send => {
                let due = plan.due(next);
                stats.sent(due, start.elapsed().saturating_sub(due));
                in_flight.push(outcome_of(due, start, visitors.visit(next)));
                next += 1;
                continue;
            }
            Slot::Skip => {
                stats.skipped();
                next += 1;
                continue;
            }
            Slot::Over if in_flight.is_empty() => break Ending::Finished,
            Slot::Wait(_) | Slot::Over => {}
        }
        let due = if let Slot::Wait(due) = turn { Some(start + due) } else { None };
        tokio::select! {
            () = &mut stop => break Ending::Asked,
            Some(outcome) = in_flight.next(), if !in_flight.is_empty() => {
                stats.record(&outcome);
                if let Some(ending) = guard.judge(&outcome) {
                    break ending;
                }
            }
            () = sleep_until(due.unwrap_or(start)), if due.is_some() => {}
            _ = reports.tick() => {
                if report(stats.figures(start.elapsed())).is_break() {
                    break Ending::Asked;
                }
            }
        }
    };
    drop(in_flight);
    visitors.leave().await;
    (ending, stats.figures(start.elapsed()))
}

async fn outcome_of(due: Duration, start: Instant, visit: impl Future<Output = SiteAnswer>) -> RequestOutcome {
    let answer = visit.await;
    RequestOutcome { due, ended: start.elapsed(), answer }
}
