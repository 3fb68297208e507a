//! One activity of the group as a sentence: why, and what came of it.

use super::HistoryEntry;
use crate::account::resources::Activity;
use crate::aws_words::{Cause, Refusal, launch_words};
use crate::i18n::Text;
use crate::msg;

/// The activity in words.
pub fn entry(activity: &Activity) -> HistoryEntry {
    let why = why(&activity.cause);
    HistoryEntry { at: activity.started_at, text: msg!(history_activity, why = why, what = what(activity)) }
}

/// Who or what wanted it.
fn why(cause: &str) -> Text {
    match Cause::read(cause) {
        Cause::Alarm { alarm, policy, change } => by_alarm(&alarm, &policy, change),
        Cause::Created { change } => {
            change.map_or_else(|| msg!(history_created_plain), |(_, to)| msg!(history_created, to = to))
        }
        Cause::ByHand { change: Some((from, to)) } => msg!(history_by_hand, from = from, to = to),
        Cause::ByHand { change: None } => msg!(history_by_hand_plain),
        Cause::RemovedByHand => msg!(history_removed_by_hand),
        Cause::Ec2Health => msg!(history_ec2_health),
        Cause::BalancerHealth => msg!(history_balancer_health),
        Cause::CustomHealth => msg!(history_custom_health),
        Cause::Replacement => msg!(history_replacement),
        Cause::Balancing => msg!(history_balancing),
        Cause::Difference { change: Some((from, to)) } => msg!(history_difference, from = from, to = to),
        Cause::Difference { change: None } => msg!(history_difference_plain),
        Cause::Unknown if cause.trim().is_empty() => msg!(history_no_cause),
        Cause::Unknown => msg!(history_unknown, cause = cause),
    }
}

/// An alarm and the policy that it sets off.
fn by_alarm(alarm: &str, policy: &str, change: Option<(i32, i32)>) -> Text {
    let Some((from, to)) = change else { return msg!(history_alarm_plain, alarm = alarm, policy = policy) };
    if alarm.contains("-AlarmHigh-") {
        msg!(history_alarm_high, policy = policy, from = from, to = to)
    } else if alarm.contains("-AlarmLow-") {
        msg!(history_alarm_low, policy = policy, from = from, to = to)
    } else {
        msg!(history_alarm_other, alarm = alarm, policy = policy, from = from, to = to)
    }
}

/// What the group did about it, and how far that is.
fn what(activity: &Activity) -> Text {
    let description = activity.description.as_deref().unwrap_or_default();
    let launches = description.starts_with("Launching");
    if !launches && !description.starts_with("Terminating") {
        return msg!(history_other, description = description, status = &activity.status);
    }
    let id = instance(description);
    match (launches, activity.status.as_str()) {
        (true, "Successful") => msg!(history_launched, id = id),
        (false, "Successful") => msg!(history_terminated, id = id),
        (true, "Failed" | "Cancelled") => no_launch(activity),
        (false, "Failed" | "Cancelled") => msg!(history_termination_failed, id = id, reason = reason(activity)),
        (true, _) => msg!(history_launching, id = id),
        (false, _) => msg!(history_terminating, id = id),
    }
}

/// The id at the end of "Launching a new EC2 instance: i-...".
fn instance(description: &str) -> &str {
    let after = description.split_once(": ").map_or("", |(_, id)| id);
    let id = after.split([' ', '.']).next().unwrap_or_default();
    if id.starts_with("i-") { id } else { "-" }
}

/// Why nothing was launched: in the learner's words where that is known, else in AWS's.
fn no_launch(activity: &Activity) -> Text {
    let words = launch_words(activity);
    match Refusal::of(words) {
        Refusal::Unknown => msg!(history_launch_failed, reason = words),
        known => known.text(),
    }
}

fn reason(activity: &Activity) -> &str {
    activity.status_message.as_deref().unwrap_or(&activity.status)
}
