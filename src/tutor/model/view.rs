//! Where the learner is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{Frame, Notice, Page, Tab};
use crate::tutor::editor::Editor;
use crate::tutor::search::{Found, Hit};

/// What scrolls by itself: the tabs of each step, and each other page.
pub type Pane = (Page, Tab, usize);

/// Lines of a page; none where there is no screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// All of them.
    pub lines: usize,
    /// Those that the window has room for.
    pub window: usize,
}

/// Where the learner is.
#[derive(Debug)]
pub struct View {
    /// What fills the window.
    pub page: Page,
    /// The page under the help page.
    pub under_help: Page,
    /// The tab of the step page.
    pub tab: Tab,
    /// The step shown.
    pub step: usize,
    /// Whether steps have the whole window.
    pub frame: Frame,
    /// The line of a list that keys act on.
    pub cursor: usize,
    /// Whether the learner has moved, so that nothing may move the step any more.
    pub moved: bool,
    /// First visible line of each pane.
    pub scroll: BTreeMap<Pane, usize>,
    /// Hints shown so far by step.
    pub hints: BTreeMap<usize, usize>,
    /// The block of the code page.
    pub code: usize,
    /// The task of the exercise page.
    pub task: usize,
    /// How much help was asked for by step and task: 1 the hint, 2 the model answer too.
    pub helps: BTreeMap<(usize, usize), usize>,
    /// Steps of which the guess was asked for before a look, in this run.
    pub asked: BTreeSet<usize>,
    /// Whether the exercise page asks guesses of an earlier day again.
    pub recall: bool,
    /// What is being written.
    pub editor: Option<Editor>,
    /// What was looked for last, and where it stands.
    pub found: Option<Found>,
    /// The place of the text that must come to the top once it is laid out.
    pub wanted: Option<Hit>,
    /// How long the page is and how much of it is visible, as whoever shows it measured last.
    pub extent: Extent,
    /// Whether anything else than the first visible line may have changed since then.
    pub is_stale: bool,
    /// One line about what just happened.
    pub notice: Option<Notice>,
    /// When something that the learner didn't ask for last changed what keys do.
    pub turned_at: Option<Timestamp>,
}

impl View {
    /// The pane that is shown.
    #[must_use]
    pub fn pane(&self) -> Pane {
        match self.page {
            Page::Step => (Page::Step, self.tab, self.step),
            Page::Code => (Page::Code, Tab::Lesson, self.code),
            page => (page, Tab::Lesson, 0),
        }
    }

    /// Whether a step has the whole window now.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.frame == Frame::Full && self.page == Page::Step
    }

    /// The first visible line.
    #[must_use]
    pub fn top(&self) -> usize {
        self.scroll.get(&self.pane()).copied().unwrap_or(0)
    }

    /// Scrolls to this line, or as far as there are lines.
    pub fn set_top(&mut self, top: usize) {
        let last_top = self.extent.lines.saturating_sub(self.extent.window);
        self.scroll.insert(self.pane(), top.min(last_top));
    }
}
