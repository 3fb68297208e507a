//! The Auto Scaling group of the simulated account: how many members it wants, and how they come and go.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::SimulatedAccount;
use super::boot_log::Stop;
use super::compute::{OTHER_INSTANCE, terminated};
use super::event::Event;
use super::ids::{later, written};
use super::minute::MINUTE;
use super::template::ScriptState;
use crate::account::resources::{
    Activity, ActivityStatus, AutoScalingGroup, Instance, InstanceState, LaunchTemplate, TemplateReference,
};
use crate::aws_words::ActivityCause;

/// Seconds from launch to `InService`.
pub(super) const PENDING: i64 = 4;
/// Seconds from launch to the first line of user data.
const BOOT: i64 = 6;
/// Seconds for which a new instance's health isn't looked at: the five minutes that the console suggests.
const GRACE: i64 = 5 * MINUTE;
/// Seconds for which AWS calls an instance that a policy asked for warming up, though it serves: as long.
const WARM_UP: i64 = 5 * MINUTE;
/// Seconds that a member takes to leave.
const LEAVE: i64 = 5;
/// The group looks at the instance alone.
pub(super) const EC2_CHECKS: &str = "EC2";
/// It also listens to the load balancer.
pub(super) const BALANCER_CHECKS: &str = "ELB";
/// The desired capacity that an impatient learner sets.
pub(super) const RAISED: i32 = 2;
/// More members than this are never shown, whatever the lesson's values ask for.
const MOST: usize = 20;
/// Terminated members that stay listed.
const GHOSTS: usize = 8;
/// Activities that are kept.
const HISTORY: usize = 100;

/// An instance of the group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Machine {
    pub(super) instance: Instance,
    pub(super) launched_at: Timestamp,
    /// The version of the template that it was launched from.
    #[serde(default)]
    pub(super) version: Option<i64>,
    /// What came of its user data, once it has come to it.
    pub(super) boot: Option<Boot>,
    /// Where its user data stopped, once it has come to it; none where it ran to its end.
    #[serde(default)]
    pub(super) stop: Option<Stop>,
    /// Since when the load balancer's packets reach it.
    pub(super) reachable_since: Option<Timestamp>,
    /// Since when it is to be a target.
    pub(super) attached_since: Option<Timestamp>,
    /// Since when somebody has stopped it.
    pub(super) stopped_since: Option<Timestamp>,
    /// Since when it is being terminated.
    pub(super) leaving_since: Option<Timestamp>,
    /// Whether a lifecycle hook holds it before service.
    #[serde(default)]
    pub(super) is_held: bool,
    /// When a hook let it go.
    #[serde(default)]
    pub(super) released_at: Option<Timestamp>,
    /// Whether somebody took it out of the target group by hand.
    #[serde(default)]
    pub(super) is_deregistered: bool,
}

/// What user data makes of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Boot {
    /// The shop serves.
    Serves,
    /// The shop runs without its database.
    Errors,
    /// Nothing listens.
    Silent,
}

impl Machine {
    pub(super) fn stays(&self) -> bool {
        self.leaving_since.is_none()
    }

    /// When it is in service; none while a hook holds it.
    pub(super) fn in_service_at(&self) -> Option<Timestamp> {
        let started = later(self.launched_at, PENDING);
        (!self.is_held).then(|| self.released_at.map_or(started, |released| released.max(started)))
    }

    /// From when on the group looks at its health.
    pub(super) fn grace_over_at(&self) -> Timestamp {
        later(self.launched_at, GRACE)
    }
}

impl SimulatedAccount {
    pub(super) fn ensure_group(&mut self, now: Timestamp) {
        let template = TemplateReference {
            id: self.latest_version().map(|version| version.id.clone()),
            name: Some(self.names.launch_template.clone()),
            version: Some("$Latest".into()),
        };
        let target_groups: Vec<String> = self.target_group.iter().map(|group| group.arn.clone()).collect();
        let subnets: Vec<String> = self.network.private().map(|subnet| subnet.id.clone()).collect();
        if let Some(group) = &mut self.group {
            (group.template, group.subnets, group.target_groups) = (Some(template), subnets, target_groups);
            return self.set_size_back(now);
        }
        let (desired, min, max) = (self.names.desired(), self.names.min(), self.names.max());
        self.group = Some(AutoScalingGroup {
            name: self.names.asg.clone(),
            template: Some(template),
            desired,
            min,
            max,
            subnets,
            target_groups,
            instances: Vec::new(),
            status: None,
            suspended: Vec::new(),
            health_check_type: EC2_CHECKS.into(),
            grace_period: Some(300),
            created_at: Some(now),
            mixed_instances: None,
            deletion_protection: Some("none".into()),
        });
        let trigger = format!(
            "At {} a user request created an AutoScalingGroup changing the desired capacity from 0 to {desired}.",
            written(now)
        );
        self.reconcile(&trigger, now);
    }

    /// Gives the group the lesson's size; what a policy may have made of it stays within that.
    pub(super) fn set_size_back(&mut self, now: Timestamp) {
        let (desired, min, max) = (self.names.desired(), self.names.min(), self.names.max());
        let has_policy = self.has_policy();
        let Some(group) = &mut self.group else { return };
        (group.min, group.max) = (min, max);
        let from = group.desired;
        let to = if has_policy { from.clamp(min, max.max(min)) } else { desired };
        let trigger = format!(
            "At {} a user request update of AutoScalingGroup constraints to min: {min}, max: {max}, desired: {to} \
             changing the desired capacity from {from} to {to}.",
            written(now)
        );
        self.set_desired(to, &trigger, now);
    }

    /// Deletes the group with its members, history and policy.
    pub(super) fn delete_group(&mut self) {
        for machine in std::mem::take(&mut self.machines) {
            self.bury(&machine.instance);
        }
        self.group = None;
        self.activities.clear();
        (self.launch_failed, self.launch_hook) = (false, false);
        self.delete_policy();
    }

    pub(super) fn use_version(&mut self, version: &str) {
        for template in self.group.iter_mut().filter_map(|group| group.template.as_mut()) {
            template.version = Some(version.to_owned());
        }
    }

    pub(super) fn detach(&mut self) {
        self.group.iter_mut().for_each(|group| group.target_groups.clear());
    }

    pub(super) fn staying(&self) -> usize {
        self.machines.iter().filter(|machine| machine.stays()).count()
    }

    /// Sets the desired capacity, for the reason that `trigger` gives.
    pub(super) fn set_desired(&mut self, desired: i32, trigger: &str, now: Timestamp) {
        if let Some(group) = &mut self.group {
            group.desired = desired;
        }
        self.reconcile(trigger, now);
    }

    pub(super) fn set_desired_by_hand(&mut self, desired: i32, now: Timestamp) {
        let Some(from) = self.group.as_ref().map(|group| group.desired).filter(|from| *from != desired) else { return };
        let trigger = format!(
            "At {} a user request explicitly set group desired capacity changing the desired capacity from {from} to \
             {desired}.",
            written(now)
        );
        self.set_desired(desired, &trigger, now);
        self.expect_scale_in(now);
    }

    /// Whether the desired capacity can be raised by hand.
    pub(super) fn can_grow(&self) -> bool {
        self.group.as_ref().is_some_and(|group| group.max >= RAISED)
    }

    /// Launches or terminates until there are as many members as desired.
    pub(super) fn reconcile(&mut self, trigger: &str, now: Timestamp) {
        let Some(group) = &self.group else { return };
        let desired = usize::try_from(group.desired).unwrap_or(0).min(MOST);
        let there = self.staying();
        let cause = |what: &str| {
            let difference = "in response to a difference between desired and actual capacity";
            let change = if desired > there { "increasing" } else { "shrinking" };
            let (at, gap) = (written(now), if trigger.is_empty() { "" } else { " " });
            format!(
                "{trigger}{gap}At {at} an instance was {what} {difference}, {change} the capacity from {there} to \
                 {desired}."
            )
        };
        for _ in there..desired {
            self.launch(&cause("started"), now);
        }
        for _ in desired..there {
            if let Some(index) = self.first_to_go() {
                self.dismiss(index, &cause("taken out of service"), now);
            }
        }
    }

    /// The member that goes when there are too many: one of the zone that has most. Which of them AWS takes isn't
    /// promised, and both the oldest and the newest were seen; here they take turns.
    fn first_to_go(&self) -> Option<usize> {
        let staying = || self.machines.iter().enumerate().filter(|(_, machine)| machine.stays());
        let of_zone =
            |zone: Option<&str>| staying().filter(|(_, other)| other.instance.zone.as_deref() == zone).count();
        let most = staying().map(|(_, machine)| of_zone(machine.instance.zone.as_deref())).max()?;
        let mut fullest = staying().filter(|(_, machine)| of_zone(machine.instance.zone.as_deref()) == most);
        let (index, _) = if self.staying().is_multiple_of(2) { fullest.next() } else { fullest.next_back() }?;
        Some(index)
    }

    pub(super) fn launch(&mut self, cause: &str, now: Timestamp) {
        let Some(instance) = self.new_instance(now) else { return self.note_failed_launch(cause, now) };
        self.launch_failed = false;
        let description = format!("Launching a new EC2 instance: {}", instance.id);
        let warm_up = if is_by_alarm(cause) { WARM_UP } else { 0 };
        self.note(description, cause, now, later(now, PENDING + warm_up));
        self.schedule(later(now, BOOT), Event::Booted(instance.id.clone()));
        self.schedule(later(now, GRACE), Event::GraceOver);
        self.machines.push(Machine {
            instance,
            launched_at: now,
            version: self.version_in_use().map(|version| version.latest_version),
            boot: None,
            stop: None,
            reachable_since: None,
            attached_since: None,
            stopped_since: None,
            leaving_since: None,
            is_held: self.launch_hook,
            released_at: None,
            is_deregistered: false,
        });
    }

    /// The version of the template that the group launches from.
    fn version_in_use(&self) -> Option<&LaunchTemplate> {
        let reference = self.group.as_ref()?.template.as_ref().and_then(|template| template.version.as_deref());
        self.version(reference.unwrap_or("$Default"))
    }

    /// A new member in the subnet that has fewest; none where the template's image can't be started.
    fn new_instance(&mut self, now: Timestamp) -> Option<Instance> {
        let group = self.group.as_ref()?;
        let version = self.version_in_use()?.clone();
        let usable =
            self.images.iter().any(|image| Some(&image.id) == version.image.as_ref() && image.state.is_available());
        let members = |subnet: &str| {
            self.machines
                .iter()
                .filter(|machine| machine.stays() && machine.instance.subnet.as_deref() == Some(subnet))
                .count()
        };
        let subnet = group.subnets.iter().min_by_key(|subnet| members(subnet))?.clone();
        if !usable {
            return None;
        }
        let zone = self.network.subnets.iter().find(|found| found.id == subnet).map(|found| found.zone.clone());
        let tag = version.instance_tags.iter().find(|(key, _)| key == "Name").map(|(_, value)| value.clone());
        Some(Instance {
            id: self.ids.ec2("i"),
            name: tag,
            state: InstanceState::Pending,
            vpc: Some(self.network.vpc.clone()),
            subnet: Some(subnet),
            zone,
            security_groups: version.security_groups,
            instance_profile: version.profile_arn,
            asg: Some(self.names.asg.clone()),
            launched_at: Some(now),
            state_since: None,
            instance_type: version.instance_type,
            public_ip: None,
            image: version.image,
            market: None,
            metadata: Some("enabled".into()),
        })
    }

    /// AWS repeats a failing launch; here it is noted once and tried again when something has changed.
    fn note_failed_launch(&mut self, cause: &str, now: Timestamp) {
        if std::mem::replace(&mut self.launch_failed, true) {
            return;
        }
        let image = self.latest_version().and_then(|version| version.image.clone()).unwrap_or_default();
        let message = format!("The image id '[{image}]' does not exist. Launching EC2 instance failed.");
        self.note(format!("Launching a new EC2 instance. Status Reason: {message}"), cause, now, now);
        if let Some(newest) = self.activities.first_mut() {
            (newest.status, newest.status_message) = (ActivityStatus::Failed, Some(message));
        }
    }

    /// Terminates the member at `index`.
    pub(super) fn dismiss(&mut self, index: usize, cause: &str, now: Timestamp) {
        let machine = &mut self.machines[index];
        machine.leaving_since = Some(now);
        let id = machine.instance.id.clone();
        let cause = format!("{cause} At {} instance {id} was selected for termination.", written(now));
        self.note(format!("Terminating EC2 instance: {id}"), &cause, now, later(now, LEAVE));
        self.schedule(later(now, LEAVE), Event::Left(id));
    }

    fn note(&mut self, description: String, cause: &str, started: Timestamp, ended: Timestamp) {
        let id = self.ids.uuid();
        self.activities.insert(
            0,
            Activity {
                id,
                description: Some(description),
                cause: cause.to_owned(),
                status: ActivityStatus::Successful,
                status_message: None,
                started_at: Some(started),
                ended_at: Some(ended),
            },
        );
        self.activities.truncate(HISTORY);
    }

    pub(super) fn left(&mut self, id: &str) {
        if let Some(index) = self.machines.iter().position(|machine| machine.instance.id == id) {
            let machine = self.machines.remove(index);
            self.bury(&machine.instance);
        }
    }

    fn bury(&mut self, instance: &Instance) {
        self.ghosts.push(terminated(instance));
        if self.ghosts.len() > GHOSTS {
            self.ghosts.remove(0);
        }
    }

    /// Decides what user data makes of a member, by what it finds when it runs.
    pub(super) fn booted(&mut self, id: &str) {
        let Some(index) = self.machines.iter().position(|machine| machine.instance.id == id) else { return };
        let outcome = self.boot_of(&self.machines[index].instance);
        self.machines[index].stop = outcome.err();
        self.machines[index].boot = Some(outcome.unwrap_or(Boot::Silent));
    }

    /// What an instance comes to, or where its user data stops.
    fn boot_of(&self, instance: &Instance) -> Result<Boot, Stop> {
        let Some(version) = self.version_in_use() else {
            return Err(Stop::Script);
        };
        let way_out = instance.subnet.as_deref().is_some_and(|subnet| self.network.has_way_out(subnet));
        let image = self.images.iter().find(|image| Some(&image.id) == version.image.as_ref());
        let other = self.instances.iter().find(|instance| instance.name.as_deref() == Some(OTHER_INSTANCE));
        let has_tools =
            image.is_some_and(|image| other.is_none_or(|other| image.source_instance.as_ref() != Some(&other.id)));
        let database = self.group_id(&self.names.rds_sg).is_some_and(|id| instance.security_groups.contains(&id));
        match self.script_state(version) {
            ScriptState::NeverRuns => Err(Stop::Script),
            _ if instance.instance_profile.is_none() => Err(Stop::Credentials),
            _ if !way_out => Err(Stop::WayOut),
            _ if !has_tools => Err(Stop::Tools),
            ScriptState::Good if database => Ok(Boot::Serves),
            ScriptState::Good | ScriptState::WrongSecret => Ok(Boot::Errors),
        }
    }
}

/// Whether a policy asked for it.
pub(super) fn is_by_alarm(cause: &str) -> bool {
    ActivityCause::all(cause).iter().any(|cause| matches!(cause, ActivityCause::Alarm { .. }))
}
