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

    /// `Pending`, with its `Wait` and `Proceed`: it is starting, or a lifecycle hook holds it before service.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        matches!(self, Self::Pending | Self::PendingWait | Self::PendingProceed)
    }

    /// `Terminating`, with what follows a colon, or `Terminated`: the group has given it up.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        let terminating = matches!(
            self,
            Self::Terminating | Self::TerminatingWait | Self::TerminatingProceed | Self::TerminatingRetained
        );
        terminating || *self == Self::Terminated
    }
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

    /// Every other one: it is still under way. A status that AWS adds later counts as that too.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        !self.is_successful() && !self.is_failed()
    }
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
