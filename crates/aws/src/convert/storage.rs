//! Volumes, EBS snapshots and Elastic IP addresses.

use aws_sdk_ec2::types;

use super::{given, perhaps, timestamp};
use ec_site_tutor_core::account::resources::{Address, EbsSnapshot, Volume};

pub fn volume(volume: &types::Volume) -> Volume {
    Volume {
        id: given(volume.volume_id()),
        state: given(volume.state().map(|state| state.as_str())).into(),
        kind: given(volume.volume_type().map(|kind| kind.as_str())),
        size: volume.size(),
        instances: volume.attachments().iter().filter_map(|attachment| perhaps(attachment.instance_id())).collect(),
        created_at: volume.create_time().and_then(timestamp),
    }
}

pub fn ebs_snapshot(snapshot: &types::Snapshot) -> EbsSnapshot {
    EbsSnapshot {
        id: given(snapshot.snapshot_id()),
        state: given(snapshot.state().map(|state| state.as_str())).into(),
        description: given(snapshot.description()),
        volume_size: snapshot.volume_size(),
        started_at: snapshot.start_time().and_then(timestamp),
    }
}

pub fn address(address: &types::Address) -> Address {
    // An address of a NAT gateway or a load balancer has no association to an instance, but a network interface.
    let attached = [address.association_id(), address.instance_id(), address.network_interface_id()];
    Address {
        id: given(address.allocation_id()),
        public_ip: perhaps(address.public_ip()),
        association: attached.into_iter().flatten().find(|id| !id.is_empty()).map(str::to_owned),
    }
}
