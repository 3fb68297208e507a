//! What the learner is writing: an answer, a note, a value, a word to look for. A thin coat around the ratatui
//! project's text area.

use crossterm::event::KeyEvent;
use ratatui::style::Style;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use super::model::Page;

/// More than anybody writes by hand; what is pasted beyond it is cut.
const LONGEST: usize = 20_000;

/// What is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The answer to a task of a step's exercise.
    Answer {
        /// The step.
        step: usize,
        /// The task.
        task: usize,
    },
    /// The note on a step.
    Note {
        /// The step.
        step: usize,
    },
    /// A value that a task of a step's exercise asks for.
    Value {
        /// The step.
        step: usize,
        /// The task.
        task: usize,
    },
    /// A word to look for.
    Search,
}

impl Subject {
    /// Whether it has one line, which Enter ends.
    #[must_use]
    pub fn is_one_line(self) -> bool {
        matches!(self, Self::Value { .. } | Self::Search)
    }

    /// The page that it is written on.
    #[must_use]
    pub fn page(self) -> Page {
        if self.is_one_line() { Page::Prompt } else { Page::Editor }
    }
}

/// A text being written.
#[derive(Clone, Debug)]
pub struct Editor {
    /// What it is.
    pub subject: Subject,
    /// The page to go back to.
    pub back: Page,
    area: TextArea<'static>,
}

impl Editor {
    /// An editor that begins with `text`, its cursor behind it.
    #[must_use]
    pub fn new(subject: Subject, back: Page, text: &str) -> Self {
        let mut area: TextArea<'static> = text.lines().collect();
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        // The terminal's own cursor is shown instead: an input method puts its window there.
        area.set_cursor_style(Style::new());
        area.set_cursor_line_style(Style::new());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { subject, back, area }
    }

    /// Takes a key that means a character or a movement.
    pub fn type_key(&mut self, event: KeyEvent) {
        if self.length() < LONGEST {
            self.area.input(event);
        }
    }

    /// Takes a pasted text as it stands; in one line its line ends become spaces.
    pub fn paste(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.length());
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = if self.subject.is_one_line() { text.trim().replace('\n', " ") } else { text };
        let kept = text.chars().filter(|character| *character == '\n' || !character.is_control());
        self.area.insert_str(kept.take(room).collect::<String>());
    }

    /// Takes the last change back.
    pub fn undo(&mut self) {
        self.area.undo();
    }

    /// Makes the change again that was taken back last.
    pub fn redo(&mut self) {
        self.area.redo();
    }

    /// The text, without white space at its end.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n").trim_end().to_owned()
    }

    /// What is drawn.
    #[must_use]
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// The cell of the cursor within what is visible, once it has been drawn.
    #[must_use]
    pub fn cursor(&self) -> (u16, u16) {
        let (cursor, (top, left)) = (self.area.screen_cursor(), self.area.scroll_offset());
        let visible = |position: usize, first: u16| u16::try_from(position).unwrap_or(u16::MAX).saturating_sub(first);
        (visible(cursor.col, left), visible(cursor.row, top))
    }

    fn length(&self) -> usize {
        self.area.lines().iter().map(|line| line.len() + 1).sum()
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyModifiers};

    use super::*;

    const NOTE: Subject = Subject::Note { step: 0 };

    #[test]
    fn fifty_pasted_lines_are_fifty_lines() {
        let mut editor = Editor::new(NOTE, Page::Step, "");
        let pasted: Vec<String> = (1..=50).map(|number| format!("行 {number}")).collect();
        editor.paste(&pasted.join("\r\n"));
        assert_eq!(editor.text(), pasted.join("\n"));
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_is_kept_of_a_paste() {
        let mut editor = Editor::new(NOTE, Page::Step, "");
        editor.paste("a\u{1b}[31mb\u{7}\tc");
        assert_eq!(editor.text(), "a[31mbc");
    }

    #[test]
    fn one_line_stays_one() {
        let mut editor = Editor::new(Subject::Search, Page::Step, "");
        editor.paste(" two\nlines \n");
        assert_eq!(editor.text(), "two lines");
    }

    #[test]
    fn an_endless_paste_is_cut() {
        let mut editor = Editor::new(NOTE, Page::Step, "");
        editor.paste(&"x".repeat(LONGEST * 2));
        editor.type_key(KeyEvent::new(KeyCode::Char('y'), KeyModifiers::NONE));
        assert!(editor.text().len() <= LONGEST, "{}", editor.text().len());
        assert!(!editor.text().contains('y'));
    }

    #[test]
    fn undo_and_redo_go_back_and_forth() {
        let mut editor = Editor::new(NOTE, Page::Step, "before");
        editor.paste(" and after");
        editor.undo();
        assert_eq!(editor.text(), "before");
        editor.redo();
        assert_eq!(editor.text(), "before and after");
    }
}
