//! Reads a class: so many accounts at once as the limit allows, each within its time, those again that AWS throttled.
//! One that takes long steps aside, so that the others don't wait for it. It keeps nothing: every row is handed on as it comes.

use std::collections::VecDeque;
use std::future::Future;
use std::ops::ControlFlow;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::future::Either;
use futures_util::stream::FuturesUnordered;
use tokio::time::{sleep, timeout};

use super::limit::Limit;
use super::roster::RosterEntry;
use super::row::Row;

/// What reads one learner.
pub trait Reads {
    /// How the learner stands now.
    fn read(&self, entry: &RosterEntry) -> impl Future<Output = Row> + Send;
    /// The row of a learner whose account didn't answer in time.
    fn late(&self, entry: &RosterEntry) -> Row;
}

/// The bounds of a reading.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The most accounts at once.
    pub at_once: usize,
    /// The longest that one account may take. Longer than the time limits of all its calls together.
    pub patience: Duration,
    /// An account that takes longer gives its place to the next one and goes on beside, as far as there is room.
    pub brisk: Duration,
    /// The most accounts that go on beside.
    pub beside: usize,
    /// The pause before an account that was throttled is read again; twice as long the next time.
    pub pause: Duration,
    /// How often an account that was throttled is read at most.
    pub attempts: u32,
}

impl Bounds {
    /// Those of a real class. An account takes up to 16 connections at once, and a process may usually have 1,024: enough for
    /// 40 at once, which is the most that can be asked for, and for those beside.
    pub const AWS: Self = Self {
        at_once: 24,
        patience: Duration::from_mins(2),
        brisk: Duration::from_secs(10),
        beside: 20,
        pause: Duration::from_secs(2),
        attempts: 4,
    };
}

/// Reads `entries` and hands their rows to `take` in the order in which they come, until it breaks off.
pub async fn read<'a, R: Reads>(
    reads: &R,
    entries: impl IntoIterator<Item = &'a RosterEntry>,
    bounds: Bounds,
    mut take: impl FnMut(Row) -> ControlFlow<()>,
) {
    let mut fresh = entries.into_iter();
    let mut again: VecDeque<(&RosterEntry, u32)> = VecDeque::new();
    let mut limit = Limit::up_to(bounds.at_once);
    let (mut under_way, mut beside) = (FuturesUnordered::new(), FuturesUnordered::new());
    loop {
        while under_way.len() < limit.get() {
            let next = fresh.next().map(|entry| (entry, 0)).or_else(|| again.pop_front());
            let Some((entry, earlier)) = next else { break };
            under_way.push(briskly(Box::pin(attempt(reads, entry, earlier, bounds)), bounds));
        }
        let (entry, earlier, row) = tokio::select! {
            Some(ended) = under_way.next() => match ended {
                Either::Left(done) => done,
                Either::Right(slow) => {
                    if beside.len() < bounds.beside {
                        beside.push(slow);
                    } else {
                        under_way.push(briskly(slow, bounds));
                    }
                    continue;
                }
            },
            Some(done) = beside.next() => done,
            else => return,
        };
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

/// What `reading` comes to; or itself again, where that takes long.
async fn briskly<F: Future + Unpin>(mut reading: F, bounds: Bounds) -> Either<F::Output, F> {
    match timeout(bounds.brisk, &mut reading).await {
        Ok(done) => Either::Left(done),
        Err(_) => Either::Right(reading),
    }
}

async fn attempt<'a, R: Reads>(
    reads: &R,
    entry: &'a RosterEntry,
    earlier: u32,
    bounds: Bounds,
) -> (&'a RosterEntry, u32, Row) {
    if earlier > 0 {
        sleep(bounds.pause * 2_u32.pow(earlier - 1)).await;
    }
    let row = timeout(bounds.patience, reads.read(entry)).await.unwrap_or_else(|_| reads.late(entry));
    (entry, earlier, row)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::HashMap;
    use std::future::pending;
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use jiff::Timestamp;

    use super::*;
    use crate::class::demo::DemoClass;
    use crate::class::row::{Reason, Speakers, StepMark};
    use crate::i18n::{Language, Text};
    use crate::verify::Status;

    /// A hundredth of the times of a real class.
    const BOUNDS: Bounds = Bounds {
        at_once: 24,
        patience: Duration::from_millis(1200),
        brisk: Duration::from_millis(100),
        beside: 20,
        pause: Duration::from_millis(20),
        attempts: 4,
    };
    const LATENCY: Duration = Duration::from_millis(6);

    /// By a learner's number: of a hundred, two are throttled at first, one always, one is refused, one hangs.
    #[derive(Default)]
    struct Cloud {
        speakers: Speakers,
        attempts: Mutex<HashMap<String, usize>>,
        under_way: AtomicUsize,
        most: AtomicUsize,
    }

    fn fate(entry: &RosterEntry) -> usize {
        fate_of(&entry.id)
    }

    fn fate_of(id: &str) -> usize {
        id.trim_start_matches('s').parse::<usize>().unwrap() % 100
    }

    impl Cloud {
        fn unread(&self, entry: &RosterEntry, id: &str) -> Row {
            Row::unread(entry, "l", Timestamp::UNIX_EPOCH, Reason::new(Some(id), &Text::verbatim(id), &self.speakers))
        }

        fn count(&self, entry: &RosterEntry) -> usize {
            let mut attempts = self.attempts.lock().unwrap();
            let count = attempts.entry(entry.id.clone()).or_insert(0);
            *count += 1;
            *count
        }
    }

    impl Reads for Cloud {
        async fn read(&self, entry: &RosterEntry) -> Row {
            let now = self.under_way.fetch_add(1, Ordering::Relaxed) + 1;
            self.most.fetch_max(now, Ordering::Relaxed);
            let attempt = self.count(entry);
            if fate(entry) == 4 {
                pending::<()>().await;
            }
            sleep(LATENCY).await;
            self.under_way.fetch_sub(1, Ordering::Relaxed);
            match fate(entry) {
                0 | 1 if attempt == 1 => self.unread(entry, "throttled"),
                2 => self.unread(entry, "throttled"),
                3 => self.unread(entry, "access-denied"),
                _ => {
                    let marks = vec![StepMark { id: "1-1".into(), status: Status::Passed }];
                    Row::of_marks(&entry.id, "l", Timestamp::UNIX_EPOCH, marks, None)
                }
            }
        }

        fn late(&self, entry: &RosterEntry) -> Row {
            self.under_way.fetch_sub(1, Ordering::Relaxed);
            self.unread(entry, "unreachable")
        }
    }

    fn gather(cloud: &Cloud, count: usize, mut take: impl FnMut(Row) -> ControlFlow<()>) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let roster = DemoClass::roster(count, Language::En);
        runtime.block_on(read(cloud, &roster.entries, BOUNDS, &mut take));
    }

    #[test]
    fn three_thousand_accounts_are_read_each_with_its_own_outcome() {
        let cloud = Cloud::default();
        let mut rows: HashMap<String, Row> = HashMap::new();
        gather(&cloud, 3000, |row| {
            assert!(rows.insert(row.id.clone(), row).is_none(), "every learner comes once");
            ControlFlow::Continue(())
        });
        assert_eq!(rows.len(), 3000);
        let attempts = cloud.attempts.lock().unwrap();
        for entry in DemoClass::roster(3000, Language::En).entries {
            let reason = rows[&entry.id].unread.as_ref().and_then(|reason| reason.id.as_deref());
            let expected = match fate(&entry) {
                0 | 1 => (None, 2),
                2 => (Some("throttled"), 4),
                3 => (Some("access-denied"), 1),
                4 => (Some("unreachable"), 1),
                _ => (None, 1),
            };
            assert_eq!((reason, attempts[&entry.id]), expected, "{}", entry.id);
        }
        let most = cloud.most.load(Ordering::Relaxed);
        assert!((2..=BOUNDS.at_once + BOUNDS.beside).contains(&most), "{most} at once");
    }

    #[test]
    fn it_breaks_off_when_it_is_told_to() {
        let taken = Cell::new(0);
        gather(&Cloud::default(), 100, |_| {
            taken.set(taken.get() + 1);
            if taken.get() == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(taken.get(), 5);
    }

    #[test]
    fn nobody_waits_for_accounts_that_hang() {
        // The first two hundred have two that hang; in the order of the roster one of them would hold each place.
        let mut entries = DemoClass::roster(200, Language::En).entries;
        entries.sort_by_key(|entry| fate(entry) != 4);
        let bounds = Bounds { at_once: 2, patience: Duration::from_mins(2), ..BOUNDS };
        let (cloud, mut ids) = (Cloud::default(), Vec::new());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(read(&cloud, &entries, bounds, |row| {
            ids.push(fate_of(&row.id));
            if ids.len() == 198 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }));
        assert!(ids.len() == 198 && !ids.contains(&4), "all others are read before those that hang: {ids:?}");
    }

    #[test]
    fn more_that_hang_than_there_is_room_for_are_still_read_each() {
        let mut entries = DemoClass::roster(800, Language::En).entries;
        entries.retain(|entry| fate(entry) == 4);
        let bounds = Bounds { beside: 3, patience: Duration::from_millis(300), ..BOUNDS };
        let (cloud, mut count) = (Cloud::default(), 0);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(read(&cloud, &entries, bounds, |row| {
            assert!(row.unread.is_some());
            count += 1;
            ControlFlow::Continue(())
        }));
        assert_eq!(count, entries.len());
    }
}
