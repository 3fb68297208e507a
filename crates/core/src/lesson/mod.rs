//! A lesson pack: steps with their checks, values and prose in two languages. Reads packs, never accounts.

#[cfg(test)]
mod bare_numbers;
mod by_language;
mod digest;
mod error;
pub mod exercise;
mod hidden;
mod lab;
mod lint;
mod load;
mod manifest;
mod pack;
mod prices;
pub mod prose;
mod rewritten;
#[cfg(test)]
mod schema;
mod snippets;
mod source;
mod stamp;
mod steps;
mod suggestion;
mod texts;
mod toml_fault;
mod toml_file;
mod values;
#[cfg(test)]
mod wording;

pub use by_language::ByLanguage;
pub use error::LessonError;
pub use lab::Lab;
pub use lint::lint;
pub use load::{load, value_text};
pub use pack::Pack;
pub use prices::Prices;
pub use rewritten::Rewritten;
pub use snippets::{Snippets, find_snippet, purpose, short_name};
pub use stamp::Stamp;
pub use toml_fault::toml_error;
pub use values::Values;

use std::sync::Arc;

use serde::Deserialize;

use crate::account::Scope;
use crate::i18n::{Language, Localized, Text};
use crate::msg;
use crate::verify::Check;
use exercise::Exercise;
use prose::Block;
use texts::Texts;

/// A lesson, read and found sound.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// Such as `step4`; names the progress file.
    pub id: String,
    /// The pack's own version.
    pub version: String,
    /// What the pack asks for, in a few letters: see [`digest`]. Another pack of this id has another one.
    pub checks: String,
    /// Whether that is what the program's own pack asks for.
    pub is_own: bool,
    /// In both languages, as it stands above the text.
    pub title: Localized,
    /// The values that prose, checks, snippets and the demo share.
    pub values: Arc<Values>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// Snippets in each language: the same commands, with comments and messages of their own.
    pub snippets: Arc<ByLanguage<Snippets>>,
    /// What things cost.
    pub prices: Prices,
}

/// A step: its text, and the checks by which it is done.
#[derive(Clone, Debug)]
pub struct Step {
    /// Such as `1-1`; part of the public contract.
    pub id: String,
    /// What the learner does in it, in a few words.
    pub title: Localized,
    /// What is checked, in the order shown.
    pub checks: Vec<Check>,
    texts: ByLanguage<Texts>,
    /// What the learner answers in the tutor.
    pub exercise: Option<Exercise>,
    /// Whether the text may be read while the step is locked, as one looks a word up.
    pub reference: bool,
    /// What a learner hands in of this step, each with the checks that it stands for; empty where that is nothing.
    pub items: Vec<Item>,
}

/// Whether `id` is a number such as `1-1`, and no word.
fn is_number(id: &str) -> bool {
    id.contains(|character: char| character.is_ascii_digit())
}

/// How a step is called in a list of several: its number alone, and its title where its id is a word.
#[must_use]
pub fn step_called_in_list(id: &str, title: &Localized) -> Text {
    if is_number(id) { Text::verbatim(id) } else { step_called(id, title) }
}

/// How a step is called within a sentence: by its number, and by its title where its id is a word.
#[must_use]
pub fn step_called(id: &str, title: &Localized) -> Text {
    if is_number(id) { msg!(step_numbered, id = id) } else { msg!(step_titled, title = Text::Lesson(title.clone())) }
}

/// The same with the title behind the number.
#[must_use]
pub fn step_called_in_full(id: &str, title: &Localized) -> Text {
    if is_number(id) {
        msg!(step_numbered_titled, id = id, title = Text::Lesson(title.clone()))
    } else {
        step_called(id, title)
    }
}

/// One thing to hand in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What holds once it is done.
    pub title: Localized,
    /// Ids of the step's checks that show it.
    pub checks: Vec<String>,
}

impl Step {
    /// The lesson text in `language`.
    #[must_use]
    pub fn prose(&self, language: Language) -> &[Block] {
        self.texts.get(language).prose()
    }

    /// Hints from nudge to answer in `language`; empty where there are none.
    #[must_use]
    pub fn hints(&self, language: Language) -> &[Vec<Block>] {
        self.texts.get(language).hints()
    }
}

impl Lesson {
    /// What the lesson's checks must read of an account.
    #[must_use]
    pub fn scope(&self) -> Scope {
        self.steps.iter().flat_map(|step| &step.checks).flat_map(Check::needs).collect()
    }

    /// The step of this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}
