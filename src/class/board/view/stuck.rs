//! Who is stuck, at what and why, above everything else: what an instructor looks for first.

use crate::class::board::model::Model;
use crate::class::row::Row;
use crate::class::urgency::by_urgency;
use crate::class::words::{length, reason};
use crate::i18n::Text;
use crate::msg;
use crate::terminal::content::{Piece, Tone};
use crate::text::shorten;

/// Below this height the table needs all of the window.
const LEAST: u16 = 20;
/// A longer list would push away the table that has everybody.
const MOST: u16 = 8;

/// The lines that it takes; none where nobody is stuck.
pub fn lines(model: &Model) -> u16 {
    let count = u16::try_from(model.summary.stuck).unwrap_or(u16::MAX);
    let room = (model.size.height.saturating_sub(LEAST) / 2).min(MOST);
    let shown = count.min(room);
    if shown == 0 { 0 } else { shown + 1 }
}

/// The list, the longest stuck first.
pub fn list(model: &Model, cells: usize) -> Vec<Vec<Piece>> {
    let room = usize::from(lines(model)).saturating_sub(1);
    let all = model.order.iter().filter_map(|key| model.rows.get(key));
    let mut stuck: Vec<&Row> = all.filter(|row| row.is_stuck(model.now, model.limit)).collect();
    by_urgency(&mut stuck, model.now, model.limit);
    let title = format!(" {}", model.say(&msg!(class_page_stuck, count = stuck.len())));
    let head = vec![(shorten(&title, cells), Tone::Strong)];
    let line = |row: &Row| {
        let text = msg!(
            board_stuck,
            name = &row.name,
            step = row.current.clone().unwrap_or_default(),
            time = row.standing_for(model.now).map_or_else(|| msg!(class_just_now), length),
            reason = reason(row, model.localizer.language()).unwrap_or_else(|| Text::verbatim(""))
        );
        vec![(shorten(&format!("   {}", model.say(&text)), cells), Tone::Plain)]
    };
    std::iter::once(head).chain(stuck.into_iter().take(room).map(line)).take(usize::from(lines(model))).collect()
}
