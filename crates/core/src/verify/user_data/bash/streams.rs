//! What commands read and write, and who may.

use super::{Run, Step, Stream};
use crate::verify::user_data::machine::key_value;
use crate::verify::user_data::text::LONGEST;

impl Run<'_> {
    /// Runs something and returns what it writes.
    pub fn captured(&mut self, inside: impl FnOnce(&mut Self) -> Step<i32>) -> Step<(i32, String)> {
        let number = self.buffer("");
        let outer = self.shell.streams.clone();
        self.shell.connect(1, Stream::Buffer(number));
        let result = inside(self);
        self.shell.streams = outer;
        Ok((result?, std::mem::take(&mut self.buffers[number])))
    }

    /// A buffer with this text.
    pub(super) fn buffer(&mut self, text: &str) -> usize {
        self.buffers.push(text.to_owned());
        self.buffers.len() - 1
    }

    /// Runs something that reads this text.
    pub fn with_input<T>(&mut self, text: &str, inside: impl FnOnce(&mut Self) -> Step<T>) -> Step<T> {
        let number = self.buffer(text);
        let outer = self.shell.streams.clone();
        self.shell.connect(0, Stream::Input(number));
        let result = inside(self);
        self.shell.streams = outer;
        result
    }

    /// Writes to a file descriptor.
    pub fn write(&mut self, number: u32, text: &str) {
        match self.shell.stream(number) {
            // Whoever opened it was allowed to.
            Stream::File(path) => {
                self.put_text(&path, text, true);
            }
            Stream::Buffer(buffer) if self.buffers[buffer].len() + text.len() <= LONGEST => {
                self.buffers[buffer].push_str(text);
            }
            Stream::Buffer(buffer) => {
                let rest = self.unknown();
                self.buffers[buffer] = rest;
            }
            Stream::Log | Stream::Reader | Stream::Input(_) | Stream::Commands | Stream::Closed => {}
        }
    }

    /// Writes to the output.
    pub fn print(&mut self, text: &str) {
        self.write(1, text);
    }

    /// Writes a file. False where its folder isn't there.
    pub fn write_file(&mut self, path: &str, text: &str, append: bool) -> bool {
        !self.may_not_write(path) && self.put_text(path, text, append)
    }

    /// Writes a file, whoever may do so.
    fn put_text(&mut self, path: &str, text: &str, append: bool) -> bool {
        let long = append && self.machine.text(path).is_some_and(|before| before.len() + text.len() > LONGEST);
        let written = if long {
            let rest = self.unknown();
            self.machine.write(path, &rest, false)
        } else {
            self.machine.write(path, text, append)
        };
        if written && key_value(text, self.wanted.key).is_some() {
            self.machine.key_files.push(path.to_owned());
        }
        written
    }

    /// Whether the user may not change what is there, or make it.
    pub fn may_not_write(&self, path: &str) -> bool {
        if self.shell.user == "root" {
            return false;
        }
        let path = self.machine.files.resolve(path, true);
        let is_device = path.starts_with("/dev/") && !path.starts_with("/dev/shm");
        !is_device && (self.is_forbidden(&path) || !self.machine.files.may_change(&path, &self.shell.user))
    }

    /// Whether the user may not take away what is there.
    pub fn may_not_remove(&self, path: &str) -> bool {
        self.shell.user != "root" && (self.is_forbidden(path) || !self.machine.files.may_remove(path, &self.shell.user))
    }

    /// Whether the user may neither read nor write there: `/root` is root's alone.
    pub fn is_forbidden(&self, path: &str) -> bool {
        self.shell.user != "root" && (path == "/root" || path.starts_with("/root/"))
    }

    /// Whether something is left of the input.
    pub fn has_input(&self) -> bool {
        matches!(self.shell.stream(0), Stream::Input(number) if !self.buffers[number].is_empty())
    }

    /// Reads all that is left of the input.
    pub fn read_input(&mut self) -> String {
        match self.shell.stream(0) {
            Stream::Input(number) => std::mem::take(&mut self.buffers[number]),
            Stream::File(path) => self.machine.text(&path).unwrap_or_default(),
            Stream::Commands => {
                self.commands_taken = true;
                String::new()
            }
            Stream::Log | Stream::Reader | Stream::Buffer(_) | Stream::Closed => String::new(),
        }
    }

    /// Reads one line of the input; none at its end.
    pub(super) fn read_line(&mut self) -> Option<(String, bool)> {
        self.commands_taken |= self.shell.stream(0) == Stream::Commands;
        let Stream::Input(number) = self.shell.stream(0) else { return None };
        let text = &mut self.buffers[number];
        if text.is_empty() {
            return None;
        }
        match text.find('\n') {
            Some(at) => {
                let line = text[..at].to_owned();
                text.drain(..=at);
                Some((line, true))
            }
            None => Some((std::mem::take(text), false)),
        }
    }
}
