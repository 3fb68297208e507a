//! How a wait goes on: what AWS is doing, how long it has taken, and how long it usually takes.
//!
//! ```text
//! [####------] AWS is setting up the load balancer. 1:20, usually 1 to 4 min
//! ```

use jiff::SignedDuration;

use crate::diagnose::WaitReport;
use crate::i18n::Text;
use crate::msg;
use crate::terminal::content::{Piece, Tone};
use crate::text::{width, wrap};
use crate::tutor::model::Model;
use crate::verify::Status;

/// Cells within the brackets of the bar.
const BAR: usize = 10;

/// The lines for the step shown, none where it doesn't wait.
pub fn lines(model: &Model, cells: usize) -> Vec<Vec<Piece>> {
    let checks = model.step_report().map(|step| step.checks.as_slice()).unwrap_or_default();
    let waits =
        checks.iter().filter(|check| check.verdict.status == Status::Waiting).filter_map(|check| check.wait.as_ref());
    // Of several, the one that has just begun ends last.
    let Some(wait) = waits.max_by_key(|wait| wait.since) else { return Vec::new() };
    let elapsed = wait.since.map(|since| model.now.duration_since(since).max(SignedDuration::ZERO));
    let is_overdue = elapsed.is_some_and(|elapsed| elapsed >= wait.overdue_after);
    let bar = format!("{} ", bar(elapsed, wait.usual.1));
    let indent = " ".repeat(width(&bar));
    let said = model.say(&words(wait, elapsed, model.account.demo));
    let tone = if is_overdue { Tone::Bad } else { Tone::Care };
    let wrapped = wrap(&said, cells.saturating_sub(width(&bar))).into_iter().enumerate();
    wrapped.map(|(index, line)| vec![(format!(" {}{line}", if index == 0 { &bar } else { &indent }), tone)]).collect()
}

fn words(wait: &WaitReport, elapsed: Option<SignedDuration>, demo: bool) -> Text {
    let usual = match (wait.usual.0.as_mins(), wait.usual.1.as_mins()) {
        (0, longest) => msg!(waiting_up_to, longest = longest),
        (shortest, longest) => msg!(waiting_between, shortest = shortest, longest = longest),
    };
    let usual = if demo { msg!(waiting_in_demo, usual = usual) } else { usual };
    match elapsed {
        Some(elapsed) => msg!(waiting_since, doing = wait.doing.clone(), elapsed = clock(elapsed), usual = usual),
        None => msg!(waiting_unknown, doing = wait.doing.clone(), usual = usual),
    }
}

/// Minutes and seconds, `1:05`.
fn clock(elapsed: SignedDuration) -> String {
    format!("{}:{:02}", elapsed.as_mins(), elapsed.as_secs() % 60)
}

/// How much of the longest usual time has gone; full where it is over, empty where nobody knows since when.
fn bar(elapsed: Option<SignedDuration>, longest: SignedDuration) -> String {
    let longest = longest.as_secs().max(1);
    let gone = elapsed.map_or(0, |elapsed| elapsed.as_secs().min(longest) * 10 / longest);
    let filled = usize::try_from(gone).unwrap_or(0).min(BAR);
    format!("[{}{}]", "#".repeat(filled), "-".repeat(BAR - filled))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(None, "[----------]"; "nobody knows since when")]
    #[test_case(Some(0), "[----------]"; "just begun")]
    #[test_case(Some(120), "[#####-----]"; "half")]
    #[test_case(Some(239), "[#########-]"; "not quite")]
    #[test_case(Some(240), "[##########]"; "all")]
    #[test_case(Some(9_000), "[##########]"; "over")]
    fn bars(seconds: Option<i64>, expected: &str) {
        assert_eq!(bar(seconds.map(SignedDuration::from_secs), SignedDuration::from_mins(4)), expected);
    }

    #[test]
    fn a_clock_counts_minutes_on() {
        assert_eq!(clock(SignedDuration::from_secs(65)), "1:05");
        assert_eq!(clock(SignedDuration::from_secs(3_661)), "61:01");
    }
}
