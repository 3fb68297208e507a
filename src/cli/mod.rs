//! From arguments to an exit status. One file a command; texts in the learner's language.

mod args;
mod aws;
mod check;
mod class;
mod cleanup;
mod completions;
mod context;
mod cost;
mod doctor;
mod drill;
mod evidence;
mod explain;
mod kinds;
mod lesson;
mod lint;
mod load;
mod man;
mod map;
mod new;
mod new_file;
mod output;
mod own_values;
mod packs;
mod policy;
mod reading;
mod settings;
mod snippet;
mod status;
mod steps;
mod test;
mod tutor;
mod usage;
mod version;
mod watch;
mod zone;

use std::ffi::OsString;
use std::process::ExitCode;

use args::{Args, Command};
use context::{Context, env};
use output::{Fault, Output};
use packs::chosen_pack;
use settings::Settings;
use zone::Zone;

use crate::i18n::{Language, Localizer, choose};
use crate::lesson::Pack;
use crate::text::visible;

/// Runs the program and says how it ended: see the contract's exit statuses.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let spoken = usage::language_flag(&arguments);
    let localizer = Localizer::new(choose(spoken, None, env));
    let args = match usage::parse(&arguments, &localizer) {
        Ok(args) => args,
        Err(code) => return code,
    };
    let settings = usage::refuse_unreadable(std::env::vars_os()).and_then(|()| Settings::load().map_err(Fault::usage));
    match settings.and_then(|settings| run(args, settings, spoken)) {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("ec-site-tutor: {}", visible(&localizer.say(&fault.text)));
            fault.code()
        }
    }
}

fn run(args: Args, settings: Settings, spoken: Option<Language>) -> Result<ExitCode, Fault> {
    let zone = Zone::choose(settings.time_zone.as_ref(), env);
    let localizer = Localizer::new(choose(spoken, settings.language, env)).in_zone(zone.zone.clone());
    // A drill is about the simulated account, whatever else is said.
    let demo = args.demo || matches!(args.command, Some(Command::Drill(_)));
    let args = Args { demo, ..args };
    let pack = match chosen_pack(args.lesson.as_deref(), settings.lesson.as_deref()) {
        Err(_) if args.command.as_ref().is_some_and(|command| !command.needs_lesson()) => Pack::Embedded,
        pack => pack?,
    };
    let context = Context { args, settings, localizer, zone, pack };
    let mut output = Output::stdout();
    match &context.args.command {
        Some(Command::Check(options)) => check::run(&context, options, &mut output),
        Some(Command::Explain(options)) => explain::run(&context, options, &mut output),
        Some(Command::Status(options)) => status::run(&context, options, &mut output),
        Some(Command::Drill(options)) => drill::run(&context, options),
        Some(Command::Map(options)) => map::run(&context, options, &mut output),
        Some(Command::Snippet(options)) => snippet::run(&context, options, &mut output),
        Some(Command::Load(options)) => load::run(&context, options, &mut output),
        Some(Command::Cleanup(options)) => cleanup::run(&context, options, &mut output),
        Some(Command::Cost(options)) => cost::run(&context, options, &mut output),
        Some(Command::Evidence(options)) => evidence::run(&context, options, &mut output),
        Some(Command::Policy(options)) => policy::run(&context, options, &mut output),
        Some(Command::Class(options)) => class::run(&context, options, &mut output),
        Some(Command::Doctor(options)) => doctor::run(&context, options, &mut output),
        Some(Command::Lint(options)) => lint::run(&context, options, &mut output),
        Some(Command::Lesson(command)) => lesson::run(&context, command, &mut output),
        Some(Command::New(options)) => new::run(&context, options, &mut output),
        Some(Command::Kinds(options)) => kinds::run(&context, options, &mut output),
        Some(Command::Schema) => kinds::schema(&mut output),
        Some(Command::Test(options)) => test::run(&context, options, &mut output),
        Some(Command::Completions(options)) => completions::run(&context, options, &mut output),
        Some(Command::Man) => man::run(&context, &mut output),
        None => tutor::run(&context),
    }
}
