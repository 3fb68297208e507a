//! What reading 3,000 accounts takes: `cargo bench --bench class`. Measures, judges nothing but that every row is right.
//! Three round trips of 200 ms an account (the role, two waves of calls); 2 % are throttled at first, 1 % refuse, 1 % hang.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench reports by panicking")]

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::future::pending;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use ec_site_tutor::class::{Accounts, Bounds, DemoClass, Reads, Reason, RosterEntry, Row, Speakers, read};
use ec_site_tutor::i18n::{Language, Text};
use ec_site_tutor::lesson::{Pack, load};
use jiff::Timestamp;

const LEARNERS: usize = 3000;
const ROUND_TRIPS: u32 = 3;
const LATENCY: Duration = Duration::from_millis(200);

struct Cloud {
    accounts: Accounts,
    speakers: Speakers,
    throttled: HashMap<String, AtomicBool>,
}

fn fate(entry: &RosterEntry) -> usize {
    entry.id.trim_start_matches('s').parse::<usize>().unwrap() % 100
}

impl Cloud {
    fn unread(&self, entry: &RosterEntry, id: &str) -> Row {
        Row::unread(entry, "step4", Timestamp::now(), Reason::new(Some(id), &Text::verbatim(id), &self.speakers))
    }
}

impl Reads for Cloud {
    async fn read(&self, entry: &RosterEntry) -> Row {
        if fate(entry) == 3 {
            pending::<()>().await;
        }
        tokio::time::sleep(LATENCY * ROUND_TRIPS).await;
        match self.throttled.get(&entry.id) {
            Some(once) if once.swap(false, Ordering::Relaxed) => self.unread(entry, "throttled"),
            _ if fate(entry) == 2 => self.unread(entry, "access-denied"),
            _ => self.accounts.read(entry).await,
        }
    }

    fn late(&self, entry: &RosterEntry) -> Row {
        self.unread(entry, "unreachable")
    }
}

fn main() {
    let lesson = Arc::new(load(&Pack::Embedded, &BTreeMap::new()).map_err(|error| error.text()).unwrap());
    let roster = DemoClass::roster(LEARNERS, Language::En);
    let throttled = roster.entries.iter().filter(|entry| fate(entry) < 2);
    let cloud = Cloud {
        accounts: Accounts::demo(Pack::Embedded, Arc::clone(&lesson), DemoClass::default()),
        speakers: Speakers::default(),
        throttled: throttled.map(|entry| (entry.id.clone(), AtomicBool::new(true))).collect(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let begun = Instant::now();
    let (mut count, mut unread): (usize, BTreeMap<String, usize>) = (0, BTreeMap::new());
    runtime.block_on(read(&cloud, &roster.entries, Bounds::AWS, |row| {
        count += 1;
        if let Some(reason) = row.unread {
            *unread.entry(reason.id.unwrap_or_default()).or_default() += 1;
        }
        if [100, 1000, 2000, LEARNERS].contains(&count) {
            println!("{count} read after {:?}, resident {} MiB", begun.elapsed(), resident());
        }
        ControlFlow::Continue(())
    }));
    let took = begun.elapsed();
    // Two of the thirty simulated learners can't be read by themselves.
    println!("{count} rows after {took:?}; unread {unread:?}");
    assert_eq!(count, LEARNERS);
    let hanging = u32::try_from(LEARNERS / 100).unwrap();
    let work = LATENCY * ROUND_TRIPS * u32::try_from(LEARNERS).unwrap() + Bounds::AWS.patience * hanging;
    let bound = work / u32::try_from(Bounds::AWS.at_once).unwrap();
    let ratio = took.as_secs_f64() / bound.as_secs_f64();
    println!("bound by {} at once, those that hang among them: {bound:?}; {ratio:.2} of it", Bounds::AWS.at_once);
}

/// Megabytes of memory in use, from Linux; nothing elsewhere.
fn resident() -> u64 {
    let text = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4096 / (1 << 20)
}
