//! Ways to change a JSON document so that it stays one.

use ec_site_tutor_testing::hostile::texts;
use serde_json::{Value, json};

use super::super::random::Random;

/// Changes something at a random place below `value`.
pub fn change(value: &mut Value, random: &mut Random) {
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
    match random.below(5) {
        0 => json!(format!("{text}{}", random.one_of(texts()))),
        1 => json!("x".repeat(random.below(100_000))),
        2 => json!(text.chars().rev().collect::<String>()),
        3 => json!(text.chars().skip(1).collect::<String>()),
        _ => json!(random.one_of(texts())),
    }
}
