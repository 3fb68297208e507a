//! Which region is read, and who says so.

use super::{Line, Place};
use crate::account::{Failure, Unseen};
use crate::i18n::Text;
use crate::msg;
use crate::verify::Verdict;

/// The region that is read.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its code, and where it is set; none where no region is set.
    pub chosen: Option<(String, Place)>,
    /// The one of the lesson.
    pub lesson: String,
    /// Why nothing can be read there.
    pub refusal: Option<Failure>,
}

impl Region {
    pub(super) fn line(&self) -> Line {
        let line = |found| Line::good("region", msg!(doctor_label_region), found);
        let chosen = self.chosen.as_ref().map(|(code, place)| msg!(doctor_region, code = code, place = place.text()));
        if let Some(failure) = &self.refusal {
            let verdict = Verdict::unknown(Unseen::Failed(failure));
            let found = match chosen {
                Some(chosen) => msg!(doctor_and, first = chosen, second = verdict.actual),
                None => verdict.actual,
            };
            return line(found).bad(verdict.fix.unwrap_or_else(|| msg!(unknown_not_asked_fix)));
        }
        let (code, found) =
            (self.chosen.as_ref().map(|(code, _)| code), line(chosen.unwrap_or_else(|| Text::verbatim("-"))));
        match code {
            Some(code) if *code != self.lesson && !self.lesson.is_empty() => {
                found.odd(msg!(doctor_region_remedy, code = code, lesson = &self.lesson))
            }
            _ => found,
        }
    }
}
