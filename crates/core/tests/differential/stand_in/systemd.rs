//! systemd: units of the script's own (systemd.service(5), systemd.exec(5)).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::shop::{Event, note};
use super::{Call, refuse};

const PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin";

fn unit(name: &str) -> Option<String> {
    let name = if name.contains('.') { name.to_owned() } else { format!("{name}.service") };
    fs::read_to_string(Path::new("/etc/systemd/system").join(name)).ok().map(|text| text.replace("\\\n", " "))
}

pub fn systemctl(call: &Call) -> i32 {
    let words: Vec<&str> = call.arguments.iter().filter(|word| !word.starts_with('-')).map(String::as_str).collect();
    let now = call.has(&["--now"]);
    match words[..] {
        ["start" | "restart", ..] => begin(&words[1..]),
        ["enable", ..] if now => begin(&words[1..]),
        ["stop" | "disable", ..] if words[0] == "stop" || now => {
            if words[1..].iter().any(|name| unit(name).is_some()) {
                note(&Event::Stopped);
            }
            0
        }
        _ => 0,
    }
}

fn begin(names: &[&str]) -> i32 {
    let mut status = 0;
    for name in names {
        match unit(name) {
            Some(text) => status = Unit(&text).run(),
            None if matches!(*name, "crond" | "sshd" | "chronyd" | "amazon-ssm-agent") => {}
            None => status = refuse(5, "Failed to start: Unit not found."),
        }
    }
    status
}

struct Unit<'a>(&'a str);

impl Unit<'_> {
    fn values(&self, key: &str) -> Vec<&str> {
        let value = |line: &'_ str| -> Option<usize> {
            let (name, _) = line.split_once('=')?;
            (name.trim() == key).then_some(name.len() + 1)
        };
        self.0.lines().filter_map(|line| value(line).map(|at| line[at..].trim())).collect()
    }

    fn environment(&self) -> BTreeMap<String, String> {
        let mut environment =
            BTreeMap::from([("PATH".to_owned(), PATH.to_owned()), ("LANG".to_owned(), "C.UTF-8".to_owned())]);
        for line in self.values("Environment") {
            environment.extend(
                words(line)
                    .iter()
                    .filter_map(|word| word.split_once('='))
                    .map(|(name, value)| (name.into(), value.into())),
            );
        }
        for file in self.values("EnvironmentFile") {
            let text = fs::read_to_string(file.trim_start_matches('-')).unwrap_or_default();
            let lines =
                text.lines().filter(|line| !line.starts_with(['#', ';'])).filter_map(|line| line.split_once('='));
            environment.extend(lines.map(|(name, value)| (name.trim().into(), value.trim_matches(['"', '\'']).into())));
        }
        environment
    }

    fn run(&self) -> i32 {
        let user = self.values("User").last().copied();
        let folder = match self.values("WorkingDirectory").last() {
            Some(&"~") => {
                PathBuf::from(if user.is_none_or(|user| user == "root") { "/root" } else { "/home/ec2-user" })
            }
            Some(folder) => folder.trim_start_matches('-').into(),
            None => "/".into(),
        };
        let mut environment = self.environment();
        if let Some(user) = user {
            environment.insert("HOME".into(), if user == "root" { "/root".into() } else { format!("/home/{user}") });
        }
        let kind = self.values("Type").last().copied().unwrap_or("simple");
        for line in self.values("ExecStartPre") {
            let failed = command(line, user, &folder, &environment)
                .is_none_or(|mut one| !one.status().is_ok_and(|status| status.success()));
            if failed && !line.starts_with('-') {
                return 1;
            }
        }
        let lines = self.values("ExecStart");
        for line in &lines {
            let Some(mut command) = command(line, user, &folder, &environment) else {
                return i32::from(kind != "simple");
            };
            if kind == "simple" || kind == "exec" {
                let _ = command.spawn();
            } else if !command.status().is_ok_and(|status| status.success()) {
                return 1;
            }
        }
        0
    }
}

fn command(line: &str, user: Option<&str>, folder: &Path, environment: &BTreeMap<String, String>) -> Option<Command> {
    let words = words(line.trim_start_matches(['-', '@', '+', '!', ':']));
    let program = words.first()?;
    let paths = PATH.split(':').map(|folder| format!("{folder}/{program}"));
    let program = if program.contains('/') {
        Some(program.clone())
    } else {
        paths.into_iter().find(|path| Path::new(path).exists())
    }?;
    if !Path::new(&program).exists() || !folder.is_dir() {
        return None;
    }
    let mut command = match user {
        Some(user) if user != "root" => {
            let mut command = Command::new("/usr/bin/runuser");
            command.args(["-u", user, "--", &program]);
            command
        }
        _ => Command::new(&program),
    };
    command.args(&words[1..]).current_dir(folder).env_clear().envs(environment);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    Some(command)
}

/// The words of a line of a unit.
fn words(line: &str) -> Vec<String> {
    let (mut all, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for character in line.chars() {
        match quote {
            Some(mark) if mark == character => quote = None,
            None if matches!(character, '\'' | '"') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            None if character.is_whitespace() => all.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    all.extend(word);
    all
}

pub fn systemd_run(call: &Call) -> i32 {
    let mut folder = PathBuf::from("/");
    let mut environment: BTreeMap<String, String> =
        BTreeMap::from([("PATH".into(), PATH.into()), ("LANG".into(), "C.UTF-8".into())]);
    let mut rest = call.arguments.iter().peekable();
    while let Some(word) = rest.next_if(|word| word.starts_with('-')) {
        let (name, joined) =
            word.split_once('=').map_or((word.as_str(), None), |(name, value)| (name, Some(value.to_owned())));
        let takes = matches!(
            name,
            "-p" | "--property" | "-E" | "--setenv" | "--unit" | "-u" | "--working-directory" | "--description"
        );
        let value = joined.or_else(|| takes.then(|| rest.next().cloned()).flatten()).unwrap_or_default();
        let set = value.strip_prefix("Environment=").unwrap_or(&value);
        match name {
            "-E" | "--setenv" | "-p" | "--property" if name != "-p" && name != "--property" || set != value => {
                environment.extend(set.split_once('=').map(|(name, value)| (name.into(), value.into())));
            }
            "-p" | "--property" if value.starts_with("WorkingDirectory=") => {
                folder = value["WorkingDirectory=".len()..].into();
            }
            "--working-directory" => folder = value.into(),
            "--scope" => {
                environment = std::env::vars().collect();
                folder = super::here();
            }
            _ => {}
        }
    }
    let words: Vec<String> = rest.cloned().collect();
    let Some(program) = words.first() else { return 1 };
    let waits = call.has(&["--scope", "--wait", "-P", "--pipe", "-t"]);
    let mut command = Command::new(program);
    command.args(&words[1..]).current_dir(folder).env_clear().envs(environment).stdin(Stdio::null());
    if waits {
        return command.status().map_or(203, |status| status.code().unwrap_or(1));
    }
    i32::from(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_err())
}
