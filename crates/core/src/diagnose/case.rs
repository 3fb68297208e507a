//! What a diagnosis rests on: the lesson, the account, and what the lesson's checks concluded of it.

use jiff::Timestamp;

use crate::account::Snapshot;
use crate::account::resources::{AutoScalingGroup, Instance, LoadBalancer, Member, TargetGroup, TargetHealth};
use crate::console::Console;
use crate::lesson::Lesson;
use crate::verify::{Check, CheckKind, Facts, Verdict, any_of};

/// Everything that is known when causes are looked for.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What was asked for, with the learner's own values.
    pub lesson: &'a Lesson,
    judged: &'a [Judged<'a>],
    /// The account.
    pub facts: Facts<'a>,
}

/// A check with what it concluded of an account.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// The id of its step.
    pub step: &'a str,
    /// The check, as the lesson has it.
    pub check: &'a Check,
    /// What it concluded.
    pub verdict: &'a Verdict,
}

impl<'a> Case<'a> {
    /// The case of an account; `judged` has all checks of the lesson, in its order.
    #[must_use]
    pub fn new(judged: &'a [Judged<'a>], lesson: &'a Lesson, snapshot: &'a Snapshot, now: Timestamp) -> Self {
        Self { lesson, judged, facts: Facts::new(snapshot, now) }
    }

    /// Every check of the lesson with what it concluded, step by step.
    pub fn checks(&self) -> impl Iterator<Item = Judged<'a>> + use<'a> {
        self.judged.iter().copied()
    }

    /// The first check of the lesson whose kind is wanted.
    pub fn judged(&self, is_wanted: impl Fn(&CheckKind) -> bool) -> Option<Judged<'a>> {
        self.checks().find(|judged| is_wanted(&judged.check.kind))
    }

    fn targets(&self) -> &'a [TargetHealth] {
        self.facts.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default()
    }

    /// The targets that work; none as long as one doesn't.
    #[must_use]
    pub fn healthy_targets(&self) -> Vec<&'a TargetHealth> {
        if !self.ill_targets().is_empty() {
            return Vec::new();
        }
        self.targets().iter().filter(|target| target.state.is_healthy()).collect()
    }

    /// The targets that don't work.
    #[must_use]
    pub fn ill_targets(&self) -> Vec<&'a TargetHealth> {
        self.targets()
            .iter()
            .filter(|target| {
                let state = &target.state;
                !(state.is_healthy() || state.is_draining() || state.is_on_its_way())
            })
            .collect()
    }

    /// The region that is read; the usual one where none is set.
    #[must_use]
    pub fn region(&self) -> &'a str {
        self.facts.snapshot.region.as_deref().unwrap_or("us-east-1")
    }

    /// The console of the region that is read.
    #[must_use]
    pub fn console(&self) -> Console<'a> {
        Console::of(self.region())
    }
}

/// The names of what belongs together between a visitor and an instance.
#[derive(Clone, Copy, Debug)]
pub struct TrafficPath<'a> {
    /// Name of the load balancer.
    pub alb: &'a str,
    /// Name of the target group.
    pub target_group: &'a str,
    /// Name of the Auto Scaling group.
    pub asg: &'a str,
    /// The port on which visitors come.
    pub port: i32,
}

impl<'a> TrafficPath<'a> {
    /// The wiring to which a check of `kind` belongs, as the lesson's check of target health names it.
    #[must_use]
    pub fn of(kind: &CheckKind, case: &Case<'a>) -> Option<Self> {
        let is_meant = |alb: &str, target_group: &str, asg: &str| match kind {
            CheckKind::Site(site) => site.alb == alb,
            CheckKind::Load(load) => load.alb == alb,
            CheckKind::InstancesInService(check) => check.asg == asg,
            CheckKind::TargetsAreMembers(check) => check.asg == asg,
            CheckKind::TargetsHealthy(check) => check.target_group == target_group,
            any_of! {
                            Attested, AutoScalingAttached, AutoScalingGroup, AutoScalingSize,
                            AutoScalingSubnets, AutoScalingTemplate, DefaultRoute, Exercise, Identity, Image,
                            ImageDescription, ImageSource, ImageState, Instance, InstanceProfile,
                            InstanceStopped, InternetGateway, LaunchTemplate, LaunchTemplateDescription,
                            LaunchTemplateImage, LaunchTemplateKeyPair, LaunchTemplateProfile,
                            LaunchTemplateSecurityGroups, LaunchTemplateTag, LaunchTemplateType, LoadBalancer,
                            LoadBalancerActive, LoadBalancerListener, LoadBalancerScheme,
                            LoadBalancerSecurityGroups, LoadBalancerZones, PolicyAlarm, PolicyLabel,
                            PolicyMetric, PolicyScaleIn, PolicyTarget, PublicSubnets, Region, ScaleOut, ScaledIn,
                            ScalingPolicy, SecurityGroup, SecurityGroupDescription, SecurityGroupIngress,
                            SecurityGroupIpv6, SecurityGroupReaches, Subnet, TargetGroup, UserData,
                            UserDataLineEnds, Vpc, AnyOf, Listener, ListenerRule, Not, SecurityGroupRules,
            } => false,
        };
        case.checks().find_map(|judged| {
            let CheckKind::TargetsHealthy(health) = &judged.check.kind else { return None };
            let (alb, target_group, asg) = (&health.alb, &health.target_group, &health.asg);
            is_meant(alb, target_group, asg).then(|| Self { alb, target_group, asg, port: port_of(alb, case) })
        })
    }

    /// The load balancer, where it can be seen.
    #[must_use]
    pub fn load_balancer(&self, case: &Case<'a>) -> Option<&'a LoadBalancer> {
        case.facts.load_balancer(self.alb).ok()
    }

    /// The target group, where it can be seen.
    #[must_use]
    pub fn target_group(&self, case: &Case<'a>) -> Option<&'a TargetGroup> {
        case.facts.target_group(self.target_group).ok()
    }

    /// The Auto Scaling group, where it can be seen.
    #[must_use]
    pub fn group(&self, case: &Case<'a>) -> Option<&'a AutoScalingGroup> {
        case.facts.auto_scaling_group(self.asg).ok()
    }

    /// The members of the group that are to serve and don't, the youngest first; all that stay where no target is ill.
    #[must_use]
    pub fn ill_members(&self, case: &Case<'a>) -> Vec<(&'a Member, Option<&'a Instance>)> {
        let ill = case.ill_targets();
        let members = self.group(case).map(|group| group.instances.as_slice()).unwrap_or_default();
        let staying = || members.iter().filter(|member| member.lifecycle.is_to_serve());
        let is_ill = |member: &&Member| ill.iter().any(|target| target.target == member.id);
        let mut chosen: Vec<_> = staying()
            .filter(|member| ill.is_empty() || is_ill(member))
            .map(|member| (member, case.facts.instance(&member.id).ok().flatten()))
            .collect();
        chosen.sort_by_key(|(_, instance)| std::cmp::Reverse(instance.and_then(|instance| instance.launched_at)));
        chosen
    }
}

fn port_of(alb: &str, case: &Case<'_>) -> i32 {
    let listener = case.checks().find_map(|judged| {
        let CheckKind::LoadBalancerListener(listener) = &judged.check.kind else { return None };
        (listener.alb == alb).then_some(listener.port.0)
    });
    listener.unwrap_or(80)
}
