//! States of load balancers and targets.

use super::states;

states! {
    /// The state of a load balancer.
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerState.html>
    LoadBalancerState {
        Active = "active",
        Provisioning = "provisioning",
        ActiveImpaired = "active_impaired",
        Failed = "failed",
    }
}

/// What each state means: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-state>
impl LoadBalancerState {
    /// `active` alone: all of it carries traffic.
    #[must_use]
    pub fn is_active(&self) -> bool {
        *self == Self::Active
    }

    /// `active` or `active_impaired`: it carries traffic; an impaired one can't grow as it should.
    #[must_use]
    pub fn carries_traffic(&self) -> bool {
        matches!(self, Self::Active | Self::ActiveImpaired)
    }

    /// `provisioning`: being made.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        *self == Self::Provisioning
    }

    /// `failed`: AWS could not make it; it is not billed.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        *self == Self::Failed
    }
}

states! {
    /// The health of a target, `TargetHealth.State` in the API.
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html>
    TargetState {
        Initial = "initial",
        Healthy = "healthy",
        Unhealthy = "unhealthy",
        UnhealthyDraining = "unhealthy.draining",
        Unused = "unused",
        Draining = "draining",
        Unavailable = "unavailable",
    }
}

/// What each state means: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html#target-health-states>
impl TargetState {
    /// `healthy` alone: it gets visitors.
    #[must_use]
    pub fn is_healthy(&self) -> bool {
        *self == Self::Healthy
    }

    /// `unhealthy` alone: its health checks failed. One that is `unhealthy.draining` is on its way out.
    #[must_use]
    pub fn is_unhealthy(&self) -> bool {
        *self == Self::Unhealthy
    }

    /// `draining` or `unhealthy.draining`: it gets no new visitors and only finishes what it has begun.
    #[must_use]
    pub fn is_draining(&self) -> bool {
        matches!(self, Self::Draining | Self::UnhealthyDraining)
    }

    /// `initial`: being registered, or its first health checks are under way.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        *self == Self::Initial
    }
}

states! {
    /// Why a target isn't healthy, `TargetHealth.Reason` in the API.
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html>
    TargetReason {
        RegistrationInProgress = "Elb.RegistrationInProgress",
        InitialHealthChecking = "Elb.InitialHealthChecking",
        ResponseCodeMismatch = "Target.ResponseCodeMismatch",
        Timeout = "Target.Timeout",
        FailedHealthChecks = "Target.FailedHealthChecks",
        NotRegistered = "Target.NotRegistered",
        NotInUse = "Target.NotInUse",
        DeregistrationInProgress = "Target.DeregistrationInProgress",
        InvalidState = "Target.InvalidState",
        IpUnusable = "Target.IpUnusable",
        HealthCheckDisabled = "Target.HealthCheckDisabled",
        InternalError = "Elb.InternalError",
    }
}
