//! A roster as TOML: `[[learner]]` tables, and above them what holds for all.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::fields::{Field, Fields, NAMES, RosterFault};
use super::{Roster, ScoreRule};
use crate::lesson::{LessonError, toml_error};
use crate::msg;

const LEARNER: &str = "learner";
/// Values of the lesson: a learner's own, and above the learners those of all.
const VALUES: &str = "values";
/// By what learners are graded.
const SCORE: &str = "score";
/// What may stand above the learners.
const SHARED: [&str; 2] = ["external_id", "region"];

/// The roster in `source`.
///
/// # Errors
/// It isn't TOML, or not a roster.
pub fn roster(file: &str, source: &str) -> Result<Roster, LessonError> {
    let document = DeTable::parse(source).map_err(|error| toml_error(file, source, &error))?;
    let shared = shared(file, source, document.get_ref())?;
    let Some(learners) = document.get_ref().get(LEARNER) else {
        return Err(LessonError::in_file(file, msg!(class_roster_empty)));
    };
    let tables = learners.get_ref().as_array();
    let Some(tables) = tables else {
        return Err(LessonError::at(file, source, learners.span().start, msg!(class_roster_learner)));
    };
    let lines = Lines::of(source);
    let common = common_values(file, source, document.get_ref())?;
    let entry = |(index, table): (usize, &toml::Spanned<DeValue<'_>>)| {
        let place = lines.place(table.span().start);
        let mut fields = Fields { place, values: common.clone(), ..Fields::default() };
        match table.get_ref().as_table() {
            Some(table) => lines.take(table, &mut fields),
            None => fields.fault = Some(RosterFault { place, problem: msg!(class_roster_learner) }),
        }
        for (name, field) in &shared {
            if !fields.known.iter().any(|(known, _)| known == name) {
                fields.known.push((name, field.clone()));
            }
        }
        fields.entry(file, index + 1)
    };
    let entries = tables.iter().enumerate().map(entry).collect();
    Ok(Roster { entries, score: score(file, source, document.get_ref())? })
}

/// What the table of the grades says.
fn score(file: &str, source: &str, document: &DeTable<'_>) -> Result<ScoreRule, LessonError> {
    let Some(table) = document.get(SCORE) else { return Ok(ScoreRule::default()) };
    let fault = |offset: usize| LessonError::at(file, source, offset, msg!(class_roster_score));
    let fields = table.get_ref().as_table().ok_or_else(|| fault(table.span().start))?;
    let mut rule = ScoreRule::default();
    for (name, value) in fields {
        let wrong = || fault(value.span().start);
        match name.get_ref().as_ref() {
            "steps" => {
                let steps = value.get_ref().as_array().ok_or_else(wrong)?;
                let ids = steps.iter().map(|step| step.get_ref().as_str().map(str::to_owned));
                rule.steps = ids.collect::<Option<_>>().ok_or_else(wrong)?;
            }
            "by" => {
                let at = match value.get_ref() {
                    DeValue::String(text) => text.parse().ok(),
                    DeValue::Datetime(at) => at.to_string().parse().ok(),
                    _ => None,
                };
                rule.by = Some(at.ok_or_else(wrong)?);
            }
            _ => return Err(fault(name.span().start)),
        }
    }
    Ok(rule)
}

fn common_values(file: &str, source: &str, document: &DeTable<'_>) -> Result<BTreeMap<String, String>, LessonError> {
    let Some(table) = document.get(VALUES) else { return Ok(BTreeMap::new()) };
    values(table).map_err(|offset| LessonError::at(file, source, offset, msg!(class_roster_values)))
}

/// The values in a table; or where one is none.
fn values(table: &toml::Spanned<DeValue<'_>>) -> Result<BTreeMap<String, String>, usize> {
    let entries = table.get_ref().as_table().ok_or(table.span().start)?;
    let text = |value: &DeValue<'_>| match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        _ => None,
    };
    let mut found = BTreeMap::new();
    for (name, value) in entries {
        found.insert(name.get_ref().to_string(), text(value.get_ref()).ok_or(value.span().start)?);
    }
    Ok(found)
}

fn shared(file: &str, source: &str, document: &DeTable<'_>) -> Result<Vec<(&'static str, Field)>, LessonError> {
    let lines = Lines::of(source);
    let mut shared = Vec::new();
    let is_field = |name: &str| ![LEARNER, SCORE, VALUES].contains(&name);
    for (name, value) in document.iter().filter(|(name, _)| is_field(name.get_ref())) {
        let offset = name.span().start;
        let Some(known) = SHARED.into_iter().find(|known| *known == name.get_ref()) else {
            let problem = msg!(class_roster_unknown_field, name = name.get_ref().as_ref());
            return Err(LessonError::at(file, source, offset, problem));
        };
        let Some(text) = value.get_ref().as_str() else {
            return Err(LessonError::at(file, source, value.span().start, msg!(class_roster_text, name = known)));
        };
        shared.push((known, Field { value: text.to_owned(), place: lines.place(value.span().start) }));
    }
    Ok(shared)
}

/// Tells lines and columns, of thousands of learners without reading the file from its start for each.
struct Lines<'a> {
    source: &'a str,
    /// Where each begins.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(source: &'a str) -> Self {
        let ends = source.match_indices('\n').map(|(end, _)| end + 1);
        Self { source, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// Counted from 1, columns in characters.
    fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index)).copied().unwrap_or(0);
        let before = self.source.get(start..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    fn take(&self, table: &DeTable<'_>, fields: &mut Fields) {
        for (name, value) in table {
            let known = NAMES.into_iter().find(|known| *known == name.get_ref());
            let place = self.place(value.span().start);
            if name.get_ref() == VALUES {
                match values(value) {
                    Ok(own) => fields.values.extend(own),
                    Err(offset) => {
                        let place = self.place(offset);
                        fields.note(RosterFault { place, problem: msg!(class_roster_values) });
                    }
                }
                continue;
            }
            match (known, value.get_ref().as_str()) {
                (Some(_), Some("")) => {}
                (Some(known), Some(text)) => fields.known.push((known, Field { value: text.to_owned(), place })),
                (Some(known), None) => {
                    fields.note(RosterFault { place, problem: msg!(class_roster_text, name = known) });
                }
                (None, _) => {
                    let problem = msg!(class_roster_unknown_field, name = name.get_ref().as_ref());
                    fields.note(RosterFault { place: self.place(name.span().start), problem });
                }
            }
        }
    }
}
