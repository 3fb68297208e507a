//! `class`: how every learner of a class stands, on a board or as data.

mod board;
mod feedback;
mod file;
mod gather;
mod given;
mod progress;
mod settle;
mod show;
mod wishes;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use jiff::Timestamp;

use super::args::ClassOptions;
use super::context::Context;
use super::context::{env, runtime};
use super::output::{Fault, Output};
use crate::class::{
    DemoClass, EXAMPLE, Format, History, Recorder, Roster, RosterEntry, Row, Shard, compare, roster_bytes, template,
    text,
};
use crate::i18n::Text;
use crate::lesson::{Lesson, LessonError};
use crate::msg;
use file::INTERRUPTED;
use gather::{Ended, gather};
use settle::settle;
use show::{Shape, Shower};
use wishes::{accounts, minutes};

/// In the place of a roster: rows from standard input.
const STANDARD_INPUT: &str = "-";
/// How many learners the simulated class has.
const DEMO_LEARNERS: usize = 30;
/// Exit status where something couldn't be read.
const NOT_ALL: u8 = 1;

pub fn run(context: &Context, options: &ClassOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    if options.init && options.csv {
        return output.write(&template(context.localizer.language())).map(|()| ExitCode::SUCCESS);
    }
    if options.init {
        return output.write(EXAMPLE).map(|()| ExitCode::SUCCESS);
    }
    let lesson = Arc::new(context.lesson()?);
    let shape = Shape::of(options);
    match wishes::file(options) {
        Some(file) => {
            file::write(context, file, options.every, shape, |kept| show(context, options, &lesson, shape, kept))
        }
        None => show(context, options, &lesson, shape, output).map(ExitCode::from),
    }
}

/// Shows the class once; the exit status.
fn show(
    context: &Context,
    options: &ClassOptions,
    lesson: &Arc<Lesson>,
    shape: Shape,
    output: &mut Output,
) -> Result<u8, Fault> {
    if options.anonymous && matches!(shape, Shape::Board | Shape::Gradebook) {
        return Err(Fault::usage(msg!(class_anonymous_board)));
    }
    if !options.merge.is_empty() {
        return show_given(context, options, lesson, shape, &options.merge, output);
    }
    match &options.roster {
        Some(roster) if roster.as_os_str() == STANDARD_INPUT => {
            show_given(context, options, lesson, shape, &[], output)
        }
        _ => show_read(context, options, lesson, shape, output),
    }
}

/// Shows rows that were read before, here or elsewhere.
fn show_given(
    context: &Context,
    options: &ClassOptions,
    lesson: &Arc<Lesson>,
    shape: Shape,
    files: &[std::path::PathBuf],
    output: &mut Output,
) -> Result<u8, Fault> {
    let given = given::read(files, &lesson.id)?;
    for problem in &given.problems {
        eprintln!("ec-site-tutor: {}", context.localizer.say(problem));
    }
    let (mut rows, recorder) = settle(given.rows);
    compare(&mut rows);
    if shape == Shape::Board && board::has_screen(env) {
        return board::show(context, options, lesson, None, rows, recorder);
    }
    let mut shower = Shower::new(context, options, lesson, shape);
    if options.anonymous {
        shower.hide(rows.iter().map(Row::key));
    }
    for row in &rows {
        shower.take(row, output)?;
    }
    if let Some(folder) = &options.feedback {
        shower.write_feedback(folder, &rows)?;
    }
    shower.finish(&rows, rows.len(), recorder.timeline(), output)?;
    Ok(if given.problems.is_empty() { status(&rows) } else { NOT_ALL })
}

/// Reads the class of a roster, and shows it.
fn show_read(
    context: &Context,
    options: &ClassOptions,
    lesson: &Arc<Lesson>,
    shape: Shape,
    output: &mut Output,
) -> Result<u8, Fault> {
    let roster = roster(context, options)?;
    let mut recorder = recorder(context, options, lesson, &roster);
    if shape == Shape::Board && board::has_screen(env) {
        return board::show(context, options, lesson, Some(roster), Vec::new(), recorder);
    }
    let mut shower = Shower::new(context, options, lesson, shape);
    if options.anonymous {
        shower.hide(roster.entries.iter().map(RosterEntry::key));
    }
    shower.grade(roster.score.clone(), lesson)?;
    let runtime = runtime()?;
    let gathered = runtime.block_on(async {
        let accounts = accounts(context, lesson).await?;
        let wishes = gather::Wishes { at_once: options.at_once.into(), fresh: options.resume.map(minutes) };
        gather(&accounts, &roster, &mut recorder, wishes, &context.localizer, |row| {
            shower.take(row, output)?;
            Ok(output.reader_left())
        })
        .await
    });
    // A name being looked up can't be broken off; whoever pressed Ctrl-C must not wait for it.
    runtime.shutdown_background();
    let mut gathered = gathered?;
    compare(&mut gathered.rows);
    if let Some(folder) = &options.feedback {
        shower.write_feedback(folder, &gathered.rows)?;
    }
    shower.finish(&gathered.rows, roster.entries.len(), recorder.timeline(), output)?;
    if let Some(trouble) = recorder.trouble() {
        eprintln!("ec-site-tutor: {}", context.localizer.say(trouble));
    }
    if gathered.ended == Ended::Interrupted {
        let text = msg!(class_interrupted, read = gathered.rows.len(), all = roster.entries.len());
        eprintln!("ec-site-tutor: {}", context.localizer.say(&text));
        return Ok(INTERRUPTED);
    }
    Ok(status(&gathered.rows))
}

fn status(rows: &[Row]) -> u8 {
    if rows.iter().any(|row| row.unread.is_some()) { NOT_ALL } else { 0 }
}

/// The learners that the arguments ask for.
fn roster(context: &Context, options: &ClassOptions) -> Result<Roster, Fault> {
    let roster = match &options.roster {
        Some(file) => read_roster(file)?,
        None if !context.args.demo => return Err(Fault::usage(msg!(usage_missing, argument = "<ROSTER>"))),
        None => DemoClass::roster(DEMO_LEARNERS, context.localizer.language()),
    };
    let Some(shard) = &options.shard else { return Ok(roster) };
    let shard = Shard::parse(shard, env).ok_or_else(|| Fault::usage(msg!(class_shard, text = shard)))?;
    Ok(roster.part(shard))
}

fn read_roster(file: &Path) -> Result<Roster, Fault> {
    let name = file.display().to_string();
    let refused = |problem: Text| Fault::usage(msg!(lesson_error, place = &name, problem = problem));
    let format = Format::of(file).ok_or_else(|| refused(msg!(class_roster_format)))?;
    let bytes = roster_bytes(file).map_err(refused)?;
    let source = text(&bytes)
        .ok_or_else(|| Fault::usage(LessonError::in_bytes(&name, &bytes, msg!(class_roster_encoding)).text()))?;
    let folder = file.parent().unwrap_or(Path::new(""));
    Roster::parse(&name, folder, &source, format).map_err(|error| Fault::usage(error.text()))
}

/// What is known of the class from before. That of the simulated class is made up.
fn recorder(context: &Context, options: &ClassOptions, lesson: &Lesson, roster: &Roster) -> Recorder {
    match (&options.roster, context.folder()) {
        (Some(file), Some(folder)) => Recorder::open(&History::file(&folder, file, &lesson.id)),
        (None, _) => {
            let mut recorder = Recorder::default();
            for row in DemoClass::past(roster, lesson, Timestamp::now()) {
                recorder.note(row);
            }
            recorder
        }
        _ => Recorder::default(),
    }
}
