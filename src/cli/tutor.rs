//! Without a command: the tutor, on the terminal's whole screen or as plain lines.

use std::fs;
use std::future::Future;
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::Arc;

use super::args::Color;
use super::context::{Context, WORLD, env, runtime};
use super::evidence::endpoint;
use super::output::Fault;
use crate::account::Source;
use crate::i18n::{Localizer, Text};
use crate::lesson::{Lesson, Pack};
use crate::progress::Store;
use crate::terminal::{Clipboard, Colour, Looks};
use crate::tutor::{App, Background, DrillWish, Ending, Outcome};
use crate::{msg, plain, tui};

/// The folder of what is kept while an account is only shown.
const SHOWN: &str = "shown";

pub fn run(context: &Context) -> Result<ExitCode, Fault> {
    run_with(context, false, None)
}

/// The same, as plain lines where that is asked for here too, and with a drill first where one is wanted.
pub fn run_with(context: &Context, is_plain: bool, drill: Option<DrillWish>) -> Result<ExitCode, Fault> {
    open(context, is_plain, || Ok(App { drill, ..app(context)? }))
}

/// The tutor on an account that isn't the learner's: what is kept while it runs goes when it ends.
pub fn show(context: &Context, lesson: Lesson, pack: Pack, source: Source) -> Result<ExitCode, Fault> {
    let folder = context.folder().map(|folder| folder.join(SHOWN));
    let clear = || folder.as_ref().map(fs::remove_dir_all);
    // One that was killed may have left some.
    let _ = clear();
    let store = folder.clone().map(Store::new);
    let ended =
        open(context, false, || Ok(App { store, simulated_file: None, ..assemble(context, lesson, pack, source)? }));
    let _ = clear();
    ended
}

fn open(context: &Context, is_plain: bool, app: impl FnOnce() -> Result<App, Fault>) -> Result<ExitCode, Fault> {
    if context.args.plain || is_plain {
        let outcome = live(plain::run(app()?))?;
        return end(outcome, |error| msg!(output_failed, error = error.to_string()));
    }
    refuse_without_screen(env)?;
    let outcome = live(tui::run(app()?, looks(context)))?;
    end(outcome, |error| msg!(tutor_terminal_failed, error = error.to_string()))
}

/// What this terminal is trusted with.
pub fn looks(context: &Context) -> Looks {
    Looks { colour: colour(context.args.color, env), signs: context.signs(), clipboard: clipboard(env) }
}

/// A terminal that can't move its cursor would show nothing but rubbish.
fn refuse_without_screen(env: impl Fn(&str) -> Option<String>) -> Result<(), Fault> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Fault::failed(msg!(tutor_no_terminal)));
    }
    if env("TERM").is_some_and(|term| term == "dumb") {
        return Err(Fault::failed(msg!(tutor_dumb_terminal)));
    }
    Ok(())
}

fn app(context: &Context) -> Result<App, Fault> {
    let lesson = context.lesson()?;
    let (source, word) = context.source_with_word(&lesson)?;
    Ok(App { word, ..assemble(context, lesson, context.pack(), source)? })
}

fn assemble(context: &Context, lesson: Lesson, pack: Pack, source: Source) -> Result<App, Fault> {
    let background =
        Background::start().map_err(|error| Fault::failed(msg!(runtime_failed, error = error.to_string())))?;
    let endpoint = if source.is_demo() { None } else { endpoint(context) };
    Ok(App {
        background,
        endpoint,
        source: Arc::new(source),
        word: None,
        own_values: context.settings.values.of_lesson(&lesson.id),
        lesson: Arc::new(lesson),
        store: context.folder().map(Store::new),
        simulated_file: context.folder().map(|folder| folder.join(WORLD)),
        localizer: context.localizer.clone(),
        pack,
        own_prices: context.settings.prices.clone(),
        drill: None,
    })
}

/// Runs what has the terminal, to its end.
pub fn live<T>(tutor: impl Future<Output = T>) -> Result<T, Fault> {
    let runtime = runtime()?;
    let outcome = runtime.block_on(tutor);
    // A name being looked up can't be broken off; the learner who left must not wait for it.
    runtime.shutdown_background();
    Ok(outcome)
}

fn end(outcome: Outcome, failed: impl FnOnce(&io::Error) -> Text) -> Result<ExitCode, Fault> {
    let localizer = Localizer::new(outcome.language);
    if let Some(text) = &outcome.unsaved {
        eprintln!("ec-site-tutor: {}", localizer.say(text));
    }
    // After a signal nobody may be there any more to read it.
    if let (Ending::Asked, Some(reminder)) = (&outcome.ending, &outcome.reminder) {
        eprintln!("{}", localizer.say(reminder));
    }
    let code = outcome.exit_code();
    match outcome.ending {
        Ending::Unreadable(text) => Err(Fault::usage(text)),
        Ending::Terminal(error) => Err(Fault::failed(failed(&error))),
        _ => Ok(ExitCode::from(code)),
    }
}

/// tmux stands between the program and the terminal that has the clipboard.
fn clipboard(env: impl Fn(&str) -> Option<String>) -> Clipboard {
    if env("TMUX").is_some_and(|value| !value.is_empty()) { Clipboard::BehindTmux } else { Clipboard::Direct }
}

/// Colours where the terminal takes them and nobody asked for none: <https://no-color.org>.
fn colour(wanted: Color, env: impl Fn(&str) -> Option<String>) -> Colour {
    let refused = env("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
    match wanted {
        Color::Always => Colour::On,
        Color::Auto if !refused && !dumb => Colour::On,
        Color::Auto | Color::Never => Colour::Off,
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(Color::Auto, &[("TERM", "xterm-256color")], Colour::On; "a terminal")]
    #[test_case(Color::Auto, &[("TERM", "xterm"), ("NO_COLOR", "1")], Colour::Off; "no colour")]
    #[test_case(Color::Auto, &[("TERM", "xterm"), ("NO_COLOR", "")], Colour::On; "empty counts as unset")]
    #[test_case(Color::Auto, &[("TERM", "dumb")], Colour::Off; "dumb")]
    #[test_case(Color::Auto, &[], Colour::Off; "no terminal type")]
    #[test_case(Color::Always, &[("TERM", "dumb"), ("NO_COLOR", "1")], Colour::On; "always")]
    #[test_case(Color::Never, &[("TERM", "xterm")], Colour::Off; "never")]
    fn colours(wanted: Color, variables: &[(&str, &str)], expected: Colour) {
        let env = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        assert_eq!(colour(wanted, env), expected);
    }
}
