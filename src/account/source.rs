//! Where snapshots come from.

use std::sync::Mutex;

use jiff::Timestamp;

use super::aws::Reader;
use super::demo::World;
use super::resources::Identity;
use super::{Area, Scope, Snapshot};

/// A source of snapshots; cheap to share between tasks behind an `Arc`.
#[derive(Debug)]
pub enum Source {
    /// An account in AWS.
    Aws(Reader),
    /// The simulated account.
    Demo(Mutex<World>),
}

impl Source {
    /// Who the caller is; one call, for showing it before anything is checked.
    pub async fn identify(&self, now: Timestamp) -> Area<Identity> {
        match self {
            Self::Aws(reader) => reader.identify().await,
            Self::Demo(_) => self.demo_snapshot(now).identity,
        }
    }

    /// The region that is read, where one is set.
    pub async fn region(&self, now: Timestamp) -> Option<String> {
        match self {
            Self::Aws(reader) => reader.region().await.map(str::to_owned),
            Self::Demo(_) => self.demo_snapshot(now).region,
        }
    }

    /// Everything in `scope`.
    pub async fn read(&self, scope: &Scope, now: Timestamp) -> Snapshot {
        match self {
            Self::Aws(reader) => reader.read(scope, now).await,
            Self::Demo(_) => self.demo_snapshot(now),
        }
    }

    /// Whether this is the simulated account.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        matches!(self, Self::Demo(_))
    }

    fn demo_snapshot(&self, now: Timestamp) -> Snapshot {
        match self {
            Self::Demo(world) => world.lock().unwrap_or_else(std::sync::PoisonError::into_inner).snapshot(now),
            Self::Aws(_) => Snapshot::not_asked(now, None),
        }
    }
}
