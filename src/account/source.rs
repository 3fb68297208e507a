//! Where snapshots come from.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::aws::Reader;
use super::demo::{Action, SimulatedAccount};
use super::resources::Identity;
use super::{Area, Question, Scope, Snapshot};
use crate::lesson::Lesson;

/// A source of snapshots; cheap to share between tasks behind an `Arc`.
#[derive(Debug)]
pub enum Source {
    /// An account in AWS.
    Aws(Reader),
    /// The simulated account.
    Demo(Box<Mutex<SimulatedAccount>>),
    /// An account that stands still, such as one of a pack's tests.
    Still(Box<Snapshot>),
}

impl Source {
    /// The simulated account as a source.
    #[must_use]
    pub fn demo(simulated: SimulatedAccount) -> Self {
        Self::Demo(Box::new(Mutex::new(simulated)))
    }

    /// An account that stands still, as a source.
    #[must_use]
    pub fn still(snapshot: Snapshot) -> Self {
        Self::Still(Box::new(snapshot))
    }

    /// Who the caller is; one call, for showing it before anything is checked.
    pub async fn identify(&self, now: Timestamp) -> Area<Identity> {
        match self {
            Self::Aws(reader) => reader.identify().await,
            Self::Demo(_) | Self::Still(_) => self.demo_snapshot(now).identity,
        }
    }

    /// The region that is read, where one is set.
    pub async fn region(&self, now: Timestamp) -> Option<String> {
        match self {
            Self::Aws(reader) => reader.region().await,
            Self::Demo(_) | Self::Still(_) => self.demo_snapshot(now).region,
        }
    }

    /// Everything in `scope`.
    pub async fn read(&self, scope: &Scope, now: Timestamp) -> Snapshot {
        match self {
            Self::Aws(reader) => reader.read(scope, now).await,
            Self::Demo(_) | Self::Still(_) => self.demo_snapshot(now),
        }
    }

    /// As [`Source::read`], or only what belongs to the lab where it is known to be complete; and whether it is that.
    pub async fn read_lab(&self, scope: &Scope, now: Timestamp) -> (Snapshot, bool) {
        match self {
            Self::Aws(reader) => reader.read_lab(scope, now).await,
            Self::Demo(_) | Self::Still(_) => (self.demo_snapshot(now), false),
        }
    }

    /// Whether the lab's part of the account is worth reading by itself the next time.
    pub fn trust_part(&self, is_enough: bool) {
        match self {
            Self::Aws(reader) => reader.trust_part(is_enough),
            Self::Demo(_) | Self::Still(_) => {}
        }
    }

    /// Asks `questions` all at once, and keeps the answers in `snapshot`.
    pub async fn look_closer(&self, snapshot: &mut Snapshot, questions: &[Question], now: Timestamp) {
        let answers = match self {
            Self::Aws(reader) => reader.answer(questions).await,
            Self::Demo(_) | Self::Still(_) => {
                let simulated = self.simulated();
                simulated
                    .map(|simulated| questions.iter().map(|question| simulated.answer(question, now)).collect())
                    .unwrap_or_default()
            }
        };
        for answer in answers {
            snapshot.keep(answer);
        }
    }

    /// Whether this is a simulated account, and none in AWS.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        matches!(self, Self::Demo(_) | Self::Still(_))
    }

    /// What the learner can do in a step of the simulated account; nothing in AWS, where nothing is ever changed.
    #[must_use]
    pub fn actions(&self, step: &str, now: Timestamp) -> Vec<Action> {
        self.simulated().map(|simulated| simulated.actions(step, now)).unwrap_or_default()
    }

    /// Performs an action in the simulated account and returns the account after it, for saving.
    pub fn perform(&self, action: &str, now: Timestamp) -> Option<SimulatedAccount> {
        let mut simulated = self.simulated()?;
        simulated.perform(action, now);
        Some(simulated.clone())
    }

    /// Puts the lesson's load on the simulated site and returns the account after it, for saving.
    pub fn begin_load(&self, now: Timestamp) -> Option<SimulatedAccount> {
        let mut simulated = self.simulated()?;
        simulated.begin_load(now);
        Some(simulated.clone())
    }

    /// Ends the load on the simulated site and returns the account after it, for saving.
    pub fn end_load(&self, now: Timestamp) -> Option<SimulatedAccount> {
        let mut simulated = self.simulated()?;
        simulated.end_load(now);
        Some(simulated.clone())
    }

    /// Makes the simulated account new and returns it, for saving.
    pub fn start_over(&self, lesson: &Lesson, now: Timestamp) -> Option<SimulatedAccount> {
        let mut simulated = self.simulated()?;
        *simulated = SimulatedAccount::new(lesson, now);
        Some(simulated.clone())
    }

    fn demo_snapshot(&self, now: Timestamp) -> Snapshot {
        match self {
            Self::Still(snapshot) => Snapshot::clone(snapshot),
            Self::Demo(_) | Self::Aws(_) => {
                self.simulated().map_or_else(|| Snapshot::not_asked(now, None), |simulated| simulated.snapshot(now))
            }
        }
    }

    fn simulated(&self) -> Option<MutexGuard<'_, SimulatedAccount>> {
        match self {
            Self::Demo(simulated) => Some(simulated.lock().unwrap_or_else(PoisonError::into_inner)),
            Self::Aws(_) | Self::Still(_) => None,
        }
    }
}
