//! What kinds of checks there are, for authors: the JSON Schema that editors use, and the same as a list to read.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::i18n::{Language, Text};
use crate::msg;

/// The JSON Schema of `lesson.toml`.
pub const SCHEMA: &str = include_str!("../../../../lessons/schema.json");
const JAPANESE: &str = include_str!("../../../../lessons/schema.ja.toml");

static READ: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(SCHEMA).unwrap_or_default());
static IN_JAPANESE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| toml::from_str(JAPANESE).unwrap_or_default());

/// A kind of check.
#[derive(Clone, Copy, Debug)]
pub struct KindEntry {
    /// As packs write it.
    pub name: &'static str,
    schema: &'static Value,
}

/// A parameter of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// As packs write it.
    pub name: &'static str,
    /// Whether it must stand.
    pub required: bool,
    schema: &'static Value,
}

/// All kinds, by their names.
pub fn kinds() -> impl Iterator<Item = KindEntry> {
    properties(&READ["definitions"]["kind"]).map(|(name, schema)| KindEntry { name, schema })
}

impl KindEntry {
    /// What it asks for.
    #[must_use]
    pub fn description(&self, language: Language) -> &'static str {
        description(self.schema, language)
    }

    /// Its parameters, those first that must stand.
    #[must_use]
    pub fn parameters(&self) -> Vec<Parameter> {
        let required = self.schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        let parameter = |(name, schema)| Parameter { name, required: required.contains(&Value::from(name)), schema };
        let mut parameters: Vec<Parameter> = properties(self.schema).map(parameter).collect();
        parameters.sort_by_key(|parameter| !parameter.required);
        parameters
    }

    /// A check of this kind as a pack writes it, with all parameters.
    #[must_use]
    pub fn example(&self) -> String {
        let mut fields = String::new();
        for (count, parameter) in self.parameters().iter().enumerate() {
            let comma = if count == 0 { "" } else { "," };
            let _ = write!(fields, "{comma} {} = {}", parameter.name, example(parameter.schema, parameter.name));
        }
        let space = if fields.is_empty() { "" } else { " " };
        format!("kind.{} = {{{fields}{space}}}", self.name)
    }
}

impl Parameter {
    /// What stands in it, and which words may where only some may.
    #[must_use]
    pub fn text(&self, language: Language) -> Text {
        let described = followed(self.schema);
        let own = description(self.schema, language);
        let text = if own.is_empty() { description(described, language) } else { own };
        let words = described["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let words: Vec<&str> = words.collect();
        let text = if words.is_empty() {
            Text::verbatim(text)
        } else {
            msg!(kinds_one_of, text = text, words = Text::list(words))
        };
        if self.required { text } else { msg!(kinds_optional, text = text) }
    }
}

fn properties(schema: &'static Value) -> impl Iterator<Item = (&'static str, &'static Value)> {
    let fields = schema["properties"].as_object().into_iter().flat_map(Map::iter);
    fields.map(|(name, field)| (name.as_str(), field))
}

/// What a reference leads to.
fn followed(schema: &'static Value) -> &'static Value {
    let name = schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next());
    name.map_or(schema, |name| &READ["definitions"][name])
}

fn description(schema: &'static Value, language: Language) -> &'static str {
    let english = schema["description"].as_str().unwrap_or_default();
    match language {
        Language::En => english,
        Language::Ja => IN_JAPANESE.get(english).map_or(english, String::as_str),
    }
}

/// Something that may stand there: an example of the schema's, else the value of the lesson that is called like it.
fn example(schema: &'static Value, name: &str) -> String {
    let schema = followed(schema);
    // A check within a check: any kind would do, and those that hold others have no end.
    if std::ptr::eq(schema, &raw const READ["definitions"]["kind"]) {
        return format!("{{ vpc = {} }}", example(&schema["properties"]["vpc"], "vpc"));
    }
    let given = schema["examples"].get(0).or(schema["const"].as_str().map(|_| &schema["const"]));
    if let Some(given) = given.or(schema["enum"].get(0)) {
        return given.to_string();
    }
    if let Some(choice) = schema["oneOf"].get(0).or(schema["anyOf"].get(0)) {
        return example(choice, name);
    }
    match schema["type"].as_str().or_else(|| schema["type"][0].as_str()) {
        Some("integer" | "number") => number(name).to_owned(),
        Some("boolean") => "true".to_owned(),
        Some("array") => format!("[{}]", example(&schema["items"], name.strip_suffix('s').unwrap_or(name))),
        Some("object") => {
            let fields = properties(schema).map(|(name, field)| format!("{name} = {}", example(field, name)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        _ => format!("\"{{{{{name}}}}}\""),
    }
}

/// A number that makes sense under this name.
fn number(name: &str) -> &'static str {
    match name {
        "port" | "ports" => "80",
        "code" => "301",
        "fixed_response" => "503",
        _ => "1",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Check;

    #[test]
    fn every_example_is_one_that_the_reader_takes() {
        assert!(kinds().count() > 50);
        for kind in kinds() {
            let check = format!("id = \"a\"\n{}", kind.example());
            assert!(toml::from_str::<Check>(&check).is_ok(), "{check}: {:?}", toml::from_str::<Check>(&check).err());
        }
    }

    #[test]
    fn everything_that_is_said_of_a_kind_is_said_in_japanese() {
        for kind in kinds() {
            let parameters = kind.parameters();
            let of_parameters = parameters.iter().map(|parameter| description(parameter.schema, Language::Ja));
            for text in of_parameters.chain([kind.description(Language::Ja)]) {
                assert!(text.is_empty() || !text.is_ascii(), "{}: {text} isn't in lessons/schema.ja.toml", kind.name);
            }
        }
    }
}
