//! What a class looks like as a whole: how many stand where, which step stops most, how long steps take. Pure.

use jiff::{SignedDuration, Timestamp};

use super::row::{Row, Standing};
use super::timeline::Timeline;
use super::trend::Trend;
use crate::i18n::Localized;
use crate::lesson::Lesson;

/// A step of the lesson that accounts show something of.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// As in the lesson, such as `4-1`.
    pub id: String,
    /// As in the lesson.
    pub title: Localized,
}

/// The steps that an instructor can see learners go through: not those that a learner only reads or answers.
#[must_use]
pub fn columns(lesson: &Lesson) -> Vec<Column> {
    let is_seen = |step: &&crate::lesson::Step| {
        step.checks.iter().any(|check| check.required && !check.is_exercise() && !check.needs().is_empty())
    };
    let column = |step: &crate::lesson::Step| Column { id: step.id.clone(), title: step.title.clone() };
    lesson.steps.iter().filter(is_seen).map(column).collect()
}

/// A class in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// How many rows the roster has, whatever their account says.
    pub learners: usize,
    /// Those who have done every step.
    pub finished: usize,
    /// Those who are at one step for long.
    pub stuck: usize,
    /// Those whose account couldn't be read.
    pub unread: usize,
    /// Those of whom something is to be looked at before anybody relies on it.
    pub marked: usize,
    /// Every step.
    pub steps: Vec<StepFigures>,
    /// How all of them get on.
    pub trend: Trend,
}

/// How a class stands at one step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepFigures {
    /// As in the lesson, such as `1-1`.
    pub id: String,
    /// How many have done it.
    pub done: usize,
    /// How many are at it now.
    pub here: usize,
    /// How many of these for long.
    pub stuck: usize,
    /// The median of the times that it took, and of how many learners.
    pub median: Option<(SignedDuration, usize)>,
}

impl Summary {
    /// The figures of `rows` at the instant `now`; at one step for `limit` is long.
    #[must_use]
    pub fn of<'a>(
        columns: &[Column],
        rows: impl IntoIterator<Item = &'a Row>,
        timeline: &Timeline,
        now: Timestamp,
        limit: SignedDuration,
    ) -> Self {
        let rows: Vec<&Row> = rows.into_iter().collect();
        let count = |fits: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| fits(row)).count();
        let step = |column: &Column| {
            let is_here = |row: &Row| row.current.as_ref() == Some(&column.id);
            StepFigures {
                id: column.id.clone(),
                done: count(&|row| row.has_done(&column.id)),
                here: count(&is_here),
                stuck: count(&|row| is_here(row) && row.is_stuck(now, limit)),
                median: timeline.median(&column.id),
            }
        };
        Self {
            learners: rows.len(),
            finished: count(&|row| row.standing() == Standing::Finished),
            stuck: count(&|row| row.is_stuck(now, limit)),
            unread: count(&|row| row.standing() == Standing::Unread),
            marked: count(&Row::is_marked),
            steps: columns.iter().map(step).collect(),
            trend: timeline.trend(),
        }
    }

    /// The step at which most learners are; none where nobody is at any.
    #[must_use]
    pub fn worst(&self) -> Option<&StepFigures> {
        // Of several the earliest: it keeps those learners from more.
        let most = self.steps.iter().map(|step| step.here).max().filter(|most| *most > 0)?;
        self.steps.iter().find(|step| step.here == most)
    }
}
