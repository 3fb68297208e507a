//! Disks, their snapshots, and public addresses: what costs by itself, whether or not anything uses it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{SnapshotState, VolumeState};

/// An EBS volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volume {
    /// `vol-…`
    pub id: String,
    /// Whether an instance has it; it costs as long as it is there.
    pub state: VolumeState,
    /// `gp3`, `gp2`, …
    pub kind: String,
    /// Its size in GiB.
    pub size: Option<i32>,
    /// The instances that it is attached to.
    pub instances: Vec<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
}

/// An EBS snapshot of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EbsSnapshot {
    /// `snap-…`
    pub id: String,
    /// Whether all of it is copied.
    pub state: SnapshotState,
    /// What it was made for; AWS names instance and image there.
    pub description: String,
    /// The size of its volume in GiB. What is stored and billed is at most that.
    pub volume_size: Option<i32>,
    /// When it was begun.
    pub started_at: Option<Timestamp>,
}

/// An Elastic IP address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// `eipalloc-…`
    pub id: String,
    /// The address.
    pub public_ip: Option<String>,
    /// What it is attached to; none where it only costs.
    pub association: Option<String>,
}
