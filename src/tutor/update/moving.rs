//! Pages, tabs, steps, cursor and scrolling.

use crate::lesson::step_called;
use crate::msg;
use crate::progress::StepState;
use crate::tutor::keys::Motion;
use crate::tutor::model::{Frame, Model, Notice, Page, Tab};
use crate::tutor::tone::Tone;

/// Whether a cursor stands on the lines of this page, for keys to act on.
pub fn has_cursor(model: &Model) -> bool {
    model.list_length().is_some()
}

/// Scrolls a page that has no cursor.
pub fn scroll(model: &mut Model, motion: Motion) {
    // One line of the old window stays visible, so that reading goes on where it was.
    let page = model.view.extent.window.saturating_sub(1).max(1);
    let top = model.view.top();
    model.view.set_top(match motion {
        Motion::Up => top.saturating_sub(1),
        Motion::Down => top + 1,
        Motion::PageUp => top.saturating_sub(page),
        Motion::PageDown => top + page,
        Motion::Top => 0,
        Motion::Bottom => usize::MAX,
    });
}

/// Shows the step at this place of the lesson, or the last one.
pub fn jump(model: &mut Model, step: usize) {
    show_step(model, step.min(model.lesson.steps.len().saturating_sub(1)));
}

/// From the help to what it covers; from elsewhere to the step.
pub fn back(model: &mut Model) {
    model.view.page = if model.view.page == Page::Help { model.view.under_help } else { Page::Step };
}

/// Shows the next step.
pub fn next_step(model: &mut Model) {
    let next = model.view.step + 1;
    if next < model.lesson.steps.len() {
        show_step(model, next);
        if model.passed_along(next)
            && let Some(step) = model.step()
        {
            let step = step_called(&step.id, &step.title);
            model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_done_along, step = step)));
        }
    } else if model.is_all_done() {
        model.view.page = Page::Finish;
    } else {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_last_step)));
    }
}

/// Shows the step before.
pub fn previous_step(model: &mut Model) {
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

/// Shows the tab so many places to the right, round the end.
pub fn turn_tab(model: &mut Model, by: usize) {
    let position = Tab::ALL.iter().position(|tab| *tab == model.view.tab).unwrap_or(0);
    model.view.tab = Tab::ALL[(position + by) % Tab::ALL.len()];
}

/// Shows the hints, and one more of them; the first press on another tab only when there are none yet.
pub fn next_hint(model: &mut Model) {
    let hints = model.step().map_or(0, |step| step.hints(model.localizer.language()).len());
    // Behind a lock no hint is seen, and none counts.
    if model.state(model.view.step) != StepState::Locked {
        let shown = model.view.hints.entry(model.view.step).or_insert(0);
        *shown = (*shown + 1).min(hints);
    }
    show_tab(model, Tab::Hints);
    let pane = model.view.pane();
    model.view.scroll.insert(pane, usize::MAX);
}

/// Shows the list of steps, or goes back to the step.
pub fn toggle_steps(model: &mut Model) {
    if model.view.page == Page::Steps {
        model.view.page = Page::Step;
    } else {
        model.view.page = Page::Steps;
        model.view.cursor = model.view.step;
    }
}

/// Shows the map, or goes back to the step.
pub fn toggle_map(model: &mut Model) {
    model.view.page = if model.view.page == Page::Map { Page::Step } else { Page::Map };
}

/// Gives the step the whole window, or takes it back.
pub fn toggle_frame(model: &mut Model) {
    model.view.frame = match model.view.frame {
        Frame::Bars => Frame::Full,
        Frame::Full => Frame::Bars,
    };
}

/// Shows the keys, or goes back to what they cover.
pub fn toggle_help(model: &mut Model) {
    if model.view.page == Page::Help {
        model.view.page = model.view.under_help;
    } else {
        model.view.under_help = model.view.page;
        model.view.page = Page::Help;
    }
}

/// Moves the cursor of a list; elsewhere there is none.
pub fn move_cursor(model: &mut Model, motion: Motion) {
    let Some(last) = model.list_length().and_then(|length| length.checked_sub(1)) else { return };
    let (cursor, window) = (model.view.cursor, model.view.extent.window.max(1));
    let target = match motion {
        Motion::Up => cursor.saturating_sub(1),
        Motion::Down => cursor + 1,
        Motion::PageUp => cursor.saturating_sub(window),
        Motion::PageDown => cursor + window,
        Motion::Top => 0,
        Motion::Bottom => last,
    };
    model.view.cursor = target.min(last);
    model.view.moved = true;
}
