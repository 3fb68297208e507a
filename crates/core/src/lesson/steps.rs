//! Reads what belongs to a step of a pack: its texts and its exercise.

use super::error::Faults;
use super::exercise::{self, Exercise};
use super::manifest::ManifestStep;
use super::source::SourceText;
use super::texts::{TextReader, judge};
use super::{ByLanguage, LessonError, Pack, Step, Values};
use crate::msg;
use crate::verify::Check;

/// When the texts of a pack are found to be sound.
#[derive(Clone, Copy)]
pub enum Judging {
    /// When the program is tested, as its own pack is.
    Before,
    /// With the rest of the pack.
    Now,
}

/// Reads steps of a pack.
pub struct StepReader<'a> {
    pub pack: &'a Pack,
    pub source: SourceText<'a>,
    pub values: &'a Values,
    pub texts: ByLanguage<TextReader>,
    pub judged: Judging,
}

impl StepReader<'_> {
    /// The whole step, or the faults of all its files.
    pub fn read(&self, step: ManifestStep) -> Result<Step, Faults> {
        let place = step.id.span().start;
        let id = step.id.into_inner();
        let texts = ByLanguage { ja: self.texts.ja.of_step(&id), en: self.texts.en.of_step(&id) };
        let sound = match self.judged {
            Judging::Before => Ok(()),
            Judging::Now => judge(&texts, &self.pack.label(&format!("ja/{id}.hints.md"))),
        };
        let exercise = step.exercise.map(|name| self.exercise(&name)).transpose().map_err(Faults::from);
        let ((), exercise) = Faults::both(sound, exercise)?;
        if exercise.is_none() && step.checks.iter().any(Check::is_exercise) {
            return Err(self.source.fault(place, msg!(lesson_exercise_missing, step = id)).into());
        }
        let ManifestStep { title, checks, reference, items, topics, was, .. } = step;
        Ok(Step { id, title, was, checks, texts, exercise, reference, items, topics })
    }

    fn exercise(&self, name: &toml::Spanned<String>) -> Result<Exercise, LessonError> {
        let (file, place) = (format!("exercises/{}", name.get_ref()), name.span().start);
        let Some(text) = self.pack.read_if_there(&file)? else {
            let problem = msg!(lesson_unknown_exercise, name = name.get_ref());
            let files = self.pack.list("exercises");
            let known = files.iter().map(String::as_str);
            return Err(self.source.fault(place, super::suggestion::suggest(problem, name.get_ref(), known)));
        };
        exercise::read(SourceText { file: &self.pack.label(&file), text: &text }, self.values)
    }
}
