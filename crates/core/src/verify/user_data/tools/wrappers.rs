//! Programs that run another one: env, timeout, nohup, xargs, flock and the like.

use super::find::plain;
use crate::verify::user_data::bash::{Flow, Run, Step, Value};
use crate::verify::user_data::lines::Lines;
use crate::verify::user_data::text::is_known;

impl Run<'_> {
    pub(super) fn wrapper(&mut self, program: &str, words: &[String]) -> Step<i32> {
        match program {
            "env" => self.env(words),
            "xargs" => self.xargs(words),
            "flock" => self.flock(words),
            "timeout" => {
                let rest = without_options(words, &["-k", "-s", "--kill-after", "--signal"]);
                match self.external(rest.get(1..).unwrap_or_default()) {
                    Err(Flow::Blocks) => {
                        self.machine.stop();
                        Ok(124)
                    }
                    other => other,
                }
            }
            "nice" | "ionice" => self.external(&without_options(words, &["-n", "-c", "-p", "--adjustment"])),
            "stdbuf" => self.external(&without_options(words, &["-i", "-o", "-e"])),
            "setsid" | "nohup" | "time" | "unshare" => self.external(&without_options(words, &["-f", "-o"])),
            "systemd-cat" => self.external(&without_options(words, &["-t", "-p"])),
            _ => {
                plain(words);
                Ok(0)
            }
        }
    }

    fn env(&mut self, words: &[String]) -> Step<i32> {
        let mut child = self.shell.child("env", &[]);
        child.options = self.shell.options;
        let mut index = 0;
        while let Some(word) = words.get(index) {
            match word.as_str() {
                "-i" | "-" | "--ignore-environment" => child.variables.clear(),
                "-u" | "--unset" => {
                    index += 1;
                    if let Some(name) = words.get(index) {
                        child.variables.remove(name);
                    }
                }
                "-C" | "--chdir" => {
                    index += 1;
                    child.folder = self.path(words.get(index).map_or("", String::as_str));
                }
                "-S" | "--split-string" => {
                    let text = words[index + 1..].join(" ");
                    let line = self.line;
                    return self.in_shell(child, |run| run.whole_shell(&text, Lines::At(line)));
                }
                "--" => {}
                other if other.starts_with('-') => {}
                other => match other.split_once('=') {
                    Some((name, value)) => child.export(name, value),
                    None => break,
                },
            }
            index += 1;
        }
        let command = words.get(index..).unwrap_or_default().to_vec();
        // Without it, the C library looks where programs are (execvp(3)).
        if child.text("PATH").is_none() {
            child.set("PATH", Value::Text("/bin:/usr/bin".to_owned()));
        }
        if command.is_empty() {
            let text = self.unknown();
            self.print(&format!("{text}\n"));
            return Ok(0);
        }
        self.in_shell(child, |run| {
            run.shell.status = run.external(&command)?;
            Ok(())
        })
    }

    fn xargs(&mut self, words: &[String]) -> Step<i32> {
        let (mut each, mut placeholder, mut skips_empty) = (None, None, false);
        let mut rest = words;
        while let [word, behind @ ..] = rest {
            let Some(letters) = word.strip_prefix('-') else { break };
            let mut used = 1;
            if let Some(count) = letters.strip_prefix(['n', 'L']) {
                let value = if count.is_empty() {
                    used = 2;
                    behind.first().cloned().unwrap_or_default()
                } else {
                    count.to_owned()
                };
                each = value.parse::<usize>().ok();
            } else if let Some(mark) = letters.strip_prefix('I') {
                placeholder = Some(if mark.is_empty() {
                    used = 2;
                    behind.first().cloned().unwrap_or_default()
                } else {
                    mark.to_owned()
                });
            } else if matches!(letters, "P" | "d" | "a" | "s" | "E") {
                used = 2;
            } else {
                skips_empty |= letters.contains('r');
            }
            rest = rest.get(used..).unwrap_or_default();
        }
        let text = self.read_input();
        let command = if rest.is_empty() { vec!["echo".to_owned()] } else { rest.to_vec() };
        if !is_known(&text) {
            self.doubt_here();
        }
        let items: Vec<String> = if placeholder.is_some() {
            text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
        } else {
            text.split_whitespace().map(|word| word.trim_matches(['\'', '"']).to_owned()).collect()
        };
        if items.is_empty() && (skips_empty || placeholder.is_some()) {
            return Ok(0);
        }
        let mut status = 0;
        let size = if placeholder.is_some() { 1 } else { each.unwrap_or(usize::MAX).max(1) };
        let groups: Vec<&[String]> = if items.is_empty() { vec![&[]] } else { items.chunks(size).collect() };
        for group in groups {
            let words: Vec<String> = match &placeholder {
                Some(mark) => command.iter().map(|word| word.replace(mark.as_str(), &group[0])).collect(),
                None => command.iter().chain(group).cloned().collect(),
            };
            if self.external(&words)? != 0 {
                status = 123;
            }
        }
        Ok(status)
    }

    fn flock(&mut self, words: &[String]) -> Step<i32> {
        let rest = without_options(words, &["-w", "-E", "--timeout"]);
        match rest.get(1..).unwrap_or_default() {
            [] => Ok(0),
            [option, text, ..] if option == "-c" => {
                let command = vec!["bash".to_owned(), "-c".to_owned(), text.clone()];
                self.external(&command)
            }
            command => self.external(command),
        }
    }
}

/// Arguments without the options before the first other word.
fn without_options(words: &[String], valued: &[&str]) -> Vec<String> {
    let mut index = 0;
    while let Some(word) = words.get(index) {
        if word == "--" {
            index += 1;
            break;
        }
        if !word.starts_with('-') || word.len() == 1 {
            break;
        }
        index += if valued.contains(&word.as_str()) { 2 } else { 1 };
    }
    words.get(index..).unwrap_or_default().to_vec()
}
