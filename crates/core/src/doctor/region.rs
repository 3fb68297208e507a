//! Which region is read, and who says so.

use super::{Line, Place};
use crate::i18n::Text;
use crate::msg;

/// The region that is read.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its code, and where it is set, where that is known; none where no region is set.
    pub chosen: Option<(String, Option<Place>)>,
    /// The one of the lesson, where it names one.
    pub lesson: Option<String>,
}

impl Region {
    pub(super) fn line(&self) -> Line {
        let line = |found| Line::good("region", msg!(doctor_label_region), found);
        let Some((code, place)) = &self.chosen else {
            return line(msg!(unknown_no_region)).bad(msg!(failure_region_missing_fix));
        };
        let found = line(match place {
            Some(place) => msg!(doctor_region, code = code, place = place.text()),
            None => Text::verbatim(code),
        });
        match &self.lesson {
            _ if !is_code(code) => found.bad(msg!(doctor_region_form_remedy)),
            Some(lesson) if lesson != code => found.odd(msg!(doctor_region_remedy, code = code, lesson = lesson)),
            _ => found,
        }
    }
}

/// Whether it is written as regions are: `us-east-1`, `us-gov-west-1`.
fn is_code(code: &str) -> bool {
    code.contains('-')
        && code.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}
