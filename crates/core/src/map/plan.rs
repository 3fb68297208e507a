//! What a lesson's checks say is to be drawn: the names of the parts, and which check is about which part.

use crate::lesson::Lesson;
use crate::verify::{CheckKind, any_of};

/// Where on the map something belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MapPlace {
    /// From the internet to the load balancer.
    WayIn,
    /// The load balancer.
    Balancer,
    /// From the load balancer to the target group.
    Listener,
    /// The group of targets itself: port, protocol, health check.
    TargetGroup,
    /// From the target group to the instances.
    Delivery,
    /// The Auto Scaling group.
    Group,
    /// From the subnet of this name to the internet.
    WayOut(String),
    /// The security group of this name.
    Guard(String),
    /// The instance beside the group.
    Spare,
}

impl MapPlace {
    /// The place that a check is about; none where it is about nothing that the map draws.
    #[must_use]
    pub fn of(kind: &CheckKind) -> Option<Self> {
        Some(match kind {
            CheckKind::InternetGateway(_) | CheckKind::LoadBalancerScheme(_) => Self::WayIn,
            CheckKind::LoadBalancer(_)
            | CheckKind::LoadBalancerActive(_)
            | CheckKind::LoadBalancerZones(_)
            | CheckKind::LoadBalancerSecurityGroups(_) => Self::Balancer,
            CheckKind::LoadBalancerListener(_) | CheckKind::Listener(_) | CheckKind::ListenerRule(_) => Self::Listener,
            CheckKind::TargetGroup(_) | CheckKind::TargetsAreMembers(_) => Self::TargetGroup,
            CheckKind::AutoScalingAttached(_) | CheckKind::TargetsHealthy(_) => Self::Delivery,
            CheckKind::AutoScalingGroup(_)
            | CheckKind::AutoScalingSize(_)
            | CheckKind::AutoScalingSubnets(_)
            | CheckKind::AutoScalingTemplate(_)
            | CheckKind::InstancesInService(_)
            | CheckKind::ScaleOut(_) => Self::Group,
            CheckKind::DefaultRoute(check) => Self::WayOut(check.subnet.clone()),
            CheckKind::SecurityGroup(check) => Self::Guard(check.group.clone()),
            CheckKind::SecurityGroupIngress(check) => Self::Guard(check.group.clone()),
            CheckKind::SecurityGroupReaches(check) => Self::Guard(check.group.clone()),
            CheckKind::SecurityGroupRules(check) => Self::Guard(check.group.clone()),
            CheckKind::Instance(_) | CheckKind::InstanceStopped(_) => Self::Spare,
            any_of! {
                            Attested, Exercise, Identity, Image, ImageDescription, ImageSource, ImageState, InstanceProfile,
                            LaunchTemplate, LaunchTemplateDescription, LaunchTemplateImage, LaunchTemplateKeyPair,
                            LaunchTemplateProfile, LaunchTemplateSecurityGroups, LaunchTemplateTag, LaunchTemplateType, Load,
                            PolicyAlarm, PolicyLabel, PolicyMetric, PolicyScaleIn, PolicyTarget, PublicSubnets, Region, ScaledIn,
                            ScalingPolicy, SecurityGroupDescription, SecurityGroupIpv6, Site, Subnet, UserData, UserDataLineEnds,
                            Vpc, AnyOf, Not,
            } => return None,
        })
    }
}

/// The names of the parts, each as the checks have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapPlan {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Name of the load balancer.
    pub alb: String,
    /// Port of its listener.
    pub port: i32,
    /// Name of the target group.
    pub target_group: String,
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name tags of the subnets that the group belongs into.
    pub subnets: Vec<String>,
    /// Names of the security groups of the way in, in the order in which a visitor passes them.
    pub guards: Vec<String>,
    /// Name tag of the instance beside the group; none where the lesson has none.
    pub spare: Option<String>,
}

/// Where nothing says which port the load balancer listens on.
const HTTP: i32 = 80;

impl MapPlan {
    /// The plan of a lesson; none where its checks aren't about a load balancer in front of an Auto Scaling group.
    #[must_use]
    pub fn of(lesson: &Lesson) -> Option<Self> {
        let mut plan = Self { port: HTTP, ..Self::default() };
        for check in lesson.steps.iter().flat_map(|step| &step.checks) {
            plan.note(&check.kind);
        }
        let needed = [&plan.vpc, &plan.alb, &plan.target_group, &plan.asg];
        needed.iter().all(|name| !name.is_empty()).then_some(plan)
    }

    fn note(&mut self, kind: &CheckKind) {
        match kind {
            CheckKind::LoadBalancer(check) => {
                self.alb.clone_from(&check.alb);
                self.vpc.clone_from(&check.vpc);
            }
            CheckKind::LoadBalancerListener(check) => self.port = check.port.0,
            CheckKind::TargetGroup(check) => self.target_group.clone_from(&check.target_group),
            CheckKind::AutoScalingGroup(check) => self.asg.clone_from(&check.asg),
            CheckKind::AutoScalingSubnets(check) => self.subnets.clone_from(&check.subnets),
            CheckKind::SecurityGroupIngress(check) => {
                if !self.guards.contains(&check.group) {
                    self.guards.push(check.group.clone());
                }
            }
            CheckKind::InstanceStopped(check) => self.spare = Some(check.instance.clone()),
            any_of! {
                            Attested, AutoScalingAttached, AutoScalingSize, AutoScalingTemplate, DefaultRoute, Exercise, Identity,
                            Image, ImageDescription, ImageSource, ImageState, Instance, InstanceProfile, InstancesInService,
                            InternetGateway, LaunchTemplate, LaunchTemplateDescription, LaunchTemplateImage,
                            LaunchTemplateKeyPair, LaunchTemplateProfile, LaunchTemplateSecurityGroups, LaunchTemplateTag,
                            LaunchTemplateType, Load, LoadBalancerActive, LoadBalancerScheme, LoadBalancerSecurityGroups,
                            LoadBalancerZones, PolicyAlarm, PolicyLabel, PolicyMetric, PolicyScaleIn, PolicyTarget, PublicSubnets,
                            Region, ScaleOut, ScaledIn, ScalingPolicy, SecurityGroup, SecurityGroupDescription, SecurityGroupIpv6,
                            SecurityGroupReaches, Site, Subnet, TargetsAreMembers, TargetsHealthy, UserData, UserDataLineEnds,
                            Vpc, AnyOf, Listener, ListenerRule, Not, SecurityGroupRules,
            } => {}
        }
    }
}
