//! What is asked about an account only after a first look, because only then it is known to matter.

use super::resources::BootLog;
use super::{Area, Snapshot};

/// Something to look closer at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// What the instance of this id printed while it booted.
    BootLog {
        /// `i-…`
        instance: String,
    },
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The boot log of an instance.
    BootLog {
        /// `i-…`
        instance: String,
        /// Its boot log.
        log: Area<BootLog>,
    },
}

impl Snapshot {
    /// Keeps what came of a question with everything else that was read.
    pub fn keep(&mut self, answer: Answer) {
        match answer {
            Answer::BootLog { instance, log } => drop(self.boot_logs.insert(instance, log)),
        }
    }
}
