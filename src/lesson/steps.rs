//! Reads what belongs to a step of a pack: its text, its hints, its exercise.

use super::error::Faults;
use super::exercise::{self, Exercise};
use super::load::ManifestStep;
use super::prose::{self, Block};
use super::toml_file::Source;
use super::{ByLanguage, LessonError, Pack, Snippets, Step, Values};
use crate::i18n::{Language, Text};
use crate::msg;
use crate::verify::Check;

/// Separates the hints of a file.
const HINT_SEPARATOR: &str = "\n---\n";

/// Reads steps of a pack.
pub struct StepReader<'a> {
    pub pack: &'a Pack,
    pub source: Source<'a>,
    pub values: &'a Values,
    pub snippets: &'a ByLanguage<Snippets>,
}

impl StepReader<'_> {
    /// The whole step, or the faults of all its files.
    pub fn read(&self, step: ManifestStep) -> Result<Step, Faults> {
        let place = step.id.span().start;
        let id = step.id.into_inner();
        let [ja, en] = [Language::Ja, Language::En].map(|language| self.prose(language, &id).map_err(Faults::from));
        let prose = Faults::both(ja, en);
        let exercise = step.exercise.map(|name| self.exercise(&name)).transpose().map_err(Faults::from);
        let ((ja, en), (hints, exercise)) = Faults::both(prose, Faults::both(self.both_hints(&id), exercise))?;
        if exercise.is_none() && step.checks.iter().any(Check::is_exercise) {
            return Err(self.source.fault(place, msg!(lesson_exercise_missing, step = id)).into());
        }
        let prose = ByLanguage { ja, en };
        let ManifestStep { title, checks, reference, items, .. } = step;
        Ok(Step { id, title, checks, prose, hints, exercise, reference, items })
    }

    fn exercise(&self, name: &toml::Spanned<String>) -> Result<Exercise, LessonError> {
        let (file, place) = (format!("exercises/{}", name.get_ref()), name.span().start);
        let Some(text) = self.pack.read_if_there(&file)? else {
            let problem = msg!(lesson_unknown_exercise, name = name.get_ref());
            let files = self.pack.list("exercises");
            let known = files.iter().map(String::as_str);
            return Err(self.source.fault(place, super::suggestion::suggest(problem, name.get_ref(), known)));
        };
        exercise::read(Source { file: &self.pack.label(&file), text: &text }, self.values)
    }

    fn prose(&self, language: Language, id: &str) -> Result<Vec<Block>, LessonError> {
        let file = format!("{}/{id}.md", language.tag());
        let text = self.pack.read(&file)?;
        self.parse(language, &text).map_err(|(offset, problem)| self.fault(&file, &text, offset, problem))
    }

    fn both_hints(&self, id: &str) -> Result<ByLanguage<Vec<Vec<Block>>>, Faults> {
        let [ja, en] = [Language::Ja, Language::En].map(|language| self.hints(language, id).map_err(Faults::from));
        let (ja, en) = Faults::both(ja, en)?;
        if ja.len() != en.len() {
            let file = self.pack.label(&format!("ja/{id}.hints.md"));
            let problem = msg!(lesson_hints_differ, ja = ja.len(), en = en.len());
            return Err(LessonError::in_file(&file, problem).into());
        }
        Ok(ByLanguage { ja, en })
    }

    fn hints(&self, language: Language, id: &str) -> Result<Vec<Vec<Block>>, LessonError> {
        let file = format!("{}/{id}.hints.md", language.tag());
        let Some(text) = self.pack.read_if_there(&file)? else { return Ok(Vec::new()) };
        let mut start = 0;
        let read = text.split(HINT_SEPARATOR).map(|hint| {
            let before = start;
            start += hint.len() + HINT_SEPARATOR.len();
            self.parse(language, hint).map_err(|(offset, problem)| self.fault(&file, &text, before + offset, problem))
        });
        read.collect()
    }

    /// The blocks of a text, or the offset in it of what is wrong.
    fn parse(&self, language: Language, text: &str) -> Result<Vec<Block>, (usize, Text)> {
        let included = prose::include_snippets(text, self.snippets.get(language))?;
        let filled = self.values.rewrite(&included.text).map_err(|(at, problem)| (included.origin(at), problem))?;
        prose::parse(&filled.text).map_err(|(at, problem)| (included.origin(filled.origin(at)), problem))
    }

    fn fault(&self, file: &str, text: &str, offset: usize, problem: Text) -> LessonError {
        LessonError::at(&self.pack.label(file), text, offset, problem)
    }
}
