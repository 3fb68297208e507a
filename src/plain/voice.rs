//! Writing to standard output. Where that is a terminal its width is kept to; a pipe gets whole lines.

use std::io::{self, IsTerminal, Write};

use super::speech::Speech;

/// Narrower than this, breaking lines helps nobody.
const NARROWEST: u16 = 20;

/// Standard output.
#[derive(Debug)]
pub struct Voice {
    is_terminal: bool,
    /// Whether what is typed shows behind the prompt, as it does where the input comes from the same terminal.
    shows_typing: bool,
}

impl Voice {
    /// The voice of this program.
    #[must_use]
    pub fn new() -> Self {
        let is_terminal = io::stdout().is_terminal();
        Self { is_terminal, shows_typing: is_terminal && io::stdin().is_terminal() }
    }

    /// Says it.
    ///
    /// # Errors
    /// Standard output is closed or full.
    pub fn say(&self, speech: &Speech) -> io::Result<()> {
        write(&speech.written(self.width()))
    }

    /// Asks for a line. Where the typing doesn't show, the prompt is a line of its own.
    ///
    /// # Errors
    /// As for [`Voice::say`].
    pub fn ask(&self, prompt: &str) -> io::Result<()> {
        let end = if self.shows_typing { " " } else { "\n" };
        write(&format!("{prompt}{end}"))
    }

    /// Ends the line of a prompt that was not answered.
    ///
    /// # Errors
    /// As for [`Voice::say`].
    pub fn leave_prompt(&self) -> io::Result<()> {
        if self.shows_typing { write("\n") } else { Ok(()) }
    }

    /// Asked each time: the learner may change the size of the letters at any moment.
    fn width(&self) -> Option<usize> {
        let (width, _) =
            crossterm::terminal::size().ok().filter(|(width, _)| self.is_terminal && *width >= NARROWEST)?;
        Some(width.into())
    }
}

fn write(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()
}
