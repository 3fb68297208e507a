//! What of the broken account can be looked at: what AWS shows, without what the tutor makes of it. No sign says right or wrong.

mod machine;
mod map;
mod network;
mod scaling;

use serde::{Deserialize, Serialize};

use crate::account::Snapshot;
use crate::account::resources::{AutoScalingGroup, LoadBalancer, SecurityGroup, TargetGroup};
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

/// A line of what is seen.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// What the lines below belong to.
    Heading(Text),
    /// One setting or state.
    Fact(Text),
    /// As it was printed or written.
    Bare(String),
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

/// Looks at the account with the names of the lesson.
struct Eye<'a> {
    snapshot: &'a Snapshot,
    values: &'a Values,
}

impl<'a> Eye<'a> {
    fn value(&self, name: &str) -> &'a str {
        self.values.get(name).unwrap_or_default()
    }

    fn vpc(&self) -> Option<&'a str> {
        let name = self.value("vpc");
        let vpcs = self.snapshot.vpcs.seen().ok()?;
        vpcs.iter().find(|vpc| vpc.name.as_deref() == Some(name)).map(|vpc| vpc.id.as_str())
    }

    fn balancer(&self) -> Option<&'a LoadBalancer> {
        self.snapshot.load_balancers.seen().ok()?.iter().find(|found| found.name == self.value("alb"))
    }

    fn target_group(&self) -> Option<&'a TargetGroup> {
        self.snapshot.target_groups.seen().ok()?.iter().find(|found| found.name == self.value("target_group"))
    }

    fn group(&self) -> Option<&'a AutoScalingGroup> {
        self.snapshot.auto_scaling_groups.seen().ok()?.iter().find(|found| found.name == self.value("asg"))
    }

    fn security_groups(&self) -> impl Iterator<Item = &'a SecurityGroup> {
        let vpc = self.vpc();
        let groups = self.snapshot.security_groups.seen().map(Vec::as_slice).unwrap_or_default();
        groups.iter().filter(move |group| group.vpc.as_deref() == vpc)
    }

    /// An id with the name that people know it by.
    fn named(&self, id: &str) -> String {
        let groups = self.snapshot.security_groups.seen().map(Vec::as_slice).unwrap_or_default();
        let group = groups.iter().find(|group| group.id == id).map(|group| group.group_name.as_str());
        let subnets = self.snapshot.subnets.seen().map(Vec::as_slice).unwrap_or_default();
        let subnet = subnets.iter().find(|subnet| subnet.id == id).and_then(|subnet| subnet.name.as_deref());
        group.or(subnet).map_or_else(|| id.to_owned(), |name| format!("{id} ({name})"))
    }

    /// Several ids, each with its name.
    fn all_named(&self, ids: &[String]) -> Text {
        if ids.is_empty() { msg!(drill_none) } else { Text::list(ids.iter().map(|id| self.named(id))) }
    }
}

/// The name at the end of a target group's ARN: `targetgroup/<name>/<id>`.
fn target_group_name(arn: &str) -> &str {
    arn.rsplit('/').nth(1).unwrap_or(arn)
}

/// Several things from outside, or that there is none.
fn listed<S: Into<String>>(items: impl IntoIterator<Item = S>) -> Text {
    let items: Vec<String> = items.into_iter().map(Into::into).collect();
    if items.is_empty() { msg!(drill_none) } else { Text::list(items) }
}
