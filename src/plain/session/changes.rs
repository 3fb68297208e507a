//! What a message changed, in words. Whatever the model does is heard of here, whoever asked for it.

use super::Session;
use crate::drill::Stage;
use crate::msg;
use crate::plain::say;
use crate::tutor::keys::Command;
use crate::tutor::message::Message;
use crate::tutor::model::{Caller, DrillPane, Model, Notice, Offer, Page};

/// What the model was like.
pub struct Before {
    page: Page,
    step: usize,
    task: usize,
    notice: Option<Notice>,
    caller: Caller,
    knew_progress: bool,
    was_checking: bool,
    drill: Option<(u64, DrillPane, Stage)>,
}

impl Before {
    /// What `model` is like now.
    pub fn of(model: &Model) -> Self {
        Self {
            page: model.view.page,
            step: model.view.step,
            task: model.view.task,
            notice: model.view.notice.clone(),
            caller: model.account.caller.clone(),
            knew_progress: model.account.progress.is_some(),
            was_checking: model.checks.running.is_some(),
            drill: model.drills.position(),
        }
    }

    /// As if there had been no notice.
    pub fn forget_notice(&mut self) {
        self.notice = None;
    }
}

impl Session {
    /// Tells what is different now.
    pub fn tell(&mut self, before: &Before) {
        self.tell_account(before);
        self.tell_step(before);
        let is_checking = self.model.checks.running.is_some();
        if is_checking && !before.was_checking {
            self.is_reading = false;
            self.say(&msg!(plain_checking));
        }
        if before.was_checking && !is_checking && self.model.checks.done {
            say::results::time(&self.model, &mut self.speech);
        }
        self.tell_notice(before);
        if before.was_checking && !is_checking {
            self.tell_read();
        }
        self.tell_page(before);
    }

    /// Tells what was asked of the account: how the load goes, or how the step stands.
    fn tell_read(&mut self) {
        if std::mem::take(&mut self.wants_live) {
            say::live::all(&self.model, &mut self.speech);
        } else if self.model.view.page == Page::Step {
            say::results::after_check(&self.model, &mut self.speech);
        }
    }

    /// A list without anything in it is no place to be.
    fn tell_actions(&mut self, before: &Before) {
        if self.model.view.page != Page::Actions || before.page == Page::Actions {
            return;
        }
        say::actions::list(&self.model, &mut self.speech);
        if self.model.actions.is_empty() {
            self.update(Message::Asked(Command::Back), self.model.now);
        }
    }

    fn tell_account(&mut self, before: &Before) {
        let account = &self.model.account;
        if account.caller != before.caller {
            say::account::caller(&self.model, &mut self.speech);
        }
        if account.progress.is_some() && !before.knew_progress {
            say::account::progress(&self.model, &mut self.speech);
        }
    }

    fn tell_step(&mut self, before: &Before) {
        let view = &self.model.view;
        let is_new = view.step != before.step || (before.page == Page::Steps && view.page != Page::Steps);
        if is_new {
            self.next_section = 0;
            self.is_reading = true;
        }
        if is_new && view.page != Page::Steps {
            say::lesson::title(&self.model, &mut self.speech);
        }
    }

    fn tell_notice(&mut self, before: &Before) {
        let Some(notice) = &self.model.view.notice else { return };
        if before.notice.as_ref() != Some(notice) {
            let text = match notice.offer {
                Offer::Load => msg!(plain_load_again),
                _ => notice.text.clone(),
            };
            self.say(&text);
        }
    }

    fn tell_page(&mut self, before: &Before) {
        self.tell_actions(before);
        let (model, speech) = (&self.model, &mut self.speech);
        let came = model.view.page != before.page;
        match model.view.page {
            Page::Account if came => say::account::question(model, speech),
            Page::Finish if came => say::finish::all(model, speech),
            Page::Found if came => say::found::list(model, speech),
            Page::Editor | Page::Prompt if came => say::writing::question(model, speech),
            Page::Exercise
                if model.view.task != before.task
                    || (model.view.recall && model.view.step != before.step)
                    || (came && !before.page.is_writing()) =>
            {
                say::exercise::task(model, speech);
            }
            Page::Drill if came || model.drills.position() != before.drill => say::drill::page(model, speech),
            Page::Step if before.page == Page::Exercise => say::exercise::end(model, speech),
            _ => {}
        }
    }
}
