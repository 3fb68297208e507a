//! The looks of each tone: the 16 colours of the terminal over its own background, or no colour at all.
//! Colour never says anything alone: a word and a sign stand beside it.

use ratatui::style::{Color, Modifier, Style};

use super::clipboard::Clipboard;
use super::content::Tone;
use crate::signs::Signs;

/// What the terminal is trusted with; the caller knows about options, variables and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looks {
    /// Whether tones have colours beside bold and reverse.
    pub colour: Colour,
    /// Whether the font has more than ASCII.
    pub signs: Signs,
    /// Where its clipboard is.
    pub clipboard: Clipboard,
}

/// Whether colours are used; the caller knows about `--color`, `NO_COLOR` and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The 16 ANSI colours.
    On,
    /// None: with `NO_COLOR`, even asking for "no colour" would undo bold and reverse, so none is ever set.
    Off,
}

/// The looks of `tone`.
#[must_use]
pub fn style(tone: Tone, colour: Colour) -> Style {
    let (foreground, modifier) = match tone {
        Tone::Plain => (None, Modifier::empty()),
        Tone::Strong | Tone::Key => (None, Modifier::BOLD),
        Tone::Code => (Some(Color::Cyan), Modifier::empty()),
        Tone::Heading => (Some(Color::Magenta), Modifier::BOLD),
        Tone::Dim => (None, Modifier::DIM),
        Tone::Good => (Some(Color::Green), Modifier::empty()),
        Tone::Bad => (Some(Color::Red), Modifier::BOLD),
        Tone::Care => (Some(Color::Yellow), Modifier::empty()),
        Tone::Selected => (None, Modifier::REVERSED.union(Modifier::BOLD)),
        Tone::Bar => (None, Modifier::REVERSED),
    };
    let style = Style::new().add_modifier(modifier);
    match (colour, foreground) {
        (Colour::On, Some(foreground)) => style.fg(foreground),
        _ => style,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Tone; 11] = [
        Tone::Plain,
        Tone::Strong,
        Tone::Code,
        Tone::Heading,
        Tone::Dim,
        Tone::Good,
        Tone::Bad,
        Tone::Care,
        Tone::Key,
        Tone::Selected,
        Tone::Bar,
    ];

    #[test]
    fn without_colour_no_foreground_and_no_background_is_set() {
        for tone in ALL {
            let style = style(tone, Colour::Off);
            assert_eq!((style.fg, style.bg, style.underline_color), (None, None, None), "{tone:?}");
        }
    }

    #[test]
    fn the_background_is_always_the_terminals_own() {
        for tone in ALL {
            assert_eq!(style(tone, Colour::On).bg, None, "{tone:?}");
        }
    }
}
