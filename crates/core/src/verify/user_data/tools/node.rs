//! pnpm, npm and their kin: install, build, start (docs of pnpm and npm; measured with pnpm 9 to 12 and npm 10).

use super::Arguments;
use crate::verify::user_data::bash::{Flow, Run, Step, Wrong};
use crate::verify::user_data::machine::{Found, absolute, name, program};

/// Options of pnpm and npm that take a value in the next word.
const VALUED: [&str; 16] = [
    "--filter",
    "-F",
    "--reporter",
    "--loglevel",
    "--store-dir",
    "--registry",
    "--network-concurrency",
    "--child-concurrency",
    "--cache",
    "--modules-dir",
    "--package-import-method",
    "--node-linker",
    "--public-hoist-pattern",
    "--config",
    "--omit",
    "--include",
];

/// A call of a package manager.
struct Call {
    folder: String,
    words: Vec<String>,
    global: bool,
    says_version: bool,
}

impl Run<'_> {
    pub(super) fn package_manager(&mut self, called: &str, arguments: &[String]) -> Step<i32> {
        self.pass_time()?;
        let manager = match called {
            "npx" => "npm",
            "pnpx" => "pnpm",
            other => other,
        };
        let call = self.read_call(manager, called, arguments);
        if call.says_version {
            let text = self.unknown();
            self.print(&format!("{text}\n"));
            return Ok(0);
        }
        let words: Vec<&str> = call.words.iter().map(String::as_str).collect();
        if matches!(called, "npx" | "pnpx") || matches!(words.first(), Some(&("exec" | "dlx" | "x"))) {
            let skipped = usize::from(matches!(words.first(), Some(&("exec" | "dlx" | "x"))));
            return self.executed(&call.words[skipped..]);
        }
        if call.global && matches!(words.first(), Some(&("install" | "i" | "add"))) {
            return Ok(self.install_globally(manager, &call.words[1..]));
        }
        self.in_project(manager, &call)
    }

    fn read_call(&mut self, manager: &str, called: &str, arguments: &[String]) -> Call {
        let mut call =
            Call { folder: self.shell.folder.clone(), words: Vec::new(), global: false, says_version: false };
        let runs_others = |words: &[String]| {
            matches!(called, "npx" | "pnpx") && !words.is_empty()
                || words.first().is_some_and(|word| matches!(word.as_str(), "exec" | "dlx"))
        };
        let mut rest = arguments.iter();
        while let Some(word) = rest.next() {
            let (option, joined) =
                word.split_once('=').map_or((word.as_str(), None), |(option, value)| (option, Some(value)));
            let names_folder = match option {
                "-C" => manager == "pnpm" || manager == "npm",
                "--dir" | "--prefix" => true,
                "--cwd" => manager == "yarn",
                _ => false,
            };
            if runs_others(&call.words) {
                call.words.push(word.clone());
            } else if word == "--" {
                call.words.extend(rest.by_ref().cloned());
            } else if names_folder {
                let value = joined.map(str::to_owned).or_else(|| rest.next().cloned()).unwrap_or_default();
                call.folder = absolute(&self.shell.folder, &value);
            } else if joined.is_none() && VALUED.contains(&option) {
                rest.next();
            } else if word.starts_with('-') {
                call.global |= matches!(option, "-g" | "--global" | "--location");
                call.says_version |= matches!(option, "-v" | "--version");
            } else {
                call.words.push(word.clone());
            }
        }
        call
    }

    /// `npx` and `pnpm dlx`: another program from the registry.
    fn executed(&mut self, words: &[String]) -> Step<i32> {
        let words: Vec<String> = words.iter().skip_while(|word| word.starts_with('-')).cloned().collect();
        let [name, arguments @ ..] = words.as_slice() else { return Ok(0) };
        match name.split('@').next().unwrap_or_default() {
            "pm2" => self.pm2(arguments),
            tool @ ("pnpm" | "npm" | "yarn") => self.package_manager(tool, arguments),
            "next" => self.next(arguments),
            _ => Ok(0),
        }
    }

    /// `next build` and `next start` by themselves.
    fn next(&mut self, arguments: &[String]) -> Step<i32> {
        let folder = self.shell.folder.clone();
        Ok(match arguments.first().map(String::as_str) {
            Some("build") => self.build_shop(&folder),
            Some("start") | None => return self.serve_shop(&folder),
            _ => 0,
        })
    }

    fn install_globally(&mut self, manager: &str, words: &[String]) -> i32 {
        for word in words {
            let tool = word.split('@').next().unwrap_or_default();
            if matches!(tool, "pnpm" | "pm2" | "yarn") {
                let folder = if manager == "npm" { "/usr/local/bin".to_owned() } else { self.wanted.tools.to_owned() };
                let path = format!("{folder}/{tool}");
                if self.machine.look(&path) == Found::Nothing {
                    self.machine.files.put(&path, program(tool));
                }
            }
            self.machine.installed.push(word.clone());
        }
        0
    }

    fn in_project(&mut self, manager: &str, call: &Call) -> Step<i32> {
        let folder = self.machine.files.resolve(&call.folder, true);
        let mut words: Vec<&str> = call.words.iter().map(String::as_str).collect();
        if manager == "yarn" && words.is_empty() {
            words.push("install");
        }
        if self.machine.is_folder(&folder) == Some(false) || self.is_forbidden(&folder) {
            return Ok(1);
        }
        if matches!(words.as_slice(), ["run" | "run-script", _, ..]) {
            words.remove(0);
        } else if manager == "npm" && words.first() == Some(&"build") {
            // A script needs `run` there.
            return Ok(1);
        }
        Ok(match words.as_slice() {
            ["install" | "i" | "ci", more @ ..] => self.install_in(manager, &folder, words[0], more),
            ["build", ..] => self.build_shop(&folder),
            ["start", ..] => return self.serve_shop(&folder),
            [] => 1,
            [
                "config" | "store" | "setup" | "env" | "approve-builds" | "rebuild" | "prune" | "root" | "bin" | "list"
                | "ls" | "cache" | "fetch" | "add" | "self-update" | "set" | "get" | "audit" | "help" | "init"
                | "version" | "ping" | "update" | "up" | "dedupe" | "import" | "outdated" | "why",
                ..,
            ] => {
                let text = self.unknown();
                self.print(&format!("{text}\n"));
                0
            }
            // A script that package.json may have.
            ["test" | "lint" | "dev" | "seed" | "migrate" | "generate" | "prisma" | "db:migrate" | "db:seed", ..] => {
                self.doubt_here();
                0
            }
            _ => 254,
        })
    }

    fn install_in(&mut self, manager: &str, folder: &str, command: &str, more: &[&str]) -> i32 {
        // The archive has pnpm's lockfile, and npm's own command wants its own.
        if command == "ci" && manager != "yarn" {
            return 1;
        }
        if !self.machine.is_shop(folder) {
            self.elsewhere(folder);
            return i32::from(manager != "npm");
        }
        if self.may_not_write(&format!("{folder}/node_modules")) {
            return 243;
        }
        // With names it adds them, and installs the rest all the same.
        let _ = more;
        self.machine.install(folder);
        self.print("Done\n");
        0
    }

    fn elsewhere(&mut self, folder: &str) {
        self.wrong(Wrong::Elsewhere(folder.to_owned()));
    }

    fn build_shop(&mut self, folder: &str) -> i32 {
        if !self.machine.is_shop(folder) {
            self.elsewhere(folder);
            return 1;
        }
        if !self.machine.is_installed(folder) {
            return 1;
        }
        if self.may_not_write(&format!("{folder}/.next")) {
            return 1;
        }
        self.machine.build(folder);
        0
    }

    pub(super) fn start_shop(&mut self, folder: &str) -> i32 {
        if !self.machine.is_shop(folder) {
            self.elsewhere(folder);
            return 1;
        }
        let (key, line) = (self.wanted.key, self.line);
        let home = self.shell.environment("HOME");
        i32::from(!self.machine.start(folder, key, line, home))
    }

    /// Starts the shop in the foreground: once it is up, it stays.
    fn serve_shop(&mut self, folder: &str) -> Step<i32> {
        match self.start_shop(folder) {
            0 => Err(Flow::Blocks),
            status => Ok(status),
        }
    }

    pub(super) fn node(&mut self, arguments: &[String]) -> Step<i32> {
        let folder = self.shell.folder.clone();
        let first = Arguments::read(arguments, "er", &["--eval", "--require", "--env-file"]);
        if first.has(&["-v", "--version"]) {
            let text = self.unknown();
            self.print(&format!("v{text}\n"));
            return Ok(0);
        }
        let Some(file) = first.others.first() else {
            if first.has(&["-e", "--eval", "-p"]) {
                self.doubt_here();
            }
            return Ok(0);
        };
        let path = self.path(file);
        if name(file) == "server.js" || file.ends_with("bin/next") {
            return self.serve_shop(&folder);
        }
        Ok(i32::from(self.machine.look(&path) == Found::Nothing))
    }

    pub(super) fn corepack(&mut self, arguments: &[String]) -> i32 {
        if arguments.first().is_some_and(|word| word == "enable") {
            for tool in ["pnpm", "yarn"] {
                let path = format!("/usr/local/bin/{tool}");
                if self.machine.look(&path) == Found::Nothing {
                    self.machine.files.put(&path, program(tool));
                }
            }
        }
        0
    }
}
