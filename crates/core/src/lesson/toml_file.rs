//! A TOML file of a pack, gone through once: what can't be seen is refused, values are put in, and faults are told at their
//! places in the file as its author wrote it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue, Deserializer};

use super::digest::{digest, of_checks};
use super::error::Faults;
use super::hidden::refuse_in_table;
use super::source::SourceText;
use super::toml_fault::toml_error;
use super::values::OPEN;
use super::{LessonError, Values, mended};
use crate::msg;

/// A TOML file that is sound so far.
pub struct TomlFile<'a> {
    source: SourceText<'a>,
    table: Spanned<DeTable<'a>>,
}

impl<'a> TomlFile<'a> {
    /// Reads `source`.
    ///
    /// # Errors
    /// It isn't TOML, or a string in it holds what can't be seen.
    pub fn parse(source: SourceText<'a>) -> Result<Self, LessonError> {
        let table = DeTable::parse(source.text).map_err(|error| toml_error(source.file, source.text, &error))?;
        refuse_in_table(source, table.get_ref())?;
        Ok(Self { source, table })
    }

    /// The same, with all that keeps it from being TOML.
    ///
    /// # Errors
    /// It isn't TOML, or a string in it holds what can't be seen.
    pub fn parse_whole(source: SourceText<'a>) -> Result<Self, Faults> {
        let (_, errors) = DeTable::parse_recoverable(source.text);
        let faults = errors.iter().map(|error| toml_error(source.file, source.text, error));
        let mut faults: Vec<LessonError> = faults.collect();
        faults.sort_by_key(|fault| fault.position);
        // What follows a fault on its line is mostly a consequence.
        faults.dedup_by_key(|fault| fault.position.map(|(line, _)| line));
        Faults::none_of(faults)?;
        Ok(Self::parse(source)?)
    }

    /// What stands under `names` at the top of the file, by itself.
    ///
    /// # Errors
    /// It isn't what is wanted.
    pub fn part<T: Deserialize<'a>>(&self, names: &[&str]) -> Result<T, LessonError> {
        let is_wanted = |(key, _): &(&Spanned<DeString<'a>>, _)| names.contains(&key.get_ref().as_ref());
        let part = self.table.get_ref().iter().filter(is_wanted);
        let part = part.map(|(key, value)| (key.clone(), value.clone())).collect();
        Self { source: self.source, table: Spanned::new(self.table.span(), part) }.read()
    }

    /// What a pack whose manifest this is asks for.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(self.table.get_ref())
    }

    /// What each check of a pack whose manifest this is asks for, by `step/check`.
    #[must_use]
    pub fn digests(&self) -> BTreeMap<String, String> {
        of_checks(self.table.get_ref())
    }

    /// The same file with every `{{name}}` in its strings replaced.
    ///
    /// # Errors
    /// A name that is not a value, with its place.
    pub fn fill(self, values: &Values) -> Result<Self, LessonError> {
        let (filled, faults) = self.filled(values);
        Faults::none_of(faults).map_err(|faults| faults.first)?;
        Ok(filled)
    }

    /// The same with every fault: what is at fault stays as it was written.
    pub fn filled(self, values: &Values) -> (Self, Vec<LessonError>) {
        let (source, span) = (self.source, self.table.span());
        let mut filler = Filler { source, values, faults: Vec::new() };
        let table = filler.table(self.table.into_inner());
        (Self { source, table: Spanned::new(span, table) }, filler.faults)
    }

    /// What the file says, as far as it can be read, with all of its faults.
    pub fn read_whole<T: DeserializeOwned>(&self) -> (Option<T>, Vec<LessonError>) {
        mended::read(self.source, &self.table)
    }

    /// What the whole file says.
    ///
    /// # Errors
    /// It isn't what is wanted.
    pub fn read<T: Deserialize<'a>>(self) -> Result<T, LessonError> {
        let SourceText { file, text } = self.source;
        T::deserialize(Deserializer::from(self.table)).map_err(|error| toml_error(file, text, &error))
    }
}

/// Puts values into strings, and keeps what is at fault.
struct Filler<'a> {
    source: SourceText<'a>,
    values: &'a Values,
    faults: Vec<LessonError>,
}

impl Filler<'_> {
    fn table<'t>(&mut self, table: DeTable<'t>) -> DeTable<'t> {
        let mut filled = DeTable::new();
        for (key, value) in table {
            let place = key.span();
            let key = Spanned::new(place.clone(), self.string(place.start, key.into_inner()));
            if filled.insert(key, self.value(value)).is_some() {
                self.faults.push(self.source.fault(place.start, msg!(lesson_toml_duplicate)));
            }
        }
        filled
    }

    fn value<'t>(&mut self, value: Spanned<DeValue<'t>>) -> Spanned<DeValue<'t>> {
        let span = value.span();
        let filled = match value.into_inner() {
            DeValue::String(text) => DeValue::String(self.string(span.start, text)),
            DeValue::Table(table) => DeValue::Table(self.table(table)),
            DeValue::Array(items) => DeValue::Array(items.into_iter().map(|item| self.value(item)).collect()),
            other => other,
        };
        Spanned::new(span, filled)
    }

    fn string<'t>(&mut self, start: usize, text: DeString<'t>) -> DeString<'t> {
        if !text.contains(OPEN) {
            return text;
        }
        match self.values.rewrite(&text) {
            Ok(filled) => filled.into(),
            Err((offset, problem)) => {
                self.faults.push(self.source.fault(self.written(start, &text[..offset]), problem));
                text
            }
        }
    }

    /// Where the reference after `before` stands in the file. Between a string and how it is written lie quotes and
    /// escapes, so references are counted.
    fn written(&self, start: usize, before: &str) -> usize {
        let mut references = self.source.text[start..].match_indices(OPEN);
        references.nth(before.matches(OPEN).count()).map_or(start, |(offset, _)| start + offset)
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        names: BTreeMap<String, Vec<String>>,
    }

    fn read(text: &str) -> Result<Sample, LessonError> {
        let pairs = [("a", "x"), ("quoted", "\"\\")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let values = Values::resolve("", "", BTreeMap::from(pairs), &BTreeMap::new()).unwrap();
        TomlFile::parse(SourceText { file: "f", text })?.fill(&values)?.read()
    }

    #[test]
    fn values_are_put_into_strings_and_names_however_they_are_written() {
        let shop = read("# {{typo}}\n[names]\n\"{{a}}\" = ['{{a}}-{{ a }}', \"\\\"{{quoted}}\"]").unwrap();
        assert_eq!(shop.names, BTreeMap::from([("x".to_owned(), vec!["x-x".to_owned(), "\"\"\\".to_owned()])]));
    }

    #[test_case("[names]\nb = [\"\\\"{{a}} {{typo}}\"]", (2, 15); "an unknown value behind an escape and another value")]
    #[test_case("[names]\n\"{{typo}}\" = []", (2, 2); "an unknown value in a name")]
    #[test_case("[names]\nb = ['{{a}} {{ '] # {{", (2, 13); "what is never closed")]
    #[test_case("[names]\n\"{{a}}\" = []\nx = []", (3, 1); "two names that come out alike")]
    #[test_case("names.b = [\n'{{a}}', 1]", (2, 10); "another type behind a value")]
    #[test_case("names.b = ['a' 'b']", (1, 16); "what is no TOML")]
    #[test_case("names.b = [\"\\u202e\"]", (1, 12); "what can not be seen")]
    fn faults_are_found_where_the_author_wrote_them(text: &str, place: (usize, usize)) {
        assert_eq!(read(text).unwrap_err().position, Some(place));
    }

    #[test]
    fn a_part_of_a_file_may_be_read_before_the_rest_is_known() {
        let file = TomlFile::parse(SourceText { file: "f", text: "other = 1\n[names]\nb = []" }).unwrap();
        assert_eq!(file.part::<Sample>(&["names"]).unwrap().names.len(), 1);
        assert!(file.part::<Sample>(&["names", "other"]).is_err());
        assert!(file.part::<Sample>(&[]).is_err());
    }
}
