//! The field that a text is written in: its cursor, its past, its keys. A thin coat around the ratatui project's text area.

use ratatui::style::Style;
use ratatui_textarea::{CursorMove, Input, Key, TextArea, WrapMode};

use crate::tutor::editor::{Draft, Editor};
use crate::tutor::key::{Button, Keystroke};
use crate::tutor::message::Edit;

/// Where a learner writes an answer, a note or a value; the box around it isn't part of it.
#[derive(Debug)]
pub struct Field {
    subject: Draft,
    /// The text, as it was told last.
    text: String,
    area: TextArea<'static>,
}

impl Field {
    /// A field that begins with the text of `editor`, its cursor behind it.
    #[must_use]
    pub fn of(editor: &Editor) -> Self {
        let mut area: TextArea<'static> = editor.text.lines().collect();
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        // The terminal's own cursor is shown instead: an input method puts its window there.
        area.set_cursor_style(Style::new());
        area.set_cursor_line_style(Style::new());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { subject: editor.subject, text: editor.text.clone(), area }
    }

    /// Whether it holds what is being written.
    #[must_use]
    pub fn is_of(&self, editor: &Editor) -> bool {
        self.subject == editor.subject && self.text == editor.text
    }

    /// Does what is asked; the text after that.
    pub fn edit(&mut self, edit: Edit) -> String {
        match edit {
            // As shells do: from the cursor back to where the line begins.
            Edit::Type(Keystroke { button: Button::Char('u'), ctrl: true, .. }) => self.area.delete_line_by_head(),
            Edit::Type(stroke) => self.area.input(input(stroke)),
            Edit::Insert(text) => self.area.insert_str(text),
            Edit::Undo => self.area.undo(),
            Edit::Redo => self.area.redo(),
        };
        self.text = self.area.lines().join("\n");
        self.text.clone()
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
}

fn input(stroke: Keystroke) -> Input {
    let key = match stroke.button {
        Button::Char(character) => Key::Char(character),
        Button::Enter => Key::Enter,
        Button::Esc => Key::Esc,
        Button::Tab => Key::Tab,
        Button::Backspace => Key::Backspace,
        Button::Delete => Key::Delete,
        Button::Up => Key::Up,
        Button::Down => Key::Down,
        Button::Left => Key::Left,
        Button::Right => Key::Right,
        Button::PageUp => Key::PageUp,
        Button::PageDown => Key::PageDown,
        Button::Home => Key::Home,
        Button::End => Key::End,
        Button::Other => Key::Null,
    };
    Input { key, ctrl: stroke.ctrl, alt: stroke.alt, shift: stroke.shift }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tutor::model::Page;

    fn field(text: &str) -> Field {
        Field::of(&Editor::new(Draft::Note { step: 0 }, Page::Step, text))
    }

    #[test]
    fn undo_and_redo_go_back_and_forth() {
        let mut field = field("before");
        assert_eq!(field.edit(Edit::Insert(" and after".into())), "before and after");
        assert_eq!(field.edit(Edit::Undo), "before");
        assert_eq!(field.edit(Edit::Redo), "before and after");
    }

    #[test]
    fn keys_write_move_and_delete() {
        let mut field = field("店長");
        let mut press = |stroke| field.edit(Edit::Type(stroke));
        assert_eq!(press(Button::Backspace.into()), "店");
        assert_eq!(press(Button::Char('ｑ').into()), "店ｑ");
        press(Button::Left.into());
        assert_eq!(press(Button::Enter.into()), "店\nｑ");
        press(Button::Home.into());
        assert_eq!(press(Button::Delete.into()), "店\n");
        assert_eq!(press(Keystroke { ctrl: true, ..Button::Char('h').into() }), "店");
        assert_eq!(press(Button::Other.into()), "店");
        assert_eq!(press(Keystroke { ctrl: true, ..Button::Char('u').into() }), "");
        assert_eq!(field.edit(Edit::Undo), "店");
    }
}
