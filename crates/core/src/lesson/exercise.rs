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
    /// By the line that a script of the step prints at its end, pasted back.
    Report(ReportForm),
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

/// A line that a script prints about what it left, such as `cleaned pm2=0 port=0`: a word, and a number for each check, which is
/// right where it is 0.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportForm {
    /// The word that the line begins with.
    pub word: String,
    /// Checks of the step that rest on the learner's word alone, by id, as the line names them.
    pub checks: Vec<String>,
}

/// Why a line doesn't confirm anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportFault {
    /// It isn't such a line, or not all of it.
    Incomplete,
    /// It says that something is left, by the checks' ids.
    Left(Vec<String>),
}

impl ReportForm {
    /// Whether `line` says of every check that nothing is left. What a terminal put around the line doesn't matter.
    ///
    /// # Errors
    /// It doesn't.
    pub fn read(&self, line: &str) -> Result<(), ReportFault> {
        let mut words = line.split_whitespace().skip_while(|word| *word != self.word).skip(1);
        let mut left = Vec::new();
        for check in &self.checks {
            let (name, number) = words.next().and_then(|word| word.split_once('=')).ok_or(ReportFault::Incomplete)?;
            let number: u32 = number.parse().map_err(|_| ReportFault::Incomplete)?;
            if name != check {
                return Err(ReportFault::Incomplete);
            }
            if number > 0 {
                left.push(check.clone());
            }
        }
        if left.is_empty() { Ok(()) } else { Err(ReportFault::Left(left)) }
    }
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
        Form::Report(form) if form.checks.is_empty() || form.word.is_empty() => {
            Some(msg!(lesson_task_report, id = &task.id))
        }
        Form::Value(_) | Form::Open(_) | Form::Report(_) => None,
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
    fn a_report_confirms_only_where_nothing_is_left() {
        let form = ReportForm { word: "cleaned".into(), checks: vec!["pm2".into(), "port".into()] };
        assert_eq!(form.read("cleaned pm2=0 port=0"), Ok(()));
        assert_eq!(form.read("[root@ip-10-0-0-1 ~]# cleaned pm2=0 port=0 \n"), Ok(()), "with the prompt before it");
        assert_eq!(form.read("cleaned pm2=0 port=12"), Err(ReportFault::Left(vec!["port".into()])));
        for line in [
            "",
            "pm2=0 port=0",
            "cleaned pm2=0",
            "cleaned port=0 pm2=0",
            "cleaned pm2= port=0",
            "cleaned pm2=0 port=-1",
        ] {
            assert_eq!(form.read(line), Err(ReportFault::Incomplete), "{line}");
        }
    }

    #[test]
    fn an_unknown_field_is_found_at_its_line() {
        let error = read("[[tasks]]\nid = \"t\"\ntypo = 1\n").unwrap_err();
        assert_eq!(error.position.map(|(line, _)| line), Some(3));
    }
}
