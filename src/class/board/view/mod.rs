//! Draws the board. All of it is lines, and only this file puts them on the screen.
//!
//! ```text
//! | Class: lesson                                     24/30 read |
//! | 30 learners: 2 finished, 11 at one step for 30 minutes ...   |
//! | All | in the order of the roster                      1-14/30 |
//! | Stuck now: 11                                                |
//! |   Tanaka  1 h 5 min  4-1: The load balancer is internal.     |
//! | Name            Now at            For    p 1 1 2 ...  Why    |
//! | > Tanaka        x 4-1 failed      1 h    + + + + ...  ...    |
//! | what is wrong with the learner under the cursor, in full     |
//! | Read at 10:31. Again at 10:36 (every 5 minutes).             |
//! | Enter open  s sort  f filter ...                             |
//! ```

mod bars;
mod help;
mod learner;
mod stuck;
mod table;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::model::{Extents, Model, Page};
use crate::terminal::Looks;
use crate::terminal::content::{Content, Piece, Sheet};
use crate::terminal::draw::{is_large_enough, keep_to_signs, put, too_small};
use crate::tutor::model::Extent;

/// Lines above the table: bar, figures, filter.
const ABOVE: u16 = 3;
/// Lines for the learner under the cursor.
const DETAIL: u16 = 2;
/// Lines below: status, keys.
const BELOW: u16 = 2;

/// Where things stand in the window.
struct Areas {
    bar: Rect,
    stuck: Rect,
    head: Rect,
    body: Rect,
    detail: Rect,
    below: Rect,
}

fn areas(model: &Model) -> Areas {
    let (width, height) = (model.size.width, model.size.height);
    let row = |y: u16, rows: u16| Rect { x: 0, y: y.min(height), width, height: rows.min(height - y.min(height)) };
    let is_board = model.page == Page::Board;
    let head = if is_board { table::head_lines(model) } else { 0 };
    let above = if is_board { ABOVE } else { 1 };
    let detail = if is_board { DETAIL } else { 0 };
    let stuck = if is_board { stuck::lines(model) } else { 0 };
    let bottom = height.saturating_sub(BELOW + detail);
    let top = above + stuck + head;
    Areas {
        bar: row(0, above),
        stuck: row(above, stuck),
        head: row(above + stuck, head),
        body: row(top, bottom.saturating_sub(top)),
        detail: row(bottom, detail),
        below: row(bottom + detail, BELOW),
    }
}

/// How much is visible in the window.
#[must_use]
pub fn extents(model: &Model) -> Extents {
    let taken = ABOVE + stuck::lines(model) + table::head_lines(model) + DETAIL + BELOW;
    Extents {
        board: model.size.height.saturating_sub(taken).into(),
        page: Extent { lines: page(model).lines.len(), window: areas(model).body.height.into() },
    }
}

fn page(model: &Model) -> Content {
    let mut sheet = Sheet::new(usize::from(model.size.width).saturating_sub(1));
    match model.page {
        Page::Board => {}
        Page::Learner => learner::page(model, &mut sheet),
        Page::Help => help::page(model, &mut sheet),
    }
    sheet.finish()
}

/// Draws everything.
pub fn draw(frame: &mut Frame<'_>, model: &Model, looks: Looks) {
    let cells = usize::from(model.size.width);
    if !is_large_enough(model.size) {
        put(frame, frame.area(), &too_small(model.size, &model.localizer), looks.colour);
        return;
    }
    let areas = areas(model);
    put(frame, areas.bar, &bars::above(model, cells, usize::from(areas.body.height)), looks.colour);
    if model.page == Page::Board {
        put(frame, areas.stuck, &stuck::list(model, cells), looks.colour);
        put(frame, areas.head, &table::head(model), looks.colour);
        put(frame, areas.body, &table::body(model, usize::from(areas.body.height)), looks.colour);
        put(frame, areas.detail, &bars::detail(model, cells), looks.colour);
    } else {
        let lines = page(model).lines.into_iter().skip(model.top.page).take(areas.body.height.into());
        let lines: Vec<Vec<Piece>> = lines.map(|line| line.pieces).collect();
        put(frame, areas.body, &lines, looks.colour);
    }
    put(frame, areas.below, &bars::below(model, cells), looks.colour);
    keep_to_signs(frame, looks);
}
