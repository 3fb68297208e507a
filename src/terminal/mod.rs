//! The terminal: taken and given back, its keys and its window, its signals, its looks. What the tutor and the board of a
//! class share; it knows what neither of them shows.

pub(crate) mod clipboard;
pub(crate) mod content;
pub(crate) mod draw;
mod input;
mod screen;
mod signals;
mod size;
pub(crate) mod theme;

use std::io;

pub use clipboard::Clipboard;
pub use draw::SMALLEST;
pub use input::{Event, Lost};
pub use signals::Signals;
pub use size::Size;
pub use theme::{Colour, Looks};

use input::Input;
use screen::Screen;
use signals::Listening;

/// What a program on the whole screen waits for.
#[derive(Debug)]
pub enum Happened {
    /// The terminal reports something.
    Event(Event),
    /// A signal of this number asks the program to end.
    Signal(u8),
    /// There is no terminal any more.
    Lost(Lost),
}

/// The whole terminal, while a program has it. Dropping it gives it back.
#[derive(Debug)]
pub struct Terminal {
    /// What is drawn to. The first field: it is given back before anything else ends.
    pub screen: Screen,
    input: Input,
    signals: Listening,
}

impl Terminal {
    /// Takes it. Wants a tokio runtime with IO, and a terminal on stdin and stdout.
    ///
    /// # Errors
    /// The terminal can't be put into its raw mode, or the system refuses a handler of signals.
    pub fn enter(looks: Looks) -> io::Result<Self> {
        let screen = Screen::enter(looks)?;
        Ok(Self { signals: Listening::new()?, input: Input::start(), screen })
    }

    /// The next thing that happens. Asked to stop, the program does so in here.
    pub async fn next(&mut self) -> Happened {
        tokio::select! {
            event = self.input.next() => event.map_or_else(Happened::Lost, Happened::Event),
            number = self.signals.ending.next() => Happened::Signal(number),
            () = self.signals.stopping.next() => Happened::resized(self.suspend()),
            () = self.signals.going_on.next() => Happened::resized(self.take_back()),
        }
    }

    /// An event that is there already.
    pub fn waiting(&mut self) -> Option<Event> {
        self.input.waiting()
    }

    /// Gives the terminal back and stops; the program goes on from here when its shell continues it, perhaps in a window
    /// of another size: this one. Where nobody could continue it, the system doesn't let it stop.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn suspend(&mut self) -> io::Result<Size> {
        self.screen.suspend()?;
        self.screen.size()
    }

    fn take_back(&mut self) -> io::Result<Size> {
        self.screen.take_back()?;
        self.screen.size()
    }
}

impl Happened {
    fn resized(size: io::Result<Size>) -> Self {
        match size {
            Ok(size) => Self::Event(Event::Resized(size)),
            Err(error) => Self::Lost(Lost::Terminal(error)),
        }
    }
}
