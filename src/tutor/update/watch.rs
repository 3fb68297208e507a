//! Looking at the account without being asked, while the learner works on a step. It never moves what is on the
//! screen: no page, no tab, no line.

use super::{check, news};
use crate::account::Unseen;
use crate::msg;
use crate::progress::StepState;
use crate::report::{Report, changes, looked};
use crate::tutor::message::Effect;
use crate::tutor::model::{Model, Notice, Occasion};
use crate::tutor::tone::Tone;
use crate::tutor::watch::Turn;
use crate::verify::Verdict;

/// Looks, or stops looking, where it is time.
pub fn look(model: &mut Model) -> Vec<Effect> {
    if !model.wants_look() {
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
pub fn announce(model: &mut Model, was: &[StepState], changed: usize) {
    let states = model.states();
    let shown = model.view.step;
    let has_turned = |index: usize, into: StepState| states.get(index) == Some(&into) && was.get(index) != Some(&into);
    if has_turned(shown, StepState::Done) || (0..states.len()).any(|index| has_turned(index, StepState::Broken)) {
        news::announce_by_itself(model, was.get(shown).copied().unwrap_or(StepState::Locked));
        model.view.turned_at = Some(model.now);
    } else if changed > 0 {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_watch_news, count = changed)));
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
