//! A simulated account inside the process, in which the learner performs steps by keys, rightly or wrongly.
//! It only makes snapshots: what they are worth is judged by the same checks as a real account.
//!
//! A [`SimulatedAccount`] holds AWS's resources as they are and the events that will happen to them by themselves, each with its
//! instant. There is no clock, no randomness and no network in here: the same actions at the same instants give the
//! same account.

mod actions;
mod answers;
mod balancing;
mod boot_log;
mod compute;
mod event;
mod fleet;
mod health;
mod ids;
mod minute;
mod names;
mod network;
mod replacing;
mod scaling;
mod security;
mod storage;
mod store;
mod template;
#[cfg(test)]
mod tests;
mod traffic;
mod view;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::account::Snapshot;
use crate::account::resources::{
    Activity, AutoScalingGroup, EbsSnapshot, Image, Instance, LaunchTemplate, Listener, LoadBalancer, SecurityGroup,
    TargetGroup,
};
use crate::lesson::Lesson;
use crate::topic::Topic;

pub use actions::Action;
use event::{Due, Event};
use fleet::Machine;
use health::ByHand;
pub use ids::{ACCOUNT, has_id_of_demo};
use ids::{Ids, later};
pub use minute::MINUTE;
use names::Names;
use network::Network;
use scaling::Scaling;
pub use store::{DemoStoreError, load, save};

/// Seconds until a new NAT gateway is available.
const NAT: i64 = 5;
/// Seconds before `now` at which a finished account was begun.
const LESSON: i64 = 3600;
/// Far more changes than any wait has. A group that replaces its instances again and again never comes to rest.
const MOST_CHANGES: usize = 200;

/// An account that isn't there: the learner's deeds change it, and its clock moves what AWS would be working on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SimulatedAccount {
    /// When it was made.
    pub started_at: Timestamp,
    /// Until when everything has happened.
    clock: Timestamp,
    names: Names,
    /// What the lesson's steps are about: by it what can be done in them is known.
    topics: Vec<(String, Vec<Topic>)>,
    /// The region that the learner has chosen.
    region: String,
    /// The right user data.
    script: String,
    ids: Ids,
    network: Network,
    security_groups: Vec<SecurityGroup>,
    /// All instances but those of the group.
    instances: Vec<Instance>,
    images: Vec<Image>,
    /// Those of images that are gone too: AWS keeps them.
    ebs_snapshots: Vec<EbsSnapshot>,
    /// The versions of the launch template, oldest first.
    template_versions: Vec<LaunchTemplate>,
    load_balancer: Option<LoadBalancer>,
    listener: Option<Listener>,
    target_group: Option<TargetGroup>,
    by_hand: Option<ByHand>,
    group: Option<AutoScalingGroup>,
    machines: Vec<Machine>,
    /// Former members of the group that are still listed.
    ghosts: Vec<Instance>,
    /// Newest first.
    activities: Vec<Activity>,
    launch_failed: bool,
    /// Whether a lifecycle hook holds new members.
    #[serde(default)]
    launch_hook: bool,
    scaling: Scaling,
    due: Vec<Due>,
}

fn topics(lesson: &Lesson) -> Vec<(String, Vec<Topic>)> {
    lesson.steps.iter().map(|step| (step.id.clone(), step.topics.clone())).collect()
}

impl SimulatedAccount {
    /// An account in which steps 0 to 3 of the course are done.
    #[must_use]
    pub fn new(lesson: &Lesson, now: Timestamp) -> Self {
        let names = Names::new(&lesson.values);
        let mut ids = Ids::default();
        let network = Network::new(&names, &mut ids, now);
        let security_groups = security::groups(&names, &network, &mut ids);
        let base = compute::base_instance(&names, &network, &security_groups, &mut ids, now);
        Self {
            started_at: now,
            clock: now,
            region: names.region.clone(),
            script: template::script(lesson),
            topics: topics(lesson),
            names,
            ids,
            network,
            security_groups,
            instances: vec![base],
            images: Vec::new(),
            ebs_snapshots: Vec::new(),
            template_versions: Vec::new(),
            load_balancer: None,
            listener: None,
            target_group: None,
            by_hand: None,
            group: None,
            machines: Vec::new(),
            ghosts: Vec::new(),
            activities: Vec::new(),
            launch_failed: false,
            launch_hook: false,
            scaling: Scaling::default(),
            due: Vec::new(),
        }
    }

    /// The account after everything has been done rightly and every wait is over.
    #[must_use]
    pub fn finished(lesson: &Lesson, now: Timestamp) -> Self {
        let mut clock = later(now, -LESSON);
        let mut simulated = Self::new(lesson, clock);
        for step in &lesson.steps {
            simulated.perform_right(&step.id, clock);
            clock = simulated.settled_at(clock);
        }
        simulated.advance(now);
        simulated
    }

    /// Whether this account was made for `lesson` with the values that it has now.
    #[must_use]
    pub fn fits(&self, lesson: &Lesson) -> bool {
        self.names == Names::new(&lesson.values)
            && self.script == template::script(lesson)
            && self.topics == topics(lesson)
    }

    /// The account at the instant `now`.
    #[must_use]
    pub fn snapshot(&self, now: Timestamp) -> Snapshot {
        let mut simulated = self.clone();
        simulated.advance(now);
        simulated.view(now)
    }

    /// When the account changes next by itself; none where it waits for the learner.
    #[must_use]
    pub fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        let mut simulated = self.clone();
        simulated.advance(now);
        simulated.upcoming(now)
    }

    /// The next change of an account that has been advanced to `now`.
    fn upcoming(&self, now: Timestamp) -> Option<Timestamp> {
        let events = self.due.iter().map(|due| due.at);
        events.chain(self.view_looks()).filter(|at| *at > now).min()
    }

    /// The instant, from `now` on, after which nothing changes by itself any more; after very many changes, where that
    /// never comes.
    #[must_use]
    pub fn settled_at(&self, now: Timestamp) -> Timestamp {
        let (mut simulated, mut at) = (self.clone(), now);
        simulated.advance(now);
        for _ in 0..MOST_CHANGES {
            let Some(next) = simulated.upcoming(at) else { break };
            simulated.advance(next);
            at = next;
        }
        at
    }

    /// Puts the lesson's load on the site at the instant `now`, as far as that is possible.
    pub fn begin_load(&mut self, now: Timestamp) {
        self.advance(now);
        self.put_full_load(now);
    }

    /// Ends a running load at the instant `now`.
    pub fn end_load(&mut self, now: Timestamp) {
        self.advance(now);
        self.break_load_off(now);
    }

    /// What follows at once from any change: members that are missing are started, and who reaches whom is noted.
    fn settle(&mut self, now: Timestamp) {
        self.reconcile("", now);
        self.note_reach(now);
        self.give_up_unhealthy(now);
    }

    fn repair_nat(&mut self, now: Timestamp) {
        if !self.network.has_nat() {
            let id = self.network.create_nat(&mut self.ids, now);
            self.schedule(later(now, NAT), Event::NatReady(id));
        }
    }

    /// Puts right what keeps the targets from being healthy, and has failed members replaced.
    fn repair_targets(&mut self, now: Timestamp) {
        self.repair_nat(now);
        let (port, instances) = (self.names.port(), self.instance_groups());
        let front: Vec<String> = self.group_id(&self.names.alb_sg).into_iter().collect();
        if !self.public_reaches(&front, port) || !self.reaches(&front, &instances, port) {
            self.put_alb_group();
            self.admit_alb_group();
        }
        let worn = self.load_balancer.as_ref().map(|balancer| balancer.security_groups.clone());
        if !worn.is_some_and(|worn| self.reaches(&worn, &instances, port)) {
            self.wear_alb_group();
        }
        self.by_hand = None;
        self.replace_failed(now);
    }

    /// Deletes the NAT gateway and has a new member started without it.
    fn break_build(&mut self, now: Timestamp) {
        self.network.delete_nat();
        self.replace_newest(now);
    }
}
