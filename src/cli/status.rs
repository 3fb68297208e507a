//! `status`: what was saved, without any network.

use std::process::ExitCode;

use serde::Serialize;

use super::args::StatusOptions;
use super::context::Context;
use super::output::{Fault, Output};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::progress::{Progress, Saved};

#[derive(Serialize)]
struct StatusDocument<'a> {
    schema: u32,
    lesson: &'a str,
    accounts: &'a [Progress],
}

pub fn run(context: &Context, options: &StatusOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    let Saved { read, unreadable } = context.saved(&lesson)?;
    if options.json {
        output.write_json(&StatusDocument { schema: 1, lesson: &lesson.id, accounts: &read })?;
    } else if unreadable.is_empty() || !read.is_empty() {
        output.write(&context.signs().show(&plain(context, &lesson, &read)))?;
    }
    let mut faults = unreadable.into_iter().map(|error| Fault::usage(error.text())).rev();
    // The last one is told by whoever ends the program.
    let last = faults.next();
    for fault in faults.rev() {
        eprintln!("ec-site-tutor: {}", context.localizer.say(&fault.text));
    }
    last.map_or(Ok(ExitCode::SUCCESS), Err)
}

fn plain(context: &Context, lesson: &Lesson, saved: &[Progress]) -> String {
    let say = |text: Text| context.localizer.say(&text) + "\n";
    if saved.is_empty() {
        return say(msg!(status_nothing));
    }
    let mut lines = String::new();
    for progress in saved {
        let counted: Vec<_> = lesson.steps.iter().filter(|step| !step.checks.is_empty()).collect();
        let passed = counted.iter().filter(|step| progress.passed.contains_key(&step.id)).count();
        lines += &say(msg!(status_account, account = &progress.account, passed = passed, all = counted.len()));
        for step in &lesson.steps {
            let at = progress.passed.get(&step.id).copied();
            let title = Text::Lesson(step.title.clone());
            lines += &match at {
                Some(at) => say(msg!(status_passed_step, id = &step.id, title = title, at = at)),
                None => say(msg!(status_open_step, id = &step.id, title = title)),
            };
        }
    }
    lines
}
