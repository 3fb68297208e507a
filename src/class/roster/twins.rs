//! What several rows of a roster share that ought to be one learner's own. Each stays a row, and all of them are marked.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::{Mark, RosterEntry, Way};
use crate::account::Access;
use crate::class::marks::{SAME_NAME, others};
use crate::i18n::Text;
use crate::msg;

/// One thing that two rows may share: the mark's id, its value in a row, and what is said of the value and the others.
struct Shared {
    id: &'static str,
    value: fn(&RosterEntry) -> Option<String>,
    words: fn(&str, &str) -> Text,
    /// Whether learners with values of their own may share it: they have labs of their own in one account.
    is_of_account: bool,
}

const SHARED: [Shared; 6] = [
    Shared {
        id: "same-id",
        value: |entry| Some(entry.id.clone()),
        words: |value, others| msg!(class_same_id, id = value, others = others),
        is_of_account: false,
    },
    Shared {
        id: SAME_NAME,
        value: name,
        words: |value, others| msg!(class_same_name, name = value, others = others),
        is_of_account: false,
    },
    Shared {
        id: "same-account",
        value: account,
        words: |value, others| msg!(class_same_account, account = value, others = others),
        is_of_account: true,
    },
    Shared {
        id: "same-role",
        value: role,
        words: |value, others| msg!(class_same_role, role = value, others = others),
        is_of_account: true,
    },
    Shared {
        id: "same-profile",
        value: profile,
        words: |value, others| msg!(class_same_profile, profile = value, others = others),
        is_of_account: true,
    },
    Shared {
        id: "same-page",
        value: page,
        words: |value, others| msg!(class_same_page, file = value, others = others),
        is_of_account: false,
    },
];

/// Marks the rows that share something, and gives those that share an id their place.
pub fn mark(entries: &mut [RosterEntry]) {
    for shared in &SHARED {
        let mut holders: BTreeMap<(String, BTreeMap<String, String>), Vec<usize>> = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            if let Some(value) = (shared.value)(entry) {
                let lab = if shared.is_of_account { entry.values.clone() } else { BTreeMap::new() };
                holders.entry((value, lab)).or_default().push(index);
            }
        }
        for ((value, _), holders) in holders.iter().filter(|(_, holders)| holders.len() > 1) {
            mark_holders(entries, shared, value, holders);
        }
    }
}

fn mark_holders(entries: &mut [RosterEntry], shared: &Shared, value: &str, holders: &[usize]) {
    let label = |entry: &RosterEntry, index: usize| format!("{} ({})", entry.name, index + 1);
    let labels: Vec<String> = holders.iter().filter_map(|index| Some(label(entries.get(*index)?, *index))).collect();
    for (nth, index) in holders.iter().enumerate() {
        let Some(entry) = entries.get_mut(*index) else { continue };
        if shared.id == "same-id" {
            entry.place = Some(index + 1);
        }
        entry.marks.push(Mark { id: shared.id, text: (shared.words)(value, &others(&labels, Some(nth))) });
    }
}

/// A name that stands for the id, too, is told as the same id already.
fn name(entry: &RosterEntry) -> Option<String> {
    let name = entry.name.split_whitespace().collect::<Vec<_>>().join(" ");
    (entry.name != entry.id && !name.is_empty()).then_some(name)
}

fn account(entry: &RosterEntry) -> Option<String> {
    entry.account.clone()
}

fn role(entry: &RosterEntry) -> Option<String> {
    match &entry.way {
        Ok(Way::Account(Access::Role(role))) => Some(role.arn.clone()),
        _ => None,
    }
}

fn profile(entry: &RosterEntry) -> Option<String> {
    match &entry.way {
        Ok(Way::Account(Access::Profile(profile))) => Some(profile.clone()),
        _ => None,
    }
}

fn page(entry: &RosterEntry) -> Option<String> {
    match &entry.way {
        Ok(Way::Evidence(path)) => Some(plain(path).display().to_string()),
        _ => None,
    }
}

/// A path without detours, as far as that can be told without looking.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}
