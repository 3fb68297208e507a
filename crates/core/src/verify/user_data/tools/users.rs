//! Commands as another user: sudo, su, runuser (their manual pages; secure_path of Amazon Linux 2023's sudoers).

use crate::verify::user_data::bash::{Run, Shell, Step};

/// Where sudo looks for programs.
const SECURE_PATH: &str = "/sbin:/bin:/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin";
/// What a login begins with.
const LOGIN_PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

impl Run<'_> {
    pub(super) fn as_user(&mut self, program: &str, words: &[String]) -> Step<i32> {
        match program {
            "sudo" => self.sudo(words),
            "setpriv" => {
                let at = words.iter().position(|word| !word.starts_with('-')).unwrap_or(words.len());
                let command = words[at..].to_vec();
                self.external(&command)
            }
            _ => self.su(program, words),
        }
    }

    fn sudo(&mut self, words: &[String]) -> Step<i32> {
        let (mut user, mut login, mut keep, mut shell) = ("root".to_owned(), false, false, false);
        let mut set: Vec<(String, String)> = Vec::new();
        let mut index = 0;
        while let Some(word) = words.get(index) {
            if let Some(named) = word.strip_prefix("--user=") {
                named.clone_into(&mut user);
            } else if matches!(word.as_str(), "--user" | "--group" | "--chdir" | "--prompt") {
                index += 1;
                if word == "--user" {
                    user = words.get(index).cloned().unwrap_or_default();
                }
            } else if word == "--" {
                index += 1;
                break;
            } else if word.starts_with("--") {
                login |= word == "--login";
                shell |= word == "--shell";
                keep |= word.starts_with("--preserve-env");
            } else if let Some(letters) = word.strip_prefix('-').filter(|letters| !letters.is_empty()) {
                login |= letters.contains('i');
                shell |= letters.contains('s');
                keep |= letters.contains('E');
                if letters.ends_with(['u', 'g', 'p', 'C', 'D', 'h', 'r', 't', 'T', 'U']) {
                    index += 1;
                    if letters.ends_with('u') {
                        user = words.get(index).cloned().unwrap_or_default();
                    }
                } else if let Some((_, named)) = letters.split_once('u') {
                    named.clone_into(&mut user);
                }
            } else if let Some((name, value)) = word.split_once('=').filter(|(name, _)| {
                !name.is_empty() && name.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric())
            }) {
                set.push((name.to_owned(), value.to_owned()));
            } else {
                break;
            }
            index += 1;
        }
        let command = words.get(index..).unwrap_or_default().to_vec();
        let mut child = self.other_user(&user, keep);
        child.export("PATH", SECURE_PATH);
        for (name, value) in set {
            child.export(&name, &value);
        }
        if login || shell || command.is_empty() {
            if command.is_empty() && !login && !shell {
                return Ok(1);
            }
            if login {
                child.folder = Shell::home_of(&user);
                child.export("PATH", LOGIN_PATH);
            }
            let text = if command.is_empty() { self.fed(&mut child) } else { quoted(&command) };
            return self.run_shell(child, &text, &[], login);
        }
        self.in_shell(child, |run| {
            let status = run.external(&command)?;
            run.shell.status = status;
            Ok(())
        })
    }

    fn su(&mut self, program: &str, words: &[String]) -> Step<i32> {
        let (mut login, mut text, mut user, mut keep) = (false, None, None, false);
        let mut command = Vec::new();
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            match word.as_str() {
                "-" | "-l" | "--login" => login = true,
                "-c" | "--command" => text = rest.next().cloned(),
                "-lc" => {
                    login = true;
                    text = rest.next().cloned();
                }
                "-s" | "--shell" | "-g" | "-G" | "-w" => {
                    rest.next();
                }
                "-m" | "-p" | "--preserve-environment" => keep = true,
                "-u" if program == "runuser" => user = rest.next().cloned(),
                "--" => {
                    command = rest.by_ref().cloned().collect();
                    break;
                }
                other if other.starts_with("--command=") => text = other.strip_prefix("--command=").map(str::to_owned),
                "-f" | "--fast" | "-P" | "--pty" | "-T" | "--no-pty" => {}
                other if other.starts_with("--shell=") || other.starts_with("--whitelist-environment=") => {}
                // It knows no other.
                other if other.starts_with('-') => return Ok(1),
                _ if user.is_none() => user = Some(word.clone()),
                _ => command.push(word.clone()),
            }
        }
        let user = user.unwrap_or_else(|| "root".to_owned());
        let mut child = self.other_user(&user, keep || !login);
        if login {
            child.folder = Shell::home_of(&user);
            child.export("PATH", LOGIN_PATH);
        }
        if text.is_none() && !command.is_empty() {
            return self.in_shell(child, |run| {
                let status = run.external(&command)?;
                run.shell.status = status;
                Ok(())
            });
        }
        let text = text.unwrap_or_else(|| self.fed(&mut child));
        self.run_shell(child, &text, &[], login)
    }

    /// A shell of another user, with or without what was exported.
    fn other_user(&self, user: &str, keep: bool) -> Shell {
        let mut child = self.shell.child("bash", &[]);
        if !keep {
            child.variables.retain(|name, _| matches!(name.as_str(), "LANG" | "TERM" | "IFS"));
        }
        user.clone_into(&mut child.user);
        for (name, value) in [
            ("HOME", Shell::home_of(user)),
            ("USER", user.to_owned()),
            ("LOGNAME", user.to_owned()),
            ("SHELL", "/bin/bash".to_owned()),
        ] {
            child.export(name, &value);
        }
        child.child("bash", &[])
    }
}

/// Words as one text that bash reads as these words again.
fn quoted(words: &[String]) -> String {
    words
        .iter()
        .map(|word| {
            if word.contains([' ', '\'', '"', '\\', '*', ';', '&', '|', '<', '>', '(', ')']) && words.len() > 1 {
                format!("'{}'", word.replace('\'', "'\\''"))
            } else {
                word.clone()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}
