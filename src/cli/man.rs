//! `man`: the manual page, made of the command line's own help, so that it can't tell of an option that isn't there.

use std::process::ExitCode;

use clap::{Arg, Command};
use roff::{Inline, Roff, bold, italic, roman};

use super::context::Context;
use super::output::{Fault, Output};
use super::usage;
use super::version::RELEASE;
use crate::i18n::{Language, Localizer, Text};
use crate::msg;

pub fn run(context: &Context, output: &mut Output) -> Result<ExitCode, Fault> {
    output.write(&page(&context.localizer))?;
    Ok(ExitCode::SUCCESS)
}

/// The whole page, commands and all, in the language of `localizer`.
fn page(localizer: &Localizer) -> String {
    let mut program = usage::command(localizer);
    program.build();
    let about = program.get_about().map(ToString::to_string).unwrap_or_default();
    let mut page = Page { roff: Roff::new(), localizer };
    // A space for the date: the same source gives the same page on every day, and roff leaves an empty word out.
    page.roff.control("TH", ["EC-SITE-TUTOR", "1", " ", &format!("ec-site-tutor {RELEASE}")]);
    page.lay_out();
    page.section(&msg!(man_name));
    page.roff.text([roman(format!("ec-site-tutor - {about}"))]);
    page.section(&msg!(man_synopsis));
    page.roff.text(words(&program));
    page.section(&msg!(usage_options));
    page.options(program.get_arguments());
    page.section(&msg!(usage_commands));
    for command in program.get_subcommands() {
        page.command(command);
    }
    page.entries(&msg!(man_exit_status), exit_statuses());
    page.entries(&msg!(man_files), files());
    page.entries(&msg!(man_environment), environment());
    page.roff.render()
}

/// A page as far as it is written.
struct Page<'a> {
    roff: Roff,
    localizer: &'a Localizer,
}

impl Page<'_> {
    fn lay_out(&mut self) {
        if self.localizer.language() == Language::Ja {
            // Groff's own rules for where a line of Japanese may end; without them it ends at spaces alone.
            self.roff.control("mso", ["ja.tmac"]);
        }
        // Lines of Japanese have few spaces to stretch, and words of the command line must not be hyphenated.
        self.roff.control("ad", ["l"]).control("nh", []);
    }

    fn section(&mut self, heading: &Text) {
        self.roff.control("SH", [self.localizer.say(heading).as_str()]);
    }

    /// What a command does, with the options that only it has.
    fn command(&mut self, command: &Command) {
        self.roff.control("TP", []);
        self.roff.text(words(command));
        self.roff.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
        self.roff.control("RS", []);
        self.options(command.get_arguments().filter(|argument| !argument.is_global_set() && !is_help(argument)));
        for inner in command.get_subcommands() {
            self.command(inner);
        }
        self.roff.control("RE", []);
    }

    fn options<'a>(&mut self, arguments: impl Iterator<Item = &'a Arg>) {
        for argument in arguments {
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            self.entry(signature(argument), help);
        }
    }

    fn entries(&mut self, heading: &Text, entries: Vec<(&str, Text)>) {
        self.section(heading);
        for (term, meaning) in entries {
            let meaning = self.localizer.say(&meaning);
            self.entry(vec![bold(term)], meaning);
        }
    }

    fn entry(&mut self, term: Vec<Inline>, meaning: String) {
        self.roff.control("TP", []);
        self.roff.text(term);
        self.roff.text([roman(meaning)]);
    }
}

/// What is typed, such as `ec-site-tutor check [OPTIONS] [STEP]...`.
fn words(command: &Command) -> Vec<Inline> {
    let usage = command.clone().render_usage().to_string();
    let typed = usage.lines().next().unwrap_or_default();
    let typed = typed.split_once(": ").map_or(typed, |(_, typed)| typed);
    vec![bold(typed)]
}

/// An argument with what stands for its value, such as `-o, --output FILE`.
fn signature(argument: &Arg) -> Vec<Inline> {
    let short = argument.get_short().map(|letter| format!("-{letter}"));
    let long = argument.get_long().map(|name| format!("--{name}"));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    let value =
        argument.get_value_names().filter(|_| argument.get_action().takes_values()).map(|names| names.join(" "));
    match value {
        None => vec![bold(names.join(", "))],
        Some(value) if names.is_empty() => vec![italic(value)],
        Some(value) => vec![bold(names.join(", ")), roman(" "), italic(value)],
    }
}

fn is_help(argument: &Arg) -> bool {
    argument.get_id() == "help"
}

fn exit_statuses() -> Vec<(&'static str, Text)> {
    vec![
        ("0", msg!(man_exit_passed)),
        ("1", msg!(man_exit_failed)),
        ("2", msg!(man_exit_usage)),
        ("3", msg!(man_exit_unknown)),
    ]
}

fn files() -> Vec<(&'static str, Text)> {
    vec![
        ("$XDG_STATE_HOME/ec-site-tutor/", msg!(man_file_state)),
        ("$XDG_CONFIG_HOME/ec-site-tutor/config.toml", msg!(man_file_config)),
    ]
}

fn environment() -> Vec<(&'static str, Text)> {
    vec![
        ("AWS_PROFILE, AWS_REGION, AWS_CONFIG_FILE, AWS_ENDPOINT_URL", msg!(man_variable_aws)),
        ("LC_ALL, LC_MESSAGES, LANG", msg!(man_variable_language)),
        ("TZ", msg!(man_variable_zone)),
        ("NO_COLOR", msg!(man_variable_color)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages() -> [String; 2] {
        [Language::En, Language::Ja].map(|language| page(&Localizer::new(language)))
    }

    #[test]
    fn every_command_and_option_is_on_the_page_of_each_language_with_what_it_does() {
        let mut program = usage::command(&Localizer::new(Language::En));
        program.build();
        let commands = program.get_subcommands().chain([&program]);
        let options: Vec<String> = commands
            .flat_map(Command::get_arguments)
            .filter_map(|argument| argument.get_long())
            .map(str::to_owned)
            .collect();
        assert!(options.len() > 40, "{options:?}");
        for page in pages() {
            for option in &options {
                assert!(page.contains(&format!("\\-\\-{}", option.replace('-', "\\-"))), "--{option} in\n{page}");
            }
            for command in program.get_subcommands() {
                assert!(page.contains(&format!("ec\\-site\\-tutor {}", command.get_name())), "{}", command.get_name());
            }
            assert!(!page.contains("\n\\fR\\fR\n"), "an entry without a meaning in\n{page}");
        }
    }

    #[test]
    fn nothing_of_the_japanese_page_is_in_english_but_what_is_typed() {
        let [english, japanese] = pages();
        let headings = |page: &str| -> Vec<String> {
            page.lines().filter_map(|line| line.strip_prefix(".SH ")).map(str::to_owned).collect()
        };
        assert_eq!(headings(&english).len(), headings(&japanese).len());
        for heading in headings(&japanese) {
            assert!(!heading.is_ascii(), "{heading}");
        }
    }
}
