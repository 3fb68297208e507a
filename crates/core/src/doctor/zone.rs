//! In which zone times are told.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Line;
use crate::i18n::Text;
use crate::msg;
use crate::times::offset;

/// The zone of times.
#[derive(Clone, Debug)]
pub struct Zone {
    /// The zone; UTC where none is known.
    pub zone: TimeZone,
    /// Who says so.
    pub origin: ZoneOrigin,
    /// Whether this is CloudShell, whose clock is in UTC while the console beside it shows the browser's time.
    pub in_cloud_shell: bool,
    /// The instant of the look.
    pub now: Timestamp,
}

/// Who says which zone is the learner's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneOrigin {
    /// Our own settings.
    Settings,
    /// The variable `TZ`.
    Variable,
    /// The variable `TZ`, with this text that is no zone.
    UnknownVariable(String),
    /// The system's own setting, `/etc/localtime`.
    System,
    /// Nobody.
    Nobody,
}

impl Zone {
    pub(super) fn line(&self) -> Line {
        let line = |found| Line::good("time-zone", msg!(doctor_label_zone), found);
        let offset = offset(self.now, &self.zone);
        let named = match self.zone.iana_name().filter(|name| *name != offset) {
            Some(name) => msg!(doctor_zone_named, name = name, offset = offset),
            None => Text::verbatim(offset),
        };
        let from = |origin: Text| msg!(doctor_from, what = named.clone(), origin = origin);
        match &self.origin {
            ZoneOrigin::Settings => line(from(msg!(doctor_place_settings, field = "time_zone"))),
            ZoneOrigin::Variable => line(from(Text::verbatim("TZ"))),
            ZoneOrigin::UnknownVariable(text) => {
                line(msg!(doctor_zone_unknown, text = text)).odd(msg!(doctor_zone_remedy))
            }
            ZoneOrigin::System if self.in_cloud_shell => {
                line(from(msg!(doctor_zone_system))).odd(msg!(doctor_zone_cloud_shell_remedy))
            }
            ZoneOrigin::System => line(from(msg!(doctor_zone_system))),
            ZoneOrigin::Nobody => line(from(msg!(doctor_zone_nobody))).odd(msg!(doctor_zone_remedy)),
        }
    }
}
