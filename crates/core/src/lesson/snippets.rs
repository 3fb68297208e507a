//! Commands and scripts of a lesson, by the names that learners call them.

use std::collections::BTreeMap;

use super::Lesson;
use crate::i18n::Language;

/// Snippets by file name, with the values filled in.
pub type Snippets = BTreeMap<String, String>;

/// What learners call a snippet: `user-data.sh` is `user-data`.
#[must_use]
pub fn short_name(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The text of the snippet of this name, short or whole; a step's id will do where the step has only one.
#[must_use]
pub fn find_snippet<'a>(snippets: &'a Snippets, name: &str) -> Option<&'a str> {
    let called = |(file, _): &(&String, &String)| *file == name || short_name(file) == name;
    let of_step = || {
        let mut found = snippets.iter().filter(|(file, _)| step_of(file).is_some_and(|step| step == name));
        found.next().filter(|_| found.next().is_none())
    };
    snippets.iter().find(called).or_else(of_step).map(|(_, text)| text.as_str())
}

/// The id of the step whose commands a snippet has: `1-1-cli.sh` is of 1-1.
fn step_of(file: &str) -> Option<&str> {
    short_name(file).strip_suffix("-cli")
}

/// What a snippet is for, in a line: the title of its step, else the first comment in it, which its author wrote for whoever
/// reads it.
#[must_use]
pub fn purpose<'a>(lesson: &'a Lesson, language: Language, file: &str) -> Option<&'a str> {
    let step = step_of(file).and_then(|id| lesson.steps.iter().find(|step| step.id == id));
    let comment = || {
        let text = lesson.snippets.get(language).get(file)?;
        text.lines().find_map(|line| line.strip_prefix("# "))
    };
    step.map(|step| step.title.get(language)).or_else(comment)
}
