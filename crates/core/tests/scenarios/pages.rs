//! Pages of the console that a check leads to.

use ec_site_tutor_core::diagnose::Means;
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::verify::CheckKind;

use super::LESSON;
use super::catalogue::report;

/// The page of another service helps nobody: an exercise was once mended on the page of VPCs.
#[test]
fn a_check_alone_leads_to_no_page_but_its_own() {
    for (label, outcome) in super::OUTCOMES.iter() {
        for (step, lesson) in report(&outcome.account).steps.iter().zip(&LESSON.steps) {
            for (check, of) in step.checks.iter().zip(&lesson.checks).filter(|(check, _)| check.diagnosis.is_none()) {
                for link in check.repair.iter().filter(|repair| repair.means == Means::Link) {
                    let link = Localizer::new(Language::En).say(&link.text);
                    let is_own = pages(&of.kind).iter().any(|page| link.contains(page));
                    assert!(is_own, "{label}: {}/{} leads to {link}", step.id, check.id);
                }
            }
        }
    }
}

/// What the address of a page contains that is about checks of a kind.
fn pages(kind: &CheckKind) -> &'static [&'static str] {
    use CheckKind as Kind;
    match kind {
        // What is made of other checks leads where those lead.
        Kind::AnyOf(_) | Kind::Not(_) | Kind::Attested(_) | Kind::Exercise(_) | Kind::Identity(_) => &[],
        Kind::Region(_) => &["#Home:"],
        Kind::Vpc(_) => &["#vpcs:"],
        Kind::InternetGateway(_) => &["#igws:"],
        Kind::PublicSubnets(_) | Kind::DefaultRoute(_) => &["#RouteTable"],
        Kind::Subnet(_) => &["#subnets:"],
        Kind::SecurityGroup(_) | Kind::SecurityGroupDescription(_) => &["#SecurityGroup"],
        Kind::SecurityGroupRules(_) => &["#SecurityGroups:", "#ModifyInbound", "#ModifyOutbound"],
        Kind::SecurityGroupIngress(_) | Kind::SecurityGroupIpv6(_) => &["#SecurityGroups:", "#ModifyInbound"],
        Kind::SecurityGroupReaches(_) => &["#SecurityGroups:", "#ModifyOutbound"],
        Kind::Instance(_) | Kind::InstanceStopped(_) => &["#Instance"],
        Kind::InstanceProfile(_) => &["/iam/"],
        Kind::Image(_) | Kind::ImageState(_) | Kind::ImageSource(_) | Kind::ImageDescription(_) => &["#Image"],
        Kind::LaunchTemplate(_)
        | Kind::LaunchTemplateDescription(_)
        | Kind::LaunchTemplateImage(_)
        | Kind::LaunchTemplateKeyPair(_)
        | Kind::LaunchTemplateProfile(_)
        | Kind::LaunchTemplateSecurityGroups(_)
        | Kind::LaunchTemplateTag(_)
        | Kind::LaunchTemplateType(_)
        | Kind::UserData(_)
        | Kind::UserDataLineEnds(_) => &["#LaunchTemplate"],
        Kind::AutoScalingGroup(_)
        | Kind::AutoScalingAttached(_)
        | Kind::AutoScalingSize(_)
        | Kind::AutoScalingSubnets(_)
        | Kind::AutoScalingTemplate(_)
        | Kind::InstancesInService(_)
        | Kind::Load(_)
        | Kind::ScaleOut(_)
        | Kind::ScaledIn(_)
        | Kind::ScalingPolicy(_)
        | Kind::PolicyLabel(_)
        | Kind::PolicyMetric(_)
        | Kind::PolicyScaleIn(_)
        | Kind::PolicyTarget(_) => &["#AutoScalingGroup"],
        Kind::PolicyAlarm(_) => &["#alarmsV2:"],
        Kind::LoadBalancer(_)
        | Kind::Listener(_)
        | Kind::ListenerRule(_)
        | Kind::LoadBalancerActive(_)
        | Kind::LoadBalancerListener(_)
        | Kind::LoadBalancerScheme(_)
        | Kind::LoadBalancerSecurityGroups(_)
        | Kind::LoadBalancerZones(_)
        | Kind::Site(_) => &["#LoadBalancer"],
        Kind::TargetGroup(_) | Kind::TargetsAreMembers(_) | Kind::TargetsHealthy(_) => &["#TargetGroup"],
    }
}
