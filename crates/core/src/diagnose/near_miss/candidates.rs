//! What of a kind stands in the account, reduced to what tells whether a learner meant it.

use crate::account::resources::SecurityGroup;
use crate::account::{Area, Snapshot};
use crate::verify::ResourceKind;

/// A resource that a learner may have meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Its id; none where its name is all that tells it apart.
    pub id: Option<&'a str>,
    /// The name by which the lab looks for its kind; none where it has none.
    pub name: Option<&'a str>,
    /// The Name tag, where the lab doesn't look at it.
    pub tag: Option<&'a str>,
    /// Free text of whoever made it, where AWS keeps one.
    pub description: Option<&'a str>,
    /// The id of the VPC that it stands in; none for what stands in no VPC.
    pub vpc: Option<&'a str>,
    /// Its state, where it has gone or is going.
    pub gone: Option<&'a str>,
}

impl<'a> Candidate<'a> {
    /// One without an id.
    #[must_use]
    pub fn named(name: Option<&'a str>) -> Self {
        Self { id: None, name, tag: None, description: None, vpc: None, gone: None }
    }

    /// A candidate that AWS tells apart by more than its name.
    #[must_use]
    pub fn with_id(id: &'a str, name: Option<&'a str>) -> Self {
        Self { id: Some(id), ..Self::named(name) }
    }

    /// What tells it apart from others of its kind.
    #[must_use]
    pub fn key(&self) -> &'a str {
        self.id.or(self.name).unwrap_or_default()
    }
}

/// Everything of this kind that was seen; nothing where it could not be.
#[must_use]
pub fn candidates(kind: ResourceKind, snapshot: &Snapshot) -> Vec<Candidate<'_>> {
    match kind {
        ResourceKind::Vpc => {
            seen(&snapshot.vpcs).iter().map(|vpc| Candidate::with_id(&vpc.id, vpc.name.as_deref())).collect()
        }
        ResourceKind::Subnet => seen(&snapshot.subnets)
            .iter()
            .map(|subnet| Candidate {
                vpc: Some(&subnet.vpc),
                ..Candidate::with_id(&subnet.id, subnet.name.as_deref())
            })
            .collect(),
        ResourceKind::SecurityGroup => seen(&snapshot.security_groups).iter().map(security_group).collect(),
        ResourceKind::Instance => instances(snapshot),
        ResourceKind::Image => images(snapshot),
        ResourceKind::InstanceProfile => {
            seen(&snapshot.instance_profiles).iter().map(|profile| Candidate::named(Some(&profile.name))).collect()
        }
        ResourceKind::LaunchTemplate => seen(&snapshot.launch_templates)
            .iter()
            .map(|template| Candidate::with_id(&template.id, Some(&template.name)))
            .collect(),
        ResourceKind::AutoScalingGroup => seen(&snapshot.auto_scaling_groups)
            .iter()
            .map(|group| Candidate { gone: group.status.as_deref(), ..Candidate::named(Some(&group.name)) })
            .collect(),
        ResourceKind::LoadBalancer => seen(&snapshot.load_balancers)
            .iter()
            .map(|balancer| Candidate { vpc: balancer.vpc.as_deref(), ..Candidate::named(Some(&balancer.name)) })
            .collect(),
        ResourceKind::TargetGroup => seen(&snapshot.target_groups)
            .iter()
            .map(|group| Candidate { vpc: group.vpc.as_deref(), ..Candidate::named(Some(&group.name)) })
            .collect(),
        ResourceKind::ScalingPolicy => {
            seen(&snapshot.scaling_policies).iter().map(|policy| Candidate::named(Some(&policy.name))).collect()
        }
    }
}

fn seen<T>(area: &Area<Vec<T>>) -> &[T] {
    area.seen().map(Vec::as_slice).unwrap_or_default()
}

fn security_group(group: &SecurityGroup) -> Candidate<'_> {
    Candidate {
        tag: group.name.as_deref(),
        description: Some(&group.description),
        vpc: group.vpc.as_deref(),
        ..Candidate::with_id(&group.id, Some(&group.group_name))
    }
}

/// Instances that an Auto Scaling group owns are none that a learner named.
fn instances(snapshot: &Snapshot) -> Vec<Candidate<'_>> {
    let own = seen(&snapshot.instances).iter().filter(|instance| instance.asg.is_none());
    own.map(|instance| Candidate {
        vpc: instance.vpc.as_deref(),
        gone: instance.state.is_gone().then(|| instance.state.as_str()),
        ..Candidate::with_id(&instance.id, instance.name.as_deref())
    })
    .collect()
}

fn images(snapshot: &Snapshot) -> Vec<Candidate<'_>> {
    seen(&snapshot.images)
        .iter()
        .map(|image| Candidate {
            tag: image.name.as_deref(),
            description: image.description.as_deref(),
            gone: image.state.is_gone().then(|| image.state.as_str()),
            ..Candidate::with_id(&image.id, Some(&image.image_name))
        })
        .collect()
}
