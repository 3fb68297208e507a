//! What to delete after the lab, in the order that works, and what is gone already. Pure: a plan over a snapshot, with
//! commands and console steps for the learner. Nothing here is ever carried out by the program.

mod balancing;
mod by_hand;
mod command;
mod images;
mod json;
mod kept;
mod leftovers;
mod plain;
mod scaling;
mod security;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use serde::Serialize;

pub use command::Aws;
pub use json::CleanupDocument;
pub use plain::{commands, plain};

use crate::account::resources::Identity;
use crate::account::{Area, Need, Scope, Snapshot, Unseen};
use crate::console::{Console, encoded};
use crate::i18n::{Names as _, Text};
use crate::lesson::{Lab, Lesson};
use crate::verify::{ResourceKind, Verdict};

/// What to delete, and what to keep.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The lesson's id.
    pub lesson: String,
    /// What the lesson is called within a sentence.
    pub called: Text,
    /// Whose account; none where it can't be told.
    pub identity: Option<Identity>,
    /// The region that was read.
    pub region: Option<String>,
    /// The instant that it holds for.
    pub at: Timestamp,
    /// What this step of the course made, in the order in which deleting it works.
    pub items: Vec<Item>,
    /// What only costs, wherever it comes from. To be looked at before it is deleted.
    pub leftovers: Vec<Item>,
    /// What later steps of the course need.
    pub kept: Vec<Text>,
}

/// One thing to delete.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What kind of thing.
    pub kind: Kind,
    /// Its id, ARN or name; none where it isn't there.
    pub resource: Option<String>,
    /// What it is, in words.
    pub what: Text,
    /// Whether it is still there.
    pub state: State,
    /// How to delete it in the console.
    pub console: Option<Text>,
    /// The page of the console.
    pub link: Option<String>,
    /// How to delete it with the AWS CLI, in order.
    pub commands: Vec<String>,
    /// What should be known before or after.
    pub note: Option<Text>,
}

/// Kinds of things to delete; part of the public contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "AWS's own names")]
pub enum Kind {
    ScalingPolicy,
    AutoScalingGroup,
    GroupInstances,
    LaunchTemplate,
    LoadBalancer,
    TargetGroup,
    SecurityGroupRule,
    SecurityGroup,
    Image,
    Snapshot,
    Instance,
    Subnet,
    Vpc,
    InstanceProfile,
    ElasticIp,
    NatGateway,
}

/// Whether something is still there.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Seen in the account, and not on its way out.
    There,
    /// AWS is deleting it.
    Deleting,
    /// It isn't.
    Gone,
    /// It can't be told, for this reason.
    NotVisible(Text),
}

impl State {
    /// Its name in JSON.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::There => "there",
            Self::Deleting => "deleting",
            Self::Gone => "gone",
            Self::NotVisible(_) => "not-visible",
        }
    }
}

impl Item {
    /// Something of which only the state is to be said.
    fn bare(kind: Kind, what: Text, state: State) -> Self {
        Self { kind, resource: None, what, state, console: None, link: None, commands: Vec::new(), note: None }
    }
}

impl Plan {
    /// Whether nothing is left of what the lab made; `None` where that can't be told.
    #[must_use]
    pub fn is_done(&self) -> Option<bool> {
        let mut states = self.items.iter().map(|item| &item.state);
        if states.clone().any(|state| matches!(state, State::There | State::Deleting)) {
            return Some(false);
        }
        states.all(|state| *state == State::Gone).then_some(true)
    }
}

/// What must be read for a plan, beyond what any check asks for.
#[must_use]
pub fn scope(lab: &Lab) -> Scope {
    let mut needs = vec![
        Need::Vpcs,
        Need::RouteTables,
        Need::NatGateways,
        Need::SecurityGroups,
        Need::Instances,
        Need::Images,
        Need::EbsSnapshots,
        Need::Addresses,
        Need::AutoScalingGroups,
        Need::LoadBalancers,
        Need::TargetGroups,
    ];
    if let Some(asg) = lab.made(ResourceKind::AutoScalingGroup).next() {
        needs.push(Need::ScalingPoliciesOf(asg.to_owned()));
    }
    if let Some(template) = lab.made(ResourceKind::LaunchTemplate).next() {
        needs.push(Need::LaunchTemplate(template.to_owned()));
    }
    if lab.made(ResourceKind::Subnet).next().is_some() {
        needs.push(Need::Subnets);
    }
    needs.into_iter().collect()
}

/// The plan for what `snapshot` shows at the instant `now`, with commands for the account and region that it is of.
#[must_use]
pub fn plan(lesson: &Lesson, snapshot: &Snapshot, profile: Option<&str>, now: Timestamp) -> Plan {
    let lab = &lesson.lab;
    let region = snapshot.region.as_deref();
    let mut site = Site { lab, snapshot, aws: Aws { region, profile }, items: Vec::new() };
    site.scaling();
    site.balancing();
    site.security();
    site.images();
    site.by_hand();
    let mut items = std::mem::take(&mut site.items);
    site.leftovers();
    for item in &mut items {
        item.note = item.note.take().map(|note| note.of_lesson(lesson));
    }
    Plan {
        lesson: lesson.id.clone(),
        called: lesson.lesson(),
        identity: snapshot.identity.seen().ok().cloned(),
        region: snapshot.region.clone(),
        at: now,
        items,
        leftovers: site.items,
        kept: kept::kept(lesson, snapshot).into_iter().map(|line| line.of_lesson(lesson)).collect(),
    }
}

/// What is being planned.
struct Site<'a> {
    lab: &'a Lab,
    snapshot: &'a Snapshot,
    aws: Aws<'a>,
    items: Vec<Item>,
}

impl<'a> Site<'a> {
    /// An item for everything in `area` that is wanted; where nothing is, that it is gone, and where it can't be seen,
    /// that instead.
    fn each<T>(
        &mut self,
        kind: Kind,
        area: &'a Area<Vec<T>>,
        expected: Option<Text>,
        is_wanted: impl Fn(&T) -> bool,
        item: impl Fn(&Self, &'a T) -> Item,
    ) {
        let found: Vec<Item> = match area.seen() {
            Ok(all) => all.iter().filter(|one| is_wanted(one)).map(|one| item(self, one)).collect(),
            Err(unseen) => expected.iter().map(|what| Item::bare(kind, what.clone(), not_visible(unseen))).collect(),
        };
        if found.is_empty() {
            self.items.extend(expected.map(|what| Item::bare(kind, what, State::Gone)));
        }
        self.items.extend(found);
    }

    /// The page of the EC2 console about something.
    fn page(&self, page: &str, subject: &str) -> Option<String> {
        self.aws.region.map(|region| Console::of(region).ec2(&format!("{page}{}", encoded(subject))))
    }
}

fn not_visible(unseen: Unseen<'_>) -> State {
    State::NotVisible(Verdict::unknown(unseen).actual)
}
