//! A load as it is shown: the plan, what came of it so far, and what AWS made of it. Plain data.

use jiff::{SignedDuration, Timestamp};

use super::observations::{MinuteLength, Observations};
use super::plan::Plan;
use super::stats::Figures;
use super::stop::Ending;
use super::subject::Subject;

/// A load, from its start on until long after its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Live {
    /// The name of the site.
    pub host: String,
    /// What is sent.
    pub plan: Plan,
    /// Requests per target and minute that the policy keeps.
    pub target_value: f64,
    /// How long a minute takes.
    pub pace: MinuteLength,
    /// When it began.
    pub started_at: Timestamp,
    /// What was sent, and what came.
    pub figures: Figures,
    /// How it ended, and when.
    pub ended: Option<(Ending, Timestamp)>,
    /// What AWS showed.
    pub observations: Observations,
}

/// A load that was finished, to be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Requests answered.
    pub answered: u32,
    /// Answers in the busiest minute, shared by the targets.
    pub per_target: u32,
}

impl Live {
    /// A load that begins now.
    #[must_use]
    pub fn new(host: &str, plan: Plan, subject: &Subject, pace: MinuteLength, now: Timestamp) -> Self {
        Self {
            host: host.to_owned(),
            plan,
            target_value: subject.target_value,
            pace,
            started_at: now,
            figures: Figures::default(),
            ended: None,
            observations: Observations::default(),
        }
    }

    /// Requests per target and minute above which the policy acts: as the account's own AlarmHigh has it, else as the
    /// lesson does.
    #[must_use]
    pub fn target(&self) -> f64 {
        self.observations.alarm(true).and_then(|alarm| alarm.threshold).unwrap_or(self.target_value)
    }

    /// When it ended.
    #[must_use]
    pub fn ended_at(&self) -> Option<Timestamp> {
        self.ended.map(|(_, at)| at)
    }

    /// How long the plan takes at this pace.
    #[must_use]
    pub fn span(&self) -> SignedDuration {
        let seconds = SignedDuration::try_from(self.plan.duration()).unwrap_or(SignedDuration::MAX);
        let minute = MinuteLength::REAL.minutes(1).as_millis().max(1);
        SignedDuration::from_millis(
            i64::try_from(seconds.as_millis() * self.pace.minutes(1).as_millis() / minute).unwrap_or(i64::MAX),
        )
    }

    /// What a finished load proves: more requests per target in a minute than the policy wants. None where it was
    /// stopped, was too small, or wasn't answered.
    #[must_use]
    pub fn proof(&self) -> Option<Proof> {
        if !matches!(self.ended, Some((Ending::Finished, _))) {
            return None;
        }
        let targets = u32::try_from(self.observations.most_healthy().unwrap_or(1).max(1)).unwrap_or(1);
        let per_target = self.figures.busiest_minute()? / targets;
        let is_enough = f64::from(per_target) > self.target_value;
        is_enough.then(|| Proof { answered: self.figures.answered(), per_target })
    }
}
