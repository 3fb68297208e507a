//! A home folder, and a terminal in it.

use std::ffi::OsString;
use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::release_page::write_program;

/// What the installer may use of a machine, besides a program for checksums.
const TOOLS: [&str; 12] = ["awk", "bash", "chmod", "curl", "env", "grep", "gzip", "mkdir", "mv", "rm", "sh", "tar"];

/// How something ended in a terminal, and all that it said.
#[derive(Debug)]
pub struct Said {
    pub succeeded: bool,
    pub words: String,
}

pub struct Home {
    folder: TempDir,
    machine: TempDir,
    variables: Vec<(&'static str, OsString)>,
}

impl Home {
    /// A fresh one, on a machine that has what the installer needs, with bash for a shell.
    pub fn fresh() -> Self {
        let home =
            Self { folder: tempfile::tempdir().unwrap(), machine: tempfile::tempdir().unwrap(), variables: Vec::new() };
        for tool in TOOLS.into_iter().chain(["sha256sum"]) {
            std::os::unix::fs::symlink(real(tool), home.machine.path().join(tool)).unwrap();
        }
        let home = home.on("Linux", "x86_64").with("SHELL", "/bin/bash").with("LANG", "en_US.UTF-8");
        let path = home.machine.path().to_owned();
        home.with("PATH", path)
    }

    /// On another machine.
    pub fn on(self, system: &str, machine: &str) -> Self {
        let words = format!("case $1 in -s) echo {system} ;; -m) echo {machine} ;; esac");
        write_program(&self.machine.path().join("uname"), &words);
        self
    }

    /// On a machine without this program.
    pub fn without(self, tool: &str) -> Self {
        fs::remove_file(self.machine.path().join(tool)).unwrap();
        self
    }

    pub fn with(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.variables.retain(|(other, _)| *other != name);
        self.variables.push((name, value.into()));
        self
    }

    /// With the programs of the home in PATH, as Amazon Linux has it.
    pub fn with_own_programs_in_path(self) -> Self {
        let folders = [self.path(".local/bin"), self.machine.path().to_owned()];
        self.with("PATH", std::env::join_paths(folders).unwrap())
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, content: &str) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_default()
    }

    /// The files of a folder, hidden ones too.
    pub fn list(&self, path: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path(path)) else { return Vec::new() };
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// A shell that is about to run this, with nothing of this machine's own settings, in a process group of its own.
    pub fn shell(&self, commands: &str) -> Command {
        let mut shell = Command::new(real("sh"));
        shell.args(["-c", commands]).env_clear().env("HOME", self.folder.path()).envs(self.variables.iter().cloned());
        shell.current_dir(self.folder.path()).process_group(0);
        shell
    }

    /// Runs this in a terminal.
    pub fn run(&self, commands: &str) -> Said {
        let output = self.shell(&format!("{{ {commands}; }} 2>&1")).output().unwrap();
        Said { succeeded: output.status.success(), words: String::from_utf8(output.stdout).unwrap() }
    }

    /// What the installed program calls itself.
    pub fn installed(&self) -> String {
        self.run("~/.local/bin/ec-site-tutor --version").words.trim_end().to_owned()
    }
}

impl Said {
    /// Whether it said all of this.
    pub fn has(&self, parts: &[&str]) -> bool {
        parts.iter().all(|part| self.words.contains(part))
    }
}

/// Where a tool is on this machine.
fn real(tool: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(tool)).find(|file| file.exists());
    let found = found.unwrap_or_else(|| panic!("the tests of the installer need {tool}"));
    // Some are links to a program that goes by the name it was called by.
    if fs::canonicalize(&found).is_ok_and(|file| file.file_name() == Path::new(tool).file_name()) {
        return fs::canonicalize(found).unwrap();
    }
    found
}
