//! Keys as they are meant, apart from how a terminal reports them.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::i18n::Text;
use crate::msg;

/// A key, apart from how the terminal reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A character other than a digit from 1 to 9.
    Char(char),
    /// 1 to 9.
    Digit(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Ctrl and a letter.
    Ctrl(char),
    /// Ctrl-C.
    Interrupt,
}

impl Key {
    /// The key of an event; none for releases, repeats that some systems report apart, and keys unknown here.
    #[must_use]
    pub fn of_event(event: KeyEvent) -> Option<Self> {
        if event.kind != KeyEventKind::Press {
            return None;
        }
        if event.modifiers == KeyModifiers::CONTROL {
            return match event.code {
                KeyCode::Char('c') => Some(Self::Interrupt),
                KeyCode::Char(letter) => Some(Self::Ctrl(letter)),
                _ => None,
            };
        }
        if event.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) {
            return None;
        }
        Some(match event.code {
            KeyCode::Char(character) => Self::of_char(character),
            KeyCode::Enter => Self::Enter,
            KeyCode::Esc => Self::Esc,
            KeyCode::Tab => Self::Tab,
            KeyCode::BackTab => Self::BackTab,
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::Left => Self::Left,
            KeyCode::Right => Self::Right,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::Home => Self::Home,
            KeyCode::End => Self::End,
            _ => return None,
        })
    }

    /// A Japanese input method that was left on sends full-width letters; they mean the same keys.
    fn of_char(character: char) -> Self {
        let narrow = match character {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
            '\u{3000}' => ' ',
            other => other,
        };
        match narrow.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
            Some(digit) if digit > 0 => Self::Digit(digit),
            _ => Self::Char(narrow),
        }
    }

    /// How the key is called.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::Char(' ') => msg!(tui_key_space),
            Self::Char(character) => Text::verbatim(character),
            Self::Digit(_) => Text::verbatim("1-9"),
            Self::Enter => Text::verbatim("Enter"),
            Self::Esc => Text::verbatim("Esc"),
            Self::Tab => Text::verbatim("Tab"),
            Self::BackTab => Text::verbatim("Shift+Tab"),
            Self::Up => msg!(tui_key_up),
            Self::Down => msg!(tui_key_down),
            Self::Left => msg!(tui_key_left),
            Self::Right => msg!(tui_key_right),
            Self::PageUp => Text::verbatim("PgUp"),
            Self::PageDown => Text::verbatim("PgDn"),
            Self::Home => Text::verbatim("Home"),
            Self::End => Text::verbatim("End"),
            Self::Ctrl(letter) => Text::verbatim(format!("Ctrl+{}", letter.to_ascii_uppercase())),
            Self::Interrupt => Text::verbatim("Ctrl+C"),
        }
    }
}
