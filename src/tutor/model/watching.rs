//! Whether there is something to look for in the account without being asked.

use jiff::Timestamp;

use super::{Caller, Model, Page};
use crate::progress::StepState;
use crate::report::StepReport;
use crate::verify::Status;

impl Model {
    /// When the tutor has something to look for next; never where there is nothing.
    #[must_use]
    pub fn due(&self) -> Option<Timestamp> {
        self.checks.watch.next().filter(|_| self.wants_look())
    }

    /// Whether the tutor looks by itself here: at a step that isn't done and that AWS can tell something about, in an
    /// account that the learner confirmed, and while no check runs.
    #[must_use]
    pub fn wants_look(&self) -> bool {
        self.checks.running.is_none() && self.is_watching()
    }

    /// As [`Self::wants_look`], whether or not a check runs.
    #[must_use]
    pub fn is_watching(&self) -> bool {
        matches!(self.account.caller, Caller::Known(_))
            && self.account.progress.is_some()
            && self.account.is_confirmed()
            && (self.follows_load() || self.waits_for_step())
    }

    /// Whether AWS may be answering a load, which is worth looking at wherever the learner is.
    fn follows_load(&self) -> bool {
        self.load.running.is_some() || (self.view.page == Page::Live && self.load.live.is_some())
    }

    fn waits_for_step(&self) -> bool {
        self.view.page == Page::Step
            && matches!(self.state(self.view.step), StepState::Open | StepState::Broken)
            && self.step_report().is_some_and(can_change)
    }
}

fn can_change(step: &StepReport) -> bool {
    let is_open = |status| !matches!(status, Status::Passed | Status::Manual);
    step.checks.iter().any(|check| check.required && is_open(check.verdict.status))
}
