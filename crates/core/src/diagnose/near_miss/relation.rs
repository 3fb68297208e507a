//! Which things of the lab belong together, as the lesson's own checks tell it: so that a thing is known by what uses
//! it, whatever it is called.

use std::collections::BTreeSet;

use crate::verify::{AdmittedFrom, Check, CheckKind, ResourceKind, Wanted};

/// How one thing uses another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// An image was made from an instance.
    MadeFrom,
    /// A launch template launches an image.
    Boots,
    /// A launch template gives its instances a profile.
    GivesProfile,
    /// An instance has a profile.
    HasProfile,
    /// A launch template gives its instances a security group.
    GivesGroup,
    /// An instance carries a security group.
    CarriesGroup,
    /// An Auto Scaling group launches from a template.
    LaunchesFrom,
    /// An Auto Scaling group puts instances into a subnet.
    Places,
    /// An Auto Scaling group registers its instances with a target group.
    Registers,
    /// A load balancer sends visitors to a target group.
    Forwards,
    /// A load balancer carries a security group.
    Guarded,
    /// A security group admits another one on this port.
    Admits(i32),
    /// A scaling policy belongs to an Auto Scaling group.
    Scales,
    /// A scaling policy counts the requests of a load balancer or a target group.
    Counts,
    /// Something stands in a VPC.
    Within,
}

/// Two things of the lab, and how the one uses the other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// How.
    pub tie: Tie,
    /// The one that uses.
    pub owner: Wanted,
    /// The one that is used.
    pub used: Wanted,
}

impl Relation {
    fn new(tie: Tie, owner: Wanted, used: Wanted) -> Self {
        Self { tie, owner, used }
    }
}

/// Every relation that `checks` ask for.
pub fn relations(checks: &[&Check]) -> Vec<Relation> {
    let mut relations: Vec<Relation> = checks.iter().flat_map(|check| of_check(&check.kind)).collect();
    let subjects: BTreeSet<Wanted> = checks.iter().filter_map(|check| check.subject()).collect();
    relations.extend(subjects.iter().filter_map(|subject| {
        let vpc = Wanted::new(ResourceKind::Vpc, subject.vpc.clone()?);
        Some(Relation::new(Tie::Within, subject.clone(), vpc))
    }));
    let instances = subjects.iter().filter(|subject| subject.kind == ResourceKind::Instance);
    relations.extend(instances.flat_map(|instance| of_instance(instance, checks)));
    relations.sort();
    relations.dedup();
    relations
}

fn of_check(kind: &CheckKind) -> Vec<Relation> {
    use ResourceKind::{AutoScalingGroup, Image, LoadBalancer, ScalingPolicy, Subnet, TargetGroup, Vpc};
    let named = Wanted::new;
    match kind {
        CheckKind::ImageSource(check) => vec![Relation::new(
            Tie::MadeFrom,
            named(Image, &check.image),
            named(ResourceKind::Instance, &check.instance).in_vpc(&check.vpc),
        )],
        CheckKind::AutoScalingTemplate(check) => {
            vec![Relation::new(Tie::LaunchesFrom, named(AutoScalingGroup, &check.asg), template(&check.template))]
        }
        CheckKind::AutoScalingAttached(check) => {
            let target_group = named(TargetGroup, &check.target_group);
            vec![Relation::new(Tie::Registers, named(AutoScalingGroup, &check.asg), target_group)]
        }
        CheckKind::AutoScalingSubnets(check) => {
            let subnets = check.subnets.iter().map(|subnet| named(Subnet, subnet).in_vpc(&check.vpc));
            subnets.map(|subnet| Relation::new(Tie::Places, named(AutoScalingGroup, &check.asg), subnet)).collect()
        }
        CheckKind::LoadBalancerListener(check) => {
            let target_group = named(TargetGroup, &check.target_group);
            vec![Relation::new(Tie::Forwards, named(LoadBalancer, &check.alb), target_group)]
        }
        CheckKind::LoadBalancerSecurityGroups(check) => {
            let groups = check.groups.iter().map(|name| group(name, &check.vpc));
            groups.map(|group| Relation::new(Tie::Guarded, named(LoadBalancer, &check.alb), group)).collect()
        }
        CheckKind::LoadBalancer(check) => {
            vec![Relation::new(Tie::Within, named(LoadBalancer, &check.alb), named(Vpc, &check.vpc))]
        }
        CheckKind::TargetGroup(check) => {
            vec![Relation::new(Tie::Within, named(TargetGroup, &check.target_group), named(Vpc, &check.vpc))]
        }
        CheckKind::ScalingPolicy(check) => {
            let asg = named(AutoScalingGroup, &check.asg);
            vec![Relation::new(Tie::Scales, named(ScalingPolicy, &check.policy), asg)]
        }
        CheckKind::PolicyLabel(check) => {
            let counted = [named(LoadBalancer, &check.alb), named(TargetGroup, &check.target_group)];
            let policy = named(ScalingPolicy, &check.policy);
            counted.map(|counted| Relation::new(Tie::Counts, policy.clone(), counted)).to_vec()
        }
        CheckKind::SecurityGroupIngress(check) => match &check.from {
            AdmittedFrom::Group(other) => {
                vec![Relation::new(
                    Tie::Admits(check.port.0),
                    group(&check.group, &check.vpc),
                    group(other, &check.vpc),
                )]
            }
            AdmittedFrom::AnywhereIpv4 => Vec::new(),
        },
        _ => of_template(kind),
    }
}

fn of_template(kind: &CheckKind) -> Vec<Relation> {
    match kind {
        CheckKind::LaunchTemplateImage(check) => {
            let image = Wanted::new(ResourceKind::Image, &check.image);
            vec![Relation::new(Tie::Boots, template(&check.template), image)]
        }
        CheckKind::LaunchTemplateProfile(check) => {
            vec![Relation::new(Tie::GivesProfile, template(&check.template), profile(&check.profile))]
        }
        CheckKind::LaunchTemplateSecurityGroups(check) => {
            let groups = check.groups.iter().map(|name| group(name, &check.vpc));
            groups.map(|group| Relation::new(Tie::GivesGroup, template(&check.template), group)).collect()
        }
        _ => Vec::new(),
    }
}

/// The instance from which the others are made carries what the template gives them.
fn of_instance(instance: &Wanted, checks: &[&Check]) -> Vec<Relation> {
    let as_template = checks.iter().flat_map(|check| of_template(&check.kind));
    let own = |tie| match tie {
        Tie::GivesGroup => Some(Tie::CarriesGroup),
        Tie::GivesProfile => Some(Tie::HasProfile),
        _ => None,
    };
    as_template
        .filter_map(|relation| Some(Relation::new(own(relation.tie)?, instance.clone(), relation.used)))
        .collect()
}

fn template(name: &str) -> Wanted {
    Wanted::new(ResourceKind::LaunchTemplate, name)
}

fn profile(name: &str) -> Wanted {
    Wanted::new(ResourceKind::InstanceProfile, name)
}

fn group(name: &str, vpc: &str) -> Wanted {
    Wanted::new(ResourceKind::SecurityGroup, name).in_vpc(vpc)
}
