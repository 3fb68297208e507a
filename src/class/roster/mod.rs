//! Who is in the class, and how each learner is read. A row with a fault stays in the roster with its fault, so that it
//! is shown among the others.

mod csv;
mod fields;
mod records;
mod tables;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use fields::EXAMPLE;

use crate::account::Access;
use crate::i18n::Text;
use crate::lesson::LessonError;
use crate::msg;

/// A class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    /// Its learners, in the order of the file.
    pub entries: Vec<RosterEntry>,
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
    /// A line of column names, then a learner a line.
    Csv,
}

impl Format {
    /// By the ending of the file's name; none for endings that aren't known.
    #[must_use]
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "toml" => Some(Self::Toml),
            "csv" => Some(Self::Csv),
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
        let mut entries = match format {
            Format::Toml => tables::entries(file, source)?,
            Format::Csv => csv::entries(file, source)?,
        };
        refuse_twins(&mut entries);
        for entry in &mut entries {
            if let Ok(Way::Evidence(path)) = &mut entry.way {
                *path = folder.join(&path);
            }
        }
        Ok(Self { entries })
    }

    /// The learners of one of several parts of about the same size. The same roster always falls into the same parts.
    #[must_use]
    pub fn part(mut self, shard: super::Shard) -> Self {
        let mut index = 0..;
        self.entries.retain(|_| index.next().is_some_and(|index| shard.holds(index)));
        self
    }
}

/// The second of two with one id would pass for the first.
fn refuse_twins(entries: &mut [RosterEntry]) {
    let mut known = BTreeSet::new();
    for entry in entries {
        if !known.insert(entry.id.clone()) && entry.way.is_ok() {
            entry.way = Err(msg!(class_roster_twin, id = &entry.id));
        }
    }
}
