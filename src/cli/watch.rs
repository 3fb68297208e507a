//! `check --watch`: looks at the account again and again, and prints what changed.

use std::process::ExitCode;

use jiff::Timestamp;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::args::CheckOptions;
use super::context::Context;
use super::output::{Fault, Output};
use super::steps::{UNKNOWN, only, status};
use crate::account::Source;
use crate::lesson::Lesson;
use crate::look::look;
use crate::msg;
use crate::pace::{Looked, Pace};
use crate::report::{CheckId, Locked, Report, ReportDocument, changes, looked, may_pass, plain, plain_steps};
use crate::times::second;
use crate::verify::Verdict;

/// The steps asked for, and whether each is locked.
type Seen = (Report, Vec<bool>);

/// Goes on until everything asked for is passed or a matter of the learner's word, or until it is interrupted; then
/// the exit status is that of the last look.
pub fn run(context: &Context, lesson: &Lesson, options: &CheckOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let runtime = super::context::runtime()?;
    runtime.block_on(watch(context, lesson, options, output)).map(ExitCode::from)
}

async fn watch(context: &Context, lesson: &Lesson, options: &CheckOptions, output: &mut Output) -> Result<u8, Fault> {
    let printer = Printer { context, json: options.json };
    let mut source = context.source(lesson)?;
    let mut pace = if source.is_demo() { Pace::of_demo() } else { Pace::of_aws() };
    let mut last: Option<Seen> = None;
    let mut interrupt = signal(SignalKind::interrupt())
        .map_err(|error| Fault::failed(msg!(runtime_failed, error = error.to_string())))?;
    loop {
        let Some(read) = unless_interrupted(&mut interrupt, Box::pin(read(&source, lesson))).await else { break };
        match read {
            Ok(report) => {
                let seen = only(report, &options.steps);
                let news = last.as_ref().map(|(before, _)| changes(before, &seen.0));
                printer.print(output, &seen, news.as_deref())?;
                pace.note(looked(news.is_none_or(|news| !news.is_empty()), &seen.0.steps));
                last = Some(seen);
            }
            Err(verdict) => {
                eprintln!("ec-site-tutor: {}", context.localizer.say(&verdict.actual));
                pace.note(Looked::Trouble);
            }
        }
        let is_done = last.as_ref().is_some_and(|(report, _)| status(report) == 0);
        if is_done || output.reader_left() {
            break;
        }
        if unless_interrupted(&mut interrupt, tokio::time::sleep(pace.pause())).await.is_none() {
            break;
        }
        if source.is_demo() {
            // Another tutor may have acted in the simulated account since.
            source = context.source(lesson)?;
        }
    }
    Ok(last.map_or(UNKNOWN, |(report, _)| status(&report)))
}

/// What the account shows; or, where AWS couldn't be asked this time, why.
async fn read(source: &Source, lesson: &Lesson) -> Result<Report, Box<Verdict>> {
    let seen = Box::pin(look(source, lesson, &lesson.scope(), Timestamp::now)).await;
    if let Err(unseen) = seen.snapshot.identity.seen() {
        let verdict = Verdict::unknown(unseen);
        if may_pass(&verdict) {
            return Err(Box::new(verdict));
        }
    }
    Ok(seen.report)
}

/// What `work` comes to; none where Ctrl-C was pressed first.
async fn unless_interrupted<T>(interrupt: &mut Signal, work: impl Future<Output = T>) -> Option<T> {
    tokio::select! {
        done = work => Some(done),
        _ = interrupt.recv() => None,
    }
}

struct Printer<'a> {
    context: &'a Context,
    json: bool,
}

impl Printer<'_> {
    /// Everything at first, then what is new: as text, or one document a line.
    fn print(&self, output: &mut Output, seen: &Seen, news: Option<&[CheckId]>) -> Result<(), Fault> {
        let localizer = &self.context.localizer;
        let (report, locked) = match news {
            None => seen.clone(),
            Some([]) => return Ok(()),
            Some(news) => only_news(seen, news),
        };
        if self.json {
            return output.write_json_line(&ReportDocument::new(&report, &locked, &self.context.localizer_of_data()));
        }
        if news.is_none() {
            let text = plain(&report, &locked, Locked::InFull, localizer, localizer.zone());
            return output.write_text(&self.context.signs().show(&text));
        }
        let time = second(report.checked_at, localizer.zone());
        let head = localizer.say(&msg!(watch_changed_at, time = time));
        let text = format!("\n{head}\n{}", plain_steps(&report, &locked, localizer, localizer.zone()));
        output.write_text(&self.context.signs().show(&text))
    }
}

/// The steps and checks that changed.
fn only_news((report, locked): &Seen, news: &[CheckId]) -> Seen {
    let mut report = report.clone();
    let steps = std::mem::take(&mut report.steps).into_iter().zip(locked);
    let changed = steps.filter_map(|(mut step, locked)| {
        step.checks.retain(|check| news.iter().any(|(in_step, id)| *in_step == step.id && *id == check.id));
        (!step.checks.is_empty()).then_some((step, *locked))
    });
    let (steps, locked) = changed.unzip();
    report.steps = steps;
    (report, locked)
}
