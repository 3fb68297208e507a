//! Everything that an author should mend in a pack, beyond what keeps it from loading.

use std::collections::{BTreeMap, BTreeSet};

use unicode_width::UnicodeWidthChar;

use super::contradictions::contradictions;
use super::load::read;
use super::step_references::unknown_steps;
use super::steps::Judging;
use super::suggestion::suggest;
use super::{LessonError, Pack};
use crate::i18n::Language;
use crate::msg;

/// The faults of `pack`: what keeps it from loading, else everything else that is wrong.
#[must_use]
pub fn lint(pack: &Pack) -> Vec<LessonError> {
    let lesson = match read(pack, &BTreeMap::new(), Judging::Now) {
        Ok(lesson) => lesson,
        Err(faults) => return faults.into_iter().collect(),
    };
    let steps: BTreeSet<&str> = lesson.steps.iter().map(|step| step.id.as_str()).collect();
    let mut faults = contradictions(pack, &lesson);
    for language in Language::ALL {
        let folder = language.tag();
        for name in pack.list(folder) {
            let file = format!("{folder}/{name}");
            if !belongs_to_a_step(&name, &steps) {
                let problem = suggest(msg!(lesson_stray_file), stem(&name), steps.iter().copied());
                faults.push(LessonError::in_file(&pack.label(&file), problem));
            }
            match pack.read(&file) {
                Ok(text) => {
                    faults.extend(ambiguous_widths(&pack.label(&file), &text));
                    faults.extend(unknown_steps(&pack.label(&file), &text, &steps));
                }
                Err(error) => faults.push(error),
            }
        }
    }
    for name in pack.list("exercises") {
        let file = format!("exercises/{name}");
        match pack.read(&file) {
            Ok(text) => faults.extend(ambiguous_widths(&pack.label(&file), &text)),
            Err(error) => faults.push(error),
        }
    }
    faults
}

/// `1-1.md`, `1-1.hints.md` and the like belong to step `1-1`.
fn belongs_to_a_step(name: &str, steps: &BTreeSet<&str>) -> bool {
    steps.contains(stem(name))
}

fn stem(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// Characters that take one cell in some terminals and two in others.
fn ambiguous_widths(file: &str, text: &str) -> Vec<LessonError> {
    text.char_indices()
        .filter(|(_, character)| character.width() != character.width_cjk())
        .map(|(offset, character)| {
            LessonError::at(file, text, offset, msg!(lesson_ambiguous_width, character = character.to_string()))
        })
        .collect()
}
