//! The values of a lesson: one place for names and numbers that prose, checks, snippets and the demo share.

use std::collections::BTreeMap;

use super::LessonError;
use crate::msg;

const OPEN: &str = "{{";
const CLOSE: &str = "}}";
/// Values may refer to values; deeper than this they go in circles.
const DEEPEST: usize = 8;

/// Values by name, without references to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<String, String>);

impl Values {
    /// Values of the pack with the learner's own put over them, and references between them followed.
    ///
    /// # Errors
    /// A learner's value that the pack does not have, a reference to nothing, or references in a circle.
    pub fn resolve(
        file: &str,
        source: &str,
        pack: BTreeMap<String, String>,
        own: &BTreeMap<String, String>,
    ) -> Result<Self, LessonError> {
        let mut values = pack;
        for (name, value) in own {
            if !values.contains_key(name) {
                return Err(LessonError::in_file("config.toml", msg!(lesson_unknown_value, name = name)));
            }
            values.insert(name.clone(), value.clone());
        }
        for _ in 0..DEEPEST {
            if !values.values().any(|value| value.contains(OPEN)) {
                return Ok(Self(values));
            }
            let known = Self(values.clone());
            for (name, value) in &mut values {
                *value = known.fill(value).map_err(|fault| {
                    let offset = source.find(&format!("\n{name} ")).map_or(0, |at| at + 1);
                    LessonError::at(file, source, offset, msg!(lesson_unknown_value, name = fault.name))
                })?;
            }
        }
        let name = values.iter().find(|(_, value)| value.contains(OPEN)).map_or("", |(name, _)| name);
        let offset = source.find(&format!("\n{name} ")).map_or(0, |at| at + 1);
        Err(LessonError::at(file, source, offset, msg!(lesson_circular_value, name = name)))
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
        self.fill(text)
            .map_err(|fault| LessonError::at(file, text, fault.offset, msg!(lesson_unknown_value, name = fault.name)))
    }

    /// The TOML source `text` of `file` with every `{{name}}` within a basic string replaced.
    ///
    /// # Errors
    /// As [`Values::interpolate`].
    pub fn interpolate_toml(&self, file: &str, text: &str) -> Result<String, LessonError> {
        let escaped = self
            .0
            .iter()
            .map(|(name, value)| (name.clone(), value.replace('\\', "\\\\").replace('"', "\\\"")))
            .collect();
        Self(escaped).interpolate(file, text)
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
    fn circles_and_unknown_names_are_errors() {
        assert!(Values::resolve("f", "", pack(&[("a", "{{b}}"), ("b", "{{a}}")]), &pack(&[])).is_err());
        assert!(Values::resolve("f", "", pack(&[("a", "{{c}}")]), &pack(&[])).is_err());
        assert!(Values::resolve("f", "", pack(&[]), &pack(&[("typo", "x")])).is_err());
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
