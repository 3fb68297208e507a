//! What looking finds in a snapshot, and the lines that it becomes.

use crate::account::Snapshot;
use crate::account::resources::{AutoScalingGroup, LoadBalancer, SecurityGroup, TargetGroup};
use crate::i18n::Text;
use crate::lesson::Values;
use crate::msg;

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

/// Looks at the account with the names of the lesson.
pub struct Eye<'a> {
    pub snapshot: &'a Snapshot,
    pub values: &'a Values,
}

impl<'a> Eye<'a> {
    pub fn value(&self, name: &str) -> &'a str {
        self.values.get(name).unwrap_or_default()
    }

    pub fn vpc(&self) -> Option<&'a str> {
        let name = self.value("vpc");
        let vpcs = self.snapshot.vpcs.seen().ok()?;
        vpcs.iter().find(|vpc| vpc.name.as_deref() == Some(name)).map(|vpc| vpc.id.as_str())
    }

    pub fn balancer(&self) -> Option<&'a LoadBalancer> {
        self.snapshot.load_balancers.seen().ok()?.iter().find(|found| found.name == self.value("alb"))
    }

    pub fn target_group(&self) -> Option<&'a TargetGroup> {
        self.snapshot.target_groups.seen().ok()?.iter().find(|found| found.name == self.value("target_group"))
    }

    pub fn group(&self) -> Option<&'a AutoScalingGroup> {
        self.snapshot.auto_scaling_groups.seen().ok()?.iter().find(|found| found.name == self.value("asg"))
    }

    pub fn security_groups(&self) -> impl Iterator<Item = &'a SecurityGroup> {
        let vpc = self.vpc();
        let groups = self.snapshot.security_groups.seen().map(Vec::as_slice).unwrap_or_default();
        groups.iter().filter(move |group| group.vpc.as_deref() == vpc)
    }

    /// An id with the name that people know it by.
    pub fn named(&self, id: &str) -> String {
        let groups = self.snapshot.security_groups.seen().map(Vec::as_slice).unwrap_or_default();
        let group = groups.iter().find(|group| group.id == id).map(|group| group.group_name.as_str());
        let subnets = self.snapshot.subnets.seen().map(Vec::as_slice).unwrap_or_default();
        let subnet = subnets.iter().find(|subnet| subnet.id == id).and_then(|subnet| subnet.name.as_deref());
        group.or(subnet).map_or_else(|| id.to_owned(), |name| format!("{id} ({name})"))
    }

    /// Several ids, each with its name.
    pub fn all_named(&self, ids: &[String]) -> Text {
        if ids.is_empty() { msg!(drill_none) } else { Text::list(ids.iter().map(|id| self.named(id))) }
    }
}

/// The name at the end of a target group's ARN: `targetgroup/<name>/<id>`.
pub fn target_group_name(arn: &str) -> &str {
    arn.rsplit('/').nth(1).unwrap_or(arn)
}

/// Several things from outside, or that there is none.
pub fn listed<S: Into<String>>(items: impl IntoIterator<Item = S>) -> Text {
    let items: Vec<String> = items.into_iter().map(Into::into).collect();
    if items.is_empty() { msg!(drill_none) } else { Text::list(items) }
}
