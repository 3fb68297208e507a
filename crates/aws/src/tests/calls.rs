//! One real call for every action.

use jiff::Timestamp;

use super::super::action::Action;
use super::super::calls;
use super::super::clients::Clients;
use super::fault::Expected;
use ec_site_tutor_core::account::{Area, Unseen};

const ALB: &str = "arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/app/ec-site-alb/1";
const GROUP: &str = "arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/ec-site-web-tg/1";

/// What became of a call.
#[derive(Debug)]
pub struct Outcome {
    pub found: Expected,
    /// The action that it is blamed on.
    pub action: Option<String>,
}

impl<T> From<Area<T>> for Outcome {
    fn from(area: Area<T>) -> Self {
        match area.seen() {
            Ok(_) => Self { found: Expected::Seen, action: None },
            Err(Unseen::Denied(denial)) => Self { found: Expected::Denied, action: Some(denial.action.clone()) },
            Err(Unseen::Failed(failure)) => {
                Self { found: Expected::Failed(failure.kind), action: Some(failure.action.clone()) }
            }
            Err(Unseen::NotAsked) => panic!("the call was not made"),
        }
    }
}

/// Makes the call that needs this action.
pub async fn outcome(clients: &Clients, action: Action) -> Outcome {
    let service = action.name().split(':').next().unwrap_or_default();
    if service == "ec2" { of_ec2(clients, action).await } else { of_others(clients, action).await }
}

async fn of_ec2(clients: &Clients, action: Action) -> Outcome {
    match action {
        Action::DescribeAddresses => calls::addresses(clients).await.into(),
        Action::DescribeImages => calls::images(clients, None).await.into(),
        Action::DescribeInstances => calls::instances(clients, None).await.into(),
        Action::DescribeInternetGateways => calls::internet_gateways(clients).await.into(),
        Action::DescribeLaunchTemplateVersions => calls::launch_template(clients, "ec-site").await.into(),
        Action::DescribeLaunchTemplates => calls::template_names(clients).await.into(),
        Action::DescribeNatGateways => calls::nat_gateways(clients).await.into(),
        Action::DescribeNetworkAcls => calls::network_acls(clients).await.into(),
        Action::DescribeRegions => calls::enabled_regions(clients).await.into(),
        Action::DescribeRouteTables => calls::route_tables(clients).await.into(),
        Action::DescribeSecurityGroups => calls::security_groups(clients, None).await.into(),
        Action::DescribeSnapshots => calls::ebs_snapshots(clients).await.into(),
        Action::DescribeSubnets => calls::subnets(clients).await.into(),
        Action::DescribeVolumes => calls::volumes(clients).await.into(),
        Action::DescribeVpcs => calls::vpcs(clients).await.into(),
        Action::GetConsoleOutput => calls::boot_log(clients, "i-1").await.into(),
        Action::GetManagedPrefixListEntries => calls::prefix_lists(clients, vec!["pl-1".into()]).await.into(),
        other => panic!("{} is not of EC2", other.name()),
    }
}

async fn of_others(clients: &Clients, action: Action) -> Outcome {
    match action {
        Action::DescribeAutoScalingGroups => calls::auto_scaling_groups(clients).await.into(),
        Action::DescribePolicies => calls::scaling_policies(clients, "ec-site-asg").await.into(),
        Action::DescribeScalingActivities => calls::activities(clients, "ec-site-asg").await.into(),
        Action::DescribeAlarms => calls::alarms(clients, vec!["high".into()]).await.into(),
        Action::GetMetricData => {
            calls::request_counts(clients, ALB.into(), GROUP.into(), Timestamp::UNIX_EPOCH).await.into()
        }
        Action::DescribeListeners => calls::listeners(clients, ALB.into()).await.into(),
        Action::DescribeLoadBalancers => calls::load_balancers(clients).await.into(),
        Action::DescribeRules => calls::listener_rules(clients, "listener").await.into(),
        Action::DescribeTargetGroups => calls::target_groups(clients).await.into(),
        Action::DescribeTargetHealth => calls::target_health(clients, GROUP.into()).await.into(),
        Action::GetInstanceProfile => calls::instance_profile(clients, "ec-site-web-SSMRole").await.into(),
        Action::ListInstanceProfiles => calls::instance_profiles(clients).await.into(),
        Action::GetCallerIdentity => calls::identity(clients).await.into(),
        other => panic!("{} has no call here", other.name()),
    }
}
