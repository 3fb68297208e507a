//! `doctor`: where everything comes from that the program needs, each good, odd or bad with what to do.

mod locale;
mod state;
mod terminal;
mod tutors;

use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;

use super::args::DoctorOptions;
use super::aws;
use super::context::{Context, env};
use super::output::{Fault, Output};
use super::version;
use crate::doctor::{DoctorDocument, Fact, NoAccount, OtherTutors, Release, Standing, Zone, judge, plain, worst};
use crate::lesson::{Lesson, Pack};

/// Columns where there is no terminal to ask, and the most that are used.
const COLUMNS: u16 = 80;
/// Fewer would leave no room beside the labels.
const LEAST_COLUMNS: u16 = 40;
/// What CloudShell says of itself: <https://docs.aws.amazon.com/cloudshell/latest/userguide/vm-specs.html>.
const CLOUD_SHELL: (&str, &str) = ("AWS_EXECUTION_ENV", "CloudShell");

pub fn run(context: &Context, options: &DoctorOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    let now = Timestamp::now();
    let lines = judge(&facts(context, &lesson, now)?);
    if options.json {
        output.write_json(&DoctorDocument::new(&lines, now, &context.localizer_of_data()))?;
    } else {
        let text = plain(&lines, &context.localizer, columns());
        output.write(&context.signs().show(&text))?;
    }
    Ok(ExitCode::from(u8::from(worst(&lines) == Standing::Bad)))
}

/// Everything, in the order to show.
fn facts(context: &Context, lesson: &Lesson, now: Timestamp) -> Result<Vec<Fact>, Fault> {
    let other = matches!(context.pack, Pack::Folder(_)).then(|| (lesson.id.clone(), lesson.version.clone()));
    let mut facts = vec![Fact::Release(Release { program: version::line(), lesson: other })];
    if context.args.demo {
        facts.push(Fact::NoAccount(NoAccount::Simulated));
    } else {
        facts.extend(aws::facts(context, lesson, shown, now)?);
    }
    facts.push(Fact::Terminal(terminal::gather(context)));
    facts.push(Fact::Locale(locale::gather(context, env)));
    let (name, text) = CLOUD_SHELL;
    facts.push(Fact::Zone(Zone {
        zone: context.zone.zone.clone(),
        origin: context.zone.origin.clone(),
        in_cloud_shell: env(name).is_some_and(|found| found == text),
        now,
    }));
    facts.push(Fact::State(state::gather(context.folder().as_deref(), shown)));
    facts.push(Fact::OtherTutors(OtherTutors { processes: tutors::gather() }));
    Ok(facts)
}

/// A path with `~` for the home folder.
fn shown(path: &Path) -> String {
    let home = env("HOME").filter(|home| home.len() > 1);
    match home.as_deref().and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => path.display().to_string(),
    }
}

fn columns() -> usize {
    let terminal = io::stdout().is_terminal().then(crossterm::terminal::size).and_then(Result::ok);
    usize::from(terminal.map_or(COLUMNS, |(columns, _)| columns.clamp(LEAST_COLUMNS, COLUMNS)))
}
