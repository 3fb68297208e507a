//! What a prompt offers: what Enter alone would do, and how to get help.

use super::Session;
use crate::i18n::Text;
use crate::msg;
use crate::plain::orders::{Order, label};
use crate::plain::say::lesson::is_ahead;
use crate::progress::is_answered;
use crate::tutor::model::{Offer, Page};

impl Session {
    /// What is said before an order is read: where the learner is, and what Enter alone does.
    #[must_use]
    pub fn prompt(&self) -> String {
        let text = match self.model.view.page {
            Page::Account => msg!(plain_prompt_account),
            Page::Editor => msg!(plain_prompt_text),
            Page::Prompt => msg!(plain_prompt_line),
            Page::Actions | Page::Found => msg!(plain_prompt_number, enter = self.enter()),
            Page::Exercise if self.has_options() => msg!(plain_prompt_number, enter = self.enter()),
            Page::Drill => msg!(plain_prompt_drill, enter = self.enter()),
            Page::Steps => msg!(plain_prompt, enter = self.enter()),
            _ => {
                let step = self.model.step().map(|step| step.id.clone()).unwrap_or_default();
                msg!(plain_prompt_step, step = step, enter = self.enter())
            }
        };
        self.model.say(&text)
    }

    /// What Enter alone asks for; nothing where a question must be answered.
    #[must_use]
    pub fn default_order(&self) -> Option<Order> {
        let offer = self.model.view.notice.as_ref().map(|notice| notice.offer);
        match self.model.view.page {
            Page::Account => None,
            Page::Actions | Page::Found => Some(Order::Leave),
            Page::Exercise => Some(Order::NextTask),
            Page::Drill => Some(self.next_in_drill()),
            Page::Steps => Some(Order::Open),
            _ if matches!(offer, Some(Offer::NextStep | Offer::Finish)) => Some(Order::Next),
            _ if self.is_reading && self.next_section < self.sections() => Some(Order::ReadOn),
            _ if self.has_open_task() => Some(Order::Exercise),
            _ => Some(Order::Check),
        }
    }

    /// From looking to the question and back to the complaint; after the end to another drill.
    fn next_in_drill(&self) -> Order {
        let over = self.model.drills.current.as_ref().is_none_or(|drilling| drilling.round.is_over());
        match (over, self.model.drills.list_length()) {
            (true, _) => Order::NewDrill,
            (false, Some(_)) => Order::Leave,
            (false, None) => Order::Answer,
        }
    }

    fn enter(&self) -> Text {
        if self.model.view.page == Page::Drill && self.default_order() == Some(Order::Leave) {
            return msg!(plain_do_drill_back);
        }
        if self.model.view.page == Page::Exercise && self.model.looks_next() {
            return msg!(plain_do_check);
        }
        self.default_order().and_then(label).unwrap_or_else(|| msg!(plain_do_again))
    }

    fn has_options(&self) -> bool {
        self.model.current_task().is_some_and(|task| !task.choices().is_empty())
    }

    /// Whether the step waits for an answer in its exercise.
    fn has_open_task(&self) -> bool {
        let (Some(step), Some(progress)) = (self.model.step(), &self.model.account.progress) else { return false };
        let wants_exercise = step.checks.iter().any(|check| check.is_exercise());
        let mut tasks = self.model.tasks(self.model.view.step).iter();
        wants_exercise && !is_ahead(&self.model) && tasks.any(|task| !is_answered(&step.id, task, progress))
    }
}
