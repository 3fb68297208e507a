//! Rows that come as JSON: lines of `class --json`, or the documents of `check --json`, whole or in lines. Pure.

use jiff::Timestamp;
use serde::Deserialize;

use super::row::{Reason, Row, StepMark};
use crate::i18n::{Localized, Text};
use crate::msg;
use crate::verify::Status;

/// A document of `check --json`, as far as a row needs it.
#[derive(Deserialize)]
struct Line {
    schema: u32,
    lesson: String,
    account: Option<String>,
    region: Option<String>,
    checked_at: Timestamp,
    steps: Vec<DocumentStep>,
}

#[derive(Deserialize)]
struct DocumentStep {
    id: String,
    status: Status,
    checks: Vec<DocumentCheck>,
}

#[derive(Deserialize)]
struct DocumentCheck {
    status: Status,
    required: bool,
    actual: String,
    cause: Option<DocumentCause>,
}

#[derive(Deserialize)]
struct DocumentCause {
    id: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Either {
    Row(Box<Row>),
    Line(Line),
}

/// In the place of an id, where nothing tells whose document it is.
pub const UNKNOWN_ID: &str = "?";
/// The only version of the documents of `check --json`.
const DOCUMENT_SCHEMA: u32 = 1;

/// What `source` holds, each as a row or as what is wrong with it, with its place. A document begins at a line that
/// begins with a brace, and what is wrong with one doesn't touch the others.
pub fn rows<'a>(file: &'a str, source: &'a str) -> impl Iterator<Item = Result<Row, Text>> + 'a {
    documents(source).flat_map(move |(first, text)| {
        parse(text).into_iter().map(move |read| {
            read.map_err(|(line, column, problem)| {
                msg!(lesson_error, place = format!("{file}:{}:{column}", first + line - 1), problem = problem)
            })
        })
    })
}

/// The documents, each with the number of its first line.
fn documents(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut offset = 0;
    for (index, line) in source.split_inclusive('\n').enumerate() {
        let is_open = starts.is_empty() && !line.trim().is_empty();
        if line.starts_with('{') || is_open {
            starts.push((index + 1, offset));
        }
        offset += line.len();
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(_, start)| *start).chain([source.len()]).collect();
    starts.into_iter().zip(ends).map(|((line, start), end)| (line, &source[start..end]))
}

/// What is wrong, with its line and column within the text.
type Problem = (usize, usize, Text);

/// The document, and what is wrong with anything behind it.
fn parse(text: &str) -> Vec<Result<Row, Problem>> {
    let broken =
        |error: serde_json::Error| (error.line().max(1), error.column().max(1), Text::verbatim(error.to_string()));
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>();
    let first = values.next().map(|value| value.map_err(broken).and_then(row));
    let rest = if matches!(first, Some(Err(_))) { None } else { values.next() };
    first.into_iter().chain(rest.map(|value| value.map_err(broken).and_then(row))).collect()
}

fn row(value: serde_json::Value) -> Result<Row, Problem> {
    match serde_json::from_value(value) {
        Ok(Either::Row(row)) if row.is_known() => Ok(*row),
        Ok(Either::Line(document)) if document.schema == DOCUMENT_SCHEMA => Ok(document.row()),
        _ => Err((1, 1, msg!(class_no_row))),
    }
}

impl Line {
    /// The learner is known by the account here: nothing else in the document tells who it is.
    fn row(self) -> Row {
        let current = self.steps.iter().find(|step| !super::open_step::is_done(step.status));
        let cause = current.and_then(DocumentStep::cause);
        let marks = self.steps.iter().map(|step| StepMark { id: step.id.clone(), status: step.status }).collect();
        let id = self.account.clone().unwrap_or_else(|| UNKNOWN_ID.to_owned());
        let row = Row::of_marks(&id, &self.lesson, self.checked_at, marks, cause);
        Row { account: self.account, region: self.region, ..row }
    }
}

impl DocumentStep {
    fn cause(&self) -> Option<Reason> {
        let wrong = || self.checks.iter().filter(|check| check.required && !super::open_step::is_done(check.status));
        let first = wrong().find(|check| check.status != Status::Skipped).or_else(|| wrong().next())?;
        let (id, text) = match &first.cause {
            Some(cause) => (Some(cause.id.clone()), &cause.text),
            None => (None, &first.actual),
        };
        Some(Reason { id, text: Localized { ja: text.clone(), en: text.clone() } })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::account::demo::SimulatedAccount;
    use crate::i18n::{Language, Localizer};
    use crate::lesson::{Pack, load};
    use crate::report::{Report, ReportDocument as Checked, locked_by_account};

    fn checked() -> (Report, serde_json::Value) {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        let report = Report::assess(&lesson, &SimulatedAccount::new(&lesson, now).snapshot(now), now);
        let localizer = Localizer::new(Language::En);
        let document = serde_json::to_value(Checked::new(&report, &locked_by_account(&report), &localizer)).unwrap();
        (report, document)
    }

    fn read(source: &str) -> Vec<Result<Row, String>> {
        let say = |text: Text| Localizer::new(Language::En).say(&text);
        rows("in", source).map(|row| row.map_err(say)).collect()
    }

    #[test]
    fn a_document_of_check_is_a_row_whole_and_in_one_line() {
        let (_, document) = checked();
        let source = format!("{}\n{document}\n", serde_json::to_string_pretty(&document).unwrap());
        let read = read(&source);
        let [Ok(one), Ok(two)] = read.as_slice() else { panic!("{read:?}") };
        assert_eq!(one, two);
        assert_eq!(one.current.as_deref(), Some("1-1"));
        assert_eq!(one.status("preflight"), Some(Status::Passed));
        assert!(one.cause.is_some());
    }

    #[test]
    fn a_row_comes_back_as_it_was() {
        let (_, document) = checked();
        let row = read(&document.to_string()).remove(0).unwrap();
        assert_eq!(read(&serde_json::to_string(&row).unwrap()), [Ok(row)]);
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place_and_the_others_stay() {
        let (_, document) = checked();
        let good = document.to_string();
        let read = read(&format!("{good}\n{{\"schema\":1,\n oops\n{good}\nrubbish\n{{\"schema\":9}}\n"));
        let [Ok(_), Err(broken), Ok(_), Err(rubbish), Err(unknown)] = read.as_slice() else { panic!("{read:?}") };
        assert!(broken.starts_with("in:3:2: "), "{broken}");
        assert!(rubbish.starts_with("in:5:1: "), "{rubbish}");
        assert!(unknown.starts_with("in:6:1: "), "{unknown}");
    }
}
