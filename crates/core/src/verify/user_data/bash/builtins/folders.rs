//! The current folder.

use super::super::{Run, Step, Value, Wrong};
use crate::verify::user_data::machine::absolute;
use crate::verify::user_data::text::is_known;

impl Run<'_> {
    pub(super) fn cd(&mut self, arguments: &[String]) -> Step<i32> {
        let physical =
            arguments.iter().take_while(|word| word.starts_with('-') && word.len() > 1).any(|word| word.contains('P'));
        let rest: Vec<&String> = arguments
            .iter()
            .skip_while(|word| {
                word.len() > 1 && word.starts_with('-') && word.bytes().skip(1).all(|byte| b"LPe@".contains(&byte))
            })
            .collect();
        let rest = if rest.first().is_some_and(|word| *word == "--") { &rest[1..] } else { &rest[..] };
        let target = match rest {
            // Bash knows only the variable here, not the password file.
            [] => match self.shell.text("HOME") {
                Some(home) => home,
                None => return Ok(self.not_entered("$HOME")),
            },
            [back] if *back == "-" => match self.shell.text("OLDPWD") {
                Some(old) => {
                    self.print(&format!("{old}\n"));
                    old
                }
                None => return Ok(self.not_entered("-")),
            },
            [target] => (*target).clone(),
            _ => return Ok(self.not_entered(rest[0])),
        };
        self.enter(&target, physical)
    }

    /// Enters a folder.
    fn enter(&mut self, target: &str, physical: bool) -> Step<i32> {
        if target.is_empty() {
            return Ok(0);
        }
        let mut path = absolute(&self.shell.folder, target);
        if physical {
            path = self.machine.files.resolve(&path, true);
        }
        if !is_known(&path) {
            self.doubt_here();
        }
        let known = if self.is_forbidden(&path) { Some(false) } else { self.machine.is_folder(&path) };
        if !self.either(known, &format!("-d {path}"), true)? {
            return Ok(self.not_entered(target));
        }
        let old = std::mem::replace(&mut self.shell.folder, path.clone());
        self.shell.set("OLDPWD", Value::Text(old));
        self.shell.set("PWD", Value::Text(path));
        Ok(0)
    }

    fn not_entered(&mut self, target: &str) -> i32 {
        self.wrong(Wrong::NotEntered(target.to_owned()));
        1
    }

    pub(super) fn pushd(&mut self, arguments: &[String]) -> Step<i32> {
        let here = self.shell.folder.clone();
        let target = arguments.iter().find(|word| !word.starts_with(['-', '+']) || word.contains('/'));
        let target = match target {
            Some(target) => target.clone(),
            None => match self.shell.folders.pop() {
                Some(top) => top,
                None => return Ok(1),
            },
        };
        let status = self.enter(&target, false)?;
        if status == 0 {
            self.shell.folders.push(here);
        }
        Ok(status)
    }

    pub(super) fn popd(&mut self) -> i32 {
        let Some(top) = self.shell.folders.pop() else { return 1 };
        self.enter(&top, false).unwrap_or(1)
    }
}
