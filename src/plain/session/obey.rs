//! What each order does: most ask the model for what a key on the screen would, and say what that shows.

use jiff::Timestamp;

use super::{Job, Session};
use crate::lesson::{find_snippet, short_name};
use crate::msg;
use crate::plain::orders::Order;
use crate::plain::say;
use crate::tutor::keys::Command;
use crate::tutor::message::Message;
use crate::tutor::model::{Model, Offer, Page, Tab};
use crate::tutor::search::folded;
use crate::tutor::update::update;

impl Session {
    /// Does what is asked for; `rest` is what was typed after the word.
    pub fn obey(&mut self, order: Order, rest: &str, now: Timestamp) {
        // Only the question about the account stands between a question and its answer.
        self.wants_live &= order == Order::Yes;
        match order {
            Order::Yes => self.ask(Command::Yes, now),
            Order::No => self.ask(Command::No, now),
            Order::Number => self.pick(rest, now),
            Order::NextTask => self.ask(Command::NextTask, now),
            Order::LaterTask => self.turn_task(Command::LaterTask, now),
            Order::EarlierTask => self.turn_task(Command::EarlierTask, now),
            Order::TaskHelp => self.task_help(now),
            Order::Write => self.ask(Command::Write, now),
            Order::Leave if self.model.view.page == Page::Drill => self.ask(Command::Back, now),
            Order::Leave => self.leave_list(now),
            Order::Open => self.go(Command::Open, now),
            Order::ReadOn | Order::Back | Order::Lesson => self.read(order, now),
            Order::Next => self.go_from_list(Command::NextStep, now),
            Order::Previous => self.go_from_list(Command::PreviousStep, now),
            Order::Check => self.check(now),
            Order::Results => self.on_step(now, say::results::all),
            Order::Hint => self.hint(now),
            Order::Confirm => self.confirm(rest, now),
            Order::Exercise => self.exercise(now),
            Order::Recall => self.ask(Command::Recall, now),
            Order::Note => self.note(now),
            Order::HandIn => self.ask(Command::HandIn, now),
            Order::Search => self.search(rest, now),
            Order::Steps => self.steps(rest, now),
            Order::Snippet => self.snippet(rest),
            Order::Load => self.load(now),
            Order::Live => self.live(now),
            Order::Drill => self.ask(Command::Drill, now),
            Order::Answer => self.ask(Command::Answer, now),
            Order::NewDrill => self.ask(Command::NewDrill, now),
            Order::Map => say::map::all(&self.model, &mut self.speech),
            Order::Where => self.tell_where(),
            Order::Actions if self.model.view.page == Page::Actions => {
                say::actions::list(&self.model, &mut self.speech);
            }
            Order::Actions => self.ask(Command::Actions, now),
            Order::StartOver => self.ask(Command::StartOver, now),
            Order::Language => self.switch_language(now),
            Order::Help => say::help::all(&self.model, &mut self.speech),
            // Answered where lines are taken.
            Order::Again => {}
            Order::Quit => self.ask(Command::Quit, now),
        }
    }

    /// Goes to the step of this id; whether there is one.
    pub fn jump(&mut self, id: &str, now: Timestamp) -> bool {
        let wanted = folded(id);
        let Some(step) = self.model.lesson.steps.iter().position(|step| folded(&step.id) == wanted) else {
            return false;
        };
        let is_here = step == self.model.view.step && self.model.view.page != Page::Steps;
        self.leave_list_silently(now);
        self.ask(Command::Jump(step), now);
        if is_here {
            self.next_section = 0;
            say::lesson::title(&self.model, &mut self.speech);
        }
        self.read_on();
        true
    }

    /// Goes to another step and begins to read it.
    fn go(&mut self, command: Command, now: Timestamp) {
        self.ask(command, now);
        if self.model.view.page == Page::Step && self.next_section == 0 {
            self.read_on();
        }
    }

    /// Steps follow each other wherever one is, also in a list.
    fn go_from_list(&mut self, command: Command, now: Timestamp) {
        self.be_on_step(now);
        let step = self.model.view.step;
        self.ask(command, now);
        if self.model.view.step != step {
            self.read_on();
        }
    }

    /// Goes to the step, so that what is asked for happens there.
    pub fn be_on_step(&mut self, now: Timestamp) {
        self.leave_list_silently(now);
        if self.model.view.page == Page::Steps {
            self.ask(Command::Open, now);
        }
    }

    fn leave_list_silently(&mut self, now: Timestamp) {
        if !matches!(self.model.view.page, Page::Step | Page::Steps) {
            self.update(Message::Asked(Command::Back), now);
        }
    }

    fn on_step(&mut self, now: Timestamp, tell: impl FnOnce(&Model, &mut crate::plain::speech::Speech)) {
        self.be_on_step(now);
        tell(&self.model, &mut self.speech);
    }

    fn leave_list(&mut self, now: Timestamp) {
        self.be_on_step(now);
        say::lesson::title(&self.model, &mut self.speech);
    }

    fn check(&mut self, now: Timestamp) {
        self.be_on_step(now);
        self.ask(Command::Check, now);
    }

    fn hint(&mut self, now: Timestamp) {
        self.be_on_step(now);
        self.ask(Command::Hint, now);
        say::hints::newest(&self.model, &mut self.speech);
    }

    /// The thing of this number, on a list or among what only the learner can see.
    fn pick(&mut self, number: &str, now: Timestamp) {
        let Some(number) = number.parse().ok().filter(|number| *number > 0) else {
            self.say(&msg!(plain_no_such_number));
            return;
        };
        match self.model.view.page {
            Page::Actions if usize::from(number) <= self.model.actions.len() => self.act(number, now),
            Page::Drill => self.pick_in_drill(number, now),
            Page::Exercise => self.choose(number, now),
            Page::Found => self.open_place(number, now),
            Page::Actions => self.say(&msg!(plain_no_such_number)),
            _ => self.toggle(number, now),
        }
    }

    /// A look that is shown already is said again.
    fn pick_in_drill(&mut self, number: u8, now: Timestamp) {
        let was = self.model.drills.position();
        self.ask(Command::Pick(number), now);
        if self.model.drills.position() == was && self.model.drills.list_length().is_none() {
            say::drill::page(&self.model, &mut self.speech);
        }
    }

    /// After acting, one wants to see what came of it.
    fn act(&mut self, number: u8, now: Timestamp) {
        self.ask(Command::Pick(number), now);
        self.is_reading = false;
    }

    fn confirm(&mut self, rest: &str, now: Timestamp) {
        self.be_on_step(now);
        if rest.is_empty() {
            let open = self.model.statements().iter().position(|check| !self.model.is_attested(&check.id));
            let number = open.and_then(|index| u8::try_from(index + 1).ok()).unwrap_or(0);
            self.toggle(number, now);
        } else {
            self.pick(&folded(rest), now);
        }
    }

    /// Confirms a statement or takes it back, and says which.
    fn toggle(&mut self, number: u8, now: Timestamp) {
        self.be_on_step(now);
        let attested = |model: &Model| -> Vec<bool> {
            model.statements().iter().map(|check| model.is_attested(&check.id)).collect()
        };
        let were = attested(&self.model);
        // Lines aren't seen here: each is read when it is confirmed.
        self.model.view.tab = Tab::Results;
        let before = self.update(Message::Asked(Command::Pick(number)), now);
        if were != attested(&self.model) {
            say::results::toggled(&self.model, usize::from(number), &mut self.speech);
        }
        self.tell(&before);
    }

    fn exercise(&mut self, now: Timestamp) {
        self.be_on_step(now);
        self.ask(Command::Exercise, now);
    }

    fn choose(&mut self, number: u8, now: Timestamp) {
        if self.model.points().is_some() {
            self.ask(Command::Pick(number), now);
            say::exercise::points(&self.model, &mut self.speech);
            return;
        }
        let choices = self.model.current_task().map_or(0, |task| task.choices().len());
        if usize::from(number) > choices {
            self.say(&msg!(plain_no_such_number));
            return;
        }
        let before = self.update(Message::Asked(Command::Pick(number)), now);
        say::exercise::chosen(&self.model, &mut self.speech);
        self.tell(&before);
    }

    fn turn_task(&mut self, command: Command, now: Timestamp) {
        let task = self.model.view.task;
        self.ask(command, now);
        if self.model.view.task == task {
            self.say(&msg!(plain_no_such_task));
        }
    }

    fn task_help(&mut self, now: Timestamp) {
        self.ask(Command::TaskHelp, now);
        if self.model.view.notice.is_none() {
            say::exercise::help(&self.model, &mut self.speech);
        }
    }

    fn note(&mut self, now: Timestamp) {
        self.be_on_step(now);
        self.ask(Command::Note, now);
    }

    fn search(&mut self, word: &str, now: Timestamp) {
        self.be_on_step(now);
        if word.is_empty() {
            self.ask(Command::Search, now);
            return;
        }
        // The question needs no asking: the answer came with it.
        update(&mut self.model, Message::Asked(Command::Search), now);
        self.send(Message::Written(word.to_owned()), now);
    }

    fn open_place(&mut self, number: u8, now: Timestamp) {
        let places = self.model.view.found.as_ref().map(|found| found.hits.as_slice()).unwrap_or_default();
        let Some(place) = usize::from(number).checked_sub(1).and_then(|index| places.get(index)).cloned() else {
            self.say(&msg!(plain_no_such_number));
            return;
        };
        let step = self.model.view.step;
        self.ask(Command::Pick(number), now);
        if self.model.view.step == step {
            say::lesson::title(&self.model, &mut self.speech);
        }
        self.read_section_of(place.block);
    }

    fn steps(&mut self, id: &str, now: Timestamp) {
        if id.is_empty() {
            say::steps::list(&self.model, &mut self.speech);
        } else if !self.jump(id, now) {
            let known = crate::i18n::Text::list(self.model.lesson.steps.iter().map(|step| step.id.clone()));
            self.say(&msg!(check_unknown_step, id = id, known = known));
        }
    }

    /// Without a name, what there is; with a name, its text; with a file too, into that file.
    fn snippet(&mut self, rest: &str) {
        let snippets = self.model.lesson.snippets.get(self.model.localizer.language());
        let (name, file) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let known = crate::i18n::Text::list(snippets.keys().map(|file| short_name(file)));
        if name.is_empty() {
            self.say(&msg!(plain_snippets, names = known));
            return;
        }
        match (find_snippet(snippets, name), file.trim()) {
            (None, _) => self.say(&msg!(snippet_unknown, name = name, known = known)),
            (Some(text), "") => say::blocks::code(&self.model.localizer, Some(name), text, &mut self.speech),
            (Some(text), file) => self.jobs.push(Job::Write { file: file.to_owned(), text: text.to_owned() }),
        }
    }

    /// The question tells to whom and how much; it can only be told once it is asked.
    fn load(&mut self, now: Timestamp) {
        let before = self.update(Message::Asked(Command::Load), now);
        if self.model.view.notice.as_ref().is_some_and(|notice| notice.offer == Offer::Load) {
            say::live::all(&self.model, &mut self.speech);
        }
        self.tell(&before);
    }

    /// What AWS makes of the load changes by the minute, so it is read first.
    fn live(&mut self, now: Timestamp) {
        self.ask(Command::Check, now);
        self.wants_live = self.model.checks.running.is_some() || self.model.view.page == Page::Account;
        if !self.wants_live {
            say::live::all(&self.model, &mut self.speech);
        }
    }

    fn tell_where(&mut self) {
        say::account::caller(&self.model, &mut self.speech);
        say::account::saving(&self.model, &mut self.speech);
        if self.model.view.page != Page::Steps {
            say::lesson::title(&self.model, &mut self.speech);
        }
    }

    fn switch_language(&mut self, now: Timestamp) {
        self.ask(Command::Language, now);
        self.say(&msg!(plain_language));
        if self.model.view.tab == Tab::Lesson && self.model.view.page == Page::Step {
            say::lesson::title(&self.model, &mut self.speech);
        }
    }
}
