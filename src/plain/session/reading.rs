//! Reading a lesson section by section, as a pager does, but with orders between.

use jiff::Timestamp;

use super::Session;
use crate::msg;
use crate::plain::orders::Order;
use crate::plain::say;
use crate::plain::say::lesson::{is_ahead, sections};

impl Session {
    /// Reads the section after the last one, the one before it, or the first.
    pub fn read(&mut self, order: Order, now: Timestamp) {
        self.be_on_step(now);
        let last = self.next_section.min(self.sections());
        self.next_section = match order {
            Order::Lesson => 0,
            Order::Back => last.saturating_sub(2),
            _ if self.next_section >= self.sections() => 0,
            _ => last,
        };
        self.read_on();
    }

    /// Reads the next section.
    pub fn read_on(&mut self) {
        if self.next_section == 0 && is_ahead(&self.model) {
            say::lesson::locked(&self.model, &mut self.speech);
            let read_ahead = self.model.say(&msg!(tui_locked_read_ahead));
            self.speech.say(read_ahead);
        }
        say::lesson::section(&self.model, self.next_section, &mut self.speech);
        self.next_section += 1;
        self.is_reading = true;
    }

    /// Reads the section that holds this block of the lesson.
    pub fn read_section_of(&mut self, block: usize) {
        let sections = self.model.step().map(|step| sections(step.prose(self.model.localizer.language())));
        let section = sections.and_then(|sections| sections.iter().rposition(|section| section.first_block <= block));
        self.next_section = section.unwrap_or(0);
        self.read_on();
    }

    /// How many sections the lesson of the step has.
    pub fn sections(&self) -> usize {
        let language = self.model.localizer.language();
        self.model.step().map_or(0, |step| sections(step.prose(language)).len())
    }
}
