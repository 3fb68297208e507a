//! The terminal's events, apart from how crossterm reports them.

use std::io;

use crossterm::event::{Event as Reported, EventStream, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use futures_util::StreamExt;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::{JoinError, JoinHandle};

use super::Size;
use crate::tutor::key::{Button, Keystroke};

/// Something that the terminal reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Keystroke),
    /// A text was pasted.
    Pasted(String),
    /// The window has this size now.
    Resized(Size),
}

impl Event {
    /// What is reported, in the order in which it happened.
    fn of(reported: Reported) -> Vec<Self> {
        match reported {
            Reported::Key(event) => keystrokes(event).map(Self::Key).collect(),
            Reported::Paste(text) => vec![Self::Pasted(text)],
            Reported::Resize(width, height) => vec![Self::Resized(Size { width, height })],
            Reported::FocusGained | Reported::FocusLost | Reported::Mouse(_) => Vec::new(),
        }
    }
}

/// Why there are no more events.
#[derive(Debug)]
pub enum Lost {
    /// The terminal failed or went away.
    Terminal(io::Error),
    /// Reading it panicked, which has been reported.
    Crashed(JoinError),
}

/// Reads events.
#[derive(Debug)]
pub struct Input {
    events: UnboundedReceiver<Event>,
    /// Ends when there are no more, with the reason.
    task: JoinHandle<io::Error>,
}

impl Input {
    /// Begins to read, in a task of its own: the stream wakes only the task that has waited for it first, and must not be
    /// polled by hand.
    #[must_use]
    pub fn start() -> Self {
        let (sender, events) = unbounded_channel();
        Self { events, task: tokio::spawn(read(sender)) }
    }

    /// The next event.
    ///
    /// # Errors
    /// There are no more.
    pub async fn next(&mut self) -> Result<Event, Lost> {
        match self.events.recv().await {
            Some(event) => Ok(event),
            None => Err((&mut self.task).await.map_or_else(Lost::Crashed, Lost::Terminal)),
        }
    }

    /// An event that is there already.
    pub fn waiting(&mut self) -> Option<Event> {
        self.events.try_recv().ok()
    }
}

/// Sends events until there are no more; why there are none.
async fn read(sender: UnboundedSender<Event>) -> io::Error {
    let mut events = EventStream::new();
    loop {
        let event = match events.next().await {
            Some(Ok(event)) => event,
            Some(Err(error)) => return error,
            None => return io::ErrorKind::UnexpectedEof.into(),
        };
        if Event::of(event).into_iter().any(|event| sender.send(event).is_err()) {
            return io::ErrorKind::BrokenPipe.into();
        }
    }
}

/// What was pressed. Terminals send Alt as Escape before the key: nobody can tell it from Escape and a key soon after, which
/// tmux hands on as one. No key means anything with Alt here, so it is the two.
fn keystrokes(event: KeyEvent) -> impl Iterator<Item = Keystroke> {
    let stroke = keystroke(event);
    let escape = stroke.filter(|stroke| stroke.alt).map(|_| Keystroke::from(Button::Esc));
    escape.into_iter().chain(stroke.map(|stroke| Keystroke { alt: false, ..stroke }))
}

/// What was pressed; none for releases, and for repeats that some systems report apart.
fn keystroke(event: KeyEvent) -> Option<Keystroke> {
    if event.kind != KeyEventKind::Press {
        return None;
    }
    let held = |modifier| event.modifiers.contains(modifier);
    Some(Keystroke {
        button: button(event.code),
        ctrl: held(KeyModifiers::CONTROL),
        alt: held(KeyModifiers::ALT),
        shift: held(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab,
    })
}

fn button(code: KeyCode) -> Button {
    match code {
        KeyCode::Char(character) => Button::Char(character),
        KeyCode::Enter => Button::Enter,
        KeyCode::Esc => Button::Esc,
        KeyCode::Tab | KeyCode::BackTab => Button::Tab,
        KeyCode::Backspace => Button::Backspace,
        KeyCode::Delete => Button::Delete,
        KeyCode::Up => Button::Up,
        KeyCode::Down => Button::Down,
        KeyCode::Left => Button::Left,
        KeyCode::Right => Button::Right,
        KeyCode::PageUp => Button::PageUp,
        KeyCode::PageDown => Button::PageDown,
        KeyCode::Home => Button::Home,
        KeyCode::End => Button::End,
        _ => Button::Other,
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::tutor::key::Key;

    #[test_case(KeyCode::Char('q'), KeyModifiers::NONE, Some(Key::Char('q')); "a letter")]
    #[test_case(KeyCode::Char('G'), KeyModifiers::SHIFT, Some(Key::Char('G')); "with Shift")]
    #[test_case(KeyCode::Char('c'), KeyModifiers::CONTROL, Some(Key::Interrupt); "with Ctrl")]
    #[test_case(KeyCode::Char('q'), KeyModifiers::ALT, None; "with Alt")]
    #[test_case(KeyCode::BackTab, KeyModifiers::NONE, Some(Key::BackTab); "back")]
    #[test_case(KeyCode::BackTab, KeyModifiers::SHIFT, Some(Key::BackTab); "back with Shift")]
    #[test_case(KeyCode::F(1), KeyModifiers::NONE, None; "a key without a meaning")]
    fn presses(code: KeyCode, modifiers: KeyModifiers, expected: Option<Key>) {
        assert_eq!(Key::of(keystroke(KeyEvent::new(code, modifiers)).unwrap()), expected);
    }

    #[test]
    fn escape_and_a_key_soon_after_are_both() {
        let event = Reported::Key(KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT));
        let expected = [Button::Esc, Button::Char('q')].map(|button| Event::Key(button.into()));
        assert_eq!(Event::of(event), expected);
        assert_eq!(Event::of(Reported::Key(KeyCode::Esc.into())).len(), 1);
    }

    #[test]
    fn only_presses_count() {
        for kind in [KeyEventKind::Release, KeyEventKind::Repeat] {
            let event = KeyEvent::new_with_kind(KeyCode::Char('q'), KeyModifiers::NONE, kind);
            assert_eq!(keystroke(event), None);
        }
    }
}
