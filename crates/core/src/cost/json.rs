//! The JSON document of `cost --json`. Amounts are dollars, to a millionth; what isn't known is null.

use serde::Serialize;

use super::money::{HOURS_A_MONTH, plain};
use super::{Estimate, Item, Kind};
use crate::i18n::Localizer;

/// What `cost --json` prints: one object.
#[derive(Debug, Serialize)]
pub struct CostDocument {
    schema: u32,
    lesson: String,
    account: Option<String>,
    region: Option<String>,
    checked_at: String,
    prices: PriceTable,
    items: Vec<CostEntry>,
    unseen: Vec<Unseen>,
    total: Sum,
}

#[derive(Debug, Serialize)]
struct PriceTable {
    currency: &'static str,
    date: Option<String>,
    region: Option<String>,
    source: Option<String>,
}

#[derive(Debug, Serialize)]
struct CostEntry {
    kind: Kind,
    id: String,
    what: String,
    per_hour: Option<f64>,
    since: Option<String>,
    so_far: Option<f64>,
    per_month: Option<f64>,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Unseen {
    area: &'static str,
    why: String,
}

#[derive(Debug, Serialize)]
struct Sum {
    /// Null where no price is known, like the next two.
    per_hour: Option<f64>,
    so_far: Option<f64>,
    per_month: Option<f64>,
    /// Whether more is known to cost than the sums by hour and month hold.
    at_least: bool,
    so_far_at_least: bool,
}

impl CostDocument {
    /// The document of `estimate`.
    #[must_use]
    pub fn new(estimate: &Estimate, localizer: &Localizer) -> Self {
        let (prices, total) = (&estimate.prices, estimate.total());
        let unseen = estimate.gaps.iter().map(|gap| Unseen { area: gap.area, why: localizer.say(&gap.why) }).collect();
        Self {
            schema: 1,
            lesson: estimate.lesson.clone(),
            account: estimate.identity.as_ref().map(|identity| identity.account.clone()),
            region: estimate.region.clone(),
            checked_at: estimate.at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            prices: PriceTable {
                currency: "USD",
                date: prices.date.clone(),
                region: prices.region.clone(),
                source: prices.source.clone(),
            },
            items: estimate.items.iter().map(|item| CostEntry::new(item, estimate, localizer)).collect(),
            unseen,
            total: Sum {
                per_hour: total.is_priced.then(|| plain(total.hourly)),
                so_far: total.is_priced.then(|| plain(total.so_far)),
                per_month: total.is_priced.then(|| plain(total.hourly * HOURS_A_MONTH)),
                at_least: total.hourly_at_least,
                so_far_at_least: total.so_far_at_least,
            },
        }
    }
}

impl CostEntry {
    fn new(item: &Item, estimate: &Estimate, localizer: &Localizer) -> Self {
        Self {
            kind: item.kind,
            id: item.id.clone(),
            what: localizer.say(&item.what),
            per_hour: item.hourly.map(plain),
            since: item.since.map(|since| since.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            so_far: item.so_far(estimate.at).map(plain),
            per_month: item.monthly().map(plain),
            notes: item.notes.iter().map(|note| localizer.say(note)).collect(),
        }
    }
}
