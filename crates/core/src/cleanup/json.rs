//! The JSON document of `cleanup --json`.

use serde::Serialize;

use super::{Item, Kind, Plan, State};
use crate::i18n::Localizer;

/// What `cleanup --json` prints: one object.
#[derive(Debug, Serialize)]
pub struct CleanupDocument {
    schema: u32,
    lesson: String,
    account: Option<String>,
    region: Option<String>,
    checked_at: String,
    /// Whether nothing is left; null where that can't be told.
    done: Option<bool>,
    items: Vec<CleanupEntry>,
    leftovers: Vec<CleanupEntry>,
    kept: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CleanupEntry {
    kind: Kind,
    resource: Option<String>,
    what: String,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    console: Option<String>,
    link: Option<String>,
    commands: Vec<String>,
    note: Option<String>,
}

impl CleanupDocument {
    /// The document of `plan`.
    #[must_use]
    pub fn new(plan: &Plan, localizer: &Localizer) -> Self {
        let entries = |items: &[Item]| items.iter().map(|item| CleanupEntry::new(item, localizer)).collect();
        Self {
            schema: 1,
            lesson: plan.lesson.clone(),
            account: plan.identity.as_ref().map(|identity| identity.account.clone()),
            region: plan.region.clone(),
            checked_at: plan.at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            done: plan.is_done(),
            items: entries(&plan.items),
            leftovers: entries(&plan.leftovers),
            kept: plan.kept.iter().map(|text| localizer.say(text)).collect(),
        }
    }
}

impl CleanupEntry {
    fn new(item: &Item, localizer: &Localizer) -> Self {
        let why = if let State::NotVisible(why) = &item.state { Some(localizer.say(why)) } else { None };
        Self {
            kind: item.kind,
            resource: item.resource.clone(),
            what: localizer.say(&item.what),
            state: item.state.id(),
            why,
            console: item.console.as_ref().map(|text| localizer.say(text)),
            link: item.link.clone(),
            commands: item.commands.clone(),
            note: item.note.as_ref().map(|text| localizer.say(text)),
        }
    }
}
