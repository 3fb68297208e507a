//! Saved accounts that lack what an older or foreign version never wrote: whatever is missing, nothing breaks, and
//! the demo begins anew with a word.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::{SimulatedAccount, load, save};
use super::{before, faults, is_good, judge, lesson, mistakes, status, step_of};

/// The way to a field, with `*` for every item of a list: what is missing is missing in all of them.
type Path = Vec<String>;

const EVERY: &str = "*";

/// The ways to all fields of `value`.
fn fields(value: &Value, path: &mut Path, found: &mut BTreeSet<Path>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                path.push(name.clone());
                found.insert(path.clone());
                fields(member, path, found);
                path.pop();
            }
        }
        Value::Array(items) => {
            path.push(EVERY.to_owned());
            for item in items {
                fields(item, path, found);
            }
            path.pop();
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Takes the field away, wherever it is.
fn remove(value: &mut Value, path: &[String]) {
    match (path, value) {
        ([name], Value::Object(members)) => {
            members.remove(name);
        }
        ([name, rest @ ..], Value::Object(members)) => {
            members.get_mut(name).into_iter().for_each(|member| remove(member, rest));
        }
        ([_, rest @ ..], Value::Array(items)) => items.iter_mut().for_each(|item| remove(item, rest)),
        _ => {}
    }
}

#[test]
fn what_a_path_names_is_found_and_taken_away_everywhere() {
    let mut value = serde_json::json!({ "a": [{ "b": 1 }, { "b": 2, "c": null }] });
    let mut found = BTreeSet::new();
    fields(&value, &mut Vec::new(), &mut found);
    let said: Vec<String> = found.iter().map(|path| path.join(".")).collect();
    assert_eq!(said, ["a", "a.*.b", "a.*.c"]);
    remove(&mut value, &["a".into(), EVERY.into(), "b".into()]);
    assert_eq!(value, serde_json::json!({ "a": [{}, { "c": null }] }));
}

#[test]
fn an_account_that_lacks_an_optional_field_is_begun_anew_and_breaks_nothing() {
    let lesson = lesson();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let (mut fields_tried, mut tried, mut left) = (BTreeSet::new(), 0_usize, Vec::new());
    for mistake in mistakes() {
        let (mut simulated, now) =
            before(&lesson, if step_of(&lesson, mistake) == "4-7" { "4-5" } else { step_of(&lesson, mistake) });
        simulated.perform(mistake.id, now);
        let now = simulated.settled_at(now);
        simulated.advance(now);
        save(&file, &simulated).unwrap();
        let saved: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        assert_eq!(load(&file).unwrap().unwrap(), simulated);
        let whole = simulated;
        let mut all = BTreeSet::new();
        fields(&saved["simulated"], &mut Vec::new(), &mut all);
        for path in all {
            let mut worn = saved.clone();
            remove(&mut worn["simulated"], &path);
            std::fs::write(&file, worn.to_string()).unwrap();
            let field = path.join(".");
            assert!(load(&file).is_err(), "{} without {field} is taken", mistake.id);
            // Even if it were taken, nothing would break, and nearly everything could be mended.
            let Ok(mut simulated) = serde_json::from_value::<SimulatedAccount>(worn["simulated"].take()) else {
                continue;
            };
            if simulated == whole {
                continue;
            }
            simulated.perform_right(step_of(&lesson, mistake), now);
            let now = simulated.settled_at(now);
            if !is_good(status(&lesson, &simulated, step_of(&lesson, mistake), now)) {
                left.push(format!(
                    "{} without {field}: {}",
                    mistake.id,
                    faults(&judge(&lesson, &simulated, step_of(&lesson, mistake), now))
                ));
            }
            tried += 1;
            fields_tried.insert(field);
        }
    }
    assert!(fields_tried.len() > 40, "{fields_tried:#?}");
    assert!(left.len() * 10 < tried, "{} of {tried} stay:\n{}", left.len(), left.join("\n"));
}
