//! The policy with its alarms, and what the group did.

use super::eye::{Eye, Line, listed};
use crate::i18n::Text;
use crate::msg;

/// Activities that are shown; the console's first page has more, older ones say nothing here.
const MOST: usize = 8;
/// Points that are shown, the newest.
const POINTS: usize = 12;

pub fn alarms(eye: &Eye<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for policy in eye.snapshot.scaling_policies.seen().map(Vec::as_slice).unwrap_or_default() {
        let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
        let enabled = if policy.enabled { "Enabled" } else { "Disabled" };
        lines.push(Line::Heading(msg!(drill_policy, name = &policy.name, kind = &policy.kind, enabled = enabled)));
        let target = policy.target_value.map_or_else(|| "-".to_owned(), |value| value.to_string());
        lines.push(Line::Fact(msg!(drill_policy_metric, metric = text(&policy.metric), target = target)));
        lines.push(Line::Fact(msg!(drill_policy_label, label = text(&policy.resource_label))));
        lines.push(Line::Fact(msg!(drill_policy_alarms, alarms = listed(policy.alarms.iter().cloned()))));
    }
    lines.extend(states(eye));
    lines.push(Line::Heading(msg!(drill_points)));
    let counts = eye.snapshot.request_counts.seen().map(Vec::as_slice).unwrap_or_default();
    for point in counts.iter().rev().take(POINTS) {
        lines.push(Line::Fact(msg!(drill_point, time = point.at, count = point.count)));
    }
    if counts.is_empty() {
        lines.push(Line::Fact(msg!(drill_none)));
    }
    lines
}

fn states(eye: &Eye<'_>) -> Vec<Line> {
    let alarms = eye.snapshot.alarms.seen().map(Vec::as_slice).unwrap_or_default();
    let mut lines = Vec::new();
    for alarm in alarms {
        lines.push(Line::Heading(msg!(drill_alarm, name = &alarm.name)));
        let actions = match alarm.actions_enabled {
            Some(false) => "Disabled",
            Some(true) | None => "Enabled",
        };
        let threshold = alarm.threshold.map_or_else(|| "-".to_owned(), |value| value.to_string());
        let comparison = alarm.comparison.clone().unwrap_or_default();
        let condition = format!("{comparison} {threshold}");
        let points = alarm.evaluation_periods.unwrap_or_default();
        lines.push(Line::Fact(msg!(drill_alarm_state, state = &alarm.state, actions = actions)));
        lines.push(Line::Fact(msg!(drill_alarm_condition, condition = condition, points = points)));
        lines.extend(alarm.state_reason.as_ref().map(|reason| Line::Fact(Text::verbatim(reason))));
    }
    if alarms.is_empty() {
        lines.push(Line::Heading(msg!(drill_no_alarms)));
    }
    lines
}

pub fn history(eye: &Eye<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for activity in eye.snapshot.activities.seen().map(Vec::as_slice).unwrap_or_default().iter().take(MOST) {
        let what = activity.description.clone().unwrap_or_default();
        lines.push(Line::Heading(match activity.started_at {
            Some(at) => msg!(drill_activity, time = at, status = &activity.status),
            None => Text::verbatim(activity.status.as_str()),
        }));
        lines.push(Line::Fact(Text::verbatim(what)));
        lines.push(Line::Fact(Text::verbatim(activity.cause.as_str())));
        let message = activity.status_message.as_deref().filter(|message| !message.is_empty());
        lines.extend(message.map(|message| Line::Fact(Text::verbatim(message))));
    }
    if lines.is_empty() {
        lines.push(Line::Fact(msg!(drill_none)));
    }
    lines
}
