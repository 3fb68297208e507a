//! Looking for a word, and going where it stands.

use super::moving::{show_step, show_tab};
use crate::msg;
use crate::tutor::model::{Model, Notice, Page, Tab};
use crate::tutor::search::{Found, search};
use crate::tutor::tone::Tone;

/// Looks for `word` in every text, those of locked steps too, and lists where it stands.
pub fn look_for(model: &mut Model, word: &str) {
    let hits = search(&model.lesson, model.localizer.language(), word, model.view.step);
    if hits.is_empty() {
        model.view.found = None;
        if !word.trim().is_empty() {
            model.view.notice = Some(Notice::new(Tone::Care, msg!(tui_not_found, word = word.trim())));
        }
        return;
    }
    model.view.found = Some(Found { word: word.trim().to_owned(), hits });
    model.view.page = Page::Found;
    model.view.cursor = 0;
}

/// Shows the place of this number.
pub fn open(model: &mut Model, number: u8) {
    if let Some(index) = usize::from(number).checked_sub(1) {
        model.view.cursor = index;
        open_hit(model);
    }
}

/// Shows the place that the cursor of the list stands on; the word stays marked there.
pub fn open_hit(model: &mut Model) {
    let hit = model.view.found.as_ref().and_then(|found| found.hits.get(model.view.cursor)).cloned();
    let Some(hit) = hit else { return };
    show_step(model, hit.step);
    show_tab(model, Tab::Lesson);
    model.view.wanted = Some(hit);
}
