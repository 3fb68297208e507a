//! From arguments to an exit status. One file a command; texts in the learner's language.

mod args;
mod aws;
mod check;
mod class;
mod cleanup;
mod completions;
mod cost;
mod evidence;
mod explain;
mod lint;
mod load;
mod man;
mod map;
mod output;
mod policy;
mod settings;
mod snippet;
mod status;
mod steps;
mod tutor;
mod usage;
mod version;
mod watch;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use args::{Args, Command};
use jiff::Timestamp;
use output::{Fault, Output};
use settings::Settings;

use crate::account::demo::{self, SimulatedAccount};
use crate::account::{Scope, Snapshot, Source};
use crate::files::state_folder;
use crate::i18n::{Language, Localizer, Text, choose};
use crate::lesson::{Lesson, Pack, load};
use crate::msg;
use crate::progress::{Progress, Store};
use crate::signs::Signs;
use crate::text::visible;
use crate::verify::Verdict;

/// The simulated account, in the demo's folder.
const WORLD: &str = "world.json";

/// What every command works with.
struct Context {
    args: Args,
    settings: Settings,
    localizer: Localizer,
}

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
    let localizer = Localizer::new(choose(spoken, settings.language, env));
    let context = Context { args, settings, localizer };
    let mut output = Output::stdout();
    match &context.args.command {
        Some(Command::Check(options)) => check::run(&context, options, &mut output),
        Some(Command::Explain(options)) => explain::run(&context, options, &mut output),
        Some(Command::Status(options)) => status::run(&context, options, &mut output),
        Some(Command::Map(options)) => map::run(&context, options, &mut output),
        Some(Command::Snippet(options)) => snippet::run(&context, options, &mut output),
        Some(Command::Load(options)) => load::run(&context, options, &mut output),
        Some(Command::Cleanup(options)) => cleanup::run(&context, options, &mut output),
        Some(Command::Cost(options)) => cost::run(&context, options, &mut output),
        Some(Command::Evidence(options)) => evidence::run(&context, options, &mut output),
        Some(Command::Policy(options)) => policy::run(&context, options, &mut output),
        Some(Command::Class(options)) => class::run(&context, options, &mut output),
        Some(Command::Lint(options)) => lint::run(&context, options, &mut output),
        Some(Command::Completions(options)) => completions::run(&context, options, &mut output),
        Some(Command::Man) => man::run(&context, &mut output),
        None => tutor::run(&context),
    }
}

impl Context {
    /// The lesson that the arguments choose, with the learner's own values.
    fn lesson(&self) -> Result<Lesson, Fault> {
        self.load(&self.settings.values)
    }

    fn load(&self, values: &BTreeMap<String, String>) -> Result<Lesson, Fault> {
        let lesson = load(&self.pack(), values).map_err(|error| Fault::usage(error.text()))?;
        Ok(Lesson { prices: lesson.prices.under(&self.settings.prices), ..lesson })
    }

    /// The lesson with the values that the learner entered in the tutor, too. Those of several accounts that differ
    /// are left out: nothing here tells which account is meant.
    fn lesson_with_entered_values(&self) -> Result<Lesson, Fault> {
        let lesson = self.lesson()?;
        let saved = self.store().map(|store| store.all(&lesson.id)).transpose();
        let saved = saved.map_err(|error| Fault::usage(error.text()))?.unwrap_or_default();
        let values: BTreeMap<String, String> =
            self.settings.values.clone().into_iter().chain(entered(&saved)).collect();
        self.load(&values)
    }

    /// Where snapshots come from.
    ///
    /// # Errors
    /// This build has no AWS.
    fn source(&self, lesson: &Lesson) -> Result<Source, Fault> {
        let (source, word) = self.source_with_word(lesson)?;
        if let Some(word) = word {
            eprintln!("ec-site-tutor: {}", self.localizer.say(&word));
        }
        Ok(source)
    }

    /// Where snapshots come from, and what is to be said of it, for whoever has another place than stderr for that.
    fn source_with_word(&self, lesson: &Lesson) -> Result<(Source, Option<Text>), Fault> {
        if self.args.demo {
            let (simulated, word) = self.simulated(lesson);
            Ok((Source::demo(simulated), word))
        } else {
            Ok((aws::account(self)?, None))
        }
    }

    /// The AWS profile to use, where one is named.
    fn profile(&self) -> Option<&str> {
        self.args.profile.as_deref().or(self.settings.profile.as_deref())
    }

    /// What `scope` asks of the account.
    ///
    /// # Errors
    /// This build has no AWS, or nothing at all can be read, for want of credentials, say.
    fn read(&self, lesson: &Lesson, scope: &Scope, now: Timestamp) -> Result<Snapshot, Fault> {
        let source = self.source(lesson)?;
        readable(runtime()?.block_on(source.read(scope, now)))
    }

    /// The simulated account as it was left; a new one where there is none, or none of this lesson. That one was left by
    /// another version, or can't be read, is said.
    fn simulated(&self, lesson: &Lesson) -> (SimulatedAccount, Option<Text>) {
        let saved = self.folder().map_or(Ok(None), |folder| demo::load(&folder.join(WORLD)));
        let word = saved.is_err().then(|| msg!(demo_starts_over));
        let saved = saved.ok().flatten().filter(|simulated| simulated.fits(lesson));
        (saved.unwrap_or_else(|| SimulatedAccount::new(lesson, Timestamp::now())), word)
    }

    /// Where progress is kept; none where there is no home.
    fn store(&self) -> Option<Store> {
        self.folder().map(Store::new)
    }

    /// The folder for what is kept, the demo's apart.
    fn folder(&self) -> Option<PathBuf> {
        state_folder().map(|folder| if self.args.demo { folder.join("demo") } else { folder })
    }

    /// The signs for people to read; the font of Linux's own console has none but ASCII's.
    fn signs(&self) -> Signs {
        let is_console = env("TERM").is_some_and(|term| term == "linux");
        if self.args.ascii || is_console { Signs::Ascii } else { Signs::All }
    }

    fn pack(&self) -> Pack {
        self.args.lesson.clone().map_or(Pack::Embedded, Pack::Folder)
    }
}

/// `snapshot`, unless it shows nothing at all.
fn readable(snapshot: Snapshot) -> Result<Snapshot, Fault> {
    match (snapshot.identity.seen(), snapshot.vpcs.seen()) {
        (Err(unseen), Err(_)) => {
            let unknown = Verdict::unknown(unseen);
            let fix = unknown.fix.unwrap_or_else(|| msg!(unknown_not_asked_fix));
            Err(Fault::failed(msg!(account_unreadable, what = unknown.actual, fix = fix)))
        }
        _ => Ok(snapshot),
    }
}

/// The values entered, where every account that has one has the same.
fn entered(saved: &[Progress]) -> BTreeMap<String, String> {
    let mut values: BTreeMap<String, Option<String>> = BTreeMap::new();
    let entries = saved.iter().flat_map(|progress| &progress.values).filter(|(_, entry)| !entry.text.is_empty());
    for (name, entry) in entries {
        let value = values.entry(name.clone()).or_insert_with(|| Some(entry.text.clone()));
        if value.as_ref() != Some(&entry.text) {
            *value = None;
        }
    }
    values.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// Everything runs on one thread: the work is waiting for AWS.
fn runtime() -> Result<tokio::runtime::Runtime, Fault> {
    let built = tokio::runtime::Builder::new_current_thread().enable_all().build();
    built.map_err(|error| Fault::failed(msg!(runtime_failed, error = error.to_string())))
}

fn env(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(number: &str, arn: &str) -> Progress {
        let mut progress = Progress::new(number, "step4");
        progress.enter("secret_arn", arn, Timestamp::UNIX_EPOCH);
        progress
    }

    #[test]
    fn a_value_of_one_account_is_used_and_one_that_differs_between_accounts_is_not() {
        let (one, same, other, none) = (account("1", "a"), account("2", "a"), account("3", "b"), account("4", ""));
        let expected = BTreeMap::from([("secret_arn".to_owned(), "a".to_owned())]);
        assert_eq!(entered(&[one.clone(), same.clone(), none]), expected);
        assert_eq!(entered(&[one, same.clone(), other, same]), BTreeMap::new());
    }
}
