//! The two alarms of a target tracking policy in words: what each watches, how it stands, and why that is so.

use super::HistoryEntry;
use crate::account::Snapshot;
use crate::account::resources::{Alarm, AlarmState, AutoScalingGroup, RequestCount, ScalingPolicy};
use crate::i18n::Text;
use crate::msg;

const REQUESTS: &str = "ALBRequestCountPerTarget";
/// Where CloudWatch doesn't say, an alarm looks at points of a minute.
const MINUTE: i32 = 60;

/// Which way an alarm looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    High,
    Low,
    Other,
}

/// The alarms that `policy` names, AlarmHigh first.
pub fn entries(snapshot: &Snapshot, group: Option<&AutoScalingGroup>, policy: &str) -> Vec<HistoryEntry> {
    let policies = snapshot.scaling_policies.seen().map(Vec::as_slice).unwrap_or_default();
    let Some(policy) = policies.iter().find(|found| found.name == policy) else { return Vec::new() };
    let alarms = snapshot.alarms.seen().map(Vec::as_slice).unwrap_or_default();
    let mut own: Vec<&Alarm> = alarms.iter().filter(|alarm| policy.alarms.contains(&alarm.name)).collect();
    own.sort_by_key(|alarm| side(alarm) as u8);
    let counts = snapshot.request_counts.seen().map(Vec::as_slice).unwrap_or_default();
    own.into_iter().flat_map(|alarm| explain(alarm, policy, group, counts)).collect()
}

fn side(alarm: &Alarm) -> Side {
    match alarm.comparison.as_deref().unwrap_or_default() {
        comparison if comparison.starts_with("GreaterThan") => Side::High,
        comparison if comparison.starts_with("LessThan") => Side::Low,
        _ => Side::Other,
    }
}

fn explain(
    alarm: &Alarm,
    policy: &ScalingPolicy,
    group: Option<&AutoScalingGroup>,
    counts: &[RequestCount],
) -> Vec<HistoryEntry> {
    let mut entries = vec![HistoryEntry::untimed(watches(alarm, policy))];
    if policy.metric.as_deref() == Some(REQUESTS) {
        entries.extend(points(alarm, counts));
    }
    entries.push(HistoryEntry { at: alarm.state_since, text: state(alarm) });
    let meaning =
        if alarm.actions_enabled == Some(false) { Some(msg!(history_actions_off)) } else { meaning(alarm, group) };
    entries.extend(meaning.map(HistoryEntry::untimed));
    entries
}

/// What the alarm compares with what, and for how long.
fn watches(alarm: &Alarm, policy: &ScalingPolicy) -> Text {
    let name = &alarm.name;
    let (Some(threshold), Some(points)) = (alarm.threshold, alarm.evaluation_periods) else {
        return msg!(history_watches_plain, name = name);
    };
    let metric = match policy.metric.as_deref() {
        Some(REQUESTS) => msg!(history_metric_requests),
        Some(other) => Text::verbatim(other),
        None => msg!(history_metric_other),
    };
    let span = span(points.saturating_mul(period(alarm)));
    macro_rules! watches {
        ($id:ident) => {
            msg!($id, name = name, metric = metric, threshold = threshold, points = points, span = span)
        };
    }
    match (side(alarm), is_inclusive(alarm)) {
        (Side::High, false) => watches!(history_watches_high),
        (Side::High, true) => watches!(history_watches_at_least),
        (Side::Low, false) => watches!(history_watches_low),
        (Side::Low, true) => watches!(history_watches_at_most),
        (Side::Other, _) => msg!(history_watches_plain, name = name),
    }
}

/// Seconds a point. Points of the policy's alarms are a minute long; CloudWatch tells where they aren't.
fn period(alarm: &Alarm) -> i32 {
    alarm.period.unwrap_or(MINUTE)
}

/// Whether the threshold itself counts.
fn is_inclusive(alarm: &Alarm) -> bool {
    alarm.comparison.as_deref().is_some_and(|comparison| comparison.contains("OrEqualTo"))
}

fn span(seconds: i32) -> Text {
    if seconds % MINUTE == 0 {
        msg!(history_minutes, minutes = seconds / MINUTE)
    } else {
        msg!(history_seconds, seconds = seconds)
    }
}

/// How many of the newest points are beyond the threshold, and of when the newest is: figures come minutes late, and
/// none come while nobody visits. Figures of a minute say nothing of an alarm that looks at other points.
fn points(alarm: &Alarm, counts: &[RequestCount]) -> Option<HistoryEntry> {
    if period(alarm) != MINUTE {
        return None;
    }
    let (threshold, wanted) = (alarm.threshold?, usize::try_from(alarm.evaluation_periods?).ok()?);
    let mut newest: Vec<&RequestCount> = counts.iter().collect();
    newest.sort_by_key(|point| std::cmp::Reverse(point.at));
    newest.truncate(wanted);
    let at = Some(newest.first()?.at);
    let beyond =
        |is_beyond: fn(f64, f64) -> bool| newest.iter().filter(|point| is_beyond(point.count, threshold)).count();
    let points = newest.len();
    macro_rules! figures {
        ($id:ident, $is_beyond:expr) => {
            msg!($id, count = beyond($is_beyond), points = points, threshold = threshold)
        };
    }
    let text = match (side(alarm), is_inclusive(alarm)) {
        (Side::High, false) => figures!(history_points_high, |a, b| a > b),
        (Side::High, true) => figures!(history_points_at_least, |a, b| a >= b),
        (Side::Low, false) => figures!(history_points_low, |a, b| a < b),
        (Side::Low, true) => figures!(history_points_at_most, |a, b| a <= b),
        (Side::Other, _) => return None,
    };
    Some(HistoryEntry { at, text })
}

fn state(alarm: &Alarm) -> Text {
    match &alarm.state {
        AlarmState::Ok => msg!(history_state_ok),
        AlarmState::Alarm => msg!(history_state_alarm),
        AlarmState::InsufficientData => msg!(history_state_no_data),
        AlarmState::Other(other) => msg!(history_state_other, state = other),
    }
}

/// What the state means for the group.
fn meaning(alarm: &Alarm, group: Option<&AutoScalingGroup>) -> Option<Text> {
    match (side(alarm), alarm.state.is_ringing(), group) {
        (Side::Low, true, Some(group)) if group.desired <= group.min => Some(msg!(history_low_at_min, min = group.min)),
        (Side::Low, true, _) => Some(msg!(history_low_shrinks)),
        (Side::High, true, Some(group)) if group.desired >= group.max => {
            Some(msg!(history_high_at_max, max = group.max))
        }
        (Side::High, true, _) => Some(msg!(history_high_grows)),
        _ => None,
    }
}
