//! The screen: entered, drawn to, and given back whatever happens.

use std::io::{self, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, poll};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::layout::Rect;
use ratatui::{DefaultTerminal, Frame};

use super::Size;
use super::clipboard::copy;
use super::signals::stop;
use super::theme::Looks;

/// Whether the terminal was given back already. Doing it twice would put the cursor back to where it was before the
/// program started, over what has been reported since.
static GIVEN_BACK: AtomicBool = AtomicBool::new(false);

/// The terminal while a program has it. Dropping it gives it back; a panic does so before it reports.
#[derive(Debug)]
pub struct Screen {
    terminal: DefaultTerminal,
    looks: Looks,
    /// What stands on the screen where the terminal was written to past ratatui.
    bare: Option<Vec<u8>>,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// The terminal can't be put into its raw mode.
    pub fn enter(looks: Looks) -> io::Result<Self> {
        // This begins to listen for changes of the window, so that none between here and the first wait is missed.
        match ratatui::try_init().and_then(|terminal| poll(Duration::ZERO).map(|_| terminal)) {
            Ok(terminal) => {
                note_panics();
                execute!(io::stdout(), EnableBracketedPaste)?;
                Ok(Self { terminal, looks, bare: None })
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

    /// What the terminal is trusted with.
    #[must_use]
    pub fn looks(&self) -> Looks {
        self.looks
    }

    /// Draws what `view` shows.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn show(&mut self, view: impl FnOnce(&mut Frame<'_>, Looks)) -> io::Result<()> {
        if self.bare.take().is_some() {
            self.clear()?;
        }
        self.terminal.draw(|frame| view(frame, self.looks)).map(|_| ())
    }

    /// Sends a page to the terminal as it is. What stands there already isn't written again: that would undo a selection.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn show_bare(&mut self, page: Vec<u8>) -> io::Result<()> {
        if self.bare.as_ref() == Some(&page) {
            return Ok(());
        }
        write_out(&page)?;
        self.bare = Some(page);
        Ok(())
    }

    /// Puts `text` into the clipboard, where the terminal lets programs do that.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn copy(&self, text: &str) -> io::Result<()> {
        write_out(&copy(text, self.looks.clipboard))
    }

    /// Gives the terminal back, stops as Ctrl-Z stops a program, and takes the terminal again when that is over.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn suspend(&mut self) -> io::Result<()> {
        self.terminal.show_cursor()?;
        execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen)?;
        disable_raw_mode()?;
        stop()?;
        execute!(io::stdout(), EnterAlternateScreen)?;
        self.take_back()
    }

    /// Makes the terminal what a program needs again, after the shell has used it.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn take_back(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        execute!(io::stdout(), EnableBracketedPaste)?;
        self.terminal.hide_cursor()?;
        self.bare = None;
        self.clear()
    }
}

fn write_out(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(bytes)?;
    out.flush()
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
