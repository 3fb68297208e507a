//! A screen as SVG: every character at the place of its cell, wide ones in two.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::text::width;

/// A cell, in pixels.
const CELL: (usize, usize) = (9, 19);
/// Around the screen.
const MARGIN: usize = 12;
/// From the top of a cell to the line that letters stand on.
const BASE: usize = 14;
const PAPER: &str = "#1e222a";
const INK: &str = "#d7dae0";

/// The picture of a screen.
#[must_use]
pub fn of_buffer(buffer: &Buffer) -> String {
    let (wide, high) = (usize::from(buffer.area.width) * CELL.0, usize::from(buffer.area.height) * CELL.1);
    let (wide, high) = (wide + 2 * MARGIN, high + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         font-family=\"'DejaVu Sans Mono','Noto Sans Mono CJK JP','Menlo','MS Gothic',monospace\" font-size=\"15\">\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..buffer.area.height {
        for run in runs(buffer, y) {
            put_run(&mut svg, &run, usize::from(y));
        }
    }
    svg + "</svg>\n"
}

/// Neighbours of one style.
struct Run<'a> {
    first: &'a Cell,
    /// Columns and what stands there.
    cells: Vec<(usize, &'a str)>,
    end: usize,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let column = usize::from(x);
        let cells = width(cell.symbol()).max(1);
        match runs.last_mut() {
            Some(run) if run.first.style() == cell.style() => {
                run.cells.push((column, cell.symbol()));
                run.end = column + cells;
            }
            _ => runs.push(Run { first: cell, cells: vec![(column, cell.symbol())], end: column + cells }),
        }
        x += u16::try_from(cells).unwrap_or(1);
    }
    runs
}

fn put_run(svg: &mut String, run: &Run<'_>, y: usize) {
    let modifier = run.first.modifier;
    let start = run.cells.first().map_or(0, |(column, _)| *column);
    let ink = colour(run.first.fg);
    let is_reversed = modifier.contains(Modifier::REVERSED);
    if is_reversed {
        let (left, top) = (MARGIN + start * CELL.0, MARGIN + y * CELL.1);
        let (wide, high) = ((run.end - start) * CELL.0, CELL.1);
        // Writing to a string can't fail, here and below.
        let _ = writeln!(svg, "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"{ink}\"/>");
    }
    let shown = shown(&run.cells);
    if shown.is_empty() {
        return;
    }
    let places: Vec<String> = shown.iter().map(|(column, _)| (MARGIN + column * CELL.0).to_string()).collect();
    let text: String = shown.iter().map(|(_, symbol)| escaped(symbol)).collect();
    let fill = if is_reversed { PAPER } else { ink };
    let weight = if modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let faint = if modifier.contains(Modifier::DIM) { " opacity=\"0.65\"" } else { "" };
    let base = MARGIN + y * CELL.1 + BASE;
    let _ = writeln!(svg, "<text x=\"{}\" y=\"{base}\" fill=\"{fill}\"{weight}{faint}>{text}</text>", places.join(" "));
}

/// The cells but for blanks at the ends and repeated ones: browsers take several blanks for one
/// and would put all that follows into the wrong places.
fn shown<'a>(cells: &[(usize, &'a str)]) -> Vec<(usize, &'a str)> {
    let is_blank = |cell: Option<&(usize, &str)>| cell.is_none_or(|(_, symbol)| symbol.trim().is_empty());
    let is_shown = |index: usize| !is_blank(cells.get(index)) || !is_blank(cells.get(index + 1));
    let mut shown: Vec<(usize, &str)> =
        cells.iter().enumerate().filter(|(index, _)| is_shown(*index)).map(|(_, cell)| *cell).collect();
    if is_blank(shown.first()) && !shown.is_empty() {
        shown.remove(0);
    }
    shown
}

fn escaped(symbol: &str) -> String {
    symbol.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The 16 colours as a terminal with a dark background has them.
fn colour(colour: Color) -> &'static str {
    match colour {
        Color::Green => "#98c379",
        Color::Red => "#e8707a",
        Color::Yellow => "#e5c07b",
        Color::Cyan => "#63c5d2",
        Color::Magenta => "#cf8ee6",
        _ => INK,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn wide_characters_take_two_cells_and_signs_are_escaped() {
        let mut buffer = Buffer::with_lines(["店a<"]);
        buffer.set_style(buffer.area, Style::new());
        let svg = of_buffer(&buffer);
        assert!(svg.contains("<text x=\"12 30 39\" y=\"26\" fill=\"#d7dae0\">店a&lt;</text>"), "{svg}");
    }

    #[test]
    fn of_several_blanks_one_is_left_and_what_follows_keeps_its_place() {
        let mut buffer = Buffer::with_lines(["  a b   店  "]);
        buffer.set_style(buffer.area, Style::new());
        let svg = of_buffer(&buffer);
        assert!(svg.contains("<text x=\"30 39 48 75 84\" y=\"26\" fill=\"#d7dae0\">a b 店</text>"), "{svg}");
    }

    #[test]
    fn reversed_cells_stand_on_a_bar() {
        let mut buffer = Buffer::with_lines(["ab "]);
        buffer.set_style(buffer.area, Style::new().add_modifier(Modifier::REVERSED));
        let svg = of_buffer(&buffer);
        assert!(svg.contains("<rect x=\"12\" y=\"12\" width=\"27\" height=\"19\" fill=\"#d7dae0\"/>"), "{svg}");
        assert!(svg.contains("fill=\"#1e222a\">ab</text>"), "{svg}");
    }
}
