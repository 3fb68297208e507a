//! What of the broken account can be looked at: what AWS shows, without what the tutor makes of it. No sign says right or wrong.

mod eye;
mod machine;
mod map;
mod network;
mod scaling;

use serde::{Deserialize, Serialize};

use eye::Eye;
pub use eye::Line;

use crate::account::Snapshot;
use crate::i18n::Text;
use crate::lesson::Values;
use crate::msg;

/// One thing to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// The places of the map, each with its settings.
    Map,
    /// The targets, with AWS's reasons.
    Health,
    /// The rules of security groups and network ACLs.
    Rules,
    /// Route tables and NAT gateways.
    Routes,
    /// The policy with its alarms and points.
    Alarms,
    /// The group's activities.
    History,
    /// What the instances printed while they booted.
    Boot,
    /// The launch template with its script, image and role.
    Template,
}

impl Look {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 8] =
        [Self::Map, Self::Health, Self::Rules, Self::Routes, Self::Alarms, Self::History, Self::Boot, Self::Template];

    /// What it is called.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Self::Map => msg!(drill_look_map),
            Self::Health => msg!(drill_look_health),
            Self::Rules => msg!(drill_look_rules),
            Self::Routes => msg!(drill_look_routes),
            Self::Alarms => msg!(drill_look_alarms),
            Self::History => msg!(drill_look_history),
            Self::Boot => msg!(drill_look_boot),
            Self::Template => msg!(drill_look_template),
        }
    }

    /// What is seen there.
    #[must_use]
    pub fn lines(self, snapshot: &Snapshot, values: &Values) -> Vec<Line> {
        let eye = Eye { snapshot, values };
        match self {
            Self::Map => map::lines(&eye),
            Self::Health => machine::health(&eye),
            Self::Rules => network::rules(&eye),
            Self::Routes => network::routes(&eye),
            Self::Alarms => scaling::alarms(&eye),
            Self::History => scaling::history(&eye),
            Self::Boot => machine::boot(&eye),
            Self::Template => machine::template(&eye),
        }
    }
}
