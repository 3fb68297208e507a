//! The image, and after it the snapshots behind it: AWS keeps those, and goes on billing them, when an image goes.

use super::command::option;
use super::{Item, Kind, Site, State, not_visible};
use crate::account::resources::{EbsSnapshot, Image};
use crate::cost::leftovers::{image_and_instance, is_orphan, of_base};
use crate::msg;
use crate::verify::ResourceKind;

/// How `DeregistrationProtection` begins where an image may not be deregistered.
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deregistration-protection.html>
const PROTECTED: &str = "enabled";

impl<'a> Site<'a> {
    /// What instances were made from.
    pub(super) fn images(&mut self) {
        let (lab, snapshot) = (self.lab, self.snapshot);
        for name in lab.made(ResourceKind::Image) {
            let what = Some(msg!(cleanup_image, name = name));
            let is_it = |image: &Image| image.image_name == name && !image.state.is_gone();
            self.each(Kind::Image, &snapshot.images, what, is_it, Self::image);
            self.snapshots(name);
        }
    }

    pub(super) fn image(&self, image: &Image) -> Item {
        let id = option("image-id", &image.id);
        let protection = image.deregistration_protection.as_deref().filter(|kind| kind.starts_with(PROTECTED));
        let unprotect = protection.map(|_| ["ec2", "disable-image-deregistration-protection", id.as_str()]);
        let commands = unprotect.into_iter().chain([["ec2", "deregister-image", id.as_str()]]);
        Item {
            kind: Kind::Image,
            resource: Some(image.id.clone()),
            what: msg!(cleanup_image, name = &image.image_name),
            state: State::There,
            console: Some(msg!(cleanup_image_console, name = &image.image_name)),
            link: self.page("ImageDetails:imageId=", &image.id),
            commands: commands.map(|words| self.aws.command(&words)).collect(),
            note: Some(match protection {
                Some(kind) => msg!(cleanup_image_protected_note, kind = kind),
                None => msg!(cleanup_image_note),
            }),
        }
    }

    /// The snapshots of the lab's image, and those of images that are gone, but for what was made from an instance that
    /// has nothing to do with the lab.
    fn snapshots(&mut self, name: &str) {
        let snapshot = self.snapshot;
        let what = msg!(cleanup_snapshots, name = name);
        let images = match snapshot.images.seen() {
            Ok(images) => images,
            Err(unseen) => return self.items.push(Item::bare(Kind::Snapshot, what, not_visible(unseen))),
        };
        let of_lab = |image: &Image, found: &EbsSnapshot| {
            (image.image_name == name || self.is_of_base(image)) && image.snapshots.contains(&found.id)
        };
        let is_wanted = |found: &EbsSnapshot| {
            images.iter().any(|image| of_lab(image, found)) || (is_orphan(found, images) && !is_of_another(found, self))
        };
        let wanted: Vec<&'a str> = snapshot.ebs_snapshots.seen().map_or_else(
            |_| Vec::new(),
            |all| all.iter().filter(|found| is_wanted(found)).map(|found| found.id.as_str()).collect(),
        );
        let item = |site: &Self, found: &'a EbsSnapshot| site.snapshot(found, is_orphan(found, images));
        self.each(
            Kind::Snapshot,
            &snapshot.ebs_snapshots,
            Some(what),
            |found| wanted.contains(&found.id.as_str()),
            item,
        );
    }

    fn snapshot(&self, found: &EbsSnapshot, is_orphan: bool) -> Item {
        let id = option("snapshot-id", &found.id);
        Item {
            kind: Kind::Snapshot,
            resource: Some(found.id.clone()),
            what: msg!(cleanup_snapshot, id = &found.id),
            state: State::There,
            console: Some(msg!(cleanup_snapshot_console, id = &found.id)),
            link: self.page("SnapshotDetails:snapshotId=", &found.id),
            commands: vec![self.aws.command(&["ec2", "delete-snapshot", &id])],
            note: is_orphan.then(|| msg!(cleanup_orphan_note, description = &found.description)),
        }
    }

    /// Whether an image was made from the base instance, or from what the lab's own image was made from.
    pub(super) fn is_of_base(&self, image: &Image) -> bool {
        let source = image.source_instance.as_deref();
        source.is_some_and(|source| of_base(self.lab, self.snapshot).any(|id| id == source))
    }

    fn instance_name(&self, id: &str) -> Option<&str> {
        let instances = self.snapshot.instances.seen().map(Vec::as_slice).unwrap_or_default();
        instances.iter().find(|instance| instance.id == id)?.name.as_deref()
    }
}

/// Whether a snapshot was made from an instance that is known and isn't the base instance.
fn is_of_another(found: &EbsSnapshot, site: &Site<'_>) -> bool {
    let name = image_and_instance(found).and_then(|(_, instance)| site.instance_name(instance));
    name.is_some_and(|name| !site.lab.has(ResourceKind::Instance, Some(name)))
}
