//! Which program this is, and which lesson it would show.

use super::Line;
use crate::i18n::Text;
use crate::msg;

/// The program and the lesson.
#[derive(Clone, Debug)]
pub struct Release {
    /// The program, as `--version` tells it.
    pub program: Text,
    /// The lesson that is shown and its version, where it isn't the one that is built in.
    pub lesson: Option<(String, String)>,
}

impl Release {
    pub(super) fn line(&self) -> Line {
        let found = match &self.lesson {
            Some((id, edition)) => {
                msg!(doctor_release, program = self.program.clone(), lesson = id, edition = edition)
            }
            None => self.program.clone(),
        };
        Line::good("version", msg!(doctor_label_version), found)
    }
}
