//! What a check or a confirmation changed, in one line.

use crate::i18n::Text;
use crate::lesson::{step_called, step_called_in_list};
use crate::msg;
use crate::progress::StepState;
use crate::tutor::model::{Model, Notice, Offer};
use crate::tutor::tone::Tone;
use crate::verify::Status;

/// One line about what the tutor saw change without being asked. What Enter does stays as it was: the learner may be about
/// to press it.
pub fn announce_by_itself(model: &mut Model, was: StepState) {
    announce(model, was);
    let Some(notice) = &mut model.view.notice else { return };
    if notice.offer == Offer::NextStep {
        notice.offer = Offer::Nothing;
        notice.text = msg!(tui_done_by_itself, text = notice.text.clone());
    }
}

/// One line about what a check or a confirmation changed.
pub fn announce(model: &mut Model, was: StepState) {
    let states = model.states();
    let is = states.get(model.view.step).copied().unwrap_or(StepState::Locked);
    let step = model.step().map_or_else(|| Text::verbatim(""), |step| step_called(&step.id, &step.title));
    let is_last = model.view.step + 1 == states.len();
    let broken: Vec<Text> = model
        .lesson
        .steps
        .iter()
        .zip(&states)
        .filter(|(_, state)| **state == StepState::Broken)
        .map(|(step, _)| step_called_in_list(&step.id, &step.title))
        .collect();
    let notice = if !broken.is_empty() {
        Notice::new(Tone::Bad, msg!(tui_broken_again, steps = Text::List(broken)))
    } else if is == StepState::Cleaned {
        Notice::new(Tone::Good, msg!(tui_all_cleaned))
    } else if is == StepState::Done && is_last {
        Notice { text: msg!(tui_lesson_done), tone: Tone::Good, offer: Offer::Finish }
    } else if is == StepState::Done && was != StepState::Done {
        Notice { text: msg!(tui_step_done, step = step), tone: Tone::Good, offer: Offer::NextStep }
    } else if is == StepState::Done {
        Notice { text: msg!(tui_still_done, step = step), tone: Tone::Good, offer: Offer::NextStep }
    } else if is == StepState::Locked {
        Notice::new(Tone::Plain, msg!(tui_still_locked, step = step))
    } else if model.step_report().is_some_and(|step| step.status == Status::Waiting) {
        Notice::new(Tone::Care, msg!(tui_step_waits, step = step))
    } else {
        Notice::new(Tone::Care, msg!(tui_not_yet, step = step))
    };
    model.view.notice = Some(notice);
}
