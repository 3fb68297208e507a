//! pm2 (<https://pm2.keymetrics.io/docs/usage/quick-start/>; measured with pm2 6.0.14 and 7.0.4).

use super::pm2_config::App;
use crate::verify::user_data::bash::{Run, Step};
use crate::verify::user_data::lines::Lines;
use crate::verify::user_data::machine::{Found, Node, Process, absolute, extension, name, parent};
use crate::verify::user_data::text::{ECOSYSTEM, is_known};

const VALUED: [&str; 28] = [
    "--name",
    "-n",
    "--cwd",
    "-i",
    "--instances",
    "--interpreter",
    "-l",
    "--log",
    "-o",
    "--output",
    "-e",
    "--error",
    "-p",
    "--pid",
    "-u",
    "--user",
    "--hp",
    "--max-memory-restart",
    "--env",
    "--node-args",
    "--restart-delay",
    "--exp-backoff-restart-delay",
    "--namespace",
    "--only",
    "--service-name",
    "--interpreter-args",
    "--lines",
    "--kill-timeout",
];
const FLAGS: [&str; 30] = [
    "-f",
    "--force",
    "--time",
    "--update-env",
    "--watch",
    "--no-daemon",
    "-s",
    "--silent",
    "-m",
    "--mini-list",
    "--no-autorestart",
    "-a",
    "--attach",
    "--wait-ready",
    "-h",
    "--help",
    "-v",
    "--version",
    "--no-color",
    "--merge-logs",
    "-w",
    "--no-vizion",
    "--parallel",
    "--no-treekill",
    "--disable-logs",
    "--nostream",
    "--raw",
    "--json",
    "--source-map-support",
    "--no-pmx",
];

/// A call of pm2.
#[derive(Default)]
struct Call {
    words: Vec<String>,
    options: Vec<(String, String)>,
    /// What stands behind `--`, for the program itself.
    passed: Vec<String>,
    unknown_option: bool,
}

impl Call {
    fn read(arguments: &[String]) -> Self {
        let mut call = Self::default();
        let mut rest = arguments.iter();
        while let Some(word) = rest.next() {
            if word == "--" {
                call.passed.extend(rest.by_ref().cloned());
            } else if word.starts_with('-') && word.len() > 1 {
                let (option, joined) = word
                    .split_once('=')
                    .map_or((word.as_str(), None), |(option, value)| (option, Some(value.to_owned())));
                let takes = VALUED.contains(&option);
                call.unknown_option |= !takes && !FLAGS.contains(&option);
                let value = joined.or_else(|| takes.then(|| rest.next().cloned()).flatten()).unwrap_or_default();
                call.options.push((option.to_owned(), value));
            } else {
                call.words.push(word.clone());
            }
        }
        call
    }

    fn value(&self, names: &[&str]) -> Option<&str> {
        self.options.iter().find(|(name, _)| names.contains(&name.as_str())).map(|(_, value)| value.as_str())
    }
}

impl Run<'_> {
    pub(super) fn pm2(&mut self, arguments: &[String]) -> Step<i32> {
        self.pass_time()?;
        let call = Call::read(arguments);
        if call.unknown_option {
            return Ok(1);
        }
        let Some((command, words)) = call.words.split_first() else {
            return Ok(i32::from(
                !call.options.iter().any(|(name, _)| matches!(name.as_str(), "-v" | "--version" | "-h" | "--help")),
            ));
        };
        match command.as_str() {
            "start" | "startOrRestart" | "startOrReload" | "startOrGracefulReload" => {
                self.pm2_start(&call, command, words)
            }
            "restart" | "reload" | "gracefulReload" => self.pm2_restart(words),
            "delete" | "del" | "stop" => Ok(self.pm2_stop(words)),
            "kill" => {
                self.machine.processes.clear();
                self.machine.stop();
                Ok(0)
            }
            "jlist" | "prettylist" | "list" | "ls" | "l" | "status" | "pid" | "describe" | "show" | "info" => {
                let text = self.unknown();
                self.print(&format!("{text}\n"));
                let finds = words.is_empty() || self.machine.processes.iter().any(|process| process.name == words[0]);
                Ok(i32::from(matches!(command.as_str(), "describe" | "show" | "info") && !finds))
            }
            "startup" | "save" | "logs" | "flush" | "ping" | "update" | "install" | "set" | "unstartup"
            | "resurrect" | "env" | "monit" | "dump" | "unset" | "conf" | "get" | "module:install" | "reset"
            | "reloadLogs" | "scale" => Ok(0),
            _ if is_known(command) => Ok(1),
            _ => {
                self.doubt_here();
                Ok(0)
            }
        }
    }

    fn pm2_start(&mut self, call: &Call, command: &str, words: &[String]) -> Step<i32> {
        let folder = self.shell.folder.clone();
        let place = call.value(&["--cwd"]).map_or_else(|| folder.clone(), |cwd| absolute(&folder, cwd));
        let Some(target) = words.first() else {
            // Bare: it looks for its file where it was called, whatever `--cwd` says.
            return if command == "start" { self.pm2_config("ecosystem.config.js") } else { Ok(1) };
        };
        if target.ends_with(".config.js")
            || target.ends_with(".config.cjs")
            || matches!(extension(target), Some("json" | "yml" | "yaml"))
        {
            return self.pm2_config(target);
        }
        let process = call.value(&["--name", "-n"]).unwrap_or(target).to_owned();
        let is_pnpm = name(target) == "pnpm"
            && (self.find_program(target).is_some() || self.machine.look(&absolute(&place, target)) != Found::Nothing);
        if matches!(target.as_str(), "npm" | "yarn") || is_pnpm {
            if words.len() > 1 {
                return Ok(1);
            }
            let starts = call.passed.iter().any(|word| matches!(word.as_str(), "start" | "serve"));
            let at = call.passed.iter().position(|word| matches!(word.as_str(), "--prefix" | "-C" | "--dir"));
            let inner = at
                .and_then(|at| call.passed.get(at + 1))
                .map_or_else(|| place.clone(), |inner| absolute(&place, inner));
            return Ok(self.pm2_runs(process, starts.then_some(inner)));
        }
        if let Some(number) = target.parse::<usize>().ok().filter(|number| *number < self.machine.processes.len()) {
            return self.pm2_restart(&[self.machine.processes[number].name.clone()]);
        }
        if self.machine.processes.iter().any(|process| process.name == *target) || target == "all" {
            return self.pm2_restart(std::slice::from_ref(target));
        }
        if target.contains(' ') {
            return self.pm2_text(target, process, place);
        }
        self.pm2_file(target, process, place)
    }

    /// Notes a process; where it has a folder, the shop is started there.
    fn pm2_runs(&mut self, process: String, folder: Option<String>) -> i32 {
        self.machine.processes.push(Process { name: process, folder: folder.clone().unwrap_or_default() });
        if let Some(folder) = folder {
            self.start_shop(&folder);
        }
        0
    }

    /// A configuration file: its script `npm start` runs where pm2 was called.
    fn pm2_config(&mut self, file: &str) -> Step<i32> {
        let folder = self.shell.folder.clone();
        let path = absolute(&folder, file);
        let text = match self.machine.look(&path) {
            Found::Node(_) if !self.is_forbidden(&path) => self.machine.text(&path).unwrap_or_default(),
            Found::Unknown if !self.decide(&format!("-e {path}"), false)? => return Ok(1),
            Found::Unknown => {
                self.doubt_here();
                return Ok(self.pm2_runs(file.to_owned(), Some(folder)));
            }
            _ => return Ok(1),
        };
        if name(file) == "package.json" {
            return Ok(1);
        }
        if text.starts_with(ECOSYSTEM) {
            return Ok(self.pm2_runs("ecommerce-app".to_owned(), Some(folder)));
        }
        if let Some(app) = App::read(&text) {
            return self.pm2_app(app, &folder);
        }
        self.doubt_here();
        Ok(self.pm2_runs(file.to_owned(), Some(folder)))
    }

    /// A process as a configuration of the script's own describes it.
    fn pm2_app(&mut self, app: App, folder: &str) -> Step<i32> {
        let place = app.cwd.map_or_else(|| folder.to_owned(), |cwd| absolute(folder, &cwd));
        let process = app.name.unwrap_or_else(|| app.script.clone());
        if !matches!(name(&app.script), "npm" | "yarn" | "pnpm") {
            return self.pm2_file(&app.script, process, place);
        }
        if self.find_program(&app.script).is_none() {
            return Ok(1);
        }
        let starts = app.args.split_whitespace().any(|word| matches!(word, "start" | "serve"));
        Ok(self.pm2_runs(process, starts.then_some(place)))
    }

    /// A command in one word: pm2 hands it to bash.
    fn pm2_text(&mut self, text: &str, process: String, place: String) -> Step<i32> {
        self.machine.processes.push(Process { name: process, folder: place.clone() });
        let mut child = self.shell.child("bash", &[]);
        if self.machine.is_folder(&place) == Some(true) {
            child.folder = place;
        }
        let line = self.line;
        self.detached(child, |run| run.whole_shell(text, Lines::At(line)))?;
        Ok(0)
    }

    fn pm2_file(&mut self, target: &str, process: String, place: String) -> Step<i32> {
        let path = absolute(&place, target);
        let folder = parent(&path).to_owned();
        let in_modules = target.contains("node_modules/") && self.machine.is_installed(&place);
        if in_modules
            || target.contains("node_modules/next")
                && self.machine.is_installed(parent(path.split("/node_modules").next().unwrap_or_default()))
        {
            return Ok(self.pm2_runs(process, Some(place)));
        }
        match self.machine.look(&path) {
            Found::Node(Node::File { text, executable }) => {
                if name(target) == "server.js" && self.machine.is_shop(&folder) {
                    return Ok(self.pm2_runs(process, Some(place)));
                }
                if executable || extension(target) == Some("sh") {
                    self.machine.processes.push(Process { name: process, folder: place.clone() });
                    let mut child = self.shell.child(target, &[]);
                    child.folder = place;
                    let line = self.line;
                    self.detached(child, |run| run.whole_shell(&text, Lines::At(line)))?;
                    return Ok(0);
                }
                Ok(self.pm2_runs(process, None))
            }
            Found::Node(_) => Ok(self.pm2_runs(process, None)),
            Found::Unknown => {
                self.doubt_here();
                Ok(i32::from(!self.decide(&format!("-e {path}"), false)?))
            }
            Found::Nothing => Ok(1),
        }
    }

    fn pm2_restart(&mut self, words: &[String]) -> Step<i32> {
        let Some(target) = words.first() else { return Ok(1) };
        if matches!(extension(target), Some("js" | "cjs" | "json")) {
            return self.pm2_config(target);
        }
        let named = target == "all"
            || target.parse::<usize>().is_ok_and(|number| number < self.machine.processes.len())
            || self.machine.processes.iter().any(|process| process.name == *target);
        if self.machine.processes.is_empty() || !named {
            return Ok(1);
        }
        let folders: Vec<String> = self
            .machine
            .processes
            .iter()
            .map(|process| process.folder.clone())
            .filter(|folder| !folder.is_empty())
            .collect();
        for folder in folders {
            self.start_shop(&folder);
        }
        Ok(0)
    }

    fn pm2_stop(&mut self, words: &[String]) -> i32 {
        if self.machine.processes.is_empty() {
            return 1;
        }
        let before = self.machine.processes.len();
        if words.first().is_some_and(|word| word == "all") {
            self.machine.processes.clear();
        } else {
            let mut number = 0_usize;
            self.machine.processes.retain(|process| {
                number += 1;
                !words.contains(&process.name) && !words.contains(&(number - 1).to_string())
            });
        }
        if self.machine.processes.is_empty() {
            self.machine.stop();
        }
        i32::from(self.machine.processes.len() == before)
    }
}
