//! A damaged roster, as TOML or CSV: refused with its place, or read, with every learner shown, faults and all.

use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

use ec_site_tutor::class::{EXAMPLE, Format, Reason, Roster, RosterEntry, Row, Speakers};
use ec_site_tutor_core::demo::SimulatedAccount;
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::report::Report;
use ec_site_tutor_testing::hostile::{assert_text, texts};
use jiff::Timestamp;

use super::super::random::Random;
use super::damage::damaged;
use super::{LESSON, class};

const NAMES: &[&str] = &["name", "id", "profile", "role_arn", "external_id", "evidence", "region", "account"];
const VALUES: &[&str] = &[
    "山田 太郎",
    "s001",
    "arn:aws:iam::111122223333:role/EcSiteTutorClass",
    "arn:aws:iam::1:role/x",
    "111122223333",
    "us-east-1",
    "handed-in/s003",
    "a,b",
    "say \"x\"",
    "it's",
    "\\",
    "'''",
    "\"\"\"",
];
const WORDS: &[&[u8]] = &[
    b"[[learner]]\n",
    b"[learner]\n",
    b"name = ",
    b"role_arn",
    b"evidence",
    b"id = 7\n",
    b"# ",
    b"\"\"",
    b",",
    b",,,,,,,,,,",
    b";",
    b"\"\n\"",
    b"name,id,profile\n",
];
/// More learners than the largest class has.
const MANY: usize = 3_000;
const TOML: u8 = b't';
const CSV: u8 = b'c';

static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let now = Timestamp::UNIX_EPOCH;
    Report::assess(&LESSON, &SimulatedAccount::finished(&LESSON, now).snapshot(now), now)
});

/// The format, and the bytes of a file.
pub fn make(random: &mut Random) -> Vec<u8> {
    let format = if random.below(2) == 0 { TOML } else { CSV };
    let learners = match random.below(200) {
        0 => MANY,
        many => many % 12,
    };
    let text = match format {
        TOML if random.below(4) == 0 => EXAMPLE.to_owned(),
        TOML => toml(learners, random),
        _ => csv(learners, random),
    };
    let text = if random.below(2) == 0 { damaged(text.as_bytes(), WORDS, random) } else { text.into_bytes() };
    [&[format], encoded(text, random).as_slice()].concat()
}

fn value<'a>(random: &mut Random) -> &'a str {
    let values = if random.below(3) == 0 { texts() } else { VALUES };
    random.one_of(values)
}

fn toml(learners: usize, random: &mut Random) -> String {
    let mut text = if random.below(2) == 0 { "external_id = \"x-1\"\n".to_owned() } else { String::new() };
    for number in 0..learners {
        text += "[[learner]]\n";
        for (name, value) in fields(number, random) {
            text.extend([name, " = ", &toml::Value::from(value).to_string(), "\n"]);
        }
    }
    text
}

fn csv(learners: usize, random: &mut Random) -> String {
    let end = if random.below(2) == 0 { "\r\n" } else { "\n" };
    let mut text = NAMES.join(",") + end;
    for number in 0..learners {
        let fields = fields(number, random);
        let cell = |name: &&str| {
            let value = fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value);
            format!("\"{}\"", value.replace('"', "\"\""))
        };
        text += &(NAMES.iter().map(cell).collect::<Vec<_>>().join(",") + end);
    }
    text
}

/// What is told of a learner: mostly a name and one way, of which any may be strange, missing or there twice.
fn fields(number: usize, random: &mut Random) -> Vec<(&'static str, String)> {
    let mut fields = vec![("name", format!("learner {number}")), ("profile", "class".to_owned())];
    for _ in 0..random.below(4) {
        let name = NAMES[random.below(NAMES.len())];
        let long = if random.below(50) == 0 { "長".repeat(random.below(5_000)) } else { String::new() };
        let value = value(random).to_owned() + &long;
        match fields.iter_mut().find(|(known, _)| *known == name) {
            Some(field) => field.1 = value,
            None => fields.push((name, value)),
        }
    }
    fields
}

/// As editors and spreadsheets save it.
fn encoded(text: Vec<u8>, random: &mut Random) -> Vec<u8> {
    let utf16 = |text: &[u8], to_bytes: fn(u16) -> [u8; 2]| {
        let text = format!("\u{feff}{}", String::from_utf8_lossy(text));
        text.encode_utf16().flat_map(to_bytes).collect()
    };
    match random.below(16) {
        0 => [b"\xef\xbb\xbf", text.as_slice()].concat(),
        1 => utf16(&text, u16::to_le_bytes),
        2 => utf16(&text, u16::to_be_bytes),
        _ => text,
    }
}

pub fn take(input: &[u8]) -> bool {
    let (format, file) = match input.split_first() {
        Some((&TOML, rest)) => (Format::Toml, rest),
        Some((_, rest)) => (Format::Csv, rest),
        None => return false,
    };
    // The command says so and ends.
    let Ok(source) = std::str::from_utf8(file) else { return false };
    match Roster::parse("class", Path::new("/class"), source, format) {
        Ok(roster) => {
            let speakers = Speakers::default();
            let rows: Vec<Row> = roster.entries.iter().map(|entry| row(entry, &speakers)).collect();
            assert_every_learner_is_told_apart(&rows);
            class::show(rows);
            true
        }
        Err(error) => {
            for language in Language::ALL {
                assert_text("roster", &Localizer::new(language).say(&error.text()));
            }
            false
        }
    }
}

/// Two of the same id stay two: outputs and history keep rows by their keys, and each has one of its own.
fn assert_every_learner_is_told_apart(rows: &[Row]) {
    let keys: HashSet<String> = rows.iter().map(Row::key).collect();
    assert_eq!(keys.len(), rows.len());
}

/// As if every account that the roster has a way to had everything done.
fn row(entry: &RosterEntry, speakers: &Speakers) -> Row {
    match &entry.way {
        Ok(_) => Row::of_report(entry, &REPORT, speakers),
        Err(fault) => {
            let reason = Reason::new(Some("roster"), fault, speakers);
            Row::unread(entry, &LESSON.id, Timestamp::now(), reason)
        }
    }
}
