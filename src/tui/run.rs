//! The shell around the tutor on a screen: one loop that waits for the terminal and for answers, draws once after
//! everything that waits is taken, and has done what `update` asks. It decides nothing.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::{Interval, MissedTickBehavior, interval, sleep};

use super::window::Window;
use super::{bare, view};
use crate::terminal::draw::is_large_enough;
use crate::terminal::{Event, Happened, Looks, Lost, Size, Terminal};
use crate::tutor::message::{Effect, Message};
use crate::tutor::model::{Model, Page, Start};
use crate::tutor::perform::Performer;
use crate::tutor::{App, Ending, Outcome};

/// While a check runs, its seconds are shown.
const TICK: Duration = Duration::from_secs(1);

/// Runs the tutor until it ends. Wants a tokio runtime with time and IO, and a terminal on stdin and stdout.
pub async fn run(app: App, looks: Looks) -> Outcome {
    let language = app.localizer.language();
    match Terminal::enter(looks).and_then(|terminal| Ok((terminal.screen.size()?, terminal))) {
        Ok((size, terminal)) => {
            let mut shell = Shell::new(app, terminal, size);
            let ending = shell.live().await;
            shell.end(ending)
        }
        Err(error) => Outcome { ending: Ending::Terminal(error), language, unsaved: None, reminder: None },
    }
}

struct Shell {
    terminal: Terminal,
    window: Window,
    model: Model,
    performer: Performer,
}

/// What ended a wait.
enum Next {
    Happened(Happened),
    Answer(Box<Message>),
    Ending(Ending),
}

impl Shell {
    fn new(app: App, terminal: Terminal, size: Size) -> Self {
        let start = Start {
            lesson: Arc::clone(&app.lesson),
            localizer: app.localizer.clone(),
            opening: opening(&app),
            demo: app.source.is_demo(),
            can_save: app.store.is_some(),
            word: app.word.clone(),
        };
        let mut model = Model::new(start, Timestamp::now());
        model.drills.wanted = app.drill.and_then(|wish| wish.seed);
        Self { terminal, window: Window::new(size), model, performer: Performer::new(app) }
    }

    async fn live(&mut self) -> Ending {
        self.performer.watch_pack();
        let mut ticks = interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let begun = self.window.take(&mut self.model, Message::Started, Timestamp::now());
        if let Err(error) = self.draw() {
            return Ending::Terminal(error);
        }
        // Only now: on a single processor, reading AWS's configuration and setting up TLS would hold up the first frame.
        let mut ended = self.perform_all(begun);
        loop {
            if let Some(ending) = ended {
                return ending;
            }
            let next = self.wait(&mut ticks).await;
            ended = self.take_and_draw(next);
        }
    }

    async fn wait(&mut self, ticks: &mut Interval) -> Next {
        let is_moving = self.model.checks.awaited().is_some();
        let due = self.model.due();
        if is_moving {
            ticks.reset();
        }
        tokio::select! {
            happened = self.terminal.next() => Next::Happened(happened),
            next = self.performer.next() => next.map_or_else(Next::Ending, |message| Next::Answer(Box::new(message))),
            _ = ticks.tick(), if is_moving => Next::Answer(Box::new(Message::Ticked)),
            () = sleep(until(due)), if due.is_some() => Next::Answer(Box::new(Message::Due)),
        }
    }

    fn take_and_draw(&mut self, next: Next) -> Option<Ending> {
        let page = self.model.view.page;
        let ending = self.take_next(next).or_else(|| self.take_waiting());
        if ending.is_some() {
            return ending;
        }
        let drawn = if self.model.view.page == page { Ok(()) } else { self.terminal.screen.clear() };
        drawn.and_then(|()| self.draw()).err().map(Ending::Terminal)
    }

    fn take_next(&mut self, next: Next) -> Option<Ending> {
        match next {
            Next::Happened(Happened::Event(event)) => self.take_event(event),
            Next::Happened(Happened::Signal(number)) => Some(Ending::Signal(number)),
            Next::Happened(Happened::Lost(Lost::Terminal(error))) => Some(Ending::Terminal(error)),
            Next::Happened(Happened::Lost(Lost::Crashed(_))) => Some(Ending::Crashed),
            Next::Answer(message) => self.take(*message),
            Next::Ending(ending) => Some(ending),
        }
    }

    /// Takes everything else that waits already, so that drawing once shows all of it.
    fn take_waiting(&mut self) -> Option<Ending> {
        loop {
            let ending = if let Some(message) = self.performer.waiting() {
                self.take(message)
            } else if let Some(event) = self.terminal.waiting() {
                self.take_event(event)
            } else {
                return None;
            };
            if ending.is_some() {
                return ending;
            }
        }
    }

    fn take_event(&mut self, event: Event) -> Option<Ending> {
        match event {
            Event::Key(stroke) => self.take(Message::Key(stroke)),
            Event::Pasted(text) => self.take(Message::Pasted(text)),
            Event::Resized(size) => {
                let effects = self.window.resize(&mut self.model, size, Timestamp::now());
                self.perform_all(effects)
            }
        }
    }

    fn take(&mut self, message: Message) -> Option<Ending> {
        let effects = self.window.take(&mut self.model, message, Timestamp::now());
        self.perform_all(effects)
    }

    fn perform_all(&mut self, effects: Vec<Effect>) -> Option<Ending> {
        effects.into_iter().find_map(|effect| self.perform(effect))
    }

    fn perform(&mut self, effect: Effect) -> Option<Ending> {
        match effect {
            // At once, before keys that were typed ahead for the list.
            Effect::ListActions { step } => self.take(self.performer.actions(&step)),
            Effect::Copy(text) => self.terminal.screen.copy(&text).err().map(Ending::Terminal),
            Effect::Suspend => match self.terminal.suspend() {
                Ok(size) => self.take_event(Event::Resized(size)),
                Err(error) => Some(Ending::Terminal(error)),
            },
            // The window has done it.
            Effect::Edit(_) => None,
            effect @ (Effect::Identify { .. }
            | Effect::Read { .. }
            | Effect::ReadProgress { .. }
            | Effect::SaveProgress(_)
            | Effect::FillIn { .. }
            | Effect::ReadLesson { .. }
            | Effect::Perform { .. }
            | Effect::StartOver
            | Effect::WriteFile { .. }
            | Effect::HandIn(_)
            | Effect::StartLoad { .. }
            | Effect::StopLoad
            | Effect::Leave(_)) => self.performer.perform(effect),
        }
    }

    /// Code goes to the terminal as it is; everything else is drawn.
    fn draw(&mut self) -> io::Result<()> {
        let Self { terminal, window, model, .. } = self;
        if model.view.page == Page::Code && is_large_enough(window.shown.size) {
            let page = bare::page(model, &window.shown, terminal.screen.looks().signs);
            return terminal.screen.show_bare(page);
        }
        terminal.screen.show(|frame, looks| view::draw(frame, model, &window.shown, looks))
    }

    /// Gives the terminal back first, then waits for what is still being saved.
    fn end(mut self, ending: Ending) -> Outcome {
        drop(self.terminal);
        let unsaved = self.performer.finish(&mut self.model);
        let language = self.model.localizer.language();
        Outcome { ending, language, unsaved, reminder: self.model.reminder() }
    }
}

/// The page to begin with.
fn opening(app: &App) -> Page {
    match app.drill {
        Some(_) => Page::Drill,
        None if app.is_first_run() => Page::Welcome,
        None => Page::Steps,
    }
}

/// From now to an instant of the clock; a millisecond too long rather than too short.
fn until(due: Option<Timestamp>) -> Duration {
    let left = due.map_or(SignedDuration::ZERO, |at| at.duration_since(Timestamp::now()));
    Duration::try_from(left).unwrap_or(Duration::ZERO) + Duration::from_millis(1)
}
