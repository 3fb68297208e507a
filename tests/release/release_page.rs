//! Releases to install: made by the scripts of the repository, of programs that say what a test wants to hear.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::server::Server;

/// The target that tests install; `uname` says so in their homes.
pub const TARGET: &str = "x86_64-unknown-linux-gnu";

/// A script of the `release` folder.
pub fn script(name: &str) -> Command {
    Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("release").join(name))
}

/// What a command did, which must have succeeded.
pub fn done(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {output:?}");
    output
}

/// Writes a program for the shell.
pub fn write_program(file: &Path, commands: &str) {
    fs::write(file, format!("#!/bin/sh\n{commands}\n")).unwrap();
    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).unwrap();
}

/// The page of the newest release.
pub struct ReleasePage {
    pub server: Server,
    folder: TempDir,
}

impl ReleasePage {
    /// With a release of a program that calls itself by this version.
    pub fn selling(version: &str) -> Self {
        let page = Self::empty();
        page.release(&format!("echo 'ec-site-tutor {version}'"));
        page
    }

    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { server: Server::of(folder.path().to_owned()), folder }
    }

    /// Replaces the release by one of a program that does this.
    pub fn release(&self, commands: &str) {
        self.pack(commands, TARGET);
        done(script("finish").arg(self.folder.path()).arg(&self.server.address));
    }

    /// Packs a program that does this for a target.
    pub fn pack(&self, commands: &str, target: &str) {
        let workshop = tempfile::tempdir().unwrap();
        let program = workshop.path().join("program");
        write_program(&program, commands);
        done(script("pack").arg(&program).arg(target).arg(self.folder.path()));
    }

    pub fn archive(&self) -> PathBuf {
        self.file(&format!("ec-site-tutor-{TARGET}.tar.gz"))
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What a learner pastes into a terminal.
    pub fn paste(&self, arguments: &str) -> String {
        format!("curl -fsSL {}/install.sh | sh {arguments}", self.server.address)
    }
}
