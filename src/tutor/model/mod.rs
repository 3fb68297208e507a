//! What is shown depends on this alone: plain state. `update` changes it; whoever lays a page out tells it how long that is,
//! and which of its lines comes first.

mod account;
mod checks;
mod code;
mod drill;
mod guess;
mod view;
mod watching;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::editor::Draft;
use super::tone::Tone;
use super::watch::Watch;
use crate::account::Snapshot;
use crate::account::demo::Action;
use crate::i18n::{Localizer, Text};
use crate::lesson::exercise::Task;
use crate::lesson::{Lesson, Step};
use crate::load::{Live, Observation};
use crate::msg;
use crate::progress::{Progress, StepState, is_finished, states};
use crate::report::{CheckReport, Report, StepReport};
use crate::verify::Status;

pub use account::{Account, Caller, DEMO_ACCOUNT, Saving};
pub use checks::{Checks, Occasion, Running};
pub use code::Code;
pub use drill::{DrillPane, Drilling, Drills, seed_of};
pub use view::{Extent, Pane, View};

pub use super::page::{Page, Tab};

/// How much of the window a step has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Bars stand around it.
    Bars,
    /// All of it, but for one line.
    Full,
}

/// A line about what just happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// In one sentence, said in the learner's language when it is drawn.
    pub text: Text,
    /// Good or bad.
    pub tone: Tone,
    /// What a key does while it is shown.
    pub offer: Offer,
}

/// What a notice offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Keys mean what they always mean.
    Nothing,
    /// Enter goes to the next step.
    NextStep,
    /// Enter goes to what the finished lab came to.
    Finish,
    /// The same key again starts the demo over.
    StartOver,
    /// The same key again writes over a file.
    WriteOver,
    /// The same key again starts the load.
    Load,
    /// Leaving again leaves, and ends the load.
    Leave,
}

/// All that the tutor knows; screens and speech are drawn from it alone.
#[derive(Debug)]
pub struct Model {
    /// What is taught, with the learner's own values.
    pub lesson: Arc<Lesson>,
    /// Puts texts into the learner's language, and instants into times of the learner's zone.
    pub localizer: Localizer,
    /// The instant of the last message.
    pub now: Timestamp,
    /// Where the learner is.
    pub view: View,
    /// The account and the learner.
    pub account: Account,
    /// What the looks at the account found, and the look under way.
    pub checks: Checks,
    /// What can be done in the simulated account in this step.
    pub actions: Vec<Action>,
    /// The load that runs, or how the last one went.
    pub load: Loading,
    /// The faults to find.
    pub drills: Drills,
}

/// The load that runs beside the lesson, or ran last.
#[derive(Debug, Default)]
pub struct Loading {
    /// What the last reading of the account showed of its site and its scaling.
    pub latest: Option<Observation>,
    /// Whether a load was asked for and waits for such a reading.
    pub wanted: bool,
    /// The load.
    pub live: Option<Live>,
    /// The number under which it runs, where it does.
    pub running: Option<u64>,
}

/// What a model begins with.
#[derive(Debug)]
pub struct Start {
    /// What is taught, with the learner's own values.
    pub lesson: Arc<Lesson>,
    /// The language, and the zone of times.
    pub localizer: Localizer,
    /// The page to begin with.
    pub opening: Page,
    /// Whether the account is simulated.
    pub demo: bool,
    /// Whether there is a place to keep progress.
    pub can_save: bool,
    /// What is to be said of the account.
    pub word: Option<Text>,
}

impl Model {
    /// The state before the first frame.
    #[must_use]
    pub fn new(start: Start, now: Timestamp) -> Self {
        let report = blank_report(&start.lesson, None, now);
        Self {
            lesson: start.lesson,
            localizer: start.localizer,
            now,
            view: View {
                page: start.opening,
                under_help: Page::Steps,
                tab: Tab::Lesson,
                step: 0,
                frame: Frame::Bars,
                cursor: 0,
                moved: false,
                scroll: BTreeMap::new(),
                hints: BTreeMap::new(),
                code: 0,
                task: 0,
                helps: BTreeMap::new(),
                asked: BTreeSet::new(),
                recall: false,
                editor: None,
                found: None,
                wanted: None,
                extent: Extent::default(),
                is_stale: true,
                notice: None,
                turned_at: None,
            },
            account: Account {
                demo: start.demo,
                caller: Caller::Asking(0),
                region: None,
                progress: None,
                saving: if start.can_save { Saving::Kept } else { Saving::NoHome },
                confirmed: None,
                before: None,
                last_done: None,
                handed_in: None,
                word: start.word,
            },
            checks: Checks {
                report,
                snapshot: None,
                made_by: None,
                other_caller: None,
                done: false,
                rate: None,
                running: None,
                wanted: false,
                requests: 0,
                fresh: BTreeSet::new(),
                watch: Watch::new(start.demo, now),
            },
            actions: Vec::new(),
            load: Loading::default(),
            drills: Drills::default(),
        }
    }

    /// The number of the next request.
    pub fn next_request(&mut self) -> u64 {
        self.checks.requests += 1;
        self.checks.requests
    }

    /// `text` in the learner's language, with the lesson's own steps where it speaks of them.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        self.localizer.say(&text.clone().of_lesson(&*self.lesson))
    }

    /// The step shown; none in a lesson without steps.
    #[must_use]
    pub fn step(&self) -> Option<&Step> {
        self.lesson.steps.get(self.view.step)
    }

    /// The tasks of the exercise of the step at `index`.
    #[must_use]
    pub fn tasks(&self, index: usize) -> &[Task] {
        let exercise = self.lesson.steps.get(index).and_then(|step| step.exercise.as_ref());
        exercise.map(|exercise| exercise.tasks.as_slice()).unwrap_or_default()
    }

    /// A task of the exercise of the step at `step`.
    #[must_use]
    pub fn task(&self, step: usize, task: usize) -> Option<&Task> {
        self.tasks(step).get(task)
    }

    /// What stands above a text that is being written; none where its step or task has gone from the lesson.
    #[must_use]
    pub fn asked(&self, draft: Draft) -> Option<Text> {
        match draft {
            Draft::Answer { step, task } | Draft::Value { step, task } => {
                self.task(step, task).map(|task| Text::from(task.question.clone()))
            }
            Draft::Note { step } => {
                let step = self.lesson.steps.get(step)?;
                Some(msg!(tui_note_on, title = Text::from(step.title.clone())))
            }
            Draft::Search => Some(msg!(tui_search_for)),
        }
    }

    /// The task of the exercise page.
    #[must_use]
    pub fn current_task(&self) -> Option<&Task> {
        self.task(self.view.step, self.view.task)
    }

    /// What the last check found of the step shown.
    #[must_use]
    pub fn step_report(&self) -> Option<&StepReport> {
        self.checks.report.steps.get(self.view.step)
    }

    /// How many things are left to do in the step shown, counted as the step counts them.
    #[must_use]
    pub fn left(&self) -> usize {
        if self.was_cleaned().is_some() {
            return 0;
        }
        let items = self.step().map(|step| step.items.as_slice()).unwrap_or_default();
        self.step_report().map_or(0, |step| step.left(items, |check| self.is_settled(check)))
    }

    /// Whether a check of the step shown is passed, or confirmed where only the learner can tell.
    #[must_use]
    pub fn is_settled(&self, check: &CheckReport) -> bool {
        match check.verdict.status {
            Status::Passed => true,
            Status::Manual => self.is_attested(&check.id),
            Status::Failed | Status::Waiting | Status::Unknown | Status::Skipped => false,
        }
    }

    /// How every step stands.
    #[must_use]
    pub fn states(&self) -> Vec<StepState> {
        match &self.account.progress {
            Some(progress) => states(&self.checks.report, progress),
            None => states(&self.checks.report, &Progress::new("", &self.lesson.id)),
        }
    }

    /// How the step at `index` stands.
    #[must_use]
    pub fn state(&self, index: usize) -> StepState {
        self.states().get(index).copied().unwrap_or(StepState::Locked)
    }

    /// The step that must be done before the one shown opens, where that one is locked.
    #[must_use]
    pub fn blocking_step(&self) -> Option<&Step> {
        let states = self.states();
        let locked = states.get(self.view.step) == Some(&StepState::Locked);
        let mut before = states.iter().take(self.view.step).enumerate();
        let (index, _) = before.find(|(_, state)| locked && matches!(state, StepState::Open | StepState::Broken))?;
        self.lesson.steps.get(index)
    }

    /// The step to work on: the first that is broken or not done, else the last.
    #[must_use]
    pub fn current_step(&self) -> usize {
        let states = self.states();
        let waiting = states.iter().position(|state| matches!(state, StepState::Broken | StepState::Open));
        waiting.unwrap_or(states.len().saturating_sub(1))
    }

    /// How many lines a cursor can stand on; none on pages without one.
    #[must_use]
    pub fn list_length(&self) -> Option<usize> {
        match self.view.page {
            Page::Steps => Some(self.lesson.steps.len()),
            Page::Actions => Some(self.actions.len()),
            Page::Drill => self.drills.list_length(),
            Page::Found => self.view.found.as_ref().map(|found| found.hits.len()),
            Page::Step
            | Page::Account
            | Page::Exercise
            | Page::Editor
            | Page::Prompt
            | Page::Finish
            | Page::Live
            | Page::Map
            | Page::Help
            | Page::Welcome
            | Page::Code => None,
        }
    }

    /// The checks of the step shown that only the learner can tell, but for those that an exercise tells.
    #[must_use]
    pub fn statements(&self) -> Vec<&CheckReport> {
        let checks = self.step_report().map(|step| step.checks.as_slice()).unwrap_or_default();
        let manual = checks.iter().filter(|check| check.verdict.status == Status::Manual);
        manual.filter(|check| !self.is_exercise(&check.id)).collect()
    }

    /// What to say to a learner who leaves while things go on costing.
    #[must_use]
    pub fn reminder(&self) -> Option<Text> {
        let rate = self.checks.rate.clone()?;
        Some(if self.account.demo { msg!(cost_reminder_demo, rate = rate) } else { msg!(cost_reminder, rate = rate) })
    }

    fn is_exercise(&self, check: &str) -> bool {
        let mut checks = self.step().map(|step| step.checks.as_slice()).unwrap_or_default().iter();
        checks.any(|known| known.id == check && known.is_exercise())
    }

    /// Whether the step at `index` was done by the same look as one before it, so that its text may never have been seen.
    #[must_use]
    pub fn passed_along(&self, index: usize) -> bool {
        let Some(progress) = &self.account.progress else { return false };
        let at = |index: usize| progress.passed.get(&self.lesson.steps.get(index)?.id);
        let is_done = self.state(index) == StepState::Done;
        is_done && at(index).is_some_and(|own| (0..index).any(|before| at(before) == Some(own)))
    }

    /// How many steps are done, and of how many; texts without anything to check aren't counted.
    #[must_use]
    pub fn done(&self) -> (usize, usize) {
        let steps = self.checks.report.steps.iter().zip(self.states());
        let counted: Vec<StepState> =
            steps.filter(|(step, _)| !step.checks.is_empty()).map(|(_, state)| state).collect();
        let is_done = |state: &&StepState| matches!(state, StepState::Done | StepState::Cleaned);
        (counted.iter().filter(is_done).count(), counted.len())
    }

    /// Whether every step was done once.
    #[must_use]
    pub fn is_all_done(&self) -> bool {
        let Some(progress) = &self.account.progress else { return false };
        let counted = self.lesson.steps.iter().filter(|step| !step.checks.is_empty());
        counted.map(|step| &step.id).all(|id| progress.passed.contains_key(id))
    }

    /// When the step shown was done, where it is cleaned up by now.
    #[must_use]
    pub fn was_cleaned(&self) -> Option<Text> {
        let (step, progress) = (self.step()?, self.account.progress.as_ref()?);
        let at = progress.passed.get(&step.id).filter(|_| self.state(self.view.step) == StepState::Cleaned)?;
        Some(msg!(tui_was_cleaned, time = *at))
    }

    /// Whether everything was done once that the account can show anything of.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.account.progress.as_ref().is_some_and(|progress| is_finished(&self.checks.report, progress))
    }

    /// Whether the learner confirmed this check of the step shown.
    #[must_use]
    pub fn is_attested(&self, check: &str) -> bool {
        let step = self.step().map(|step| step.id.as_str()).unwrap_or_default();
        self.account.progress.as_ref().is_some_and(|progress| progress.is_attested(step, check))
    }
}

impl Notice {
    /// A line without an offer.
    #[must_use]
    pub fn new(tone: Tone, text: Text) -> Self {
        Self { text, tone, offer: Offer::Nothing }
    }
}

/// The report of an account that nobody asked: every check of it is unknown, or the learner's word.
#[must_use]
pub fn blank_report(lesson: &Lesson, region: Option<String>, now: Timestamp) -> Report {
    Report::assess(lesson, &Snapshot::not_asked(now, region), now)
}
