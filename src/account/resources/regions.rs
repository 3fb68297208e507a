//! What was found in the regions that the lab isn't in.

use serde::{Deserialize, Serialize};

/// The other regions that are enabled for the account, as far as they answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherRegions {
    /// Region and id of each VPC with the wanted Name tag.
    pub found: Vec<(String, String)>,
    /// Regions that did not answer; nothing is known of them.
    pub unread: Vec<String>,
}
