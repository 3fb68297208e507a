//! Files and folders: what coreutils do to them (GNU Coreutils manual).

use super::Arguments;
use crate::verify::user_data::bash::{Run, Step};
use crate::verify::user_data::machine::{Files, Found, Node, absolute, name, parent};
use crate::verify::user_data::text::is_known;

/// The options of `tee`.
const TEE: [&str; 6] = ["-a", "--append", "-i", "--ignore-interrupts", "-p", "--output-error"];

impl Run<'_> {
    /// Runs a program that is about files; none where it isn't.
    pub(super) fn file_tool(&mut self, program: &str, words: &[String]) -> Step<Option<i32>> {
        Ok(Some(match program {
            "mkdir" => self.mkdir(words)?,
            "rm" | "unlink" => self.rm(words),
            "rmdir" => self.rmdir(words),
            "touch" | "truncate" | "mkfifo" => self.touch(program, words)?,
            "ln" => self.ln(words)?,
            "cp" | "mv" | "install" => self.copy_tool(program, words)?,
            "chmod" => self.chmod(words),
            "chown" | "chgrp" => self.chown(program, words)?,
            "mktemp" => self.mktemp(words),
            "tee" => self.tee(words),
            "dd" => self.dd(words)?,
            "fallocate" => {
                let arguments = Arguments::read(words, "lop", &["--length", "--offset"]);
                self.touch("touch", &arguments.others)?
            }
            "ls" | "stat" => self.ls(program, words)?,
            "readlink" | "realpath" => self.readlink(program, words),
            "basename" | "dirname" => self.path_part(program, words),
            _ => return Ok(None),
        }))
    }

    /// Whether a folder is there for something new.
    pub(super) fn has_parent(&mut self, path: &str) -> Step<bool> {
        let folder = parent(path).to_owned();
        let known = self.machine.is_folder(&folder);
        self.either(known, &format!("-d {folder}"), true)
    }

    fn mkdir(&mut self, words: &[String]) -> Step<i32> {
        let arguments = Arguments::read(words, "mZ", &["--mode"]);
        let all = arguments.has(&["-p", "--parents"]);
        let mut status = i32::from(arguments.others.is_empty());
        for word in &arguments.others {
            let path = self.machine.files.resolve(&self.path(word), true);
            let above = nearest(&self.machine.files, &path);
            let is_new = self.machine.look(&path) == Found::Nothing;
            if word.is_empty() || self.is_forbidden(&path) || is_new && self.may_not_write(&above) {
                status = 1;
                continue;
            }
            match self.machine.look(&path) {
                Found::Node(Node::Folder { .. }) if all => {}
                Found::Node(_) => status = 1,
                _ if !all && !self.has_parent(&path)? => status = 1,
                _ if is_known(&path) => self.machine.files.make_folders(&path),
                _ => self.doubt_here(),
            }
        }
        Ok(status)
    }

    fn rm(&mut self, words: &[String]) -> i32 {
        let arguments = Arguments::read(words, "", &[]);
        let force = arguments.has(&["-f", "--force"]);
        let folders = arguments.has(&["-r", "-R", "--recursive", "-d", "--dir"]);
        let mut status = 0;
        for word in &arguments.others {
            let path = self.machine.files.resolve(&self.path(word), word.ends_with('/'));
            if !is_known(&path) {
                self.doubt_here();
                continue;
            }
            match self.machine.look_at(&path) {
                _ if word.is_empty() => status = i32::from(!force),
                Found::Node(_) if self.may_not_remove(&path) => status = 1,
                _ if self.is_forbidden(&path) => status = 1,
                Found::Node(Node::Folder { .. }) if !folders => status = 1,
                Found::Node(_) => self.machine.files.remove(&path),
                Found::Nothing if !force => status = 1,
                _ => {}
            }
        }
        status
    }

    /// Only folders with nothing in them; with `-p` those above, too.
    fn rmdir(&mut self, words: &[String]) -> i32 {
        let arguments = Arguments::read(words, "", &[]);
        let above = arguments.has(&["-p", "--parents"]);
        let tolerant = arguments.has(&["--ignore-fail-on-non-empty"]);
        let mut status = i32::from(arguments.others.is_empty());
        for word in &arguments.others {
            let mut word = word.trim_end_matches('/');
            loop {
                let path = self.machine.files.resolve(&self.path(word), false);
                let is_full = !self.machine.files.children(&path).is_empty();
                match self.machine.look_at(&path) {
                    _ if word.is_empty() || self.may_not_remove(&path) => status = 1,
                    Found::Node(Node::Folder { .. }) if is_full => status = status.max(i32::from(!tolerant)),
                    // What else lies there, only a run could tell.
                    Found::Node(Node::Folder { open: true }) | Found::Unknown => self.doubt_here(),
                    Found::Node(Node::Folder { .. }) => {
                        self.machine.files.remove(&path);
                        match word.rsplit_once('/') {
                            Some((next, _)) if above && !next.is_empty() => {
                                word = next;
                                continue;
                            }
                            _ => {}
                        }
                    }
                    Found::Node(_) | Found::Nothing => status = 1,
                }
                break;
            }
        }
        status
    }

    fn touch(&mut self, program: &str, words: &[String]) -> Step<i32> {
        let arguments = Arguments::read(
            words,
            if program == "truncate" { "srio" } else { "drtm" },
            &["--size", "--reference", "--date"],
        );
        let mut status = 0;
        for word in &arguments.others {
            let path = self.path(word);
            if word.is_empty() || !self.has_parent(&path)? || !self.write_file(&path, "", program != "truncate") {
                status = i32::from(word.is_empty() || self.machine.is_folder(&path) != Some(true));
            }
        }
        Ok(status)
    }

    fn chown(&mut self, program: &str, words: &[String]) -> Step<i32> {
        let arguments = Arguments::read(words, "", &["--from"]);
        let [owner, paths @ ..] = arguments.others.as_slice() else { return Ok(1) };
        let user = match owner.split([':', '.']).next().unwrap_or_default() {
            "0" => "root",
            "1000" => "ec2-user",
            name => name,
        };
        if self.shell.user != "root" && user != self.shell.user {
            return Ok(1);
        }
        let whole = arguments.has(&["-R", "--recursive"]);
        if program == "chown" && !user.is_empty() {
            for word in paths {
                let path = self.machine.files.resolve(&self.path(word), true);
                self.machine.files.give(&path, whole, Some(user));
            }
        }
        self.each_exists(paths)
    }

    /// Fails where one of these isn't there.
    pub(super) fn each_exists(&mut self, words: &[String]) -> Step<i32> {
        let mut status = 0;
        for word in words {
            let path = self.path(word);
            let known = match self.machine.look(&path) {
                _ if word.is_empty() || self.is_forbidden(&path) => Some(false),
                Found::Node(_) => Some(true),
                Found::Nothing => Some(false),
                Found::Unknown => None,
            };
            if !self.either(known, &format!("-e {path}"), true)? {
                status = 1;
            }
        }
        Ok(status)
    }

    fn mktemp(&mut self, words: &[String]) -> i32 {
        let arguments = Arguments::read(words, "p", &["--tmpdir", "--suffix"]);
        self.temporary += 1;
        let made = format!("Tut0r{:05}", self.temporary);
        let template = arguments.others.first().cloned().unwrap_or_else(|| "tmp.XXXXXXXXXX".to_owned());
        let filled = match template.rfind("XXX") {
            Some(end) => {
                let begin = template[..end + 3].trim_end_matches('X').len();
                format!("{}{made}{}", &template[..begin], &template[end + 3..])
            }
            None => return 1,
        };
        let in_tmp = arguments.others.is_empty() || arguments.has(&["-t", "--tmpdir", "-p"]);
        let folder =
            arguments.value(&["-p", "--tmpdir"]).filter(|folder| !folder.is_empty()).unwrap_or("/tmp").to_owned();
        let written = filled + arguments.value(&["--suffix"]).unwrap_or_default();
        let path = if in_tmp { absolute(&folder, &written) } else { self.path(&written) };
        if self.machine.is_folder(parent(&path)) == Some(false) {
            return 1;
        }
        let node = if arguments.has(&["-d", "--directory"]) { Node::FOLDER } else { Node::file("") };
        self.machine.files.put(&path, node);
        let said = if in_tmp { path } else { written };
        self.print(&format!("{said}\n"));
        0
    }

    fn tee(&mut self, words: &[String]) -> i32 {
        let arguments = Arguments::read(words, "", &[]);
        if !arguments.options.iter().all(|(name, _)| TEE.contains(&name.as_str())) {
            self.ignores_input = true;
            return 1;
        }
        let text = self.read_input();
        let append = arguments.has(&["-a", "--append"]);
        let mut status = 0;
        for word in &arguments.others {
            let path = self.path(word);
            if word.is_empty() {
                status = 1;
                continue;
            }
            if path.starts_with("/dev/") {
                continue;
            }
            if !is_known(&path) {
                self.doubt_here();
            } else if !self.write_file(&path, &text, append) {
                self.wrong(crate::verify::user_data::bash::Wrong::NoFolder(path));
                status = 1;
            }
        }
        self.print(&text);
        status
    }

    fn dd(&mut self, words: &[String]) -> Step<i32> {
        let value = |name: &str| words.iter().find_map(|word| word.strip_prefix(name)).map(str::to_owned);
        let text = match value("if=") {
            Some(file) if file.starts_with("/dev/") && file != "/dev/stdin" => self.unknown(),
            Some(file) => match self.machine.text(&self.path(&file)) {
                Some(text) => text,
                None => return Ok(1),
            },
            None => self.read_input(),
        };
        if let Some(file) = value("of=") {
            let path = self.path(&file);
            Ok(i32::from(
                !self.has_parent(&path)?
                    || !self.write_file(&path, &text, value("oflag=").is_some_and(|flag| flag.contains("append"))),
            ))
        } else {
            self.print(&text);
            Ok(0)
        }
    }

    fn ls(&mut self, program: &str, words: &[String]) -> Step<i32> {
        let arguments = Arguments::read(words, if program == "stat" { "c" } else { "IwT" }, &["--format", "--printf"]);
        let status = self.each_exists(&arguments.others)?;
        if program == "stat" || arguments.has(&["-l", "-s", "-i"]) {
            let text = self.unknown();
            self.print(&text);
            return Ok(2 * status);
        }
        let places = if arguments.others.is_empty() { vec![".".to_owned()] } else { arguments.others.clone() };
        for word in &places {
            let path = self.machine.files.resolve(&self.path(word), true);
            if self.machine.is_folder(&path) != Some(true) || arguments.has(&["-d"]) {
                self.print(&format!("{word}\n"));
                continue;
            }
            let hidden = arguments.has(&["-a", "-A"]);
            for child in self.machine.files.children(&path) {
                if hidden || !child.starts_with('.') {
                    self.print(&format!("{child}\n"));
                }
            }
            if matches!(self.machine.files.get(&path), Some(Node::Folder { open: true })) {
                let more = self.unknown();
                self.print(&format!("{more}\n"));
            }
        }
        Ok(2 * status)
    }

    fn path_part(&mut self, program: &str, words: &[String]) -> i32 {
        let arguments = Arguments::read(words, "s", &["--suffix"]);
        let [path, rest @ ..] = arguments.others.as_slice() else { return 1 };
        let trimmed = path.trim_end_matches('/');
        let text = if program == "basename" {
            let suffix = arguments.value(&["-s", "--suffix"]).or(rest.first().map(String::as_str)).unwrap_or_default();
            let last = name(path);
            last.strip_suffix(suffix).filter(|stem| !stem.is_empty()).unwrap_or(last).to_owned()
        } else {
            match trimmed.rfind('/') {
                Some(0) => "/".to_owned(),
                Some(at) => trimmed[..at].to_owned(),
                None => ".".to_owned(),
            }
        };
        self.print(&format!("{text}\n"));
        0
    }
}

/// The first folder on a path that would have to be made, or the path itself.
pub(super) fn nearest(files: &Files, path: &str) -> String {
    let mut made = path.to_owned();
    while parent(&made) != "/" && files.get(parent(&made)).is_none() {
        made = parent(&made).to_owned();
    }
    made
}
