//! The accounts that maps are drawn of, and in whose words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use crate::account::Snapshot;
use crate::i18n::{Language, Localizer};
use crate::lesson::{Lesson, Pack, load};
use crate::map::Wiring;
use crate::report::Report;

pub use ec_site_tutor_testing::accounts::{after_2_4, all, blackhole, finished, grown};

pub static LESSON: LazyLock<Lesson> = LazyLock::new(|| load(&Pack::Embedded, &BTreeMap::new()).unwrap());

static SPEAKERS: LazyLock<[Localizer; 2]> = LazyLock::new(|| Language::ALL.map(Localizer::new));

/// A localizer; making one takes longer than drawing.
pub fn speaker(language: Language) -> &'static Localizer {
    SPEAKERS.iter().find(|speaker| speaker.language() == language).unwrap()
}

pub fn wiring(account: &Value) -> Wiring {
    let snapshot: Snapshot = serde_json::from_value(account.clone()).unwrap();
    let report = Report::assess(&LESSON, &snapshot, snapshot.taken_at);
    Wiring::of(&LESSON, &snapshot, &report).unwrap()
}
