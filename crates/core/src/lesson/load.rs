//! Reads a pack into a [`Lesson`], or says what is wrong with it, where.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::error::Faults;
use super::manifest::{Manifest, ManifestHead, ManifestName};
use super::source::SourceText;
use super::steps::{Judging, StepReader};
use super::suggestion::suggest;
use super::texts::TextReader;
use super::toml_file::TomlFile;
use super::values::definition;
use super::{ByLanguage, Lab, Lesson, LessonError, Pack, Prices, Snippets, Values};
use crate::i18n::{Language, Text};
use crate::msg;

/// The format that this program reads.
const FORMAT: u32 = 1;
const MANIFEST: &str = "lesson.toml";
/// The version of this program.
const RELEASE: &str = env!("CARGO_PKG_VERSION");

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
    let file = TomlFile::parse_whole(source)?;
    let values = read_values(source, file.part(&["format", "requires", "values"])?, own_values)?;
    let (checks, digests) = (file.digest(), file.digests());
    let read = read_manifest(source, file, &values);
    let prices = Prices::of(pack).map_err(Faults::from);
    // A text that shows a faulty snippet isn't at fault itself, so the texts wait.
    let beside = Faults::both(read_snippets(pack, &values), prices);
    let ((manifest, sound), (snippets, prices)) = Faults::both(read, beside)?;
    let (values, snippets) = (Arc::new(values), Arc::new(snippets));
    let texts = TextReader::of(pack, &values, &snippets);
    let reader = StepReader { pack, source, values: &values, texts, judged };
    let steps = Faults::gather(manifest.steps.into_iter().map(|step| reader.read(step)));
    let ((), steps) = Faults::both(sound, steps)?;
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

/// What is wrong where a pack wants `wanted`, such as `>=0.2`, and this is `release`; nothing where that will do.
fn missing_release(wanted: &str, release: &str) -> Option<Text> {
    let numbers = |version: &str| -> Option<Vec<u32>> {
        let numbers: Vec<u32> = version.split('.').map(|number| number.parse().ok()).collect::<Option<_>>()?;
        (1..=3).contains(&numbers.len()).then_some(numbers)
    };
    let least = wanted.strip_prefix(">=").map(str::trim);
    let Some((least, least_numbers)) = least.and_then(|least| Some((least, numbers(least)?))) else {
        return Some(msg!(lesson_requires_form));
    };
    let is_older = numbers(release).is_some_and(|found| found < least_numbers);
    is_older.then(|| msg!(lesson_requires, wanted = least, release = release))
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
    if let Some(requires) = &head.requires
        && let Some(problem) = missing_release(requires.get_ref(), RELEASE)
    {
        return Err(source.fault(requires.span().start, problem));
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

/// The manifest, and whether it is sound. What is left of a faulty one is good for reading the files of its steps, so that
/// their faults are told, too.
fn read_manifest(
    source: SourceText<'_>,
    file: TomlFile<'_>,
    values: &Values,
) -> Result<(Manifest, Result<(), Faults>), Faults> {
    let (file, mut faults) = file.filled(values);
    let (manifest, of_fields) = file.read_whole::<Manifest>();
    faults.extend(of_fields);
    let Some(mut manifest) = manifest else {
        Faults::none_of(faults)?;
        return Ok((file.read()?, Ok(())));
    };
    if !faults.is_empty() {
        // A check that couldn't be read isn't there to be named.
        manifest.steps.iter_mut().for_each(|step| step.items.clear());
    }
    if faults.is_empty() {
        faults.extend(without_checks(source, &manifest));
    }
    faults.extend(wrong_ids(source, &manifest));
    let sound = Faults::none_of(faults);
    if sound.is_err() {
        manifest.steps.retain(|step| !step.id.get_ref().is_empty());
        manifest.steps.iter_mut().for_each(|step| step.checks.clear());
    }
    Ok((manifest, sound))
}

/// Steps with which nothing could be wrong, and so nothing could be right.
fn without_checks(source: SourceText<'_>, manifest: &Manifest) -> Vec<LessonError> {
    let bare = manifest.steps.iter().filter(|step| !step.checks.iter().any(|check| check.required));
    let fault =
        |id: &toml::Spanned<String>| source.fault(id.span().start, msg!(lesson_step_without_checks, id = id.get_ref()));
    bare.map(|step| fault(&step.id)).collect()
}

fn wrong_ids(source: SourceText<'_>, manifest: &Manifest) -> Vec<LessonError> {
    let (mut faults, mut steps) = (Vec::new(), BTreeSet::new());
    for step in &manifest.steps {
        let (id, place) = (step.id.get_ref(), step.id.span().start);
        let mut fault = |problem| faults.push(source.fault(place, problem));
        if !id.is_empty() && !steps.insert(id) {
            fault(msg!(lesson_step_twice, id = id));
        }
        let mut checks = BTreeSet::new();
        for twin in step.checks.iter().filter(|check| !check.id.is_empty() && !checks.insert(&check.id)) {
            fault(msg!(lesson_check_twice, id = &twin.id, step = id));
        }
        for check in step.items.iter().flat_map(|item| &item.checks).filter(|check| !checks.contains(check)) {
            let problem = msg!(lesson_item_unknown_check, id = check, step = id);
            fault(suggest(problem, check, checks.iter().map(|known| known.as_str())));
        }
    }
    faults
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

/// A TOML file of a pack that isn't part of the lesson, with the lesson's values put in.
///
/// # Errors
/// Everything that is wrong in it.
pub fn read_beside<T: DeserializeOwned>(pack: &Pack, name: &str, values: &Values) -> Result<T, Vec<LessonError>> {
    let read = || -> Result<T, Faults> {
        let (label, text) = (pack.label(name), pack.read(name)?);
        let (file, mut faults) = TomlFile::parse_whole(SourceText { file: &label, text: &text })?.filled(values);
        let (read, of_fields) = file.read_whole();
        faults.extend(of_fields);
        Faults::none_of(faults)?;
        read.map_or_else(|| Ok(file.read()?), Ok)
    };
    read().map_err(|faults| faults.into_iter().collect())
}

/// The lines of a snippet for `language`: those marked with it (`@ja `, `@en `), without the mark, and the unmarked.
pub fn in_language(text: &str, language: Language) -> String {
    let kept = |line: &'_ str| match line.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
        Some((tag, rest)) if tag == language.tag() => Some(format!("{rest}\n")),
        Some(("ja" | "en", _)) => None,
        _ => Some(format!("{line}\n")),
    };
    text.lines().filter_map(kept).collect()
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(">=0.2", "0.1.0", false; "an older one")]
    #[test_case(">=0.2", "0.2.0", true; "the same")]
    #[test_case(">= 0.2.1", "0.10.0", true; "a newer one with more digits")]
    #[test_case(">=1", "0.9.9", false; "another series")]
    #[test_case("0.2", "0.2.0", false; "no comparison")]
    #[test_case(">=soon", "0.2.0", false; "no number")]
    #[test_case(">=0.2, <0.3", "0.2.0", false; "two comparisons")]
    fn a_pack_may_want_a_version_of_the_program(wanted: &str, release: &str, will_do: bool) {
        assert_eq!(missing_release(wanted, release).is_none(), will_do);
    }
}
