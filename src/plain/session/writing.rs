//! Writing a text: line by line until a line with a single dot, or one line where one is asked for.

use jiff::Timestamp;

use super::Session;
use crate::msg;
use crate::plain::say;
use crate::tutor::editor::Draft;
use crate::tutor::keys::Command;
use crate::tutor::message::Message;
use crate::tutor::model::Page;

/// Ends a text of several lines.
const END: &str = ".";
/// In place of a text: there shall be none.
const NOTHING: &str = "-";

impl Session {
    /// Takes a line while something is written.
    pub fn hear_text(&mut self, line: &str, now: Timestamp) {
        if self.model.view.page == Page::Prompt {
            self.hear_only_line(line.trim(), now);
        } else if is(line, END) {
            self.end_text(now);
        } else {
            self.written.push(line.to_owned());
        }
    }

    fn hear_only_line(&mut self, line: &str, now: Timestamp) {
        if line.is_empty() {
            self.ask(Command::CancelText, now);
            self.say(&msg!(plain_unchanged));
            return;
        }
        self.write(line, now);
        // What was refused is asked for again, by a prompt that says how to leave it.
    }

    fn end_text(&mut self, now: Timestamp) {
        if self.written.is_empty() {
            self.ask(Command::CancelText, now);
            self.say(&msg!(plain_unchanged));
            return;
        }
        self.keep_text(now);
    }

    /// Keeps the lines written so far, where there are any.
    pub fn keep_text(&mut self, now: Timestamp) {
        let written = std::mem::take(&mut self.written);
        match written.as_slice() {
            [] => {}
            [only] if is(only, NOTHING) => self.write("", now),
            lines => self.write(&lines.join("\n"), now),
        }
    }

    fn write(&mut self, text: &str, now: Timestamp) {
        let subject = self.model.view.editor.as_ref().map(|editor| editor.subject);
        let before = self.update(Message::Written(text.to_owned()), now);
        if let Some(Draft::Answer { .. }) = subject {
            say::writing::answer_kept(&self.model, &mut self.speech);
        }
        self.tell(&before);
    }
}

/// Whether a line is this mark, of half width or of full width.
fn is(line: &str, mark: &str) -> bool {
    crate::tutor::search::folded(line.trim()) == mark || (mark == END && line.trim() == "。")
}
