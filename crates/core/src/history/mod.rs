//! The alarms and activities of the learner's own group, in the learner's language. AWS writes causes in English only;
//! what isn't recognised here is shown in AWS's own words. Judges nothing.

mod activity;
mod alarm;
mod entry;

use crate::account::Snapshot;
use crate::account::resources::{Activity, AutoScalingGroup};
use crate::i18n::Text;
use crate::lesson::Step;
use crate::verify::CheckKind;

pub use entry::HistoryEntry;

/// Activities that are told; older ones say nothing new.
const MOST: usize = 20;

/// What a step that asks for alarms or activities is told of them; nothing for other steps, or where nothing was seen.
#[must_use]
pub fn of_step(step: &Step, snapshot: &Snapshot) -> Vec<HistoryEntry> {
    let mut entries = Vec::new();
    let alarms = step.checks.iter().find_map(|check| match &check.kind {
        CheckKind::PolicyAlarm(check) => Some((&check.asg, &check.policy)),
        _ => None,
    });
    if let Some((asg, policy)) = alarms {
        entries.extend(alarm::entries(snapshot, group(snapshot, asg), policy));
    }
    if step.checks.iter().any(|check| matches!(check.kind, CheckKind::ScaleOut(_))) {
        entries.extend(activities(snapshot));
    }
    entries
}

fn group<'a>(snapshot: &'a Snapshot, name: &str) -> Option<&'a AutoScalingGroup> {
    snapshot.auto_scaling_groups.seen().ok()?.iter().find(|group| group.name == name)
}

/// One activity in words.
#[must_use]
pub fn told(activity: &Activity) -> Text {
    activity::entry(activity).text
}

/// Why the group did it, without what came of it: the same for all instances that start or end for one reason.
#[must_use]
pub fn reason(activity: &Activity) -> Text {
    activity::reason(activity)
}

/// The activities, newest first.
fn activities(snapshot: &Snapshot) -> Vec<HistoryEntry> {
    let mut all: Vec<&Activity> = snapshot.activities.seen().map(Vec::as_slice).unwrap_or_default().iter().collect();
    all.sort_by_key(|activity| std::cmp::Reverse(activity.started_at));
    all.into_iter().take(MOST).map(activity::entry).collect()
}

#[cfg(test)]
mod tests;
