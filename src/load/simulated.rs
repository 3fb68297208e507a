//! Runs the load of the demo beside the simulated account's own: nothing is sent, and minutes pass in seconds.

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::pin;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::account::Source;
use crate::account::demo::MINUTE;
use ec_site_tutor_core::load::Ending;
use ec_site_tutor_core::load::Figures;
use ec_site_tutor_core::load::Plan;
use ec_site_tutor_core::load::Simulation;
use ec_site_tutor_core::load::Subject;
use ec_site_tutor_core::load::{MinuteLength, Observation};

/// How often figures are reported.
const REPORT: Duration = Duration::from_millis(250);
/// Minutes of the lesson that pass in one of the clock's.
const FASTER: u32 = 20;

/// How long a minute of the simulated account is.
#[must_use]
pub fn demo_pace() -> MinuteLength {
    MinuteLength::of(SignedDuration::from_secs(MINUTE))
}

/// As [`super::site::run`], in the demo.
pub async fn run_simulated(
    plan: &Plan,
    subject: &Subject,
    source: &Source,
    stop: impl Future<Output = ()>,
    mut report: impl FnMut(Figures) -> ControlFlow<()>,
) -> (Ending, Figures) {
    let (start, mut simulation) = (Instant::now(), Simulation::new(*plan));
    let mut ticks = interval(REPORT);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut stop = pin!(stop);
    loop {
        let asked = tokio::select! {
            () = &mut stop => true,
            _ = ticks.tick() => false,
        };
        let snapshot = source.read(&subject.scope(), Timestamp::now()).await;
        let healthy = Observation::of(&snapshot, subject).capacity.and_then(|capacity| capacity.healthy).unwrap_or(0);
        let (figures, ending) = simulation.advance(start.elapsed() * FASTER, u32::try_from(healthy).unwrap_or(0));
        if let Some(ending) = ending {
            return (ending, figures);
        }
        if asked || report(figures.clone()).is_break() {
            return (Ending::Asked, figures);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rehearsal_keeps_pace_with_the_simulated_account() {
        assert_eq!(i64::from(FASTER) * MINUTE, 60);
    }
}
