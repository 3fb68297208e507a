//! Shows a load: redrawn in place on a terminal, as lines of words everywhere else.

use std::io::{self, IsTerminal};
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::cli::context::{Context, env};
use crate::cli::output::{Fault, Output};
use crate::i18n::{Localizer, Text};
use crate::lesson::Lesson;
use crate::load::{
    Class, Live, LiveLine, Milestone, MinuteLength, Timing, chart, ending_text, summary, timeline, what_next, words,
};
use crate::msg;
use crate::text::{shorten, width};

/// Seconds of the load between two lines. A reader who went away is noticed by the next line.
const LINE_EVERY: Duration = Duration::from_secs(10);
/// The same in the demo, where they pass quickly.
const DEMO_LINE_EVERY: Duration = Duration::from_mins(1);
/// Cells of a window that doesn't tell its size.
const DEFAULT_SIZE: (u16, u16) = (80, 24);
/// Drawings need this much room to say something.
const LEAST_DRAWING: usize = 10;

/// How a load is shown.
pub struct Show<'a> {
    lesson: &'a Lesson,
    localizer: &'a Localizer,
    output: &'a mut Output,
    manner: Manner,
}

enum Manner {
    /// The last lines drawn are drawn over.
    Redrawn { rows: usize },
    /// Lines follow each other.
    Lines { next: Duration, told: Vec<Milestone> },
}

impl<'a> Show<'a> {
    pub fn new(context: &'a Context, lesson: &'a Lesson, output: &'a mut Output) -> Self {
        let is_dumb = env("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
        let manner = if io::stdout().is_terminal() && !is_dumb {
            Manner::Redrawn { rows: 0 }
        } else {
            Manner::Lines { next: Duration::ZERO, told: Vec::new() }
        };
        Self { lesson, localizer: &context.localizer, output, manner }
    }

    /// Whether the output has been closed.
    pub fn nobody_reads(&self) -> bool {
        self.output.reader_left()
    }

    /// How it stands.
    pub fn show(&mut self, live: &Live, now: Timestamp) -> Result<(), Fault> {
        let text = match &mut self.manner {
            Manner::Redrawn { rows } => {
                let size = crossterm::terminal::size().unwrap_or(DEFAULT_SIZE);
                let mut words = words(live, now, self.localizer.zone());
                for line in &mut words {
                    line.text = line.text.clone().of_lesson(self.lesson);
                }
                let lines = drawn(self.localizer, &words, size);
                let back = if *rows > 0 { format!("\u{1b}[{rows}A\u{1b}[J") } else { String::new() };
                *rows = lines.len();
                back + &lines.concat()
            }
            Manner::Lines { next, told } => {
                let mut texts = news(live, self.localizer.zone(), told);
                if live.figures.elapsed >= *next && !live.figures.elapsed.is_zero() {
                    let pause = if live.pace == MinuteLength::REAL { LINE_EVERY } else { DEMO_LINE_EVERY };
                    *next = live.figures.elapsed + pause;
                    texts.push(progress(live));
                }
                texts.iter().map(|text| self.localizer.say(text) + "\n").collect()
            }
        };
        if text.is_empty() { Ok(()) } else { self.output.write(&text) }
    }

    /// What came of it, and what AWS does next.
    pub fn end(&mut self, live: &Live) -> Result<(), Fault> {
        let mut texts: Vec<Text> = live.ended.iter().map(|(ending, _)| ending_text(*ending)).collect();
        texts.extend(summary(&live.figures));
        if live.observations.latest.is_some() {
            texts.extend(what_next(live, self.localizer.zone()).into_iter().map(|line| line.text));
        }
        let back = match self.manner {
            Manner::Redrawn { rows } if rows > 0 => format!("\u{1b}[{rows}A\u{1b}[J"),
            _ => String::new(),
        };
        let said: String =
            texts.into_iter().map(|text| self.localizer.say(&text.of_lesson(self.lesson)) + "\n").collect();
        self.output.write(&(back + &said))
    }
}

/// What has happened and wasn't told yet.
fn news(live: &Live, zone: &TimeZone, told: &mut Vec<Milestone>) -> Vec<Text> {
    let (marks, lines) = (timeline(live), what_next(live, zone));
    let mut lines = lines.into_iter().map(|line| line.text);
    let heading = lines.next().filter(|_| told.is_empty());
    let mut texts = Vec::new();
    for ((mark, timing), line) in marks.into_iter().zip(lines) {
        if matches!(timing, Timing::Happened(_)) && !told.contains(&mark) {
            told.push(mark);
            texts.push(line);
        }
    }
    // The first time, with what says in which zone they are.
    if texts.is_empty() { texts } else { heading.into_iter().chain(texts).collect() }
}

fn progress(live: &Live) -> Text {
    let figures = &live.figures;
    let errors = figures.over() - figures.of(Class::Good);
    let seconds = figures.elapsed.as_secs();
    let elapsed = format!("{}:{:02}", seconds / 60, seconds % 60);
    let times = crate::load::recent_times(figures).unwrap_or_else(|| msg!(load_cli_no_times));
    msg!(
        load_cli_progress,
        elapsed = elapsed,
        sent = figures.sent,
        count = live.plan.count(),
        errors = errors,
        times = times
    )
}

/// Lines cut to the window, with their drawings where there is room; each ends with a line break.
fn drawn(localizer: &Localizer, lines: &[LiveLine], (columns, rows): (u16, u16)) -> Vec<String> {
    let cells = usize::from(columns).saturating_sub(1);
    let shown = lines.iter().take(usize::from(rows).saturating_sub(1));
    shown
        .map(|line| {
            let text = shorten(&localizer.say(&line.text), cells);
            let room = cells.saturating_sub(width(&text) + 2);
            match &line.drawing {
                Some(drawing) if room >= LEAST_DRAWING => format!("{text}  {}\n", chart(drawing, room)),
                _ => text + "\n",
            }
        })
        .collect()
}
