//! The terminal's events, as messages.

use std::io;

use crossterm::event::{Event, EventStream};
use futures_util::StreamExt;
use tokio::sync::mpsc::UnboundedSender;

/// Sends what each event means to the program until there are no more events, and says why there are none.
///
/// Wants a task of its own: the stream wakes only the task that has waited for it first, and must not be polled by hand.
pub async fn read_events<M>(sender: UnboundedSender<M>, message: fn(&Event) -> Option<M>) -> io::Error {
    let mut events = EventStream::new();
    loop {
        let event = match events.next().await {
            Some(Ok(event)) => event,
            Some(Err(error)) => return error,
            None => return io::ErrorKind::UnexpectedEof.into(),
        };
        if message(&event).is_some_and(|message| sender.send(message).is_err()) {
            return io::ErrorKind::BrokenPipe.into();
        }
    }
}
