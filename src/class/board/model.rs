//! What the board knows.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::order::{Filter, Sort};
use crate::class::row::{Reason, Row};
use crate::class::summary::{Column, Summary};
use crate::i18n::{Localized, Localizer, Text};
use crate::report::Report;
use crate::terminal::Size;
use crate::times::offset;
use crate::tutor::model::Extent;
use crate::tutor::search::folded;

/// From the end of one reading to the next, in minutes. Shown on the board.
pub const PAUSE_MINUTES: i64 = 5;

/// What the window shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// All learners.
    Board,
    /// One learner: every step, and what the check found.
    Learner,
    /// The keys.
    Help,
}

/// The board.
#[derive(Debug)]
pub struct Model {
    /// The lesson's title.
    pub title: Localized,
    /// The steps.
    pub columns: Vec<Column>,
    /// Keys of the learners, as in the roster.
    pub order: Vec<String>,
    /// The last row of each learner who was read, by key.
    pub rows: HashMap<String, Row>,
    /// The class in figures.
    pub summary: Summary,
    /// From when on a learner counts as stuck.
    pub limit: SignedDuration,
    /// Speaks.
    pub localizer: Localizer,
    /// Times are shown in it.
    /// The window.
    pub size: Size,
    /// The instant that is shown.
    pub now: Timestamp,
    /// What the window shows.
    pub page: Page,
    /// The order.
    pub sort: Sort,
    /// Who is shown: everybody, or those of one kind.
    pub filter: Filter,
    /// Only learners whose name or id has this in it are shown; empty where all are.
    pub search: String,
    /// Whether keys are letters of it.
    pub is_typing: bool,
    /// Key of the learner under the cursor; none as long as it stays on the first line.
    pub cursor: Option<String>,
    /// The first line that is visible, on the board and on the page over it.
    pub top: Tops,
    /// How much is visible, as it was measured last.
    pub extent: Extents,
    /// How the rows are read.
    pub reading: Reading,
    /// The learner whose page is open.
    pub open: Option<OpenLearner>,
    /// Why nothing is kept, where that is so.
    pub trouble: Option<Text>,
}

/// The first visible lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tops {
    /// Rows scrolled past on the board.
    pub board: usize,
    /// Of the page over it.
    pub page: usize,
}

/// How much of what is visible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extents {
    /// The lines of the board that there is room for, also while a page covers it.
    pub board: usize,
    /// Of the page over it.
    pub page: Extent,
}

/// How the rows come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// They were given, and nothing can be read again.
    Given,
    /// So many of the class are read by now.
    UnderWay(usize),
    /// All are read; again at this instant.
    Done {
        /// When the last one was read.
        at: Timestamp,
        /// When they are read again.
        next: Timestamp,
    },
}

/// What was found in one account.
#[derive(Debug)]
pub struct OpenLearner {
    /// The key of the learner.
    pub key: String,
    /// What was found; none while it is being read.
    pub report: Option<Result<Box<Report>, Reason>>,
}

impl Model {
    /// The learners who are shown, in order.
    #[must_use]
    pub fn shown(&self) -> Vec<&Row> {
        let all = self.order.iter().filter_map(|key| self.rows.get(key));
        let wanted = folded(&self.search);
        let is_wanted = |row: &&Row| folded(&row.name).contains(&wanted) || folded(&row.id).contains(&wanted);
        let admitted = all.filter(|row| self.filter.admits(row, self.now, self.limit));
        let mut rows: Vec<&Row> = admitted.filter(is_wanted).collect();
        self.sort.apply(&mut rows, self.now, self.limit);
        rows
    }

    /// The learner under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&Row> {
        let shown = self.shown();
        shown.get(self.cursor_in(&shown)).copied()
    }

    /// The place of the cursor among the learners who are shown.
    #[must_use]
    pub fn cursor_in(&self, shown: &[&Row]) -> usize {
        self.cursor.as_ref().and_then(|key| shown.iter().position(|row| row.key() == *key)).unwrap_or(0)
    }

    /// Takes how much is visible now. The window stays with the cursor, and the cursor with its learner.
    pub fn measured(&mut self, extent: Extents) {
        self.extent = extent;
        let shown = self.shown();
        let (at, count) = (self.cursor_in(&shown), shown.len());
        let highest = at.saturating_sub(extent.board.saturating_sub(1));
        self.top.board = self.top.board.clamp(highest, at).min(count.saturating_sub(extent.board));
    }

    /// `text` in the instructor's language.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        self.localizer.say(text)
    }

    /// As [`Model::clock`], with what says in which zone; once on a page.
    #[must_use]
    pub fn clock_with_zone(&self, at: Timestamp) -> String {
        format!("{} {}", self.clock(at), offset(at, self.localizer.zone()))
    }

    /// An instant of today, as a clock shows it.
    #[must_use]
    pub fn clock(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(self.localizer.zone().clone()).strftime("%H:%M").to_string()
    }
}
