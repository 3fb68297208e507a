//! How a class gets on: the steps that accounts were seen to have done, over time. Pure.

use std::collections::BTreeMap;

use ec_site_tutor_core::load::{Drawing, chart};
use jiff::{SignedDuration, Timestamp};

/// The steps done by all learners together, each counted when it was first seen done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trend {
    /// Instants with how many were done by then, the earliest first; both grow.
    points: Vec<(Timestamp, usize)>,
}

impl Trend {
    /// From how many were first seen done in each minute.
    #[must_use]
    pub fn of(new: &BTreeMap<Timestamp, usize>) -> Self {
        let mut all = 0;
        let sum = |(at, count): (&Timestamp, &usize)| {
            all += count;
            (*at, all)
        };
        Self { points: new.iter().map(sum).collect() }
    }

    /// Whether there is a way from one number to another.
    #[must_use]
    pub fn is_telling(&self) -> bool {
        self.points.len() > 1
    }

    /// The instants with how many were done by then.
    #[must_use]
    pub fn points(&self) -> &[(Timestamp, usize)] {
        &self.points
    }

    /// When the first was seen, and how many are done now.
    #[must_use]
    pub fn ends(&self) -> Option<(Timestamp, usize)> {
        Some((self.points.first()?.0, self.points.last()?.1))
    }

    /// How many were done at so many instants, the first and `now` among them.
    #[must_use]
    pub fn heights(&self, count: usize, now: Timestamp) -> Vec<u32> {
        let Some((begin, _)) = self.ends() else { return Vec::new() };
        let whole = now.duration_since(begin).max(SignedDuration::ZERO).as_secs();
        let steps = i64::try_from(count.saturating_sub(1)).unwrap_or(1).max(1);
        let at = |index: i64| begin + SignedDuration::from_secs(whole * index / steps);
        (0..=steps).take(count).map(|index| u32::try_from(self.by(at(index))).unwrap_or(u32::MAX)).collect()
    }

    /// A line of so many cells.
    #[must_use]
    pub fn line(&self, cells: usize, now: Timestamp) -> String {
        chart(&Drawing::Heights(self.heights(cells, now)), cells)
    }

    fn by(&self, at: Timestamp) -> usize {
        let behind = self.points.partition_point(|(known, _)| *known <= at);
        behind.checked_sub(1).and_then(|last| self.points.get(last)).map_or(0, |(_, count)| *count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).unwrap()
    }

    #[test]
    fn it_grows_from_reading_to_reading_up_to_now() {
        let trend = Trend::of(&BTreeMap::from([(at(0), 2), (at(10), 3), (at(30), 5)]));
        assert_eq!(trend.ends(), Some((at(0), 10)));
        assert_eq!(trend.heights(5, at(40)), [2, 5, 5, 10, 10]);
        assert_eq!(trend.line(5, at(40)).chars().count(), 5);
    }

    #[test]
    fn one_reading_is_no_trend() {
        assert!(!Trend::of(&BTreeMap::from([(at(0), 2)])).is_telling());
        assert!(Trend::default().heights(5, at(0)).is_empty());
    }
}
