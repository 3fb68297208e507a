//! Which things of the lab belong together, as the lesson's own checks tell it: so that a thing is known by what uses
//! it, whatever it is called.

use std::collections::BTreeSet;

use crate::verify::listener::DefaultAction;
use crate::verify::{AdmittedFrom, Check, CheckKind, ResourceKind, Wanted, any_of};

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
    /// What it points at.
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
    let one = |tie, owner, used| vec![Relation::new(tie, owner, used)];
    match kind {
        CheckKind::ImageSource(check) => {
            let instance = named(ResourceKind::Instance, &check.instance).in_vpc(&check.vpc);
            one(Tie::MadeFrom, named(ResourceKind::Image, &check.image), instance)
        }
        CheckKind::LaunchTemplateImage(check) => {
            one(Tie::Boots, template(&check.template), named(ResourceKind::Image, &check.image))
        }
        CheckKind::LaunchTemplateProfile(check) => {
            let profile = named(ResourceKind::InstanceProfile, &check.profile);
            one(Tie::GivesProfile, template(&check.template), profile)
        }
        CheckKind::LaunchTemplateSecurityGroups(check) => {
            let groups = check.groups.iter().map(|name| group(name, &check.vpc));
            groups.map(|group| Relation::new(Tie::GivesGroup, template(&check.template), group)).collect()
        }
        CheckKind::AutoScalingTemplate(check) => one(Tie::LaunchesFrom, asg(&check.asg), template(&check.template)),
        CheckKind::AutoScalingAttached(check) => {
            one(Tie::Registers, asg(&check.asg), target_group(&check.target_group))
        }
        CheckKind::AutoScalingSubnets(check) => {
            let subnets = check.subnets.iter().map(|name| named(ResourceKind::Subnet, name).in_vpc(&check.vpc));
            subnets.map(|subnet| Relation::new(Tie::Places, asg(&check.asg), subnet)).collect()
        }
        CheckKind::LoadBalancer(check) => one(Tie::Within, alb(&check.alb), vpc(&check.vpc)),
        CheckKind::LoadBalancerListener(check) => {
            one(Tie::Forwards, alb(&check.alb), target_group(&check.target_group))
        }
        CheckKind::Listener(check) => match &check.action {
            DefaultAction::Forward(shares) => {
                let groups = shares.iter().map(|share| target_group(&share.target_group));
                groups.map(|group| Relation::new(Tie::Forwards, alb(&check.alb), group)).collect()
            }
            DefaultAction::Redirect(_) | DefaultAction::FixedResponse(_) => Vec::new(),
        },
        CheckKind::LoadBalancerSecurityGroups(check) => {
            let groups = check.groups.iter().map(|name| group(name, &check.vpc));
            groups.map(|group| Relation::new(Tie::Guarded, alb(&check.alb), group)).collect()
        }
        CheckKind::TargetGroup(check) => one(Tie::Within, target_group(&check.target_group), vpc(&check.vpc)),
        CheckKind::ScalingPolicy(check) => one(Tie::Scales, policy(&check.policy), asg(&check.asg)),
        CheckKind::PolicyLabel(check) => {
            let counted = [alb(&check.alb), target_group(&check.target_group)];
            counted.map(|counted| Relation::new(Tie::Counts, policy(&check.policy), counted)).to_vec()
        }
        CheckKind::SecurityGroupIngress(check) => match &check.from {
            AdmittedFrom::Group(other) => {
                one(Tie::Admits(check.port.0), group(&check.group, &check.vpc), group(other, &check.vpc))
            }
            AdmittedFrom::AnywhereIpv4 => Vec::new(),
        },
        any_of! {
                    Attested, AutoScalingGroup, AutoScalingSize, DefaultRoute, Exercise, Identity, Image, ImageDescription,
                    ImageState, Instance, InstanceProfile, InstanceStopped, InstancesInService, InternetGateway,
                    LaunchTemplate, LaunchTemplateDescription, LaunchTemplateKeyPair, LaunchTemplateTag, LaunchTemplateType,
                    Load, LoadBalancerActive, LoadBalancerScheme, LoadBalancerZones, PolicyAlarm, PolicyMetric, PolicyScaleIn,
                    PolicyTarget, PublicSubnets, Region, ScaleOut, ScaledIn, SecurityGroup, SecurityGroupDescription, SecurityGroupIpv6,
                    SecurityGroupReaches, Site, Subnet, TargetsAreMembers, TargetsHealthy, UserData, UserDataLineEnds, Vpc, AnyOf, ListenerRule, Not, SecurityGroupRules,
        } => Vec::new(),
    }
}

/// The instance from which the others are made carries what the template gives them.
fn of_instance(instance: &Wanted, checks: &[&Check]) -> Vec<Relation> {
    let own = |tie| match tie {
        Tie::GivesGroup => Some(Tie::CarriesGroup),
        Tie::GivesProfile => Some(Tie::HasProfile),
        Tie::MadeFrom
        | Tie::Boots
        | Tie::HasProfile
        | Tie::CarriesGroup
        | Tie::LaunchesFrom
        | Tie::Places
        | Tie::Registers
        | Tie::Forwards
        | Tie::Guarded
        | Tie::Admits(_)
        | Tie::Scales
        | Tie::Counts
        | Tie::Within => None,
    };
    let all = checks.iter().flat_map(|check| of_check(&check.kind));
    all.filter_map(|relation| Some(Relation::new(own(relation.tie)?, instance.clone(), relation.used))).collect()
}

fn named(kind: ResourceKind, name: &str) -> Wanted {
    Wanted::new(kind, name)
}

fn vpc(name: &str) -> Wanted {
    named(ResourceKind::Vpc, name)
}

fn group(name: &str, vpc: &str) -> Wanted {
    named(ResourceKind::SecurityGroup, name).in_vpc(vpc)
}

fn template(name: &str) -> Wanted {
    named(ResourceKind::LaunchTemplate, name)
}

fn asg(name: &str) -> Wanted {
    named(ResourceKind::AutoScalingGroup, name)
}

fn alb(name: &str) -> Wanted {
    named(ResourceKind::LoadBalancer, name)
}

fn target_group(name: &str) -> Wanted {
    named(ResourceKind::TargetGroup, name)
}

fn policy(name: &str) -> Wanted {
    named(ResourceKind::ScalingPolicy, name)
}
