//! Accounts with hostile strings in them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use crate::account::Snapshot;
use crate::class::{Reason, Row, StepMark};
use crate::i18n::{Language, Localized, Localizer};
use crate::lesson::{Lesson, Pack, load};
use crate::verify::Status;
use ec_site_tutor_testing::accounts::all as sound_accounts;
use ec_site_tutor_testing::hostile::all;
use ec_site_tutor_testing::hostile::{free_places, walk};

pub static LESSON: LazyLock<Lesson> = LazyLock::new(|| load(&Pack::Embedded, &BTreeMap::new()).unwrap());

static SPEAKERS: LazyLock<[Localizer; 2]> = LazyLock::new(|| Language::ALL.map(Localizer::new));

/// A localizer; making one takes longer than speaking.
pub fn speaker(language: Language) -> &'static Localizer {
    SPEAKERS.iter().find(|speaker| speaker.language() == language).unwrap()
}

/// So many accounts are made of each: a hostile name is another name, and where all are hostile at once nothing of the
/// lab is found any more.
const PARTS: usize = 8;

/// The places of an account that may hold any text.
pub static PLACES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let accounts: Vec<Value> = sound_accounts().into_iter().map(|(_, account)| account).collect();
    free_places(&accounts, |account| serde_json::from_value::<Snapshot>(account.clone()).is_ok())
});

/// What tells in an output that it shows what stands at a place.
pub fn mark(place: usize) -> String {
    format!("Qz{place}zQ")
}

/// Accounts of all kinds, every one with hostile strings in another part of its places.
pub fn poisoned() -> impl Iterator<Item = (String, Snapshot)> {
    let hostile = all();
    let kinds = sound_accounts().into_iter();
    kinds.flat_map(move |(name, account)| {
        let hostile = hostile.clone();
        (0..PARTS).map(move |part| {
            let mut account = account.clone();
            walk(&mut account, "", &mut |at, text| {
                let index = PLACES.binary_search_by(|place| place.as_str().cmp(at));
                if let Some(index) = index.ok().filter(|index| index % PARTS == part) {
                    *text = format!("{text}{}{hostile}", mark(index));
                }
            });
            (format!("{name}, part {part}"), serde_json::from_value(account).unwrap())
        })
    })
}

/// A row of a class in which every string is hostile.
pub fn row(hostile: &str) -> Row {
    let reason = Reason { id: Some(hostile.into()), text: Localized { ja: hostile.into(), en: hostile.into() } };
    let marks = [(hostile, Status::Passed), ("1-1", Status::Failed)];
    let marks = marks.map(|(id, status)| StepMark { id: id.into(), status }).to_vec();
    let row = Row::of_marks(hostile, &LESSON.id, "2026-05-20T12:00:00Z".parse().unwrap(), marks, Some(reason));
    Row { account: Some(hostile.into()), region: Some(hostile.into()), ..row }
}
