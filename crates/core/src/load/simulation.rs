//! The load of the demo: nothing is sent. Answers are made up from how many simulated targets serve. Pure.

use std::time::Duration;

use super::plan::Plan;
use super::stats::{Figures, RequestOutcome, SiteAnswer, Stats};
use super::stop::{Ending, Guard};

/// What a shop with nothing else to do takes for a page.
const IDLE: Duration = Duration::from_millis(35);
/// What it takes longer for each request a second that it has to serve.
const BUSY: Duration = Duration::from_millis(12);
/// Few visitors in so many wait much longer than the rest.
const SPREAD: u32 = 97;

/// A load that is only counted.
#[derive(Debug)]
pub struct Simulation {
    plan: Plan,
    stats: Stats,
    guard: Guard,
    next: u32,
}

impl Simulation {
    /// A load that hasn't begun.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self { plan, stats: Stats::default(), guard: Guard::default(), next: 0 }
    }

    /// Everything that is due until `elapsed`, answered by so many healthy targets; how it ended, where it did.
    pub fn advance(&mut self, elapsed: Duration, healthy: u32) -> (Figures, Option<Ending>) {
        while self.next < self.plan.count() && self.plan.due(self.next) <= elapsed {
            let due = self.plan.due(self.next);
            self.stats.sent(due, Duration::ZERO);
            let outcome = self.answer(due, healthy);
            self.stats.record(&outcome);
            self.next += 1;
            if let Some(ending) = self.guard.judge(&outcome) {
                return (self.stats.figures(due), Some(ending));
            }
        }
        let over = elapsed >= self.plan.duration();
        (self.stats.figures(elapsed.min(self.plan.duration())), over.then_some(Ending::Finished))
    }

    fn answer(&self, due: Duration, healthy: u32) -> RequestOutcome {
        if healthy == 0 {
            // A load balancer without targets says so at once.
            return RequestOutcome { due, ended: due + Duration::from_millis(3), answer: SiteAnswer::Status(503) };
        }
        let per_second = 1.0 / self.plan.interval().as_secs_f64() / f64::from(healthy);
        let spread = f64::from((self.next * 31) % SPREAD) / f64::from(SPREAD);
        let time = IDLE + BUSY.mul_f64(per_second * (0.5 + spread.powi(8) * 4.0));
        RequestOutcome { due, ended: due + time, answer: SiteAnswer::Status(200) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Class;

    fn lab() -> Simulation {
        Simulation::new(Plan::new(4000, Duration::from_millis(120)).unwrap())
    }

    #[test]
    fn it_runs_as_the_plan_says_and_finishes() {
        let mut simulation = lab();
        let (figures, ending) = simulation.advance(Duration::from_mins(1), 1);
        assert_eq!((figures.sent, ending), (501, None));
        let (figures, ending) = simulation.advance(Duration::from_mins(9), 1);
        assert_eq!((figures.of(Class::Good), ending), (4000, Some(Ending::Finished)));
        assert_eq!(figures.elapsed, Duration::from_mins(8));
    }

    #[test]
    fn more_targets_answer_more_quickly() {
        let times = |healthy| lab().advance(Duration::from_mins(1), healthy).0.overall.unwrap();
        assert!(times(4).p95 < times(1).p95);
        assert!(times(1).p50 < times(1).p99);
    }

    #[test]
    fn without_a_target_it_stops_by_itself() {
        let (_, ending) = lab().advance(Duration::from_mins(1), 0);
        assert_eq!(ending, Some(Ending::ServerErrors));
    }
}
