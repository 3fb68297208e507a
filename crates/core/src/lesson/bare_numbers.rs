//! No number of the lesson's values, and none that follows from one, stands bare in a text, and no page writes a name out that is a
//! value: a learner's own, or one edit of the data file, would leave it behind.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::{Pack, Values, load};
use crate::i18n::Language;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

/// What makes a number the one that is meant, where a number alone says nothing.
struct Bare {
    number: String,
    /// Words of which one follows it.
    units: &'static [&'static str],
    /// Words of which one stands before it. Where it has neither, the number alone tells.
    before: &'static [&'static str],
}

fn bare(values: &Values) -> Vec<Bare> {
    let value = |name: &str| values.get(name).unwrap_or_else(|| panic!("{name} is a value")).to_owned();
    let target: f64 = value("target_value").parse().unwrap();
    let alone = |number: String| Bare { number, units: &[], before: &[] };
    let counted = |number, units| Bare { number, units, before: &[] };
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
        counted(value("load_per_minute"), requests),
        counted(value("load_minutes"), &["分", "minutes", "min"]),
        counted(value("max"), instances),
        Bare { number: value("max"), units: &[], before: &["最大", "max ", "Max ", "maximum of ", "at most "] },
        Bare {
            number: value("port"),
            units: &["番"],
            before: &["ポート ", "ポート", "port ", "Port ", "TCP ", "HTTP:"],
        },
    ]
}

/// The lines of `text` in which `bare` stands by itself: not as a part of another number, a name or a price.
fn found<'a>(text: &'a str, bare: &Bare) -> Vec<&'a str> {
    let stands = |line: &&str| {
        line.match_indices(&bare.number).any(|(at, number)| {
            let before = line[..at].chars().next_back();
            let after = &line[at + number.len()..];
            let glued = |character: char| character.is_ascii_alphanumeric() || "-$./".contains(character);
            let follows = bare.before.iter().any(|word| line[..at].ends_with(word));
            let mut next = after.chars();
            let goes_on = match next.next() {
                Some('.' | ',') => next.next().is_some_and(|character| character.is_ascii_digit()),
                Some(character) => character.is_ascii_alphanumeric() || character == '-',
                None => false,
            };
            let unit = after.trim_start();
            let is_counted = bare.units.iter().any(|word| unit.starts_with(word));
            let is_meant = follows || is_counted || bare.units.is_empty() && bare.before.is_empty();
            !before.is_some_and(glued) && !goes_on && is_meant
        })
    };
    text.lines().filter(stands).collect()
}

#[test]
fn a_number_is_told_from_a_part_of_another() {
    let alone = Bare { number: "25".into(), units: &[], before: &[] };
    let lines = "about 25 requests\n1分に25件\n250\n$0.25\n25.5\n4-25\nt25\nby 25.";
    assert_eq!(found(lines, &alone), ["about 25 requests", "1分に25件", "by 25."]);
    let minutes = Bare { number: "8".into(), units: &["分", "minutes"], before: &[] };
    assert_eq!(found("約8分\n8 minutes\n8 GB\n8つ\n18分", &minutes), ["約8分", "8 minutes"]);
    let port = Bare { number: "80".into(), units: &[], before: &["port "] };
    assert_eq!(found("port 80\n80 %\nport 8080\nport 80,", &port), ["port 80", "port 80,"]);
}

/// Names as well: a page writes none out that is a value.
#[test]
fn no_page_of_the_lesson_writes_a_name_out_that_is_a_value() {
    const SHORTEST: usize = 6;
    let values = load(&Pack::Embedded, &BTreeMap::new()).unwrap().values;
    // Stands in the script as it is until the learner enters theirs.
    let is_meant = |(name, value): &(&str, &str)| *name != "secret_arn" && *name != "prefix" && value.len() >= SHORTEST;
    let names: Vec<_> = values
        .iter()
        .filter(is_meant)
        .map(|(_, value)| Bare { number: value.into(), units: &[], before: &[] })
        .collect();
    let mut faults = Vec::new();
    for folder in ["ja", "en", "exercises"] {
        for name in Pack::Embedded.list(folder) {
            let text = Pack::Embedded.read(&format!("{folder}/{name}")).unwrap();
            // AWS's own list of types, of which the lesson's happens to be one.
            let text: Vec<_> =
                text.lines().filter(|line| !line.contains("t3.micro, t3") && !line.contains("t3.micro、t3")).collect();
            let text = text.join("\n");
            for value in &names {
                faults.extend(
                    found(&text, value).into_iter().map(|line| format!("{folder}/{name}: {}: {line}", value.number)),
                );
            }
        }
    }
    assert!(names.len() > 15, "{}", names.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
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
