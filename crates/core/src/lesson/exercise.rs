//! What the learner answers in a step: choices, questions in their own words, values of their own.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::source::SourceText;
use super::suggestion::suggest;
use super::toml_file::TomlFile;
use super::{LessonError, Values};
use crate::i18n::{Localized, Text};
use crate::msg;

/// The exercise of a step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Its tasks, in the order in which they are asked.
    pub tasks: Vec<Task>,
}

/// One thing to answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Unique within the exercise; answers are kept under it.
    pub id: String,
    /// Whether it is a guess: asked before the account is looked at, and judged by what is seen then. Choices only.
    #[serde(default)]
    pub predict: bool,
    /// What is asked.
    pub question: Localized,
    /// How it is answered.
    pub form: Form,
}

/// How a task is answered.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// By one of several options.
    Choice(Vec<Choice>),
    /// In the learner's own words.
    Open(Open),
    /// By a value of the lesson that only the learner knows.
    Value(ValueForm),
}

/// An option.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Unique within the task.
    pub id: String,
    /// What it says.
    pub text: Localized,
    /// Whether it is right.
    #[serde(default)]
    pub right: bool,
    /// Why it is right or wrong; shown once it is chosen.
    pub because: Localized,
}

/// A question that has no single right answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// Sets the learner thinking.
    pub hint: Localized,
    /// A good answer, to compare one's own with.
    pub answer: Localized,
    /// What a good answer has in it, for the learner to tick.
    #[serde(default)]
    pub points: Vec<Localized>,
}

/// A value to enter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueForm {
    /// Its name among the values of the lesson.
    pub value: String,
    /// What may be entered.
    pub kind: ValueKind,
}

/// What may be entered as a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueKind {
    /// The ARN of a secret in Secrets Manager, and so never the secret itself.
    SecretArn,
}

impl Task {
    /// The option of this id, where the task has options.
    #[must_use]
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices().iter().find(|choice| choice.id == id)
    }

    /// The options; none where the task is answered in another way.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match &self.form {
            Form::Choice(choices) => choices,
            _ => &[],
        }
    }
}

/// The exercise in `source`, with its values filled in.
///
/// # Errors
/// What isn't an exercise, or one that can't be answered, with its place where that is known.
pub fn read(source: SourceText<'_>, values: &Values) -> Result<Exercise, LessonError> {
    let exercise: Exercise = TomlFile::parse(source)?.fill(values)?.read()?;
    if exercise.tasks.is_empty() {
        return Err(source.fault(0, msg!(lesson_exercise_empty)));
    }
    let mut ids = BTreeSet::new();
    for (number, task) in exercise.tasks.iter().enumerate() {
        let problem =
            if ids.insert(&task.id) { fault(task, values) } else { Some(msg!(lesson_task_twice, id = &task.id)) };
        if let Some(problem) = problem {
            return Err(source.fault(start_of_task(source.text, number), problem));
        }
    }
    Ok(exercise)
}

/// Where a task begins; the start of the file where tasks are written as one list.
fn start_of_task(source: &str, number: usize) -> usize {
    source.match_indices("[[tasks]]").nth(number).map_or(0, |(offset, _)| offset)
}

fn fault(task: &Task, values: &Values) -> Option<Text> {
    if task.predict && task.choices().is_empty() {
        return Some(msg!(lesson_task_predict, id = &task.id));
    }
    match &task.form {
        Form::Choice(choices) => {
            let options: BTreeSet<&String> = choices.iter().map(|choice| &choice.id).collect();
            let is_sound = options.len() == choices.len() && choices.iter().any(|choice| choice.right);
            (!is_sound).then(|| msg!(lesson_task_options, id = &task.id))
        }
        Form::Value(form) if values.get(&form.value).is_none() => {
            let known = values.iter().map(|(name, _)| name);
            Some(suggest(msg!(lesson_unknown_value, name = &form.value), &form.value, known))
        }
        Form::Value(_) | Form::Open(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Exercise, LessonError> {
        super::read(SourceText { file: "f", text }, &Values::default())
    }

    const OPTION: &str = r#"text = { ja = "あ", en = "a" }, because = { ja = "い", en = "b" }"#;

    fn choice(options: &[(&str, bool)]) -> String {
        let options: Vec<String> =
            options.iter().map(|(id, right)| format!("{{ id = \"{id}\", right = {right}, {OPTION} }}")).collect();
        format!(
            "[[tasks]]\nid = \"t\"\nquestion = {{ ja = \"問\", en = \"q\" }}\nform.choice = [{}]\n",
            options.join(", ")
        )
    }

    #[test]
    fn a_choice_needs_a_right_option_and_options_that_differ() {
        assert!(read(&choice(&[("a", false), ("b", true)])).is_ok());
        assert!(read(&choice(&[("a", false), ("b", false)])).is_err());
        assert!(read(&choice(&[("a", false), ("a", true)])).is_err());
        assert!(read(&choice(&[])).is_err());
    }

    #[test]
    fn two_tasks_of_one_id_and_no_task_at_all_are_faults() {
        let one = choice(&[("a", true)]);
        assert!(read(&format!("{one}{one}")).is_err());
        assert!(read("tasks = []").is_err());
    }

    #[test]
    fn an_unknown_field_is_found_at_its_line() {
        let error = read("[[tasks]]\nid = \"t\"\ntypo = 1\n").unwrap_err();
        assert_eq!(error.position.map(|(line, _)| line), Some(3));
    }
}
