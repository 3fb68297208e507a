//! Links: `ln` and `readlink` (GNU Coreutils manual).

use super::Arguments;
use crate::verify::user_data::bash::{Run, Step};
use crate::verify::user_data::machine::{Found, Node, absolute, name};

impl Run<'_> {
    pub(super) fn ln(&mut self, words: &[String]) -> Step<i32> {
        let arguments = Arguments::read(words, "tS", &["--target-directory", "--suffix"]);
        let symbolic = arguments.has(&["-s", "--symbolic"]);
        let force = arguments.has(&["-f", "--force"]);
        let mut targets = arguments.others.clone();
        let folder = arguments.value(&["-t", "--target-directory"]).map(str::to_owned);
        let into = match folder {
            Some(folder) => Some(folder),
            None if targets.len() > 1 => targets.pop(),
            None => Some(".".to_owned()),
        };
        let Some(into) = into else { return Ok(1) };
        let mut place = self.path(&into);
        // A link to a folder is followed; one to a file is itself the name that is taken.
        let followed = self.machine.files.resolve(&place, true);
        if !arguments.has(&["-n", "--no-dereference", "-T"]) && self.is_plain_folder(&followed)
            || self.is_plain_folder(&place)
        {
            place = followed;
        }
        let is_folder =
            self.machine.files.get(&place).is_some_and(|node| matches!(node, Node::Folder { .. })) || place == "/";
        let mut status = 0;
        for target in &targets {
            let path = if is_folder { absolute(&place, name(target)) } else { place.clone() };
            let taken =
                self.machine.look_at(&path) != Found::Nothing && !matches!(self.machine.look_at(&path), Found::Unknown);
            if taken && !force || !self.has_parent(&path)? || self.may_not_write(&path) {
                status = 1;
                continue;
            }
            if symbolic {
                self.machine.files.put(&path, Node::Link(target.clone()));
                continue;
            }
            let file = self.machine.files.resolve(&self.path(target), true);
            match self.machine.look_at(&file) {
                Found::Node(node @ Node::File { .. }) => {
                    // A file of the image is known from here on.
                    if self.machine.files.get(&file).is_none() {
                        self.machine.files.put(&file, node);
                    }
                    self.machine.files.link(&file, &path);
                }
                _ => status = 1,
            }
        }
        Ok(status)
    }

    fn is_plain_folder(&self, path: &str) -> bool {
        matches!(self.machine.files.get(path), Some(Node::Folder { .. }))
    }

    pub(super) fn readlink(&mut self, program: &str, words: &[String]) -> i32 {
        let arguments = Arguments::read(words, "", &[]);
        if program == "readlink"
            && !arguments.has(&[
                "-f",
                "-e",
                "-m",
                "--canonicalize",
                "--canonicalize-existing",
                "--canonicalize-missing",
            ])
        {
            return self.say_links(&arguments);
        }
        for word in &arguments.others {
            let path = self.machine.files.resolve(&self.path(word), true);
            self.print(&format!("{path}\n"));
        }
        0
    }

    /// What links themselves say.
    fn say_links(&mut self, arguments: &Arguments) -> i32 {
        let mut status = i32::from(arguments.others.is_empty());
        let end = if arguments.has(&["-n", "--no-newline"]) { "" } else { "\n" };
        for word in &arguments.others {
            let path = self.machine.files.resolve(&self.path(word), false);
            match self.machine.look_at(&path) {
                Found::Node(Node::Link(target)) => self.print(&format!("{target}{end}")),
                Found::Node(_) | Found::Nothing => status = 1,
                Found::Unknown => self.doubt_here(),
            }
        }
        status
    }
}
