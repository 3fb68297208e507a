//! What of the lab costs, by list price: now, so far, and if it were forgotten. Pure: rests on a snapshot and on the
//! lesson's price table, and is only ever an estimate. What can't be seen makes it a lower bound, never a smaller sum.

mod items;
mod json;
pub mod leftovers;
pub mod money;
mod plain;
#[cfg(test)]
mod tests;
mod whole;

use jiff::{Timestamp, Unit};
use serde::Serialize;

pub use json::CostDocument;
pub use plain::plain;
pub use whole::whole_lab;

use crate::account::resources::Identity;
use crate::account::{Need, Scope, Snapshot, Unseen};
use crate::i18n::{Localized, Text};
use crate::lesson::{Lab, Lesson, Prices};
use crate::msg;
use crate::verify::{ResourceKind, Verdict};
use items::Survey;
use money::HOURS_A_MONTH;

/// Less than this an hour isn't worth a word while the learner works on.
const WORTH_A_WORD: f64 = 0.005;

/// What the lab costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The lesson's id.
    pub lesson: String,
    /// Whose account; none where it can't be told.
    pub identity: Option<Identity>,
    /// The region that was read.
    pub region: Option<String>,
    /// The instant that it holds for.
    pub at: Timestamp,
    /// The prices that it is made with.
    pub prices: Prices,
    /// What of the course costs, too, and isn't counted.
    pub not_counted: Option<Localized>,
    /// Everything that costs.
    pub items: Vec<Item>,
    /// What could not be seen and might cost too.
    pub gaps: Vec<Gap>,
}

/// Something that costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What kind of thing.
    pub kind: Kind,
    /// Its id, or the id of what it belongs to.
    pub id: String,
    /// What it is, in words.
    pub what: Text,
    /// How many, or how much, at what price; none where no price is known.
    pub basis: Option<Text>,
    /// Dollars an hour; none where no price is known.
    pub hourly: Option<f64>,
    /// Since when it costs this; none where that isn't known.
    pub since: Option<Timestamp>,
    /// What should be known about the amount.
    pub notes: Vec<Text>,
}

/// Kinds of things that cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An Application Load Balancer, by the hour; its load is said apart.
    LoadBalancer,
    /// Public IPv4 addresses.
    PublicIpv4,
    /// A running instance.
    Instance,
    /// By the hour and zone; what goes through is said apart.
    NatGateway,
    /// The encryption control of a VPC.
    EncryptionControl,
    /// A disk.
    Volume,
    /// The snapshot behind an image.
    Snapshot,
    /// CloudWatch alarms, all together.
    Alarms,
}

/// Something that could not be seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// What was to be read, such as `volumes`.
    pub area: &'static str,
    /// Why it wasn't.
    pub why: Text,
    /// Whether somebody asked at all.
    pub asked: bool,
}

/// The sum of an estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// Dollars an hour.
    pub hourly: f64,
    /// Dollars so far.
    pub so_far: f64,
    /// Whether it is made with any price: without one the sums say nothing.
    pub is_priced: bool,
    /// Whether it costs more than that an hour.
    pub hourly_at_least: bool,
    /// Whether it has cost more than that so far.
    pub so_far_at_least: bool,
}

/// What must be read for an estimate, beyond what any check asks for.
#[must_use]
pub fn scope(lab: &Lab) -> Scope {
    let mut needs = vec![
        Need::Vpcs,
        Need::NatGateways,
        Need::Instances,
        Need::Images,
        Need::LoadBalancers,
        Need::Volumes,
        Need::EbsSnapshots,
        Need::Addresses,
    ];
    if let Some(asg) = lab.names(ResourceKind::AutoScalingGroup).next() {
        needs.extend([Need::ScalingPoliciesOf(asg.to_owned()), Need::AlarmsOf(asg.to_owned())]);
    }
    needs.into_iter().collect()
}

/// What the lab costs at the instant `now`, as far as `snapshot` shows it.
#[must_use]
pub fn estimate(lesson: &Lesson, snapshot: &Snapshot, now: Timestamp) -> Estimate {
    let (items, gaps) = Survey::of(&lesson.lab, &lesson.prices, snapshot);
    Estimate {
        lesson: lesson.id.clone(),
        identity: snapshot.identity.seen().ok().cloned(),
        region: snapshot.region.clone(),
        at: now,
        prices: lesson.prices.clone(),
        not_counted: lesson.notes.cost.clone(),
        items,
        gaps,
    }
}

impl Item {
    /// Dollars from its beginning until `now`; none where price or beginning isn't known.
    #[must_use]
    pub fn so_far(&self, now: Timestamp) -> Option<f64> {
        let hours = now.since(self.since?).and_then(|span| span.total(Unit::Hour)).ok()?;
        Some(self.hourly? * hours.max(0.0))
    }

    /// Dollars for a month.
    #[must_use]
    pub fn monthly(&self) -> Option<f64> {
        self.hourly.map(|hourly| hourly * HOURS_A_MONTH)
    }
}

impl Gap {
    fn new(area: &'static str, unseen: Unseen<'_>) -> Self {
        Self { area, why: Verdict::unknown(unseen).actual, asked: unseen != Unseen::NotAsked }
    }
}

impl Estimate {
    /// The sum.
    #[must_use]
    pub fn total(&self) -> Total {
        let hourly_at_least = !self.gaps.is_empty() || self.items.iter().any(|item| item.hourly.is_none());
        Total {
            // A sum of nothing would be -0.0.
            hourly: self.items.iter().filter_map(|item| item.hourly).fold(0.0, |sum, part| sum + part),
            so_far: self.items.iter().filter_map(|item| item.so_far(self.at)).fold(0.0, |sum, part| sum + part),
            is_priced: if self.items.is_empty() {
                self.prices != Prices::default()
            } else {
                self.items.iter().any(|item| item.hourly.is_some())
            },
            hourly_at_least,
            so_far_at_least: hourly_at_least || self.items.iter().any(|item| item.since.is_none()),
        }
    }

    /// Dollars since `begin`, as far as prices and beginnings are known.
    #[must_use]
    pub fn since(&self, begin: Timestamp) -> f64 {
        let later =
            |item: &Item| Item { since: Some(item.since.map_or(begin, |since| since.max(begin))), ..item.clone() };
        self.items.iter().filter_map(|item| later(item).so_far(self.at)).sum()
    }

    /// What an hour costs in a few words; none where that is next to nothing. Disks and what else nobody asked about
    /// would not show in so round a number.
    #[must_use]
    pub fn in_short(&self) -> Option<Text> {
        let hourly = self.total().hourly;
        if hourly < WORTH_A_WORD {
            return None;
        }
        let is_bound = self.gaps.iter().any(|gap| gap.asked) || self.items.iter().any(|item| item.hourly.is_none());
        let amount = money::sum(hourly);
        Some(if is_bound { msg!(cost_short_at_least, amount = amount) } else { msg!(cost_short, amount = amount) })
    }
}
