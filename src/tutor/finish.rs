//! What a finished lab comes to, in lines: the time it took, mistakes mended, cost, the page to hand in, and what is left to
//! clean up, in this order, because no page can be made any more of what is gone.

use jiff::SignedDuration;

use super::model::Model;
use crate::cleanup::{self, State};
use crate::cost::estimate;
use crate::cost::money::sum;
use crate::i18n::Text;
use crate::msg;
use crate::progress::Progress;

/// The lines, each with what it is about; those that nothing is known of are left out.
#[must_use]
pub fn lines(model: &Model) -> Vec<(Text, Text)> {
    let Some(progress) = &model.account.progress else { return Vec::new() };
    let (done, all) = model.done();
    let mut lines = vec![(msg!(finish_steps), msg!(finish_steps_done, done = done, all = all))];
    lines.extend(time_taken(progress).map(|taken| (msg!(finish_time), taken)));
    lines.push((msg!(finish_mended), msg!(finish_mended_count, count = progress.mended())));
    lines.extend(cost(model).map(|cost| (msg!(finish_cost), cost)));
    let page = match &model.account.handed_in {
        Some(file) => msg!(finish_page_made, file = file),
        None if progress.is_cleaned() => msg!(finish_page_too_late),
        None => msg!(finish_page_to_make),
    };
    lines.push((msg!(finish_page), page));
    lines.extend(left(model).map(|left| (msg!(finish_cleanup), left)));
    lines
}

/// From the first step that was done to the last, breaks included.
fn time_taken(progress: &Progress) -> Option<Text> {
    let (first, last) = (progress.passed.values().min()?, progress.passed.values().max()?);
    let begun = progress.account_confirmed.map_or(*first, |at| at.min(*first));
    Some(span(last.duration_since(begun)))
}

/// A span in hours and minutes.
#[must_use]
pub fn span(span: SignedDuration) -> Text {
    let minutes = span.as_mins().max(0);
    msg!(finish_span, hours = minutes / 60, minutes = minutes % 60)
}

fn cost(model: &Model) -> Option<Text> {
    let total = estimate(&model.lesson, model.checks.snapshot.as_ref()?, model.now).total();
    let (so_far, hourly) = (sum(total.so_far), sum(total.hourly));
    Some(msg!(finish_cost_so_far, amount = so_far, hourly = hourly))
}

/// What is still there of what the lab made, in the order in which it can be deleted.
fn left(model: &Model) -> Option<Text> {
    let snapshot = model.checks.snapshot.as_ref()?;
    let plan = cleanup::plan(&model.lesson, snapshot, None, model.now);
    let there = plan.items.iter().filter(|item| item.state == State::There && item.console.is_some());
    let names: Vec<Text> = there.map(|item| item.what.clone()).collect();
    Some(if names.is_empty() {
        msg!(finish_cleanup_nothing)
    } else {
        msg!(finish_cleanup_left, items = Text::List(names))
    })
}
