//! Who is in the class, and how each learner is read. A row with a fault stays in the roster with its fault, so that it
//! is shown among the others.

mod csv;
mod encoding;
mod fields;
mod headings;
mod plain;
mod records;
mod tables;
mod template;
#[cfg(test)]
mod tests;
mod twins;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

pub use encoding::text;
pub use fields::EXAMPLE;
pub use plain::half_width;
pub use template::template;

use crate::account::Access;
use crate::i18n::{Language, Text};
use crate::lesson::LessonError;

/// A class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    /// Its learners, in the order of the file.
    pub entries: Vec<RosterEntry>,
    /// By what a learner is graded.
    pub score: ScoreRule,
}

/// By what a learner is graded: the share of these steps that were done in time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScoreRule {
    /// Ids of the steps that count; all that can be seen where it names none.
    pub steps: Vec<String>,
    /// Until when what is done counts.
    pub by: Option<Timestamp>,
}

/// A learner.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterEntry {
    /// What the learner is known by in outputs and in the history: the id, else the name.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// How the account is read; or what is wrong with this row, with its place.
    pub way: Result<Way, Text>,
    /// The region, where the roster names one.
    pub region: Option<String>,
    /// The account's number, where the roster tells it: another one is not the learner's.
    pub account: Option<String>,
    /// Its place in the roster, counted from 1, where another row has its id, too.
    pub place: Option<usize>,
    /// What it shares with other rows that ought to be its own.
    pub marks: Vec<Mark>,
    /// What the roster tells of the learner beside: heading and value.
    pub more: Vec<(String, String)>,
    /// The language to write to the learner in, where the roster names one.
    pub language: Option<Language>,
    /// The lesson's values that are this learner's own, such as a prefix of names or a region.
    pub values: BTreeMap<String, String>,
}

impl RosterEntry {
    /// What tells it from all others of the roster.
    #[must_use]
    pub fn key(&self) -> String {
        super::marks::key(&self.id, self.place)
    }
}

/// What is to be looked at before anybody relies on a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Part of the public contract.
    pub id: &'static str,
    /// In words.
    pub text: Text,
}

/// How a learner's account is read.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    /// Through AWS.
    Account(Access),
    /// From the page that the learner handed in; the newest where it is a folder.
    Evidence(PathBuf),
}

/// The formats of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `[[learner]]` tables.
    Toml,
    /// A line of column names, then a learner a line; with commas, tabs or semicolons between.
    Csv,
}

impl Format {
    /// By the ending of the file's name; none for endings that aren't known.
    #[must_use]
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "toml" => Some(Self::Toml),
            "csv" | "tsv" | "txt" => Some(Self::Csv),
            _ => None,
        }
    }
}

impl Roster {
    /// The roster in `source`, with relative paths taken from `folder`.
    ///
    /// # Errors
    /// The file as a whole can't be understood, with the place.
    pub fn parse(file: &str, folder: &Path, source: &str, format: Format) -> Result<Self, LessonError> {
        // Spreadsheets begin a file with this mark: https://www.unicode.org/faq/utf_bom.html
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        let Self { mut entries, score } = match format {
            Format::Toml => tables::roster(file, source)?,
            Format::Csv => Self { entries: csv::entries(file, source)?, score: ScoreRule::default() },
        };
        for entry in &mut entries {
            if let Ok(Way::Evidence(path)) = &mut entry.way {
                *path = folder.join(&path);
            }
        }
        twins::mark(&mut entries);
        Ok(Self { entries, score })
    }

    /// The learners of one of several parts of about the same size. The same roster always falls into the same parts.
    #[must_use]
    pub fn part(mut self, shard: super::Shard) -> Self {
        let mut index = 0..;
        self.entries.retain(|_| index.next().is_some_and(|index| shard.holds(index)));
        self
    }
}
