//! Recorded messages of AWS, and other wordings of the same.

use std::collections::BTreeSet;

use test_case::test_case;

use super::*;

/// Each with what it was taken to mean when it was recorded.
const RECORDED: &str = include_str!("../../../tests/recorded/launch-messages.tsv");

/// What the recorded kinds are called here.
fn expected(kind: &str) -> &'static [Refusal] {
    use Refusal::{
        Addresses, Balancer, Blocked, Capacity, ForeignImage, FreePlan, GroupsBesideInterface, Hook, Image, KeyPair,
        Kms, Mapping, OtherQuota, Permission, Profile, Propagating, Quota, SecurityGroup, ServiceRole, Spot, Subnet,
        TargetGroup, TooManyGroups, Type, Verifying,
    };
    match kind {
        "role" => &[ServiceRole],
        "kms" => &[Kms],
        "hook" => &[Hook],
        "account" => &[Verifying, Blocked],
        "free-tier" => &[FreePlan],
        "quota" => &[Quota],
        "limit-fleet" => &[OtherQuota],
        "type" => &[Type],
        "spot" => &[Spot],
        "capacity" => &[Capacity],
        "addresses" => &[Addresses],
        "subnet" => &[Subnet],
        "image-foreign" => &[ForeignImage],
        "image" => &[Image],
        "sg" | "group" => &[SecurityGroup],
        "sg-and-interface" => &[GroupsBesideInterface],
        "sg-limit" => &[TooManyGroups],
        "tg" => &[TargetGroup],
        "passrole" => &[Permission],
        "profile" => &[Profile],
        "key" => &[KeyPair],
        "propagation" => &[Propagating],
        "mapping" => &[Mapping],
        "balancer" => &[Balancer],
        other => panic!("nobody knows the kind {other}"),
    }
}

#[test]
fn every_recorded_message_is_understood() {
    let rows: Vec<&str> = RECORDED.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(rows.len(), 35);
    for row in rows {
        let [kind, _, message] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        assert!(expected(kind).contains(&Refusal::of(message)), "{kind}: {:?}: {message}", Refusal::of(message));
    }
}

// Wordings of the API's error list, of the troubleshooting guide and of public threads.
#[test_case("Your account is currently being verified. Verification normally takes less than 2 hours. Until your account is verified, you may not be able to launch additional instances or create additional volumes. Launching EC2 instance failed.", Refusal::Verifying; "verification")]
#[test_case("PendingVerification - Your request is pending", Refusal::Verifying; "code of verification")]
#[test_case("Your AWS account has been suspended. Launching EC2 instance failed.", Refusal::Blocked; "suspended")]
#[test_case("You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.", Refusal::Blocked; "not subscribed")]
#[test_case("InvalidParameterCombination - The specified instance type is not eligible for Free Tier.", Refusal::FreePlan; "free plan with a code")]
#[test_case("AuthFailure - AWS was not able to validate the provided access credentials.", Refusal::Propagating; "credentials")]
#[test_case("The default Service-Linked Role for Auto Scaling could not be found.", Refusal::ServiceRole; "service-linked role")]
#[test_case("Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state", Refusal::Kms; "state of a key")]
#[test_case("AWSServiceRoleForAutoScaling is not authorized to perform: kms:CreateGrant on resource: arn:aws:kms:us-east-1:111122223333:key/1", Refusal::Kms; "rights to a key")]
#[test_case("Lifecycle Action with token 1 was abandoned: Heartbeat Timeout", Refusal::Hook; "a hook's time is over")]
#[test_case("You have requested more vCPU capacity than your current vCPU limit of 1 allows for the instance bucket", Refusal::Quota; "virtual processors")]
#[test_case("VcpuLimitExceeded - You have requested more vCPU capacity than your current vCPU limit of 0 allows", Refusal::Quota; "code of virtual processors")]
#[test_case("Client.VolumeLimitExceeded: Volume limit exceeded", Refusal::OtherQuota; "volumes")]
#[test_case("You have exceeded your maximum gp3 storage limit in this region.", Refusal::OtherQuota; "storage")]
#[test_case("You have reached the maximum number of network interfaces for this account.", Refusal::OtherQuota; "interfaces")]
#[test_case("The maximum number of addresses has been reached.", Refusal::OtherQuota; "public addresses")]
#[test_case("Maximum number of TiB (50) exceeded for volume type gp3.", Refusal::OtherQuota; "a quota is not a wrong setting of a disk")]
#[test_case("In order to use this AWS Marketplace product you need to accept terms and subscribe.", Refusal::ForeignImage; "image of the marketplace")]
#[test_case("EBS-optimized instances are not supported for your requested configuration.", Refusal::Type; "configuration")]
#[test_case("Invalid AMI: ami-1 is failed", Refusal::Image; "failed image")]
#[test_case("Your requested instance type (t3.small) is not supported in your requested Availability Zone (us-east-1e).", Refusal::Type; "type in a zone")]
#[test_case("Invalid value 't3.smal' for InstanceType.", Refusal::Type; "no such type")]
#[test_case("The architecture 'x86_64' of the specified instance type does not match the architecture 'arm64' of the specified AMI.", Refusal::Architecture; "another architecture")]
#[test_case("Could not launch Spot Instances. InsufficientInstanceCapacity - There is no Spot capacity available that matches your request.", Refusal::Spot; "spot capacity")]
#[test_case("There is no Spot capacity available that matches your request.", Refusal::Spot; "spot capacity alone")]
#[test_case("MaxSpotInstanceCountExceeded - Max spot instance count exceeded", Refusal::Spot; "spot count")]
#[test_case("InsufficientInstanceCapacity - There is no capacity", Refusal::Capacity; "code of capacity")]
#[test_case("Could not launch On-Demand Instances. UnfulfillableCapacity - Unable to fulfill capacity due to your request configuration.", Refusal::Capacity; "capacity on demand")]
#[test_case("InsufficientFreeAddressesInSubnet - The specified subnet does not have enough free addresses to satisfy the request.", Refusal::Addresses; "addresses with a code")]
#[test_case("Insufficient free IP addresses in the subnet", Refusal::Addresses; "addresses")]
#[test_case("InvalidSubnetID.NotFound", Refusal::Subnet; "subnet")]
#[test_case("No default VPC for this user", Refusal::Subnet; "no default network")]
#[test_case("Security group sg-1 and subnet subnet-2 belong to different networks. Launching EC2 instance failed.", Refusal::SecurityGroup; "group of another network")]
#[test_case("You must use a valid fully-formed launch template. The parameter groupName cannot be used with the parameter subnet", Refusal::SecurityGroup; "group by name")]
#[test_case("You must use a valid fully-formed launch template. Value (x) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name", Refusal::Profile; "profile")]
#[test_case("You must use a valid fully-formed launch template. The image id '[ami-1]' does not exist", Refusal::Image; "image behind the sentence on the template")]
#[test_case("The specified launch template, with template name x, does not exist.", Refusal::Template; "template")]
#[test_case("AMI ami-1 is pending, and cannot be run. Launching EC2 instance failed.", Refusal::PendingImage; "pending image")]
#[test_case("The ami-1 image has been deregistered: InvalidAMIID.NotFound", Refusal::Image; "deregistered image")]
#[test_case("InvalidBlockDeviceMapping - Volume of size 8GB is smaller than snapshot 'snap-1', expect size >= 30GB. Launching EC2 instance failed.", Refusal::Disk; "small disk")]
#[test_case("Invalid device name upload. Launching EC2 instance failed.", Refusal::Mapping; "device name")]
#[test_case("EBS block device mappings not supported for instance-store AMIs.", Refusal::Mapping; "disks of another kind")]
#[test_case("Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Client.UserInitiatedShutdown: User initiated shutdown", Refusal::ShutDown; "shut down")]
#[test_case("Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Server.InternalError: Internal error on launch", Refusal::Internal; "fault of aws")]
#[test_case("Request limit exceeded. Launching EC2 instance failed.", Refusal::Throttled; "too many calls")]
#[test_case("You are not authorized to perform this operation. Encoded authorization failure message: abc", Refusal::Permission; "no rights")]
#[test_case("The key pair 'spot-kms-quota' does not exist. Launching EC2 instance failed.", Refusal::KeyPair; "a name says nothing")]
#[test_case("There is no ACTIVE Load Balancer named my-lb. Validating load balancer configuration failed.", Refusal::Balancer; "load balancer")]
#[test_case("Something else. Validating load balancer configuration failed.", Refusal::Unknown; "the tail says nothing")]
#[test_case("Internal error.", Refusal::Unknown; "words that say nothing")]
#[test_case("", Refusal::Unknown; "nothing")]
fn other_wordings_are_understood_too(message: &str, meaning: Refusal) {
    assert_eq!(Refusal::of(message), meaning);
}

#[test]
fn the_words_of_the_table_are_in_the_form_in_which_they_are_looked_for() {
    for (parts, refusal) in WORDS {
        assert!(!parts.is_empty() && parts.iter().all(|part| plain(part) == **part), "{refusal:?}: {parts:?}");
        assert_eq!(Refusal::of(&parts.join(" x ")), *refusal, "{parts:?} is never reached");
    }
}

/// Two of them can't be told from words: they rest on what the account shows.
#[test]
fn every_meaning_has_words() {
    let known: BTreeSet<String> = WORDS.iter().map(|(_, refusal)| format!("{refusal:?}")).collect();
    let all: BTreeSet<String> = Refusal::ALL.iter().map(|refusal| format!("{refusal:?}")).collect();
    let others: Vec<&String> = all.difference(&known).collect();
    assert_eq!(others, ["ImageSince", "LostServiceRole", "Unknown"]);
}

#[test]
fn where_there_is_no_message_the_description_tells() {
    let activity = |message: Option<&str>, description: &str| Activity {
        id: "1".into(),
        description: Some(description.into()),
        cause: String::new(),
        status: "Failed".into(),
        status_message: message.map(str::to_owned),
        started_at: None,
        ended_at: None,
    };
    let described = "Launching a new EC2 instance.  Status Reason: Insufficient capacity.";
    assert_eq!(launch_words(&activity(Some("No."), described)), "No.");
    assert_eq!(launch_words(&activity(Some(" "), described)), "Insufficient capacity.");
    assert_eq!(launch_words(&activity(None, described)), "Insufficient capacity.");
    assert_eq!(launch_words(&activity(None, "Launching a new EC2 instance")), "Failed");
}
