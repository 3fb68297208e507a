//! A conversation: what a line asks for, what is done about it, and what is said. Pure: time comes from outside, and
//! what must be done outside is left as jobs.

mod changes;
mod obey;
mod prompt;
mod reading;
#[cfg(test)]
mod tests;
mod writing;

use std::io;

use jiff::Timestamp;

use super::orders::{Asked, Order, Vocabulary};
use super::say;
use super::speech::Speech;
use crate::i18n::Text;
use crate::msg;
use crate::tutor::keys::Command;
use crate::tutor::message::{Effect, Message};
use crate::tutor::model::{Model, Page};
use crate::tutor::update::update;
use changes::Before;

/// Something to do outside.
#[derive(Debug, PartialEq)]
pub enum Job {
    /// What the model wants done.
    Effect(Effect),
    /// Write a file that isn't there yet.
    Write {
        /// Its name.
        file: String,
        /// What goes into it.
        text: String,
    },
}

/// The conversation.
#[derive(Debug)]
pub struct Session {
    model: Model,
    vocabulary: Vocabulary,
    /// The section of the lesson that is read next.
    next_section: usize,
    /// Whether reading on is what comes next.
    is_reading: bool,
    /// Whether the load is told as soon as the account is read.
    wants_live: bool,
    /// Lines of a text that is being written.
    written: Vec<String>,
    /// Answers that must come before the next line is taken.
    awaited: usize,
    /// Since when they are awaited.
    since: Timestamp,
    jobs: Vec<Job>,
    speech: Speech,
    /// What was said to the last line.
    last: Speech,
}

impl Session {
    /// A conversation about `model`.
    #[must_use]
    pub fn new(model: Model) -> Self {
        Self {
            since: model.now,
            model,
            vocabulary: Vocabulary::new(),
            next_section: 0,
            is_reading: true,
            wants_live: false,
            written: Vec::new(),
            awaited: 0,
            jobs: Vec::new(),
            speech: Speech::default(),
            last: Speech::default(),
        }
    }

    /// Welcomes the learner.
    pub fn begin(&mut self, now: Timestamp) {
        if self.model.view.page != Page::Drill {
            say::steps::welcome(&self.model, &mut self.speech);
        }
        self.send(Message::Started, now);
    }

    /// Takes a line.
    pub fn hear(&mut self, line: &str, now: Timestamp) {
        self.since = now;
        if self.model.view.page.is_writing() {
            self.hear_text(line, now);
        } else {
            self.hear_order(line, now);
        }
    }

    fn hear_order(&mut self, line: &str, now: Timestamp) {
        let page = self.model.view.page;
        let last = std::mem::take(&mut self.last);
        match self.vocabulary.understand(line, page, self.model.account.demo) {
            Asked::Order(Order::Again, _) => self.speech.extend(last),
            Asked::Order(order, rest) => self.obey(order, &rest, now),
            Asked::Nothing => match self.default_order() {
                Some(order) => self.obey(order, "", now),
                None => say::account::question(&self.model, &mut self.speech),
            },
            Asked::Unknown(word) if page == Page::Account => {
                self.say(&msg!(plain_account_first, word = word));
            }
            Asked::Unknown(word) => {
                if !self.jump(&word, now) {
                    self.say(&msg!(plain_unknown, word = word));
                }
            }
        }
    }

    /// Takes an answer from outside.
    pub fn learn(&mut self, message: Message, now: Timestamp) {
        if matches!(message, Message::Ticked) {
            let seconds = now.duration_since(self.since).as_secs().max(0);
            self.say(&msg!(plain_still_waiting, seconds = seconds));
            return;
        }
        self.awaited = self.awaited.saturating_sub(usize::from(is_answer(&message)));
        self.send(message, now);
    }

    /// Takes how the writing of a file went.
    pub fn file_written(&mut self, file: &str, outcome: io::Result<()>) {
        let text = match outcome {
            Ok(()) => msg!(plain_file_written, file = file),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => msg!(plain_file_exists, file = file),
            Err(error) => msg!(file_not_written, file = file, error = error.to_string()),
        };
        self.say(&text);
    }

    /// Ends: a text that was being written is kept.
    pub fn end(&mut self, now: Timestamp) {
        self.keep_text(now);
        self.speech = Speech::default();
        self.say(&msg!(plain_goodbye));
    }

    /// Whether the next line must wait for an answer.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.awaited > 0
    }

    /// What is to be done outside, once.
    pub fn take_jobs(&mut self) -> Vec<Job> {
        std::mem::take(&mut self.jobs)
    }

    /// What is to be said, once.
    pub fn take_speech(&mut self) -> Speech {
        let speech = std::mem::take(&mut self.speech);
        self.last.extend(speech.clone());
        speech
    }

    /// The model, for the end.
    pub fn model_mut(&mut self) -> &mut Model {
        &mut self.model
    }

    /// Sends a message to the model, and tells what changed.
    fn send(&mut self, message: Message, now: Timestamp) {
        let before = self.update(message, now);
        self.tell(&before);
    }

    /// Asks the model for something, and tells what changed.
    fn ask(&mut self, command: Command, now: Timestamp) {
        self.send(Message::Asked(command), now);
    }

    /// Sends a message to the model; what it was before.
    fn update(&mut self, message: Message, now: Timestamp) -> Before {
        let mut before = Before::of(&self.model);
        if matches!(message, Message::Asked(_) | Message::Written(_)) {
            // What is asked for puts the last notice away; one that says the same again is told again.
            before.forget_notice();
        }
        for effect in update(&mut self.model, message, now) {
            let is_answered = is_answered(&effect);
            if is_answered && self.awaited == 0 {
                self.since = now;
            }
            self.awaited += usize::from(is_answered);
            self.jobs.push(Job::Effect(effect));
        }
        before
    }

    fn say(&mut self, text: &Text) {
        self.speech.say(self.model.say(text));
    }
}

/// Whether the next line waits until this is answered.
fn is_answered(effect: &Effect) -> bool {
    match effect {
        Effect::Identify { .. }
        | Effect::Read { .. }
        | Effect::ReadProgress { .. }
        | Effect::FillIn { .. }
        | Effect::ListActions { .. }
        | Effect::HandIn(_)
        | Effect::StartOver => true,
        Effect::SaveProgress(_)
        | Effect::ReadLesson { .. }
        | Effect::Perform { .. }
        | Effect::WriteFile { .. }
        | Effect::Edit(_)
        | Effect::Copy(_)
        | Effect::Suspend
        | Effect::Leave(_)
        | Effect::StartLoad { .. }
        | Effect::StopLoad => false,
    }
}

/// Whether this is such an answer.
fn is_answer(message: &Message) -> bool {
    matches!(
        message,
        Message::Identified { .. }
            | Message::Read { .. }
            | Message::ProgressRead { .. }
            | Message::FilledIn(_)
            | Message::Actions(_)
            | Message::StartedOver(_)
            | Message::HandedIn(_)
    )
}
