//! The lines above and below: the class, what is shown of it, the learner under the cursor, when it was read, keys.

use crate::class::board::keys::{Command, footer};
use crate::class::board::model::{Model, PAUSE_MINUTES, Page, Reading};
use crate::class::words::{marks, reason, standing, summary};
use crate::i18n::Text;
use crate::msg;
use crate::terminal::content::{Piece, Tone};
use crate::text::{pad, shorten, width, wrap};

/// Between two keys of the footer.
const GAP: &str = "  ";

/// Cells of the line of how the class gets on.
const TREND: usize = 12;

/// The lines above the table, or above the page over it.
pub fn above(model: &Model, cells: usize, window: usize) -> Vec<Vec<Piece>> {
    let title = model.say(&msg!(class_page_title, lesson = Text::Lesson(model.title.clone())));
    let read = match model.reading {
        Reading::UnderWay(count) => model.say(&msg!(board_reading, read = count, all = model.order.len())),
        Reading::Given | Reading::Done { .. } => String::new(),
    };
    let bar = vec![(edges(&format!(" {title}"), &format!("{read} "), cells), Tone::Bar)];
    if model.page != Page::Board {
        return vec![bar];
    }
    let figures = shorten(&format!(" {}", model.say(&summary(&model.summary, model.limit))), cells);
    let count = model.shown().len();
    let last = (model.top.board + window).min(count);
    let first = if count == 0 { 0 } else { model.top.board + 1 };
    let shown = msg!(board_shown, filter = model.filter.words(model.limit), sort = model.sort.words());
    let shown = match model.search.as_str() {
        "" if !model.is_typing => shown,
        word => msg!(board_searched, word = word, cursor = if model.is_typing { "_" } else { "" }, shown = shown),
    };
    let place = format!("{}{first}-{last} / {count} ", trend(model));
    let choice = edges(&format!(" {}", model.say(&shown)), &place, cells);
    vec![bar, vec![(figures, Tone::Strong)], vec![(choice, Tone::Dim)]]
}

/// How the class gets on, where that can be told.
fn trend(model: &Model) -> String {
    let trend = &model.summary.trend;
    match trend.ends().filter(|_| trend.is_telling()) {
        Some((_, done)) => {
            let line = trend.line(TREND, model.now);
            model.say(&msg!(board_trend, line = line, done = done)) + GAP
        }
        None => String::new(),
    }
}

/// What is wrong with the learner under the cursor, as far as two lines hold it.
pub fn detail(model: &Model, cells: usize) -> Vec<Vec<Piece>> {
    let Some(row) = model.selected() else {
        return vec![vec![(format!(" {}", model.say(&msg!(board_nobody))), Tone::Dim)]];
    };
    let language = model.localizer.language();
    let text = model.say(&reason(row, language).unwrap_or_else(|| standing(row).1));
    // Two lines hold little: what is to be looked at comes first.
    let text = match marks(row, language) {
        Some(marks) => format!("{} {text}", model.say(&marks)),
        None => text,
    };
    let said = format!("{}: {text}", model.say(&Text::verbatim(&row.name)));
    let mut lines = wrap(&said, cells.saturating_sub(2));
    if lines.len() > 2 {
        let rest = lines.drain(1..).collect::<String>();
        lines.push(shorten(&rest, cells.saturating_sub(2)));
    }
    lines.into_iter().map(|line| vec![(format!(" {line}"), Tone::Plain)]).collect()
}

/// When the class was read, and the keys.
pub fn below(model: &Model, cells: usize) -> Vec<Vec<Piece>> {
    let status = match (&model.trouble, model.reading) {
        (Some(trouble), _) => trouble.clone(),
        (None, Reading::Given) => msg!(board_given),
        (None, Reading::UnderWay(_)) => msg!(board_reading_now),
        (None, Reading::Done { at, next }) => {
            msg!(board_read_at, at = model.clock_with_zone(at), next = model.clock(next), minutes = PAUSE_MINUTES)
        }
    };
    let status = shorten(&format!(" {}", model.say(&status)), cells);
    vec![vec![(status, Tone::Dim)], keys(model, cells)]
}

/// As many keys as fit, the most important first.
fn keys(model: &Model, cells: usize) -> Vec<Piece> {
    let mut pieces = vec![(" ".to_owned(), Tone::Plain)];
    let mut room = cells.saturating_sub(1);
    let is_given = model.reading == Reading::Given;
    for binding in footer(model.page).into_iter().filter(|row| !(is_given && row.command == Command::Read)) {
        let key = binding.keys.first().map(|key| model.say(&key.name())).unwrap_or_default();
        let label = format!(" {}{GAP}", model.say(&(binding.label)()));
        let needed = width(&key) + width(&label);
        if needed > room {
            break;
        }
        room -= needed;
        pieces.extend([(key, Tone::Key), (label, Tone::Plain)]);
    }
    pieces
}

/// `left` and `right` at the two edges of a line; the left gives way.
fn edges(left: &str, right: &str, cells: usize) -> String {
    let room = cells.saturating_sub(width(right));
    pad(&shorten(left, room), room) + right
}
