//! From everything that was read to what may leave the machine: without secrets, without what is none of the lab's, with
//! account numbers shortened where that is wanted. What is claimed is judged after all of that.

mod accounts;
mod fold;
mod relevant;
mod secrets;
mod user_data;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use super::model::claims;
use super::{Evidence, EvidenceError, FORMAT, TOOL};
use crate::account::Snapshot;
use crate::i18n::Language;
use crate::lesson::Lesson;
use crate::lesson::exercise::Form;
use crate::progress::Progress;
use crate::report::Report;
use accounts::Shortened;
pub use accounts::account_numbers;
use fold::UserDataJudge;
use relevant::{left_out, relevant};
use secrets::without_keys;
#[cfg(test)]
pub use secrets::without_secrets;

/// What evidence is made from.
#[derive(Clone, Debug)]
pub struct Material<'a> {
    /// The lesson, with the learner's own values in it.
    pub lesson: &'a Lesson,
    /// The account.
    pub snapshot: Snapshot,
    /// The learner's own record.
    pub record: Progress,
    /// The learner's own values.
    pub values: BTreeMap<String, String>,
    /// The learner's language.
    pub language: Language,
    /// Seconds by which the learner's clock is ahead of UTC.
    pub utc_offset: i32,
    /// The instant of judgement.
    pub now: Timestamp,
    /// Whether the account is the simulated one.
    pub simulated: bool,
    /// How account numbers are written.
    pub numbers: Numbers,
}

/// How account numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// As they are.
    Whole,
    /// Only the last four digits are real.
    Shortened,
}

/// The evidence of `material`, fit to be handed in.
///
/// # Errors
/// It can't be written as JSON.
pub fn gather(material: Material<'_>) -> Result<Evidence, EvidenceError> {
    let (lesson, now) = (material.lesson, material.now);
    let kept = of_the_lab(lesson, &material.snapshot, now);
    let evidence = Evidence {
        format: FORMAT,
        tool: TOOL.to_owned(),
        lesson: lesson.id.clone(),
        lesson_version: lesson.version.clone(),
        checks: Some(lesson.checks.clone()),
        endpoint: None,
        learner: None,
        values: values_of_checks(lesson, material.values),
        language: material.language,
        utc_offset: material.utc_offset,
        written_at: now,
        simulated: material.simulated,
        shortened: material.numbers == Numbers::Shortened,
        left_out: left_out(&material.snapshot, &kept),
        steps: Vec::new(),
        record: Progress { notes: BTreeMap::new(), values: BTreeMap::new(), ..material.record },
        snapshot: kept,
    };
    let mut evidence = cleaned(lesson, evidence, material.numbers)?;
    evidence.steps = claims(&evidence.evaluate(lesson));
    Ok(evidence)
}

/// What of the account the checks look at. Where they would find anything else in that than in the whole account, it is
/// the whole account.
fn of_the_lab(lesson: &Lesson, whole: &Snapshot, now: Timestamp) -> Snapshot {
    let report = Report::assess(lesson, whole, now);
    let part = relevant(lesson, whole, &report);
    if claims(&Report::assess(lesson, &part, now)) == claims(&report) { part } else { whole.clone() }
}

/// The learner's own values but those that the tutor asks for: no check rests on them, and they may be private.
fn values_of_checks(lesson: &Lesson, mut values: BTreeMap<String, String>) -> BTreeMap<String, String> {
    for task in lesson.steps.iter().filter_map(|step| step.exercise.as_ref()).flat_map(|exercise| &exercise.tasks) {
        if let Form::Value(form) = &task.form {
            values.remove(&form.value);
        }
    }
    values
}

/// `evidence` without secrets, and with account numbers as they are wanted.
fn cleaned(lesson: &Lesson, mut evidence: Evidence, numbers: Numbers) -> Result<Evidence, EvidenceError> {
    // In base64, chance may make anything look like anything.
    let script = user_data::of(&evidence.snapshot).map(|data| {
        let judge = UserDataJudge::new(lesson, &evidence.snapshot, evidence.written_at);
        user_data::rewrite(data, |script| judge.fold(script))
    });
    user_data::set(&mut evidence.snapshot, None);
    let account = evidence.account().map(str::to_owned);
    let unreadable = |error: serde_json::Error| EvidenceError::Data(error.to_string());
    // By way of text, as pages are written and read: another way through all these types is as much again to compile.
    let text = serde_json::to_vec(&evidence).map_err(unreadable)?;
    let mut data: Value = serde_json::from_slice(&text).map_err(unreadable)?;
    drop_keys(&mut data);
    let script = match numbers {
        Numbers::Whole => script,
        Numbers::Shortened => {
            let text = script.as_deref().and_then(user_data::script).unwrap_or_default();
            let shortened = Shortened::new(lesson, account.as_deref(), &data, &text);
            shortened.apply(&mut data);
            script.map(|script| shortened.user_data(&script))
        }
    };
    let mut evidence: Evidence = serde_json::from_slice(data.to_string().as_bytes()).map_err(unreadable)?;
    user_data::set(&mut evidence.snapshot, script);
    Ok(evidence)
}

/// Keys have no business in any name or answer, either.
fn drop_keys(value: &mut Value) {
    match value {
        Value::String(string) => *string = without_keys(string).into_owned(),
        Value::Array(items) => items.iter_mut().for_each(drop_keys),
        Value::Object(fields) => fields.values_mut().for_each(drop_keys),
        _ => {}
    }
}
