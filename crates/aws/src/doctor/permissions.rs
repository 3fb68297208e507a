//! Tries each call that the program makes once, with as little as AWS takes, to see whether the caller may make it.

use std::error::Error;
use std::time::Duration;

use aws_sdk_cloudwatch::primitives::DateTime;
use aws_sdk_cloudwatch::types::MetricDataQuery;
use aws_sdk_ec2::config::http::HttpResponse;
use aws_sdk_ec2::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_ec2::types::Filter;
use futures_util::future::join_all;
use jiff::Timestamp;

use ec_site_tutor_core::account::Area;
use ec_site_tutor_core::account::resources::Identity;
use ec_site_tutor_core::doctor::Tried;

use crate::action::Action;
use crate::clients::Clients;
use crate::errors::area;

/// The longest that a call may take with its retries.
const LONGEST: Duration = Duration::from_secs(20);
/// The most security groups that AWS lists at once; a lab has a handful.
const PAGE: i32 = 1_000;
/// Seconds of the metric that is asked for.
const SPAN: i64 = 60;
/// What EC2 answers to whoever only asks whether a call is allowed, where it is:
/// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonParameters.html>.
const WOULD_WORK: &str = "DryRunOperation";
/// How codes begin or end that AWS gives only to whoever may know that a thing isn't there.
const NOT_THERE: [&str; 2] = ["NotFound", "NoSuchEntity"];

/// Whom and what the calls are about.
#[derive(Debug)]
pub struct Subjects<'a> {
    /// The caller.
    pub identity: &'a Identity,
    /// The region that is read.
    pub region: &'a str,
    /// The instance profile of the lesson.
    pub instance_profile: &'a str,
    /// The Auto Scaling group of the lesson.
    pub group: &'a str,
    /// The instant of the look.
    pub now: Timestamp,
}

/// What is there to try calls on that can be allowed for some things alone.
#[derive(Debug, Default)]
struct There {
    instance: Option<String>,
    prefix_list: Option<String>,
}

/// Every call that reads, with what came of trying it. GetCallerIdentity needs no permission.
pub async fn try_all(clients: &Clients, subjects: &Subjects<'_>) -> Vec<(&'static str, Tried)> {
    let there = there(clients, subjects.group).await;
    let actions = Action::READING.iter().filter(|action| **action != Action::GetCallerIdentity);
    let attempts = actions.map(|action| async {
        let attempt = tokio::time::timeout(LONGEST, Box::pin(attempt(clients, *action, subjects, &there))).await;
        (action.name(), attempt.unwrap_or_else(|_| Tried::Unclear("timeout".to_owned())))
    });
    join_all(attempts).await
}

/// A policy may allow a boot log of the group's own instances alone.
async fn there(clients: &Clients, group: &str) -> There {
    let of_group = Filter::builder().name("tag:aws:autoscaling:groupName").values(group).build();
    let instances = clients.ec2.describe_instances().filters(of_group).max_results(5).send();
    let groups = clients.ec2.describe_security_groups().max_results(PAGE).send();
    let (instances, groups) =
        tokio::join!(tokio::time::timeout(LONGEST, instances), tokio::time::timeout(LONGEST, groups));
    let instance = instances.ok().and_then(Result::ok).and_then(|answer| {
        let mut instances = answer.reservations().iter().flat_map(|reservation| reservation.instances());
        instances.find_map(|instance| instance.instance_id().map(str::to_owned))
    });
    let prefix_list = groups.ok().and_then(Result::ok).and_then(|answer| {
        let mut permissions = answer.security_groups().iter().flat_map(|group| group.ip_permissions());
        permissions
            .find_map(|one| one.prefix_list_ids().iter().find_map(|list| list.prefix_list_id().map(str::to_owned)))
    });
    There { instance, prefix_list }
}

/// EC2 is only asked whether it would; the others for one thing, or for one that isn't there, where a call names one.
async fn attempt(clients: &Clients, action: Action, subjects: &Subjects<'_>, there: &There) -> Tried {
    let (ec2, elb, scaling) = (&clients.ec2, &clients.elb, &clients.autoscaling);
    macro_rules! tried {
        ($request:expr) => {
            outcome(action, $request.send().await)
        };
    }
    match action {
        Action::DescribeAutoScalingGroups => tried!(scaling.describe_auto_scaling_groups().max_records(1)),
        Action::DescribePolicies => tried!(scaling.describe_policies().max_records(1)),
        Action::DescribeScalingActivities => tried!(scaling.describe_scaling_activities().max_records(1)),
        Action::DescribeAlarms => tried!(clients.cloudwatch.describe_alarms().max_records(1)),
        Action::GetMetricData => {
            let end = subjects.now.as_second();
            let request = clients.cloudwatch.get_metric_data().metric_data_queries(one_metric());
            tried!(request.start_time(DateTime::from_secs(end - SPAN)).end_time(DateTime::from_secs(end)))
        }
        Action::DescribeAddresses => tried!(ec2.describe_addresses().dry_run(true)),
        Action::DescribeImages => tried!(ec2.describe_images().owners("self").dry_run(true)),
        Action::DescribeInstances => tried!(ec2.describe_instances().dry_run(true)),
        Action::DescribeInternetGateways => tried!(ec2.describe_internet_gateways().dry_run(true)),
        Action::DescribeLaunchTemplateVersions => {
            tried!(ec2.describe_launch_template_versions().versions("$Latest").dry_run(true))
        }
        Action::DescribeLaunchTemplates => tried!(ec2.describe_launch_templates().dry_run(true)),
        Action::DescribeNatGateways => tried!(ec2.describe_nat_gateways().dry_run(true)),
        Action::DescribeNetworkAcls => tried!(ec2.describe_network_acls().dry_run(true)),
        Action::DescribeRegions => tried!(ec2.describe_regions().dry_run(true)),
        Action::DescribeRouteTables => tried!(ec2.describe_route_tables().dry_run(true)),
        Action::DescribeSecurityGroups => tried!(ec2.describe_security_groups().dry_run(true)),
        Action::DescribeSnapshots => tried!(ec2.describe_snapshots().owner_ids("self").dry_run(true)),
        Action::DescribeSubnets => tried!(ec2.describe_subnets().dry_run(true)),
        Action::DescribeVolumes => tried!(ec2.describe_volumes().dry_run(true)),
        Action::DescribeVpcs => tried!(ec2.describe_vpcs().dry_run(true)),
        Action::GetConsoleOutput => match &there.instance {
            Some(instance) => tried!(ec2.get_console_output().instance_id(instance).dry_run(true)),
            None => Tried::NothingThere,
        },
        Action::GetManagedPrefixListEntries => match &there.prefix_list {
            Some(list) => tried!(ec2.get_managed_prefix_list_entries().prefix_list_id(list).dry_run(true)),
            None => Tried::NothingThere,
        },
        Action::DescribeListeners => {
            tried!(elb.describe_listeners().load_balancer_arn(subjects.arn("loadbalancer/app/none/0000000000000000")))
        }
        Action::DescribeLoadBalancers => tried!(elb.describe_load_balancers().page_size(1)),
        Action::DescribeRules => {
            let arn = subjects.arn("listener/app/none/0000000000000000/0000000000000000");
            tried!(elb.describe_rules().listener_arn(arn))
        }
        Action::DescribeTargetGroups => tried!(elb.describe_target_groups().page_size(1)),
        Action::DescribeTargetHealth => {
            tried!(elb.describe_target_health().target_group_arn(subjects.arn("targetgroup/none/0000000000000000")))
        }
        Action::GetInstanceProfile => {
            tried!(clients.iam.get_instance_profile().instance_profile_name(subjects.instance_profile))
        }
        Action::ListInstanceProfiles => tried!(clients.iam.list_instance_profiles().max_items(1)),
        // Neither is asked for here: the one needs no permission, the other is an instructor's.
        Action::GetCallerIdentity | Action::AssumeRole => Tried::Allowed,
    }
}

impl Subjects<'_> {
    /// The ARN of something of Elastic Load Balancing in the caller's account.
    fn arn(&self, name: &str) -> String {
        let partition = self.identity.arn.split(':').nth(1).unwrap_or("aws");
        format!("arn:{partition}:elasticloadbalancing:{}:{}:{name}", self.region, self.identity.account)
    }
}

/// The cheapest question that CloudWatch takes: a number that is written in it.
fn one_metric() -> MetricDataQuery {
    MetricDataQuery::builder().id("one").expression("TIME_SERIES(1)").period(60).build()
}

fn outcome<T, E>(action: Action, result: Result<T, SdkError<E, HttpResponse>>) -> Tried
where
    E: ProvideErrorMetadata + Error + 'static,
{
    match area(action, result) {
        Area::Seen(_) => Tried::Allowed,
        Area::Denied(_) => Tried::Denied,
        Area::Failed(failure) if is_let_through(&failure.detail) => Tried::Allowed,
        Area::Failed(failure) => Tried::Unclear(failure.detail),
        Area::NotAsked => Tried::NothingThere,
    }
}

/// Whether AWS's words, a code and a message, are those to a caller who may make the call.
fn is_let_through(words: &str) -> bool {
    let code = words.split(':').next().unwrap_or_default();
    code == WOULD_WORK || NOT_THERE.iter().any(|part| code.starts_with(part) || code.ends_with(part))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("DryRunOperation: Request would have succeeded, but DryRun flag is set.", true; "a dry run")]
    #[test_case("TargetGroupNotFound: One or more target groups not found", true; "nothing of the name")]
    #[test_case("InvalidInstanceID.NotFound: The instance ID does not exist", true; "gone meanwhile")]
    #[test_case("NoSuchEntity: Instance Profile x cannot be found.", true; "no profile")]
    #[test_case("ValidationError: 'x' is not a valid load balancer ARN", false; "looked at before the caller")]
    #[test_case("Throttling: Rate exceeded", false; "asked to slow down")]
    #[test_case("timeout", false; "no answer")]
    #[test_case("", false; "no words")]
    fn what_aws_says_to_whom(words: &str, expected: bool) {
        assert_eq!(is_let_through(words), expected);
    }
}
