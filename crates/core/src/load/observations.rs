//! What AWS showed while the load ran and after it: the learner's own readings of the account, one after another. Pure.

use jiff::{SignedDuration, Timestamp};

use super::subject::{Site, Subject};
use crate::account::Snapshot;
use crate::account::resources::{Activity, Alarm, AlarmState, AutoScalingGroup, RequestCount};
use crate::i18n::Text;

/// Changes of capacity, and points, that are kept.
const KEPT: usize = 200;
/// Minutes after which the number of a minute is there, counted from its start.
const LATEST: i32 = 4;

/// How long a minute of the account takes: the demo's pass quickly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MinuteLength(SignedDuration);

impl MinuteLength {
    /// A minute is a minute.
    pub const REAL: Self = Self(SignedDuration::from_secs(60));

    /// A minute takes so long.
    #[must_use]
    pub fn of(minute: SignedDuration) -> Self {
        Self(minute)
    }

    /// So many minutes of the account.
    #[must_use]
    pub fn minutes(self, count: i32) -> SignedDuration {
        self.0 * count
    }
}

/// How many instances the group wants and has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capacity {
    /// Desired capacity.
    pub desired: i32,
    /// Members in service.
    pub in_service: i32,
    /// Healthy targets; none where that couldn't be read.
    pub healthy: Option<i32>,
}

/// One of the policy's two alarms.
#[derive(Clone, Debug, PartialEq)]
pub struct AlarmSeen {
    /// Whether it is the one that scales out.
    pub high: bool,
    /// In AWS's words, as it was seen.
    pub state: AlarmState,
    /// Since when.
    pub since: Option<Timestamp>,
    /// Requests per target and minute, where AWS tells: it chooses the lower one itself.
    pub threshold: Option<f64>,
    /// Points in a row that it wants, where AWS tells.
    pub wanted: Option<i32>,
}

/// One reading. What couldn't be read is none, never nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// When.
    pub at: Timestamp,
    /// The learner's site, or why there is none to load.
    pub site: Result<Site, Text>,
    /// The group's size.
    pub capacity: Option<Capacity>,
    /// Its minimum and maximum.
    pub bounds: Option<(i32, i32)>,
    /// The policy's alarms.
    pub alarms: Option<Vec<AlarmSeen>>,
    /// Requests per target and minute, oldest first.
    pub counts: Option<Vec<RequestCount>>,
    /// The group's activities, newest first.
    pub activities: Option<Vec<Activity>>,
}

impl Observation {
    /// What `snapshot` shows of `subject`.
    #[must_use]
    pub fn of(snapshot: &Snapshot, subject: &Subject) -> Self {
        let groups = snapshot.auto_scaling_groups.seen().ok();
        let group = groups.and_then(|groups| groups.iter().find(|group| group.name == subject.asg));
        let healthy = snapshot.target_health.seen().ok();
        let healthy = healthy.map(|all| count(all.iter().filter(|target| target.state.is_healthy()).count()));
        let alarms = snapshot.alarms.seen().ok();
        Self {
            at: snapshot.taken_at,
            site: subject.site(snapshot),
            capacity: group.map(|group| capacity(group, healthy)),
            bounds: group.map(|group| (group.min, group.max)),
            alarms: alarms.map(|alarms| alarms.iter().filter_map(seen_alarm).collect()),
            counts: snapshot.request_counts.seen().ok().cloned(),
            activities: snapshot.activities.seen().ok().cloned(),
        }
    }
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn capacity(group: &AutoScalingGroup, healthy: Option<i32>) -> Capacity {
    let in_service = count(group.instances.iter().filter(|member| member.lifecycle.is_in_service()).count());
    Capacity { desired: group.desired, in_service, healthy }
}

fn seen_alarm(alarm: &Alarm) -> Option<AlarmSeen> {
    Some(AlarmSeen {
        high: alarm.comparison.as_deref()?.starts_with("GreaterThan"),
        state: alarm.state.clone(),
        since: alarm.state_since,
        threshold: alarm.threshold,
        wanted: alarm.evaluation_periods,
    })
}

/// Whether the newest point is so old that the next should be there: a minute without a visit may bring none.
fn is_over(newest: Timestamp, now: Timestamp, pace: MinuteLength) -> bool {
    now.duration_since(newest) > pace.minutes(LATEST)
}

/// The newest points in a row that are `beyond` a threshold; none once so many minutes brought no point that all are over.
fn points_beyond(counts: &[RequestCount], beyond: impl Fn(f64) -> bool, now: Timestamp, pace: MinuteLength) -> i32 {
    if counts.last().is_none_or(|last| is_over(last.at, now, pace)) {
        return 0;
    }
    count(counts.iter().rev().take_while(|point| beyond(point.count)).count())
}

/// The readings, put together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observations {
    /// The newest reading.
    pub latest: Option<Observation>,
    /// When the size was seen to change, and to what.
    pub sizes: Vec<(Timestamp, Capacity)>,
    /// Requests per target and minute, oldest first.
    pub points: Vec<RequestCount>,
}

impl Observations {
    /// Adds a reading.
    pub fn observe(&mut self, observation: Observation) {
        if let Some(capacity) = observation.capacity
            && self.sizes.last().is_none_or(|(_, last)| *last != capacity)
        {
            self.sizes.push((observation.at, capacity));
            let surplus = self.sizes.len().saturating_sub(KEPT);
            self.sizes.drain(..surplus);
        }
        for point in observation.counts.iter().flatten() {
            self.count(point);
        }
        self.latest = Some(observation);
    }

    /// A number may still grow after it was seen first; one of a time before those that are known is no news.
    fn count(&mut self, point: &RequestCount) {
        if let Some(known) = self.points.iter_mut().find(|known| known.at == point.at) {
            known.count = point.count;
        } else if self.points.last().is_none_or(|last| last.at < point.at) {
            self.points.push(point.clone());
            let surplus = self.points.len().saturating_sub(KEPT);
            self.points.drain(..surplus);
        }
    }

    /// How many points in a row speak for `alarm`, at most as many as it wants; none where AWS doesn't tell what it
    /// wants.
    #[must_use]
    pub fn points_for(&self, alarm: &AlarmSeen, now: Timestamp, pace: MinuteLength) -> Option<i32> {
        let (threshold, wanted) = (alarm.threshold?, alarm.wanted?);
        let beyond = |count: f64| if alarm.high { count > threshold } else { count < threshold };
        Some(points_beyond(&self.points, beyond, now, pace).min(wanted))
    }

    /// The newest of the policy's alarms on one side.
    #[must_use]
    pub fn alarm(&self, high: bool) -> Option<&AlarmSeen> {
        self.latest.as_ref()?.alarms.as_ref()?.iter().find(|alarm| alarm.high == high)
    }

    /// The newest minute that has a number, where the last reading, with metrics, was so much later that there are no
    /// more: nobody visits. An alarm that gets no numbers doesn't ring.
    #[must_use]
    pub fn no_points_since(&self, pace: MinuteLength) -> Option<Timestamp> {
        let latest = self.latest.as_ref().filter(|latest| latest.counts.is_some())?;
        let newest = self.points.last()?.at;
        is_over(newest, latest.at, pace).then_some(newest)
    }

    /// Healthy targets at last, as far as is known.
    #[must_use]
    pub fn healthy(&self) -> Option<i32> {
        self.sizes.last().and_then(|(_, capacity)| capacity.healthy)
    }

    /// Most healthy targets that were seen at once.
    #[must_use]
    pub fn most_healthy(&self) -> Option<i32> {
        self.sizes.iter().filter_map(|(_, capacity)| capacity.healthy).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).unwrap()
    }

    fn points(counts: &[(i64, f64)]) -> Vec<RequestCount> {
        counts.iter().map(|(minute, count)| RequestCount { at: at(*minute), count: *count }).collect()
    }

    #[test]
    fn an_alarm_counts_its_newest_points_in_a_row() {
        let busy = |counts: &[(i64, f64)], now| {
            points_beyond(&points(counts), |count| count > 25.0, at(now), MinuteLength::REAL)
        };
        assert_eq!(busy(&[(0, 500.0), (1, 20.0), (2, 500.0), (3, 26.0)], 5), 2);
        assert_eq!(busy(&[(0, 500.0), (1, 25.0)], 2), 0, "the target itself is not above it");
        assert_eq!(busy(&[], 2), 0);
        assert_eq!((busy(&[(0, 500.0)], 4), busy(&[(0, 500.0)], 5)), (1, 0), "minutes without requests have no point");
    }

    #[test]
    fn minutes_without_requests_are_no_points() {
        let quiet = |counts: &[(i64, f64)], now| {
            points_beyond(&points(counts), |count| count < 17.5, at(now), MinuteLength::REAL)
        };
        let counts = [(0, 500.0), (1, 17.5), (2, 3.0), (3, 6.0)];
        assert_eq!(quiet(&counts, 5), 2, "the threshold itself is not below it");
        assert_eq!(quiet(&counts, 60), 0);
        assert_eq!(quiet(&[], 9), 0);
    }

    #[test]
    fn that_there_are_no_more_points_is_known_by_the_last_reading_alone() {
        let mut observations = Observations::default();
        let mut seen = |minute, counts| {
            observations.observe(Observation {
                at: at(minute),
                site: Err(Text::verbatim("")),
                capacity: None,
                bounds: None,
                alarms: None,
                counts,
                activities: None,
            });
            observations.no_points_since(MinuteLength::REAL)
        };
        assert_eq!(seen(1, Some(Vec::new())), None, "there were none before");
        assert_eq!(seen(4, Some(points(&[(2, 500.0)]))), None, "the next may still come");
        assert_eq!(seen(9, Some(points(&[(2, 500.0)]))), Some(at(2)));
        assert_eq!(seen(10, None), None, "metrics that can't be read are no quiet");
    }

    #[test]
    fn only_changes_of_size_are_kept() {
        let mut observations = Observations::default();
        let seen = |minute, desired| Observation {
            at: at(minute),
            site: Err(Text::verbatim("")),
            capacity: Some(Capacity { desired, in_service: 1, healthy: Some(desired) }),
            bounds: None,
            alarms: None,
            counts: None,
            activities: None,
        };
        for (minute, desired) in [(0, 1), (1, 1), (2, 2), (3, 4), (4, 4), (5, 1)] {
            observations.observe(seen(minute, desired));
        }
        let sizes: Vec<(Timestamp, i32)> = observations.sizes.iter().map(|(at, size)| (*at, size.desired)).collect();
        assert_eq!(sizes, [(at(0), 1), (at(2), 2), (at(3), 4), (at(5), 1)]);
        assert_eq!((observations.healthy(), observations.most_healthy()), (Some(1), Some(4)));
        observations.observe(Observation { capacity: None, ..seen(6, 9) });
        assert_eq!(observations.healthy(), Some(1), "what can't be read changes nothing");
    }

    #[test]
    fn points_come_once_and_may_still_grow() {
        let mut observations = Observations::default();
        let mut read = |counts: &[(i64, f64)]| {
            for point in &points(counts) {
                observations.count(point);
            }
            observations.points.iter().map(|point| point.count).collect::<Vec<_>>()
        };
        assert_eq!(read(&[(1, 100.0), (2, 50.0)]), [100.0, 50.0]);
        assert_eq!(read(&[(1, 100.0), (2, 500.0), (3, 7.0)]), [100.0, 500.0, 7.0]);
        assert_eq!(read(&[(0, 9.0)]), [100.0, 500.0, 7.0]);
    }
}
