//! Instants as a clock on a wall shows them, and how far that clock is from UTC. JSON has its own form, always in UTC.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// How far the clocks of `zone` were from UTC at `at`, such as `UTC+09:00`; `UTC` where they weren't.
#[must_use]
pub fn offset(at: Timestamp, zone: &TimeZone) -> String {
    let offset = zone.to_offset(at);
    if offset.seconds() == 0 {
        "UTC".to_owned()
    } else {
        at.to_zoned_datetime(zone.clone()).strftime("UTC%:z").to_string()
    }
}

/// A time of day to the second with its offset, such as `21:00:05 UTC+09:00`: what a page says once of all its times.
#[must_use]
pub fn second(at: Timestamp, zone: &TimeZone) -> String {
    format!("{} {}", at.to_zoned_datetime(zone.clone()).strftime("%H:%M:%S"), offset(at, zone))
}

/// A date and a time of day to the minute with its offset, such as `2026-05-20 21:00 UTC+09:00`: what stands within a
/// sentence that may be read anywhere.
#[must_use]
pub fn moment(at: Timestamp, zone: &TimeZone) -> String {
    format!("{} {}", at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%d %H:%M"), offset(at, zone))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("JST-9", "2026-05-20 21:00 UTC+09:00"; "east")]
    #[test_case("EST5EDT,M3.2.0,M11.1.0", "2026-05-20 08:00 UTC-04:00"; "west in summer")]
    #[test_case("NST3:30", "2026-05-20 08:30 UTC-03:30"; "half an hour")]
    #[test_case("UTC0", "2026-05-20 12:00 UTC"; "nowhere")]
    fn moments(zone: &str, expected: &str) {
        let at: Timestamp = "2026-05-20T12:00:30Z".parse().unwrap();
        let zone = TimeZone::posix(zone).unwrap();
        assert_eq!(moment(at, &zone), expected);
        let (_, time) = expected.split_once(' ').unwrap();
        let (minute, offset) = time.split_once(' ').unwrap();
        assert_eq!(second(at, &zone), format!("{minute}:30 {offset}"));
    }
}
