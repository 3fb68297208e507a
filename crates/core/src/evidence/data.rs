//! The data within a page: how it is put there, and found again. Strings of the data can't end the element that holds it.

use serde::Deserialize;

use super::{Evidence, EvidenceError, FORMAT};
use crate::json;

/// Before the data. A template's content is neither shown nor run, and nothing else in a page can look like this.
pub const OPEN: &str = "<template id=\"evidence\">";
/// Behind the data.
pub const CLOSE: &str = "</template>";
/// The bytes of the largest page that is read. The program's own have a fortieth of that, and judging a page takes some forty
/// times its size of memory.
pub const LARGEST: usize = 8 << 20;
/// The same in the unit that people are told.
pub const LARGEST_MEGABYTES: usize = LARGEST >> 20;

/// What must be known before the rest can be read.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

/// `evidence` as JSON without any character that HTML takes as its own, or that acts on who reads the source.
///
/// # Errors
/// The data can't be written as JSON.
pub fn write(evidence: &Evidence) -> Result<String, EvidenceError> {
    json::within_markup(evidence).map_err(|error| EvidenceError::Data(error.to_string()))
}

/// The text of a page.
///
/// # Errors
/// It is too large or isn't text.
pub fn text(page: &[u8]) -> Result<&str, EvidenceError> {
    if page.len() > LARGEST {
        return Err(EvidenceError::TooLarge);
    }
    let text = std::str::from_utf8(page).map_err(|_| EvidenceError::NotText)?;
    // Mail programs and editors put this mark before a text.
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The data in a page, as it stands there.
///
/// # Errors
/// There is none, more than one, it breaks off, or it could end its element and show something by itself.
pub fn find(page: &str) -> Result<&str, EvidenceError> {
    let (_, rest) = page.split_once(OPEN).ok_or(EvidenceError::NoData)?;
    if rest.contains(OPEN) {
        return Err(EvidenceError::Several);
    }
    let data = rest.split_once(CLOSE).ok_or(EvidenceError::Truncated)?.0;
    if data.contains(['<', '>', '&']) { Err(EvidenceError::Markup) } else { Ok(data) }
}

/// What the data says.
///
/// # Errors
/// It was written in another format, or isn't such data.
pub fn parse(data: &str) -> Result<Evidence, EvidenceError> {
    let unreadable = |error: serde_json::Error| EvidenceError::Data(error.to_string());
    let head: Head = serde_json::from_slice(data.as_bytes()).map_err(unreadable)?;
    if head.format != FORMAT {
        return Err(EvidenceError::Format(head.format));
    }
    serde_json::from_slice(data.as_bytes()).map_err(unreadable)
}
