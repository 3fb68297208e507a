//! What hangs on a resource that must be made anew, so that nothing is left pointing at the old one.

use crate::account::resources::{Peer, SecurityGroup};
use crate::account::{Area, Snapshot};
use crate::verify::ResourceKind;

/// What uses the resource with this id or, where its name is all that tells it apart, this name.
#[must_use]
pub fn uses(kind: ResourceKind, key: &str, snapshot: &Snapshot) -> Vec<String> {
    match kind {
        ResourceKind::SecurityGroup => of_security_group(key, snapshot),
        ResourceKind::Image => of_image(key, snapshot),
        ResourceKind::LaunchTemplate => of_launch_template(key, snapshot),
        ResourceKind::TargetGroup => of_target_group(key, snapshot),
        ResourceKind::LoadBalancer => of_load_balancer(key, snapshot),
        ResourceKind::Vpc
        | ResourceKind::Subnet
        | ResourceKind::Instance
        | ResourceKind::InstanceProfile
        | ResourceKind::AutoScalingGroup
        | ResourceKind::ScalingPolicy => Vec::new(),
    }
}

fn seen<T>(area: &Area<Vec<T>>) -> &[T] {
    area.seen().map(Vec::as_slice).unwrap_or_default()
}

fn of_security_group(id: &str, snapshot: &Snapshot) -> Vec<String> {
    let carries = |groups: &[String]| groups.iter().any(|group| group == id);
    let instances = seen(&snapshot.instances).iter().filter(|instance| carries(&instance.security_groups));
    let balancers = seen(&snapshot.load_balancers).iter().filter(|balancer| carries(&balancer.security_groups));
    let rules = seen(&snapshot.security_groups).iter().filter(|group| group.id != id && names(group, id));
    let template = snapshot.launch_template.seen().ok().and_then(Option::as_ref);
    let template = template.filter(|template| {
        carries(&template.security_groups)
            || template.interfaces.iter().any(|interface| carries(&interface.security_groups))
    });
    let mut uses: Vec<String> = instances.map(|instance| instance.id.clone()).collect();
    uses.extend(balancers.map(|balancer| balancer.name.clone()));
    uses.extend(rules.map(|group| group.group_name.clone()));
    uses.extend(template.map(|template| template.name.clone()));
    uses
}

fn names(group: &SecurityGroup, id: &str) -> bool {
    let peers = group.ingress.iter().chain(&group.egress).flat_map(|rule| &rule.peers);
    peers.into_iter().any(|peer| matches!(peer, Peer::Group(named) if named == id))
}

fn of_image(id: &str, snapshot: &Snapshot) -> Vec<String> {
    let template = snapshot.launch_template.seen().ok().and_then(Option::as_ref);
    template
        .filter(|template| template.image.as_deref() == Some(id))
        .map(|found| found.name.clone())
        .into_iter()
        .collect()
}

fn of_launch_template(id: &str, snapshot: &Snapshot) -> Vec<String> {
    let uses = seen(&snapshot.auto_scaling_groups)
        .iter()
        .filter(|group| group.template.as_ref().is_some_and(|template| template.id.as_deref() == Some(id)));
    uses.map(|group| group.name.clone()).collect()
}

fn of_target_group(name: &str, snapshot: &Snapshot) -> Vec<String> {
    let Some(group) = seen(&snapshot.target_groups).iter().find(|group| group.name == name) else { return Vec::new() };
    let scaling =
        seen(&snapshot.auto_scaling_groups).iter().filter(|scaling| scaling.target_groups.contains(&group.arn));
    let balancers =
        seen(&snapshot.load_balancers).iter().filter(|balancer| group.load_balancers.contains(&balancer.arn));
    scaling.map(|scaling| scaling.name.clone()).chain(balancers.map(|balancer| balancer.name.clone())).collect()
}

fn of_load_balancer(name: &str, snapshot: &Snapshot) -> Vec<String> {
    let Some(balancer) = seen(&snapshot.load_balancers).iter().find(|balancer| balancer.name == name) else {
        return Vec::new();
    };
    let behind = seen(&snapshot.target_groups).iter().filter(|group| group.load_balancers.contains(&balancer.arn));
    behind.map(|group| group.name.clone()).collect()
}
