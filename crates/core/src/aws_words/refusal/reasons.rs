//! The reasons for which AWS launches nothing.

use crate::cause::CauseId;
use crate::i18n::Text;
use crate::msg;

/// Declares [`Refusal`]: each with the id of its cause, what is said of it, and what is to be done.
macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident: $id:ident, $text:ident, $fix:ident;)+) => {
        /// Why AWS launched nothing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Refusal {
            $($(#[$doc])* $name),+
        }

        impl Refusal {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The cause that it is.
            #[must_use]
            pub fn id(self) -> CauseId {
                match self {
                    $(Self::$name => CauseId::$id),+
                }
            }

            /// The reason in words.
            #[must_use]
            pub fn text(self) -> Text {
                match self {
                    $(Self::$name => msg!($text)),+
                }
            }

            /// What is to be done, or that nothing is.
            #[must_use]
            pub fn fix(self) -> Text {
                match self {
                    $(Self::$name => msg!($fix)),+
                }
            }
        }
    };
}

refusals! {
    /// AWS is still verifying the account.
    Verifying: LaunchAccount, launch_verifying, launch_verifying_fix;
    /// AWS has blocked the account.
    Blocked: LaunchAccount, launch_blocked, launch_blocked_fix;
    /// The free plan doesn't include this type.
    FreePlan: LaunchAccount, launch_free_plan, launch_free_plan_fix;
    /// The group's service-linked role or the profile was made a moment ago.
    Propagating: LaunchPropagating, launch_propagating, launch_propagating_fix;
    /// The group can't use its service-linked role.
    ServiceRole: LaunchPropagating, launch_service_role, launch_service_role_fix;
    /// The group can't use its service-linked role, and time hasn't mended it.
    LostServiceRole: LaunchFailed, launch_lost_role, launch_lost_role_fix;
    /// The disk's KMS key can't be used.
    Kms: LaunchKms, launch_kms, launch_kms_fix;
    /// The instance started, and a lifecycle hook gave it up.
    Hook: LifecycleHook, launch_hook, launch_hook_fix;
    /// The account's quota of instances.
    Quota: LaunchFailed, launch_quota, launch_quota_fix;
    /// Another quota of the account.
    OtherQuota: LaunchFailed, launch_other_quota, launch_other_quota_fix;
    /// The zone doesn't offer this type or configuration.
    Type: LaunchFailed, launch_type, launch_type_fix;
    /// The type can't run the image.
    Architecture: LaunchFailed, launch_architecture, launch_architecture_fix;
    /// The group asks for spot capacity.
    Spot: LaunchSpot, launch_spot, launch_spot_fix;
    /// No machine is free.
    Capacity: LaunchFailed, launch_capacity, launch_capacity_fix;
    /// The subnet's addresses are used up.
    Addresses: LaunchAddresses, launch_addresses, launch_addresses_fix;
    /// A subnet is gone.
    Subnet: LaunchFailed, launch_subnet, launch_subnet_fix;
    /// The image is somebody else's.
    ForeignImage: LaunchFailed, launch_foreign_image, launch_foreign_image_fix;
    /// The image doesn't exist, or isn't available.
    Image: LaunchFailed, launch_image, launch_image_fix;
    /// The image is still being made.
    PendingImage: LaunchFailed, launch_pending_image, launch_pending_image_fix;
    /// The image was not there then, and is now.
    ImageSince: LaunchFailed, launch_image_since, launch_image_since_fix;
    /// The snapshot behind the image is gone.
    Snapshot: LaunchFailed, launch_snapshot, launch_snapshot_fix;
    /// A security group of the template isn't in the VPC.
    SecurityGroup: LaunchFailed, launch_security_group, launch_security_group_fix;
    /// The template has security groups beside a network interface.
    GroupsBesideInterface: LaunchFailed, launch_beside_interface, launch_beside_interface_fix;
    /// More security groups than an interface may carry.
    TooManyGroups: LaunchFailed, launch_many_groups, launch_many_groups_fix;
    /// A target group is gone.
    TargetGroup: LaunchFailed, launch_target_group, launch_target_group_fix;
    /// A load balancer is gone, or in another VPC.
    Balancer: LaunchFailed, launch_balancer, launch_balancer_fix;
    /// Somebody's rights are missing.
    Permission: LaunchFailed, launch_permission, launch_permission_fix;
    /// The instance profile isn't valid.
    Profile: LaunchFailed, launch_profile, launch_profile_fix;
    /// The key pair is gone.
    KeyPair: LaunchFailed, launch_key_pair, launch_key_pair_fix;
    /// The template's disk is smaller than the snapshot.
    Disk: LaunchDisk, launch_disk, launch_disk_fix;
    /// The template's block device mapping is wrong.
    Mapping: LaunchDisk, launch_mapping, launch_mapping_fix;
    /// The launch template isn't there, or AWS doesn't take it.
    Template: LaunchFailed, launch_template, launch_template_fix;
    /// The instance was shut down while it started.
    ShutDown: LaunchFailed, launch_shut_down, launch_shut_down_fix;
    /// Too many calls at once.
    Throttled: LaunchFailed, launch_throttled, launch_throttled_fix;
    /// A fault of AWS's own.
    Internal: LaunchFailed, launch_internal, launch_internal_fix;
    /// Nothing that is known here.
    Unknown: LaunchFailed, launch_unknown, launch_unknown_fix;
}
