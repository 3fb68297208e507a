//! Pages of all kinds of accounts: what stands in them, what doesn't, and that no change to them goes unseen.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test reports by panicking")]

mod mutations;
mod page;
mod privacy;
mod verifying;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::Timestamp;

use super::{Evidence, EvidenceError, Examination, Material, Numbers, gather, verify, write};
use crate::account::Snapshot;
use crate::demo::SimulatedAccount;
use crate::i18n::Language;
use crate::lesson::{Lesson, Pack, load};
use crate::progress::Progress;

pub static LESSON: LazyLock<Lesson> = LazyLock::new(|| load(&Pack::Embedded, &BTreeMap::new()).unwrap());

const FINISHED: &str = include_str!("../../../tests/scenarios/base/finished.json");

/// An account of AWS in which everything is done.
pub fn finished() -> Snapshot {
    serde_json::from_str(FINISHED).unwrap()
}

pub fn now() -> Timestamp {
    "2026-05-20T12:00:00Z".parse().unwrap()
}

/// A simulated account at the start of the lesson.
pub fn begun() -> Snapshot {
    SimulatedAccount::new(&LESSON, now()).snapshot(now())
}

pub fn material(snapshot: Snapshot) -> Material<'static> {
    Material {
        lesson: &LESSON,
        record: record(),
        snapshot,
        values: BTreeMap::new(),
        language: Language::Ja,
        utc_offset: 9 * 60 * 60,
        now: now(),
        simulated: false,
        numbers: Numbers::Whole,
    }
}

/// A learner who confirmed something, answered something and noted something.
fn record() -> Progress {
    let mut record = Progress::new("418602573914", "step4");
    record.attest("practice", "order", true, now());
    record.answer("why", "automatic", "夜は1台、特売の日は4台。\nIt follows the load.", now());
    record.take_note("1-1", "my private note", now());
    record.enter("secret_arn", "arn:aws:secretsmanager:us-east-1:418602573914:secret:shop-AbCdEf", now());
    record
}

pub fn evidence_of(snapshot: Snapshot) -> Evidence {
    gather(material(snapshot)).unwrap()
}

pub fn page_of(snapshot: Snapshot) -> String {
    write(&LESSON, &evidence_of(snapshot)).unwrap()
}

pub fn examined(page: &str) -> Result<Examination, EvidenceError> {
    verify(&Pack::Embedded, &LESSON, page.as_bytes())
}

pub fn seen_mut<T>(area: &mut crate::account::Area<Vec<T>>) -> &mut [T] {
    match area {
        crate::account::Area::Seen(items) => items,
        _ => &mut [],
    }
}
