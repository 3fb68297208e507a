//! When each request is due, and what becomes of it then. Pure: the schedule is fixed before the first request and
//! never waits for an answer, because visitors don't wait for each other either.

use std::time::Duration;

/// Requests that may be under way at once. At the lesson's pace it is never reached, however slow the site is: each
/// request is given up after [`super::client::LIMIT`].
pub const MOST_IN_FLIGHT: usize = 100;
/// A request that this machine couldn't send for so long is not sent any more: it would arrive in a burst with others.
pub const TOO_LATE: Duration = Duration::from_secs(1);

/// More is never sent, whatever is asked for.
const MOST_REQUESTS: u32 = 100_000;
/// Nor more quickly.
const SHORTEST_INTERVAL: Duration = Duration::from_millis(2);
/// Nor for longer.
const LONGEST: Duration = Duration::from_hours(1);

/// So many requests, one every so often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    count: u32,
    interval: Duration,
}

/// Why there is no such plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// The number of requests is zero or more than the limit.
    Count {
        /// The limit.
        most: u32,
    },
    /// The interval is shorter than the limit.
    Interval {
        /// The limit.
        shortest: Duration,
    },
    /// It would last longer than the limit.
    Duration {
        /// The limit.
        longest: Duration,
    },
}

/// What becomes of the next request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// It is due at this time from the start.
    Wait(Duration),
    /// It is sent.
    Send,
    /// It is left out: too late, or too many are under way.
    Skip,
    /// There is none.
    Over,
}

impl Plan {
    /// A plan within the limits that hold for everybody.
    ///
    /// # Errors
    /// The limit that would be exceeded.
    pub fn new(count: u32, interval: Duration) -> Result<Self, PlanError> {
        if count == 0 || count > MOST_REQUESTS {
            return Err(PlanError::Count { most: MOST_REQUESTS });
        }
        if interval < SHORTEST_INTERVAL {
            return Err(PlanError::Interval { shortest: SHORTEST_INTERVAL });
        }
        if interval.checked_mul(count).is_none_or(|duration| duration > LONGEST) {
            return Err(PlanError::Duration { longest: LONGEST });
        }
        Ok(Self { count, interval })
    }

    /// How many requests.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.count
    }

    /// From one request to the next.
    #[must_use]
    pub fn interval(&self) -> Duration {
        self.interval
    }

    /// From the first request to the instant at which one more would be due.
    #[must_use]
    pub fn duration(&self) -> Duration {
        self.interval * self.count
    }

    /// Requests a minute.
    #[must_use]
    pub fn per_minute(&self) -> f64 {
        60.0 / self.interval.as_secs_f64()
    }

    /// Whether this asks more of the site than `other`: more requests, or more quickly.
    #[must_use]
    pub fn exceeds(&self, other: &Self) -> bool {
        self.count > other.count || self.interval < other.interval
    }

    /// When the request of this number, counted from 0, is due, from the start on.
    #[must_use]
    pub fn due(&self, number: u32) -> Duration {
        self.interval * number
    }

    /// What becomes of the request of this number after `elapsed`, with so many under way.
    #[must_use]
    pub fn turn(&self, number: u32, elapsed: Duration, in_flight: usize) -> Slot {
        if number >= self.count {
            return Slot::Over;
        }
        let due = self.due(number);
        match elapsed.checked_sub(due) {
            None => Slot::Wait(due),
            Some(late) if late > TOO_LATE || in_flight >= MOST_IN_FLIGHT => Slot::Skip,
            Some(_) => Slot::Send,
        }
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    fn lab() -> Plan {
        Plan::new(4000, Duration::from_millis(120)).unwrap()
    }

    #[test]
    fn the_labs_plan_takes_eight_minutes() {
        assert_eq!(lab().duration(), Duration::from_mins(8));
        assert!((lab().per_minute() - 500.0).abs() < 1e-9);
    }

    #[test]
    fn the_schedule_does_not_drift() {
        assert_eq!(lab().due(0), Duration::ZERO);
        assert_eq!(lab().due(3999), Duration::from_millis(3999 * 120));
    }

    #[test_case(0, 0, 0, Slot::Send; "the first at once")]
    #[test_case(1, 119, 0, Slot::Wait(Duration::from_millis(120)); "not before its time")]
    #[test_case(1, 120, 99, Slot::Send; "in time, with room for one more")]
    #[test_case(1, 120, 100, Slot::Skip; "too many are under way")]
    #[test_case(1, 1120, 0, Slot::Send; "late, but not too late")]
    #[test_case(1, 1121, 0, Slot::Skip; "a stalled machine makes no burst")]
    #[test_case(4000, 480_000, 0, Slot::Over; "no more than was planned")]
    fn turns(number: u32, elapsed: u64, in_flight: usize, expected: Slot) {
        assert_eq!(lab().turn(number, Duration::from_millis(elapsed), in_flight), expected);
    }

    #[test_case(0, 120 => matches Err(PlanError::Count { .. }); "none")]
    #[test_case(100_001, 120 => matches Err(PlanError::Count { .. }); "too many")]
    #[test_case(10, 1 => matches Err(PlanError::Interval { .. }); "too quickly")]
    #[test_case(31_000, 120 => matches Err(PlanError::Duration { .. }); "too long")]
    #[test_case(10, u64::MAX => matches Err(PlanError::Duration { .. }); "absurdly long")]
    #[test_case(1, 2 => matches Ok(_); "just so")]
    fn limits(count: u32, millis: u64) -> Result<Plan, PlanError> {
        Plan::new(count, Duration::from_millis(millis))
    }

    #[test]
    fn more_or_quicker_exceeds_and_less_does_not() {
        let plan = |count, millis| Plan::new(count, Duration::from_millis(millis)).unwrap();
        assert!(plan(4001, 120).exceeds(&lab()));
        assert!(plan(10, 119).exceeds(&lab()));
        assert!(!plan(4000, 120).exceeds(&lab()));
        assert!(!plan(10, 200).exceeds(&lab()));
    }
}
