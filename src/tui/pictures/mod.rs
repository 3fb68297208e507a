//! Pictures of the tutor's own screens, for the README: the demo is played through `update` and `view` on a screen in
//! memory, at a fixed instant, so that the same program always makes the same pictures.

mod svg;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::view;
use super::window::Window;
use crate::account::demo::SimulatedAccount;
use crate::i18n::{Language, Localizer};
use crate::lesson::{Lesson, LessonError, Pack, load};
use crate::look::Assessed;
use crate::progress::Progress;
use crate::signs::Signs;
use crate::terminal::{Clipboard, Colour, Looks, Size};
use crate::tutor::DEMO_ACCOUNT;
use crate::tutor::keys::Command;
use crate::tutor::message::{Effect, Message};
use crate::tutor::model::{Model, Page, Start};

const SIZE: Size = Size { width: 96, height: 30 };

/// A screen to draw for the READMEs.
#[derive(Debug)]
pub struct Picture {
    /// Its name, without language and ending.
    pub name: &'static str,
    /// The picture, as SVG.
    pub svg: String,
}

/// Every picture in `language`.
///
/// # Errors
/// The embedded lesson can't be read.
pub fn pictures(language: Language) -> Result<Vec<Picture>, LessonError> {
    let lesson = Arc::new(load(&Pack::Embedded, &BTreeMap::new())?);
    let mut stage = Stage::new(lesson, language);
    let mut pictures = Vec::new();
    let mut take = |stage: &Stage, name| pictures.push(Picture { name, svg: stage.picture() });
    stage.do_steps(&["preflight", "1-1"]);
    take(&stage, "lesson");
    stage.perform("1-2", |right| !right);
    stage.check();
    take(&stage, "results");
    stage.do_steps(&["1-2", "2-1", "2-2", "2-3"]);
    stage.pass(SignedDuration::from_secs(3));
    stage.check();
    take(&stage, "waiting");
    stage.order(Command::Steps);
    take(&stage, "steps");
    Ok(pictures)
}

/// The tutor with a simulated account and a clock of its own.
struct Stage {
    model: Model,
    window: Window,
    simulated: SimulatedAccount,
    now: Timestamp,
}

impl Stage {
    fn new(lesson: Arc<Lesson>, language: Language) -> Self {
        let now = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * 365 * 56 + 9);
        let simulated = SimulatedAccount::new(&lesson, now);
        let start = Start {
            lesson,
            localizer: Localizer::new(language),
            opening: Page::Step,
            demo: true,
            can_save: true,
            word: None,
        };
        let mut stage = Self { model: Model::new(start, now), window: Window::new(SIZE), simulated, now };
        stage.send(Message::Started);
        stage
    }

    /// Sends a message, and what the effects of it answer.
    fn send(&mut self, message: Message) {
        for effect in self.window.take(&mut self.model, message, self.now) {
            if let Some(answer) = self.answer(effect) {
                self.send(answer);
            }
        }
    }

    fn answer(&mut self, effect: Effect) -> Option<Message> {
        let snapshot = self.simulated.snapshot(self.now);
        match effect {
            Effect::Identify { number } => {
                Some(Message::Identified { number, identity: snapshot.identity, region: snapshot.region })
            }
            Effect::Read { number, .. } => {
                let lesson = Arc::clone(&self.model.lesson);
                let seen = Box::new(Assessed::new(&lesson, snapshot, self.now));
                Some(Message::Read { number, lesson, seen })
            }
            Effect::ReadProgress { account } => {
                let outcome = Ok(Progress::new(DEMO_ACCOUNT, &self.model.lesson.id));
                Some(Message::ProgressRead { account, outcome })
            }
            // In the pictures nothing is kept, and nothing is asked for but checks.
            Effect::SaveProgress(_)
            | Effect::FillIn { .. }
            | Effect::ReadLesson { .. }
            | Effect::ListActions { .. }
            | Effect::Perform { .. }
            | Effect::StartOver
            | Effect::WriteFile { .. }
            | Effect::HandIn(_)
            | Effect::Edit(_)
            | Effect::Copy(_)
            | Effect::Suspend
            | Effect::StartLoad { .. }
            | Effect::StopLoad
            | Effect::Leave(_) => None,
        }
    }

    fn order(&mut self, command: Command) {
        self.send(Message::Asked(command));
    }

    /// Checks, past the guess that some steps ask for first.
    fn check(&mut self) {
        self.order(Command::Check);
        if self.model.view.page == Page::Exercise {
            self.order(Command::NextTask);
        }
    }

    fn pass(&mut self, time: SignedDuration) {
        self.now += time;
    }

    /// Performs the first action of a step that is right, or that isn't.
    fn perform(&mut self, step: &str, is_wanted: impl Fn(bool) -> bool) {
        let actions = self.simulated.actions(step, self.now);
        if let Some(action) = actions.iter().find(|action| is_wanted(action.right)) {
            self.simulated.perform(action.id, self.now);
        }
    }

    /// Does these steps rightly, from the one shown on, and shows the one after them.
    fn do_steps(&mut self, steps: &[&str]) {
        for step in steps {
            self.simulated.perform_right(step, self.now);
            self.pass(SignedDuration::from_secs(1));
            self.check();
            for _ in 0..self.model.statements().len() {
                self.order(Command::Confirm);
            }
            self.order(Command::NextStep);
        }
    }

    fn picture(&self) -> String {
        let looks = Looks { colour: Colour::On, signs: Signs::All, clipboard: Clipboard::Direct };
        // Drawing into memory can't fail.
        let Ok(mut terminal) = Terminal::new(TestBackend::new(SIZE.width, SIZE.height));
        let Ok(frame) = terminal.draw(|frame| view::draw(frame, &self.model, &self.window.shown, looks));
        svg::of_buffer(frame.buffer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_show_the_demo_in_their_language() {
        for (language, words) in [(Language::En, "failed"), (Language::Ja, "不合格")] {
            let pictures = pictures(language).unwrap();
            let names: Vec<&str> = pictures.iter().map(|picture| picture.name).collect();
            assert_eq!(names, ["lesson", "results", "waiting", "steps"]);
            assert!(pictures[1].svg.contains(words), "{}", pictures[1].svg);
            assert!(pictures[2].svg.contains("[----------]") || pictures[2].svg.contains('#'), "{}", pictures[2].svg);
        }
    }
}
