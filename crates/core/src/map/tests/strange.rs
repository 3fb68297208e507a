//! Whatever an account holds, it is drawn, and within the width.

use jiff::tz::TimeZone;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::accounts::{all, grown, speaker, wiring};
use crate::account::Snapshot;
use crate::i18n::Language;
use crate::map::{Mark, draw, svg};
use crate::text::width;

fn fits(account: &Value, cells: usize) {
    let wiring = wiring(account);
    for language in Language::ALL {
        for row in draw(&wiring, speaker(language), &TimeZone::UTC, cells) {
            let line: String = row.iter().map(|(text, _)| text.as_str()).collect();
            assert!(width(&line) <= cells, "{cells}: {line:?}");
        }
    }
}

#[test]
fn no_line_is_wider_than_asked() {
    for (_, account) in all() {
        for cells in (1..60).step_by(3).chain((60..=200).step_by(7)) {
            fits(&account, cells);
        }
    }
}

#[test]
fn forty_instances_are_all_there() {
    let wiring = wiring(&grown(40));
    let drawn = draw(&wiring, speaker(Language::En), &TimeZone::UTC, 80);
    let lines: Vec<String> = drawn.iter().map(|row| row.iter().map(|(text, _)| text.as_str()).collect()).collect();
    assert_eq!(lines.concat().matches("i-0a59").count(), 40);
}

/// An area that can't be seen, or a thing in it that isn't there, must not look like the other.
#[test]
fn what_was_not_read_is_never_drawn_as_absent() {
    for (area, part) in [("load_balancers", "balancer"), ("target_groups", "targets"), ("auto_scaling_groups", "group")]
    {
        let mut account = grown(2);
        account[area] = json!({ "denied": { "action": "x:Y", "message": "no" } });
        let unseen = wiring(&account);
        account[area] = json!({ "seen": [] });
        let absent = wiring(&account);
        let mark = |wiring: &crate::map::Wiring| match part {
            "balancer" => wiring.balancer.mark,
            "targets" => wiring.target_group.mark,
            _ => wiring.group.mark,
        };
        assert_eq!((mark(&unseen), mark(&absent)), (Mark::Unseen, Mark::Absent), "{area}");
        assert!(!unseen.unseen.is_empty() && absent.unseen.is_empty(), "{area}");
    }
}

/// The account with another text somewhere.
fn with_text(account: &Value, at: Index, text: &str) -> Value {
    let mut changed = account.clone();
    let mut found = Vec::new();
    places(&mut changed, &mut found);
    let index = at.index(found.len());
    *found[index] = text.into();
    changed
}

/// Strings with a form of their own, such as instants, can't be just anything.
fn is_snapshot(account: &Value) -> bool {
    serde_json::from_value::<Snapshot>(account.clone()).is_ok()
}

/// Every string within `value`.
fn places<'a>(value: &'a mut Value, found: &mut Vec<&'a mut Value>) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|field| places(field, found)),
        Value::Array(items) => items.iter_mut().for_each(|item| places(item, found)),
        Value::String(_) => found.push(value),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_account_is_drawn(
        which in any::<Index>(), at in any::<Index>(), gone in any::<Index>(),
        text in "\\PC{0,30}|[a-z<&\"\u{1b}]{0,9}", cells in 1_usize..=200,
    ) {
        let accounts = all();
        let mut account = accounts[which.index(accounts.len())].1.clone();
        let changed = with_text(&account, at, &text);
        if is_snapshot(&changed) {
            account = changed;
        }
        let lists: Vec<&mut Vec<Value>> = account
            .as_object_mut()
            .unwrap()
            .values_mut()
            .filter_map(|area| area.get_mut("seen")?.as_array_mut())
            .collect();
        if !lists.is_empty() {
            let index = gone.index(lists.len());
            lists.into_iter().nth(index).unwrap().pop();
        }
        fits(&account, cells);
        let xml = svg(&wiring(&account), speaker(Language::Ja), &TimeZone::UTC);
        prop_assert!(xmlparser::Tokenizer::from(xml.as_str()).all(|token| token.is_ok()));
    }
}
