//! Instances and what they are made from.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ImageState, InstanceState, SnapshotState};

/// What EC2 shows of an instance: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instance {
    /// `i-…`
    pub id: String,
    /// The Name tag.
    pub name: Option<String>,
    /// Where it stands between launch and termination.
    pub state: InstanceState,
    /// Its VPC; none once terminated.
    pub vpc: Option<String>,
    /// Its subnet; none once terminated.
    pub subnet: Option<String>,
    /// Its Availability Zone.
    pub zone: Option<String>,
    /// Its security groups, by id.
    pub security_groups: Vec<String>,
    /// The ARN of its instance profile.
    pub instance_profile: Option<String>,
    /// The Auto Scaling group that owns it, from AWS's own tag `aws:autoscaling:groupName`.
    pub asg: Option<String>,
    /// When it was launched last.
    pub launched_at: Option<Timestamp>,
    /// When somebody stopped or terminated it, where AWS says so.
    #[serde(default)]
    pub state_since: Option<Timestamp>,
    /// Its type, such as `t3.small`.
    #[serde(default)]
    pub instance_type: Option<String>,
    /// Its public IPv4 address.
    #[serde(default)]
    pub public_ip: Option<String>,
    /// The image that it was launched from.
    #[serde(default)]
    pub image: Option<String>,
    /// `spot`, `scheduled` or `capacity-block`; none for an on-demand instance (`InstanceLifecycle`).
    #[serde(default)]
    pub market: Option<String>,
    /// Whether it may ask for its own metadata, from which its credentials and its user data come: `enabled` or `disabled`.
    #[serde(default)]
    pub metadata: Option<String>,
}

/// What hands a role to instances: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_InstanceProfile.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstanceProfile {
    /// Unique within the account; templates and instances may name it by that or by its ARN.
    pub name: String,
    /// `arn:aws:iam::<account>:instance-profile/<name>`
    pub arn: String,
    /// Names of its roles, none or one.
    pub roles: Vec<String>,
}

/// An AMI of the account: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// `ami-…`
    pub id: String,
    /// The image name, not the Name tag.
    pub image_name: String,
    /// The Name tag.
    pub name: Option<String>,
    /// Free text, which can be edited.
    pub description: Option<String>,
    /// Whether instances can be launched from it yet.
    pub state: ImageState,
    /// The owner's account number.
    pub owner: Option<String>,
    /// The instance that it was made from, where AWS tells.
    pub source_instance: Option<String>,
    /// The EBS snapshots behind it.
    pub snapshots: Vec<String>,
    /// When it was asked for.
    pub created_at: Option<Timestamp>,
    /// Why it failed, in AWS's words.
    pub state_reason: Option<String>,
    /// Whether it may be deregistered: `disabled`, or `enabled-` and whether a day of grace follows, where AWS tells.
    /// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deregistration-protection.html>
    #[serde(default)]
    pub deregistration_protection: Option<String>,
}

/// An EBS snapshot of an image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageSnapshot {
    /// `snap-…`
    pub id: String,
    /// How far its copy is.
    pub state: SnapshotState,
    /// Percent done, 0 to 100, where AWS tells.
    pub progress: Option<u8>,
}

/// A launch template with its latest version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaunchTemplate {
    /// `lt-…`
    pub id: String,
    /// Unique within account and region.
    pub name: String,
    /// Number of the latest version.
    pub latest_version: i64,
    /// Number of the default version.
    pub default_version: i64,
    /// The description of the latest version.
    pub description: Option<String>,
    /// `ami-…`, or `resolve:ssm:…`
    pub image: Option<String>,
    /// Such as `t3.small`; none where the template leaves it open.
    pub instance_type: Option<String>,
    /// Key pair.
    pub key_name: Option<String>,
    /// Ids, from the template itself; those of a network interface stand apart.
    pub security_groups: Vec<String>,
    /// Security group names, for EC2-Classic style templates.
    pub security_group_names: Vec<String>,
    /// Network interfaces.
    pub interfaces: Vec<TemplateInterface>,
    /// Name of the instance profile.
    pub profile_name: Option<String>,
    /// ARN of the instance profile.
    pub profile_arn: Option<String>,
    /// Tags of the instances, key and value.
    pub instance_tags: Vec<(String, String)>,
    /// User data as AWS keeps it: in base64.
    pub user_data: Option<String>,
    /// `enabled` or `disabled`, as with [`Instance::metadata`]; none where the template leaves it to the account.
    #[serde(default)]
    pub metadata: Option<String>,
}

/// A launch template in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedTemplate {
    /// `lt-…`
    pub id: String,
    /// Unique within account and region.
    pub name: String,
    /// The image that its latest version launches; none where it names none or couldn't be read.
    #[serde(default)]
    pub image: Option<String>,
}

/// A network interface of a launch template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateInterface {
    /// 0 is the first.
    pub device_index: Option<i32>,
    /// By id. A template with interfaces has its groups here.
    pub security_groups: Vec<String>,
    /// A fixed subnet, which fights with the group's.
    pub subnet: Option<String>,
    /// Whether it asks for a public address.
    pub public_ip: Option<bool>,
}
