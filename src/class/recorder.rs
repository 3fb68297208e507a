//! Takes rows as they come: fills in what the past tells of them, and keeps them for the next time.

use std::path::Path;

use super::history::History;
use super::row::Row;
use super::timeline::Timeline;
use crate::i18n::Text;
use crate::msg;

/// The past of a class, and where it is kept.
#[derive(Debug, Default)]
pub struct Recorder {
    timeline: Timeline,
    history: Option<History>,
    trouble: Option<Text>,
}

impl Recorder {
    /// The recorder in `file`. Where the file can't be used, everything goes on without it.
    #[must_use]
    pub fn open(file: &Path) -> Self {
        match History::open(file) {
            Ok((history, timeline)) => Self { timeline, history: Some(history), trouble: None },
            Err(error) => Self { trouble: Some(trouble(&error)), ..Self::default() },
        }
    }

    /// Takes a row and gives it back with what the past tells of it.
    pub fn note(&mut self, mut row: Row) -> Row {
        let event = self.timeline.note(&mut row);
        if let Some(Err(error)) = self.history.as_mut().map(|history| history.keep(&event)) {
            self.trouble = Some(trouble(&error));
            self.history = None;
        }
        row
    }

    /// What is known of the past.
    #[must_use]
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Why nothing is being kept, where that is so.
    #[must_use]
    pub fn trouble(&self) -> Option<&Text> {
        self.trouble.as_ref()
    }
}

fn trouble(error: &std::io::Error) -> Text {
    msg!(class_history_lost, error = error.to_string())
}
