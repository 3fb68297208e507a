//! What a class's rows tell one after another: since when a learner is at a step, and how long steps took. Pure.

use std::collections::{BTreeMap, HashMap};

use jiff::{SignedDuration, Timestamp, Unit};
use serde::{Deserialize, Serialize};

use super::row::{Row, StepMark};
use super::trend::Trend;
use crate::verify::Status;

/// One line of a history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimelineEvent {
    /// A row that says something else than the one before.
    Row(Box<Row>),
    /// The same as before.
    Same {
        /// The learner: the key of the row.
        id: String,
        /// When it was read.
        read_at: Timestamp,
    },
}

/// Every learner's past, as far as it matters.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    learners: HashMap<String, Past>,
    /// The times that learners were at a step, where both its begin and its end were seen.
    spans: BTreeMap<String, Vec<SignedDuration>>,
    /// By minute, how many steps were then first seen done in an account.
    passed: BTreeMap<Timestamp, usize>,
}

#[derive(Clone, Debug)]
struct Past {
    /// The last row that was read well.
    last: Row,
    /// When each step was first seen done.
    done_at: BTreeMap<String, Timestamp>,
    /// Whether the learner was seen at an earlier step before, so that `last.since` is when this one began.
    has_begun: bool,
}

impl Timeline {
    /// Takes a row, fills in since when its current step is that, and gives the line to keep of it.
    pub fn note(&mut self, row: &mut Row) -> TimelineEvent {
        if row.unread.is_some() {
            return TimelineEvent::Row(Box::new(row.clone()));
        }
        self.count_passed(row);
        let begun = row.since.filter(|since| *since < row.read_at);
        let Some(past) = self.learners.get_mut(&row.key()) else {
            row.since = row.current.as_ref().map(|_| begun.unwrap_or(row.read_at));
            row.finished_at = finished_at(row, None);
            self.learners.insert(row.key(), Past { last: row.clone(), done_at: done_at(row), has_begun: false });
            return TimelineEvent::Row(Box::new(row.clone()));
        };
        let stays = past.last.current == row.current;
        let since = if stays { past.last.since } else { row.current.as_ref().map(|_| row.read_at) };
        row.since = since.map(|since| begun.map_or(since, |begun| begun.min(since)));
        row.finished_at = finished_at(row, past.last.finished_at);
        if !stays {
            // Steps are left behind as well as fallen back to: only going on is time that a step took.
            if let (true, Some(step), Some(began)) =
                (past.has_begun && goes_on(&past.last, row), past.last.current.take(), past.last.since)
            {
                self.spans.entry(step).or_default().push(row.read_at.duration_since(began));
            }
            past.has_begun = true;
        }
        for (step, at) in done_at(row) {
            past.done_at.entry(step).or_insert(at);
        }
        let is_same = same(&past.last, row) && stays;
        past.last = row.clone();
        if is_same {
            TimelineEvent::Same { id: row.key(), read_at: row.read_at }
        } else {
            TimelineEvent::Row(Box::new(row.clone()))
        }
    }

    fn count_passed(&mut self, row: &Row) {
        let known = self.learners.get(&row.key()).map(|past| &past.done_at);
        let is_new =
            |mark: &&StepMark| mark.status == Status::Passed && known.is_none_or(|known| !known.contains_key(&mark.id));
        let count = row.steps.iter().filter(is_new).count();
        if count > 0 {
            let minute = row.read_at.round(Unit::Minute).unwrap_or(row.read_at);
            *self.passed.entry(minute).or_default() += count;
        }
    }

    /// How the class gets on.
    #[must_use]
    pub fn trend(&self) -> Trend {
        Trend::of(&self.passed)
    }

    /// Takes a line that was kept.
    pub fn recall(&mut self, event: TimelineEvent) {
        match event {
            TimelineEvent::Row(mut row) => {
                self.note(&mut row);
            }
            TimelineEvent::Same { id, read_at } => {
                if let Some(past) = self.learners.get_mut(&id) {
                    past.last.read_at = read_at;
                }
            }
        }
    }

    /// The last row of this key that was read well.
    #[must_use]
    pub fn last(&self, key: &str) -> Option<&Row> {
        self.learners.get(key).map(|past| &past.last)
    }

    /// When a step was first seen done by the learner of this key.
    #[must_use]
    pub fn done_at(&self, key: &str, step: &str) -> Option<Timestamp> {
        self.learners.get(key)?.done_at.get(step).copied()
    }

    /// The median of the times that learners were at `step`, and of how many.
    #[must_use]
    pub fn median(&self, step: &str) -> Option<(SignedDuration, usize)> {
        let mut spans = self.spans.get(step)?.clone();
        spans.sort_unstable();
        let middle = spans.len() / 2;
        let upper = *spans.get(middle)?;
        let median = if spans.len() % 2 == 0 { (upper + spans[middle - 1]) / 2 } else { upper };
        Some((median, spans.len()))
    }
}

/// The steps that are done by a row, and when it was read.
fn done_at(row: &Row) -> BTreeMap<String, Timestamp> {
    row.steps.iter().filter(|mark| row.has_done(&mark.id)).map(|mark| (mark.id.clone(), row.read_at)).collect()
}

/// Since when at least every step is done; none where one isn't, any more.
fn finished_at(row: &Row, before: Option<Timestamp>) -> Option<Timestamp> {
    let is_done = row.current.is_none() && !row.steps.is_empty();
    [before, row.finished_at, Some(row.read_at)].into_iter().flatten().min().filter(|_| is_done)
}

fn same(one: &Row, two: &Row) -> bool {
    *one == Row { read_at: one.read_at, since: one.since, copies: one.copies.clone(), ..two.clone() }
}

/// Whether the learner got further.
fn goes_on(before: &Row, after: &Row) -> bool {
    after.done() > before.done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::row::{Reason, Speakers};
    use crate::i18n::Text;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_767_225_600 + minute * 60).unwrap()
    }

    /// A learner who has done so many of three steps.
    fn row(done: usize, minute: i64) -> Row {
        let mark = |(index, id): (usize, &str)| StepMark {
            id: id.to_owned(),
            status: if index < done { Status::Passed } else { Status::Failed },
        };
        let marks = ["a", "b", "c"].into_iter().enumerate().map(mark).collect();
        Row::of_marks("taro", "l", at(minute), marks, None)
    }

    fn told(rows: impl IntoIterator<Item = Row>) -> (Timeline, Vec<Row>, Vec<TimelineEvent>) {
        let mut timeline = Timeline::default();
        let (mut noted, mut events) = (Vec::new(), Vec::new());
        for mut row in rows {
            events.push(timeline.note(&mut row));
            noted.push(row);
        }
        (timeline, noted, events)
    }

    #[test]
    fn a_step_is_the_current_one_since_it_was_first_seen_as_that() {
        let (_, rows, _) = told([row(0, 0), row(0, 10), row(1, 20), row(1, 30), row(3, 40)]);
        let since: Vec<_> = rows.iter().map(|row| row.since).collect();
        assert_eq!(since, [Some(at(0)), Some(at(0)), Some(at(20)), Some(at(20)), None]);
    }

    #[test]
    fn only_steps_whose_begin_was_seen_tell_how_long_they_took() {
        let (timeline, ..) = told([row(0, 0), row(1, 20), row(2, 50), row(3, 60)]);
        assert_eq!(timeline.median("a"), None);
        assert_eq!(timeline.median("b"), Some((SignedDuration::from_mins(30), 1)));
        assert_eq!(timeline.median("c"), Some((SignedDuration::from_mins(10), 1)));
    }

    #[test]
    fn falling_back_is_no_time_that_a_step_took() {
        let (timeline, rows, _) = told([row(0, 0), row(2, 10), row(1, 20)]);
        assert_eq!(timeline.median("c"), None);
        assert_eq!(rows.last().unwrap().since, Some(at(20)));
    }

    #[test]
    fn an_account_that_could_not_be_read_changes_nothing() {
        let mut lost = row(1, 10);
        lost.unread = Some(Reason::new(None, &Text::verbatim("no"), &Speakers::default()));
        let (timeline, rows, _) = told([row(1, 0), lost, row(1, 20)]);
        assert_eq!(rows.last().unwrap().since, Some(at(0)));
        assert_eq!(timeline.last("taro").unwrap().read_at, at(20));
    }

    #[test]
    fn what_was_kept_tells_the_same_again() {
        let rows = [row(0, 0), row(0, 5), row(1, 20), row(1, 25), row(2, 50), row(2, 55)];
        let (timeline, _, events) = told(rows);
        assert_eq!(events.iter().filter(|event| matches!(event, TimelineEvent::Same { .. })).count(), 3);
        let mut again = Timeline::default();
        for event in events {
            again.recall(event);
        }
        assert_eq!(again.last("taro"), timeline.last("taro"));
        assert_eq!(again.median("b"), timeline.median("b"));
    }

    #[test]
    fn a_row_that_knows_of_an_earlier_begin_is_believed() {
        let mut early = row(1, 30);
        early.since = Some(at(5));
        let (_, rows, _) = told([early]);
        assert_eq!(rows[0].since, Some(at(5)));
    }

    #[test]
    fn the_class_gets_on_with_each_step_that_is_first_seen_done() {
        let (timeline, ..) = told([row(1, 0), row(1, 10), row(3, 20), row(2, 30), row(3, 40)]);
        assert_eq!(timeline.trend().points(), [(at(0), 1), (at(20), 3)]);
    }

    #[test]
    fn who_is_done_is_done_since_the_first_reading_that_showed_it() {
        let (_, rows, _) = told([row(2, 0), row(3, 10), row(3, 20), row(1, 30), row(3, 40)]);
        let finished: Vec<_> = rows.iter().map(|row| row.finished_at).collect();
        assert_eq!(finished, [None, Some(at(10)), Some(at(10)), None, Some(at(40))]);
    }
}
