//! `cp`, `mv` and `install` (GNU Coreutils manual, "Basic operations").

use super::Arguments;
use crate::verify::user_data::bash::{Run, Step};
use crate::verify::user_data::machine::{Found, Node, absolute, key_value, name};
use crate::verify::user_data::text::is_known;

impl Run<'_> {
    pub(super) fn copy_tool(&mut self, program: &str, words: &[String]) -> Step<i32> {
        let arguments = Arguments::read(
            words,
            if program == "install" { "tmogS" } else { "tS" },
            &["--target-directory", "--mode", "--owner", "--group", "--suffix"],
        );
        if program == "install" && arguments.has(&["-d", "--directory"]) {
            let mut status = 0;
            for word in &arguments.others {
                let path = self.path(word);
                // It sets the permissions of what is there already, too.
                if word.is_empty() || self.may_not_write(&super::files::nearest(&self.machine.files, &path)) {
                    status = 1;
                } else {
                    self.machine.files.make_folders(&path);
                }
            }
            return Ok(status);
        }
        let mut sources = arguments.others.clone();
        let target = match arguments.value(&["-t", "--target-directory"]) {
            Some(folder) => folder.to_owned(),
            None => match sources.pop() {
                Some(target) if !sources.is_empty() => target,
                _ => return Ok(1),
            },
        };
        let place = self.machine.files.resolve(&self.path(&target), true);
        if program == "install" && arguments.has(&["-D"]) {
            let folder = crate::verify::user_data::machine::parent(&place).to_owned();
            self.machine.files.make_folders(&folder);
        }
        if target.is_empty() {
            return Ok(1);
        }
        if !is_known(&place) {
            self.doubt_here();
            return Ok(0);
        }
        let known = self.machine.is_folder(&place);
        let is_folder =
            !arguments.has(&["-T", "--no-target-directory"]) && self.either(known, &format!("-d {place}"), true)?;
        if !is_folder
            && (sources.len() > 1 || target.ends_with('/') && program != "mv" && !self.is_folder_argument(&sources))
        {
            return Ok(1);
        }
        let mut status = 0;
        for source in &sources {
            let to = if is_folder { absolute(&place, name(source)) } else { place.clone() };
            let to = if is_folder && matches!(name(source), "." | "..") { place.clone() } else { to };
            status = status.max(self.copy_one(program, &arguments, source, &to)?);
        }
        Ok(status)
    }

    fn is_folder_argument(&self, sources: &[String]) -> bool {
        sources.iter().all(|source| self.machine.is_folder(&self.path(source)) == Some(true))
    }

    fn copy_one(&mut self, program: &str, arguments: &Arguments, source: &str, to: &str) -> Step<i32> {
        if matches!(source, "/dev/stdin" | "-") {
            let text = self.read_input();
            return Ok(i32::from(!self.has_parent(to)? || !self.write_file(to, &text, false)));
        }
        let from = self.path(source);
        let from = self.machine.files.resolve(&from, program != "mv" || source.ends_with('/'));
        if source.is_empty()
            || self.is_forbidden(&from)
            || self.may_not_write(to)
            || program == "mv" && self.may_not_remove(&from)
        {
            return Ok(1);
        }
        let folders = program == "mv" || arguments.has(&["-r", "-R", "-a", "--recursive", "--archive"]);
        let node = match self.machine.look_at(&from) {
            Found::Node(node) => node,
            Found::Nothing => return Ok(1),
            Found::Unknown => return self.copy_unknown(&from, to),
        };
        if matches!(node, Node::Folder { .. }) && !folders || !self.has_parent(to)? || from == to {
            return Ok(1);
        }
        // Nobody answers whether something may be overwritten; `-n` doesn't.
        if arguments.has(&["-n", "--no-clobber"]) && self.machine.look_at(to) != Found::Nothing {
            return Ok(0);
        }
        let taken = matches!(self.machine.look_at(to), Found::Node(Node::Folder { .. }))
            && !self.machine.files.children(to).is_empty();
        if program == "mv" && taken {
            return Ok(1);
        }
        let inside = format!("{from}/");
        if to.starts_with(&inside) {
            return Ok(1);
        }
        self.put_copy(program, arguments, &from, to, node);
        Ok(0)
    }

    fn put_copy(&mut self, program: &str, arguments: &Arguments, from: &str, to: &str, node: Node) {
        let key = self.wanted.key;
        if let Node::File { text, executable } = node {
            if key_value(&text, key).is_some() {
                self.machine.key_files.push(to.to_owned());
            }
            let executable = match arguments.value(&["-m", "--mode"]) {
                Some(mode) => mode.contains(['1', '5', '7', 'x']),
                None => executable || program == "install",
            };
            // What is copied is written into the file that is there; the others put a new one in its place.
            let copy = Node::File { text, executable };
            if program == "cp" && !arguments.has(&["--remove-destination", "-l", "--link"]) {
                self.machine.files.change(to, &copy);
            } else if program == "mv" {
                self.machine.files.rename(from, to, copy);
                return;
            } else {
                self.machine.files.put(to, copy);
            }
        } else {
            self.machine.files.copy(from, to);
        }
        if program == "mv" {
            self.machine.files.remove(from);
        }
    }

    /// Something of which only a run could tell whether it is there.
    fn copy_unknown(&mut self, from: &str, to: &str) -> Step<i32> {
        if !self.decide(&format!("-e {from}"), true)? || !self.has_parent(to)? {
            return Ok(1);
        }
        let text = self.unknown();
        self.write_file(to, &text, false);
        Ok(0)
    }
}
