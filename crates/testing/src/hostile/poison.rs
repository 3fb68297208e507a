//! Puts something into every string of a value, whatever its type: a field that is new is tried without being thought of.

use std::collections::BTreeMap;

use serde_json::Value;

/// Calls `change` for every string below `value` with its place, in which items of a list have no number.
pub fn walk(value: &mut Value, place: &str, change: &mut impl FnMut(&str, &mut String)) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                walk(member, &format!("{place}/{name}"), change);
            }
        }
        Value::Array(items) => {
            for item in items {
                walk(item, &format!("{place}/*"), change);
            }
        }
        Value::String(text) => change(place, text),
        _ => {}
    }
}

/// The places of strings in `values` that may hold any text, in an order: changing all that stand there leaves what
/// `is_sound` takes.
pub fn free_places(values: &[Value], is_sound: impl Fn(&Value) -> bool) -> Vec<String> {
    let mut first: BTreeMap<String, &Value> = BTreeMap::new();
    for value in values {
        walk(&mut value.clone(), "", &mut |place, _| {
            first.entry(place.to_owned()).or_insert(value);
        });
    }
    let is_free = |(place, value): &(String, &Value)| {
        let mut changed = (*value).clone();
        walk(&mut changed, "", &mut |at, text| {
            if at == place {
                text.push_str(" ?\u{1b}");
            }
        });
        is_sound(&changed)
    };
    first.into_iter().filter(is_free).map(|(place, _)| place).collect()
}
