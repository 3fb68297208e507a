//! Writes a class in one of its shapes: JSON as rows come, everything else once all are there.

use jiff::{SignedDuration, Timestamp};

use crate::class::{Column, PageMaterial, Row, Summary, Timeline, columns, csv_head, csv_line, line, page};
use crate::class::{step_line, summary_line};
use crate::cli::args::ClassOptions;
use crate::cli::context::Context;
use crate::cli::output::{Fault, Output};
use crate::i18n::Text;
use crate::lesson::Lesson;

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
    /// A page.
    Html,
}

impl Shape {
    /// The shape that the arguments ask for.
    pub fn of(options: &ClassOptions) -> Self {
        let asked = [
            (options.plain, Self::Lines),
            (options.json, Self::Json),
            (options.csv, Self::Csv),
            (options.html, Self::Html),
        ];
        asked.into_iter().find(|(is_asked, _)| *is_asked).map_or(Self::Board, |(_, shape)| shape)
    }
}

/// Writes rows in one shape.
pub struct Shower<'a> {
    context: &'a Context,
    title: Text,
    columns: Vec<Column>,
    shape: Shape,
    limit: SignedDuration,
}

impl<'a> Shower<'a> {
    /// Nothing is written yet.
    pub fn new(context: &'a Context, lesson: &Lesson, shape: Shape, limit: SignedDuration) -> Self {
        Self { context, title: Text::Lesson(lesson.title.clone()), columns: columns(lesson), shape, limit }
    }

    /// Takes a row as it comes.
    pub fn take(&mut self, row: &Row, output: &mut Output) -> Result<(), Fault> {
        if self.shape != Shape::Json {
            return Ok(());
        }
        output.write_json_line(row)
    }

    /// Writes what waits until all rows are there.
    pub fn finish(&self, rows: &[Row], timeline: &Timeline, output: &mut Output) -> Result<(), Fault> {
        let now = Timestamp::now();
        let summary = Summary::of(&self.columns, rows, timeline, now, self.limit);
        match self.shape {
            Shape::Json => Ok(()),
            Shape::Csv => output.write(&self.csv(rows, now)),
            Shape::Html => {
                let material = PageMaterial {
                    title: self.title.clone(),
                    columns: &self.columns,
                    rows,
                    summary: &summary,
                    limit: self.limit,
                    now,
                };
                output.write(&page(&material, &self.context.localizer))
            }
            Shape::Board | Shape::Lines => output.write(&self.lines(rows, &summary, now)),
        }
    }

    fn csv(&self, rows: &[Row], now: Timestamp) -> String {
        let lines = rows.iter().map(|row| csv_line(row, &self.columns, &self.context.localizer, now));
        std::iter::once(csv_head(&self.columns)).chain(lines).collect()
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
