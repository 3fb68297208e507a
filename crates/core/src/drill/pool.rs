//! The drills that there are, and which one comes of a number.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::change::Change;
use super::fix::Fix;
use super::look::Look;
use super::place::Place;
use super::symptom::Symptom;
use crate::cause::CauseId;
use crate::lesson::Values;

const SOURCE: &str = include_str!("drills.toml");

/// A fault to find.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drill {
    /// Unique; progress is kept under it.
    pub id: String,
    /// 1 where one look shows it, 2 where two must be put together, 3 where words of AWS or of a program must be read.
    pub grade: u8,
    /// What it looks like from outside.
    pub symptom: Symptom,
    /// The `step/check` that suffers.
    pub check: String,
    /// The first cause that the tutor's own diagnosis names.
    pub cause: CauseId,
    /// Where the way is broken; where two places are as true, both.
    pub places: Vec<Place>,
    /// The look in which the fault itself can be seen.
    pub look: Look,
    /// What mends it.
    pub fix: Fix,
    /// What else is offered.
    pub instead: Vec<Fix>,
    /// What the instances printed while they booted, where that isn't what a right boot prints.
    #[serde(default)]
    pub log: Option<String>,
    #[serde(default)]
    pub(super) change: Vec<Change>,
}

/// The changes that make the account look as the fault does from outside.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outside {
    name: Symptom,
    change: Vec<Change>,
}

/// All drills.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    #[serde(rename = "symptom")]
    outside: Vec<Outside>,
    /// In the order of their grades.
    #[serde(rename = "drill")]
    pub drills: Vec<Drill>,
}

impl Pool {
    /// The drills with the lesson's names in them; none where the lesson isn't about what they are about.
    #[must_use]
    pub fn of(values: &Values) -> Option<Self> {
        let filled = values.interpolate("drills.toml", SOURCE).ok()?;
        let mut pool: Self = toml::from_str(&filled).ok()?;
        pool.drills.sort_by_key(|drill| drill.grade);
        Some(pool)
    }

    /// What `symptom` changes in the account.
    pub(super) fn outside(&self, symptom: Symptom) -> &[Change] {
        self.outside.iter().find(|known| known.name == symptom).map(|known| known.change.as_slice()).unwrap_or_default()
    }

    /// The drill of a seed: the same one for everybody.
    #[must_use]
    pub fn drill(&self, seed: u64) -> Option<&Drill> {
        let count = u64::try_from(self.drills.len()).ok().filter(|count| *count > 0)?;
        self.drills.get(usize::try_from(scatter(seed) % count).ok()?)
    }

    /// The first seed from `first` on whose drill isn't among `done`; of the lowest grade that has such a drill. The first
    /// itself where everything is done.
    #[must_use]
    pub fn fresh_seed(&self, first: u64, done: &BTreeSet<String>) -> u64 {
        let is_fresh = |drill: &&Drill| !done.contains(&drill.id);
        let Some(grade) = self.drills.iter().filter(is_fresh).map(|drill| drill.grade).min() else { return first };
        let mut seeds = (first..first.saturating_add(FAR)).chain(0..FAR);
        let fits = |seed: &u64| self.drill(*seed).filter(is_fresh).is_some_and(|drill| drill.grade == grade);
        seeds.find(fits).unwrap_or(first)
    }
}

/// Far more seeds than are needed to come by every drill.
const FAR: u64 = 10_000;

/// One round of SplitMix64: neighbours in, strangers out.
pub(super) fn scatter(number: u64) -> u64 {
    let mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
