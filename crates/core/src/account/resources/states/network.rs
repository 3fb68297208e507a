//! States of VPCs, subnets, gateways and routes.

use super::states;

states! {
    /// What VPC Block Public Access keeps from passing internet gateways.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_BlockPublicAccessStates.html>
    InternetGatewayBlockMode {
        Off = "off",
        BlockBidirectional = "block-bidirectional",
        BlockIngress = "block-ingress",
    }
}

impl InternetGatewayBlockMode {
    /// `block-bidirectional` or `block-ingress`: no visitor comes in.
    #[must_use]
    pub fn keeps_visitors_out(&self) -> bool {
        matches!(self, Self::BlockBidirectional | Self::BlockIngress)
    }

    /// `block-bidirectional` alone: NAT gateways don't get out either.
    #[must_use]
    pub fn keeps_nat_in(&self) -> bool {
        *self == Self::BlockBidirectional
    }
}

states! {
    /// The state of a VPC's encryption control.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEncryptionControl.html>
    EncryptionControlState {
        EnforceInProgress = "enforce-in-progress",
        MonitorInProgress = "monitor-in-progress",
        EnforceFailed = "enforce-failed",
        MonitorFailed = "monitor-failed",
        Deleting = "deleting",
        Deleted = "deleted",
        Available = "available",
        Creating = "creating",
        DeleteFailed = "delete-failed",
    }
}

impl EncryptionControlState {
    /// `deleting` or `deleted`: the VPC is without one, or soon will be.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Deleting | Self::Deleted)
    }
}

states! {
    /// The state of a VPC.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html>
    VpcState {
        Pending = "pending",
        Available = "available",
        Deleting = "deleting",
    }
}

impl VpcState {
    /// `deleting`: it never comes back.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        *self == Self::Deleting
    }
}

states! {
    /// The state of a subnet.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html>
    SubnetState {
        Pending = "pending",
        Available = "available",
        Unavailable = "unavailable",
        Failed = "failed",
        FailedInsufficientCapacity = "failed-insufficient-capacity",
    }
}

impl SubnetState {
    /// `available` alone: instances can be started in it.
    #[must_use]
    pub fn is_available(&self) -> bool {
        *self == Self::Available
    }

    /// `pending`: being made.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        *self == Self::Pending
    }
}

states! {
    /// The state of an internet gateway's attachment to a VPC. DescribeInternetGateways calls one that is attached
    /// `available`, which AttachmentStatus doesn't list.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGatewayAttachment.html>
    AttachmentState {
        Available = "available",
        Attaching = "attaching",
        Attached = "attached",
        Detaching = "detaching",
        Detached = "detached",
    }
}

impl AttachmentState {
    /// `available` or `attached`: packets pass.
    #[must_use]
    pub fn is_attached(&self) -> bool {
        matches!(self, Self::Available | Self::Attached)
    }

    /// `attaching`: being attached.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        *self == Self::Attaching
    }
}

states! {
    /// The state of a NAT gateway.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html>
    NatGatewayState {
        Pending = "pending",
        Failed = "failed",
        Available = "available",
        Deleting = "deleting",
        Deleted = "deleted",
    }
}

/// What each state means: <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html>
impl NatGatewayState {
    /// `available` alone: it carries traffic.
    #[must_use]
    pub fn is_available(&self) -> bool {
        *self == Self::Available
    }

    /// `pending`: being made.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        *self == Self::Pending
    }

    /// `failed`: AWS could not make it, and stops listing it after about an hour.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        *self == Self::Failed
    }

    /// `pending` or `available`: it stays, and is billed by the hour, until somebody deletes it.
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html>
    #[must_use]
    pub fn is_billed(&self) -> bool {
        matches!(self, Self::Pending | Self::Available)
    }

    /// `pending`, `available` or `deleting`: its Elastic IP addresses are not free yet.
    #[must_use]
    pub fn holds_addresses(&self) -> bool {
        matches!(self, Self::Pending | Self::Available | Self::Deleting)
    }

    /// `deleted`: AWS goes on listing it for about an hour.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        *self == Self::Deleted
    }
}

states! {
    /// Why AWS could not make a NAT gateway, `FailureCode` in the API, which has no list of its own for it.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html>
    NatFailureCode {
        InsufficientFreeAddressesInSubnet = "InsufficientFreeAddressesInSubnet",
        GatewayNotAttached = "Gateway.NotAttached",
        AllocationNotFound = "InvalidAllocationID.NotFound",
        AlreadyAssociated = "Resource.AlreadyAssociated",
        InternalError = "InternalError",
        SubnetNotFound = "InvalidSubnetID.NotFound",
    }
}

states! {
    /// The state of a route.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html>
    RouteState {
        Active = "active",
        Blackhole = "blackhole",
        Filtered = "filtered",
    }
}

impl RouteState {
    /// `active` alone: packets take it. A `blackhole` leads to something that can't be reached.
    #[must_use]
    pub fn is_active(&self) -> bool {
        *self == Self::Active
    }
}
