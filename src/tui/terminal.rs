//! The terminal: entered, drawn to, and given back whatever happens.

use std::io;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, poll};
use crossterm::execute;
use ratatui::DefaultTerminal;
use ratatui::layout::Rect;

use super::model::{Model, Size};
use super::theme::Colour;
use super::view;

/// Whether the terminal was given back already. Doing it twice would put the cursor back to where it was before the
/// tutor started, over what has been reported since.
static GIVEN_BACK: AtomicBool = AtomicBool::new(false);

/// The terminal while the tutor has it. Dropping it gives it back; a panic does so before it reports.
#[derive(Debug)]
pub struct Screen {
    terminal: DefaultTerminal,
    colour: Colour,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// The terminal can't be put into its raw mode.
    pub fn enter(colour: Colour) -> io::Result<Self> {
        // This begins to listen for changes of the window, so that none between here and the first wait is missed.
        match ratatui::try_init().and_then(|terminal| poll(Duration::ZERO).map(|_| terminal)) {
            Ok(terminal) => {
                note_panics();
                execute!(io::stdout(), EnableBracketedPaste)?;
                Ok(Self { terminal, colour })
            }
            Err(error) => {
                // Raw mode may be on already.
                let _ = ratatui::try_restore();
                Err(error)
            }
        }
    }

    /// The window.
    ///
    /// # Errors
    /// The terminal doesn't tell.
    pub fn size(&self) -> io::Result<Size> {
        let size = self.terminal.size()?;
        Ok(Size { width: size.width, height: size.height })
    }

    /// Empties the window, so that no half of a wide character is left when another page comes.
    /// `Terminal::clear` would ask the terminal for its cursor and wait for keys that the event stream reads.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn clear(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(Rect { x: 0, y: 0, width: size.width, height: size.height })
    }

    /// Draws the model.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn draw(&mut self, model: &Model) -> io::Result<()> {
        self.terminal.draw(|frame| view::draw(frame, model, self.colour)).map(|_| ())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if !GIVEN_BACK.swap(true, Ordering::SeqCst) {
            let _ = self.terminal.show_cursor();
            let _ = execute!(io::stdout(), DisableBracketedPaste);
            let _ = ratatui::try_restore();
        }
    }
}

/// ratatui's panic hook gives the terminal back before a panic is reported; this notes that it did.
fn note_panics() {
    GIVEN_BACK.store(false, Ordering::SeqCst);
    let give_back_and_report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        GIVEN_BACK.store(true, Ordering::SeqCst);
        let _ = execute!(io::stdout(), DisableBracketedPaste);
        give_back_and_report(info);
    }));
}
