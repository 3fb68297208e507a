//! The base instance, its neighbours outside of the group, and the images made from them.

use jiff::Timestamp;

use super::SimulatedAccount;
use super::event::Event;
use super::ids::{ACCOUNT, Ids, later};
use super::names::Names;
use super::network::Network;
use crate::account::resources::{
    Image, ImageSnapshot, ImageState, Instance, InstanceProfile, InstanceState, SecurityGroup, SnapshotState,
};

/// Seconds until an image is available.
const COPY: i64 = 8;
/// Seconds until the copy of an unlucky image fails.
const COPY_FAILS: i64 = 4;
/// Seconds until a stopping instance is stopped.
const STOP: i64 = 6;
/// The public address of the base instance while it runs; a number that is nobody's.
const BASE_ADDRESS: &str = "203.0.113.10";

pub(super) fn profile_arn(names: &Names) -> String {
    format!("arn:aws:iam::{ACCOUNT}:instance-profile/{}", names.instance_profile)
}

/// The instance profile as step 1 of the course leaves it: the console gives role and profile one name.
pub(super) fn instance_profile(names: &Names) -> InstanceProfile {
    let name = names.instance_profile.clone();
    InstanceProfile { arn: profile_arn(names), roles: vec![name.clone()], name }
}

/// The base instance as steps 1 to 3 of the course leave it: in a public subnet, running.
pub(super) fn base_instance(
    names: &Names,
    network: &Network,
    groups: &[SecurityGroup],
    ids: &mut Ids,
    now: Timestamp,
) -> Instance {
    let subnet = network.public().next();
    let carried = |group: &&SecurityGroup| {
        group.vpc.as_ref() == Some(&network.vpc) && [&names.web_sg, &names.rds_sg].contains(&&group.group_name)
    };
    Instance {
        id: ids.ec2("i"),
        name: Some(names.base_instance.clone()),
        state: InstanceState::Running,
        vpc: Some(network.vpc.clone()),
        subnet: subnet.map(|subnet| subnet.id.clone()),
        zone: subnet.map(|subnet| subnet.zone.clone()),
        security_groups: groups.iter().filter(carried).map(|group| group.id.clone()).collect(),
        instance_profile: Some(profile_arn(names)),
        asg: None,
        launched_at: Some(now),
        state_since: None,
        instance_type: Some(names.instance_type.clone()),
        public_ip: Some(BASE_ADDRESS.into()),
        image: None,
        market: None,
        metadata: Some("enabled".into()),
    }
}

/// An instance after its end: AWS lists it for about an hour, without a network.
pub(super) fn terminated(instance: &Instance) -> Instance {
    let mut ghost = instance.clone();
    ghost.state = InstanceState::Terminated;
    (ghost.vpc, ghost.subnet, ghost.public_ip, ghost.security_groups) = (None, None, None, Vec::new());
    ghost
}

impl SimulatedAccount {
    /// The living base instance.
    pub(super) fn base(&self) -> Option<&Instance> {
        let name = Some(&self.names.base_instance);
        self.instances.iter().find(|instance| instance.name.as_ref() == name && !instance.state.is_terminated())
    }

    fn base_mut(&mut self) -> Option<&mut Instance> {
        let id = self.base()?.id.clone();
        self.instances.iter_mut().find(|instance| instance.id == id)
    }

    fn tag_instance(&mut self, from: &str, to: String) {
        let living =
            |instance: &&mut Instance| instance.name.as_deref() == Some(from) && !instance.state.is_terminated();
        if let Some(instance) = self.instances.iter_mut().find(living) {
            instance.name = Some(to);
        }
    }

    /// Types the base instance's Name tag anew, with a full-width hyphen.
    pub(super) fn tag_base_full_width(&mut self) {
        self.tag_instance(&self.names.base_instance.clone(), self.names.base_full_width());
    }

    /// Puts the base instance's Name tag right.
    pub(super) fn tag_base_right(&mut self) {
        self.tag_instance(&self.names.base_full_width(), self.names.base_instance.clone());
    }

    /// Whether only the Name tag keeps the base instance from being found.
    pub(super) fn has_misspelt_base(&self) -> bool {
        let typed = self.names.base_full_width();
        let living = |instance: &Instance| instance.name.as_ref() == Some(&typed) && !instance.state.is_terminated();
        self.lacks_base() && self.instances.iter().any(living)
    }

    pub(super) fn has_base(&self) -> bool {
        self.base().is_some()
    }

    pub(super) fn lacks_base(&self) -> bool {
        !self.has_base()
    }

    pub(super) fn has_image(&self) -> bool {
        !self.images.is_empty()
    }

    pub(super) fn has_no_image(&self) -> bool {
        self.images.is_empty()
    }

    /// Whether an image can be made and the right one is not there yet.
    pub(super) fn needs_image(&self) -> bool {
        self.has_base() && !self.has_right_image()
    }

    pub(super) fn base_runs(&self) -> bool {
        self.base().is_some_and(|base| base.state.is_running())
    }

    pub(super) fn stop_base(&mut self, now: Timestamp) {
        let Some(base) = self.base_mut().filter(|base| base.state.is_running()) else { return };
        (base.state, base.state_since) = (InstanceState::Stopping, Some(now));
        let id = base.id.clone();
        self.schedule(later(now, STOP), Event::Stopped(id));
    }

    pub(super) fn stopped(&mut self, id: &str) {
        for instance in
            self.instances.iter_mut().filter(|instance| instance.id == id && instance.state == InstanceState::Stopping)
        {
            instance.state = InstanceState::Stopped;
            instance.public_ip = None;
        }
    }

    pub(super) fn terminate_base(&mut self) {
        if let Some(base) = self.base_mut() {
            *base = terminated(base);
        }
        self.by_hand = None;
    }

    /// Launches the base instance once more.
    pub(super) fn launch_base(&mut self, now: Timestamp) {
        if self.has_base() {
            return;
        }
        // One ghost is enough to see. The oldest stays: it is the one that the image was made from.
        let name = Some(&self.names.base_instance);
        let mut ghosts = 0;
        self.instances.retain(|instance| {
            ghosts += usize::from(instance.name.as_ref() == name);
            instance.name.as_ref() != name || ghosts == 1
        });
        let base = base_instance(&self.names, &self.network, &self.security_groups, &mut self.ids, now);
        self.instances.push(base);
    }

    /// Launches the base instance once more, in order to have a spare, and stops it.
    pub(super) fn restore_base(&mut self, now: Timestamp) {
        self.launch_base(now);
        self.stop_base(now);
    }

    /// Whether the lesson's image is there, or on its way, and made from the base instance.
    pub(super) fn has_right_image(&self) -> bool {
        self.images.iter().any(|image| self.is_right(image))
    }

    fn is_right(&self, image: &Image) -> bool {
        let from_base = |instance: &Instance| {
            Some(&instance.id) == image.source_instance.as_ref()
                && instance.name.as_ref() == Some(&self.names.base_instance)
        };
        let usable = image.state.is_on_its_way() || image.state.is_available();
        image.image_name == self.names.image && usable && self.instances.iter().any(from_base)
    }

    fn create_image(&mut self, name: &str, source: &str, now: Timestamp) -> String {
        // AWS refuses a name that is in use: the learner deregisters the older image first.
        self.images.retain(|image| image.image_name != name);
        let id = self.ids.ec2("ami");
        let snapshot = self.ids.ec2("snap");
        self.keep_snapshot(&snapshot, source, &id, now);
        self.images.push(Image {
            id: id.clone(),
            image_name: name.to_owned(),
            name: None,
            description: Some(self.names.image_description.clone()),
            state: ImageState::Pending,
            owner: Some(ACCOUNT.into()),
            source_instance: Some(source.to_owned()),
            snapshots: vec![snapshot],
            created_at: Some(now),
            state_reason: None,
            deregistration_protection: Some("disabled".into()),
        });
        id
    }

    fn create_image_from_base(&mut self, name: &str, now: Timestamp) -> Option<String> {
        let base = self.base()?.id.clone();
        Some(self.create_image(name, &base, now))
    }

    /// The image that the lesson asks for; other attempts are deregistered.
    pub(super) fn put_image(&mut self, now: Timestamp) {
        let right: Vec<Image> = self.images.iter().filter(|image| self.is_right(image)).cloned().collect();
        self.images = right;
        let name = self.names.image.clone();
        if self.images.is_empty()
            && let Some(image) = self.create_image_from_base(&name, now)
        {
            self.schedule(later(now, COPY), Event::ImageDone(image));
        }
    }

    pub(super) fn put_misspelt_image(&mut self, now: Timestamp) {
        let name = self.names.image_typo();
        if !self.images.iter().any(|image| image.image_name == name)
            && let Some(image) = self.create_image_from_base(&name, now)
        {
            self.schedule(later(now, COPY), Event::ImageDone(image));
        }
    }

    pub(super) fn put_image_of_another(&mut self, now: Timestamp) {
        let other = self.ids.ec2("i");
        let (vpc, name) = (self.network.default_vpc.clone(), self.names.image.clone());
        let subnet = self.network.subnets.iter().find(|subnet| subnet.vpc == vpc);
        let default = |group: &&SecurityGroup| group.vpc.as_ref() == Some(&vpc) && group.group_name == "default";
        self.instances.retain(|instance| instance.name.as_deref() != Some(OTHER_INSTANCE));
        self.instances.push(Instance {
            id: other.clone(),
            name: Some(OTHER_INSTANCE.into()),
            state: InstanceState::Running,
            subnet: subnet.map(|subnet| subnet.id.clone()),
            zone: subnet.map(|subnet| subnet.zone.clone()),
            security_groups: self.security_groups.iter().filter(default).map(|group| group.id.clone()).collect(),
            vpc: Some(vpc),
            instance_profile: None,
            asg: None,
            launched_at: Some(now),
            state_since: None,
            instance_type: Some(self.names.instance_type.clone()),
            public_ip: None,
            image: None,
            market: None,
            metadata: Some("enabled".into()),
        });
        let image = self.create_image(&name, &other, now);
        self.schedule(later(now, COPY), Event::ImageDone(image));
    }

    pub(super) fn put_unlucky_image(&mut self, now: Timestamp) {
        let name = self.names.image.clone();
        if let Some(image) = self.create_image_from_base(&name, now) {
            self.schedule(later(now, COPY_FAILS), Event::ImageFailed(image));
        }
    }

    pub(super) fn deregister_image(&mut self) {
        self.images.retain(|image| image.image_name != self.names.image);
    }

    pub(super) fn image_turns(&mut self, id: &str, state: &ImageState, reason: Option<&str>) {
        for image in self.images.iter_mut().filter(|image| image.id == id && image.state.is_on_its_way()) {
            image.state = state.clone();
            image.state_reason = reason.map(str::to_owned);
        }
    }

    /// The lesson's image while it is being copied.
    fn pending_image(&self) -> Option<&Image> {
        self.images.iter().find(|image| image.image_name == self.names.image && image.state.is_on_its_way())
    }

    /// How far the copies behind the lesson's pending image are.
    pub(super) fn image_snapshots(&self, now: Timestamp) -> Vec<ImageSnapshot> {
        let Some(image) = self.pending_image() else { return Vec::new() };
        let seconds = image.created_at.map_or(0, |start| now.duration_since(start).as_secs());
        let progress = u8::try_from((seconds.clamp(0, COPY - 1) * 100) / COPY).ok();
        let state = |id: &String| ImageSnapshot { id: id.clone(), state: SnapshotState::Pending, progress };
        image.snapshots.iter().map(state).collect()
    }

    /// The instants at which the copy makes a step that can be seen.
    pub(super) fn copy_looks(&self) -> impl Iterator<Item = Timestamp> {
        let start = self.pending_image().and_then(|image| image.created_at);
        start.into_iter().flat_map(|start| (1..COPY).map(move |second| later(start, second)))
    }
}

/// Name tag of an instance that has nothing to do with the lab.
pub(super) const OTHER_INSTANCE: &str = "test";
