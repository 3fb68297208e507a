//! A class as a table of grades, for Moodle and Google Classroom: RFC 4180 with a learner a line. Pure.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::csv::record;
use super::roster::ScoreRule;
use super::row::Row;
use super::summary::Column;
use super::timeline::Timeline;
use super::words::{marks, reason};
use crate::i18n::Localizer;

/// The names of the columns; what imports them is told once which is which.
const HEAD: [&str; 5] = ["id", "name", "score", "finished_at", "feedback"];
const WHOLE: usize = 100;

/// The first line.
#[must_use]
pub fn gradebook_head() -> String {
    // No mark before it: Moodle takes that for a part of the first name.
    record(HEAD.into_iter().map(str::to_owned))
}

/// A learner. Who couldn't be read, and of whom something is to be looked at first, has no score yet.
#[must_use]
pub fn gradebook_line(
    row: &Row,
    rule: &ScoreRule,
    columns: &[Column],
    timeline: &Timeline,
    localizer: &Localizer,
) -> String {
    let steps = rule.steps_of(columns);
    let done: Vec<Timestamp> = steps.iter().filter_map(|step| timeline.done_at(&row.key(), step)).collect();
    let in_time = done.iter().filter(|at| rule.by.is_none_or(|by| **at <= by)).count();
    let is_certain = row.unread.is_none() && !row.is_doubtful();
    let score = is_certain.then(|| (in_time * WHOLE / steps.len().max(1)).to_string());
    let finished = done.iter().max().filter(|_| is_certain && done.len() == steps.len());
    let language = localizer.language();
    let told = [row.unread.as_ref().and_then(|_| reason(row, language)), marks(row, language)];
    let feedback = told.into_iter().flatten().map(|text| localizer.say(&text)).collect::<Vec<_>>().join(" | ");
    record(
        [
            row.id.clone(),
            row.name.clone(),
            score.unwrap_or_default(),
            finished.map(|at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default(),
            feedback,
        ]
        .into_iter(),
    )
}

impl ScoreRule {
    /// The steps that count: those of the roster, else all that can be seen.
    fn steps_of<'a>(&'a self, columns: &'a [Column]) -> BTreeSet<&'a str> {
        if self.steps.is_empty() {
            columns.iter().map(|column| column.id.as_str()).collect()
        } else {
            self.steps.iter().map(String::as_str).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::row::{Reason, StepMark};
    use crate::i18n::{Language, Localized};
    use crate::verify::Status;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_767_225_600 + minute * 60).unwrap()
    }

    fn row(done: usize, minute: i64) -> Row {
        let mark = |(index, id): (usize, &str)| StepMark {
            id: id.to_owned(),
            status: if index < done { Status::Passed } else { Status::Failed },
        };
        let marks = ["a", "b", "c", "d"].into_iter().enumerate().map(mark).collect();
        Row::of_marks("taro", "l", at(minute), marks, None)
    }

    /// The line of a learner who had done so many steps at these minutes.
    fn told(seen: &[(usize, i64)], rule: &ScoreRule, change: impl Fn(&mut Row)) -> String {
        let mut timeline = Timeline::default();
        let mut last = row(0, 0);
        for (done, minute) in seen {
            last = row(*done, *minute);
            change(&mut last);
            timeline.note(&mut last);
        }
        let title = Localized { ja: String::new(), en: String::new() };
        let columns = ["a", "b", "c", "d"].map(|id| Column { id: id.into(), title: title.clone() });
        gradebook_line(&last, rule, &columns, &timeline, &Localizer::new(Language::En))
    }

    #[test]
    fn the_score_is_what_was_done_of_the_steps_that_count_until_they_count() {
        let seen = [(1, 10), (3, 20), (4, 30)];
        let all = ScoreRule::default();
        assert_eq!(told(&seen, &all, |_| ()), "\"taro\",\"taro\",\"100\",\"2026-01-01T00:30:00Z\",\"\"\r\n");
        assert_eq!(told(&seen[..2], &all, |_| ()), "\"taro\",\"taro\",\"75\",\"\",\"\"\r\n");
        let by = ScoreRule { steps: Vec::new(), by: Some(at(20)) };
        assert_eq!(told(&seen, &by, |_| ()), "\"taro\",\"taro\",\"75\",\"2026-01-01T00:30:00Z\",\"\"\r\n");
        let some = ScoreRule { steps: vec!["a".into(), "b".into()], by: Some(at(10)) };
        assert_eq!(told(&seen, &some, |_| ()), "\"taro\",\"taro\",\"50\",\"2026-01-01T00:20:00Z\",\"\"\r\n");
    }

    #[test]
    fn what_is_to_be_looked_at_has_no_score_and_a_reason() {
        let mark = Reason { id: Some("other-pack".into()), text: Localized { ja: "印".into(), en: "why".into() } };
        let line = told(&[(4, 10)], &ScoreRule::default(), |row| row.marks = vec![mark.clone()]);
        assert!(line.starts_with("\"taro\",\"taro\",\"\",\"\",\"") && line.contains("why"), "{line}");
        let line = told(&[(4, 10)], &ScoreRule::default(), |row| row.unread = Some(mark.clone()));
        assert!(line.starts_with("\"taro\",\"taro\",\"\",\"\",\"why"), "{line}");
    }
}
