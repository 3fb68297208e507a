//! Sends the planned requests at their planned instants, whatever the answers do: an open loop.

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::pin;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::time::{Instant, MissedTickBehavior, interval_at, sleep_until};

use super::client::{Target, Visitors};
use ec_site_tutor_core::load::{Answer, Figures, Outcome, Tally};
use ec_site_tutor_core::load::{Ending, Guard};
use ec_site_tutor_core::load::{Plan, Turn};

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
    let (mut tally, mut guard, mut next) = (Tally::default(), Guard::default(), 0);
    let mut flights = FuturesUnordered::new();
    let mut reports = interval_at(start + REPORT, REPORT);
    reports.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut stop = pin!(stop);
    let ending = loop {
        let turn = plan.turn(next, start.elapsed(), flights.len());
        match turn {
            Turn::Send => {
                let due = plan.due(next);
                tally.sent(due, start.elapsed().saturating_sub(due));
                flights.push(flight(due, start, visitors.visit(next)));
                next += 1;
                continue;
            }
            Turn::Skip => {
                tally.skipped();
                next += 1;
                continue;
            }
            Turn::Over if flights.is_empty() => break Ending::Finished,
            Turn::Wait(_) | Turn::Over => {}
        }
        let due = if let Turn::Wait(due) = turn { Some(start + due) } else { None };
        tokio::select! {
            () = &mut stop => break Ending::Asked,
            Some(outcome) = flights.next(), if !flights.is_empty() => {
                tally.record(&outcome);
                if let Some(ending) = guard.judge(&outcome) {
                    break ending;
                }
            }
            () = sleep_until(due.unwrap_or(start)), if due.is_some() => {}
            _ = reports.tick() => {
                if report(tally.figures(start.elapsed())).is_break() {
                    break Ending::Asked;
                }
            }
        }
    };
    drop(flights);
    visitors.leave().await;
    (ending, tally.figures(start.elapsed()))
}

async fn flight(due: Duration, start: Instant, visit: impl Future<Output = Answer>) -> Outcome {
    let answer = visit.await;
    Outcome { due, ended: start.elapsed(), answer }
}
