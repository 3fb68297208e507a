//! The code of a step: its blocks in the order of the text, each with the name of a file that it could be kept in; and what
//! mends the step, ready to be copied.

use std::borrow::Cow;

use super::{Model, Tab};
use crate::diagnose::Means;
use crate::i18n::{Language, Localizer};
use crate::lesson::prose::Block;
use crate::lesson::{Lesson, Step, short_name};
use crate::progress::StepState;
use crate::report::StepReport;

/// One block of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code<'a> {
    /// The name of a file for it.
    pub name: String,
    /// The code, without a newline at its end.
    pub text: Cow<'a, str>,
}

impl Model {
    /// What can be shown bare: beside the results, what mends them; else the code of the step, none of a locked one, whose
    /// text isn't shown either.
    #[must_use]
    pub fn code(&self) -> Vec<Code<'_>> {
        let repairs = self.repairs();
        if self.view.tab == Tab::Results && !repairs.is_empty() {
            return repairs;
        }
        let is_hidden = |step: &Step| !step.reference && self.state(self.view.step) == StepState::Locked;
        let step = self.step().filter(|step| !is_hidden(step));
        step.map(|step| of_step(&self.lesson, step, self.localizer.language())).unwrap_or_default()
    }

    /// The commands and pages that mend the step shown.
    #[must_use]
    pub fn repairs(&self) -> Vec<Code<'static>> {
        self.step_report().map(|report| of_repairs(report, &self.localizer)).unwrap_or_default()
    }

    /// The block of the code page.
    #[must_use]
    pub fn current_code(&self) -> Option<Code<'_>> {
        self.code().into_iter().nth(self.view.code)
    }
}

/// The code of `step` in `language`.
fn of_step<'a>(lesson: &'a Lesson, step: &'a Step, language: Language) -> Vec<Code<'a>> {
    let mut found = Vec::new();
    collect(step.prose(language), &mut found);
    let files = lesson.snippets.get(language);
    let name = |index: usize, snippet: Option<&str>| match snippet {
        Some(name) => {
            files.keys().find(|file| *file == name || short_name(file) == name).map_or(name, String::as_str).to_owned()
        }
        None => format!("{}-{}.txt", step.id, index + 1),
    };
    found
        .into_iter()
        .enumerate()
        .map(|(index, (snippet, text))| Code { name: name(index, snippet), text: text.into() })
        .collect()
}

/// The commands and console pages that mend what isn't right in the step, each a block of its own.
fn of_repairs(report: &StepReport, localizer: &Localizer) -> Vec<Code<'static>> {
    let mut found = Vec::new();
    for check in &report.checks {
        for (index, repair) in check.repair.iter().enumerate() {
            let ending = match repair.means {
                Means::Cli => "sh",
                Means::Link => "txt",
                Means::Console => continue,
            };
            let name = format!("{}-{}-{}.{ending}", report.id, check.id, index + 1);
            found.push(Code { name, text: localizer.say(&repair.text).into() });
        }
    }
    found
}

fn collect<'a>(blocks: &'a [Block], found: &mut Vec<(Option<&'a str>, &'a str)>) {
    for block in blocks {
        match block {
            Block::Code { snippet, text } => found.push((snippet.as_deref(), text)),
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, found)),
            Block::Heading(_) | Block::Paragraph(_) | Block::Table { .. } | Block::Picture { .. } => {}
        }
    }
}
