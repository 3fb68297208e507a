//! Reads all learners once; what was read stays when Ctrl-C ends it.

use std::collections::HashMap;
use std::ops::ControlFlow;

use jiff::{SignedDuration, Timestamp};
use tokio::signal::unix::{SignalKind, signal};

use super::progress::ProgressLine;
use crate::class::{Bounds, Reads, Recorder, Roster, RosterEntry, Row, Timeline, read};
use crate::cli::output::Fault;
use crate::i18n::Localizer;
use crate::msg;

/// How it is to be done.
#[derive(Clone, Copy)]
pub struct Wishes {
    /// The most accounts at once.
    pub at_once: usize,
    /// Learners who were read within this time aren't read again.
    pub fresh: Option<SignedDuration>,
}

/// What was read.
pub struct Gathered {
    /// In the order of the roster.
    pub rows: Vec<Row>,
    pub ended: Ended,
}

/// Why it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Everything is read, or nobody is left to tell.
    Done,
    /// By Ctrl-C.
    Interrupted,
}

/// Reads who is due. `take` gets every row as it comes, and says whether to break off.
pub async fn gather<R: Reads>(
    reads: &R,
    roster: &Roster,
    recorder: &mut Recorder,
    wishes: Wishes,
    localizer: &Localizer,
    mut take: impl FnMut(&Row) -> Result<bool, Fault>,
) -> Result<Gathered, Fault> {
    let due = due(roster, recorder.timeline(), wishes.fresh);
    let mut rows: HashMap<String, Row> = HashMap::new();
    let mut fault = None;
    let mut keep = |row: Row| {
        let broken_off = take(&row).unwrap_or_else(|error| {
            fault = Some(error);
            true
        });
        rows.insert(row.key(), row);
        if broken_off { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    for entry in roster.entries.iter().filter(|entry| !due.iter().any(|one| one.key() == entry.key())) {
        if known(recorder.timeline(), entry).is_some_and(|row| keep(row).is_break()) {
            break;
        }
    }
    let mut interrupt = signal(SignalKind::interrupt())
        .map_err(|error| Fault::failed(msg!(runtime_failed, error = error.to_string())))?;
    let mut progress = ProgressLine::new(due.len(), localizer);
    let bounds = Bounds { at_once: wishes.at_once, ..Bounds::AWS };
    let reading = read(reads, due, bounds, |row| {
        progress.step(row.unread.is_some());
        keep(recorder.note(row))
    });
    let ended = tokio::select! {
        () = reading => Ended::Done,
        _ = interrupt.recv() => Ended::Interrupted,
    };
    drop(progress);
    match fault {
        Some(fault) => Err(fault),
        None => Ok(Gathered { rows: in_order(roster, rows), ended }),
    }
}

/// What was read before. What it shared with others then is found anew.
fn known(timeline: &Timeline, entry: &RosterEntry) -> Option<Row> {
    let row = timeline.last(&entry.key())?.clone();
    Some(Row { copies: Vec::new(), ..row })
}

fn in_order(roster: &Roster, mut rows: HashMap<String, Row>) -> Vec<Row> {
    roster.entries.iter().filter_map(|entry| rows.remove(&entry.key())).collect()
}

/// The learners who must be read: those who weren't within `fresh` are left out, if that is wished.
fn due<'a>(roster: &'a Roster, timeline: &Timeline, fresh: Option<SignedDuration>) -> Vec<&'a RosterEntry> {
    let now = Timestamp::now();
    let is_due = |entry: &&RosterEntry| {
        let read_at = timeline.last(&entry.key()).map(|row| row.read_at);
        fresh.zip(read_at).is_none_or(|(fresh, read_at)| now.duration_since(read_at) >= fresh)
    };
    roster.entries.iter().filter(is_due).collect()
}
