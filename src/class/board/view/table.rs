//! The learners, a line each.
//!
//! ```text
//!                                              p 1 1 2 2 3 4
//!   Name        Now at               For       r 1 2 3 4 1 1  Why
//! > Tanaka      x 4-1 failed         1 h 5 min + + + + + + x  The load balancer is internal.
//! ```

use crate::class::board::model::Model;
use crate::class::row::{Look, Row, Standing};
use crate::class::words::{MARK, length, look, reason, standing};
use crate::i18n::Text;
use crate::msg;
use crate::terminal::content::{Piece, Tone};
use crate::text::{pad, shorten, width};
use crate::verify::Status;

/// The sign of the line that keys act on.
const CURSOR: &str = "›";
/// Cells of the column for it.
const LEAD: usize = 2;
const NAME: std::ops::RangeInclusive<usize> = 8..=24;
/// Below this a reason says nothing; it stands under the table anyway.
const LEAST_REASON: usize = 12;
/// From this width on, a step has room for its id.
const WIDE: u16 = 140;
const NARROW_MARK: usize = 1;
const WIDE_MARK: usize = 4;

/// The widths of the columns.
struct Widths {
    name: usize,
    now: usize,
    time: usize,
    /// Of a step; each is followed by nothing.
    mark: usize,
    reason: usize,
}

/// The steps give way first, then the reason.
fn widths(model: &Model) -> Widths {
    let all = usize::from(model.size.width);
    let rows: Vec<&Row> = model.order.iter().filter_map(|key| model.rows.get(key)).collect();
    let widest = |measure: &dyn Fn(&Row) -> usize| rows.iter().map(|row| measure(row)).max().unwrap_or(0);
    let label = |text: Text| width(&model.say(&text));
    let name = widest(&|row| width(&name(model, row))).clamp(*NAME.start(), *NAME.end());
    let now = widest(&|row| width(&now_at(model, row))).max(label(msg!(class_now_at))).min(all / 3);
    let time = widest(&|row| width(&time(model, row))).max(label(msg!(class_since)));
    let left = all.saturating_sub(LEAD + name + now + time + 6);
    let steps = model.columns.len();
    let mark = [WIDE_MARK, NARROW_MARK]
        .into_iter()
        .filter(|mark| *mark == NARROW_MARK || model.size.width >= WIDE)
        .find(|mark| mark * steps + 2 + LEAST_REASON <= left || (*mark == NARROW_MARK && steps <= left))
        .unwrap_or(0);
    let marks = if mark == 0 { 0 } else { mark * steps + 2 };
    Widths { name, now, time, mark, reason: left.saturating_sub(marks) }
}

/// A row that is to be looked at is told from the others before it is read.
fn name(model: &Model, row: &Row) -> String {
    let name = model.say(&Text::verbatim(&row.name));
    if row.is_marked() { format!("{MARK} {name}") } else { name }
}

fn now_at(model: &Model, row: &Row) -> String {
    let (sign, word) = standing(row);
    let said = match &row.current {
        Some(step) => msg!(class_cell, sign = sign, step = step, word = word),
        None => msg!(board_whole, sign = sign, word = word),
    };
    model.say(&said)
}

fn time(model: &Model, row: &Row) -> String {
    row.standing_for(model.now).map(|time| model.say(&length(time))).unwrap_or_default()
}

/// The lines of the head: narrow columns write a step's id downwards.
pub fn head_lines(model: &Model) -> u16 {
    if widths(model).mark == NARROW_MARK { 2 } else { 1 }
}

/// The labels of the columns.
pub fn head(model: &Model) -> Vec<Vec<Piece>> {
    let widths = widths(model);
    let label = |text: Text, cells: usize| pad(&shorten(&model.say(&text), cells), cells) + "  ";
    let before = " ".repeat(LEAD)
        + &label(msg!(class_name), widths.name)
        + &label(msg!(class_now_at), widths.now)
        + &label(msg!(class_since), widths.time);
    let reason = if widths.reason < LEAST_REASON { String::new() } else { model.say(&msg!(class_reason)) };
    match widths.mark {
        NARROW_MARK => {
            let (upper, lower) = downwards(model);
            let indent = " ".repeat(width(&before));
            vec![vec![(indent + &upper, Tone::Dim)], vec![(format!("{before}{lower}  {reason}"), Tone::Dim)]]
        }
        0 => vec![vec![(before + &reason, Tone::Dim)]],
        mark => {
            let ids: String = model.columns.iter().map(|column| pad(&cut(&column.id, mark - 1), mark)).collect();
            vec![vec![(format!("{before}{ids}  {reason}"), Tone::Dim)]]
        }
    }
}

/// The steps' ids in two lines: `4-1` as 4 above 1, words by their first two letters.
fn downwards(model: &Model) -> (String, String) {
    let letters = |id: &str| {
        let mut letters = id.chars().filter(|letter| letter.is_ascii_alphanumeric());
        (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '))
    };
    model.columns.iter().map(|column| letters(&column.id)).unzip()
}

fn cut(id: &str, cells: usize) -> String {
    id.chars().take(cells).collect()
}

/// The learners that the window has room for.
pub fn body(model: &Model, window: usize) -> Vec<Vec<Piece>> {
    let widths = widths(model);
    let shown = model.shown();
    shown.iter().skip(model.top.board).take(window).map(|row| line(model, row, &widths)).collect()
}

fn line(model: &Model, row: &Row, widths: &Widths) -> Vec<Piece> {
    let is_selected = model.selected().is_some_and(|selected| selected.key() == row.key());
    let cell = |text: &str, cells: usize| pad(&shorten(text, cells), cells) + "  ";
    let lead = if is_selected { pad(CURSOR, LEAD) } else { " ".repeat(LEAD) };
    let base = if is_selected { Tone::Selected } else { Tone::Plain };
    let mut pieces = vec![
        (lead + &cell(&name(model, row), widths.name), base),
        (cell(&now_at(model, row), widths.now), tone(row, is_selected)),
        (cell(&time(model, row), widths.time), time_tone(model, row, base)),
    ];
    if widths.mark > 0 {
        pieces.extend(model.columns.iter().map(|column| mark(row.look(&column.id), widths.mark)));
        pieces.push(("  ".to_owned(), Tone::Plain));
    }
    if widths.reason >= LEAST_REASON {
        let said = reason(row, model.localizer.language()).map(|text| model.say(&text)).unwrap_or_default();
        pieces.push((shorten(&said, widths.reason), Tone::Plain));
    }
    pieces
}

fn mark(seen: Option<Look>, cells: usize) -> Piece {
    let Some(seen) = seen else { return (" ".repeat(cells), Tone::Plain) };
    let tone = match seen {
        Look::Status(Status::Passed) => Tone::Good,
        Look::Status(Status::Failed) => Tone::Bad,
        Look::Status(Status::Waiting | Status::Unknown) => Tone::Care,
        Look::Status(Status::Manual | Status::Skipped) | Look::NotReached => Tone::Dim,
    };
    (pad(look(seen).0, cells), tone)
}

fn tone(row: &Row, is_selected: bool) -> Tone {
    match row.standing() {
        _ if is_selected => Tone::Selected,
        Standing::Finished => Tone::Good,
        Standing::Failed => Tone::Bad,
        Standing::Unread | Standing::Unknown | Standing::Waiting | Standing::Turn | Standing::Doubtful => Tone::Care,
        Standing::NotBegun => Tone::Dim,
    }
}

fn time_tone(model: &Model, row: &Row, base: Tone) -> Tone {
    match base {
        Tone::Plain if row.is_stuck(model.now, model.limit) => Tone::Strong,
        base => base,
    }
}
