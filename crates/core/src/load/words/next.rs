//! What to expect, when, and what of it has happened, in words.

use jiff::tz::TimeZone;

use super::line::{Clock, LiveLine, Weight};
use crate::i18n::Text;
use crate::load::live::Live;
use crate::load::timeline::{Milestone, Timing, timeline};
use crate::msg;
use crate::times::offset;

/// What to expect, when, and what of it has happened.
#[must_use]
pub fn what_next(live: &Live, zone: &TimeZone) -> Vec<LiveLine> {
    let clock = Clock { zone, pace: live.pace };
    let heading = msg!(load_to_expect, clock = offset(live.started_at, zone));
    let mut lines = vec![LiveLine::new(Weight::Heading, heading)];
    let timeline = timeline(live);
    let is_stalled = timeline.iter().any(|(_, timing)| matches!(timing, Timing::Stalled(_)));
    lines.extend(timeline.into_iter().map(|(mark, timing)| mark_line(mark_text(mark, live), timing, &clock)));
    if is_stalled {
        lines.extend(stays_large(live));
    }
    if live.ended.is_some() {
        lines.push(LiveLine::new(Weight::Dim, msg!(load_why_slow)));
    }
    lines
}

fn mark_line(what: Text, timing: Timing, clock: &Clock<'_>) -> LiveLine {
    match timing {
        Timing::Happened(at) => {
            LiveLine::new(Weight::Good, msg!(load_mark_happened, time = clock.time(at), what = what))
        }
        Timing::Expected(from, to) if from == to => {
            LiveLine::new(Weight::Plain, msg!(load_mark_at, time = clock.time(from), what = what))
        }
        Timing::Expected(from, to) => {
            let (from, to) = (clock.time(from), clock.time(to));
            LiveLine::new(Weight::Plain, msg!(load_mark_expected, from = from, to = to, what = what))
        }
        Timing::Overdue(by) => LiveLine::new(Weight::Care, msg!(load_mark_overdue, time = clock.time(by), what = what)),
        Timing::Stalled(since) => {
            LiveLine::new(Weight::Care, msg!(load_mark_stalled, time = clock.time(since), what = what))
        }
    }
}

fn mark_text(mark: Milestone, live: &Live) -> Text {
    let wanted = |high: bool| live.observations.alarm(high).and_then(|alarm| alarm.wanted);
    match mark {
        Milestone::Begun => msg!(load_mark_begun),
        Milestone::Counted => msg!(load_mark_counted),
        Milestone::Rung => match wanted(true) {
            Some(points) => msg!(load_mark_rung, points = points),
            None => msg!(load_mark_rung_plain),
        },
        Milestone::Raised => msg!(load_mark_raised),
        Milestone::Launched => msg!(load_mark_launched),
        Milestone::Serving => msg!(load_mark_serving),
        Milestone::Ended => msg!(load_mark_ended),
        Milestone::Quiet => match wanted(false) {
            Some(points) => msg!(load_mark_quiet, points = points),
            None => msg!(load_mark_quiet_plain),
        },
        Milestone::Shrunk => msg!(load_mark_shrunk),
    }
}

/// What a group that gets no numbers costs, and what helps.
fn stays_large(live: &Live) -> Option<LiveLine> {
    let latest = live.observations.latest.as_ref()?;
    let (capacity, (min, _)) = (latest.capacity?, latest.bounds?);
    let text = msg!(load_stays_large, desired = capacity.desired, min = min);
    (capacity.desired > min).then(|| LiveLine::new(Weight::Care, text))
}
