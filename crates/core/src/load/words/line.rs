//! A line of the live view, and the times of day in it.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::i18n::Text;
use crate::load::chart::Drawing;
use crate::load::observations::MinuteLength;

/// How much a line matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Begins a section.
    Heading,
    /// Running text.
    Plain,
    /// Something that was hoped for.
    Good,
    /// Something to look at.
    Care,
    /// What may be overlooked.
    Dim,
}

/// What is said beside the chart while a load runs.
#[derive(Clone, Debug, PartialEq)]
pub struct LiveLine {
    /// All of it, in words.
    pub text: Text,
    /// How much it matters.
    pub weight: Weight,
    /// What may be drawn beside it.
    pub drawing: Option<Drawing>,
}

impl LiveLine {
    pub(super) fn new(weight: Weight, text: Text) -> Self {
        Self { text, weight, drawing: None }
    }

    pub(super) fn drawn(weight: Weight, text: Text, drawing: Drawing) -> Self {
        Self { text, weight, drawing: Some(drawing) }
    }
}

/// Shows times of day: to the minute, or to the second where minutes pass quickly.
pub(super) struct Clock<'a> {
    pub(super) zone: &'a TimeZone,
    pub(super) pace: MinuteLength,
}

impl Clock<'_> {
    pub(super) fn time(&self, at: Timestamp) -> Text {
        let format = if self.pace == MinuteLength::REAL { "%H:%M" } else { "%H:%M:%S" };
        self.shown(at, format)
    }

    pub(super) fn second(&self, at: Timestamp) -> Text {
        self.shown(at, "%H:%M:%S")
    }

    fn shown(&self, at: Timestamp, format: &str) -> Text {
        Text::verbatim(at.to_zoned_datetime(self.zone.clone()).strftime(format).to_string())
    }
}
