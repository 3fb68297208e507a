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
mod editor;
mod exercise;
mod found;
mod full;
mod help;
mod hints;
mod lesson;
mod live;
mod map;
mod prose;
mod results;
mod small;
mod steps;
mod strip;
mod table;
mod waiting;
mod welcome;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as ScreenLine, Span};
use ratatui::widgets::Paragraph;

pub use steps::state_word;

#[cfg(test)]
pub use prose::lay_out as lay_out_prose;

pub use code::{hint as code_hint, unbroken as code_lines};

use super::content::{Content, Line, Piece, Sheet};
use super::model::{Model, Page, Size, Tab};
use super::theme::{Colour, Looks, style};
use crate::signs::Signs;

/// The smallest window that the tutor is usable in.
pub const SMALLEST: Size = Size { width: 60, height: 20 };
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
pub fn areas(model: &Model) -> Areas {
    let Size { width, height } = model.view.size;
    let notice_rows = u16::try_from(bars::notice(model).len()).unwrap_or(NOTICE_ROWS).clamp(1, NOTICE_ROWS);
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
    let list_columns = if model.view.page == Page::Step && width >= WIDE { (width / 3).min(46) } else { 0 };
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

/// What the body of the current page shows, laid out for the window.
#[must_use]
pub fn content(model: &Model) -> Content {
    let mut sheet = Sheet::new(usize::from(areas(model).body.width));
    match (model.view.page, model.view.tab) {
        (Page::Steps, _) => steps::page(model, &mut sheet),
        (Page::Step, Tab::Lesson) => lesson::tab(model, &mut sheet),
        (Page::Step, Tab::Results) => results::tab(model, &mut sheet),
        (Page::Step, Tab::Hints) => hints::tab(model, &mut sheet),
        (Page::Account, _) => account::page(model, &mut sheet),
        (Page::Actions, _) => actions::page(model, &mut sheet),
        (Page::Exercise, _) => exercise::page(model, &mut sheet),
        (Page::Editor | Page::Prompt, _) => editor::question(model, &mut sheet),
        (Page::Found, _) => found::page(model, &mut sheet),
        (Page::Live, _) => live::page(model, &mut sheet),
        (Page::Map, _) => map::page(model, &mut sheet),
        (Page::Help, _) => help::page(model, &mut sheet),
        (Page::Welcome, _) => welcome::page(model, &mut sheet),
        (Page::Code, _) => code::page(model, &mut sheet),
    }
    sheet.finish()
}

/// Whether the window is large enough for anything but saying that it isn't.
#[must_use]
pub fn is_large_enough(model: &Model) -> bool {
    let Size { width, height } = model.view.size;
    width >= SMALLEST.width && height >= SMALLEST.height
}

/// Draws everything.
pub fn draw(frame: &mut Frame<'_>, model: &Model, looks: Looks) {
    draw_signs(frame, model, looks.colour);
    keep_to_signs(frame, looks);
}

/// Puts what may be shown in the place of signs that may not.
pub fn keep_to_signs(frame: &mut Frame<'_>, looks: Looks) {
    if looks.signs == Signs::Ascii {
        for cell in &mut frame.buffer_mut().content {
            let shown = looks.signs.show(cell.symbol()).into_owned();
            cell.set_symbol(&shown);
        }
    }
}

fn draw_signs(frame: &mut Frame<'_>, model: &Model, colour: Colour) {
    let Size { width, .. } = model.view.size;
    if !is_large_enough(model) {
        put(frame, frame.area(), &small::lines(model), colour);
        return;
    }
    let areas = areas(model);
    let cells = usize::from(width);
    if model.view.page == Page::Code {
        draw_body(frame, model, areas.body, colour);
        put(frame, areas.footer, &[code::hint(model, cells)], colour);
        return;
    }
    if model.view.is_full() {
        draw_body(frame, model, areas.body, colour);
        put(frame, areas.footer, &[full::line(model, cells, usize::from(areas.body.height))], colour);
        return;
    }
    put(frame, areas.bar, &[bars::bar(model, cells)], colour);
    put(frame, areas.title, &[bars::title(model, cells, usize::from(areas.body.height))], colour);
    put(frame, areas.tabs, &[bars::tabs(model, cells, usize::from(areas.body.height))], colour);
    put(frame, areas.rule, &[rule(model, areas, cells)], colour);
    if areas.list.width > 0 {
        put(frame, areas.list, &steps::panel(model, areas.list), colour);
    }
    draw_body(frame, model, areas.body, colour);
    if let Some(editor) = model.view.editor.as_ref().filter(|_| model.view.page.is_writing()) {
        editor::draw(frame, editor, editor::below(areas.body, model.view.content.lines.len()));
    }
    put(frame, areas.notice, &bars::notice(model), colour);
    put(frame, areas.status, &[bars::status(model, cells)], colour);
    put(frame, areas.footer, &[bars::footer(model, cells)], colour);
}

fn draw_body(frame: &mut Frame<'_>, model: &Model, area: Rect, colour: Colour) {
    let lines = model.view.content.lines.iter().skip(model.view.top());
    let visible: Vec<Vec<Piece>> = lines.map(pieces).take(area.height.into()).collect();
    put(frame, area, &visible, colour);
}

/// Below the tabs of a step stands the list, where there is no room for it beside the step.
fn rule(model: &Model, areas: Areas, cells: usize) -> Vec<Piece> {
    if model.view.page == Page::Step && areas.list.width == 0 { strip::line(model, cells) } else { bars::rule(cells) }
}

fn pieces(line: &Line) -> Vec<Piece> {
    line.pieces.clone()
}

/// Puts lines into an area of the screen, cutting what doesn't fit.
pub fn put(frame: &mut Frame<'_>, area: Rect, lines: &[Vec<Piece>], colour: Colour) {
    let area = area.intersection(frame.area());
    let lines: Vec<ScreenLine<'_>> = lines
        .iter()
        .map(|line| line.iter().map(|(text, tone)| Span::styled(text.as_str(), style(*tone, colour))).collect())
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}
