//! The values of a lesson: one place for names and numbers that prose, checks, snippets and the demo share.

use std::collections::BTreeMap;

use super::LessonError;
use super::hidden::in_value;
use super::suggestion::suggest;
use crate::i18n::Text;
use crate::msg;

/// Begins a reference to a value.
pub(super) const OPEN: &str = "{{";
const CLOSE: &str = "}}";
/// Values may refer to values; deeper than this they go in circles.
const DEEPEST: usize = 8;

/// Values by name, without references to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<String, String>);

impl Values {
    /// Values of the pack with the learner's own put over them, and references between them followed. Own values that the
    /// pack doesn't have are another pack's.
    ///
    /// # Errors
    /// A learner's value that can't be seen whole, a reference to nothing, or references in a circle.
    pub fn resolve(
        file: &str,
        source: &str,
        pack: BTreeMap<String, String>,
        own: &BTreeMap<String, String>,
    ) -> Result<Self, LessonError> {
        let mut values = pack;
        for (name, value) in &mut values {
            if let Some(own) = own.get(name) {
                if let Some(problem) = in_value(own) {
                    return Err(LessonError::in_file("config.toml", problem));
                }
                value.clone_from(own);
            }
        }
        for _ in 0..DEEPEST {
            if !values.values().any(|value| value.contains(OPEN)) {
                return Ok(Self(values).with_derived());
            }
            let known = Self(values.clone());
            for (name, value) in &mut values {
                let filled = known.fill(value).map_err(|fault| {
                    LessonError::at(file, source, definition(source, name), known.unknown(&fault.name))
                })?;
                *value = filled;
            }
        }
        let name = values.iter().find(|(_, value)| value.contains(OPEN)).map_or("", |(name, _)| name);
        Err(LessonError::at(file, source, definition(source, name), msg!(lesson_circular_value, name = name)))
    }

    /// The same with what follows from the values of a load, so that no text has to reckon by itself. A pack's own value of
    /// such a name stays.
    fn with_derived(mut self) -> Self {
        let number = |name: &str| self.get(name)?.trim().parse::<f64>().ok().filter(|number| *number > 0.0);
        let (count, interval) = (number("load_count"), number("load_interval"));
        let per_minute = interval.map(|interval| 60.0 / interval);
        let seconds = count.zip(interval).map(|(count, interval)| count * interval);
        let minutes = seconds.map(|seconds| (seconds / 60.0).ceil());
        let derived = [("load_per_minute", per_minute), ("load_seconds", seconds), ("load_minutes", minutes)];
        for (name, value) in derived {
            if let Some(value) = value {
                self.0.entry(name.to_owned()).or_insert_with(|| format!("{:.0}", value.round()));
            }
        }
        self
    }

    /// The value of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Names and values in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// `text` of `file` with every `{{name}}` replaced.
    ///
    /// # Errors
    /// A name that is not a value, with its place.
    pub fn interpolate(&self, file: &str, text: &str) -> Result<String, LessonError> {
        self.fill(text).map_err(|fault| LessonError::at(file, text, fault.offset, self.unknown(&fault.name)))
    }

    /// `text` with every `{{name}}` replaced.
    ///
    /// # Errors
    /// A name that is not a value, with its offset.
    pub(super) fn rewrite(&self, text: &str) -> Result<String, (usize, Text)> {
        self.fill(text).map_err(|fault| (fault.offset, self.unknown(&fault.name)))
    }

    fn fill(&self, text: &str) -> Result<String, Unresolved> {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(open) = rest.find(OPEN) {
            let offset = text.len() - rest.len() + open;
            filled.push_str(&rest[..open]);
            let inside = &rest[open + OPEN.len()..];
            let unresolved = |name: &str| Unresolved { name: name.chars().take(40).collect(), offset };
            let (name, after) = inside.split_once(CLOSE).ok_or_else(|| unresolved(inside))?;
            let value = self.get(name.trim()).ok_or_else(|| unresolved(name))?;
            filled.push_str(value);
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled)
    }

    fn unknown(&self, name: &str) -> Text {
        suggest(msg!(lesson_unknown_value, name = name), name, self.0.keys().map(String::as_str))
    }
}

/// That `values` have none of this name, and which may have been meant.
#[must_use]
pub fn unknown_value(values: &Values, name: &str) -> Text {
    values.unknown(name)
}

/// Where the value is set in the source of a manifest.
pub(super) fn definition(source: &str, name: &str) -> usize {
    source.find(&format!("\n{name} ")).or_else(|| source.find(&format!("\n{name}="))).map_or(0, |at| at + 1)
}

struct Unresolved {
    name: String,
    offset: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn an_own_prefix_changes_every_name_made_from_it() {
        let values = Values::resolve(
            "f",
            "",
            pack(&[("prefix", "ec-site"), ("alb", "{{prefix}}-alb")]),
            &pack(&[("prefix", "shop")]),
        )
        .unwrap();
        assert_eq!(values.get("alb"), Some("shop-alb"));
    }

    #[test]
    fn what_follows_from_a_load_is_reckoned() {
        let load = |count: &str, interval: &str| {
            let values = [("load_count", count), ("load_interval", interval)];
            Values::resolve("f", "", pack(&values), &pack(&[])).unwrap()
        };
        let of = |values: &Values| {
            ["load_per_minute", "load_seconds", "load_minutes"].map(|name| values.get(name).map(str::to_owned))
        };
        assert_eq!(of(&load("4000", "0.12")).map(Option::unwrap), ["500", "480", "8"]);
        assert_eq!(of(&load("1000", "0.25")).map(Option::unwrap), ["240", "250", "5"]);
        assert_eq!(of(&load("many", "0")), [const { None }; 3]);
        let own = pack(&[("load_count", "4000"), ("load_interval", "0.12"), ("load_minutes", "nine")]);
        assert_eq!(Values::resolve("f", "", own, &pack(&[])).unwrap().get("load_minutes"), Some("nine"));
    }

    #[test]
    fn circles_and_unknown_names_are_errors() {
        assert!(Values::resolve("f", "", pack(&[("a", "{{b}}"), ("b", "{{a}}")]), &pack(&[])).is_err());
        assert!(Values::resolve("f", "", pack(&[("a", "{{c}}")]), &pack(&[])).is_err());
    }

    #[test]
    fn an_own_value_of_another_pack_changes_nothing() {
        let values = Values::resolve("f", "", pack(&[("a", "1")]), &pack(&[("b", "2")])).unwrap();
        assert_eq!((values.get("a"), values.get("b")), (Some("1"), None));
    }

    #[test]
    fn an_unknown_name_is_found_at_its_line_and_column() {
        let values = Values::resolve("f", "", pack(&[("a", "1")]), &pack(&[])).unwrap();
        let error = values.interpolate("ja/1-1.md", "first {{a}}\nthen {{typo}}").unwrap_err();
        assert_eq!((error.file.as_str(), error.position), ("ja/1-1.md", Some((2, 6))));
    }

    #[test]
    fn a_reference_that_is_never_closed_is_an_error() {
        let values = Values::resolve("f", "", pack(&[("a", "1")]), &pack(&[])).unwrap();
        assert_eq!(values.interpolate("f", "x {{a").unwrap_err().position, Some((1, 3)));
    }
}
