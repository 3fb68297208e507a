//! The shell around the session: waits for lines, answers and signals, has done what the session wants, and says what it
//! has to say. It decides nothing.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::input::Lines;
use super::session::{Job, Session};
use super::voice::Voice;
use crate::terminal::Signals;
use crate::tutor::message::Message;
use crate::tutor::model::{Model, Page, Start};
use crate::tutor::perform::Performer;
use crate::tutor::{App, Ending, Outcome};

/// So often a long wait is told to be still going on.
const REMINDER: Duration = Duration::from_secs(10);

/// Runs the tutor until it ends. Wants a tokio runtime with time and IO, and nothing of a terminal.
pub async fn run(app: App) -> Outcome {
    match Signals::new() {
        Ok(signals) => Shell::new(app).live(signals).await,
        Err(error) => {
            let language = app.localizer.language();
            Outcome { ending: Ending::Terminal(error), language, unsaved: None, reminder: None }
        }
    }
}

struct Shell {
    session: Session,
    performer: Performer,
    voice: Voice,
    /// Whether a prompt stands there that nobody has answered.
    is_asking: bool,
}

impl Shell {
    fn new(app: App) -> Self {
        let start = Start {
            lesson: Arc::clone(&app.lesson),
            localizer: app.localizer.clone(),
            opening: if app.drill.is_some() { Page::Drill } else { Page::Steps },
            demo: app.source.is_demo(),
            can_save: app.store.is_some(),
            word: app.word.clone(),
        };
        let mut model = Model::new(start, Timestamp::now());
        model.drills.wanted = app.drill.and_then(|wish| wish.seed);
        let session = Session::new(model);
        Self { session, performer: Performer::new(app), voice: Voice::new(), is_asking: false }
    }

    async fn live(mut self, mut signals: Signals) -> Outcome {
        let mut lines = Lines::of_stdin();
        let mut reminders = interval(REMINDER);
        reminders.set_missed_tick_behavior(MissedTickBehavior::Delay);
        reminders.reset();
        self.session.begin(Timestamp::now());
        let ending = loop {
            if let Some(ending) = self.do_jobs() {
                break ending;
            }
            if let Err(error) = self.speak() {
                break silenced(error);
            }
            if let Some(ending) = self.wait(&mut lines, &mut signals, &mut reminders).await {
                break ending;
            }
        };
        self.end(ending)
    }

    /// Does what the session wants done.
    fn do_jobs(&mut self) -> Option<Ending> {
        for job in self.session.take_jobs() {
            match job {
                Job::Effect(effect) => {
                    if let Some(ending) = self.performer.perform(effect) {
                        return Some(ending);
                    }
                }
                Job::Write { file, text } => {
                    let outcome = write_new(Path::new(&file), &text);
                    self.session.file_written(&file, outcome);
                }
            }
        }
        None
    }

    /// Says what there is to say, and asks for the next line where the session takes one.
    fn speak(&mut self) -> io::Result<()> {
        let speech = self.session.take_speech();
        if !speech.is_empty() {
            if std::mem::take(&mut self.is_asking) {
                self.voice.leave_prompt()?;
            }
            self.voice.say(&speech)?;
        }
        if !self.is_asking && !self.session.is_busy() {
            self.voice.ask(&self.session.prompt())?;
            self.is_asking = true;
        }
        Ok(())
    }

    /// Lines that are typed ahead wait until what was asked before is answered.
    async fn wait(&mut self, lines: &mut Lines, signals: &mut Signals, reminders: &mut Interval) -> Option<Ending> {
        let is_busy = self.session.is_busy();
        tokio::select! {
            line = lines.next(), if !is_busy => match line {
                None => return Some(Ending::Asked),
                Some(line) => {
                    self.is_asking = false;
                    self.session.hear(&line, Timestamp::now());
                    reminders.reset();
                }
            },
            next = self.performer.next() => match next {
                Ok(message) => self.session.learn(message, Timestamp::now()),
                Err(ending) => return Some(ending),
            },
            number = signals.next() => return Some(Ending::Signal(number)),
            _ = reminders.tick(), if is_busy => self.session.learn(Message::Ticked, Timestamp::now()),
        }
        None
    }

    /// Keeps what was being written, says goodbye, and waits for what is still to be saved.
    fn end(mut self, ending: Ending) -> Outcome {
        self.session.end(Timestamp::now());
        // Nothing that is left to do can be a reason to stay.
        let _ = self.do_jobs();
        if !matches!(ending, Ending::Terminal(_)) {
            // Whoever closed the pipe doesn't want to hear it.
            let _ = self.speak_last();
        }
        let model = self.session.model_mut();
        let unsaved = self.performer.finish(model);
        Outcome { ending, language: model.localizer.language(), unsaved, reminder: model.reminder() }
    }

    fn speak_last(&mut self) -> io::Result<()> {
        if self.is_asking {
            self.voice.leave_prompt()?;
        }
        self.voice.say(&self.session.take_speech())
    }
}

/// Nobody listens any more: that is an end like another. Any other fault of the output is one to tell.
fn silenced(error: io::Error) -> Ending {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ending::Asked,
        _ => Ending::Terminal(error),
    }
}

/// Writes a file that isn't there yet; one that is stays as it is.
fn write_new(file: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(file)?.write_all(text.as_bytes())
}
