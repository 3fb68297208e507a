//! A damaged evidence page: whatever was done to it, it holds only where it shows and says what it did before. What
//! doesn't hold tells the instructor nothing of the account.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use ec_site_tutor::class::{Accounts, DemoClass, Reads, RosterEntry, Way};
use ec_site_tutor_core::account::Snapshot;
use ec_site_tutor_core::demo::SimulatedAccount;
use ec_site_tutor_core::evidence::{Conclusion, Evidence, Material, Numbers, gather, read, verify, write};
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::lesson::Pack;
use ec_site_tutor_core::progress::Progress;
use ec_site_tutor_testing::hostile::assert_text;
use jiff::Timestamp;
use serde_json::Value;
use tempfile::TempDir;

use super::super::random::Random;
use super::damage::damaged;
use super::json::change;
use super::{LESSON, class};

const FINISHED: &str = include_str!("../../../crates/core/tests/scenarios/base/finished.json");
const OPEN: &str = "<template id=\"evidence\">";
const CLOSE: &str = "</template>";
const WORDS: &[&[u8]] = &[
    OPEN.as_bytes(),
    CLOSE.as_bytes(),
    b"<!--",
    b"-->",
    b"<script>",
    b"\"passed\"",
    b"\"failed\"",
    b"\"seen\"",
    b"\"format\":1,",
    b"\"simulated\":true,",
    "合格".as_bytes(),
    b"passed",
    b"hidden=\"\"",
    b"null",
    b" ",
];

/// A page, and what it says.
struct Page {
    text: String,
    evidence: Evidence,
}

/// Everything done, hardly anything done, nothing seen.
static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let now = Timestamp::UNIX_EPOCH;
    let finished: Snapshot = serde_json::from_str(FINISHED).expect("a snapshot");
    let begun = SimulatedAccount::new(&LESSON, now).snapshot(now);
    [finished, begun, Snapshot::not_asked(now, None)].into_iter().map(page).collect()
});

static ACCOUNTS: LazyLock<Accounts> =
    LazyLock::new(|| Accounts::demo(Pack::Embedded, Arc::new(LESSON.clone()), DemoClass::default()));

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a temporary folder"));

fn page(snapshot: Snapshot) -> Page {
    let now = snapshot.taken_at;
    let mut record = Progress::new("418602573914", &LESSON.id);
    record.answer("why", "automatic", "夜は1台、特売の日は4台。", now);
    let evidence = gather(Material {
        lesson: &LESSON,
        snapshot,
        record,
        values: BTreeMap::new(),
        language: Language::Ja,
        utc_offset: 9 * 60 * 60,
        now,
        simulated: false,
        numbers: Numbers::Whole,
    });
    let text = write(&LESSON, &evidence.expect("evidence")).expect("a page");
    Page { evidence: read(text.as_bytes()).expect("its own page"), text }
}

/// The number of a page, and what became of that page.
pub fn make(random: &mut Random) -> Vec<u8> {
    let number = random.below(PAGES.len());
    let text = &PAGES[number].text;
    let changed = match random.below(8) {
        // What mail does to a page, and tools to JSON, is no damage.
        0 => text.replace('\n', "\r\n").into_bytes(),
        1 => with_data(text, |data| [b" ", data, b" "].concat()),
        2 | 3 => damaged(text.as_bytes(), WORDS, random),
        4 | 5 => with_data(text, |data| damaged(data, WORDS, random)),
        _ => with_data(text, |data| changed(data, random)),
    };
    [&[u8::try_from(number).expect("a few pages")], changed.as_slice()].concat()
}

fn with_data(page: &str, change: impl FnOnce(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (before, data, after) = parts(page).expect("its own page");
    [before.as_bytes(), &change(data.as_bytes()), after.as_bytes()].concat()
}

fn parts(page: &str) -> Option<(&str, &str, &str)> {
    let start = page.find(OPEN)? + OPEN.len();
    let end = start + page[start..].find(CLOSE)?;
    Some((&page[..start], &page[start..end], &page[end..]))
}

/// The data with some of its parts exchanged, and written as the program would.
fn changed(data: &[u8], random: &mut Random) -> Vec<u8> {
    let mut evidence: Value = serde_json::from_slice(data).expect("its own data");
    for _ in 0..=random.below(3) {
        change(&mut evidence, random);
    }
    let json = evidence.to_string();
    json.replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e").into_bytes()
}

/// Whether the page holds.
pub fn take(input: &[u8]) -> bool {
    let (number, page) = input.split_first().expect("the number of a page");
    let found = verify(&Pack::Embedded, &LESSON, page);
    let is_whole = found.as_ref().is_ok_and(|found| found.outcome() == Conclusion::Consistent);
    if is_whole {
        assert_says_the_same(&PAGES[usize::from(*number)], page);
    }
    if let Err(error) = &found {
        for language in Language::ALL {
            assert_text("evidence", &Localizer::new(language).say(&error.text()));
        }
    }
    let differs = !found.is_ok_and(|found| found.outcome() != Conclusion::Differs);
    give_to_class(page, differs);
    is_whole
}

/// The same data, and the same lines around it.
fn assert_says_the_same(sound: &Page, page: &[u8]) {
    assert_eq!(read(page).expect("it was read"), sound.evidence);
    let text = std::str::from_utf8(page).expect("it was read");
    let around = |text| parts(text).map(|(before, _, after)| (lines(before), lines(after)));
    assert_eq!(around(text), around(&sound.text));
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().collect()
}

fn give_to_class(page: &[u8], differs: bool) {
    let file: PathBuf = FOLDER.path().join("page.html");
    fs::write(&file, page).expect("a temporary file");
    let entry = RosterEntry {
        id: "s001".into(),
        name: "太郎".into(),
        way: Ok(Way::Evidence(file)),
        region: None,
        account: None,
        place: None,
        marks: Vec::new(),
        more: Vec::new(),
        language: None,
        values: BTreeMap::new(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let row = runtime.block_on(ACCOUNTS.read(&entry));
    assert!(!differs || (row.unread.is_some() && row.steps.is_empty()), "{row:?}");
    class::show(vec![row]);
}
