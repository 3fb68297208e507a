//! How far a reading is, on standard error: a line that is written over in a terminal, else a line now and then.

use std::io::{self, IsTerminal, Write as _};
use std::time::{Duration, Instant};

use crate::i18n::Localizer;
use crate::msg;
use crate::text::shorten;

/// Nothing is shown of readings that are over sooner.
const PATIENCE: Duration = Duration::from_secs(2);
/// From one line to the next where they can't be written over.
const PAUSE: Duration = Duration::from_secs(15);
/// Written over in a terminal so often.
const TICK: Duration = Duration::from_millis(200);
/// The cells of the bar.
const BAR: usize = 20;
/// A line in any terminal.
const LINE: usize = 78;

/// How far a reading is.
pub struct ProgressLine<'a> {
    localizer: &'a Localizer,
    all: usize,
    read: usize,
    unread: usize,
    is_terminal: bool,
    next: Instant,
    is_shown: bool,
}

impl<'a> ProgressLine<'a> {
    /// Of so many learners none is read yet.
    pub fn new(all: usize, localizer: &'a Localizer) -> Self {
        let is_terminal = io::stderr().is_terminal();
        Self { localizer, all, read: 0, unread: 0, is_terminal, next: Instant::now() + PATIENCE, is_shown: false }
    }

    /// Takes that one more is read, or can't be.
    pub fn step(&mut self, is_unread: bool) {
        self.read += 1;
        self.unread += usize::from(is_unread);
        if Instant::now() < self.next {
            return;
        }
        self.next = Instant::now() + if self.is_terminal { TICK } else { PAUSE };
        let said = self.localizer.say(&msg!(class_progress, read = self.read, all = self.all, unread = self.unread));
        if self.is_terminal {
            let full = self.read * BAR / self.all.max(1);
            let line = format!("[{}{}] {said}", "#".repeat(full), ".".repeat(BAR.saturating_sub(full)));
            eprint!("\r{}\u{1b}[K", shorten(&line, LINE));
            self.is_shown = true;
        } else {
            eprintln!("{said}");
        }
        let _ = io::stderr().flush();
    }
}

impl Drop for ProgressLine<'_> {
    /// What is written next begins on a line of its own.
    fn drop(&mut self) {
        if self.is_shown {
            eprint!("\r\u{1b}[K");
        }
    }
}
