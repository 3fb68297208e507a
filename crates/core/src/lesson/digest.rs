//! What a pack asks for, in a few letters: its values and its checks, without the texts around them. Two packs of one id
//! that ask for different things have different digests.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use toml::de::{DeTable, DeValue};

/// The bytes of a digest that are kept.
const BYTES: usize = 8;
/// Values may speak of values; deeper than this they go in circles.
const DEEPEST: usize = 8;
/// What of a step, and of a check in it, is asked of an account or of a learner.
const OF_STEP: [&str; 3] = ["id", "checks", "exercise"];
const OF_CHECK: [&str; 3] = ["id", "required", "kind"];

/// The digest of a manifest as its author wrote it: a learner's own values change nothing in it.
pub fn digest(manifest: &DeTable<'_>) -> String {
    let mut hash = Sha256::new();
    for (name, value) in manifest {
        match (name.get_ref().as_ref(), value.get_ref()) {
            ("values", values) => add(&mut hash, values),
            ("steps", DeValue::Array(steps)) => steps.iter().for_each(|step| add_step(&mut hash, step.get_ref())),
            _ => {}
        }
    }
    shortened(hash)
}

/// What each check asks for, by `step/check`: its kind as its author wrote it, with the pack's own values that it speaks of.
pub fn of_checks(manifest: &DeTable<'_>) -> BTreeMap<String, String> {
    let values = member(manifest, "values").and_then(DeValue::as_table);
    let mut digests = BTreeMap::new();
    for step in list(manifest, "steps") {
        for check in list(step, "checks") {
            let (Some(step), Some(id)) = (text(step, "id"), text(check, "id")) else { continue };
            let Some(kind) = member(check, "kind") else { continue };
            let mut hash = Sha256::new();
            add(&mut hash, kind);
            add_values(&mut hash, kind, values, DEEPEST);
            digests.insert(format!("{step}/{id}"), shortened(hash));
        }
    }
    digests
}

/// The values that strings speak of, and those that these speak of.
fn add_values(hash: &mut Sha256, value: &DeValue<'_>, values: Option<&DeTable<'_>>, depth: usize) {
    match value {
        DeValue::String(text) if depth > 0 => {
            for name in text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(name, _)| name.trim()) {
                if let Some(value) = values.and_then(|values| member(values, name)) {
                    add(hash, value);
                    add_values(hash, value, values, depth - 1);
                }
            }
        }
        DeValue::Array(items) => items.iter().for_each(|item| add_values(hash, item.get_ref(), values, depth)),
        DeValue::Table(fields) => fields.iter().for_each(|(_, field)| add_values(hash, field.get_ref(), values, depth)),
        _ => {}
    }
}

fn member<'a>(table: &'a DeTable<'a>, name: &str) -> Option<&'a DeValue<'a>> {
    table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value.get_ref())
}

fn text<'a>(table: &'a DeTable<'a>, name: &str) -> Option<&'a str> {
    member(table, name)?.as_str()
}

fn list<'a>(table: &'a DeTable<'a>, name: &str) -> impl Iterator<Item = &'a DeTable<'a>> {
    let items = member(table, name).and_then(DeValue::as_array);
    items.into_iter().flatten().filter_map(|item| item.get_ref().as_table())
}

fn shortened(hash: Sha256) -> String {
    hash.finalize().iter().take(BYTES).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

fn add_step(hash: &mut Sha256, step: &DeValue<'_>) {
    let DeValue::Table(step) = step else { return };
    for (name, value) in fields(step, OF_STEP) {
        mark(hash, 's', name);
        match value {
            DeValue::Array(checks) if name == "checks" => {
                checks.iter().for_each(|check| add_check(hash, check.get_ref()));
            }
            value => add(hash, value),
        }
    }
}

fn add_check(hash: &mut Sha256, check: &DeValue<'_>) {
    let DeValue::Table(check) = check else { return };
    for (name, value) in fields(check, OF_CHECK) {
        mark(hash, 'c', name);
        add(hash, value);
    }
}

fn fields<'a>(
    table: &'a DeTable<'a>,
    names: [&'static str; 3],
) -> impl Iterator<Item = (&'static str, &'a DeValue<'a>)> {
    names.into_iter().filter_map(|name| {
        table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| (name, value.get_ref()))
    })
}

/// Kind and length before each text, so that nothing runs into its neighbour.
fn mark(hash: &mut Sha256, kind: char, text: &str) {
    hash.update(format!("{kind}{}:{text}", text.len()));
}

fn add(hash: &mut Sha256, value: &DeValue<'_>) {
    match value {
        DeValue::String(text) => mark(hash, '"', text),
        DeValue::Integer(number) => mark(hash, 'i', number.as_str()),
        DeValue::Float(number) => mark(hash, 'f', number.as_str()),
        DeValue::Boolean(is_set) => mark(hash, 'b', if *is_set { "1" } else { "0" }),
        DeValue::Datetime(at) => mark(hash, 'd', &at.to_string()),
        DeValue::Array(items) => {
            mark(hash, '[', "");
            items.iter().for_each(|item| add(hash, item.get_ref()));
            mark(hash, ']', "");
        }
        DeValue::Table(fields) => {
            mark(hash, '{', "");
            for (name, field) in fields {
                mark(hash, 'k', name.get_ref());
                add(hash, field.get_ref());
            }
            mark(hash, '}', "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACK: &str = "id = \"l\"\n[values]\nmax = 4\n[[steps]]\nid = \"1\"\ntitle = \"t\"\n[[steps.checks]]\nid = \"a\"\nkind.vpc = { vpc = \"{{max}}\" }\n";

    fn of(source: &str) -> String {
        digest(DeTable::parse(source).unwrap().get_ref())
    }

    #[test]
    fn a_check_is_another_where_its_kind_or_a_value_in_it_is() {
        let of = |source: &str| of_checks(DeTable::parse(source).unwrap().get_ref());
        let own = of(PACK);
        assert_eq!(own.keys().collect::<Vec<_>>(), ["1/a"]);
        assert_ne!(of(&PACK.replace("max = 4", "max = 5")), own);
        assert_ne!(of(&PACK.replace("kind.vpc", "kind.other")), own);
        assert_eq!(of(&PACK.replace("max = 4", "max = 4\nother = 1")), own);
        assert_eq!(of(&PACK.replace("title = \"t\"", "title = \"another\"")), own);
    }

    #[test]
    fn what_is_asked_for_is_in_it_and_the_texts_around_it_are_not() {
        let own = of(PACK);
        assert_eq!(own.len(), 2 * BYTES);
        for other in ["max = 9", "vpc = \"other\"", "id = \"b\"", "kind.subnet = { subnet"] {
            let old = match other.split_at(3).0 {
                "max" => "max = 4",
                "vpc" => "vpc = \"{{max}}\"",
                "id " => "id = \"a\"",
                _ => "kind.vpc = { vpc",
            };
            assert!(PACK.contains(old));
            assert_ne!(of(&PACK.replace(old, other)), own, "{other}");
        }
        assert_ne!(of(&PACK.replace("id = \"a\"", "id = \"a\"\nrequired = false")), own);
        assert_eq!(of(&PACK.replace("title = \"t\"", "title = \"another\"")), own);
        assert_eq!(of(&PACK.replace("id = \"a\"", "why = \"w\"\nid = \"a\"")), own);
    }
}
