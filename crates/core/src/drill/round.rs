//! One drill as it goes: what was looked at, what was answered, and when it is over. Pure: time comes from outside.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::fix::Fix;
use super::look::Look;
use super::place::Place;
use super::pool::{Drill, scatter};
use crate::i18n::Text;
use crate::lesson::Values;
use crate::msg;

/// How far a drill is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The broken place is to be named.
    Place,
    /// The repair is to be chosen.
    Repair,
    /// Both were found.
    Solved,
    /// The learner wanted to be told.
    GivenUp,
}

/// One of the answers that are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The way is broken here.
    Place(Place),
    /// This mends it.
    Fix(Fix),
    /// Tell me.
    GiveUp,
}

impl Choice {
    /// What it says.
    #[must_use]
    pub fn text(self, values: &Values) -> Text {
        match self {
            Self::Place(place) => place.title(values),
            Self::Fix(fix) => fix.text(values),
            Self::GiveUp => msg!(drill_give_up),
        }
    }
}

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is broken there: now for the repair.
    RightPlace,
    /// It isn't broken there.
    WrongPlace,
    /// That doesn't mend it.
    WrongFix,
    /// Found and mended.
    Solved,
    /// The tutor tells.
    GivenUp,
    /// There is no such answer, or it was ruled out before.
    Nothing,
}

/// How a drill went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrillRun {
    /// When it ended.
    pub at: Timestamp,
    /// The number that it came from.
    pub seed: u64,
    /// Whether the learner found it, rather than being told.
    pub solved: bool,
    /// Seconds from the complaint to the end.
    pub seconds: u32,
    /// Different looks that were opened.
    pub looks: u32,
    /// Answers that were given, right ones too.
    pub tries: u32,
}

impl DrillRun {
    /// Time, looks and answers in words.
    #[must_use]
    pub fn result(&self) -> Text {
        msg!(drill_result, seconds = self.seconds, looks = self.looks, tries = self.tries)
    }
}

/// A drill under way.
#[derive(Clone, Debug)]
pub struct Round {
    /// The number that it comes from.
    pub seed: u64,
    /// The fault.
    pub drill: Drill,
    /// How far it is.
    pub stage: Stage,
    /// Answers given.
    pub tries: u32,
    /// What was looked at.
    pub looked: BTreeSet<Look>,
    began_at: Timestamp,
    ended_at: Option<Timestamp>,
    ruled_out: BTreeSet<usize>,
}

impl Round {
    /// The drill of `seed`, begun at the instant `now`.
    #[must_use]
    pub fn new(seed: u64, drill: Drill, now: Timestamp) -> Self {
        Self {
            seed,
            drill,
            stage: Stage::Place,
            tries: 0,
            looked: BTreeSet::new(),
            began_at: now,
            ended_at: None,
            ruled_out: BTreeSet::new(),
        }
    }

    /// Notes that something was looked at; what is looked at afterwards doesn't count.
    pub fn look(&mut self, look: Look) {
        if !self.is_over() {
            self.looked.insert(look);
        }
    }

    /// Whether nothing is left to answer.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Solved | Stage::GivenUp)
    }

    /// What can be answered now, in the order shown; nothing once it is over.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        let answers: Vec<Choice> = match self.stage {
            Stage::Place => Place::ALL.into_iter().map(Choice::Place).collect(),
            Stage::Repair => self.fixes().into_iter().map(Choice::Fix).collect(),
            Stage::Solved | Stage::GivenUp => return Vec::new(),
        };
        answers.into_iter().chain([Choice::GiveUp]).collect()
    }

    /// The repairs in an order of the seed's.
    fn fixes(&self) -> Vec<Fix> {
        let mut fixes: Vec<Fix> = self.drill.instead.iter().copied().chain([self.drill.fix]).collect();
        let mut number = self.seed;
        fixes.sort_by_cached_key(|_| {
            number = number.wrapping_add(1);
            scatter(scatter(number))
        });
        fixes
    }

    /// Whether an answer was given before, and was wrong.
    #[must_use]
    pub fn is_ruled_out(&self, index: usize) -> bool {
        self.ruled_out.contains(&index)
    }

    /// Takes the answer at `index`.
    pub fn choose(&mut self, index: usize, now: Timestamp) -> Outcome {
        let Some(choice) = self.choices().get(index).copied().filter(|_| !self.is_ruled_out(index)) else {
            return Outcome::Nothing;
        };
        match choice {
            Choice::GiveUp => self.end(Stage::GivenUp, now),
            Choice::Place(place) => {
                self.tries += 1;
                if self.drill.places.contains(&place) {
                    self.stage = Stage::Repair;
                    self.ruled_out.clear();
                    return Outcome::RightPlace;
                }
                self.ruled_out.insert(index);
                Outcome::WrongPlace
            }
            Choice::Fix(fix) => {
                self.tries += 1;
                if fix == self.drill.fix {
                    return self.end(Stage::Solved, now);
                }
                self.ruled_out.insert(index);
                Outcome::WrongFix
            }
        }
    }

    fn end(&mut self, stage: Stage, now: Timestamp) -> Outcome {
        self.stage = stage;
        self.ended_at = Some(now);
        if stage == Stage::Solved { Outcome::Solved } else { Outcome::GivenUp }
    }

    /// How it went; none while it goes on.
    #[must_use]
    pub fn run(&self) -> Option<DrillRun> {
        let at = self.ended_at?;
        let seconds = at.duration_since(self.began_at).as_secs().max(0);
        Some(DrillRun {
            at,
            seed: self.seed,
            solved: self.stage == Stage::Solved,
            seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
            looks: u32::try_from(self.looked.len()).unwrap_or(u32::MAX),
            tries: self.tries,
        })
    }
}
