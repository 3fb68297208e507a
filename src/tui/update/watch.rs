//! Looking at the account without being asked, while the learner works on a step. It never moves what is on the
//! screen: no page, no tab, no line.

use jiff::Timestamp;

use super::check;
use crate::account::Unseen;
use crate::msg;
use crate::progress::StepState;
use crate::report::{Report, StepReport, changes, looked};
use crate::tui::content::Tone;
use crate::tui::message::Effect;
use crate::tui::model::{Caller, Model, Notice, Occasion, Page};
use crate::tui::watch::Turn;
use crate::verify::{Status, Verdict};

/// When `look` has something to do next; never where there is nothing to look for.
#[must_use]
pub fn due(model: &Model) -> Option<Timestamp> {
    model.checks.watch.next().filter(|_| is_wanted(model))
}

/// Looks, or stops looking, where it is time.
pub fn look(model: &mut Model) -> Vec<Effect> {
    if !is_wanted(model) {
        return Vec::new();
    }
    match model.checks.watch.take_turn(model.now) {
        Turn::Look => check::start(model, Occasion::Due),
        Turn::Wait | Turn::Sleep => Vec::new(),
    }
}

/// Notes that somebody is there; whether the tutor had stopped looking.
pub fn wake(model: &mut Model) -> bool {
    model.checks.watch.stir(model.now)
}

/// Whether the tutor looks by itself here: at a step that isn't done and that AWS can tell something about, in an
/// account that the learner confirmed, and while no check runs.
fn is_wanted(model: &Model) -> bool {
    model.checks.running.is_none() && is_watching(model)
}

/// As `is_wanted`, whether or not a check runs.
#[must_use]
pub fn is_watching(model: &Model) -> bool {
    matches!(model.account.caller, Caller::Known(_))
        && model.account.progress.is_some()
        && model.account.is_confirmed()
        && (follows_load(model) || waits_for_step(model))
}

/// Whether AWS may be answering a load, which is worth looking at wherever the learner is.
fn follows_load(model: &Model) -> bool {
    model.load.running.is_some() || (model.view.page == Page::Live && model.load.live.is_some())
}

fn waits_for_step(model: &Model) -> bool {
    model.view.page == Page::Step
        && matches!(model.state(model.view.step), StepState::Open | StepState::Broken)
        && model.step_report().is_some_and(can_change)
}

fn can_change(step: &StepReport) -> bool {
    let is_open = |status| !matches!(status, Status::Passed | Status::Manual);
    step.checks.iter().any(|check| check.required && is_open(check.verdict.status))
}

/// Notes what `report` shows beside the one before; how many checks of the step shown changed.
pub fn note(model: &mut Model, report: &Report) -> usize {
    let news = if model.checks.done { changes(&model.checks.report, report) } else { Vec::new() };
    let shown = report.steps.get(model.view.step);
    let here = news.iter().filter(|(step, _)| shown.is_some_and(|shown| shown.id == *step)).count();
    model.checks.watch.note(looked(!news.is_empty(), shown), model.now);
    model.checks.fresh.extend(news);
    here
}

/// One line about what the tutor noticed by itself; without news, what stands there stays.
pub fn announce(model: &mut Model, was: &[StepState], news: usize) {
    let states = model.states();
    let shown = model.view.step;
    let has_turned = |index: usize, into: StepState| states.get(index) == Some(&into) && was.get(index) != Some(&into);
    if has_turned(shown, StepState::Done) || (0..states.len()).any(|index| has_turned(index, StepState::Broken)) {
        check::announce(model, was.get(shown).copied().unwrap_or(StepState::Locked));
        model.view.turned_at = Some(model.now);
    } else if news > 0 {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_watch_news, count = news)));
    }
    if let Some(text) = &model.checks.other_caller {
        model.view.notice.get_or_insert(Notice::new(Tone::Care, text.clone()));
    }
}

/// AWS didn't answer this time; what was known stays, and the tutor tries again later.
pub fn trouble(model: &mut Model, unseen: Unseen<'_>) {
    model.checks.watch.note(crate::pace::Looked::Trouble, model.now);
    let text = msg!(tui_watch_trouble, what = Verdict::unknown(unseen).actual);
    model.view.notice.get_or_insert(Notice::new(Tone::Care, text));
}
