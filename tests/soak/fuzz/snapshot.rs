//! A damaged account: it is refused, or judged, explained, drawn and said, with nothing in it that acts on a terminal.

use std::sync::LazyLock;

use ec_site_tutor::account::Snapshot;
use ec_site_tutor::account::demo::World;
use ec_site_tutor::i18n::{Language, Localizer};
use ec_site_tutor::map::{Wiring, sentences, svg};
use ec_site_tutor::report::{Report, plain};
use ec_site_tutor::{cleanup, cost};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::super::random::Random;
use super::LESSON;
use super::damage::damaged;

const WORDS: &[&[u8]] =
    &[b"null", b"{}", b"[]", b"\"\"", b"\"seen\":", b"\"denied\"", b"\"not_asked\"", b"true", b"-0.0", b",", b":"];

static SOUND: LazyLock<Value> = LazyLock::new(|| {
    let now = Timestamp::UNIX_EPOCH;
    serde_json::to_value(World::finished(&LESSON, now).snapshot(now)).expect("JSON")
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

/// Changes something at a random place below `value`.
fn change(value: &mut Value, random: &mut Random) {
    let stops = random.below(6) == 0;
    match value {
        Value::Object(members) if !stops && !members.is_empty() => {
            let at = random.below(members.len());
            let member = members.values_mut().nth(at).expect("a member");
            change(member, random);
        }
        Value::Array(items) if !items.is_empty() => {
            let at = random.below(items.len());
            match random.below(6) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => items.reverse(),
                _ => change(&mut items[at], random),
            }
        }
        leaf => *leaf = other_than(leaf, random),
    }
}

fn other_than(value: &Value, random: &mut Random) -> Value {
    match value {
        Value::String(text) => strange_text(text, random),
        Value::Number(_) => {
            [json!(0), json!(-1), json!(1), json!(65_536), json!(i64::MAX), json!(1e308)][random.below(6)].clone()
        }
        Value::Bool(holds) => json!(!holds),
        Value::Null => json!("something"),
        _ => [json!(null), json!([]), json!({}), json!("not_asked"), json!({ "seen": [] }), json!({ "seen": null })]
            [random.below(6)]
        .clone(),
    }
}

fn strange_text(text: &str, random: &mut Random) -> Value {
    let hostile = [
        "",
        " ",
        "\u{1b}]0;x\u{7}",
        "\u{202e}abc",
        "<script>alert(1)</script>",
        "a\nb\r\nc",
        "-",
        "=1+1",
        "\u{200b}",
        "あいう",
        "::::::",
        "0.0.0.0/0",
    ];
    match random.below(5) {
        0 => json!(format!("{text}{}", random.one_of(&hostile))),
        1 => json!("x".repeat(random.below(100_000))),
        2 => json!(text.chars().rev().collect::<String>()),
        3 => json!(text.chars().skip(1).collect::<String>()),
        _ => json!(random.one_of(&hostile)),
    }
}

pub fn take(input: &[u8]) -> bool {
    let Ok(snapshot) = serde_json::from_slice::<Snapshot>(input) else { return false };
    let now = snapshot.taken_at;
    let report = Report::assess(&LESSON, &snapshot, now);
    let estimate = cost::estimate(&LESSON, &snapshot, now);
    let plan = cleanup::plan(&LESSON, &snapshot, None, now);
    for language in Language::ALL {
        let localizer = Localizer::new(language);
        assert_harmless(&plain(&report, &[], &localizer, &TimeZone::UTC));
        assert_harmless(&cost::plain(&estimate, &localizer));
        assert_harmless(&cleanup::plain(&plan, &localizer));
        if let Some(wiring) = Wiring::of(&LESSON, &snapshot, &report) {
            assert_harmless(&sentences(&wiring, &localizer, &TimeZone::UTC).join("\n"));
            let picture = svg(&wiring, &localizer, &TimeZone::UTC);
            assert_harmless(&picture);
            assert!(!picture.contains("<script"), "markup in the picture");
        }
    }
    true
}

fn assert_harmless(text: &str) {
    let acts = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(acts), "{:?}", text.find(acts).map(|at| text[at..].chars().take(40).collect::<String>()));
}
