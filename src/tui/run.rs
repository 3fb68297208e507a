//! The shell around `update` and `view`: one loop that waits for keys, window, answers and signals, draws once after
//! everything that waits is taken, and has done what `update` asks. It decides nothing.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::Event;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinHandle;
use tokio::time::{Interval, MissedTickBehavior, interval, sleep};

use super::ending::{App, Ending, Outcome};
use super::input::read_events;
use super::message::{Effect, Message};
use super::model::{Model, Page, Size, Start};
use super::perform::Performer;
use super::signals::Listening;
use super::terminal::Screen;
use super::theme::Looks;
use super::update::{due, update};
use crate::i18n::Localizer;

/// While a check runs, its seconds are shown.
const TICK: Duration = Duration::from_secs(1);

/// Runs the tutor until it ends. Wants a tokio runtime with time and IO, and a terminal on stdin and stdout.
pub async fn run(app: App, looks: Looks) -> Outcome {
    let entered = Screen::enter(looks).and_then(|screen| Ok((screen.size()?, Listening::new()?, screen)));
    let language = app.language;
    let (size, signals, screen) = match entered {
        Ok(entered) => entered,
        Err(error) => return Outcome { ending: Ending::Terminal(error), language, unsaved: None, reminder: None },
    };
    let mut shell = Shell::new(app, screen, size);
    let ending = shell.live(signals).await;
    shell.end(ending)
}

struct Shell {
    screen: Screen,
    model: Model,
    performer: Performer,
}

impl Shell {
    fn new(app: App, screen: Screen, size: Size) -> Self {
        let start = Start {
            lesson: Arc::clone(&app.lesson),
            localizer: Localizer::new(app.language),
            zone: TimeZone::system(),
            size,
            opening: if app.is_first_run() { Page::Welcome } else { Page::Steps },
            demo: app.source.is_demo(),
            can_save: app.store.is_some(),
            word: app.word.clone(),
        };
        Self { screen, model: Model::new(start, Timestamp::now()), performer: Performer::new(app) }
    }

    async fn live(&mut self, mut signals: Listening) -> Ending {
        let mut input = tokio::spawn(read_events(self.performer.sender(), message));
        self.performer.watch_pack();
        let mut ticks = interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let begun = update(&mut self.model, Message::Started, Timestamp::now());
        if let Err(error) = self.screen.draw(&self.model) {
            return Ending::Terminal(error);
        }
        // Only now: on a single processor, reading AWS's configuration and setting up TLS would hold up the first frame.
        let mut ended = begun.into_iter().find_map(|effect| self.perform(effect));
        loop {
            if let Some(ending) = ended {
                return ending;
            }
            let happened = self.wait(&mut input, &mut signals, &mut ticks).await;
            ended = self.take_and_draw(happened);
        }
    }

    fn take_and_draw(&mut self, happened: Happened) -> Option<Ending> {
        let page = self.model.view.page;
        let ending = self.take_all(happened);
        if ending.is_some() {
            return ending;
        }
        let drawn = if self.model.view.page == page { Ok(()) } else { self.screen.clear() };
        drawn.and_then(|()| self.screen.draw(&self.model)).err().map(Ending::Terminal)
    }

    /// Takes what happened and everything else that waits already, so that drawing once shows all of it.
    fn take_all(&mut self, first: Happened) -> Option<Ending> {
        let mut next = Some(first);
        while let Some(happened) = next {
            match happened {
                Happened::End(ending) => return Some(ending),
                Happened::GoesOn => {
                    if let Err(error) = self.screen.take_back() {
                        return Some(Ending::Terminal(error));
                    }
                }
                Happened::Stops => {
                    if let Some(ending) = self.suspend() {
                        return Some(ending);
                    }
                }
                Happened::Message(message) => {
                    if let Some(ending) = self.take(*message) {
                        return Some(ending);
                    }
                }
            }
            next = self.performer.waiting().map(Happened::of);
        }
        None
    }

    fn take(&mut self, message: Message) -> Option<Ending> {
        let effects = update(&mut self.model, message, Timestamp::now());
        effects.into_iter().find_map(|effect| self.perform(effect))
    }

    fn perform(&mut self, effect: Effect) -> Option<Ending> {
        match effect {
            // At once, before keys that were typed ahead for the list.
            Effect::ListActions { step } => self.take(self.performer.actions(&step)),
            Effect::Copy(text) => self.screen.copy(&text).err().map(Ending::Terminal),
            Effect::Suspend => self.suspend(),
            other => self.performer.perform(other),
        }
    }

    /// Gives the terminal back and stops; the program goes on from here when its shell continues it, perhaps in a window
    /// of another size. Where nobody could continue it, the system doesn't let it stop.
    fn suspend(&mut self) -> Option<Ending> {
        match self.screen.suspend().and_then(|()| self.screen.size()) {
            Ok(size) => self.take(Message::Resized(size)),
            Err(error) => Some(Ending::Terminal(error)),
        }
    }

    async fn wait(&mut self, input: &mut Input, signals: &mut Listening, ticks: &mut Interval) -> Happened {
        let is_moving = self.model.checks.awaited().is_some();
        let due = due(&self.model);
        if is_moving {
            ticks.reset();
        }
        tokio::select! {
            ended = input => Happened::End(ended.map_or(Ending::Crashed, Ending::Terminal)),
            next = self.performer.next() => next.map_or_else(Happened::End, Happened::of),
            number = signals.ending.next() => Happened::End(Ending::Signal(number)),
            () = signals.stopping.next() => Happened::Stops,
            () = signals.going_on.next() => Happened::GoesOn,
            _ = ticks.tick(), if is_moving => Happened::of(Message::Ticked),
            () = sleep(until(due)), if due.is_some() => Happened::of(Message::Due),
        }
    }

    /// Gives the terminal back first, then waits for what is still being saved.
    fn end(mut self, ending: Ending) -> Outcome {
        drop(self.screen);
        let unsaved = self.performer.finish(&mut self.model);
        let language = self.model.localizer.language();
        Outcome { ending, language, unsaved, reminder: self.model.reminder() }
    }
}

/// From now to an instant of the clock; a millisecond too long rather than too short.
fn until(due: Option<Timestamp>) -> Duration {
    let left = due.map_or(SignedDuration::ZERO, |at| at.duration_since(Timestamp::now()));
    Duration::try_from(left).unwrap_or(Duration::ZERO) + Duration::from_millis(1)
}

/// What ended a wait.
enum Happened {
    Message(Box<Message>),
    End(Ending),
    /// The program is asked to stop.
    Stops,
    /// The program was stopped and goes on.
    GoesOn,
}

impl Happened {
    fn of(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

/// Reads the terminal's events until there are no more, and says why.
type Input = JoinHandle<io::Error>;

/// What an event means here.
fn message(event: &Event) -> Option<Message> {
    match event {
        Event::Key(key) => Some(Message::Key(*key)),
        Event::Paste(text) => Some(Message::Pasted(text.clone())),
        Event::Resize(width, height) => Some(Message::Resized(Size { width: *width, height: *height })),
        _ => None,
    }
}
