//! `[values]` of `config.toml`: what a learner puts over the values of a lesson.
//!
//! A value that stands in `[values]` itself is for every lesson that has one of this name; what stands in `[values.ID]` is for
//! the lesson `ID` alone. Two lessons may be learned with one file, so what a lesson doesn't have never stops it.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::DeTable;

use crate::i18n::Text;
use crate::lesson::{LessonError, Values, unknown_value, value_text};
use crate::msg;

/// The table of the settings that this is.
const VALUES: &str = "values";

/// What was set, with its place.
#[derive(Debug, Default, PartialEq)]
pub struct OwnValues {
    everywhere: BTreeMap<String, OwnValue>,
    of_lesson: BTreeMap<String, BTreeMap<String, OwnValue>>,
}

#[derive(Debug, PartialEq)]
struct OwnValue {
    text: String,
    /// Where it stands, told with whatever is wrong with it.
    fault: LessonError,
}

impl OwnValues {
    /// What `[values]` sets: `table`, which stands in `source` of `file`.
    ///
    /// # Errors
    /// A value that is neither a string nor a number.
    pub fn read(file: &str, source: &str, table: BTreeMap<String, toml::Value>) -> Result<Self, LessonError> {
        let places =
            Places { file, source, table: DeTable::parse(source).map_or_else(|_| DeTable::new(), Spanned::into_inner) };
        let mut own = Self::default();
        for (name, entry) in table {
            if let toml::Value::Table(values) = entry {
                let of = |(key, value): (String, toml::Value)| {
                    OwnValue::of(&value, places.fault(&[VALUES, &name, &key])).map(|value| (key, value))
                };
                own.of_lesson.insert(name.clone(), values.into_iter().map(of).collect::<Result<_, LessonError>>()?);
            } else {
                let value = OwnValue::of(&entry, places.fault(&[VALUES, &name]))?;
                own.everywhere.insert(name, value);
            }
        }
        Ok(own)
    }
}

/// Where keys of a file stand.
struct Places<'a> {
    file: &'a str,
    source: &'a str,
    table: DeTable<'a>,
}

impl Places<'_> {
    /// What is wrong with the value at `path`, if it is of no type that a value can have.
    fn fault(&self, path: &[&str]) -> LessonError {
        let (mut table, mut at) = (Some(&self.table), 0);
        for name in path {
            let Some((key, value)) = table.and_then(|table| table.iter().find(|(key, _)| key.get_ref() == name)) else {
                break;
            };
            (table, at) = (value.get_ref().as_table(), key.span().start);
        }
        let name = path.last().copied().unwrap_or_default();
        LessonError::at(self.file, self.source, at, msg!(lesson_value_type, name = name))
    }
}

impl OwnValue {
    fn of(value: &toml::Value, fault: LessonError) -> Result<Self, LessonError> {
        match value_text(value) {
            Some(text) => Ok(Self { text, fault }),
            None => Err(fault),
        }
    }
}

impl OwnValues {
    /// What is set for the lesson `id`; its own values count more than those for all lessons.
    #[must_use]
    pub fn of_lesson(&self, id: &str) -> BTreeMap<String, String> {
        self.entries(id).map(|(name, value)| (name.clone(), value.text.clone())).collect()
    }

    /// What is set for the lesson `id`, which has `values`, and nothing of it reads: for each, its place and what may have
    /// been meant.
    #[must_use]
    pub fn unknown(&self, id: &str, values: &Values) -> Vec<Text> {
        let unread = self.entries(id).filter(|(name, _)| values.get(name).is_none());
        let word = |(name, value): (&String, &OwnValue)| {
            let problem = msg!(settings_unknown_value, lesson = id, problem = unknown_value(values, name));
            LessonError { problem, ..value.fault.clone() }.text()
        };
        unread.map(word).collect()
    }

    fn entries(&self, id: &str) -> impl Iterator<Item = (&String, &OwnValue)> {
        self.everywhere.iter().chain(self.of_lesson.get(id).into_iter().flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Localizer};

    fn own(source: &str) -> Result<OwnValues, LessonError> {
        let mut file: BTreeMap<String, BTreeMap<String, toml::Value>> = toml::from_str(source).unwrap();
        OwnValues::read("config.toml", source, file.remove(VALUES).unwrap())
    }

    fn lesson(names: &[&str]) -> Values {
        let values = names.iter().map(|name| ((*name).to_owned(), String::new())).collect();
        Values::resolve("", "", values, &BTreeMap::new()).unwrap()
    }

    #[test]
    fn what_is_of_one_lesson_counts_there_alone() {
        let own = own("[values]\nprefix = \"shop\"\n[values.step4]\nprefix = \"mine\"\nmax = 3\n").unwrap();
        let both = BTreeMap::from([("prefix".to_owned(), "mine".to_owned()), ("max".to_owned(), "3".to_owned())]);
        assert_eq!(own.of_lesson("step4"), both);
        assert_eq!(own.of_lesson("step0"), BTreeMap::from([("prefix".to_owned(), "shop".to_owned())]));
    }

    #[test]
    fn what_a_lesson_does_not_have_is_told_with_its_place() {
        let own = own("[values]\nprefx = \"shop\"\nport = 80\n[values.other]\nx = 1\n").unwrap();
        let said: Vec<String> = own
            .unknown("step4", &lesson(&["prefix", "port"]))
            .iter()
            .map(|text| Localizer::new(Language::En).say(text))
            .collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("config.toml:2:1: ") && said[0].contains("did you mean prefix?"), "{said:?}");
        assert_eq!(own.unknown("other", &lesson(&["prefx", "port", "x"])), []);
    }

    #[test]
    fn what_is_neither_string_nor_number_is_found_at_its_place() {
        assert_eq!(own("[values]\na = \"\"\nb = [1]\n").unwrap_err().position, Some((3, 1)));
        assert_eq!(own("[values.step4]\nb = true\n").unwrap_err().position, Some((2, 1)));
    }
}
