//! What to expect of AWS, when, and what of it has happened. Pure.

use jiff::Timestamp;

use super::live::Live;
use super::observations::{AlarmSeen, Capacity};
use crate::aws_words::{ActivityCause, AlarmSide};

/// A thing that happens in a load, in the usual order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// The load begins.
    Begun,
    /// CloudWatch shows a minute above the target.
    Counted,
    /// AlarmHigh rings.
    Rung,
    /// The policy raises the desired capacity.
    Raised,
    /// A new instance is in service.
    Launched,
    /// A new target is healthy.
    Serving,
    /// The load is over.
    Ended,
    /// AlarmLow rings.
    Quiet,
    /// The group is as small as before.
    Shrunk,
}

impl Milestone {
    /// In the usual order.
    pub const ALL: [Self; 9] = [
        Self::Begun,
        Self::Counted,
        Self::Rung,
        Self::Raised,
        Self::Launched,
        Self::Serving,
        Self::Ended,
        Self::Quiet,
        Self::Shrunk,
    ];

    /// Minutes between which it is usually seen, from the start of the load or, for what follows its end, from there.
    /// From the first minute above the target to AlarmHigh 5 to 6 minutes were seen, and 17 from the end of a load with
    /// visits after it to the first step of scaling in. A number of CloudWatch's is complete after a minute and arrives
    /// one or two later; an instance boots in about a minute, and then builds and is checked for 5 to 10 minutes.
    fn window(self) -> (i32, i32) {
        match self {
            Self::Begun | Self::Ended => (0, 0),
            Self::Counted => (2, 4),
            Self::Rung => (5, 7),
            Self::Raised => (5, 8),
            Self::Launched => (6, 10),
            Self::Serving => (10, 18),
            Self::Quiet => (15, 19),
            Self::Shrunk => (16, 25),
        }
    }
}

/// When a mark comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// It has happened, or was seen then.
    Happened(Timestamp),
    /// It is expected between these instants.
    Expected(Timestamp, Timestamp),
    /// It should have happened by this instant.
    Overdue(Timestamp),
    /// It won't come by itself: since this minute CloudWatch has no numbers to judge by.
    Stalled(Timestamp),
}

/// Every mark that this load can bring. What the account showed last decides what is late, not the clock: nobody looked
/// since.
#[must_use]
pub fn timeline(live: &Live) -> Vec<(Milestone, Timing)> {
    let happens = |mark: &Milestone| match mark {
        Milestone::Begun | Milestone::Ended => true,
        Milestone::Counted | Milestone::Rung => is_long_enough(live, *mark) || happened(live, *mark).is_some(),
        Milestone::Quiet => is_long_enough(live, Milestone::Counted),
        Milestone::Raised | Milestone::Launched | Milestone::Serving => {
            may_grow(live) || happened(live, *mark).is_some()
        }
        Milestone::Shrunk => may_grow(live) || raised(live).is_some(),
    };
    Milestone::ALL.into_iter().filter(happens).map(|mark| (mark, timing(live, mark))).collect()
}

fn timing(live: &Live, mark: Milestone) -> Timing {
    if let Some(at) = happened(live, mark) {
        return Timing::Happened(at);
    }
    if matches!(mark, Milestone::Quiet | Milestone::Shrunk)
        && let Some(since) = stalled(live)
    {
        return Timing::Stalled(since);
    }
    let planned_end = live.started_at + live.span();
    let base = match mark {
        Milestone::Ended | Milestone::Quiet | Milestone::Shrunk => live.ended_at().unwrap_or(planned_end),
        _ => live.started_at,
    };
    let (from, to) = mark.window();
    let (from, to) = (base + live.pace.minutes(from), base + live.pace.minutes(to));
    let was_late = live.observations.latest.as_ref().is_some_and(|latest| latest.at > to);
    if was_late && mark != Milestone::Ended { Timing::Overdue(to) } else { Timing::Expected(from, to) }
}

/// Since when there have been no numbers after the load's end, without which AlarmLow neither rings nor goes on ringing.
fn stalled(live: &Live) -> Option<Timestamp> {
    let ended = live.ended_at()?;
    if rung(live, false, ended).is_some() {
        return None;
    }
    live.observations.no_points_since(live.pace)
}

/// A load that was stopped early brings no alarm.
fn is_long_enough(live: &Live, mark: Milestone) -> bool {
    let minutes = if mark == Milestone::Counted { 1 } else { 3 };
    live.ended_at().is_none_or(|ended| ended.duration_since(live.started_at) >= live.pace.minutes(minutes))
}

fn may_grow(live: &Live) -> bool {
    has_room(live) && is_long_enough(live, Milestone::Rung)
}

/// Whether the group could grow when the load began.
fn has_room(live: &Live) -> bool {
    let bounds = live.observations.latest.as_ref().and_then(|latest| latest.bounds);
    match (before(live), bounds) {
        (Some(before), Some((_, max))) => before.desired < max,
        _ => true,
    }
}

/// The group's size when the load began.
fn before(live: &Live) -> Option<Capacity> {
    let earlier = live.observations.sizes.iter().rev().find(|(at, _)| *at <= live.started_at);
    earlier.or(live.observations.sizes.first()).map(|(_, capacity)| *capacity)
}

fn happened(live: &Live, mark: Milestone) -> Option<Timestamp> {
    match mark {
        Milestone::Begun => Some(live.started_at),
        Milestone::Counted => counted(live),
        Milestone::Rung => rung(live, true, live.started_at).or_else(|| raised(live)),
        Milestone::Raised => raised(live),
        Milestone::Launched => grown(live, |capacity| Some(capacity.in_service)),
        Milestone::Serving => grown(live, |capacity| capacity.healthy),
        Milestone::Ended => live.ended_at(),
        Milestone::Quiet => rung(live, false, live.ended_at()?).or_else(|| shrunk(live)),
        Milestone::Shrunk => shrunk(live),
    }
}

fn counted(live: &Live) -> Option<Timestamp> {
    let since = live.started_at - live.pace.minutes(1);
    let above = |count: f64| count > live.target();
    let point = live.observations.points.iter().find(|point| point.at >= since && above(point.count));
    point.map(|point| point.at).or_else(|| raised(live))
}

fn rung(live: &Live, high: bool, since: Timestamp) -> Option<Timestamp> {
    let rings = |alarm: &&AlarmSeen| alarm.high == high && alarm.state.is_ringing();
    let alarm = live.observations.latest.as_ref()?.alarms.as_ref()?.iter().find(rings)?;
    alarm.since.filter(|at| *at >= since)
}

fn raised(live: &Live) -> Option<Timestamp> {
    let activities = live.observations.latest.as_ref()?.activities.as_ref()?;
    let is_asked = |cause: &ActivityCause| cause.alarm_side() == Some(AlarmSide::High);
    let by_alarm = activities.iter().filter(|activity| ActivityCause::all(&activity.cause).iter().any(is_asked));
    by_alarm.filter_map(|activity| activity.started_at).filter(|at| *at >= live.started_at).min()
}

fn grown(live: &Live, size: impl Fn(&Capacity) -> Option<i32>) -> Option<Timestamp> {
    let before = size(&before(live)?)?;
    let later = live.observations.sizes.iter().filter(|(at, _)| *at > live.started_at);
    later.filter(|(_, capacity)| size(capacity).is_some_and(|size| size > before)).map(|(at, _)| *at).next()
}

fn shrunk(live: &Live) -> Option<Timestamp> {
    let (raised, before) = (raised(live)?, before(live)?);
    let (at, capacity) = live.observations.sizes.last()?;
    (*at > raised && capacity.desired <= before.desired && live.ended_at().is_some_and(|ended| *at > ended))
        .then_some(*at)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::time::Duration;

    use super::*;
    use crate::account::resources::{Activity, RequestCount};
    use crate::i18n::Text;
    use crate::lesson::{Pack, load};
    use crate::load::{Ending, MinuteLength, Observation, Plan, Subject};

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 * 60 + minute * 60).unwrap()
    }

    fn live() -> Live {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let subject = Subject::of(&lesson.values).unwrap();
        let plan = Plan::new(4000, Duration::from_millis(120)).unwrap();
        let mut live = Live::new("shop.example", plan, &subject, MinuteLength::REAL, at(0));
        live.observations.observe(seen(-1, 1, 1));
        live
    }

    fn seen(minute: i64, desired: i32, healthy: i32) -> Observation {
        Observation {
            at: at(minute),
            site: Err(Text::verbatim("")),
            capacity: Some(Capacity { desired, in_service: healthy, healthy: Some(healthy) }),
            bounds: Some((1, 4)),
            alarms: Some(vec![alarm(true, "OK", -60), alarm(false, "ALARM", -60)]),
            counts: Some(Vec::new()),
            activities: Some(Vec::new()),
        }
    }

    fn alarm(high: bool, state: &str, since: i64) -> AlarmSeen {
        AlarmSeen { high, state: state.into(), since: Some(at(since)), threshold: Some(25.0), wanted: Some(3) }
    }

    fn scale_out(minute: i64) -> Activity {
        Activity {
            id: "1".into(),
            description: None,
            cause: "a monitor alarm TargetTracking-g-AlarmHigh-1 in state ALARM triggered policy P".into(),
            status: "Successful".into(),
            status_message: None,
            started_at: Some(at(minute)),
            ended_at: None,
        }
    }

    fn of(live: &Live, mark: Milestone) -> Option<Timing> {
        timeline(live).into_iter().find(|(known, _)| *known == mark).map(|(_, timing)| timing)
    }

    #[test]
    fn at_first_everything_is_expected_in_its_order() {
        let mut live = live();
        let marks = timeline(&live);
        assert_eq!(marks.iter().map(|(mark, _)| *mark).collect::<Vec<_>>(), Milestone::ALL);
        assert_eq!(marks[0].1, Timing::Happened(at(0)));
        assert_eq!(of(&live, Milestone::Rung), Some(Timing::Expected(at(5), at(7))));
        assert_eq!(of(&live, Milestone::Ended), Some(Timing::Expected(at(8), at(8))));
        assert_eq!(of(&live, Milestone::Quiet), Some(Timing::Expected(at(23), at(27))));
        live.observations.observe(seen(5, 1, 1));
        assert_eq!(of(&live, Milestone::Counted), Some(Timing::Overdue(at(4))));
    }

    #[test]
    fn what_was_seen_has_happened() {
        let mut live = live();
        live.observations.observe(Observation {
            alarms: Some(vec![alarm(true, "ALARM", 5)]),
            counts: Some(vec![RequestCount { at: at(1), count: 500.0 }]),
            activities: Some(vec![scale_out(6)]),
            ..seen(7, 2, 1)
        });
        assert_eq!(of(&live, Milestone::Counted), Some(Timing::Happened(at(1))));
        assert_eq!(of(&live, Milestone::Rung), Some(Timing::Happened(at(5))));
        assert_eq!(of(&live, Milestone::Raised), Some(Timing::Happened(at(6))));
        assert_eq!(of(&live, Milestone::Serving), Some(Timing::Expected(at(10), at(18))));
        live.observations.observe(Observation { activities: Some(vec![scale_out(6)]), ..seen(11, 2, 2) });
        assert_eq!(of(&live, Milestone::Serving), Some(Timing::Happened(at(11))));
        live.ended = Some((Ending::Finished, at(8)));
        live.observations.observe(Observation {
            alarms: Some(vec![alarm(false, "ALARM", 24)]),
            activities: Some(vec![scale_out(6)]),
            ..seen(26, 1, 1)
        });
        assert_eq!(of(&live, Milestone::Quiet), Some(Timing::Happened(at(24))));
        assert_eq!(of(&live, Milestone::Shrunk), Some(Timing::Happened(at(26))));
    }

    #[test]
    fn what_was_so_before_the_load_is_no_news() {
        let mut live = live();
        live.observations.observe(Observation { activities: Some(vec![scale_out(-30)]), ..seen(1, 1, 1) });
        assert!(matches!(of(&live, Milestone::Raised), Some(Timing::Expected(..))));
        assert!(matches!(of(&live, Milestone::Quiet), Some(Timing::Expected(..))), "AlarmLow rang all the time");
    }

    #[test]
    fn a_group_that_gets_no_numbers_any_more_is_not_late_but_stalled() {
        let mut live = live();
        let counts = Some(vec![RequestCount { at: at(7), count: 500.0 }]);
        live.ended = Some((Ending::Finished, at(8)));
        let read = |minute, alarms| Observation { alarms, counts: counts.clone(), ..seen(minute, 4, 4) };
        live.observations.observe(read(10, Some(vec![alarm(false, "OK", 1)])));
        assert_eq!(of(&live, Milestone::Quiet), Some(Timing::Expected(at(23), at(27))));
        live.observations.observe(read(40, Some(vec![alarm(false, "OK", 1)])));
        assert_eq!(of(&live, Milestone::Quiet), Some(Timing::Stalled(at(7))));
        assert_eq!(of(&live, Milestone::Shrunk), Some(Timing::Stalled(at(7))));
        // A balancer that reports minutes without visits lets it ring, and then the group shrinks.
        live.observations.observe(read(40, Some(vec![alarm(false, "ALARM", 25)])));
        assert_eq!(of(&live, Milestone::Quiet), Some(Timing::Happened(at(25))));
        assert_eq!(of(&live, Milestone::Shrunk), Some(Timing::Overdue(at(33))));
    }

    #[test]
    fn the_accounts_own_threshold_decides_what_is_above() {
        let mut live = live();
        let own = AlarmSeen { threshold: Some(600.0), ..alarm(true, "OK", -60) };
        let counts = Some(vec![RequestCount { at: at(1), count: 500.0 }]);
        live.observations.observe(Observation { alarms: Some(vec![own]), counts, ..seen(3, 1, 1) });
        assert!(matches!(of(&live, Milestone::Counted), Some(Timing::Expected(..))));
    }

    #[test]
    fn nothing_is_promised_that_can_not_come() {
        let mut full = live();
        full.observations = super::super::Observations::default();
        full.observations.observe(seen(-1, 4, 4));
        assert_eq!(of(&full, Milestone::Raised), None, "the group is as large as it may get");
        let mut short = live();
        short.ended = Some((Ending::Asked, at(1)));
        for mark in [Milestone::Rung, Milestone::Raised, Milestone::Serving, Milestone::Shrunk] {
            assert_eq!(of(&short, mark), None, "three minutes above the target won't come any more");
        }
    }
}
