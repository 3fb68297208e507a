//! Disks and snapshots of the simulated account.

use jiff::Timestamp;

use super::SimulatedAccount;
use crate::account::resources::{EbsSnapshot, Instance, SnapshotState, Volume, VolumeState};

/// Size of every disk in GiB: what Amazon Linux asks for.
const SIZE: i32 = 8;

impl SimulatedAccount {
    /// Notes the snapshot behind a new image, described as AWS does it.
    pub(super) fn keep_snapshot(&mut self, id: &str, instance: &str, image: &str, now: Timestamp) {
        self.ebs_snapshots.push(EbsSnapshot {
            id: id.to_owned(),
            state: SnapshotState::Pending,
            description: format!("Created by CreateImage({instance}) for {image}"),
            volume_size: Some(SIZE),
            started_at: Some(now),
        });
    }

    pub(super) fn seen_ebs_snapshots(&self) -> Vec<EbsSnapshot> {
        let is_pending = |snapshot: &EbsSnapshot| {
            let of = self.images.iter().find(|image| image.snapshots.contains(&snapshot.id));
            of.is_some_and(|image| image.state.is_on_its_way())
        };
        let seen = |snapshot: &EbsSnapshot| {
            let state = if is_pending(snapshot) { SnapshotState::Pending } else { SnapshotState::Completed };
            EbsSnapshot { state, ..snapshot.clone() }
        };
        self.ebs_snapshots.iter().map(seen).collect()
    }

    /// The disk of every living instance; it goes with its instance.
    pub(super) fn volumes(&self, now: Timestamp) -> Vec<Volume> {
        let living = |instance: &Instance| !instance.state.is_terminated();
        let disk = |instance: Instance| Volume {
            id: instance.id.replacen("i-", "vol-", 1),
            state: VolumeState::InUse,
            kind: "gp3".into(),
            size: Some(SIZE),
            created_at: instance.launched_at,
            instances: vec![instance.id],
        };
        self.all_instances(now).into_iter().filter(living).map(disk).collect()
    }

    fn is_free(&self, snapshot: &EbsSnapshot) -> bool {
        !self.images.iter().any(|image| image.snapshots.contains(&snapshot.id))
    }

    /// Whether there are snapshots whose image is gone. AWS deletes no others.
    pub(super) fn has_free_snapshots(&self) -> bool {
        self.ebs_snapshots.iter().any(|snapshot| self.is_free(snapshot))
    }

    pub(super) fn delete_free_snapshots(&mut self) {
        let used: Vec<String> = self.images.iter().flat_map(|image| image.snapshots.clone()).collect();
        self.ebs_snapshots.retain(|snapshot| used.contains(&snapshot.id));
    }

    pub(super) fn has_free_address(&self) -> bool {
        self.network.addresses.iter().any(|address| address.association.is_none())
    }

    pub(super) fn release_addresses(&mut self) {
        self.network.addresses.retain(|address| address.association.is_some());
    }
}
