//! The terminal, and what it does with signs whose width isn't the same everywhere.

use std::io::{self, IsTerminal, Write};

use crate::cli::context::{Context, env};
use crate::cli::tutor::looks;
use crate::doctor::{Measured, Terminal};
use crate::terminal::{Colour, SMALLEST};

/// A letter of two cells.
const LETTER: &str = "あ";
/// A line as the tutor draws it; Unicode calls its width ambiguous.
const AMBIGUOUS: &str = "─";

/// What it tells of itself; none where nobody sits before one.
pub fn gather(context: &Context) -> Option<Terminal> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return None;
    }
    let term = env("TERM").unwrap_or_default();
    let measured = if term.is_empty() || term == "dumb" { None } else { measure() };
    Some(Terminal {
        size: crossterm::terminal::size().ok()?,
        least: (SMALLEST.width, SMALLEST.height),
        term,
        has_colours: looks(context).colour == Colour::On,
        measured,
    })
}

/// Writes signs and asks where the cursor is then. A terminal that doesn't answer is waited for two seconds, once.
fn measure() -> Option<Measured> {
    let measured = cells(LETTER).and_then(|letter| Some(Measured { letter, ambiguous: cells(AMBIGUOUS)? }));
    let _ = write("\r\u{1b}[K");
    measured
}

fn cells(sign: &str) -> Option<u16> {
    write("\r\u{1b}[K").ok()?;
    write(sign).ok()?;
    let (column, _) = crossterm::cursor::position().ok()?;
    Some(column)
}

fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(text.as_bytes())?;
    out.flush()
}
