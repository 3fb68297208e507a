//! Units of systemd that a script writes and starts (systemd.service(5), systemd.exec(5)).

use crate::verify::user_data::bash::{Flow, Run, Shell, Step};
use crate::verify::user_data::lines::Lines;
use crate::verify::user_data::machine::absolute;

const PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin";

impl Run<'_> {
    pub(super) fn systemd(&mut self, program: &str, words: &[String]) -> Step<i32> {
        match program {
            "systemd-run" => self.systemd_run(words),
            "systemctl" => self.systemctl(words),
            _ => Ok(0),
        }
    }

    fn systemctl(&mut self, words: &[String]) -> Step<i32> {
        let now = words.iter().any(|word| word == "--now");
        let plain: Vec<String> = words.iter().filter(|word| !word.starts_with('-')).cloned().collect();
        let Some((operation, units)) = plain.split_first() else { return Ok(0) };
        match operation.as_str() {
            "start" | "restart" | "reload-or-restart" | "try-restart" => self.start_units(units),
            "enable" | "reenable" if now => self.start_units(units),
            "stop" | "disable" if operation == "stop" || now => {
                if units.iter().any(|unit| self.unit(unit).is_some()) {
                    self.machine.stop();
                }
                Ok(0)
            }
            "is-active" | "is-enabled" | "status" | "cat" | "show" | "is-system-running" => {
                let key = format!("systemctl {}", plain.join(" "));
                Ok(i32::from(!self.decide(&key, true)?))
            }
            _ => Ok(0),
        }
    }

    /// The text of a unit that the script wrote.
    fn unit(&self, name: &str) -> Option<String> {
        let name = if name.contains('.') { name.to_owned() } else { format!("{name}.service") };
        self.machine.text(&format!("/etc/systemd/system/{name}"))
    }

    fn start_units(&mut self, units: &[String]) -> Step<i32> {
        let mut status = 0;
        for unit in units {
            match self.unit(unit) {
                Some(text) => {
                    let started = self.run_unit(&text)?;
                    let simple = !text.contains("Type=oneshot") && !text.contains("Type=forking");
                    status = if simple { 0 } else { i32::from(started != 0) };
                }
                None if unit.starts_with("pm2-") => status = 5,
                None => {}
            }
        }
        Ok(status)
    }

    fn run_unit(&mut self, text: &str) -> Step<i32> {
        let text = text.replace("\\\n", " ");
        let values = |key: &str| -> Vec<String> {
            text.lines()
                .filter_map(|line| {
                    line.trim().strip_prefix(key)?.trim_start().strip_prefix('=').map(|value| value.trim().to_owned())
                })
                .collect()
        };
        let user = values("User").pop().unwrap_or_else(|| "root".to_owned());
        let mut shell = self.service_shell(&user);
        if !values("User").is_empty() {
            shell.export("HOME", &Shell::home_of(&user));
        }
        for file in values("EnvironmentFile") {
            let lines = self.machine.text(file.trim_start_matches('-')).unwrap_or_default();
            for (name, value) in
                lines.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('='))
            {
                shell.export(name.trim(), value.trim_matches(['"', '\'']));
            }
        }
        for line in values("Environment") {
            for (name, value) in words_of(&line).iter().filter_map(|word| word.split_once('=')) {
                shell.export(name, value);
            }
        }
        let folder = values("WorkingDirectory").pop().unwrap_or_else(|| "/".to_owned());
        shell.folder = if folder == "~" { "/root".to_owned() } else { absolute("/", folder.trim_start_matches('-')) };
        if self.machine.is_folder(&shell.folder) == Some(false) {
            return Ok(200);
        }
        let before: Vec<String> = values("ExecStartPre");
        let mut status = 0;
        for (index, line) in before.iter().chain(&values("ExecStart")).enumerate() {
            let words = words_of(line.trim_start_matches(['-', '@', '+', '!', ':']));
            if words.is_empty() {
                continue;
            }
            let ended = self.detached(shell.clone(), |run| {
                run.shell.status = run.external(&words)?;
                Ok(())
            })?;
            status = match ended {
                Some(status) => status,
                None if index < before.len() || text.contains("Type=oneshot") => return Err(Flow::Blocks),
                // It is expected to go on by itself, and stopped when it doesn't.
                None if text.contains("Type=forking") => {
                    self.machine.stop();
                    1
                }
                None => 0,
            };
            if status != 0 && index < before.len() && !line.starts_with('-') {
                return Ok(status);
            }
        }
        Ok(status)
    }

    fn service_shell(&self, user: &str) -> Shell {
        let mut shell = self.shell.child("service", &[]);
        shell.variables.clear();
        shell.export("PATH", PATH);
        shell.export("LANG", "C.UTF-8");
        user.clone_into(&mut shell.user);
        "/".clone_into(&mut shell.folder);
        shell
    }

    fn systemd_run(&mut self, words: &[String]) -> Step<i32> {
        let mut shell = self.service_shell("root");
        let mut index = 0;
        while let Some(word) = words.get(index).filter(|word| word.starts_with('-')) {
            let (option, joined) =
                word.split_once('=').map_or((word.as_str(), None), |(option, value)| (option, Some(value.to_owned())));
            let takes = matches!(
                option,
                "-p" | "--property"
                    | "-E"
                    | "--setenv"
                    | "--unit"
                    | "-u"
                    | "--working-directory"
                    | "--uid"
                    | "--slice"
                    | "--description"
                    | "--on-active"
                    | "--on-boot"
            );
            let value = match joined {
                Some(value) => value,
                None if takes => {
                    index += 1;
                    words.get(index).cloned().unwrap_or_default()
                }
                None => String::new(),
            };
            if option.starts_with("--on-") {
                self.doubt_here();
            }
            let set = value.strip_prefix("Environment=").unwrap_or(&value);
            match option {
                "-E" | "--setenv" | "-p" | "--property"
                    if option.contains('E') || option == "--setenv" || value.starts_with("Environment=") =>
                {
                    if let Some((name, value)) = set.split_once('=') {
                        shell.export(name, value);
                    }
                }
                "-p" | "--property" => {
                    if let Some(folder) = value.strip_prefix("WorkingDirectory=") {
                        folder.clone_into(&mut shell.folder);
                    }
                }
                "--working-directory" => shell.folder = absolute("/", &value),
                "--scope" => {
                    shell = self.shell.child("service", &[]);
                }
                _ => {}
            }
            index += 1;
        }
        let command = words.get(index..).unwrap_or_default().to_vec();
        if command.is_empty() {
            return Ok(1);
        }
        let ended = self.detached(shell, |run| {
            run.shell.status = run.external(&command)?;
            Ok(())
        })?;
        Ok(ended.unwrap_or(0))
    }

    /// Runs a text whose failures end nothing.
    pub(super) fn unchecked_text(&mut self, text: &str, lines: Lines) -> Step {
        let before = self.shell.options.errexit;
        self.shell.options.errexit = false;
        let result = self.text(text, lines);
        self.shell.options.errexit = before;
        result
    }
}

/// The words of a line of a unit.
fn words_of(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut open) = (Vec::new(), String::new(), None, false);
    for character in line.chars() {
        match (quote, character) {
            (Some(mark), one) if one == mark => quote = None,
            (None, '\'' | '"') => {
                quote = Some(character);
                open = true;
            }
            (None, one) if one.is_whitespace() => {
                if open {
                    words.push(std::mem::take(&mut word));
                    open = false;
                }
            }
            (_, one) => {
                word.push(one);
                open = true;
            }
        }
    }
    if open {
        words.push(word);
    }
    words
}
