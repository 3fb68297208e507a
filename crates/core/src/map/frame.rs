//! The strokes of the drawing: rows, frames, and frames side by side. Measures in cells, knows nothing of AWS.

use super::Mark;
use crate::text::{pad, shorten, width, wrap};

/// A run of text, with how what it is about stands.
pub type Run = (String, Option<Mark>);

/// One line of a drawing.
pub type Row = Vec<Run>;

/// A row without any mark.
#[must_use]
pub fn plain(text: &str) -> Row {
    vec![(text.to_owned(), None)]
}

/// The cells of a row.
#[must_use]
pub fn width_of(row: &Row) -> usize {
    row.iter().map(|(text, _)| width(text)).sum()
}

/// A text with its sign, in lines of at most `cells`; the others begin under the text of the first.
#[must_use]
pub fn said(mark: Option<Mark>, text: &str, cells: usize) -> Vec<Row> {
    let sign = mark.map_or("", Mark::sign);
    let lead = if sign.is_empty() { String::new() } else { format!("{sign} ") };
    let indent = " ".repeat(width(&lead));
    let lines = wrap(text, cells.saturating_sub(width(&lead)));
    let row = |(index, line): (usize, &String)| {
        let lead = if index == 0 { &lead } else { &indent };
        vec![(format!("{lead}{line}"), mark)]
    };
    lines.iter().enumerate().map(row).collect()
}

/// `rows` in a frame of `cells` with a title in its upper edge.
#[must_use]
pub fn framed(mark: Mark, title: &str, rows: Vec<Row>, cells: usize) -> Vec<Row> {
    let inner = cells.saturating_sub(4);
    let title = shorten(&format!("{} {title}", mark.sign()), inner.saturating_sub(2));
    let rest = "-".repeat(cells.saturating_sub(width(&title) + 5));
    let mut lines = vec![vec![("+- ".to_owned(), None), (title, Some(mark)), (format!(" {rest}+"), None)]];
    for row in rows {
        let gap = " ".repeat(inner.saturating_sub(width_of(&row)));
        lines.push([plain("| "), row, plain(&format!("{gap} |"))].concat());
    }
    lines.push(plain(&format!("+{}+", "-".repeat(cells.saturating_sub(2)))));
    lines
}

/// Blocks of `cells` side by side, with a cell between them.
#[must_use]
pub fn beside(blocks: &[Vec<Row>], cells: usize) -> Vec<Row> {
    let height = blocks.iter().map(Vec::len).max().unwrap_or(0);
    let line = |index: usize| {
        let mut line = Row::new();
        for (column, block) in blocks.iter().enumerate() {
            if column > 0 {
                line.push((" ".to_owned(), None));
            }
            match block.get(index) {
                Some(row) => line.extend(row.iter().cloned()),
                None => line.push((pad("", cells), None)),
            }
        }
        line
    };
    (0..height).map(line).collect()
}

/// The stroke of a link, and its tip.
#[must_use]
pub fn stem(mark: Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Right | Mark::Waiting | Mark::Aside => ("|", "v"),
        Mark::Wrong => ("x", " "),
        Mark::Absent => (":", ":"),
        Mark::Unseen => ("?", "?"),
    }
}
