//! The list of steps folded into one line, for windows that have no room for it beside the lesson.
//!
//! ```text
//! .. ✓ 2-1  ✓ 2-2  ✓ 2-3 [* 2-4] - 3-1  - 4-1  - 4-2 .. -------
//! ```

use super::steps::{state_symbol, state_tone};
use crate::progress::StepState;
use crate::terminal::content::{Piece, Tone};
use crate::text::width;
use crate::tutor::model::Model;

/// Stands where steps are left out.
const MORE: &str = " ..";

/// The line: as many steps around the one shown as fit, and a rule behind them.
pub fn line(model: &Model, cells: usize) -> Vec<Piece> {
    let states = model.states();
    let shown = model.view.step;
    let items: Vec<Piece> = model
        .lesson
        .steps
        .iter()
        .enumerate()
        .map(|(index, step)| {
            let state = states.get(index).copied().unwrap_or(StepState::Locked);
            let (open, close) = if index == shown { ('[', ']') } else { (' ', ' ') };
            let tone = if index == shown { Tone::Strong } else { state_tone(state) };
            (format!("{open}{} {}{close}", state_symbol(state), step.id), tone)
        })
        .collect();
    let widths: Vec<usize> = items.iter().map(|(text, _)| width(text)).collect();
    let (first, last) = around(&widths, shown, cells.saturating_sub(2 * MORE.len() + 1));
    let mut line = Vec::new();
    if first > 0 {
        line.push((MORE.to_owned(), Tone::Dim));
    }
    line.extend(items.into_iter().take(last).skip(first));
    if last < widths.len() {
        line.push((MORE.to_owned(), Tone::Dim));
    }
    let used: usize = line.iter().map(|(text, _)| width(text)).sum();
    line.push((format!(" {}", "-".repeat(cells.saturating_sub(used + 1))), Tone::Dim));
    line
}

/// The range of items around `shown` that fits, taking one from either side in turn.
fn around(widths: &[usize], shown: usize, cells: usize) -> (usize, usize) {
    let (mut first, mut last) = (shown.min(widths.len()), (shown + 1).min(widths.len()));
    let mut room = cells.saturating_sub(widths.get(shown).copied().unwrap_or(0));
    loop {
        let before = (first, last);
        if let Some(left) = widths.get(last).and_then(|next| room.checked_sub(*next)) {
            room = left;
            last += 1;
        }
        let previous = first.checked_sub(1);
        if let Some((at, left)) = previous.and_then(|at| Some((at, room.checked_sub(widths[at])?))) {
            room = left;
            first = at;
        }
        if (first, last) == before {
            return before;
        }
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(0, 100, (0, 5); "everything fits")]
    #[test_case(2, 30, (1, 4); "both sides")]
    #[test_case(0, 30, (0, 3); "at the beginning")]
    #[test_case(4, 30, (2, 5); "at the end")]
    #[test_case(2, 5, (2, 3); "at least the one shown")]
    fn the_steps_around(shown: usize, cells: usize, expected: (usize, usize)) {
        assert_eq!(around(&[10; 5], shown, cells), expected);
    }
}
