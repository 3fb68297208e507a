//! Looks whether the pack that is shown changes on disk.

use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;
use tokio::time::{MissedTickBehavior, interval};

use super::message::Message;
use crate::lesson::Pack;

/// Files are looked at once in this time.
const PAUSE: Duration = Duration::from_secs(1);

/// Tells each change of `pack`, until nobody listens any more.
pub async fn watch(pack: Pack, sender: UnboundedSender<Message>) {
    let mut seen = pack.stamp();
    let mut pauses = interval(PAUSE);
    pauses.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while !sender.is_closed() {
        pauses.tick().await;
        let stamp = pack.stamp();
        if stamp != seen {
            seen = stamp;
            let _ = sender.send(Message::PackChanged);
        }
    }
}
