//! A line of a history.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::i18n::Text;
use crate::msg;
use crate::times::offset;

/// One line of what happened.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEntry {
    /// When, where that is part of it.
    pub at: Option<Timestamp>,
    /// In one sentence, who did it included.
    pub text: Text,
}

impl HistoryEntry {
    /// What has no time of its own.
    #[must_use]
    pub fn untimed(text: Text) -> Self {
        Self { at: None, text }
    }

    /// The line with its time of day in `zone`, and with the date where that isn't the day of `today`.
    #[must_use]
    pub fn said(&self, zone: &TimeZone, today: Timestamp) -> Text {
        let Some(at) = self.at else { return self.text.clone() };
        msg!(history_at, time = moment(at, zone, today), text = self.text.clone())
    }
}

fn moment(at: Timestamp, zone: &TimeZone, today: Timestamp) -> String {
    let (there, then) = (at.to_zoned_datetime(zone.clone()), today.to_zoned_datetime(zone.clone()));
    let form = if there.date() == then.date() { "%H:%M" } else { "%Y-%m-%d %H:%M" };
    let shown = there.strftime(form).to_string();
    // The page says how far its clock is from UTC today; in summer it may have been another.
    if there.offset() == then.offset() { shown } else { format!("{shown} {}", offset(at, zone)) }
}
