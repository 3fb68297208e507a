//! The page of the console that a check is about.

use super::{balancing, machine, network, policy, scaling, security, template};
use crate::console::Console;
use crate::diagnose::case::Case;
use crate::verify::CheckKind;
use crate::verify::security_group_rules::Direction;

/// The page that shows what a check of `kind` looks at; none where no page does.
#[must_use]
pub fn page(kind: &CheckKind, case: &Case<'_>) -> Option<String> {
    let pages = case.console();
    Some(match kind {
        CheckKind::Attested(_) | CheckKind::Exercise(_) | CheckKind::Identity(_) => return None,
        CheckKind::Region(check) => Console::of(&check.region).ec2("Home:"),
        CheckKind::Vpc(_) => pages.vpc("vpcs:"),
        CheckKind::InternetGateway(_) => pages.vpc("igws:"),
        CheckKind::PublicSubnets(_) => pages.vpc("RouteTables:"),
        CheckKind::Subnet(_) => pages.vpc("subnets:"),
        CheckKind::DefaultRoute(check) => network::route_page(&check.vpc, &check.subnet, case),
        CheckKind::SecurityGroup(_) => pages.ec2("SecurityGroups:"),
        CheckKind::SecurityGroupDescription(check) => security::group_page(&check.vpc, &check.group, case),
        CheckKind::SecurityGroupIngress(check) => security::inbound_page(&check.vpc, &check.group, case),
        CheckKind::SecurityGroupIpv6(check) => security::inbound_page(&check.vpc, &check.group, case),
        CheckKind::SecurityGroupReaches(check) => security::outbound_page(&check.vpc, &check.group, case),
        CheckKind::SecurityGroupRules(check) => match check.direction {
            Direction::Inbound => security::inbound_page(&check.vpc, &check.group, case),
            Direction::Outbound => security::outbound_page(&check.vpc, &check.group, case),
        },
        CheckKind::AnyOf(check) => return check.kinds.first().and_then(|kind| page(kind, case)),
        CheckKind::Not(check) => return page(&check.kind, case),
        CheckKind::Instance(_) => pages.ec2("Instances:"),
        CheckKind::InstanceStopped(check) => machine::running_page(&check.vpc, &check.instance, case),
        CheckKind::InstanceProfile(_) => pages.iam("/roles"),
        CheckKind::Image(_) => machine::images_page(case),
        CheckKind::ImageState(check) => machine::image_page(&check.image, case),
        CheckKind::ImageSource(check) => machine::image_page(&check.image, case),
        CheckKind::ImageDescription(check) => machine::image_page(&check.image, case),
        CheckKind::LaunchTemplate(_) => pages.ec2("LaunchTemplates:"),
        CheckKind::LaunchTemplateImage(check) => template::page(&check.template, case),
        CheckKind::LaunchTemplateType(check) => template::page(&check.template, case),
        CheckKind::LaunchTemplateSecurityGroups(check) => template::page(&check.template, case),
        CheckKind::LaunchTemplateProfile(check) => template::page(&check.template, case),
        CheckKind::LaunchTemplateTag(check) => template::page(&check.template, case),
        CheckKind::LaunchTemplateKeyPair(check) => template::page(&check.template, case),
        CheckKind::LaunchTemplateDescription(check) => template::page(&check.template, case),
        CheckKind::UserData(check) => template::page(&check.template, case),
        CheckKind::UserDataLineEnds(check) => template::page(&check.template, case),
        CheckKind::AutoScalingGroup(_) => pages.ec2("AutoScalingGroups:"),
        CheckKind::AutoScalingTemplate(check) => scaling::page(&check.asg, "details", case),
        CheckKind::AutoScalingSubnets(check) => scaling::page(&check.asg, "details", case),
        CheckKind::AutoScalingSize(check) => scaling::page(&check.asg, "details", case),
        CheckKind::AutoScalingAttached(check) => scaling::page(&check.asg, "details", case),
        CheckKind::InstancesInService(check) => scaling::page(&check.asg, "activity", case),
        CheckKind::LoadBalancer(check) => balancing::page(&check.alb, "", case),
        CheckKind::LoadBalancerActive(check) => balancing::page(&check.alb, "", case),
        CheckKind::LoadBalancerScheme(check) => balancing::page(&check.alb, "", case),
        CheckKind::Site(check) => balancing::page(&check.alb, "", case),
        CheckKind::LoadBalancerZones(check) => balancing::page(&check.alb, "mapping", case),
        CheckKind::LoadBalancerListener(check) => balancing::page(&check.alb, "listeners", case),
        CheckKind::Listener(check) => balancing::page(&check.alb, "listeners", case),
        CheckKind::ListenerRule(check) => balancing::page(&check.alb, "listeners", case),
        CheckKind::LoadBalancerSecurityGroups(check) => balancing::page(&check.alb, "security", case),
        CheckKind::TargetGroup(check) => balancing::group_page(&check.target_group, case),
        CheckKind::TargetsHealthy(check) => balancing::group_page(&check.target_group, case),
        CheckKind::TargetsAreMembers(check) => balancing::group_page(&check.target_group, case),
        CheckKind::ScalingPolicy(check) => scaling::page(&check.asg, "scaling", case),
        CheckKind::PolicyMetric(check) => scaling::page(&check.asg, "scaling", case),
        CheckKind::PolicyLabel(check) => scaling::page(&check.asg, "scaling", case),
        CheckKind::PolicyTarget(check) => scaling::page(&check.asg, "scaling", case),
        CheckKind::PolicyScaleIn(check) => scaling::page(&check.asg, "scaling", case),
        CheckKind::PolicyAlarm(check) => policy::alarms_page(&check.asg, case),
        CheckKind::Load(check) => scaling::page(&check.asg, "monitoring", case),
        CheckKind::ScaleOut(check) => scaling::page(&check.asg, "activity", case),
        CheckKind::ScaledIn(check) => scaling::page(&check.asg, "details", case),
    })
}
