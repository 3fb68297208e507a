//! Draws the model. One file a page or panel; all of them make lines, and only this file puts them on the screen.
//! Lines come wrapped, and pages take the whole window: ratatui's own wrapping and its popups garble Japanese.
//!
//! ```text
//! | bar: lesson                                    demo  3/20 |
//! | title of the page or step                          state |
//! | [Lesson] Results  Hints                        1-17 / 80 |
//! | the list folded into one line (below 100 columns), a rule |
//! | list (100 columns and more) | body                        |
//! | notice                                                    |
//! | account | region | who                                    |
//! | keys                                                      |
//! ```

mod account;
mod actions;
mod bars;
mod code;
mod drill;
mod editor;
mod exercise;
mod finish;
mod found;
mod full;
mod guess;
mod help;
mod hints;
mod lesson;
mod live;
mod map;
mod prose;
mod results;
mod spans;
mod steps;
mod strip;
mod table;
mod waiting;
mod welcome;

use ratatui::Frame;
use ratatui::layout::Rect;

#[cfg(test)]
pub use prose::lay_out as lay_out_prose;

pub use code::{hint as code_hint, unbroken as code_lines};

use super::shown::Shown;
use crate::terminal::content::{Content, Piece, Sheet};
use crate::terminal::draw::{is_large_enough, keep_to_signs, put, too_small};
use crate::terminal::{Colour, Looks, Size};
use crate::tutor::model::{Model, Page, Tab};

/// From this width on, the list of steps stands beside the step.
const WIDE: u16 = 100;
/// Rows of a notice; longer ones are cut.
const NOTICE_ROWS: u16 = 4;

/// Where things stand in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The lesson and where in it.
    pub bar: Rect,
    /// The page or step.
    pub title: Rect,
    /// The tabs of a step; no rows elsewhere.
    pub tabs: Rect,
    /// A rule below.
    pub rule: Rect,
    /// The list of steps beside a step; no columns where the window is narrow.
    pub list: Rect,
    /// What the page is about.
    pub body: Rect,
    /// What just happened.
    pub notice: Rect,
    /// Account, region, identity.
    pub status: Rect,
    /// Keys.
    pub footer: Rect,
}

/// Cuts the window up.
#[must_use]
pub fn areas(model: &Model, size: Size) -> Areas {
    let Size { width, height } = size;
    let notice_rows =
        u16::try_from(bars::notice(model, width.into()).len()).unwrap_or(NOTICE_ROWS).clamp(1, NOTICE_ROWS);
    let tab_rows = u16::from(model.view.page == Page::Step);
    let row = |y: u16, rows: u16| {
        let y = y.min(height);
        Rect { x: 0, y, width, height: rows.min(height - y) }
    };
    if model.view.is_full() || model.view.page == Page::Code {
        let nothing = Rect { x: 0, y: 0, width: 0, height: 0 };
        let all = row(0, height.saturating_sub(1));
        let inner = Rect { x: 1.min(width), width: width.saturating_sub(2), ..all };
        let body = if model.view.page == Page::Code { all } else { inner };
        let footer = row(height.saturating_sub(1), 1);
        let [bar, title, tabs, rule, list, notice, status] = [nothing; 7];
        return Areas { bar, title, tabs, rule, list, body, notice, status, footer };
    }
    let top = 3 + tab_rows;
    let bottom = height.saturating_sub(2 + notice_rows);
    let middle = row(top, bottom.saturating_sub(top));
    let list_columns = if model.view.page == Page::Step && width >= WIDE { steps::columns(model, width) } else { 0 };
    let gap = if list_columns > 0 { 3 } else { 1 };
    let body_x = (list_columns + gap).min(width);
    Areas {
        bar: row(0, 1),
        title: row(1, 1),
        tabs: row(2, tab_rows),
        rule: row(2 + tab_rows, 1),
        list: Rect { width: list_columns, ..middle },
        body: Rect { x: body_x, width: width.saturating_sub(body_x + 1), ..middle },
        notice: row(bottom, notice_rows),
        status: row(bottom + notice_rows, 1),
        footer: row(bottom + notice_rows + 1, 1),
    }
}

/// What the body of the current page shows, laid out for lines of so many cells.
#[must_use]
pub fn content(model: &Model, cells: usize) -> Content {
    let mut sheet = Sheet::new(cells);
    match (model.view.page, model.view.tab) {
        (Page::Steps, _) => steps::page(model, &mut sheet),
        (Page::Step, Tab::Lesson) => lesson::tab(model, &mut sheet),
        (Page::Step, Tab::Results) => results::tab(model, &mut sheet),
        (Page::Step, Tab::Hints) => hints::tab(model, &mut sheet),
        (Page::Account, _) => account::page(model, &mut sheet),
        (Page::Actions, _) => actions::page(model, &mut sheet),
        (Page::Exercise, _) => exercise::page(model, &mut sheet),
        (Page::Editor | Page::Prompt, _) => editor::question(model, &mut sheet),
        (Page::Finish, _) => finish::page(model, &mut sheet),
        (Page::Found, _) => found::page(model, &mut sheet),
        (Page::Live, _) => live::page(model, &mut sheet),
        (Page::Map, _) => map::page(model, &mut sheet),
        (Page::Drill, _) => drill::page(model, &mut sheet),
        (Page::Help, _) => help::page(model, &mut sheet),
        (Page::Welcome, _) => welcome::page(model, &mut sheet),
        (Page::Code, _) => code::page(model, &mut sheet),
    }
    sheet.finish()
}

/// Draws everything.
pub fn draw(frame: &mut Frame<'_>, model: &Model, shown: &Shown, looks: Looks) {
    draw_signs(frame, model, shown, looks.colour);
    keep_to_signs(frame, looks);
}

fn draw_signs(frame: &mut Frame<'_>, model: &Model, shown: &Shown, colour: Colour) {
    if !is_large_enough(shown.size) {
        put(frame, frame.area(), &too_small(shown.size, &model.localizer), colour);
        return;
    }
    let areas = areas(model, shown.size);
    let (cells, rows) = (usize::from(shown.size.width), usize::from(areas.body.height));
    draw_body(frame, model, shown, areas.body, colour);
    if model.view.page == Page::Code {
        put(frame, areas.footer, &[code::hint(model, cells)], colour);
        return;
    }
    if model.view.is_full() {
        put(frame, areas.footer, &[full::line(model, cells, rows)], colour);
        return;
    }
    put(frame, areas.bar, &[bars::bar(model, cells)], colour);
    put(frame, areas.title, &[bars::title(model, cells, rows)], colour);
    put(frame, areas.tabs, &[bars::tabs(model, cells, rows)], colour);
    put(frame, areas.rule, &[rule(model, areas, cells)], colour);
    if areas.list.width > 0 {
        put(frame, areas.list, &steps::panel(model, areas.list), colour);
    }
    if let Some(field) = shown.field.as_ref().filter(|_| model.view.page.is_writing()) {
        editor::draw(frame, field, editor::below(areas.body, shown.content.lines.len()));
    }
    put(frame, areas.notice, &bars::notice(model, cells), colour);
    put(frame, areas.status, &[bars::status(model, cells)], colour);
    put(frame, areas.footer, &[bars::footer(model, cells)], colour);
}

fn draw_body(frame: &mut Frame<'_>, model: &Model, shown: &Shown, area: Rect, colour: Colour) {
    let lines = shown.content.lines.iter().skip(model.view.top());
    let visible: Vec<Vec<Piece>> = lines.map(|line| line.pieces.clone()).take(area.height.into()).collect();
    put(frame, area, &visible, colour);
}

/// Below the tabs of a step stands the list, where there is no room for it beside the step.
fn rule(model: &Model, areas: Areas, cells: usize) -> Vec<Piece> {
    if model.view.page == Page::Step && areas.list.width == 0 { strip::line(model, cells) } else { bars::rule(cells) }
}
