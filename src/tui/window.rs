//! The tutor in a window: the page laid out for it, and the field that is written in. It stands between the model, which
//! knows no window, and the views, which know no past.

use std::mem::{replace, take};

use jiff::Timestamp;

use super::field::Field;
use super::shown::Shown;
use super::view;
use crate::terminal::Size;
use crate::terminal::content::Content;
use crate::tutor::message::{Effect, Message};
use crate::tutor::model::{Extent, Model, Pane};
use crate::tutor::search::Hit;
use crate::tutor::update::update;

/// Characters by which the beginning of an item is recognised; few enough to stand on one line.
const BEGINNING: usize = 12;

/// A window onto a model.
#[derive(Debug)]
pub struct Window {
    /// What there is to draw.
    pub shown: Shown,
    /// The pane that this is; none before the first.
    pane: Option<Pane>,
}

impl Window {
    /// A window in which nothing has been laid out.
    #[must_use]
    pub fn new(size: Size) -> Self {
        Self { shown: Shown { size, content: Content::default(), field: None }, pane: None }
    }

    /// Has the model take a message, and shows what came of it; what is left to do.
    pub fn take(&mut self, model: &mut Model, message: Message, now: Timestamp) -> Vec<Effect> {
        let mut left = Vec::new();
        for effect in update(model, message, now) {
            match (effect, &mut self.shown.field) {
                (Effect::Edit(edit), Some(field)) => {
                    let text = field.edit(edit);
                    left.extend(update(model, Message::Typed(text), now));
                }
                (effect, _) => left.push(effect),
            }
        }
        self.show(model);
        left
    }

    /// Becomes of another size; what is left to do.
    pub fn resize(&mut self, model: &mut Model, size: Size, now: Timestamp) -> Vec<Effect> {
        self.shown.size = size;
        self.take(model, Message::Resized, now)
    }

    fn show(&mut self, model: &mut Model) {
        let editor = model.view.editor.as_ref();
        self.shown.field = match (editor, self.shown.field.take()) {
            (Some(editor), Some(field)) if field.is_of(editor) => Some(field),
            (editor, _) => editor.map(Field::of),
        };
        if take(&mut model.view.is_stale) {
            self.lay_out(model);
        } else {
            // The lines around the page may have become more or fewer by themselves.
            model.view.extent.window = view::areas(model, self.shown.size).body.height.into();
        }
    }

    /// Lays the page out anew. Where it is the same pane as before, what stood at the top stays there.
    fn lay_out(&mut self, model: &mut Model) {
        let body = view::areas(model, self.shown.size).body;
        let content = view::content(model, body.width.into());
        let old = replace(&mut self.shown.content, content);
        model.view.extent = Extent { lines: self.shown.content.lines.len(), window: body.height.into() };
        let pane = model.view.pane();
        let is_same = self.pane.replace(pane) == Some(pane);
        // A learner at the very top sees what comes above it, too.
        if is_same && model.view.top() > 0 && old != self.shown.content {
            model.view.set_top(self.shown.content.same_place(&old, model.view.top()));
        }
        let wanted = model.view.wanted.take().and_then(|hit| self.first_line_of(&hit));
        model.view.set_top(wanted.unwrap_or(model.view.top()));
        self.keep_cursor_visible(model);
    }

    /// The line on which what was found begins: the first of its block, or of the item or row within the block.
    fn first_line_of(&self, hit: &Hit) -> Option<usize> {
        let lines = &self.shown.content.lines;
        let first = lines.iter().position(|line| line.anchor.block == hit.block)?;
        let beginning: String = hit.text.chars().take(BEGINNING).collect();
        let in_block = lines[first..].iter().take_while(|line| line.anchor.block == hit.block);
        let within =
            in_block.enumerate().find(|(_, line)| line.text().contains(&beginning)).map_or(0, |(offset, _)| offset);
        Some(first + within)
    }

    /// Lists number their lines from 1 by their anchor's block; 0 is what stands above the list.
    fn keep_cursor_visible(&self, model: &mut Model) {
        if model.list_length().is_none() {
            return;
        }
        let block = model.view.cursor + 1;
        let lines = &self.shown.content.lines;
        let Some(first) = lines.iter().position(|line| line.anchor.block == block) else { return };
        let last = lines.iter().rposition(|line| line.anchor.block == block).unwrap_or(first);
        let (top, window) = (model.view.top(), model.view.extent.window);
        let top = top.max((last + 1).saturating_sub(window)).min(first);
        // The cursor on the first line shows what stands above the list, too.
        let top = if model.view.cursor == 0 && last < window { 0 } else { top };
        model.view.set_top(top);
    }
}
