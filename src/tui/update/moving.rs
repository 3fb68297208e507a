//! Pages, tabs, steps, cursor and scrolling.

use crate::msg;
use crate::tui::content::Tone;
use crate::tui::keys::Command;
use crate::tui::model::{Frame, Model, Notice, Page, Tab};
use crate::tui::search::Hit;
use crate::tui::view;

/// Characters by which the beginning of an item is recognised; few enough to stand on one line.
const BEGINNING: usize = 12;

/// Lays the page out anew. Where `before` is still the place, what stood at the top stays there.
pub fn lay_out(model: &mut Model, before: (Page, Tab, usize)) {
    let content = view::content(model);
    let old = std::mem::replace(&mut model.view.content, content);
    // A learner at the very top sees what comes above it, too.
    if model.view.place() == before && model.view.top() > 0 && old != model.view.content {
        let top = model.view.content.same_place(&old, model.view.top());
        set_top(model, top);
    }
    let top = model.view.wanted.take().and_then(|hit| first_line_of(model, &hit)).unwrap_or(model.view.top());
    set_top(model, top);
    keep_cursor_visible(model);
}

/// The line on which what was found begins: the first of its block, or of the item or row within the block.
fn first_line_of(model: &Model, hit: &Hit) -> Option<usize> {
    let lines = &model.view.content.lines;
    let first = lines.iter().position(|line| line.anchor.block == hit.block)?;
    let beginning: String = hit.text.chars().take(BEGINNING).collect();
    let in_block = lines[first..].iter().take_while(|line| line.anchor.block == hit.block);
    let within =
        in_block.enumerate().find(|(_, line)| line.text().contains(&beginning)).map_or(0, |(offset, _)| offset);
    Some(first + within)
}

/// Scrolls by a command that does nothing else on this page; whether it was one.
pub fn scroll(model: &mut Model, command: Command) -> bool {
    let (top, window) = (model.view.top(), window(model));
    let is_list = list_length(model).is_some();
    let target = match command {
        Command::Up if !is_list => top.saturating_sub(1),
        Command::Down if !is_list => top + 1,
        // One line of the old window stays visible, so that reading goes on where it was.
        Command::PageUp if !is_list => top.saturating_sub(window.saturating_sub(1).max(1)),
        Command::PageDown if !is_list => top + window.saturating_sub(1).max(1),
        Command::Top if !is_list => 0,
        Command::Bottom if !is_list => usize::MAX,
        _ => return false,
    };
    set_top(model, target);
    true
}

/// Goes where a command of navigation asks.
pub fn go(model: &mut Model, command: Command) {
    match command {
        Command::NextStep => next_step(model),
        Command::PreviousStep => previous_step(model),
        Command::NextTab => turn_tab(model, 1),
        Command::PreviousTab => turn_tab(model, Tab::ALL.len() - 1),
        Command::Hint => next_hint(model),
        Command::Steps => toggle_steps(model),
        Command::Help => toggle_help(model),
        Command::Map => toggle_map(model),
        Command::Full => toggle_frame(model),
        Command::Open => open_chosen(model),
        Command::Jump(step) => show_step(model, step.min(model.lesson.steps.len().saturating_sub(1))),
        Command::Back if model.view.page == Page::Help => model.view.page = model.view.under_help,
        Command::Back => model.view.page = Page::Step,
        other => move_cursor(model, other),
    }
}

/// Shows the next step.
pub fn next_step(model: &mut Model) {
    let next = model.view.step + 1;
    if next < model.lesson.steps.len() {
        show_step(model, next);
    } else {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_last_step)));
    }
}

fn previous_step(model: &mut Model) {
    match model.view.step.checked_sub(1) {
        Some(previous) => show_step(model, previous),
        None => model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_first_step))),
    }
}

/// Shows the step that the list's cursor stands on.
pub fn open_chosen(model: &mut Model) {
    show_step(model, model.view.cursor);
}

/// Shows the text of the step at this place.
pub fn show_step(model: &mut Model, step: usize) {
    model.view.step = step;
    model.view.cursor = step;
    model.view.page = Page::Step;
    model.view.tab = Tab::Lesson;
    model.view.moved = true;
    model.checks.watch.open(model.now);
}

/// Shows one tab of the step; while something is written, once that is done.
pub fn show_tab(model: &mut Model, tab: Tab) {
    match &mut model.view.editor {
        Some(editor) => editor.back = Page::Step,
        None => model.view.page = Page::Step,
    }
    model.view.tab = tab;
}

fn turn_tab(model: &mut Model, by: usize) {
    let position = Tab::ALL.iter().position(|tab| *tab == model.view.tab).unwrap_or(0);
    model.view.tab = Tab::ALL[(position + by) % Tab::ALL.len()];
}

/// Shows the hints, and one more of them; the first press on another tab only when there are none yet.
fn next_hint(model: &mut Model) {
    let hints = model.step().map_or(0, |step| step.hints(model.localizer.language()).len());
    let shown = model.view.hints.entry(model.view.step).or_insert(0);
    *shown = (*shown + 1).min(hints);
    show_tab(model, Tab::Hints);
    let place = model.view.place();
    model.view.scroll.insert(place, usize::MAX);
}

fn toggle_steps(model: &mut Model) {
    if model.view.page == Page::Steps {
        model.view.page = Page::Step;
    } else {
        model.view.page = Page::Steps;
        model.view.cursor = model.view.step;
    }
}

/// Shows the map, or goes back to the step.
fn toggle_map(model: &mut Model) {
    model.view.page = if model.view.page == Page::Map { Page::Step } else { Page::Map };
}

fn toggle_frame(model: &mut Model) {
    model.view.frame = match model.view.frame {
        Frame::Bars => Frame::Full,
        Frame::Full => Frame::Bars,
    };
}

fn toggle_help(model: &mut Model) {
    if model.view.page == Page::Help {
        model.view.page = model.view.under_help;
    } else {
        model.view.under_help = model.view.page;
        model.view.page = Page::Help;
    }
}

fn move_cursor(model: &mut Model, command: Command) {
    let Some(last) = list_length(model).and_then(|length| length.checked_sub(1)) else { return };
    let (cursor, window) = (model.view.cursor, window(model).max(1));
    let target = match command {
        Command::Up => cursor.saturating_sub(1),
        Command::Down => cursor + 1,
        Command::PageUp => cursor.saturating_sub(window),
        Command::PageDown => cursor + window,
        Command::Top => 0,
        Command::Bottom => last,
        _ => return,
    };
    model.view.cursor = target.min(last);
    model.view.moved = true;
}

/// How many lines a cursor can stand on; none on pages without one.
fn list_length(model: &Model) -> Option<usize> {
    match model.view.page {
        Page::Steps => Some(model.lesson.steps.len()),
        Page::Actions => Some(model.actions.len()),
        Page::Found => model.view.found.as_ref().map(|found| found.hits.len()),
        _ => None,
    }
}

fn window(model: &Model) -> usize {
    usize::from(view::areas(model).body.height)
}

fn set_top(model: &mut Model, top: usize) {
    let last_top = model.view.content.lines.len().saturating_sub(window(model));
    let place = model.view.place();
    model.view.scroll.insert(place, top.min(last_top));
}

/// Lists number their lines from 1 by their anchor's block; 0 is what stands above the list.
fn keep_cursor_visible(model: &mut Model) {
    if list_length(model).is_none() {
        return;
    }
    let block = model.view.cursor + 1;
    let lines = &model.view.content.lines;
    let Some(first) = lines.iter().position(|line| line.anchor.block == block) else { return };
    let last = lines.iter().rposition(|line| line.anchor.block == block).unwrap_or(first);
    let (top, window) = (model.view.top(), window(model));
    let top = top.max((last + 1).saturating_sub(window)).min(first);
    // The cursor on the first line shows what stands above the list, too.
    let top = if model.view.cursor == 0 && last < window { 0 } else { top };
    set_top(model, top);
}
