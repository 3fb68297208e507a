//! No number of the lesson's values, and none that follows from one, stands bare in a text: a learner's own value, or one edit
//! of the data file, would leave it behind.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::{Pack, Values, load};
use crate::i18n::Language;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

/// What makes a number the one that is meant, where a number alone says nothing.
struct Bare {
    number: String,
    /// Words of which one follows it; empty where the number alone tells.
    units: &'static [&'static str],
}

fn bare(values: &Values) -> Vec<Bare> {
    let value = |name: &str| values.get(name).unwrap_or_else(|| panic!("{name} is a value")).to_owned();
    let target: f64 = value("target_value").parse().unwrap();
    let alone = |number: String| Bare { number, units: &[] };
    let requests: &[&str] = &["件", "リクエスト", "requests"];
    let instances: &[&str] = &["台", "instances"];
    vec![
        alone(value("target_value")),
        alone(value("load_count")),
        alone(value("load_interval")),
        alone(value("load_seconds")),
        // Thresholds that AWS was once thought, or seen, to choose.
        alone((target * 0.9).to_string()),
        alone((target * 0.7).to_string()),
        Bare { number: value("load_per_minute"), units: requests },
        Bare { number: value("load_minutes"), units: &["分", "minutes", "min"] },
        Bare { number: value("max"), units: instances },
        Bare { number: value("port"), units: &["番"] },
    ]
}

/// The lines of `text` in which `bare` stands by itself: not as a part of another number, a name or a price.
fn found<'a>(text: &'a str, bare: &Bare) -> Vec<&'a str> {
    let stands = |line: &&str| {
        line.match_indices(&bare.number).any(|(at, number)| {
            let before = line[..at].chars().next_back();
            let after = &line[at + number.len()..];
            let glued = |character: char| character.is_ascii_alphanumeric() || "-$./".contains(character);
            let mut next = after.chars();
            let goes_on = match next.next() {
                Some('.' | ',') => next.next().is_some_and(|character| character.is_ascii_digit()),
                Some(character) => character.is_ascii_alphanumeric() || character == '-',
                None => false,
            };
            let unit = after.trim_start();
            let is_meant = bare.units.is_empty() || bare.units.iter().any(|word| unit.starts_with(word));
            !before.is_some_and(glued) && !goes_on && is_meant
        })
    };
    text.lines().filter(stands).collect()
}

#[test]
fn a_number_is_told_from_a_part_of_another() {
    let alone = Bare { number: "25".into(), units: &[] };
    let lines = "about 25 requests\n1分に25件\n250\n$0.25\n25.5\n4-25\nt25\nby 25.";
    assert_eq!(found(lines, &alone), ["about 25 requests", "1分に25件", "by 25."]);
    let minutes = Bare { number: "8".into(), units: &["分", "minutes"] };
    assert_eq!(found("約8分\n8 minutes\n8 GB\n8つ\n18分", &minutes), ["約8分", "8 minutes"]);
}

#[test]
fn no_text_of_the_lesson_says_a_value_by_itself() {
    let values = load(&Pack::Embedded, &BTreeMap::new()).unwrap().values;
    let mut faults = Vec::new();
    let folders = Language::ALL.map(|language| language.tag().to_owned()).into_iter().chain(["exercises".to_owned()]);
    for folder in folders {
        for name in Pack::Embedded.list(&folder) {
            let text = Pack::Embedded.read(&format!("{folder}/{name}")).unwrap();
            for bare in bare(&values) {
                faults.extend(
                    found(&text, &bare).into_iter().map(|line| format!("{folder}/{name}: {}: {line}", bare.number)),
                );
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_text_of_the_interface_says_a_value_by_itself() {
    let values = load(&Pack::Embedded, &BTreeMap::new()).unwrap().values;
    let mut faults = Vec::new();
    for file in LOCALES.dirs().flat_map(Dir::files) {
        let (name, text) = (file.path().display(), file.contents_utf8().unwrap());
        for bare in bare(&values) {
            faults.extend(found(text, &bare).into_iter().map(|line| format!("{name}: {}: {line}", bare.number)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
