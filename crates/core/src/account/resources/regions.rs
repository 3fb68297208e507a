//! What was found in the regions that the lab isn't in.

use serde::{Deserialize, Serialize};

/// What can be found by name in a region that isn't read otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionalKind {
    /// A VPC, by Name tag.
    Vpc,
    /// A security group, by group name.
    SecurityGroup,
    /// An image of one's own, by image name.
    Image,
    /// By its name, as the next two are.
    LaunchTemplate,
    /// By its name.
    LoadBalancer,
    /// By its name.
    AutoScalingGroup,
}

/// A thing in another region that has a name of the lab.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Regional {
    /// The code of the region.
    pub region: String,
    /// Group, image, load balancer and so on: what can be made in a wrong region.
    pub kind: RegionalKind,
    /// The lab's, as it stands there.
    pub name: String,
    /// Its id; none where its name is all that tells it apart.
    pub id: Option<String>,
}

/// The other regions that are enabled for the account, as far as they answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherRegions {
    /// What has a wanted name there.
    pub found: Vec<Regional>,
    /// Regions that did not answer everything; what they hold is not known for certain.
    pub unread: Vec<String>,
}
