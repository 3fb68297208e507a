//! Reads a pack into a [`Lesson`], or says what is wrong with it, where.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::error::Faults;
use super::manifest::{Manifest, ManifestHead, ManifestName};
use super::source::SourceText;
use super::steps::{Judging, StepReader};
use super::suggestion::suggest;
use super::texts::TextReader;
use super::toml_file::TomlFile;
use super::values::definition;
use super::{ByLanguage, Lab, Lesson, LessonError, Pack, Prices, Snippets, Values};
use crate::i18n::Language;
use crate::msg;

/// The format that this program reads.
const FORMAT: u32 = 1;
const MANIFEST: &str = "lesson.toml";

/// The lesson in `pack`, with the learner's own values put over the pack's.
///
/// # Errors
/// The first fault found, with file and line.
pub fn load(pack: &Pack, own_values: &BTreeMap<String, String>) -> Result<Lesson, LessonError> {
    let judged = match pack {
        Pack::Embedded => Judging::Before,
        Pack::Folder(_) => Judging::Now,
    };
    read(pack, own_values, judged).map_err(|faults| faults.first)
}

/// The same, but with the faults of all files: where a file has several, the first of them. Those of texts are found where
/// they are judged `Now`.
///
/// # Errors
/// All faults found.
pub fn read(pack: &Pack, own_values: &BTreeMap<String, String>, judged: Judging) -> Result<Lesson, Faults> {
    let (label, text) = (pack.label(MANIFEST), pack.read(MANIFEST)?);
    let source = SourceText { file: &label, text: &text };
    let file = TomlFile::parse(source)?;
    let values = read_values(source, file.part(&["format", "values"])?, own_values)?;
    let (checks, digests) = (file.digest(), file.digests());
    let manifest: Manifest = file.fill(&values)?.read()?;
    refuse_wrong_ids(source, &manifest)?;
    let prices = Prices::of(pack).map_err(Faults::from);
    // A text that shows a faulty snippet isn't at fault itself, so the texts wait.
    let (snippets, prices) = Faults::both(read_snippets(pack, &values), prices)?;
    let (values, snippets) = (Arc::new(values), Arc::new(snippets));
    let texts = TextReader::of(pack, &values, &snippets);
    let reader = StepReader { pack, source, values: &values, texts, judged };
    let steps = Faults::gather(manifest.steps.into_iter().map(|step| reader.read(step)))?;
    let Manifest { id, version, title, called, about, resources, notes, .. } = manifest;
    let lab = Lab::new(resources);
    let is_own = match pack {
        Pack::Embedded => true,
        Pack::Folder(_) => Some(&checks) == own_checks().as_ref(),
    };
    Ok(Lesson {
        id,
        version,
        checks,
        digests,
        is_own,
        title,
        called,
        about,
        values,
        steps,
        snippets,
        prices,
        lab,
        notes,
    })
}

impl Pack {
    /// The id of its lesson, told before the rest is read: whose values and files are its own depends on it.
    ///
    /// # Errors
    /// The manifest can't be read, or names none.
    pub fn id(&self) -> Result<String, LessonError> {
        let (label, text) = (self.label(MANIFEST), self.read(MANIFEST)?);
        let named: ManifestName = TomlFile::parse(SourceText { file: &label, text: &text })?.part(&["id"])?;
        Ok(named.id)
    }
}

/// What the program's own pack asks for.
fn own_checks() -> Option<String> {
    let text = Pack::Embedded.read(MANIFEST).ok()?;
    TomlFile::parse(SourceText { file: MANIFEST, text: &text }).ok().map(|file| file.digest())
}

fn read_values(
    source: SourceText<'_>,
    head: ManifestHead,
    own: &BTreeMap<String, String>,
) -> Result<Values, LessonError> {
    if *head.format.get_ref() != FORMAT {
        let problem = msg!(lesson_format, found = *head.format.get_ref(), known = FORMAT);
        return Err(source.fault(head.format.span().start, problem));
    }
    let mut values = BTreeMap::new();
    for (name, value) in head.values {
        let Some(value) = value_text(&value) else {
            return Err(source.fault(definition(source.text, &name), msg!(lesson_value_type, name = &name)));
        };
        values.insert(name, value);
    }
    Values::resolve(source.file, source.text, values, own)
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

fn refuse_wrong_ids(source: SourceText<'_>, manifest: &Manifest) -> Result<(), LessonError> {
    let mut steps = BTreeSet::new();
    for step in &manifest.steps {
        let place = step.id.span().start;
        if !steps.insert(step.id.get_ref()) {
            return Err(source.fault(place, msg!(lesson_step_twice, id = step.id.get_ref())));
        }
        // Nothing could be wrong with it, and so nothing could be right.
        if !step.checks.iter().any(|check| check.required) {
            return Err(source.fault(place, msg!(lesson_step_without_checks, id = step.id.get_ref())));
        }
        let mut checks = BTreeSet::new();
        if let Some(twin) = step.checks.iter().find(|check| !checks.insert(&check.id)) {
            return Err(source.fault(place, msg!(lesson_check_twice, id = &twin.id, step = step.id.get_ref())));
        }
        if let Some(id) = step.items.iter().flat_map(|item| &item.checks).find(|id| !checks.contains(id)) {
            let problem = msg!(lesson_item_unknown_check, id = id, step = step.id.get_ref());
            return Err(source.fault(place, suggest(problem, id, checks.iter().map(|known| known.as_str()))));
        }
    }
    Ok(())
}

fn read_snippets(pack: &Pack, values: &Values) -> Result<ByLanguage<Snippets>, Faults> {
    let mut snippets: ByLanguage<Snippets> = ByLanguage::default();
    let read = pack.list("snippets").into_iter().map(|name| read_snippet(pack, values, name).map_err(Faults::from));
    for (name, text) in Faults::gather(read)? {
        snippets.ja.insert(name.clone(), text.ja);
        snippets.en.insert(name, text.en);
    }
    Ok(snippets)
}

fn read_snippet(pack: &Pack, values: &Values, name: String) -> Result<(String, ByLanguage<String>), LessonError> {
    let file = format!("snippets/{name}");
    let text = values.interpolate(&pack.label(&file), &pack.read(&file)?)?;
    let [ja, en] = [Language::Ja, Language::En].map(|language| in_language(&text, language));
    if ja.lines().count() != en.lines().count() {
        return Err(LessonError::in_file(&pack.label(&file), msg!(lesson_snippet_lines_differ)));
    }
    Ok((name, ByLanguage { ja, en }))
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
