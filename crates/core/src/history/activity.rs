//! One activity of the group as a sentence: why, and what came of it.

use super::HistoryEntry;
use crate::account::resources::{Activity, ActivityStatus};
use crate::aws_words::{ActivityCause, AlarmSide, Change, Refusal, launch_words};
use crate::i18n::Text;
use crate::msg;

/// The activity in words.
pub fn entry(activity: &Activity) -> HistoryEntry {
    let reasons = ActivityCause::all(&activity.cause);
    let what = what(activity);
    let text = match reasons.split_last() {
        None => msg!(history_activity, why = untold(&activity.cause), what = what),
        // Each reason stands before what came of them all.
        Some((last, earlier)) => {
            earlier.iter().rev().fold(msg!(history_activity, why = why(last), what = what), |text, cause| {
                msg!(history_activity, why = why(cause), what = text)
            })
        }
    };
    HistoryEntry { at: activity.started_at, text }
}

/// Why the group did it: of several reasons the last, which decided; AWS's description where none is understood.
pub fn reason(activity: &Activity) -> Text {
    let description = || Text::verbatim(activity.description.as_deref().unwrap_or_default());
    ActivityCause::all(&activity.cause).last().map_or_else(description, why)
}

fn untold(cause: &str) -> Text {
    if cause.trim().is_empty() { msg!(history_no_cause) } else { msg!(history_unknown, cause = cause) }
}

/// Who or what wanted it.
fn why(cause: &ActivityCause) -> Text {
    match cause {
        ActivityCause::Alarm { alarm, policy, change } => by_alarm(alarm, policy, *change),
        ActivityCause::Scheduled { change: Some((from, to)), .. } => msg!(history_scheduled, from = *from, to = *to),
        ActivityCause::Scheduled { change: None, .. } => msg!(history_scheduled_plain),
        ActivityCause::Created { change: Some((_, to)) } => msg!(history_created, to = *to),
        ActivityCause::Created { change: None } => msg!(history_created_plain),
        ActivityCause::ByHand { change: Some((from, to)) } => msg!(history_by_hand, from = *from, to = *to),
        ActivityCause::ByHand { change: None } => msg!(history_by_hand_plain),
        ActivityCause::Executed { policy, change: Some((from, to)) } => {
            msg!(history_executed, policy = policy, from = *from, to = *to)
        }
        ActivityCause::Executed { policy, change: None } => msg!(history_executed_plain, policy = policy),
        ActivityCause::Difference { change: Some((from, to)) } => msg!(history_difference, from = *from, to = *to),
        ActivityCause::Difference { change: None } => msg!(history_difference_plain),
        other => of_instance(other),
    }
}

/// Reasons that concern one instance.
fn of_instance(cause: &ActivityCause) -> Text {
    match cause {
        ActivityCause::RemovedByHand => msg!(history_removed_by_hand),
        ActivityCause::Attached => msg!(history_attached_by_hand),
        ActivityCause::Detached => msg!(history_detached_by_hand),
        ActivityCause::ToStandby => msg!(history_standby_by_hand),
        ActivityCause::FromStandby => msg!(history_back_by_hand),
        ActivityCause::Ec2Health => msg!(history_ec2_health),
        ActivityCause::BalancerHealth => msg!(history_balancer_health),
        ActivityCause::CustomHealth => msg!(history_custom_health),
        ActivityCause::Replacement => msg!(history_replacement),
        ActivityCause::Refresh => msg!(history_refresh),
        ActivityCause::Lifetime => msg!(history_lifetime),
        ActivityCause::Balancing => msg!(history_balancing),
        _ => msg!(history_no_cause),
    }
}

/// An alarm and the policy that it sets off.
fn by_alarm(alarm: &str, policy: &str, change: Change) -> Text {
    let Some((from, to)) = change else { return msg!(history_alarm_plain, alarm = alarm, policy = policy) };
    match AlarmSide::of(alarm) {
        Some(AlarmSide::High) => msg!(history_alarm_high, policy = policy, from = from, to = to),
        Some(AlarmSide::Low) => msg!(history_alarm_low, policy = policy, from = from, to = to),
        None => msg!(history_alarm_other, alarm = alarm, policy = policy, from = from, to = to),
    }
}

/// What the group did about it, and how far that is.
fn what(activity: &Activity) -> Text {
    let description = activity.description.as_deref().unwrap_or_default();
    let id = instance(description);
    let told = if description.starts_with("Launching") {
        Some(launch(activity, id))
    } else if description.starts_with("Terminating") {
        Some(termination(activity, id))
    } else {
        move_of(description, &activity.status, id)
    };
    told.unwrap_or_else(|| msg!(history_other, description = description, status = &activity.status))
}

fn launch(activity: &Activity, id: &str) -> Text {
    match &activity.status {
        ActivityStatus::Successful => msg!(history_launched, id = id),
        ActivityStatus::Cancelled if launch_words(activity) == activity.status.as_str() => {
            msg!(history_launch_cancelled)
        }
        ActivityStatus::Failed | ActivityStatus::Cancelled => no_launch(activity),
        ActivityStatus::MidLifecycleAction => msg!(history_launch_held, id = id),
        ActivityStatus::WaitingForInstanceWarmup => msg!(history_warming_up, id = id),
        _ => msg!(history_launching, id = id),
    }
}

/// Why nothing was launched: in the learner's words where that is known, else in AWS's.
fn no_launch(activity: &Activity) -> Text {
    let words = launch_words(activity);
    match Refusal::of(words) {
        Refusal::Unknown => msg!(history_launch_failed, reason = words),
        known => known.text(),
    }
}

fn termination(activity: &Activity, id: &str) -> Text {
    let reason = activity.status_message.as_deref().unwrap_or(activity.status.as_str());
    match &activity.status {
        ActivityStatus::Successful => msg!(history_terminated, id = id),
        ActivityStatus::Cancelled => msg!(history_termination_cancelled, id = id),
        ActivityStatus::Failed => msg!(history_termination_failed, id = id, reason = reason),
        ActivityStatus::MidLifecycleAction => msg!(history_termination_held, id = id),
        _ => msg!(history_terminating, id = id),
    }
}

/// What somebody does with an instance that runs; none where it didn't come to that.
fn move_of(description: &str, status: &ActivityStatus, id: &str) -> Option<Text> {
    if status.is_failed() {
        return None;
    }
    let begins = |words: &str| description.starts_with(words);
    let done = status.is_successful();
    Some(if begins("Attaching") {
        if done { msg!(history_attached, id = id) } else { msg!(history_attaching, id = id) }
    } else if begins("Detaching") {
        if done { msg!(history_detached, id = id) } else { msg!(history_detaching, id = id) }
    } else if begins("Moving EC2 instance to Standby") {
        if done { msg!(history_in_standby, id = id) } else { msg!(history_to_standby, id = id) }
    } else if begins("Moving EC2 instance out of Standby") {
        if done { msg!(history_back, id = id) } else { msg!(history_coming_back, id = id) }
    } else {
        return None;
    })
}

/// The id at the end of "Launching a new EC2 instance: i-...".
fn instance(description: &str) -> &str {
    let after = description.split_once(": ").map_or("", |(_, id)| id);
    let id = after.split([' ', '.']).next().unwrap_or_default();
    if id.starts_with("i-") { id } else { "-" }
}
