//! What the tutor needs to begin, whatever shell it runs in, and how it ends.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::background::Background;
use crate::account::Source;
use crate::i18n::{Language, Localizer, Text};
use crate::lesson::{Lesson, Pack, Prices};
use crate::progress::Store;

/// What the tutor needs.
#[derive(Debug)]
pub struct App {
    /// The pack, with the learner's values in it.
    pub lesson: Arc<Lesson>,
    /// The account.
    pub source: Arc<Source>,
    /// What is to be said of the account at the beginning.
    pub word: Option<Text>,
    /// Where the account is read.
    pub background: Background,
    /// Where progress is kept; none where there is no home.
    pub store: Option<Store>,
    /// Where the simulated account is kept; none on a real account and where there is no home.
    pub simulated_file: Option<PathBuf>,
    /// The language to begin with, and the zone of times.
    pub localizer: Localizer,
    /// Where the lesson comes from, for reading it with values that the learner enters.
    pub pack: Pack,
    /// The values of the learner's settings.
    pub own_values: BTreeMap<String, String>,
    /// The prices of the learner's settings.
    pub own_prices: Prices,
    /// Whether it begins with a fault to find.
    pub drill: Option<DrillWish>,
    /// Where the account is read, where that isn't AWS.
    pub endpoint: Option<String>,
}

/// That a drill is wanted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrillWish {
    /// Of this number, where it is to be the same for several learners.
    pub seed: Option<u64>,
}

impl App {
    /// Whether nothing was reached in this lesson before, as far as that is kept. A file that can't be read is told
    /// when its turn comes.
    #[must_use]
    pub fn is_first_run(&self) -> bool {
        let saved = self.store.as_ref().map(|store| store.of(&self.lesson).all(&self.lesson.id));
        !saved.is_some_and(|saved| saved.map_or(true, |saved| !saved.read.is_empty() || !saved.unreadable.is_empty()))
    }
}

/// How it ended; a terminal is as it was before.
#[derive(Debug)]
pub struct Outcome {
    /// Why.
    pub ending: Ending,
    /// The language that the learner spoke last.
    pub language: Language,
    /// Why progress was not saved, where it wasn't; to be said after leaving.
    pub unsaved: Option<Text>,
    /// What goes on costing, where something does; to be said after leaving.
    pub reminder: Option<Text>,
}

/// Why the tutor ended.
#[derive(Debug)]
pub enum Ending {
    /// The learner left.
    Asked,
    /// The progress file can't be read: to be said on stderr. Nothing was changed.
    Unreadable(Text),
    /// A signal of this number.
    Signal(u8),
    /// The terminal failed or went away.
    Terminal(io::Error),
    /// A task panicked; the panic has been reported.
    Crashed,
}

impl Outcome {
    /// The exit status of the program.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self.ending {
            Ending::Asked => 0,
            Ending::Terminal(_) => 1,
            Ending::Unreadable(_) => 2,
            Ending::Crashed => 101,
            Ending::Signal(number) => 128 + number,
        }
    }
}
