//! Writes a class in one of its shapes: JSON as rows come, everything else once all are there.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use super::feedback;
use super::wishes::{self, limit};
use crate::class::{
    Anonymity, Column, GENERATOR, PageExtras, PageMaterial, Row, ScoreRule, Summary, Timeline, by_urgency, columns,
    csv_head, csv_line, csv_note, gradebook_head, gradebook_line, is_own_workbook, line, page_with, rows, step_line,
    summary_line, workbook,
};
use crate::cli::args::ClassOptions;
use crate::cli::context::Context;
use crate::cli::output::{Fault, Output};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;

/// How a class is written where no board is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The board where there is a terminal, else lines.
    Board,
    /// Lines to read.
    Lines,
    /// A JSON document a line.
    Json,
    /// For spreadsheets.
    Csv,
    /// A workbook.
    Xlsx,
    /// A page.
    Html,
    /// Grades, for Moodle and the like.
    Gradebook,
}

impl Shape {
    /// The shape that the arguments ask for.
    pub fn of(options: &ClassOptions) -> Self {
        let ending = options.output.as_deref().and_then(Path::extension).and_then(OsStr::to_str).unwrap_or_default();
        let by_ending = match ending.to_ascii_lowercase().as_str() {
            "html" | "htm" => Self::Html,
            "csv" => Self::Csv,
            "xlsx" => Self::Xlsx,
            "json" | "jsonl" => Self::Json,
            _ => Self::Lines,
        };
        let is_for_board = options.output.is_none() && options.feedback.is_none();
        let other = if is_for_board { Self::Board } else { by_ending };
        let asked = [
            (options.plain, Self::Lines),
            (options.json, Self::Json),
            (options.csv, Self::Csv),
            (options.html, Self::Html),
            (options.xlsx, Self::Xlsx),
            (options.gradebook, Self::Gradebook),
        ];
        asked.into_iter().find(|(is_asked, _)| *is_asked).map_or(other, |(_, shape)| shape)
    }
}

/// So much of a file tells what it is, except where a line has to be read as a whole.
const KIND: usize = 2000;
/// No row is longer.
const LONGEST_ROW: usize = 1 << 20;

impl Shape {
    /// Whether the file that begins with `found` is one that `class` writes in this shape: only such a one may be replaced.
    pub fn is_of(self, found: &[u8]) -> bool {
        let text = String::from_utf8_lossy(found.get(..found.len().min(LONGEST_ROW)).unwrap_or_default());
        let begin: String = text.chars().take(KIND).collect();
        match self {
            Self::Html => begin.starts_with("<!doctype html>") && begin.contains(&format!("content=\"{GENERATOR}\"")),
            Self::Xlsx => is_own_workbook(found),
            Self::Csv => begin.starts_with(&known_part(&csv_head(&[]))),
            Self::Gradebook => begin.starts_with(&known_part(&gradebook_head())),
            Self::Board | Self::Lines => begin.lines().next().is_some_and(|line| line.starts_with(GENERATOR)),
            Self::Json => text.split_inclusive('\n').next().is_some_and(|line| rows("", line).any(|row| row.is_ok())),
        }
    }
}

/// The first names of a table: later versions may have more.
fn known_part(head: &str) -> String {
    head.split(',').take(KNOWN_COLUMNS).collect::<Vec<_>>().join(",")
}

/// Columns by which a table is known again.
const KNOWN_COLUMNS: usize = 4;

/// Writes rows in one shape.
pub struct Shower<'a> {
    context: &'a Context,
    title: Text,
    columns: Vec<Column>,
    shape: Shape,
    limit: SignedDuration,
    score: ScoreRule,
    /// Minutes from one page to the next, where it is written again and again.
    every: Option<u16>,
    /// Whether what is written goes into a file, which is to say by itself what it is.
    is_for_file: bool,
    /// How many likenesses the line told that was written of each row, by its key.
    copies: HashMap<String, usize>,
    anonymity: Option<Anonymity>,
}

/// Seconds after which a page that is written again and again is loaded anew: soon enough to be seen, and cheap from a file.
const RELOAD: u16 = 30;

impl<'a> Shower<'a> {
    /// Nothing is written yet.
    pub fn new(context: &'a Context, options: &ClassOptions, lesson: &Lesson, shape: Shape) -> Self {
        Self {
            context,
            title: Text::Lesson(lesson.title.clone()),
            columns: columns(lesson),
            shape,
            limit: limit(options),
            score: ScoreRule::default(),
            every: options.every,
            is_for_file: wishes::file(options).is_some(),
            copies: HashMap::new(),
            anonymity: None,
        }
    }

    /// Grades by this rule from now on.
    ///
    /// # Errors
    /// It names a step that the lesson doesn't have.
    pub fn grade(&mut self, rule: ScoreRule, lesson: &Lesson) -> Result<(), Fault> {
        if let Some(step) = rule.steps.iter().find(|step| lesson.step(step).is_none()) {
            return Err(Fault::usage(msg!(class_score_step, step = step)));
        }
        self.score = rule;
        Ok(())
    }

    /// Shows from now on numbers in the place of names, for the learners of these keys.
    pub fn hide(&mut self, keys: impl Iterator<Item = String>) {
        self.anonymity = Some(Anonymity::of(keys));
    }

    fn shown(&mut self, row: &Row) -> Row {
        self.anonymity.as_mut().map_or_else(|| row.clone(), |anonymity| anonymity.hide(row))
    }

    /// Takes a row as it comes.
    pub fn take(&mut self, row: &Row, output: &mut Output) -> Result<(), Fault> {
        if self.shape != Shape::Json {
            return Ok(());
        }
        self.copies.insert(row.key(), row.copies.len());
        let row = self.shown(row);
        output.write_json_line(&row)
    }

    /// Of the rows that were taken, those that say more now: which rows are alike shows only when all are there. The last
    /// line of a learner counts.
    fn write_again(&mut self, rows: &[Row], output: &mut Output) -> Result<(), Fault> {
        for row in rows {
            if self.copies.get(&row.key()).is_some_and(|count| *count != row.copies.len()) {
                let row = self.shown(row);
                output.write_json_line(&row)?;
            }
        }
        Ok(())
    }

    /// Writes what waits until all rows are there, of so many learners.
    pub fn finish(&mut self, rows: &[Row], all: usize, timeline: &Timeline, output: &mut Output) -> Result<(), Fault> {
        let now = Timestamp::now();
        if self.shape == Shape::Json {
            return self.write_again(rows, output);
        }
        // Who it is tells when a step was done.
        let grades = if self.shape == Shape::Gradebook { self.gradebook(rows, timeline) } else { String::new() };
        let summary = Summary::of(&self.columns, rows, timeline, now, self.limit);
        let mut rows: Vec<Row> = rows.iter().map(|row| self.shown(row)).collect();
        let partly = (rows.len() < all).then(|| msg!(class_partly, read = rows.len(), all = all));
        match self.shape {
            Shape::Csv => output.write(&self.csv(&rows, partly.as_ref(), now)),
            Shape::Gradebook => output.write(&grades),
            Shape::Html | Shape::Xlsx => {
                by_urgency(&mut rows, now, self.limit);
                let material = PageMaterial {
                    title: self.title.clone(),
                    columns: &self.columns,
                    rows: &rows,
                    summary: &summary,
                    limit: self.limit,
                    now,
                };
                if self.shape == Shape::Xlsx {
                    let made = workbook(&material, partly.as_ref(), &self.context.localizer);
                    let bytes = made.map_err(|error| Fault::failed(Text::verbatim(error.to_string())))?;
                    return output.write_bytes(&bytes);
                }
                let extras = PageExtras { notice: partly, reload: self.every.map(|_| RELOAD) };
                output.write(&page_with(&material, &extras, &self.context.localizer))
            }
            Shape::Board | Shape::Lines | Shape::Json => {
                let say = |text: Text| self.context.localizer.say(&text) + "\n";
                let head = self
                    .is_for_file
                    .then(|| say(msg!(class_file_head, program = GENERATOR, lesson = self.title.clone(), time = now)));
                let partly = partly.map(say).unwrap_or_default();
                output.write(&(head.unwrap_or_default() + &self.lines(&rows, &summary, now) + &partly))
            }
        }
    }

    /// Writes a page for each learner.
    pub fn write_feedback(&self, folder: &Path, rows: &[Row]) -> Result<(), Fault> {
        feedback::write(self.context, folder, &self.title, &self.columns, rows)
    }

    fn gradebook(&self, rows: &[Row], timeline: &Timeline) -> String {
        let localizer = &self.context.localizer;
        let line = |row: &Row| gradebook_line(row, &self.score, &self.columns, timeline, localizer);
        std::iter::once(gradebook_head()).chain(rows.iter().map(line)).collect()
    }

    /// What isn't in it stands in the table itself: a file is handed on without what was said beside it.
    fn csv(&self, rows: &[Row], partly: Option<&Text>, now: Timestamp) -> String {
        let localizer = &self.context.localizer;
        let lines = rows.iter().map(|row| csv_line(row, &self.columns, localizer, now));
        let note = partly.map(|text| csv_note(&localizer.say(text), &self.columns));
        std::iter::once(csv_head(&self.columns)).chain(lines).chain(note).collect()
    }

    fn lines(&self, rows: &[Row], summary: &Summary, now: Timestamp) -> String {
        let localizer = &self.context.localizer;
        let learners = rows.iter().map(|row| line(row, localizer.language(), now));
        let whole = std::iter::once(summary_line(summary, self.limit));
        let steps = summary.steps.iter().filter(|step| step.here > 0 || step.median.is_some()).map(step_line);
        let said: String = learners.chain(whole).chain(steps).map(|text| localizer.say(&text) + "\n").collect();
        self.context.signs().show(&said).into_owned()
    }
}
