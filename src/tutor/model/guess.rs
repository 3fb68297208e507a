//! What waits for the learner's own thought: guesses before a look, and a drawing that is the key of an exercise.

use super::Model;
use crate::i18n::Localized;
use crate::lesson::exercise::{Form, Task};
use crate::lesson::prose::{Block, Emphasis, Span};
use crate::msg;
use crate::progress::{Progress, StepState, is_answered};

/// So much help is asked for once the model answer is shown.
const MODEL_ANSWER: usize = 2;

impl Model {
    /// The guess of the step shown, where it asks for one.
    #[must_use]
    pub fn guess(&self) -> Option<&Task> {
        self.tasks(self.view.step).iter().find(|task| task.predict)
    }

    /// Whether what is chosen in `task` may be judged: a guess only once its step was done, or where it is asked again.
    #[must_use]
    pub fn may_judge(&self, task: &Task) -> bool {
        let is_over = matches!(self.state(self.view.step), StepState::Done | StepState::Broken);
        !task.predict || self.view.recall || is_over
    }

    /// The key points of the task shown, once its model answer was seen.
    #[must_use]
    pub fn points(&self) -> Option<&[Localized]> {
        let Form::Open(open) = &self.current_task()?.form else { return None };
        let helps = self.view.helps.get(&(self.view.step, self.view.task)).copied().unwrap_or(0);
        (helps >= MODEL_ANSWER).then_some(open.points.as_slice()).filter(|points| !points.is_empty())
    }

    /// Whether the key point of this number is ticked.
    #[must_use]
    pub fn is_ticked(&self, number: usize) -> bool {
        let ids = self.step().zip(self.current_task());
        let ticked =
            |progress: &Progress| ids.is_some_and(|(step, task)| progress.ticked(&step.id, &task.id).contains(&number));
        self.account.progress.as_ref().is_some_and(ticked)
    }

    /// Whether going on from the task shown is looking at the account: it is a guess about a step that isn't done.
    #[must_use]
    pub fn looks_next(&self) -> bool {
        let is_open = self.state(self.view.step) == StepState::Open;
        is_open && !self.view.recall && self.current_task().is_some_and(|task| task.predict)
    }

    /// The option chosen in a task of the step shown; where guesses are asked again, only what was chosen then.
    #[must_use]
    pub fn chosen(&self, task: &Task) -> Option<&str> {
        let step = self.step()?;
        let progress = self.account.progress.as_ref()?;
        if self.view.recall { progress.recalled(&step.id, &task.id) } else { progress.choice(&step.id, &task.id) }
    }

    /// Whether parts are still to be put in their places, so that a drawing would give the answers away.
    fn holds_drawings_back(&self) -> bool {
        let Some(step) = self.step() else { return false };
        let placed =
            |task: &Task| self.account.progress.as_ref().is_some_and(|progress| is_answered(&step.id, task, progress));
        let mut placing = self.tasks(self.view.step).iter().filter(|task| !task.predict && !task.choices().is_empty());
        placing.any(|task| !placed(task))
    }

    /// The text of the step shown. A drawing that is the key of its exercise comes after that.
    #[must_use]
    pub fn prose(&self) -> Vec<Block> {
        let Some(step) = self.step() else { return Vec::new() };
        let blocks = step.prose(self.localizer.language()).to_vec();
        if !self.holds_drawings_back() {
            return blocks;
        }
        let later = Span { text: self.say(&msg!(exercise_drawing_later)), emphasis: Emphasis::Strong };
        let held =
            |block| if matches!(block, Block::Picture { .. }) { Block::Paragraph(vec![later.clone()]) } else { block };
        blocks.into_iter().map(held).collect()
    }
}
