//! Reads a class: so many accounts at once as the limit allows, each within its time, those again that AWS throttled.
//! It keeps nothing: every row is handed on as it comes.

use std::collections::VecDeque;
use std::future::Future;
use std::ops::ControlFlow;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::time::{sleep, timeout};

use super::limit::Limit;
use super::roster::Entry;
use super::row::Row;

/// What reads one learner.
pub trait Reads {
    /// How the learner stands now.
    fn read(&self, entry: &Entry) -> impl Future<Output = Row> + Send;
    /// The row of a learner whose account didn't answer in time.
    fn late(&self, entry: &Entry) -> Row;
}

/// The bounds of a reading.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The most accounts at once.
    pub at_once: usize,
    /// The longest that one account may take. Longer than the time limits of all its calls together.
    pub patience: Duration,
    /// The pause before an account that was throttled is read again; twice as long the next time.
    pub pause: Duration,
    /// How often an account that was throttled is read at most.
    pub attempts: u32,
}

impl Bounds {
    /// Those of a real class. An account takes up to 16 connections at once, and a process may usually have 1,024.
    pub const AWS: Self =
        Self { at_once: 24, patience: Duration::from_secs(120), pause: Duration::from_secs(2), attempts: 4 };
}

/// Reads `entries` and hands their rows to `take` in the order in which they come, until it breaks off.
pub async fn read<'a, R: Reads>(
    reads: &R,
    entries: impl IntoIterator<Item = &'a Entry>,
    bounds: Bounds,
    mut take: impl FnMut(Row) -> ControlFlow<()>,
) {
    let mut fresh = entries.into_iter();
    let mut again: VecDeque<(&Entry, u32)> = VecDeque::new();
    let mut limit = Limit::up_to(bounds.at_once);
    let mut under_way = FuturesUnordered::new();
    loop {
        while under_way.len() < limit.get() {
            let next = fresh.next().map(|entry| (entry, 0)).or_else(|| again.pop_front());
            let Some((entry, earlier)) = next else { break };
            under_way.push(Box::pin(attempt(reads, entry, earlier, bounds)));
        }
        let Some((entry, earlier, row)) = under_way.next().await else { return };
        if row.was_throttled() {
            limit.was_throttled(under_way.len());
            if earlier + 1 < bounds.attempts {
                again.push_back((entry, earlier + 1));
                continue;
            }
        } else {
            limit.went_well();
        }
        if take(row).is_break() {
            return;
        }
    }
}

async fn attempt<'a, R: Reads>(reads: &R, entry: &'a Entry, earlier: u32, bounds: Bounds) -> (&'a Entry, u32, Row) {
    if earlier > 0 {
        sleep(bounds.pause * 2_u32.pow(earlier - 1)).await;
    }
    let row = timeout(bounds.patience, reads.read(entry)).await.unwrap_or_else(|_| reads.late(entry));
    (entry, earlier, row)
}
