//! Reads the account and writes the page.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;

use super::endpoint::foreign;
use crate::account::Snapshot;
use crate::cli::args::EvidenceOptions;
use crate::cli::context::{Context, env, runtime};
use crate::cli::new_file::not_written;
use crate::cli::output::{Fault, Output};
use crate::cli::reading::readable;
use crate::evidence::{EvidenceError, LearnerWord, Material, Numbers, gather, is_page, write};
use crate::files::{aws_file, replace};
use crate::lesson::Lesson;
use crate::look::look;
use crate::msg;
use crate::progress::Progress;
use crate::tutor::DEMO_ACCOUNT;

pub fn run(context: &Context, options: &EvidenceOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    let source = context.source(&lesson)?;
    let seen = runtime()?.block_on(look(&source, &lesson, &lesson.scope(), Timestamp::now));
    let snapshot = readable(seen.snapshot)?;
    let record = record(context, &lesson, &snapshot)?;
    let numbers = if options.redact { Numbers::Shortened } else { Numbers::Whole };
    let now = Timestamp::now();
    let material = Material {
        lesson: &lesson,
        snapshot,
        record,
        values: own_values(context, &lesson),
        language: context.localizer.language(),
        utc_offset: context.localizer.zone().to_offset(now).seconds(),
        now,
        simulated: source.is_demo(),
        numbers,
    };
    let failed = |error: EvidenceError| Fault::failed(error.text());
    let mut evidence = gather(material).map_err(failed)?;
    evidence.endpoint = if source.is_demo() { None } else { endpoint(context) };
    evidence.learner = LearnerWord::of(options.name.clone(), options.id.clone());
    let page = write(&lesson, &evidence).map_err(failed)?;
    match &options.output {
        Some(file) if file == Path::new("-") => output.write(&page)?,
        Some(file) => put(context, file, &page)?,
        None => put(context, Path::new(&evidence.file_name()), &page)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the account was read, where that isn't AWS.
pub fn endpoint(context: &Context) -> Option<String> {
    let text = |value: std::ffi::OsString| value.into_string().ok();
    let variables: Vec<(String, String)> =
        std::env::vars_os().filter_map(|(name, value)| Some((text(name)?, text(value)?))).collect();
    let config = aws_file("config", env("AWS_CONFIG_FILE")).and_then(|file| fs::read_to_string(file).ok());
    let profile = context.profile().map(str::to_owned).or_else(|| env("AWS_PROFILE"));
    foreign(&variables, &config.unwrap_or_default(), profile.as_deref().unwrap_or("default"))
}

/// The learner's own values, as far as the lesson has them.
fn own_values(context: &Context, lesson: &Lesson) -> BTreeMap<String, String> {
    let own = context.settings.values.of_lesson(&lesson.id).into_iter();
    own.filter(|(name, _)| lesson.values.get(name).is_some()).collect()
}

/// What is saved of this account; nothing reached where nothing is saved, or where it can't be told whose it is.
fn record(context: &Context, lesson: &Lesson, snapshot: &Snapshot) -> Result<Progress, Fault> {
    let account = if context.args.demo { Some(DEMO_ACCOUNT) } else { snapshot.account() };
    let mut record = match (context.store(lesson), account) {
        (Some(store), Some(account)) => store.load(account, &lesson.id).map_err(|error| Fault::usage(error.text()))?,
        _ => Progress::new(account.unwrap_or_default(), &lesson.id),
    };
    // Drills are done on the simulated account, whoever does them; a record of the demo that can't be read tells none.
    if let Some(drilled) = Context::demo_store(lesson).and_then(|store| store.load(DEMO_ACCOUNT, &lesson.id).ok()) {
        record.take_drills(&drilled);
    }
    Ok(record)
}

/// Writes the page, in the place of an older page but of nothing else.
fn put(context: &Context, file: &Path, page: &str) -> Result<(), Fault> {
    let name = file.display().to_string();
    let replaces = match fs::symlink_metadata(file) {
        Ok(found) if found.is_file() && fs::read(file).is_ok_and(|bytes| is_page(&bytes)) => true,
        Ok(_) => return Err(Fault::failed(msg!(evidence_in_the_way, file = name))),
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        Err(error) => return Err(not_written(&name, &error)),
    };
    replace(file, page.as_bytes()).map_err(|error| not_written(&name, &error))?;
    let said =
        if replaces { msg!(evidence_page_replaced, file = name) } else { msg!(evidence_written_to, file = name) };
    eprintln!("{}", context.localizer.say(&said));
    Ok(())
}
