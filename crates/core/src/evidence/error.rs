//! Why a file can't be examined.

use super::FORMAT;
use super::data::LARGEST_MEGABYTES;
use crate::i18n::Text;
use crate::msg;

/// Why a file can't be examined.
#[derive(Clone, Debug, PartialEq)]
pub enum EvidenceError {
    /// It is larger than any page of this program.
    TooLarge,
    /// It isn't text in UTF-8.
    NotText,
    /// It holds no data of an evidence page.
    NoData,
    /// It holds data twice, so that nothing tells which belongs to what it shows.
    Several,
    /// It breaks off within its data.
    Truncated,
    /// Its data has markup in it, which this program never writes.
    Markup,
    /// Its data has another format, by number.
    Format(u32),
    /// Its data can't be read; in the reader's own words.
    Data(String),
    /// It is about another lesson, by id.
    OtherLesson(String),
    /// The lesson doesn't load with the values in it.
    Values(Text),
}

impl EvidenceError {
    /// In words.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::TooLarge => msg!(evidence_too_large, most = LARGEST_MEGABYTES),
            Self::NotText => msg!(evidence_not_text),
            Self::NoData => msg!(evidence_no_data),
            Self::Several => msg!(evidence_several),
            Self::Truncated => msg!(evidence_truncated),
            Self::Markup => msg!(evidence_markup),
            Self::Format(found) => msg!(evidence_format, found = *found, known = FORMAT),
            Self::Data(detail) => msg!(evidence_data, detail = detail),
            Self::OtherLesson(id) => msg!(evidence_other_lesson, id = id),
            Self::Values(problem) => msg!(evidence_values, problem = problem.clone()),
        }
    }
}
