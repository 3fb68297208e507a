//! Keys: as they were pressed, and as they are meant.

use super::search::narrow;
use crate::i18n::Text;
use crate::msg;

/// One press, apart from how a terminal reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keystroke {
    /// What was pressed.
    pub button: Button,
    /// Held down with it; terminals send letters with Ctrl as other characters.
    pub ctrl: bool,
    /// Held down with it; terminals send Escape before the key.
    pub alt: bool,
    /// With Shift, as far as that isn't said by the character.
    pub shift: bool,
}

/// A key as its cap names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// A character, of half or of full width.
    Char(char),
    Enter,
    /// Escape.
    Esc,
    /// Tab; with Shift, the key back.
    Tab,
    /// Deletes to the left.
    Backspace,
    /// Deletes to the right.
    Delete,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    /// One that means nothing here, such as F1; still, somebody is there.
    Other,
}

impl From<Button> for Keystroke {
    fn from(button: Button) -> Self {
        Self { button, ctrl: false, alt: false, shift: false }
    }
}

/// A key as it is meant, whatever input method is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A character other than a digit from 1 to 9.
    Char(char),
    /// From 1 to 9: they choose a row of a list.
    Digit(u8),
    Enter,
    /// Escape.
    Esc,
    /// Without Shift.
    Tab,
    /// Shift and Tab.
    BackTab,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    /// Ctrl and a letter.
    Ctrl(char),
    /// Ctrl-C.
    Interrupt,
}

impl Key {
    /// Takes the last change back, as in shells: Ctrl and the underscore, for which terminals send what they send for the 7.
    pub const UNDO: Self = Self::Ctrl('7');

    /// What a press means; none for those that mean nothing.
    #[must_use]
    pub fn of(stroke: Keystroke) -> Option<Self> {
        if stroke.alt {
            return None;
        }
        if stroke.ctrl {
            return match stroke.button {
                _ if stroke.shift => None,
                Button::Char('c') => Some(Self::Interrupt),
                Button::Char(letter) => Some(Self::Ctrl(letter)),
                _ => None,
            };
        }
        Some(match stroke.button {
            Button::Char(character) => Self::of_char(character),
            Button::Enter => Self::Enter,
            Button::Esc => Self::Esc,
            Button::Tab if stroke.shift => Self::BackTab,
            Button::Tab => Self::Tab,
            Button::Up => Self::Up,
            Button::Down => Self::Down,
            Button::Left => Self::Left,
            Button::Right => Self::Right,
            Button::PageUp => Self::PageUp,
            Button::PageDown => Self::PageDown,
            Button::Home => Self::Home,
            Button::End => Self::End,
            Button::Backspace | Button::Delete | Button::Other => return None,
        })
    }

    /// A Japanese input method that was left on sends full-width letters; they mean the same keys.
    fn of_char(character: char) -> Self {
        let narrow = narrow(character);
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
            Self::UNDO => Text::verbatim("Ctrl+_"),
            Self::Ctrl(letter) => Text::verbatim(format!("Ctrl+{}", letter.to_ascii_uppercase())),
            Self::Interrupt => Text::verbatim("Ctrl+C"),
        }
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case('ｑ', Key::Char('q'); "full width letter")]
    #[test_case('？', Key::Char('?'); "full width mark")]
    #[test_case('３', Key::Digit(3); "full width digit")]
    #[test_case('\u{3000}', Key::Char(' '); "full width space")]
    #[test_case('0', Key::Char('0'); "zero is no number of a thing")]
    #[test_case('あ', Key::Char('あ'); "kana")]
    fn characters(character: char, expected: Key) {
        assert_eq!(Key::of(Button::Char(character).into()), Some(expected));
    }

    #[test]
    fn control_and_alt_make_no_plain_key() {
        let plain = |character| Keystroke::from(Button::Char(character));
        assert_eq!(Key::of(Keystroke { ctrl: true, ..plain('c') }), Some(Key::Interrupt));
        assert_eq!(Key::of(Keystroke { ctrl: true, ..plain('q') }), Some(Key::Ctrl('q')));
        assert_eq!(Key::of(Keystroke { ctrl: true, shift: true, ..plain('q') }), None);
        assert_eq!(Key::of(Keystroke { alt: true, ..plain('q') }), None);
        assert_eq!(Key::of(Keystroke { shift: true, ..plain('G') }), Some(Key::Char('G')));
    }
}
