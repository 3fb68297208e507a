//! The states that the program knows are those of AWS's own models: a value that AWS adds fails here, and then needs a
//! meaning.

use std::collections::BTreeSet;

use aws_sdk_autoscaling::types::{LifecycleState, ScalingActivityStatusCode};
use aws_sdk_cloudwatch::types::StateValue;
use aws_sdk_ec2::types::{
    AttachmentStatus, BlockPublicAccessMode, ImageState, InstanceStateName, NatGatewayState, RouteState, SnapshotState,
    SubnetState, VolumeState, VpcEncryptionControlState, VpcState,
};
use aws_sdk_elasticloadbalancingv2::types::{LoadBalancerStateEnum, TargetHealthReasonEnum, TargetHealthStateEnum};
use ec_site_tutor_core::account::resources as ours;
use test_case::test_case;

#[test_case(InstanceStateName::values(), ours::InstanceState::WORDS; "instances")]
#[test_case(ImageState::values(), ours::ImageState::WORDS; "images")]
#[test_case(SnapshotState::values(), ours::SnapshotState::WORDS; "snapshots")]
#[test_case(VolumeState::values(), ours::VolumeState::WORDS; "volumes")]
#[test_case(BlockPublicAccessMode::values(), ours::InternetGatewayBlockMode::WORDS; "block public access")]
#[test_case(VpcEncryptionControlState::values(), ours::EncryptionControlState::WORDS; "encryption controls")]
#[test_case(VpcState::values(), ours::VpcState::WORDS; "vpcs")]
#[test_case(SubnetState::values(), ours::SubnetState::WORDS; "subnets")]
#[test_case(NatGatewayState::values(), ours::NatGatewayState::WORDS; "nat gateways")]
#[test_case(RouteState::values(), ours::RouteState::WORDS; "routes")]
#[test_case(LoadBalancerStateEnum::values(), ours::LoadBalancerState::WORDS; "load balancers")]
#[test_case(TargetHealthStateEnum::values(), ours::TargetState::WORDS; "targets")]
#[test_case(TargetHealthReasonEnum::values(), ours::TargetReason::WORDS; "reasons of targets")]
#[test_case(LifecycleState::values(), ours::LifecycleState::WORDS; "members")]
#[test_case(ScalingActivityStatusCode::values(), ours::ActivityStatus::WORDS; "activities")]
#[test_case(StateValue::values(), ours::AlarmState::WORDS; "alarms")]
fn the_list_is_the_sdks(theirs: &[&str], ours: &[&str]) {
    assert_eq!(theirs.iter().collect::<BTreeSet<_>>(), ours.iter().collect());
}

/// DescribeInternetGateways says `available` of an attached gateway, which is on no list of the SDK's.
#[test]
fn attachments_know_one_word_more() {
    let mut theirs: BTreeSet<_> = AttachmentStatus::values().iter().copied().collect();
    theirs.insert("available");
    assert_eq!(theirs, ours::AttachmentState::WORDS.iter().copied().collect());
}
