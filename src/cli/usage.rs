//! Parsing the command line with help and errors in the learner's language.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};

use super::args::Args;
use super::output::{Fault, Output};
use super::version;
use crate::i18n::{Language, Localizer, Text};
use crate::msg;
use crate::text::visible;

/// Options that hold everywhere stand below those of a command.
const EVERYWHERE: usize = 100;

/// The language that the arguments ask for, found before they are parsed so that errors are in it too.
#[must_use]
pub fn language_flag(arguments: &[OsString]) -> Option<Language> {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let word = after.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")))?;
    Language::of_tag(word)
}

/// The parsed arguments.
///
/// # Errors
/// The exit status, once help, the version or what is wrong has been printed.
pub fn parse(arguments: &[OsString], localizer: &Localizer) -> Result<Args, ExitCode> {
    let command = command(localizer);
    let parsed = command.try_get_matches_from(arguments).and_then(|matches| Args::from_arg_matches(&matches));
    parsed.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp => {
            let _ = error.print();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayVersion => {
            let _ = Output::stdout().write(&(localizer.say(&version::line()) + "\n"));
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            ExitCode::from(2)
        }
        _ => {
            let wrong = visible(&localizer.say(&problem(&error, arguments))).into_owned();
            eprintln!("ec-site-tutor: {wrong}");
            eprintln!("{}", localizer.say(&msg!(usage_see_help)));
            ExitCode::from(2)
        }
    })
}

/// Refuses variables that AWS's own tools would read and that aren't text: taken as not set, they would lead to another
/// account than the one that is meant.
///
/// # Errors
/// The first such variable, by name.
pub fn refuse_unreadable(variables: impl IntoIterator<Item = (OsString, OsString)>) -> Result<(), Fault> {
    let is_unreadable = |(name, value): &(OsString, OsString)| {
        name.as_encoded_bytes().starts_with(b"AWS_") && (name.to_str().is_none() || value.to_str().is_none())
    };
    let found = variables.into_iter().find(is_unreadable);
    found.map_or(Ok(()), |(name, _)| {
        Err(Fault::usage(msg!(usage_variable_not_text, name = name.to_string_lossy().into_owned())))
    })
}

/// What stands before the commands: the program and the options that hold everywhere.
fn program(template: String, localizer: &Localizer) -> clap::Command {
    let say = |text: Text| localizer.say(&text);
    Args::command()
        .about(say(msg!(usage_about)))
        .help_template(template)
        .mut_arg("lang", |arg| arg.help(say(msg!(usage_lang))).display_order(EVERYWHERE))
        .mut_arg("profile", |arg| arg.help(say(msg!(usage_profile))).display_order(EVERYWHERE))
        .mut_arg("region", |arg| arg.help(say(msg!(usage_region))).display_order(EVERYWHERE))
        .mut_arg("lesson", |arg| arg.help(say(msg!(usage_lesson))).display_order(EVERYWHERE))
        .mut_arg("demo", |arg| arg.help(say(msg!(usage_demo))).display_order(EVERYWHERE))
        .mut_arg("plain", |arg| arg.help(say(msg!(usage_plain))))
        .mut_arg("color", |arg| arg.help(say(msg!(usage_color))).display_order(EVERYWHERE))
        .mut_arg("ascii", |arg| arg.help(say(msg!(usage_ascii))).display_order(EVERYWHERE))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', clap::ArgAction::Help, say(msg!(usage_help))).global(true).display_order(EVERYWHERE + 1))
        .arg(flag("version", 'V', clap::ArgAction::Version, say(msg!(usage_version))))
}

/// The command line with its help in one language.
#[expect(clippy::too_many_lines, reason = "a row for each command and option")]
pub fn command(localizer: &Localizer) -> clap::Command {
    let say = |text: Text| localizer.say(&text);
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{}\n\n  ec-site-tutor --demo\n\n{}:\n{{subcommands}}\n\n{}:\n{{options}}",
        say(msg!(usage_heading)),
        say(msg!(usage_bare)),
        say(msg!(usage_commands)),
        say(msg!(usage_options)),
    );
    let branch = template.clone();
    let leaf = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{}:\n{{positionals}}\n{{options}}",
        say(msg!(usage_heading)),
        say(msg!(usage_options)),
    );
    let mut command = program(template, localizer);
    let json = || say(msg!(usage_json));
    command = command
        .mut_subcommand("check", |check| {
            check
                .about(say(msg!(usage_check)))
                .mut_arg("steps", |arg| arg.help(say(msg!(usage_check_steps))))
                .mut_arg("json", |arg| arg.help(json()))
                .mut_arg("watch", |arg| arg.help(say(msg!(usage_watch))))
        })
        .mut_subcommand("explain", |explain| {
            explain.about(say(msg!(usage_explain))).mut_arg("steps", |arg| arg.help(say(msg!(usage_explain_steps))))
        })
        .mut_subcommand("status", |status| {
            status.about(say(msg!(usage_status))).mut_arg("json", |arg| arg.help(json()))
        })
        .mut_subcommand("map", |map| {
            map.about(say(msg!(usage_map)))
                .mut_arg("svg", |arg| arg.help(say(msg!(usage_map_svg))))
                .mut_arg("force", |arg| arg.help(say(msg!(usage_force))))
        })
        .mut_subcommand("drill", |drill| {
            drill
                .about(say(msg!(usage_drill)))
                .mut_arg("seed", |arg| arg.help(say(msg!(usage_drill_seed))))
                .mut_arg("plain", |arg| arg.help(say(msg!(usage_plain))))
        })
        .mut_subcommand("snippet", |snippet| {
            snippet
                .about(say(msg!(usage_snippet)))
                .mut_arg("name", |arg| arg.help(say(msg!(usage_snippet_name))))
                .mut_arg("output", |arg| arg.help(say(msg!(usage_snippet_output))))
                .mut_arg("force", |arg| arg.help(say(msg!(usage_force))))
        })
        .mut_subcommand("load", |load| {
            load.about(say(msg!(usage_load)))
                .mut_arg("count", |arg| arg.help(say(msg!(usage_load_count))))
                .mut_arg("interval", |arg| arg.help(say(msg!(usage_load_interval))))
                .mut_arg("beyond_lesson", |arg| arg.help(say(msg!(usage_load_beyond))))
                .mut_arg("yes", |arg| arg.help(say(msg!(usage_load_yes))))
                .mut_arg("site_url", |arg| arg.help(say(msg!(usage_load_site_url))))
        })
        .mut_subcommand("cost", |cost| cost.about(say(msg!(usage_cost))).mut_arg("json", |arg| arg.help(json())))
        .mut_subcommand("cleanup", |cleanup| {
            cleanup
                .about(say(msg!(usage_cleanup)))
                .mut_arg("json", |arg| arg.help(json()))
                .mut_arg("commands", |arg| arg.help(say(msg!(usage_cleanup_commands))))
        })
        .mut_subcommand("evidence", |evidence| {
            evidence
                .about(say(msg!(usage_evidence)))
                .mut_arg("output", |arg| arg.help(say(msg!(usage_evidence_output))))
                .mut_arg("redact", |arg| arg.help(say(msg!(usage_evidence_redact))))
                .mut_arg("name", |arg| arg.help(say(msg!(usage_evidence_name))))
                .mut_arg("id", |arg| arg.help(say(msg!(usage_evidence_id))))
                .mut_arg("verify", |arg| arg.help(say(msg!(usage_evidence_verify))))
        })
        .mut_subcommand("policy", |policy| {
            policy.about(say(msg!(usage_policy))).mut_arg("role", |arg| arg.help(say(msg!(usage_policy_role))))
        })
        .mut_subcommand("class", |class| class_help(class, localizer))
        .mut_subcommand("doctor", |doctor| {
            doctor.about(say(msg!(usage_doctor))).mut_arg("json", |arg| arg.help(json()))
        })
        .mut_subcommand("lint", |lint| {
            lint.about(say(msg!(usage_lint)))
                .mut_arg("folder", |arg| arg.help(say(msg!(usage_lint_folder))))
                .mut_arg("translated", |arg| arg.help(say(msg!(usage_lint_translated))))
        })
        .mut_subcommand("lesson", |lesson| lesson_help(lesson, localizer))
        .mut_subcommand("new", |new| {
            new.about(say(msg!(usage_new))).mut_arg("folder", |arg| arg.help(say(msg!(usage_new_folder))))
        })
        .mut_subcommand("kinds", |kinds| {
            kinds.about(say(msg!(usage_kinds))).mut_arg("names", |arg| arg.help(say(msg!(usage_kinds_names))))
        })
        .mut_subcommand("schema", |schema| schema.about(say(msg!(usage_schema))))
        .mut_subcommand("test", |test| {
            test.about(say(msg!(usage_test)))
                .mut_arg("folder", |arg| arg.help(say(msg!(usage_test_folder))))
                .mut_arg("enter", |arg| arg.help(say(msg!(usage_test_enter))))
        })
        .mut_subcommand("completions", |completions| {
            completions.about(say(msg!(usage_completions))).mut_arg("shell", |arg| arg.help(say(msg!(usage_shell))))
        })
        .mut_subcommand("man", |man| man.about(say(msg!(usage_man))));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, |sub| with_template(sub, &leaf, &branch));
    }
    command
}

/// The command with its help laid out: as that of a command, or of one that has commands of its own.
fn with_template(command: clap::Command, leaf: &str, branch: &str) -> clap::Command {
    let inner: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let template = if inner.is_empty() { leaf } else { branch };
    inner.into_iter().fold(command.help_template(template.to_owned()), |command, name| {
        command.mut_subcommand(name, |sub| sub.help_template(leaf.to_owned()))
    })
}

fn lesson_help(lesson: clap::Command, localizer: &Localizer) -> clap::Command {
    let say = |text: Text| localizer.say(&text);
    let checksum = || say(msg!(usage_lesson_sha256));
    lesson
        .about(say(msg!(usage_lesson_command)))
        .disable_help_subcommand(true)
        .mut_subcommand("list", |list| list.about(say(msg!(usage_lesson_list))))
        .mut_subcommand("add", |add| {
            add.about(say(msg!(usage_lesson_add)))
                .mut_arg("archive", |arg| arg.help(say(msg!(usage_lesson_archive))))
                .mut_arg("sha256", |arg| arg.help(checksum()))
        })
        .mut_subcommand("remove", |remove| {
            remove.about(say(msg!(usage_lesson_remove))).mut_arg("id", |arg| arg.help(say(msg!(usage_lesson_id))))
        })
        .mut_subcommand("update", |update| {
            update
                .about(say(msg!(usage_lesson_update)))
                .mut_arg("id", |arg| arg.help(say(msg!(usage_lesson_id))))
                .mut_arg("archive", |arg| arg.help(say(msg!(usage_lesson_again))))
                .mut_arg("sha256", |arg| arg.help(checksum()))
        })
}

fn class_help(class: clap::Command, localizer: &Localizer) -> clap::Command {
    let help = [
        ("roster", msg!(usage_class_roster)),
        ("init", msg!(usage_class_init)),
        ("merge", msg!(usage_class_merge)),
        ("plain", msg!(usage_class_plain)),
        ("json", msg!(usage_class_json)),
        ("csv", msg!(usage_class_csv)),
        ("html", msg!(usage_class_html)),
        ("xlsx", msg!(usage_class_xlsx)),
        ("gradebook", msg!(usage_class_gradebook)),
        ("output", msg!(usage_class_output)),
        ("every", msg!(usage_class_every)),
        ("anonymous", msg!(usage_class_anonymous)),
        ("feedback", msg!(usage_class_feedback)),
        ("shard", msg!(usage_class_shard)),
        ("resume", msg!(usage_class_resume)),
        ("stuck_after", msg!(usage_class_stuck_after)),
        ("at_once", msg!(usage_class_at_once)),
    ];
    help.into_iter().fold(class.about(localizer.say(&msg!(usage_class))), |class, (name, text)| {
        class.mut_arg(name, |arg| arg.help(localizer.say(&text)))
    })
}

fn flag(name: &'static str, short: char, action: clap::ArgAction, help: String) -> clap::Arg {
    clap::Arg::new(name).short(short).long(name).action(action).help(help)
}

/// What is wrong with the command line.
fn problem(error: &clap::Error, arguments: &[OsString]) -> Text {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(value)) => value.clone(),
        Some(ContextValue::Strings(values)) => values.join(", "),
        _ => String::new(),
    };
    match error.kind() {
        ErrorKind::UnknownArgument => msg!(usage_unknown_argument, argument = context(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => msg!(usage_unknown_command, command = context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => msg!(usage_missing, argument = context(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            msg!(usage_no_value, argument = context(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue => msg!(
            usage_invalid_value,
            argument = context(ContextKind::InvalidArg),
            value = context(ContextKind::InvalidValue),
            possible = context(ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation => msg!(
            usage_wrong_value,
            argument = context(ContextKind::InvalidArg),
            value = context(ContextKind::InvalidValue)
        ),
        ErrorKind::InvalidUtf8 => {
            let wrong = arguments.iter().find(|argument| argument.to_str().is_none());
            msg!(usage_not_text, argument = wrong.map(|wrong| wrong.to_string_lossy()).unwrap_or_default().into_owned())
        }
        ErrorKind::ArgumentConflict => conflict(&context(ContextKind::InvalidArg), &context(ContextKind::PriorArg)),
        _ => Text::verbatim(error.kind().to_string()),
    }
}

fn conflict(argument: &str, other: &str) -> Text {
    if argument == other || other.is_empty() {
        msg!(usage_twice, argument = argument)
    } else {
        msg!(usage_conflict, argument = argument, other = other)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The commands that a README shows, each at the beginning of a line.
    fn shown(readme: &'static str) -> BTreeSet<&'static str> {
        let lines = readme.lines().filter_map(|line| line.strip_prefix("ec-site-tutor "));
        let words = lines.map(|line| line.strip_prefix("--demo ").unwrap_or(line).split([' ', '#']).next());
        words.flatten().filter(|word| !word.starts_with('-')).collect()
    }

    #[test]
    fn the_readme_of_each_language_shows_every_command_and_no_other() {
        let command = command(&Localizer::new(Language::En));
        let commands: BTreeSet<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        assert!(commands.contains("doctor"));
        assert_eq!(shown(include_str!("../../README.md")), commands);
        assert_eq!(shown(include_str!("../../README.ja.md")), commands);
    }
}
