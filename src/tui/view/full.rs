//! The one line that is left of the bars while a step has the whole window.

use super::bars;
use crate::msg;
use crate::terminal::content::{Piece, Tone};
use crate::text::{shorten, width};
use crate::tutor::model::Model;

/// What just happened, else the step; and at the right which lines are visible, and the way back.
pub fn line(model: &Model, cells: usize, window: usize) -> Vec<Piece> {
    let right = model.say(&msg!(tui_full_back, place = bars::position(model, window)));
    let news = bars::notice(model, cells).into_iter().next();
    let left = match news.filter(|line| line.iter().all(|(_, tone)| *tone != Tone::Dim)) {
        Some(notice) => notice,
        None => model.step().map(|step| step_name(model, step)).unwrap_or_default(),
    };
    let room = cells.saturating_sub(width(&right) + 2);
    let said: String = left.iter().map(|(text, _)| text.as_str()).collect();
    let tone = left.first().map_or(Tone::Plain, |(_, tone)| *tone);
    let said = shorten(&said, room);
    let gap = " ".repeat(room.saturating_sub(width(&said)) + 1);
    vec![(said, tone), (gap, Tone::Plain), (right, Tone::Dim)]
}

fn step_name(model: &Model, step: &crate::lesson::Step) -> Vec<Piece> {
    vec![(format!(" {}  {}", step.id, step.title.get(model.localizer.language())), Tone::Strong)]
}
