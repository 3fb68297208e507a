//! States of instances, images, their snapshots, and volumes.

use super::states;

states! {
    /// The state of an instance.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html>
    InstanceState {
        Pending = "pending",
        Running = "running",
        ShuttingDown = "shutting-down",
        Terminated = "terminated",
        Stopping = "stopping",
        Stopped = "stopped",
    }
}

/// What each state means, and what is billed:
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html>
impl InstanceState {
    /// `running` alone: it is billed, and may still be booting.
    #[must_use]
    pub fn is_running(&self) -> bool {
        *self == Self::Running
    }

    /// `pending`: starting, for the first time or after a stop.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        *self == Self::Pending
    }

    /// `pending` or `running`: left alone, it runs.
    #[must_use]
    pub fn is_started(&self) -> bool {
        matches!(self, Self::Pending | Self::Running)
    }

    /// `stopping` or `stopped`: left alone, it stays off; it can be started again.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        matches!(self, Self::Stopping | Self::Stopped)
    }

    /// `shutting-down` or `terminated`: it never comes back, though AWS goes on listing it for about an hour.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::ShuttingDown | Self::Terminated)
    }

    /// `terminated` alone: its disks, addresses and groups are free; one that is `shutting-down` still holds them.
    #[must_use]
    pub fn is_terminated(&self) -> bool {
        *self == Self::Terminated
    }
}

states! {
    /// The state of an image.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html>
    ImageState {
        Pending = "pending",
        Available = "available",
        Invalid = "invalid",
        Deregistered = "deregistered",
        Transient = "transient",
        Failed = "failed",
        Error = "error",
        Disabled = "disabled",
    }
}

impl ImageState {
    /// `available` alone: instances can be launched from it.
    #[must_use]
    pub fn is_available(&self) -> bool {
        *self == Self::Available
    }

    /// `pending` or `transient`: it becomes something else by itself. AWS says nothing more about `transient`.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        matches!(self, Self::Pending | Self::Transient)
    }

    /// `deregistered`: nothing can be launched from it any more; its snapshots may still be there.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/deregister-ami.html>
    #[must_use]
    pub fn is_gone(&self) -> bool {
        *self == Self::Deregistered
    }
}

states! {
    /// The state of an EBS snapshot.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html>
    SnapshotState {
        Pending = "pending",
        Completed = "completed",
        Error = "error",
        Recoverable = "recoverable",
        Recovering = "recovering",
    }
}

impl SnapshotState {
    /// `error` or, deleted but still in the Recycle Bin, `recoverable`: no image comes of it.
    /// <https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin.html>
    #[must_use]
    pub fn is_lost(&self) -> bool {
        matches!(self, Self::Error | Self::Recoverable)
    }
}

states! {
    /// The state of a volume.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html>
    VolumeState {
        Creating = "creating",
        Available = "available",
        InUse = "in-use",
        Deleting = "deleting",
        Deleted = "deleted",
        Error = "error",
    }
}

/// What each state means: <https://docs.aws.amazon.com/ebs/latest/userguide/ebs-describing-volumes.html>
impl VolumeState {
    /// `deleting` or `deleted`: it isn't billed any more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Deleting | Self::Deleted)
    }
}
