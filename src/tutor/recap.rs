//! For a learner who comes back: where they were, how long ago, what it has cost since, and what isn't as it was.

use super::finish::span;
use super::model::Model;
use crate::cost::estimate;
use crate::cost::money::sum;
use crate::i18n::Text;
use crate::lesson::{step_called, step_called_in_list};
use crate::msg;
use crate::progress::StepState;

/// The lines; none at a first visit.
#[must_use]
pub fn lines(model: &Model) -> Vec<Text> {
    let Some((id, at)) = &model.account.last_done else { return Vec::new() };
    let Some(step) = model.lesson.step(id) else { return Vec::new() };
    let ago = span(model.now.duration_since(*at));
    let mut lines = vec![msg!(recap_last, step = step_called(&step.id, &step.title), ago = ago)];
    if let Some(snapshot) = &model.checks.snapshot {
        let amount = sum(estimate(&model.lesson, snapshot, model.now).since(*at));
        lines.push(msg!(recap_cost, amount = amount));
        lines.push(changed(model));
    } else {
        lines.push(msg!(recap_check));
    }
    lines
}

fn changed(model: &Model) -> Text {
    let steps = model.lesson.steps.iter().zip(model.states());
    let broken = steps.filter(|(_, state)| *state == StepState::Broken);
    let broken: Vec<Text> = broken.map(|(step, _)| step_called_in_list(&step.id, &step.title)).collect();
    if broken.is_empty() { msg!(recap_same) } else { msg!(tui_broken_again, steps = Text::List(broken)) }
}
