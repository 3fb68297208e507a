//! What programs do to the machine, one file for each family of them.

mod archives;
mod aws;
mod copies;
mod files;
mod find;
mod links;
mod modes;
mod network;
mod node;
mod pm2;
mod pm2_config;
mod python;
mod regex;
mod sed;
mod shells;
mod systemd;
mod text;
mod users;
mod wrappers;

use super::bash::{Run, Step, Wrong, beginning};
use super::machine::absolute;

/// Arguments by kind: options with their values, and the others.
#[derive(Debug, Default)]
pub(super) struct Arguments {
    /// Each option with its value, empty where it takes none.
    pub options: Vec<(String, String)>,
    /// All others in their order.
    pub others: Vec<String>,
}

impl Arguments {
    /// Reads arguments as getopt does. `valued` names the options that take a value: letters and `--long` names.
    pub fn read(words: &[String], letters: &str, valued: &[&str]) -> Self {
        let mut arguments = Self::default();
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            if word == "--" {
                arguments.others.extend(rest.by_ref().cloned());
            } else if word.starts_with("--") {
                let (name, value) =
                    word.split_once('=').map_or((word.as_str(), None), |(name, value)| (name, Some(value.to_owned())));
                let value = value.unwrap_or_else(|| {
                    if valued.contains(&name) { rest.next().cloned().unwrap_or_default() } else { String::new() }
                });
                arguments.options.push((name.to_owned(), value));
            } else if let Some(joined) = word.strip_prefix('-').filter(|joined| !joined.is_empty()) {
                arguments.short(joined, letters, &mut rest);
            } else {
                arguments.others.push(word.clone());
            }
        }
        arguments
    }

    fn short<'w>(&mut self, joined: &str, letters: &str, rest: &mut impl Iterator<Item = &'w String>) {
        for (at, letter) in joined.char_indices() {
            if letters.contains(letter) {
                let behind = &joined[at + letter.len_utf8()..];
                let value =
                    if behind.is_empty() { rest.next().cloned().unwrap_or_default() } else { behind.to_owned() };
                self.options.push((format!("-{letter}"), value));
                return;
            }
            self.options.push((format!("-{letter}"), String::new()));
        }
    }

    /// Whether one of these options is given.
    pub fn has(&self, names: &[&str]) -> bool {
        self.options.iter().any(|(name, _)| names.contains(&name.as_str()))
    }

    /// The value of the last of these options.
    pub fn value(&self, names: &[&str]) -> Option<&str> {
        self.options.iter().rev().find(|(name, _)| names.contains(&name.as_str())).map(|(_, value)| value.as_str())
    }
}

impl Run<'_> {
    /// Runs a program of the machine. `words` are its name as it was called, and its arguments.
    pub(super) fn tool(&mut self, program: &str, words: &[String]) -> Step<i32> {
        let arguments = &words[1..];
        let status = match program {
            "pnpm" | "npm" | "npx" | "pnpx" | "yarn" => self.package_manager(program, arguments)?,
            "pm2" => self.pm2(arguments)?,
            "aws" => self.aws(arguments)?,
            "node" => self.node(arguments)?,
            "corepack" => self.corepack(arguments),
            "unzip" | "bsdtar" | "tar" | "zip" | "zipinfo" => self.archive(program, arguments)?,
            "python3" => self.python(arguments),
            "curl" | "wget" => self.fetch(program, arguments)?,
            "systemctl" | "systemd-run" | "service" => self.systemd(program, arguments)?,
            "sudo" | "su" | "runuser" | "setpriv" => self.as_user(program, arguments)?,
            "bash" | "sh" => self.bash(words)?,
            // Amazon Linux has scripts under these names, each with the builtin in it: what it changes ends with it.
            "alias" | "cd" | "command" | "getopts" | "hash" | "read" | "type" | "ulimit" | "umask" | "unalias" => {
                let (shell, words) = (self.shell.subshell(), words.to_vec());
                self.in_shell(shell, |run| run.call(&words))?
            }
            "env" | "nohup" | "nice" | "timeout" | "setsid" | "stdbuf" | "time" | "flock" | "ionice" | "xargs"
            | "watch" | "systemd-cat" | "unshare" => self.wrapper(program, arguments)?,
            "find" => self.find(arguments)?,
            "dnf" | "yum" | "microdnf" => self.system_packages(arguments)?,
            "which" | "whereis" => self.say_where(arguments),
            "sleep" | "wait" => {
                self.pass_time()?;
                0
            }
            _ => self.small_tool(program, arguments)?,
        };
        if status != 0 && !matches!(program, "test" | "[" | "grep" | "false" | "which" | "yes" | "bash" | "sh") {
            self.wrong(Wrong::Failed(beginning(&words.join(" "))));
        }
        Ok(status)
    }

    fn small_tool(&mut self, program: &str, arguments: &[String]) -> Step<i32> {
        if let Some(status) = self.file_tool(program, arguments)? {
            return Ok(status);
        }
        if let Some(status) = self.text_tool(program, arguments)? {
            return Ok(status);
        }
        Ok(match program {
            "reboot" | "shutdown" | "poweroff" | "halt" => {
                self.doubt_here();
                0
            }
            // The rest changes nothing that the shop needs.
            _ => 0,
        })
    }

    /// Packages of the system: those that scripts use for the shop become programs.
    fn system_packages(&mut self, arguments: &[String]) -> Step<i32> {
        let says_yes = |word: &String| {
            word == "--assumeyes" || word.starts_with('-') && !word.starts_with("--") && word.contains('y')
        };
        let changes = ["install", "reinstall", "update", "upgrade", "remove", "erase", "groupinstall", "swap"];
        let wanted = arguments.iter().filter(|word| !word.starts_with('-') && !changes.contains(&word.as_str()));
        let is_there = |word: &String| super::machine::has_program(word);
        let is_change = arguments.iter().any(|word| changes.contains(&word.as_str()));
        let has_nothing_to_do = wanted.clone().count() > 0 && wanted.clone().all(is_there);
        let asks = is_change && !arguments.iter().any(says_yes) && !has_nothing_to_do;
        // Nobody answers what it asks.
        if asks && !self.decide(&format!("packages {}", arguments.join(" ")), false)? {
            return Ok(1);
        }
        if arguments.iter().any(|word| word == "install" || word == "reinstall") {
            for word in wanted {
                self.machine.installed.push(word.clone());
                if matches!(word.as_str(), "bsdtar" | "yarn" | "7z") {
                    self.machine.files.put(&format!("/usr/bin/{word}"), super::machine::program(word));
                }
            }
        }
        Ok(0)
    }

    /// The absolute path of an argument.
    pub(super) fn path(&self, argument: &str) -> String {
        absolute(&self.shell.folder, argument)
    }
}
