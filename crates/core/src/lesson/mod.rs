//! A lesson pack: steps with their checks, values and prose in two languages. Reads packs, never accounts.

mod archive;
#[cfg(test)]
mod bare_numbers;
mod by_language;
mod contradictions;
mod digest;
mod error;
pub mod exercise;
mod hidden;
mod kinds;
mod lab;
mod lint;
mod load;
mod manifest;
mod mended;
mod pack;
mod prices;
pub mod prose;
mod rewritten;
#[cfg(test)]
mod schema;
mod shelf;
mod snippets;
mod source;
mod stamp;
mod step_references;
mod steps;
mod suggestion;
mod template;
mod texts;
mod toml_fault;
mod toml_file;
mod translations;
mod values;
#[cfg(test)]
mod wording;

pub use archive::{LARGEST_ARCHIVE, checksum, fetching};
pub use by_language::ByLanguage;
pub use error::LessonError;
pub use kinds::{KindEntry, Parameter, SCHEMA, kinds};
pub use lab::{Lab, Resource};
pub use lint::lint;
pub use load::{load, read_beside, value_text};
pub use pack::Pack;
pub use prices::Prices;
pub use rewritten::Rewritten;
pub use shelf::{Kept, Origin, Refusal, Shelf};
pub use snippets::{Snippets, find_snippet, purpose, short_name};
pub use stamp::Stamp;
pub use template::template;
pub use toml_fault::toml_error;
pub use translations::{TRANSLATIONS, fallen_behind, translated};
pub use values::{Values, unknown_value};

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::account::Scope;
use crate::i18n::{Language, Localized, Names, Text};
use crate::msg;
use crate::topic::Topic;
use crate::verify::{Check, CheckKind};
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
    /// What each check asks for, in a few letters, by `step/check`.
    pub digests: BTreeMap<String, String>,
    /// Whether that is what the program's own pack asks for.
    pub is_own: bool,
    /// In both languages, as it stands above the text.
    pub title: Localized,
    /// What it is called within a sentence, where it says so.
    pub called: Option<Localized>,
    /// What it goes through, for the first screen.
    pub about: Option<Localized>,
    /// The values that prose, checks, snippets and the demo share.
    pub values: Arc<Values>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// Snippets in each language: the same commands, with comments and messages of their own.
    pub snippets: Arc<ByLanguage<Snippets>>,
    /// What things cost.
    pub prices: Prices,
    /// What it makes and what it builds on.
    pub lab: Lab,
    /// What it says beside the program.
    pub notes: Notes,
}

/// What a lesson says of things that the tutor doesn't read.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notes {
    /// What of the course costs, too, and isn't counted.
    pub cost: Option<Localized>,
    /// What else stays after the lesson.
    pub cleanup: Option<Localized>,
}

/// A step: its text, and the checks by which it is done.
#[derive(Clone, Debug)]
pub struct Step {
    /// Such as `1-1`; part of the public contract.
    pub id: String,
    /// What the learner does in it, in a few words.
    pub title: Localized,
    /// The id that it had in an earlier version of the pack, where it had another one.
    pub was: Option<String>,
    /// What is checked, in the order shown.
    pub checks: Vec<Check>,
    texts: ByLanguage<Texts>,
    /// What the learner answers in the tutor.
    pub exercise: Option<Exercise>,
    /// Whether the text may be read while the step is locked, as one looks a word up.
    pub reference: bool,
    /// What a learner hands in of this step, each with the checks that it stands for; empty where that is nothing.
    pub items: Vec<Item>,
    /// What it is about, so that texts of the program can send the learner to it, and the demo knows what is done in it.
    pub topics: Vec<Topic>,
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

impl Names for Lesson {
    /// The step that says that it is about `topic`, else the first one that checks what belongs to it.
    fn step_about(&self, topic: Topic) -> Option<Text> {
        let declared = self.steps.iter().find(|step| step.topics.contains(&topic));
        let is_shown = |step: &&Step| step.checks.iter().any(|check| shows(&check.kind, topic));
        let step = declared.or_else(|| self.steps.iter().find(is_shown))?;
        let title = || msg!(step_titled, title = Text::Lesson(step.title.clone()));
        Some(if is_number(&step.id) { Text::verbatim(&step.id) } else { title() })
    }

    fn lesson(&self) -> Text {
        self.called.clone().map_or_else(|| msg!(reference_this_lesson), Text::Lesson)
    }
}

/// Whether a check of this kind is what a step about `topic` ends with.
fn shows(kind: &CheckKind, topic: Topic) -> bool {
    match topic {
        Topic::Image => matches!(kind, CheckKind::Image(_)),
        Topic::ImageWait => matches!(kind, CheckKind::ImageState(_)),
        Topic::LaunchTemplate => matches!(kind, CheckKind::LaunchTemplate(_)),
        Topic::AutoScalingGroup => matches!(kind, CheckKind::AutoScalingGroup(_)),
        Topic::AttachSecurityGroup => matches!(kind, CheckKind::LoadBalancerSecurityGroups(_)),
        Topic::Targets => matches!(kind, CheckKind::TargetsHealthy(_)),
        Topic::ScalingPolicy => matches!(kind, CheckKind::ScalingPolicy(_)),
        Topic::Load => matches!(kind, CheckKind::Site(_) | CheckKind::Load(_)),
        Topic::Alarms => matches!(kind, CheckKind::PolicyAlarm(_)),
        Topic::ScaleOut => matches!(kind, CheckKind::ScaleOut(_)),
        Topic::StopInstance => matches!(kind, CheckKind::InstanceStopped(_)),
        Topic::Before
        | Topic::LoadBalancerSecurityGroup
        | Topic::InstanceSecurityGroup
        | Topic::Console
        | Topic::CleanInstance
        | Topic::CleaningUp => false,
    }
}
