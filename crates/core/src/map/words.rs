//! The map in sentences, for screen readers and for where there is no room to draw.

use jiff::tz::TimeZone;

use super::{Fact, Mark, Node, Wiring};
use crate::i18n::{Localizer, Text};
use crate::msg;
use crate::times::second;

/// The map, a sentence a line, in the order of a visitor's way.
#[must_use]
pub fn sentences(wiring: &Wiring, localizer: &Localizer, zone: &TimeZone) -> Vec<String> {
    let mut texts = vec![head(wiring, zone)];
    texts.extend(node(&wiring.internet));
    texts.extend(wiring.way_in.facts.iter().map(fact));
    texts.extend(node(&wiring.balancer));
    texts.extend(wiring.listeners.iter().flat_map(|link| &link.facts).map(fact));
    texts.extend(node(&wiring.target_group));
    texts.extend(wiring.delivery.facts.iter().map(fact));
    texts.extend(node(&wiring.group));
    texts.extend(wiring.zones.iter().flat_map(node));
    texts.extend((!wiring.guards.is_empty()).then(|| msg!(map_guards)));
    texts.extend(wiring.guards.iter().flat_map(node));
    texts.extend(wiring.spare.iter().flat_map(node));
    texts.extend((!wiring.unseen.is_empty()).then(|| msg!(map_unseen_title)));
    texts.extend(wiring.unseen.iter().cloned());
    texts.iter().map(|text| localizer.say(text)).collect()
}

/// Whose map this is, and from when.
#[must_use]
pub fn head(wiring: &Wiring, zone: &TimeZone) -> Text {
    let known = |value: &Option<String>| value.as_ref().map_or_else(|| msg!(account_unknown), Text::verbatim);
    msg!(
        map_head,
        account = known(&wiring.account),
        region = known(&wiring.region),
        time = second(wiring.taken_at, zone)
    )
}

fn node(node: &Node) -> Vec<Text> {
    let title = msg!(map_words, what = node.title.clone(), word = node.mark.word());
    std::iter::once(title).chain(node.facts.iter().map(fact)).collect()
}

/// A fact with the word for what is not as it should be; a sign would not be heard.
fn fact(fact: &Fact) -> Text {
    match fact.mark {
        Some(mark @ (Mark::Wrong | Mark::Waiting)) => msg!(map_words, what = fact.text.clone(), word = mark.word()),
        _ => fact.text.clone(),
    }
}
