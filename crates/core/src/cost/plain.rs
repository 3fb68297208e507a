//! An estimate as lines of text: each thing that costs with its reasons, then the sum and how good it is.

use jiff::Timestamp;

use super::money::{HOURS_A_MONTH, hourly, sum};
use super::{Estimate, Item, Total};
use crate::i18n::{Localizer, Text};
use crate::lesson::Prices;
use crate::msg;

/// The whole estimate.
#[must_use]
pub fn plain(estimate: &Estimate, localizer: &Localizer) -> String {
    let mut texts = vec![head(estimate), with_prices(estimate)];
    texts.extend(other_region(estimate));
    if estimate.items.is_empty() {
        texts.push(msg!(cost_nothing));
    }
    let mut lines: Vec<String> = texts.iter().map(|text| localizer.say(text)).collect();
    for item in &estimate.items {
        lines.push(format!("- {}", localizer.say(&first_line(item))));
        lines.extend(details(item, estimate.at).iter().map(|text| format!("    {}", localizer.say(text))));
    }
    lines.extend(gaps(estimate).iter().map(|text| localizer.say(text)));
    let total = estimate.total();
    if total.is_priced {
        lines.extend(totals(total).iter().map(|text| localizer.say(text)));
        lines.push(localizer.say(&msg!(cost_rounding)));
    } else if estimate.prices != Prices::default() {
        lines.push(localizer.say(&msg!(cost_total_unknown)));
    }
    let not_counted = estimate.not_counted.clone().map_or_else(|| Text::verbatim(""), Text::Lesson);
    lines.push(localizer.say(&msg!(cost_not_included, not_counted = not_counted)));
    lines.join("\n") + "\n"
}

fn head(estimate: &Estimate) -> Text {
    let account =
        estimate.identity.as_ref().map_or_else(|| msg!(account_unknown), |identity| Text::verbatim(&identity.account));
    let region = estimate.region.as_ref().map_or_else(|| msg!(account_unknown), Text::verbatim);
    msg!(check_header, account = account, region = region)
}

fn with_prices(estimate: &Estimate) -> Text {
    let prices = &estimate.prices;
    if *prices == Prices::default() {
        return msg!(cost_no_prices);
    }
    let said = |value: &Option<String>| value.as_ref().map_or_else(|| msg!(account_unknown), Text::verbatim);
    msg!(cost_prices, date = said(&prices.date), region = said(&prices.region), source = said(&prices.source))
}

/// Prices differ between regions, by a third and more.
fn other_region(estimate: &Estimate) -> Option<Text> {
    let (table, account) = (estimate.prices.region.as_ref()?, estimate.region.as_ref()?);
    (table != account).then(|| msg!(cost_other_region, table = table, account = account))
}

fn first_line(item: &Item) -> Text {
    match item.hourly {
        Some(amount) => msg!(cost_item, what = item.what.clone(), amount = hourly(amount)),
        None => msg!(cost_item_without_price, what = item.what.clone()),
    }
}

fn details(item: &Item, now: Timestamp) -> Vec<Text> {
    let mut parts: Vec<Text> = item.basis.iter().cloned().collect();
    parts.push(match item.since {
        Some(since) => msg!(cost_since, at = since),
        None => msg!(cost_since_unknown),
    });
    parts.extend(item.so_far(now).map(|amount| msg!(cost_so_far, amount = sum(amount))));
    parts.extend(item.monthly().map(|amount| msg!(cost_monthly, amount = sum(amount))));
    std::iter::once(Text::List(parts)).chain(item.notes.iter().cloned()).collect()
}

/// What could not be seen, each reason once.
fn gaps(estimate: &Estimate) -> Vec<Text> {
    let mut whys: Vec<&Text> = Vec::new();
    for gap in &estimate.gaps {
        if !whys.contains(&&gap.why) {
            whys.push(&gap.why);
        }
    }
    whys.into_iter().map(|why| msg!(cost_gap, why = why.clone())).collect()
}

fn totals(total: Total) -> [Text; 3] {
    let bound = |text: Text, is_bound: bool| if is_bound { msg!(cost_at_least, amount = text) } else { text };
    let amount = |amount: String, is_bound| bound(Text::verbatim(amount), is_bound);
    let monthly = sum(total.hourly * HOURS_A_MONTH);
    [
        msg!(cost_total_hourly, amount = amount(hourly(total.hourly), total.hourly_at_least)),
        msg!(cost_total_so_far, amount = amount(sum(total.so_far), total.so_far_at_least)),
        msg!(cost_total_monthly, amount = amount(monthly, total.hourly_at_least)),
    ]
}
