//! Visitors of the simulated site, and what CloudWatch hears of them: a number for each minute, some minutes later, and
//! none for a minute without a visit. A minute of CloudWatch passes in a few seconds here, and its points carry the
//! instants at which they came in.

use jiff::Timestamp;

use super::SimulatedAccount;
use super::event::Event;
use super::ids::later;
use super::minute::{HIGH_POINTS, LOW_POINTS, Load, MINUTE, Point};
use super::view::LONG_WAIT;
use crate::account::resources::RequestCount;

/// Minutes by which a number comes late.
const LATE: i64 = 2;
/// Points that are kept.
const POINTS: usize = 60;
/// Requests a minute of somebody who opens the site every ten seconds.
const VISITS: f64 = 6.0;
/// Minutes for which that must go on until AlarmLow has all its points.
const VISITS_LAST: u8 = 15;

impl SimulatedAccount {
    /// Whether the site works for visitors.
    pub(super) fn site_works(&self, now: Timestamp) -> bool {
        self.is_open(now) && self.listener_forwards() && self.healthy_targets(now) > 0
    }

    /// Whether visitors come.
    pub(super) fn has_visitors(&self) -> bool {
        self.scaling.load.is_some()
    }

    /// Puts load on the site; nothing arrives at one that does not work, and a running load is left alone.
    pub(super) fn put_load(&mut self, requests_a_minute: f64, minutes_left: u8, now: Timestamp) {
        if self.has_visitors() || !self.site_works(now) {
            return;
        }
        self.scaling.load = Some(Load { requests_a_minute, minutes_left });
        self.scaling.quiet_since = None;
        self.schedule(later(now, MINUTE), Event::Minute);
    }

    pub(super) fn put_full_load(&mut self, now: Timestamp) {
        self.put_load(self.names.requests_a_minute(), self.names.load_minutes(), now);
    }

    /// Few visits, but enough for a number in every minute.
    pub(super) fn visit_now_and_then(&mut self, now: Timestamp) {
        self.put_load(VISITS, VISITS_LAST, now);
    }

    /// A minute of load is over: it is counted, and its number is on its way.
    pub(super) fn count_minute(&mut self, now: Timestamp) {
        let Some(mut load) = self.scaling.load.take() else { return };
        if self.site_works(now) {
            let targets = u32::try_from(self.healthy_targets(now)).unwrap_or(u32::MAX);
            let requests = load.requests_a_minute;
            let count = (requests / f64::from(targets.max(1))).round();
            let point = Point { started_at: later(now, -MINUTE), count, requests };
            self.schedule(later(now, LATE * MINUTE), Event::Counted(point));
        }
        load.minutes_left = load.minutes_left.saturating_sub(1);
        if load.minutes_left > 0 {
            self.scaling.load = Some(load);
            return self.schedule(later(now, MINUTE), Event::Minute);
        }
        self.begin_quiet(now);
    }

    /// CloudWatch has the number of a minute, and the alarms look at it.
    pub(super) fn counted(&mut self, point: &Point, now: Timestamp) {
        self.scaling.counts.push(RequestCount { at: point.started_at, count: point.count });
        let surplus = self.scaling.counts.len().saturating_sub(POINTS);
        self.scaling.counts.drain(..surplus);
        self.weigh(point, now);
    }

    /// Ends a running load before its time; the minute that has begun is not counted.
    pub(super) fn break_load_off(&mut self, now: Timestamp) {
        if self.scaling.load.take().is_some() {
            self.due.retain(|due| due.event != Event::Minute);
            self.begin_quiet(now);
        }
    }

    fn begin_quiet(&mut self, now: Timestamp) {
        self.scaling.quiet_since = Some(now);
        for minutes in [1, i64::from(HIGH_POINTS), i64::from(LOW_POINTS)] {
            self.schedule(later(now, (LATE + minutes) * MINUTE), Event::Quiet(minutes));
        }
    }

    /// So many minutes without a number have passed. An alarm that has none at all can't judge, and says so: the group
    /// stays as it is.
    pub(super) fn quiet(&mut self, minutes: i64, now: Timestamp) {
        if self.scaling.quiet_since.is_none_or(|since| later(since, (LATE + minutes) * MINUTE) > now) {
            return;
        }
        if minutes == 1 && !self.policy_has_scaled_out() {
            // Time runs fast here: when no more points are to come, they must look as if they were all there were. Where
            // the policy has answered nothing waits for more of them, and they keep the times that alarms and activities tell.
            for point in &mut self.scaling.counts {
                point.at = later(point.at, -LONG_WAIT);
            }
        }
        self.alarms_without_points(minutes, now);
    }
}
