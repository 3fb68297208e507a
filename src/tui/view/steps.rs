//! The list of steps: a page of its own, which is also the welcome, and a panel beside the step in wide windows.
//!
//! ```text
//!  Choose a step with the arrow keys ...
//!
//!    ✓ preflight  Before you start                          done
//!  ▸ * 1-1        Create the load balancer's security group open
//!    - 1-2        Let only the load balancer reach ...    locked
//! ```

use ratatui::layout::Rect;

use crate::lesson::Step;
use crate::msg;
use crate::progress::StepState;
use crate::terminal::content::{Piece, Sheet, Tone};
use crate::text::{pad, shorten, width};
use crate::tutor::model::{Caller, Model};
use crate::tutor::recap;
use crate::tutor::words::state_word;

/// Beside the line that keys act on.
pub const CURSOR: &str = "▸";

/// A sign for a state, one cell wide in every terminal; always shown beside the word.
pub fn state_symbol(state: StepState) -> &'static str {
    match state {
        StepState::Locked => "-",
        StepState::Open => "*",
        StepState::Done | StepState::Cleaned => "✓",
        StepState::Broken => "✗",
    }
}

pub fn state_tone(state: StepState) -> Tone {
    match state {
        StepState::Locked | StepState::Cleaned => Tone::Dim,
        StepState::Open => Tone::Care,
        StepState::Done => Tone::Good,
        StepState::Broken => Tone::Bad,
    }
}

pub fn page(model: &Model, sheet: &mut Sheet) {
    // Whoever comes back knows how this works, and wants to know where they were.
    let mut head = recap::lines(model);
    if head.is_empty() {
        head.push(if model.account.demo { msg!(tui_welcome_demo) } else { msg!(tui_welcome) });
    }
    for text in head {
        sheet.text(&[], &[(&model.say(&text), Tone::Plain)]);
    }
    if let Caller::Unseen { what, fix } = &model.account.caller {
        sheet.gap();
        sheet.text(&[], &[(&model.say(what), Tone::Bad)]);
        sheet.text(&[], &[(&model.say(fix), Tone::Plain)]);
    }
    sheet.gap();
    for row in rows(model, model.view.cursor, sheet.width(), Words::Shown) {
        sheet.next_block();
        sheet.line(row);
    }
}

/// Columns that the step keeps beside the panel.
const ROOM_TO_READ: usize = 72;

/// How wide the panel is in a window of this width: as wide as its titles, or only as its ids where that would leave too
/// little to the step. A title that is cut says nothing.
pub fn columns(model: &Model, window: u16) -> u16 {
    let (ids, titles) = widths(model);
    let with_titles = ids + titles + 10;
    let cells = if with_titles + ROOM_TO_READ <= usize::from(window) { with_titles } else { ids + 10 };
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// The widest id and the widest title.
fn widths(model: &Model) -> (usize, usize) {
    let language = model.localizer.language();
    let widest = |measure: &dyn Fn(&Step) -> usize| model.lesson.steps.iter().map(measure).max().unwrap_or(0);
    (widest(&|step| width(&step.id)), widest(&|step| width(step.title.get(language))))
}

/// The panel: the part of the list around the step shown, with a line at its right edge.
pub fn panel(model: &Model, area: Rect) -> Vec<Vec<Piece>> {
    let (height, shown) = (usize::from(area.height), model.view.step);
    let cells = usize::from(area.width).saturating_sub(2);
    let all = rows(model, shown, cells, Words::LeftOut);
    let top = (shown + height / 2 + 1).saturating_sub(height).min(all.len().saturating_sub(height));
    let lines = all.into_iter().skip(top).chain(std::iter::repeat_with(Vec::new)).take(height);
    lines
        .map(|mut line| {
            let used: usize = line.iter().map(|(text, _)| width(text)).sum();
            line.push((" ".repeat(cells.saturating_sub(used)), Tone::Plain));
            line.push((" |".to_owned(), Tone::Dim));
            line
        })
        .collect()
}

/// Whether the word for a state stands beside its sign. In the panel, titles need the room, and the word of the step
/// shown stands above it.
#[derive(Clone, Copy)]
enum Words {
    Shown,
    LeftOut,
}

fn rows(model: &Model, marked: usize, cells: usize, words: Words) -> Vec<Vec<Piece>> {
    let language = model.localizer.language();
    let states = model.states();
    let words: Vec<String> = match words {
        Words::Shown => states.iter().map(|state| model.say(&state_word(*state))).collect(),
        Words::LeftOut => Vec::new(),
    };
    let word_width = words.iter().map(|word| width(word)).max().unwrap_or(0);
    let id_width = model.lesson.steps.iter().map(|step| width(&step.id)).max().unwrap_or(0);
    let room = cells.saturating_sub(id_width + word_width + 8);
    // Beside a step, titles stand in full or not at all.
    let title_width = if word_width == 0 && room < widths(model).1 { 0 } else { room };
    let row = |(index, step): (usize, &Step)| {
        let state = states.get(index).copied().unwrap_or(StepState::Locked);
        let word = words.get(index).map(String::as_str).unwrap_or_default();
        let is_marked = index == marked;
        let tone = |tone| if is_marked { Tone::Selected } else { tone };
        let title = pad(&shorten(step.title.get(language), title_width), title_width);
        let title_tone = if state == StepState::Locked { Tone::Dim } else { Tone::Plain };
        vec![
            (format!(" {} ", if is_marked { CURSOR } else { " " }), tone(Tone::Plain)),
            (format!("{} ", state_symbol(state)), tone(state_tone(state))),
            (format!("{}  ", pad(&step.id, id_width)), tone(title_tone)),
            (format!("{title} "), tone(title_tone)),
            (word.to_owned(), tone(state_tone(state))),
        ]
    };
    model.lesson.steps.iter().enumerate().map(row).collect()
}
