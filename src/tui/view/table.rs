//! A table laid out for a width: columns as wide as they need, narrower where the window is, cells wrapped within.
//!
//! ```text
//! Field        Value
//! -----------  --------------
//! Name         ec-site-alb-sg
//! ```

use super::spans::{borrowed, cleaned};
use crate::lesson::prose::Span;
use crate::terminal::content::{Piece, Sheet, Tone};
use crate::text::{width, wrap_styled};

/// Cells between two columns.
const GUTTER: usize = 2;
/// A column is never narrower than one wide character.
const NARROWEST: usize = 2;
/// Up to here a column keeps its natural width: narrower, Japanese breaks within words.
const COMFORTABLE: usize = 10;

type Cell = Vec<Piece>;

/// Lays out a table, indented by `indent` cells.
pub fn lay_out(sheet: &mut Sheet, indent: usize, head: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) {
    let head: Vec<Cell> = head.iter().map(|cell| strong(cleaned(cell))).collect();
    let rows: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(|cell| cleaned(cell)).collect()).collect();
    let columns = head.len();
    let gutters = GUTTER * columns.saturating_sub(1);
    let room = sheet.width().saturating_sub(indent + gutters);
    let all: Vec<&Vec<Cell>> = std::iter::once(&head).chain(&rows).collect();
    let natural: Vec<usize> = (0..columns).map(|column| widest(&all, column, cell_width)).collect();
    let needed: Vec<usize> = (0..columns).map(|column| widest(&all, column, least_width)).collect();
    let widths = column_widths(&natural, &needed, room);
    put_row(sheet, indent, &head, &widths);
    let rule: Vec<Cell> = widths.iter().map(|cells| vec![("-".repeat(*cells), Tone::Dim)]).collect();
    put_row(sheet, indent, &rule, &widths);
    for row in &rows {
        put_row(sheet, indent, row, &widths);
    }
}

fn strong(cell: Cell) -> Cell {
    cell.into_iter().map(|(text, _)| (text, Tone::Strong)).collect()
}

fn widest(rows: &[&Vec<Cell>], column: usize, measure: impl Fn(&Cell) -> usize) -> usize {
    rows.iter().filter_map(|row| row.get(column)).map(measure).max().unwrap_or(0).max(NARROWEST)
}

fn cell_width(cell: &Cell) -> usize {
    cell.iter().map(|(text, _)| width(text)).sum()
}

/// The longest run of a cell that should stay on one line, such as a resource's name.
fn least_width(cell: &Cell) -> usize {
    let text: String = cell.iter().map(|(text, _)| text.as_str()).collect();
    let longest_name = text.split(|character: char| !character.is_ascii_graphic()).map(str::len).max().unwrap_or(0);
    longest_name.max(cell_width(cell).min(COMFORTABLE))
}

/// The natural widths where there is room; else what names need, and the rest shared by what is still wanted; else
/// shares of what there is.
fn column_widths(natural: &[usize], needed: &[usize], room: usize) -> Vec<usize> {
    if natural.iter().sum::<usize>() <= room {
        return natural.to_vec();
    }
    let least: usize = needed.iter().sum();
    if least > room {
        return needed.iter().map(|cells| (cells * room / least.max(1)).max(NARROWEST)).collect();
    }
    let wanted: usize = natural.iter().zip(needed).map(|(natural, needed)| natural - needed).sum();
    let spare = room - least;
    natural.iter().zip(needed).map(|(natural, needed)| needed + (natural - needed) * spare / wanted.max(1)).collect()
}

fn put_row(sheet: &mut Sheet, indent: usize, row: &[Cell], widths: &[usize]) {
    let cells: Vec<Vec<Vec<Piece>>> =
        row.iter().zip(widths).map(|(cell, cells)| wrap_styled(&borrowed(cell), *cells)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..height {
        let mut pieces: Vec<Piece> = vec![(" ".repeat(indent), Tone::Plain)];
        let mut owed = 0;
        for (cell, cells_wide) in cells.iter().zip(widths) {
            pieces.push((" ".repeat(owed), Tone::Plain));
            let part = cell.get(line).cloned().unwrap_or_default();
            owed = cells_wide.saturating_sub(cell_width(&part)) + GUTTER;
            pieces.extend(part);
        }
        pieces.retain(|(piece, _)| !piece.is_empty());
        sheet.line(pieces);
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(&[5, 10], &[5, 5], 20, &[5, 10]; "there is room")]
    #[test_case(&[5, 30], &[5, 10], 25, &[5, 20]; "the long column gives way")]
    #[test_case(&[20, 20], &[10, 10], 30, &[15, 15]; "both give way")]
    #[test_case(&[20, 20], &[20, 20], 20, &[10, 10]; "even names must be split")]
    fn widths(natural: &[usize], needed: &[usize], room: usize, expected: &[usize]) {
        assert_eq!(column_widths(natural, needed, room), expected);
    }
}
