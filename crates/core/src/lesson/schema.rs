//! The schema that editors use (`lessons/schema.json`) and the reader of packs must agree. The reader names what it knows
//! when it meets what it doesn't, so the two are compared by that.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::manifest::Manifest;
use crate::verify::Check;

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../../lessons/schema.json")).unwrap()
}

/// What a reference leads to.
fn followed<'a>(schema: &'a Value, part: &'a Value) -> &'a Value {
    match part["$ref"].as_str() {
        Some(reference) => &schema["definitions"][reference.rsplit('/').next().unwrap()],
        None => part,
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    let toml = toml::Value::try_from(value).unwrap();
    toml.try_into().map_err(|error| error.message().to_owned())
}

/// The names that the reader says it had expected.
fn names_known_to_the_reader<T: DeserializeOwned>(value: &Value) -> BTreeSet<String> {
    let message = read::<T>(value).err().expect("an unknown name is refused");
    let (_, expected) = message.split_once(", ").unwrap_or_else(|| panic!("{message}"));
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn properties(part: &Value) -> BTreeSet<String> {
    part["properties"].as_object().unwrap().keys().cloned().collect()
}

/// Something of the kind that a part of the schema describes, with nothing left out.
fn sample(schema: &Value, part: &Value) -> Value {
    // Kinds are made of kinds; one without parameters ends it.
    if part["$ref"] == "#/definitions/kind" {
        return json!({ "identity": {} });
    }
    let part = followed(schema, part);
    if let Some(choice) = part["oneOf"].as_array().or(part["enum"].as_array()) {
        let last = choice.last().unwrap();
        return if part["enum"].is_array() { last.clone() } else { sample(schema, last) };
    }
    let kind = part["type"].as_str().or_else(|| part["type"][0].as_str()).unwrap();
    match kind {
        "string" => part["examples"].get(0).cloned().unwrap_or_else(|| json!("text")),
        "integer" => json!(1),
        "boolean" => json!(true),
        "number" => json!(0.5),
        "array" => json!([sample(schema, &part["items"])]),
        "object" => {
            let fields = part["properties"].as_object().unwrap().iter();
            Value::Object(fields.map(|(name, field)| (name.clone(), sample(schema, field))).collect::<Map<_, _>>())
        }
        other => panic!("{other}"),
    }
}

#[test]
fn the_fields_of_a_lesson_a_step_and_a_check_are_those_of_the_reader() {
    let schema = schema();
    assert_eq!(properties(&schema), names_known_to_the_reader::<Manifest>(&json!({ "zzz": 1 })));
    let step =
        json!({ "format": 1, "id": "", "version": "", "title": { "ja": "", "en": "" }, "steps": [{ "zzz": 1 }] });
    assert_eq!(properties(&schema["definitions"]["step"]), names_known_to_the_reader::<Manifest>(&step));
    assert_eq!(properties(&schema["definitions"]["check"]), names_known_to_the_reader::<Check>(&json!({ "zzz": 1 })));
}

#[test]
fn the_kinds_of_checks_and_their_parameters_are_those_of_the_reader() {
    let schema = schema();
    let kinds = &schema["definitions"]["kind"];
    let unknown = json!({ "id": "", "kind": { "zzz": {} } });
    assert_eq!(properties(kinds), names_known_to_the_reader::<Check>(&unknown));
    for (name, kind) in kinds["properties"].as_object().unwrap() {
        let unknown = json!({ "id": "", "kind": { name: { "zzz": 1 } } });
        assert_eq!(properties(kind), names_known_to_the_reader::<Check>(&unknown), "{name}");
    }
}

#[test]
fn the_reader_takes_what_the_schema_describes_and_misses_exactly_what_it_requires() {
    let schema = schema();
    for (name, kind) in schema["definitions"]["kind"]["properties"].as_object().unwrap() {
        let whole = sample(&schema, kind);
        let read_kind = |parameters: &Value| read::<Check>(&json!({ "id": "", "kind": { name: parameters } }));
        read_kind(&whole).unwrap_or_else(|message| panic!("{name}: {message}"));
        for field in properties(kind) {
            let mut without = whole.clone();
            without.as_object_mut().unwrap().remove(&field);
            let is_required = kind["required"].as_array().is_some_and(|all| all.contains(&json!(field)));
            assert_eq!(read_kind(&without).is_err(), is_required, "{name}.{field}");
        }
    }
}

/// Whether `value` is what a part of the schema allows, as far as names of fields go.
fn refused(schema: &Value, part: &Value, value: &Value, place: &str) -> Vec<String> {
    let part = followed(schema, part);
    match value {
        Value::Array(items) => items.iter().flat_map(|item| refused(schema, &part["items"], item, place)).collect(),
        Value::Object(fields) if part["properties"].is_object() => {
            let inside = fields.iter().flat_map(|(name, value)| {
                let place = format!("{place}.{name}");
                match part["properties"].get(name) {
                    Some(field) => refused(schema, field, value, &place),
                    None => vec![place],
                }
            });
            inside.collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn the_schema_knows_every_field_of_our_own_packs() {
    let schema = schema();
    let packs = [
        include_str!("../../../../lessons/step4/lesson.toml"),
        include_str!("../../../../examples/lessons/step0/lesson.toml"),
        include_str!("../../../../examples/lessons/https/lesson.toml"),
        include_str!("../../../../examples/lessons/internal-alb/lesson.toml"),
    ];
    for pack in packs {
        let manifest: Value = serde_json::to_value(toml::from_str::<toml::Value>(pack).unwrap()).unwrap();
        assert_eq!(refused(&schema, &schema, &manifest, ""), Vec::<String>::new());
    }
}
