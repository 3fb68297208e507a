//! The live view as lines of words, each with what may be drawn beside it. Pure.

mod line;
mod next;
#[cfg(test)]
mod tests;

use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::chart::Drawing;
use super::live::Live;
use super::observations::{AlarmSeen, Capacity};
use super::plan::{Plan, PlanError};
use super::stats::{Class, Figures, Quantiles, SiteAnswer};
use super::stop::Ending;
use crate::account::resources::{Activity, AlarmState};
use crate::aws_words::{ActivityCause, AlarmSide};
use crate::history;
use crate::i18n::Text;
use crate::msg;

use line::Clock;
pub use line::{LiveLine, Weight};
pub use next::what_next;

/// Points and changes shown.
const ROWS: usize = 5;
/// Seconds that the present rate is taken from.
const PRESENT: usize = 10;

/// Everything about a load at the instant `now`, with times of day in `zone`.
#[must_use]
pub fn words(live: &Live, now: Timestamp, zone: &TimeZone) -> Vec<LiveLine> {
    let clock = Clock { zone, pace: live.pace };
    let mut lines = requests(live);
    lines.extend(points(live, &clock));
    lines.extend(alarms(live, now));
    lines.extend(sizes(live, &clock));
    lines.extend(activities(live, &clock));
    lines.extend(what_next(live, zone));
    lines.extend(
        live.observations
            .latest
            .iter()
            .map(|latest| LiveLine::new(Weight::Dim, msg!(load_read_at, time = clock.second(latest.at)))),
    );
    lines
}

/// What is sent, and for how long.
#[must_use]
pub fn plan_text(plan: &Plan) -> Text {
    msg!(load_plan, count = plan.count(), interval = plan.interval().as_secs_f64(), duration = span(plan.duration()))
}

/// Why there is no such plan.
#[must_use]
pub fn refusal(error: PlanError) -> Text {
    match error {
        PlanError::Count { most } => msg!(load_limit_count, most = most),
        PlanError::Interval { shortest } => {
            msg!(load_limit_interval, shortest = Text::verbatim(shortest.as_secs_f64().to_string()))
        }
        PlanError::Duration { longest } => msg!(load_limit_duration, longest = span(longest)),
    }
}

/// How a load ended.
#[must_use]
pub fn ending_text(ending: Ending) -> Text {
    match ending {
        Ending::Finished => msg!(load_ended_finished),
        Ending::Asked => msg!(load_ended_asked),
        Ending::NoConnection => msg!(load_ended_no_connection),
        Ending::NoAnswer => msg!(load_ended_no_answer),
        Ending::ServerErrors => msg!(load_ended_server_errors),
    }
}

/// What came of a load, for its end.
#[must_use]
pub fn summary(figures: &Figures) -> Vec<Text> {
    let mut lines = vec![msg!(
        load_summary,
        sent = figures.sent,
        good = figures.of(Class::Good),
        rate = figures.sent_a_minute().round()
    )];
    lines.extend(errors(figures));
    lines.extend(skipped(figures));
    lines.extend(figures.overall.map(|times| msg!(load_times_all, times = quantiles(times))));
    lines
}

/// Answer times of the last seconds, in words; none without an answer.
#[must_use]
pub fn recent_times(figures: &Figures) -> Option<Text> {
    figures.recent.map(quantiles)
}

fn requests(live: &Live) -> Vec<LiveLine> {
    let figures = &live.figures;
    let head = msg!(
        load_head,
        sent = figures.sent,
        count = live.plan.count(),
        elapsed = span(figures.elapsed),
        duration = span(live.plan.duration())
    );
    let mut lines =
        vec![LiveLine::new(Weight::Heading, head), LiveLine::new(Weight::Dim, msg!(load_host, host = &live.host))];
    match live.ended {
        Some((ending, _)) => {
            let weight = if ending == Ending::Finished { Weight::Good } else { Weight::Care };
            lines.push(LiveLine::new(weight, ending_text(ending)));
            lines.extend(summary(figures).into_iter().map(|text| LiveLine::new(Weight::Plain, text)));
        }
        None => lines.extend(present(figures)),
    }
    lines
}

fn present(figures: &Figures) -> Vec<LiveLine> {
    let last = &figures.seconds[figures.seconds.len().saturating_sub(PRESENT)..];
    let rate = |count: u32| {
        let seconds = u32::try_from(last.len().max(1)).unwrap_or(1);
        Text::verbatim(format!("{:.1}", f64::from(count) / f64::from(seconds)))
    };
    let sent: u32 = last.iter().map(|second| second.sent).sum();
    let failed: u32 = last.iter().map(|second| second.errors).sum();
    let heights = |of: fn(&super::stats::Second) -> u32| Drawing::Heights(figures.seconds.iter().map(of).collect());
    let weight = if failed == 0 { Weight::Plain } else { Weight::Care };
    let mut lines = vec![
        LiveLine::drawn(Weight::Plain, msg!(load_rate, rate = rate(sent)), heights(|second| second.sent)),
        LiveLine::drawn(weight, msg!(load_error_rate, rate = rate(failed)), heights(|second| second.errors)),
    ];
    lines.extend(recent_times(figures).map(|times| LiveLine::new(Weight::Plain, msg!(load_times, times = times))));
    lines.extend(errors(figures).into_iter().chain(skipped(figures)).map(|text| LiveLine::new(Weight::Care, text)));
    lines
}

/// Errors so far by class, where there are any.
fn errors(figures: &Figures) -> Option<Text> {
    let counts = figures.classes.iter().filter_map(|(class, count)| class_text(*class, *count));
    let texts: Vec<Text> = counts.collect();
    (!texts.is_empty()).then(|| msg!(load_errors, errors = Text::List(texts)))
}

/// So many errors of a class; nothing for what is none.
fn class_text(class: Class, count: u32) -> Option<Text> {
    Some(match class {
        Class::Good => return None,
        Class::ClientError => msg!(load_class_4xx, count = count),
        Class::ServerError => msg!(load_class_5xx, count = count),
        Class::NotConnected => msg!(load_class_not_connected, count = count),
        Class::TimedOut => msg!(load_class_timed_out, count = count),
        Class::Broken => msg!(load_class_broken, count = count),
    })
}

fn skipped(figures: &Figures) -> Option<Text> {
    (figures.skipped > 0).then(|| msg!(load_skipped, count = figures.skipped))
}

/// What came instead of a page.
#[must_use]
pub fn answer_text(answer: SiteAnswer) -> Text {
    match answer {
        SiteAnswer::Status(status) => msg!(load_answer_status, status = i32::from(status)),
        SiteAnswer::NotConnected => msg!(load_answer_not_connected),
        SiteAnswer::TimedOut => msg!(load_answer_timed_out),
        SiteAnswer::Broken => msg!(load_answer_broken),
    }
}

fn points(live: &Live, clock: &Clock<'_>) -> Vec<LiveLine> {
    let target = live.target();
    let mut lines = vec![LiveLine::new(Weight::Heading, msg!(load_points, target = target))];
    if let (Some(healthy), None) = (live.observations.healthy().filter(|healthy| *healthy > 0), live.ended) {
        let share = (live.plan.per_minute() / f64::from(healthy)).round();
        lines.push(LiveLine::new(Weight::Dim, msg!(load_share, count = healthy, share = share)));
    }
    let since = live.started_at - live.pace.minutes(1);
    let own: Vec<_> = live.observations.points.iter().filter(|point| point.at >= since).collect();
    if own.is_empty() {
        lines.push(LiveLine::new(Weight::Dim, msg!(load_no_points)));
    }
    let most = own.iter().map(|point| point.count).fold(target, f64::max);
    for point in own.iter().skip(own.len().saturating_sub(ROWS)) {
        let (time, count) = (clock.time(point.at), point.count.round());
        let text = if point.count > target {
            msg!(load_point_above, time = time, count = count)
        } else {
            msg!(load_point_below, time = time, count = count)
        };
        lines.push(LiveLine::drawn(Weight::Plain, text, Drawing::Bar { value: point.count, target, most }));
    }
    lines
}

fn alarms(live: &Live, now: Timestamp) -> Vec<LiveLine> {
    let mut lines = vec![LiveLine::new(Weight::Heading, msg!(load_alarms))];
    match live.observations.latest.as_ref().and_then(|latest| latest.alarms.as_deref()) {
        None => lines.push(LiveLine::new(Weight::Dim, msg!(load_not_read))),
        Some([]) => lines.push(LiveLine::new(Weight::Care, msg!(load_no_alarms))),
        Some(alarms) => lines.extend(alarms.iter().map(|alarm| alarm_line(live, alarm, now))),
    }
    lines
}

fn alarm_line(live: &Live, alarm: &AlarmSeen, now: Timestamp) -> LiveLine {
    let state = match &alarm.state {
        AlarmState::Ok => msg!(load_alarm_ok),
        AlarmState::Alarm => msg!(load_alarm_rings),
        AlarmState::InsufficientData => msg!(load_alarm_unsure),
        AlarmState::Other(other) => Text::verbatim(other),
    };
    let weight = if alarm.high && alarm.state.is_ringing() { Weight::Good } else { Weight::Plain };
    let numbers = live.observations.points_for(alarm, now, live.pace).zip(alarm.wanted.zip(alarm.threshold));
    let text = match (numbers, alarm.high) {
        (Some((points, (wanted, threshold))), true) => {
            msg!(load_alarm_high, state = state, points = points, wanted = wanted, threshold = threshold)
        }
        (Some((points, (wanted, threshold))), false) => {
            msg!(load_alarm_low, state = state, points = points, wanted = wanted, threshold = threshold)
        }
        (None, true) => msg!(load_alarm_high_plain, state = state),
        (None, false) => msg!(load_alarm_low_plain, state = state),
    };
    LiveLine::new(weight, text)
}

fn sizes(live: &Live, clock: &Clock<'_>) -> Vec<LiveLine> {
    let mut lines = vec![LiveLine::new(Weight::Heading, msg!(load_sizes))];
    let sizes = &live.observations.sizes;
    if sizes.is_empty() {
        lines.push(LiveLine::new(Weight::Dim, msg!(load_not_read)));
    }
    for (at, capacity) in sizes.iter().skip(sizes.len().saturating_sub(ROWS)) {
        let Capacity { desired, in_service, healthy } = *capacity;
        let shown = healthy.map_or_else(|| Text::verbatim("?"), |healthy| Text::verbatim(healthy.to_string()));
        let text = msg!(load_size, time = clock.time(*at), desired = desired, in_service = in_service, healthy = shown);
        let drawing = Drawing::Instances { healthy: healthy.unwrap_or(0), in_service, desired };
        lines.push(LiveLine::drawn(Weight::Plain, text, drawing));
    }
    lines
}

fn activities(live: &Live, clock: &Clock<'_>) -> Vec<LiveLine> {
    let all = live.observations.latest.as_ref().and_then(|latest| latest.activities.as_deref()).unwrap_or_default();
    let mut own: Vec<&Activity> =
        all.iter().filter(|activity| activity.started_at.is_some_and(|at| at >= live.started_at)).collect();
    own.sort_by_key(|activity| activity.started_at);
    let mut texts: Vec<Text> = own.iter().filter_map(|activity| deed(activity, clock)).collect();
    // Several instances that start or end for one reason are one deed.
    texts.dedup();
    let shown = texts.len().saturating_sub(ROWS);
    let lines = texts.into_iter().skip(shown).map(|text| LiveLine::new(Weight::Plain, text));
    if own.is_empty() {
        return Vec::new();
    }
    std::iter::once(LiveLine::new(Weight::Heading, msg!(load_activities))).chain(lines).collect()
}

/// What the group did, and which alarm made it.
fn deed(activity: &Activity, clock: &Clock<'_>) -> Option<Text> {
    let time = clock.time(activity.started_at?);
    let causes = ActivityCause::all(&activity.cause);
    let by_alarm = causes.iter().rev().find_map(|cause| Some((cause.alarm_side()?, cause.resize()??)));
    Some(match by_alarm {
        Some((AlarmSide::High, (from, to))) => msg!(load_deed_high, time = time, from = from, to = to),
        Some((AlarmSide::Low, (from, to))) => msg!(load_deed_low, time = time, from = from, to = to),
        None => msg!(load_deed_other, time = time, what = history::reason(activity)),
    })
}

fn quantiles(times: Quantiles) -> Text {
    let millis = |time: Duration| Text::verbatim(format!("{}", time.as_micros().div_ceil(1000)));
    msg!(load_quantiles, p50 = millis(times.p50), p95 = millis(times.p95), p99 = millis(times.p99))
}

/// Minutes and seconds, such as `8:00`.
fn span(duration: Duration) -> Text {
    let seconds = duration.as_secs();
    Text::verbatim(format!("{}:{:02}", seconds / 60, seconds % 60))
}
