//! What will happen in the simulated account by itself, and when.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::SimulatedAccount;
use super::minute::Point;
use crate::account::resources::ImageState;

/// Something that AWS does after a while.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Event {
    /// A NAT gateway is available.
    NatReady(String),
    /// An image is available.
    ImageDone(String),
    /// The copy of an image fails.
    ImageFailed(String),
    /// An instance outside of the group is stopped.
    Stopped(String),
    /// A member of the group has come to its user data.
    Booted(String),
    /// From now on the group looks at the health of a new member.
    GraceOver,
    /// The group replaces a member that somebody stopped.
    Replace(String),
    /// A member is terminated.
    Left(String),
    /// A minute of load is over.
    Minute,
    /// CloudWatch shows the number of a minute.
    Counted(Point),
    /// A policy adds instances.
    ScaleOut,
    /// So many minutes without a number.
    Quiet(i64),
    /// A policy removes an instance.
    ScaleIn,
}

/// An event with its instant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Due {
    pub(super) at: Timestamp,
    pub(super) event: Event,
}

impl SimulatedAccount {
    pub(super) fn schedule(&mut self, at: Timestamp, event: Event) {
        self.due.push(Due { at, event });
    }

    /// Schedules an event unless one of its kind is on its way.
    pub(super) fn schedule_one(&mut self, at: Timestamp, event: Event) {
        if !self.due.iter().any(|due| due.event == event) {
            self.schedule(at, event);
        }
    }

    /// Lets everything happen that is due until `now`, each at its own instant and in order.
    pub(super) fn advance(&mut self, now: Timestamp) {
        while let Some(index) = self.next_due().filter(|index| self.due[*index].at <= now) {
            let Due { at, event } = self.due.remove(index);
            self.clock = self.clock.max(at);
            self.happen(event, at);
            self.settle(at);
        }
        self.clock = self.clock.max(now);
    }

    /// The place of the earliest event; of several at one instant the one scheduled first.
    fn next_due(&self) -> Option<usize> {
        self.due.iter().enumerate().min_by_key(|(_, due)| due.at).map(|(index, _)| index)
    }

    fn happen(&mut self, event: Event, now: Timestamp) {
        match event {
            Event::NatReady(id) => self.network.nat_ready(&id),
            Event::ImageDone(id) => self.image_turns(&id, &ImageState::Available, None),
            Event::ImageFailed(id) => {
                self.image_turns(&id, &ImageState::Failed, Some("Server.InternalError: Internal error"));
            }
            Event::Stopped(id) => self.stopped(&id),
            Event::Booted(id) => self.booted(&id),
            // What follows is done with every change.
            Event::GraceOver => {}
            Event::Replace(id) => self.replace_stopped(&id, now),
            Event::Left(id) => self.left(&id),
            Event::Minute => self.count_minute(now),
            Event::Counted(point) => self.counted(&point, now),
            Event::ScaleOut => self.scale_out(now),
            Event::Quiet(minutes) => self.quiet(minutes, now),
            Event::ScaleIn => self.scale_in(now),
        }
    }
}
