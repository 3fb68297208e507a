//! A damaged account: it is refused, or judged, explained, drawn and said, with nothing in it that acts on a terminal.

use std::sync::LazyLock;

use ec_site_tutor_core::account::Snapshot;
use ec_site_tutor_core::demo::SimulatedAccount;
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::map::{Wiring, sentences, svg};
use ec_site_tutor_core::report::{Locked, Report, plain};
use ec_site_tutor_core::{cleanup, cost};
use ec_site_tutor_testing::hostile::assert_text;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::super::random::Random;
use super::LESSON;
use super::damage::damaged;
use super::json::change;

const WORDS: &[&[u8]] =
    &[b"null", b"{}", b"[]", b"\"\"", b"\"seen\":", b"\"denied\"", b"\"not_asked\"", b"true", b"-0.0", b",", b":"];

static SOUND: LazyLock<Value> = LazyLock::new(|| {
    let now = Timestamp::UNIX_EPOCH;
    serde_json::to_value(SimulatedAccount::finished(&LESSON, now).snapshot(now)).expect("JSON")
});

/// Mostly an account whose parts are exchanged, so that it is still one; now and then one whose text is damaged.
pub fn make(random: &mut Random) -> Vec<u8> {
    let mut account = SOUND.clone();
    for _ in 0..=random.below(6) {
        change(&mut account, random);
    }
    let text = account.to_string().into_bytes();
    if random.below(8) == 0 { damaged(&text, WORDS, random) } else { text }
}

pub fn take(input: &[u8]) -> bool {
    let Ok(snapshot) = serde_json::from_slice::<Snapshot>(input) else { return false };
    let now = snapshot.taken_at;
    let report = Report::assess(&LESSON, &snapshot, now);
    let estimate = cost::estimate(&LESSON, &snapshot, now);
    let plan = cleanup::plan(&LESSON, &snapshot, None, now);
    for language in Language::ALL {
        let localizer = Localizer::new(language);
        assert_text("report", &plain(&report, &[], Locked::InFull, &localizer, &TimeZone::UTC));
        assert_text("cost", &cost::plain(&estimate, &localizer));
        assert_text("cleanup", &cleanup::plain(&plan, &localizer));
        if let Some(wiring) = Wiring::of(&LESSON, &snapshot, &report) {
            assert_text("map", &sentences(&wiring, &localizer, &TimeZone::UTC).join("\n"));
            let picture = svg(&wiring, &localizer, &TimeZone::UTC);
            assert_text("picture", &picture);
            assert!(!picture.contains("<script"), "markup in the picture");
        }
    }
    true
}
