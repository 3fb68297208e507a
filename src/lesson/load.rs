//! Reads a pack into a [`Lesson`], or says what is wrong with it, where.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::exercise::{self, Exercise, Form};
use super::prose::{self, Block};
use super::{ByLanguage, Item, Lesson, LessonError, Pack, Prices, Snippets, Step, Values};
use crate::i18n::{Language, Localized, Text};
use crate::msg;
use crate::verify::Check;

/// The format that this program reads.
const FORMAT: u32 = 1;
const MANIFEST: &str = "lesson.toml";
/// Separates the hints of a file.
const HINT_SEPARATOR: &str = "\n---\n";

/// What must be known before the rest can be read.
#[derive(Deserialize)]
struct ManifestHead {
    format: toml::Spanned<u32>,
    #[serde(default)]
    values: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    #[serde(rename = "format")]
    _format: u32,
    id: String,
    version: String,
    title: Localized,
    #[serde(default, rename = "values")]
    _values: BTreeMap<String, toml::Value>,
    steps: Vec<ManifestStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ManifestStep {
    id: toml::Spanned<String>,
    title: Localized,
    #[serde(default)]
    checks: Vec<Check>,
    /// Name of a file in `exercises/`.
    exercise: Option<String>,
    #[serde(default)]
    reference: bool,
    #[serde(default)]
    items: Vec<Item>,
}

/// The lesson in `pack`, with the learner's own values put over the pack's.
///
/// # Errors
/// The first fault found, with file and line.
pub fn load(pack: &Pack, own_values: &BTreeMap<String, String>) -> Result<Lesson, LessonError> {
    let file = pack.label(MANIFEST);
    let source = pack.read(MANIFEST)?;
    let values = read_values(&file, &source, own_values)?;
    let filled = values.interpolate_toml(&file, &source)?;
    let manifest: Manifest = toml::from_str(&filled).map_err(|error| toml_error(&file, &filled, &error))?;
    refuse_wrong_ids(&file, &filled, &manifest)?;
    let snippets = read_snippets(pack, &values)?;
    let steps =
        manifest.steps.into_iter().map(|step| read_step(pack, step, &values, &snippets)).collect::<Result<_, _>>()?;
    let prices = Prices::of(pack)?;
    Ok(Lesson { id: manifest.id, version: manifest.version, title: manifest.title, values, steps, snippets, prices })
}

fn read_values(file: &str, source: &str, own: &BTreeMap<String, String>) -> Result<Values, LessonError> {
    let manifest: ManifestHead = toml::from_str(source).map_err(|error| toml_error(file, source, &error))?;
    if *manifest.format.get_ref() != FORMAT {
        let problem = msg!(lesson_format, found = *manifest.format.get_ref(), known = FORMAT);
        return Err(LessonError::at(file, source, manifest.format.span().start, problem));
    }
    let mut values = BTreeMap::new();
    for (name, value) in manifest.values {
        let Some(value) = value_text(&value) else {
            let offset = source.find(&format!("\n{name} ")).map_or(0, |at| at + 1);
            return Err(LessonError::at(file, source, offset, msg!(lesson_value_type, name = name)));
        };
        values.insert(name, value);
    }
    Values::resolve(file, source, values, own)
}

/// The text of a value; none where it is neither a string nor a number.
#[must_use]
pub fn value_text(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(string) => Some(string.clone()),
        toml::Value::Integer(_) | toml::Value::Float(_) => Some(value.to_string()),
        _ => None,
    }
}

/// A fault that the TOML reader found, with its place.
#[must_use]
pub fn toml_error(file: &str, source: &str, error: &toml::de::Error) -> LessonError {
    let problem = Text::verbatim(error.message().to_owned());
    match error.span() {
        Some(span) => LessonError::at(file, source, span.start, problem),
        None => LessonError::in_file(file, problem),
    }
}

fn refuse_wrong_ids(file: &str, source: &str, manifest: &Manifest) -> Result<(), LessonError> {
    let mut steps = BTreeSet::new();
    for step in &manifest.steps {
        let place = step.id.span().start;
        if !steps.insert(step.id.get_ref()) {
            return Err(LessonError::at(file, source, place, msg!(lesson_step_twice, id = step.id.get_ref())));
        }
        let mut checks = BTreeSet::new();
        if let Some(twin) = step.checks.iter().find(|check| !checks.insert(&check.id)) {
            return Err(LessonError::at(
                file,
                source,
                place,
                msg!(lesson_check_twice, id = &twin.id, step = step.id.get_ref()),
            ));
        }
        if let Some(id) = step.items.iter().flat_map(|item| &item.checks).find(|id| !checks.contains(id)) {
            let problem = msg!(lesson_item_unknown_check, id = id, step = step.id.get_ref());
            return Err(LessonError::at(file, source, place, problem));
        }
    }
    Ok(())
}

fn read_snippets(pack: &Pack, values: &Values) -> Result<ByLanguage<Snippets>, LessonError> {
    let mut snippets: ByLanguage<Snippets> = ByLanguage::default();
    for name in pack.list("snippets") {
        let file = format!("snippets/{name}");
        let text = values.interpolate(&pack.label(&file), &pack.read(&file)?)?;
        let [ja, en] = [Language::Ja, Language::En].map(|language| in_language(&text, language));
        if ja.lines().count() != en.lines().count() {
            return Err(LessonError::in_file(&pack.label(&file), msg!(lesson_snippet_lines_differ)));
        }
        snippets.ja.insert(name.clone(), ja);
        snippets.en.insert(name, en);
    }
    Ok(snippets)
}

/// The lines of a snippet for `language`: those marked with it (`@ja `, `@en `), without the mark, and the unmarked.
fn in_language(text: &str, language: Language) -> String {
    let kept = |line: &'_ str| match line.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
        Some((tag, rest)) if tag == language.tag() => Some(format!("{rest}\n")),
        Some(("ja" | "en", _)) => None,
        _ => Some(format!("{line}\n")),
    };
    text.lines().filter_map(kept).collect()
}

fn read_step(
    pack: &Pack,
    step: ManifestStep,
    values: &Values,
    snippets: &ByLanguage<Snippets>,
) -> Result<Step, LessonError> {
    let id = step.id.into_inner();
    let reader = ProseReader { pack, values, snippets };
    let prose = ByLanguage { ja: reader.read(Language::Ja, &id)?, en: reader.read(Language::En, &id)? };
    let hints = ByLanguage { ja: reader.hints(Language::Ja, &id)?, en: reader.hints(Language::En, &id)? };
    if hints.ja.len() != hints.en.len() {
        let file = pack.label(&format!("ja/{id}.hints.md"));
        return Err(LessonError::in_file(&file, msg!(lesson_hints_differ, ja = hints.ja.len(), en = hints.en.len())));
    }
    let exercise = step.exercise.map(|name| read_exercise(pack, &name, values)).transpose()?;
    if exercise.is_none() && step.checks.iter().any(Check::is_exercise) {
        return Err(LessonError::in_file(&pack.label(MANIFEST), msg!(lesson_exercise_missing, step = id)));
    }
    let ManifestStep { title, checks, reference, items, .. } = step;
    Ok(Step { id, title, checks, prose, hints, exercise, reference, items })
}

fn read_exercise(pack: &Pack, name: &str, values: &Values) -> Result<Exercise, LessonError> {
    let file = format!("exercises/{name}");
    let label = pack.label(&file);
    let source = values.interpolate_toml(&label, &pack.read(&file)?)?;
    let exercise = exercise::read(&label, &source)?;
    let unknown = exercise.tasks.iter().find_map(|task| match &task.form {
        Form::Value(form) if values.get(&form.value).is_none() => Some(&form.value),
        _ => None,
    });
    match unknown {
        None => Ok(exercise),
        Some(name) => Err(LessonError::in_file(&label, msg!(lesson_unknown_value, name = name))),
    }
}

struct ProseReader<'a> {
    pack: &'a Pack,
    values: &'a Values,
    snippets: &'a ByLanguage<Snippets>,
}

impl ProseReader<'_> {
    fn read(&self, language: Language, id: &str) -> Result<Vec<Block>, LessonError> {
        let file = format!("{}/{id}.md", language.tag());
        self.parse(language, &file, &self.pack.read(&file)?)
    }

    fn hints(&self, language: Language, id: &str) -> Result<Vec<Vec<Block>>, LessonError> {
        let file = format!("{}/{id}.hints.md", language.tag());
        match self.pack.read_if_there(&file)? {
            Some(text) => text.split(HINT_SEPARATOR).map(|hint| self.parse(language, &file, hint)).collect(),
            None => Ok(Vec::new()),
        }
    }

    fn parse(&self, language: Language, file: &str, text: &str) -> Result<Vec<Block>, LessonError> {
        let label = self.pack.label(file);
        let with_snippets = prose::include_snippets(&label, text, self.snippets.get(language))?;
        let filled = self.values.interpolate(&label, &with_snippets)?;
        prose::parse(&label, &filled)
    }
}
