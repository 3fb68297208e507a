//! Looks at an account, and closer where the first look raises a question. It decides nothing: what is asked comes from
//! the diagnosis, what is answered goes back to it.

use std::time::Duration;

use jiff::Timestamp;
use tokio::time::timeout;

use crate::account::{Scope, Snapshot, Source};
use crate::diagnose::questions;
use crate::lesson::Lesson;
use crate::report::Report;

/// The longest that looking closer may take. What hasn't come until then is left out: it would only tell more.
const CLOSER: Duration = Duration::from_secs(20);

/// Everything in `scope`, with the answers to what the diagnosis asks of it.
pub async fn look(source: &Source, lesson: &Lesson, scope: &Scope, now: Timestamp) -> Snapshot {
    let mut snapshot = source.read(scope, now).await;
    let report = Report::assess(lesson, &snapshot, now);
    let asked = questions(&report, lesson, &snapshot, now);
    if !asked.is_empty() {
        let _ = timeout(CLOSER, source.look_closer(&mut snapshot, &asked, now)).await;
    }
    snapshot
}
