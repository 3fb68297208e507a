//! What happens to the board, and what the shell is asked to do about it. Pure.

use jiff::{SignedDuration, Timestamp};

use super::keys::{Command, command};
use super::model::{Model, OpenLearner, PAUSE_MINUTES, Page, Reading};
use super::order::{Filter, Sort};
use crate::class::copies::compare;
use crate::class::row::{Reason, Row};
use crate::class::summary::Summary;
use crate::class::timeline::Timeline;
use crate::report::Report;
use crate::terminal::Size;
use crate::tutor::key::{Button, Key, Keystroke};
use crate::tutor::keys::Motion;

/// The longest text to look for, in characters.
const LONGEST_SEARCH: usize = 40;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Keystroke),
    /// The window has another size.
    Resized(Size),
    /// Time has passed.
    Ticked,
    /// A learner was read.
    Row(Box<Row>),
    /// The last account of this round is read.
    AllRead,
    /// Everything of one learner was read.
    Found {
        /// The key of the learner.
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
    /// Read everything of the learner of this key.
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
        Message::Key(key) if model.is_typing => {
            write(model, key);
            None
        }
        Message::Key(key) => {
            let asked = Key::of(key).and_then(|key| command(key, model.page));
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
            compare(model.rows.values_mut());
            model.reading = Reading::Done { at: now, next: now + SignedDuration::from_mins(PAUSE_MINUTES) };
            None
        }
        Message::Found { id, report } => {
            if let Some(open) = model.open.as_mut().filter(|open| open.key == id) {
                open.report = Some(report);
            }
            None
        }
    };
    model.summary = figures(model, timeline);
    effect
}

/// The class in figures, in the order of the roster.
fn figures(model: &Model, timeline: &Timeline) -> Summary {
    let rows = model.order.iter().filter_map(|key| model.rows.get(key));
    Summary::of(&model.columns, rows, timeline, model.now, model.limit)
}

/// What was found by comparing it with all others stays until they are compared again.
fn take(model: &mut Model, mut row: Row) {
    if let Reading::UnderWay(count) = &mut model.reading {
        *count += 1;
    }
    if let Some(before) = model.rows.get(&row.key()) {
        row.copies.clone_from(&before.copies);
    }
    model.rows.insert(row.key(), row);
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
        Command::Urgent => (model.sort, model.filter) = (Sort::Urgency, Filter::All),
        Command::Filter => model.filter = model.filter.next(),
        Command::Search => (model.is_typing, model.search) = (true, String::new()),
        Command::Forget => model.search.clear(),
        Command::Language => model.localizer = model.localizer.switched(),
        Command::Help => turn_to(model, Page::Help),
        Command::Back => back(model),
        Command::Move(motion) => go(model, motion),
    }
    None
}

/// Takes a key as a letter of what is looked for. Enter keeps it, Escape shows everybody again.
fn write(model: &mut Model, key: Keystroke) {
    match key.button {
        Button::Char('c') if key.ctrl => {
            model.search.clear();
            model.is_typing = false;
        }
        Button::Char(letter) if !key.ctrl && !key.alt && model.search.chars().count() < LONGEST_SEARCH => {
            model.search.push(letter);
        }
        Button::Backspace => {
            model.search.pop();
        }
        Button::Enter => model.is_typing = false,
        Button::Esc => {
            model.search.clear();
            model.is_typing = false;
        }
        _ => {}
    }
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
    let key = model.selected()?.key();
    model.open = Some(OpenLearner { key, report: None });
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
    Some(Effect::ReadOne(open.key.clone()))
}

fn go(model: &mut Model, motion: Motion) {
    if model.page == Page::Board {
        let shown = model.shown();
        let at = moved(model.cursor_in(&shown), motion, model.extent.board, shown.len());
        let key = shown.get(at).map(|row| row.key());
        // On the first line it stays there, whoever comes to stand on it.
        model.cursor = key.filter(|_| at > 0);
    } else {
        let page = model.extent.page;
        model.top.page = moved(model.top.page, motion, page.window, page.lines.saturating_sub(page.window) + 1);
    }
}

/// From one of `count` lines to another, by `window` lines where that is asked for.
fn moved(at: usize, motion: Motion, window: usize, count: usize) -> usize {
    let target = match motion {
        Motion::Up => at.saturating_sub(1),
        Motion::Down => at.saturating_add(1),
        Motion::PageUp => at.saturating_sub(window.max(1)),
        Motion::PageDown => at.saturating_add(window.max(1)),
        Motion::Top => 0,
        Motion::Bottom => usize::MAX,
    };
    target.min(count.saturating_sub(1))
}
