//! What costs although nothing uses it any more. Nothing but the words of AWS tells where it comes from.

use crate::account::Snapshot;
use crate::account::resources::{Address, EbsSnapshot, Image};
use crate::lesson::Lab;
use crate::verify::ResourceKind;

/// How AWS begins the description of the snapshot behind an image.
const CREATED_BY: &str = "Created by CreateImage(";

/// The image and the instance that a snapshot was made for, from the description that AWS gave it:
/// `Created by CreateImage(i-…) for ami-…`.
#[must_use]
pub fn image_and_instance(snapshot: &EbsSnapshot) -> Option<(&str, &str)> {
    let (instance, rest) = snapshot.description.strip_prefix(CREATED_BY)?.split_once(')')?;
    let image = rest.trim_start().strip_prefix("for ")?.split_whitespace().next()?;
    Some((image, instance))
}

/// Whether the image that a snapshot was made for is gone.
#[must_use]
pub fn is_orphan(snapshot: &EbsSnapshot, images: &[Image]) -> bool {
    let mut living = images.iter().filter(|image| !image.state.is_gone());
    let is_of = |image: &Image, id: &str| image.id == id || image.snapshots.contains(&snapshot.id);
    image_and_instance(snapshot).is_some_and(|(id, _)| !living.any(|image| is_of(image, id)))
}

/// The ids of what is, or was, the base instance: what carries its name, gone or not, and what the lab's image was made
/// from. Other images of these are the lab's, too.
pub fn of_base<'a>(lab: &'a Lab, snapshot: &'a Snapshot) -> impl Iterator<Item = &'a str> {
    let instances = snapshot.instances.seen().map(Vec::as_slice).unwrap_or_default();
    let images = snapshot.images.seen().map(Vec::as_slice).unwrap_or_default();
    let named = instances.iter().filter(|instance| lab.has(ResourceKind::Instance, instance.name.as_deref()));
    let labs = images.iter().filter(|image| lab.has(ResourceKind::Image, Some(&image.image_name)));
    let sources = labs.filter_map(|image| image.source_instance.as_deref());
    named.map(|instance| instance.id.as_str()).chain(sources)
}

/// The addresses that nothing uses. AWS may take a while to note that a NAT gateway has one.
pub fn unattached<'a>(addresses: &'a [Address], snapshot: &'a Snapshot) -> impl Iterator<Item = &'a Address> {
    let gateways = snapshot.nat_gateways.seen().map(Vec::as_slice).unwrap_or_default();
    let used = move |ip: &String| {
        gateways.iter().any(|gateway| gateway.state.holds_addresses() && gateway.public_ips.contains(ip))
    };
    addresses
        .iter()
        .filter(move |address| address.association.is_none() && !address.public_ip.as_ref().is_some_and(used))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::account::resources::SnapshotState;

    #[test_case("Created by CreateImage(i-0a) for ami-0b", Some(("ami-0b", "i-0a")); "as AWS writes it")]
    #[test_case("Created by CreateImage(i-0a) for ami-0b from vol-0c", Some(("ami-0b", "i-0a")); "as AWS wrote it")]
    #[test_case("Created by AWS Backup", None; "another maker")]
    #[test_case("before the great change", None; "a person's own words")]
    fn descriptions(description: &str, expected: Option<(&str, &str)>) {
        let snapshot = EbsSnapshot {
            id: "snap-1".into(),
            state: SnapshotState::Completed,
            description: description.into(),
            volume_size: Some(8),
            started_at: None,
        };
        assert_eq!(image_and_instance(&snapshot), expected);
        assert_eq!(is_orphan(&snapshot, &[]), expected.is_some());
    }
}
