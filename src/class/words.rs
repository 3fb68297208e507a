//! What is said of a learner, the same everywhere.

use jiff::{SignedDuration, Timestamp};

use super::row::{Look, Row, Standing};
use super::summary::{StepFigures, Summary};
use crate::i18n::{Language, Text};
use crate::msg;
use crate::report::{symbol, word};
use crate::verify::Status;

/// What hasn't come yet is no failure.
const NOT_YET: &str = ".";
/// Stands beside a row that is to be looked at.
pub const MARK: &str = "!";
const MINUTES_OF_HOUR: i64 = 60;
const MINUTES_OF_DAY: i64 = 24 * 60;

/// A length of time, in what matters of it.
#[must_use]
pub fn length(time: SignedDuration) -> Text {
    let minutes = time.as_mins().max(0);
    if minutes == 0 {
        msg!(class_just_now)
    } else if minutes < MINUTES_OF_HOUR {
        msg!(class_minutes, minutes = minutes)
    } else if minutes < MINUTES_OF_DAY {
        msg!(class_hours, hours = minutes / MINUTES_OF_HOUR, minutes = minutes % MINUTES_OF_HOUR)
    } else {
        msg!(class_days, days = minutes / MINUTES_OF_DAY, hours = minutes % MINUTES_OF_DAY / MINUTES_OF_HOUR)
    }
}

/// The sign and the word for how a learner stands.
#[must_use]
pub fn standing(row: &Row) -> (&'static str, Text) {
    match row.standing() {
        Standing::Unread => ("?", msg!(class_unread)),
        Standing::Finished => (symbol(Status::Passed), msg!(class_finished)),
        Standing::Doubtful => (MARK, msg!(class_doubtful)),
        Standing::NotBegun => (NOT_YET, msg!(class_not_begun)),
        Standing::Turn => (symbol(Status::Manual), msg!(class_turn)),
        _ => {
            let status = row.current.as_deref().and_then(|current| row.status(current)).unwrap_or(Status::Unknown);
            (symbol(status), word(status))
        }
    }
}

/// The sign and the word for how a step looks.
#[must_use]
pub fn look(look: Look) -> (&'static str, Text) {
    match look {
        Look::Status(status) => (symbol(status), word(status)),
        Look::NotReached => (NOT_YET, msg!(class_not_reached)),
    }
}

/// Why a learner isn't done, or why the account couldn't be read.
#[must_use]
pub fn reason(row: &Row, language: Language) -> Option<Text> {
    row.unread.as_ref().or(row.cause.as_ref()).map(|reason| reason.words(language))
}

/// What is to be looked at before anybody relies on a row; none where nothing is.
#[must_use]
pub fn marks(row: &Row, language: Language) -> Option<Text> {
    let marks: Vec<Text> = row.all_marks().map(|mark| mark.words(language)).collect();
    (!marks.is_empty()).then(|| msg!(class_marks, sign = MARK, marks = Text::List(marks)))
}

/// How much rests on the learner's word: confirmed, and left to it. None where nothing does.
#[must_use]
pub fn told(row: &Row) -> Option<Text> {
    let (confirmed, left) = row.told();
    (confirmed + left > 0).then(|| msg!(class_told, confirmed = confirmed, left = left))
}

/// Who the learner is by the learner's own word, which nothing proves.
#[must_use]
pub fn said(row: &Row) -> Option<Text> {
    row.said.as_ref().map(|said| msg!(evidence_by_word, learner = said.line()))
}

/// A learner in one line.
#[must_use]
pub fn line(row: &Row, language: Language, now: Timestamp) -> Text {
    let line = line_of(row, language, now);
    let line = match told(row) {
        Some(told) => msg!(class_line_told, line = line, told = told),
        None => line,
    };
    match marks(row, language) {
        Some(marks) => msg!(class_line_marked, line = line, marks = marks),
        None => line,
    }
}

fn line_of(row: &Row, language: Language, now: Timestamp) -> Text {
    let (sign, word) = standing(row);
    let reason = reason(row, language).unwrap_or_else(|| Text::verbatim(""));
    match &row.current {
        Some(step) => {
            let time = row.standing_for(now).map_or_else(|| msg!(class_just_now), length);
            msg!(
                class_line_current,
                sign = sign,
                name = &row.name,
                step = step,
                word = word,
                time = time,
                reason = reason
            )
        }
        None if row.unread.is_some() => {
            msg!(class_line_unread, sign = sign, name = &row.name, word = word, reason = reason)
        }
        None => msg!(class_line_finished, sign = sign, name = &row.name, word = word),
    }
}

/// The class in one line.
#[must_use]
pub fn summary(summary: &Summary, limit: SignedDuration) -> Text {
    msg!(
        class_summary,
        learners = summary.learners,
        finished = summary.finished,
        stuck = summary.stuck,
        limit = limit.as_mins(),
        unread = summary.unread,
        marked = summary.marked
    )
}

/// A step in one line.
#[must_use]
pub fn step(figures: &StepFigures) -> Text {
    let head = (&figures.id, figures.here, figures.stuck, figures.done);
    match figures.median {
        Some((median, count)) => msg!(
            class_step_timed,
            step = head.0,
            here = head.1,
            stuck = head.2,
            done = head.3,
            median = length(median),
            count = count
        ),
        None => msg!(class_step, step = head.0, here = head.1, stuck = head.2, done = head.3),
    }
}
