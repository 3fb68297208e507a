//! The zone that times are told in, and where it comes from.

use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::doctor::ZoneOrigin;

/// The learner's zone.
#[derive(Clone, Debug)]
pub struct Zone {
    /// The zone; UTC where there is none that is known.
    pub zone: TimeZone,
    /// Who says so.
    pub origin: ZoneOrigin,
}

impl Zone {
    /// The zone of the settings, else of `TZ`, else of the system.
    #[must_use]
    pub fn choose(settings: Option<&TimeZone>, env: impl Fn(&str) -> Option<String>) -> Self {
        if let Some(zone) = settings {
            return Self { zone: zone.clone(), origin: ZoneOrigin::Settings };
        }
        let variable = env("TZ");
        // It reads `TZ` as the C library does, and `/etc/localtime` without it.
        match (TimeZone::try_system(), variable) {
            (Ok(zone), Some(_)) => Self { zone, origin: ZoneOrigin::Variable },
            (Ok(zone), None) => Self { zone, origin: ZoneOrigin::System },
            (Err(_), Some(text)) => match named(text.trim_start_matches(':')) {
                Some(zone) => Self { zone, origin: ZoneOrigin::Variable },
                None => Self { zone: TimeZone::UTC, origin: ZoneOrigin::UnknownVariable(text) },
            },
            (Err(_), None) => Self { zone: TimeZone::UTC, origin: ZoneOrigin::Nobody },
        }
    }
}

/// The zone of a name such as `Asia/Tokyo`, by the system's files, or by our own where it has none or fewer.
pub fn named(name: &str) -> Option<TimeZone> {
    let known = TimeZone::get(name).or_else(|_| TimeZoneDatabase::bundled().get(name));
    known.ok().filter(|zone| !zone.is_unknown())
}
