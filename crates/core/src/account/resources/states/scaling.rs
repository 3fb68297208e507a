//! States of group members, activities and alarms.

use super::states;

states! {
    /// The lifecycle state of a group's member, or of an instance in its warm pool.
    /// <https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Instance.html>
    LifecycleState {
        Pending = "Pending",
        PendingWait = "Pending:Wait",
        PendingProceed = "Pending:Proceed",
        Quarantined = "Quarantined",
        InService = "InService",
        Terminating = "Terminating",
        TerminatingWait = "Terminating:Wait",
        TerminatingProceed = "Terminating:Proceed",
        TerminatingRetained = "Terminating:Retained",
        Terminated = "Terminated",
        Detaching = "Detaching",
        Detached = "Detached",
        EnteringStandby = "EnteringStandby",
        Standby = "Standby",
        ReplacingRootVolume = "ReplacingRootVolume",
        ReplacingRootVolumeWait = "ReplacingRootVolume:Wait",
        ReplacingRootVolumeProceed = "ReplacingRootVolume:Proceed",
        RootVolumeReplaced = "RootVolumeReplaced",
        WarmedPending = "Warmed:Pending",
        WarmedPendingWait = "Warmed:Pending:Wait",
        WarmedPendingProceed = "Warmed:Pending:Proceed",
        WarmedPendingRetained = "Warmed:Pending:Retained",
        WarmedTerminating = "Warmed:Terminating",
        WarmedTerminatingWait = "Warmed:Terminating:Wait",
        WarmedTerminatingProceed = "Warmed:Terminating:Proceed",
        WarmedTerminatingRetained = "Warmed:Terminating:Retained",
        WarmedTerminated = "Warmed:Terminated",
        WarmedStopped = "Warmed:Stopped",
        WarmedRunning = "Warmed:Running",
        WarmedHibernated = "Warmed:Hibernated",
    }
}

/// What each state means: <https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-lifecycle.html>
impl LifecycleState {
    /// `InService` alone: it counts as capacity. Whether it is well is another matter.
    #[must_use]
    pub fn is_in_service(&self) -> bool {
        *self == Self::InService
    }

    /// What it means for a group that is to have instances at work.
    #[must_use]
    pub fn stage(&self) -> MemberStage {
        match self {
            Self::Pending | Self::PendingProceed => MemberStage::Starting,
            Self::PendingWait => MemberStage::HeldAtStart,
            Self::InService => MemberStage::InService,
            Self::ReplacingRootVolume | Self::ReplacingRootVolumeProceed | Self::RootVolumeReplaced => {
                MemberStage::ReplacingVolume
            }
            Self::ReplacingRootVolumeWait => MemberStage::HeldAtVolume,
            Self::EnteringStandby | Self::Standby => MemberStage::Standby,
            Self::Detaching => MemberStage::Detaching,
            Self::WarmedPending
            | Self::WarmedPendingWait
            | Self::WarmedPendingProceed
            | Self::WarmedPendingRetained
            | Self::WarmedStopped
            | Self::WarmedRunning
            | Self::WarmedHibernated => MemberStage::Warm,
            Self::TerminatingWait => MemberStage::HeldAtEnd,
            Self::Terminating
            | Self::TerminatingProceed
            | Self::TerminatingRetained
            | Self::Terminated
            | Self::Detached
            | Self::WarmedTerminating
            | Self::WarmedTerminatingWait
            | Self::WarmedTerminatingProceed
            | Self::WarmedTerminatingRetained
            | Self::WarmedTerminated => MemberStage::Gone,
            // AWS lists `Quarantined` and says that it is not used.
            Self::Quarantined | Self::Other(_) => MemberStage::Unfamiliar,
        }
    }

    /// It is starting, or a lifecycle hook holds it before service.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        matches!(self.stage(), MemberStage::Starting | MemberStage::HeldAtStart)
    }

    /// It serves, or will once it has started or has its new disk.
    #[must_use]
    pub fn is_to_serve(&self) -> bool {
        let stage = self.stage();
        let comes_back = matches!(stage, MemberStage::ReplacingVolume | MemberStage::HeldAtVolume);
        comes_back || stage == MemberStage::InService || self.is_on_its_way()
    }

    /// It is on its way out of the group: it goes by itself, or once a lifecycle hook lets it. One that the group retains
    /// after its hook has failed doesn't go.
    #[must_use]
    pub fn is_ending(&self) -> bool {
        matches!(self, Self::Terminating | Self::TerminatingWait | Self::TerminatingProceed | Self::Terminated)
    }

    /// The group has given it up, whether or not a lifecycle hook still holds it.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self.stage(), MemberStage::Gone | MemberStage::HeldAtEnd)
    }
}

/// What a member's lifecycle state means for a group that is to have instances at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MemberStage {
    /// A lifecycle hook holds it before service.
    HeldAtStart,
    /// On its way into service, with nothing that holds it.
    Starting,
    /// A lifecycle hook holds it while its root volume is replaced.
    HeldAtVolume,
    /// Its root volume is being replaced.
    ReplacingVolume,
    /// It counts as capacity.
    InService,
    /// Somebody has set it aside.
    Standby,
    /// Somebody takes it out of the group.
    Detaching,
    /// It waits in the group's warm pool.
    Warm,
    /// Nobody can tell.
    Unfamiliar,
    /// The group has given it up, and a lifecycle hook holds it.
    HeldAtEnd,
    /// The group has given it up.
    Gone,
}

states! {
    /// What a group thinks of a member's health; the API gives a string, and these are its two values.
    /// <https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Instance.html>
    MemberHealth {
        Healthy = "Healthy",
        Unhealthy = "Unhealthy",
    }
}

impl MemberHealth {
    /// `Healthy` alone: an `Unhealthy` member is about to be replaced.
    #[must_use]
    pub fn is_healthy(&self) -> bool {
        *self == Self::Healthy
    }
}

states! {
    /// How far a scaling activity is.
    /// <https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Activity.html>
    ActivityStatus {
        PendingSpotBidPlacement = "PendingSpotBidPlacement",
        WaitingForSpotInstanceRequestId = "WaitingForSpotInstanceRequestId",
        WaitingForSpotInstanceId = "WaitingForSpotInstanceId",
        WaitingForInstanceId = "WaitingForInstanceId",
        PreInService = "PreInService",
        InProgress = "InProgress",
        WaitingForElbConnectionDraining = "WaitingForELBConnectionDraining",
        MidLifecycleAction = "MidLifecycleAction",
        WaitingForInstanceWarmup = "WaitingForInstanceWarmup",
        Successful = "Successful",
        Failed = "Failed",
        Cancelled = "Cancelled",
        WaitingForConnectionDraining = "WaitingForConnectionDraining",
        WaitingForInPlaceUpdateToStart = "WaitingForInPlaceUpdateToStart",
        WaitingForInPlaceUpdateToFinalize = "WaitingForInPlaceUpdateToFinalize",
        InPlaceUpdateInProgress = "InPlaceUpdateInProgress",
    }
}

impl ActivityStatus {
    /// `Successful`: it did what it set out to do.
    #[must_use]
    pub fn is_successful(&self) -> bool {
        *self == Self::Successful
    }

    /// `Failed` or `Cancelled`: it ended without that.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        matches!(self, Self::Failed | Self::Cancelled)
    }

    /// How far a launch is that has this status.
    #[must_use]
    pub fn of_launch(&self) -> LaunchStage {
        match self {
            Self::Successful | Self::WaitingForInstanceWarmup => LaunchStage::Launched,
            Self::MidLifecycleAction => LaunchStage::Held,
            Self::Failed => LaunchStage::Failed,
            Self::Cancelled => LaunchStage::Cancelled,
            Self::PendingSpotBidPlacement
            | Self::WaitingForSpotInstanceRequestId
            | Self::WaitingForSpotInstanceId
            | Self::WaitingForInstanceId
            | Self::PreInService
            | Self::InProgress
            // No launch has one of these; what AWS adds later is under way until somebody says otherwise.
            | Self::WaitingForElbConnectionDraining
            | Self::WaitingForConnectionDraining
            | Self::WaitingForInPlaceUpdateToStart
            | Self::WaitingForInPlaceUpdateToFinalize
            | Self::InPlaceUpdateInProgress
            | Self::Other(_) => LaunchStage::Starting,
        }
    }

    /// Every other one: it is still under way. A status that AWS adds later counts as that too.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        !self.is_successful() && !self.is_failed()
    }
}

/// How far a scaling activity is that launches an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaunchStage {
    /// The instance is starting.
    Starting,
    /// The instance has started, and a lifecycle hook holds it.
    Held,
    /// The instance is in service; the group may wait until its figures count.
    Launched,
    /// AWS launched nothing.
    Failed,
    /// It was given up, for a reason that its message may tell.
    Cancelled,
}

states! {
    /// The state of an alarm.
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html>
    AlarmState {
        Ok = "OK",
        Alarm = "ALARM",
        InsufficientData = "INSUFFICIENT_DATA",
    }
}

impl AlarmState {
    /// `ALARM`: its condition holds.
    #[must_use]
    pub fn is_ringing(&self) -> bool {
        *self == Self::Alarm
    }
}
