//! What the terminal can show.

use super::Line;
use crate::i18n::Text;
use crate::msg;

/// The cells of a Japanese letter.
const WIDE: u16 = 2;

/// The terminal.
#[derive(Clone, Debug)]
pub struct Terminal {
    /// Columns and rows.
    pub size: (u16, u16),
    /// The least that the tutor needs of both.
    pub least: (u16, u16),
    /// What `TERM` says; empty where it isn't set.
    pub term: String,
    /// Whether the tutor would use colours.
    pub has_colours: bool,
    /// What it did with signs that were written to try it; none where it didn't tell in time.
    pub measured: Option<Measured>,
}

/// Cells that signs took, by the terminal's own report of its cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// A Japanese letter: two, where the terminal reads UTF-8.
    pub letter: u16,
    /// A drawn line, whose width Unicode calls ambiguous: one, where drawings fit together.
    pub ambiguous: u16,
}

/// Without a terminal there is nothing to judge.
pub(super) fn line(terminal: Option<&Terminal>) -> Line {
    let line = |found| Line::good("terminal", msg!(doctor_label_terminal), found);
    let Some(terminal) = terminal else { return line(msg!(doctor_no_terminal)) };
    let found = line(terminal.text());
    if terminal.size.0 < terminal.least.0 || terminal.size.1 < terminal.least.1 {
        let (width, height) = terminal.least;
        return found.bad(msg!(doctor_small_remedy, width = width, height = height));
    }
    match terminal.measured {
        _ if terminal.term == "dumb" => found.odd(msg!(doctor_dumb_remedy)),
        Some(measured) if measured.letter != WIDE => found.odd(msg!(doctor_not_utf8_remedy)),
        Some(measured) if measured.ambiguous != 1 => found.odd(msg!(doctor_ambiguous_remedy)),
        Some(_) | None => found,
    }
}

impl Terminal {
    fn text(&self) -> Text {
        let (width, height) = self.size;
        let colours = if self.has_colours { msg!(doctor_colours) } else { msg!(doctor_no_colours) };
        let term = if self.term.is_empty() { "-" } else { &self.term };
        let signs = match self.measured {
            None => msg!(doctor_not_measured),
            Some(measured) if measured.letter == WIDE => msg!(doctor_utf8, cells = measured.ambiguous),
            Some(measured) => msg!(doctor_not_utf8, cells = measured.letter),
        };
        msg!(doctor_terminal, width = width, height = height, term = term, colours = colours, signs = signs)
    }
}
