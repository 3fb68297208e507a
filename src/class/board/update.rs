//! What happens to the board, and what the shell is asked to do about it. Pure.

use crossterm::event::KeyEvent;
use jiff::{SignedDuration, Timestamp};

use super::keys::{Command, command};
use super::model::{Findings, Model, Page, Reading};
use super::view;
use crate::class::row::{Reason, Row};
use crate::class::summary::Summary;
use crate::class::timeline::Timeline;
use crate::i18n::Localizer;
use crate::report::Report;
use crate::tui::key::Key;
use crate::tui::model::Size;

/// From the end of one reading to the next, in minutes. Shown on the board.
pub const PAUSE_MINUTES: i64 = 5;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(KeyEvent),
    /// The window has another size.
    Resized(Size),
    /// Time has passed.
    Ticked,
    /// A learner was read.
    Row(Box<Row>),
    /// All are read.
    AllRead,
    /// Everything of one learner was read.
    Found {
        /// The learner.
        id: String,
        /// What was found.
        report: Result<Box<Report>, Reason>,
    },
}

/// What the shell is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read the whole class.
    ReadAll,
    /// Read everything of one learner.
    ReadOne(String),
    /// Stop as Ctrl-Z stops a program.
    Suspend,
    /// End.
    Quit,
}

/// Takes what happened at the instant `now`; `timeline` knows the rows already.
pub fn update(model: &mut Model, message: Message, timeline: &Timeline, now: Timestamp) -> Option<Effect> {
    model.now = now;
    let effect = match message {
        Message::Key(key) => {
            let asked = Key::of_event(key).and_then(|key| command(key, model.page));
            asked.and_then(|asked| obey(model, asked))
        }
        Message::Resized(size) => {
            model.size = size;
            None
        }
        Message::Ticked => due(model),
        Message::Row(row) => {
            take(model, *row);
            None
        }
        Message::AllRead => {
            model.reading = Reading::Done { at: now, next: now + SignedDuration::from_mins(PAUSE_MINUTES) };
            None
        }
        Message::Found { id, report } => {
            if let Some(open) = model.open.as_mut().filter(|open| open.id == id) {
                open.report = Some(report);
            }
            None
        }
    };
    model.summary = figures(model, timeline);
    keep_cursor(model);
    effect
}

/// The class in figures, in the order of the roster.
fn figures(model: &Model, timeline: &Timeline) -> Summary {
    let rows = model.order.iter().filter_map(|id| model.rows.get(id));
    Summary::of(&model.columns, rows, timeline, model.now, model.limit)
}

fn take(model: &mut Model, row: Row) {
    if let Reading::UnderWay(count) = &mut model.reading {
        *count += 1;
    }
    model.rows.insert(row.id.clone(), row);
}

fn due(model: &mut Model) -> Option<Effect> {
    matches!(model.reading, Reading::Done { next, .. } if next <= model.now).then(|| read_all(model)).flatten()
}

/// One reading at a time.
fn read_all(model: &mut Model) -> Option<Effect> {
    if !matches!(model.reading, Reading::Done { .. }) {
        return None;
    }
    model.reading = Reading::UnderWay(0);
    Some(Effect::ReadAll)
}

fn obey(model: &mut Model, command: Command) -> Option<Effect> {
    match command {
        Command::Quit => return Some(Effect::Quit),
        Command::Suspend => return Some(Effect::Suspend),
        Command::Open => return open(model),
        Command::Read if model.page == Page::Learner => return read_one(model),
        Command::Read => return read_all(model),
        Command::Sort => model.sort = model.sort.next(),
        Command::Filter => model.filter = model.filter.next(),
        Command::Language => model.localizer = Localizer::new(model.localizer.language().other()),
        Command::Help => turn_to(model, Page::Help),
        Command::Back => back(model),
        Command::Up => go(model, -1),
        Command::Down => go(model, 1),
        Command::PageUp => go(model, -window(model)),
        Command::PageDown => go(model, window(model)),
        Command::Top => go(model, isize::MIN / 2),
        Command::Bottom => go(model, isize::MAX / 2),
    }
    None
}

fn turn_to(model: &mut Model, page: Page) {
    model.page = page;
    model.top.page = 0;
}

/// From the keys back to what they covered.
fn back(model: &mut Model) {
    if model.page == Page::Help && model.open.is_some() {
        turn_to(model, Page::Learner);
    } else {
        model.open = None;
        turn_to(model, Page::Board);
    }
}

fn open(model: &mut Model) -> Option<Effect> {
    let id = model.selected()?.id.clone();
    model.open = Some(Findings { id, report: None });
    turn_to(model, Page::Learner);
    read_one(model)
}

/// Rows that were given say no more than they do.
fn read_one(model: &mut Model) -> Option<Effect> {
    if model.reading == Reading::Given {
        return None;
    }
    let open = model.open.as_mut()?;
    open.report = None;
    Some(Effect::ReadOne(open.id.clone()))
}

fn window(model: &Model) -> isize {
    isize::try_from(view::window(model)).unwrap_or(1).max(1)
}

fn go(model: &mut Model, lines: isize) {
    if model.page == Page::Board {
        let shown = model.shown();
        let place = moved(model.place(&shown), lines, shown.len());
        let id = shown.get(place).map(|row| row.id.clone());
        // On the first line it stays there, whoever comes to stand on it.
        model.cursor = id.filter(|_| place > 0);
    } else {
        let last = view::page_lines(model).saturating_sub(view::window(model));
        model.top.page = moved(model.top.page, lines, last + 1);
    }
}

fn moved(at: usize, lines: isize, count: usize) -> usize {
    at.saturating_add_signed(lines).min(count.saturating_sub(1))
}

/// The window stays with the cursor, and the cursor with its learner.
fn keep_cursor(model: &mut Model) {
    let shown = model.shown();
    let (at, count) = (model.place(&shown), shown.len());
    let window = view::window_of_board(model);
    let highest = at.saturating_sub(window.saturating_sub(1));
    model.top.board = model.top.board.clamp(highest, at).min(count.saturating_sub(window));
}
