//! One load from its start to its end: figures, readings of the account and signals, in the order in which they come.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

use super::show::Show;
use crate::account::Source;
use crate::cli::output::Fault;
use crate::i18n::Text;
use crate::load::{Destination, Ending, Live, LoadEvent, Observation, Subject, begin, ending_text};
use crate::terminal::Signals;

/// How often the account is read: its numbers are of whole minutes.
const READ_EVERY: Duration = Duration::from_secs(30);
/// How often the demo's is, in which minutes are short.
const READ_DEMO_EVERY: Duration = Duration::from_secs(1);

/// Reads the account while the load runs.
pub struct AccountReader {
    pub source: Arc<Source>,
    pub subject: Subject,
}

/// Sends the load, and shows how it goes. A signal ends it at once, and so does it when nobody reads any more.
pub async fn drive(
    live: &mut Live,
    place: Destination,
    reader: Option<AccountReader>,
    show: &mut Show<'_>,
) -> Result<Ending, Fault> {
    let mut signals = Signals::new().map_err(|error| Fault::failed(Text::verbatim(error.to_string())))?;
    let (sender, mut events) = unbounded_channel();
    let mut readings = Readings::start(reader);
    let (handle, load) = begin(live.plan, place, move |event| sender.send(event).is_ok());
    let (mut handle, mut tasks) = (Some(handle), JoinSet::new());
    tasks.spawn(load);
    loop {
        tokio::select! {
            event = events.recv() => match event {
                Some(LoadEvent::Figures(figures)) => live.figures = *figures,
                Some(LoadEvent::Ended(ending, figures)) => {
                    live.figures = *figures;
                    live.ended = Some((ending, Timestamp::now()));
                    return Ok(ending);
                }
                Some(LoadEvent::Begun) => live.started_at = Timestamp::now(),
                Some(LoadEvent::Refused(why)) => return Err(Fault::failed(why)),
                // It ended without a word, which only a panic does; that has been reported.
                None => return Err(Fault::failed(ending_text(Ending::Asked))),
            },
            Some(observation) = readings.arrived.recv() => live.observations.observe(observation),
            _ = signals.next() => drop(handle.take()),
        }
        show.show(live, Timestamp::now())?;
        if show.nobody_reads() {
            drop(handle.take());
        }
    }
}

/// Readings of the account; dropping them breaks off the one under way.
struct Readings {
    arrived: UnboundedReceiver<Observation>,
    _task: JoinSet<()>,
}

impl Readings {
    fn start(reader: Option<AccountReader>) -> Self {
        let (sender, arrived) = unbounded_channel();
        let mut task = JoinSet::new();
        if let Some(AccountReader { source, subject }) = reader {
            task.spawn(async move {
                let mut turns = interval(if source.is_demo() { READ_DEMO_EVERY } else { READ_EVERY });
                turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
                loop {
                    turns.tick().await;
                    let snapshot = source.read(&subject.scope(), Timestamp::now()).await;
                    if sender.send(Observation::of(&snapshot, &subject)).is_err() {
                        return;
                    }
                }
            });
        }
        Self { arrived, _task: task }
    }
}
