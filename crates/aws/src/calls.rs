//! One function a call. Every list is read to its last page, empty pages with a token included.

use std::future::Future;
use std::time::Duration;

use aws_sdk_cloudwatch::types::{Dimension, Metric, MetricDataQuery, MetricStat};
use aws_sdk_ec2::config::http::HttpResponse;
use aws_sdk_ec2::error::SdkError;
use aws_sdk_ec2::types::Filter;
use aws_sdk_sts::config::Intercept;
use aws_sdk_sts::operation::get_caller_identity::{GetCallerIdentityError, GetCallerIdentityOutput};
use futures_util::future::join_all;
use jiff::Timestamp;

use super::action::Action;
use super::clients::Clients;
use super::convert::{balancing, compute, listener_rule, metric, network, scaling, storage};
use super::errors::{area, area_or, incomplete, timed_out};
use ec_site_tutor_core::account::Area;
use ec_site_tutor_core::account::resources::{
    Activity, Address, Alarm, AutoScalingGroup, BootLog, EbsSnapshot, Identity, Image, ImageSnapshot, Instance,
    InstanceProfile, InternetGateway, LaunchTemplate, ListedTemplate, Listener, ListenerRule, LoadBalancer, NatGateway,
    NetworkAcl, PrefixList, RequestCount, RouteTable, ScalingPolicy, SecurityGroup, Subnet, TargetGroup, TargetHealth,
    Volume, Vpc,
};

/// The longest that a list may take with all its pages and retries, and so a wave, since its calls go out together.
pub const LONGEST_WAVE: Duration = Duration::from_secs(30);
/// Items a page where AWS lets one choose: the most that it gives.
const PAGE: i32 = 1_000;
/// The most that DescribeRouteTables gives.
const ROUTE_TABLE_PAGE: i32 = 100;
/// How far back request counts are read. One-minute points are kept for 15 days.
const REQUEST_COUNT_SPAN: i64 = 3 * 60 * 60;

/// Reads a list to its last page within the time limit. Each page is converted as it comes, because the SDK's own items
/// take several times the memory. Where AWS has an error code for "there is nothing", the last argument recognises it.
macro_rules! listed {
    ($action:expr, $paginator:expr, $items:ident, $token:ident, $convert:expr) => {
        listed!($action, $paginator, $items, $token, $convert, |_, _| false)
    };
    ($action:expr, $paginator:expr, $items:ident, $token:ident, $convert:expr, $is_nothing:expr) => {
        in_time($action, async {
            let mut pages = $paginator.send();
            let (mut items, mut goes_on) = (Vec::new(), false);
            while let Some(page) = pages.next().await {
                match area_or($action, page.map(Some), $is_nothing, None) {
                    Area::Seen(Some(page)) => {
                        items.extend(page.$items().iter().map($convert));
                        goes_on = page.$token().is_some_and(|token| !token.is_empty());
                    }
                    Area::Seen(None) => return Area::Seen(Vec::new()),
                    unseen => return unseen.map(|_| Vec::new()),
                }
            }
            // The SDK stops without an error where a token comes twice; such a list isn't whole.
            if goes_on { incomplete($action) } else { Area::Seen(items) }
        })
    };
}

pub async fn in_time<T>(action: Action, reading: impl Future<Output = Area<T>>) -> Area<T> {
    tokio::time::timeout(LONGEST_WAVE, reading).await.unwrap_or_else(|_| timed_out(action))
}

/// EC2's filter for one value, with which it leaves the rest out. What it takes for wildcards stands for itself.
fn only(name: &str, value: Option<&str>) -> Option<Vec<Filter>> {
    let plain = |value: &str| value.replace('\\', "\\\\").replace('*', "\\*").replace('?', "\\?");
    value.map(|value| vec![Filter::builder().name(name).values(plain(value)).build()])
}

/// Who the caller is.
pub async fn identity(clients: &Clients) -> Area<Identity> {
    // On the heap: with a provider of its own a call's future is large, and every reader of an account would hold it.
    Box::pin(caller(clients.sts.get_caller_identity().send())).await
}

/// As [`identity`]; `interceptor` sees the answer.
pub async fn identity_noted_by(clients: &Clients, interceptor: impl Intercept + 'static) -> Area<Identity> {
    Box::pin(caller(clients.sts.get_caller_identity().customize().interceptor(interceptor).send())).await
}

async fn caller(
    answer: impl Future<Output = Result<GetCallerIdentityOutput, SdkError<GetCallerIdentityError, HttpResponse>>>,
) -> Area<Identity> {
    let action = Action::GetCallerIdentity;
    in_time(action, async {
        match answer.await.map(|answer| (answer.account, answer.arn)) {
            Ok((Some(account), Some(arn))) => Area::Seen(Identity { account, arn }),
            Ok(_) => incomplete(action),
            Err(error) => area(action, Err(error)),
        }
    })
    .await
}

/// Whether the account has a region; asked where every account may ask.
pub async fn is_enabled(clients: &Clients, region: &str) -> Area<bool> {
    let action = Action::DescribeRegions;
    in_time(action, async {
        let regions = clients.ec2.describe_regions().all_regions(true).region_names(region).send().await;
        area(action, regions).map(|regions| {
            let status = |one: &aws_sdk_ec2::types::Region| one.opt_in_status() != Some("not-opted-in");
            regions.regions().iter().all(status)
        })
    })
    .await
}

pub async fn vpcs(clients: &Clients) -> Area<Vec<Vpc>> {
    listed!(
        Action::DescribeVpcs,
        clients.ec2.describe_vpcs().into_paginator().page_size(PAGE),
        vpcs,
        next_token,
        network::vpc
    )
    .await
}

pub async fn internet_gateways(clients: &Clients) -> Area<Vec<InternetGateway>> {
    let pages = clients.ec2.describe_internet_gateways().into_paginator().page_size(PAGE);
    listed!(Action::DescribeInternetGateways, pages, internet_gateways, next_token, network::internet_gateway).await
}

pub async fn subnets(clients: &Clients) -> Area<Vec<Subnet>> {
    listed!(
        Action::DescribeSubnets,
        clients.ec2.describe_subnets().into_paginator().page_size(PAGE),
        subnets,
        next_token,
        network::subnet
    )
    .await
}

pub async fn route_tables(clients: &Clients) -> Area<Vec<RouteTable>> {
    let pages = clients.ec2.describe_route_tables().into_paginator().page_size(ROUTE_TABLE_PAGE);
    listed!(Action::DescribeRouteTables, pages, route_tables, next_token, network::route_table).await
}

pub async fn nat_gateways(clients: &Clients) -> Area<Vec<NatGateway>> {
    let pages = clients.ec2.describe_nat_gateways().into_paginator().page_size(PAGE);
    listed!(Action::DescribeNatGateways, pages, nat_gateways, next_token, network::nat_gateway).await
}

/// Every network ACL of the region, the default ones too.
pub async fn network_acls(clients: &Clients) -> Area<Vec<NetworkAcl>> {
    let pages = clients.ec2.describe_network_acls().into_paginator().page_size(PAGE);
    listed!(Action::DescribeNetworkAcls, pages, network_acls, next_token, network::network_acl).await
}

/// The security groups of a VPC, or all.
pub async fn security_groups(clients: &Clients, vpc: Option<&str>) -> Area<Vec<SecurityGroup>> {
    let request = clients.ec2.describe_security_groups().set_filters(only("vpc-id", vpc));
    let pages = request.into_paginator().page_size(PAGE);
    listed!(Action::DescribeSecurityGroups, pages, security_groups, next_token, network::security_group).await
}

pub async fn prefix_lists(clients: &Clients, ids: Vec<String>) -> Area<Vec<PrefixList>> {
    let mut lists = Vec::new();
    for list in join_all(ids.into_iter().map(|id| prefix_list(clients, id))).await {
        match list {
            Area::Seen(list) => lists.push(list),
            unseen => return unseen.map(|_| Vec::new()),
        }
    }
    Area::Seen(lists)
}

async fn prefix_list(clients: &Clients, id: String) -> Area<PrefixList> {
    let pages = clients.ec2.get_managed_prefix_list_entries().prefix_list_id(&id).into_paginator().page_size(100);
    let entries: Area<Vec<Option<ipnet::IpNet>>> =
        listed!(Action::GetManagedPrefixListEntries, pages, entries, next_token, network::prefix_list_entry).await;
    entries.map(|cidrs| PrefixList { id: id.clone(), cidrs: cidrs.iter().copied().flatten().collect() })
}

/// The instances of a VPC, in which none is any more that was terminated; or all.
pub async fn instances(clients: &Clients, vpc: Option<&str>) -> Area<Vec<Instance>> {
    let request = clients.ec2.describe_instances().set_filters(only("vpc-id", vpc));
    let pages = request.into_paginator().page_size(PAGE);
    let reservations: Area<Vec<Vec<Instance>>> =
        listed!(Action::DescribeInstances, pages, reservations, next_token, |reservation| reservation
            .instances()
            .iter()
            .map(compute::instance)
            .collect())
        .await;
    reservations.map(|reservations| reservations.concat())
}

/// The console output of an instance: the newest, which AWS gives of its Nitro types alone, else what it posted last.
pub async fn boot_log(clients: &Clients, instance: &str) -> Area<BootLog> {
    let action = Action::GetConsoleOutput;
    let request = || clients.ec2.get_console_output().instance_id(instance);
    in_time(action, async {
        let newest = request().latest(true).send().await.map(Some);
        // None stands for a type of instance that has no newest output.
        let answer = match area_or(action, newest, |code, _| code == "UnsupportedOperation", None) {
            Area::Seen(None) => area(action, request().send().await.map(Some)),
            answer => answer,
        };
        answer.map(|output| output.as_ref().map(compute::boot_log).unwrap_or_default())
    })
    .await
}

pub async fn instance_profile(clients: &Clients, name: &str) -> Area<Option<InstanceProfile>> {
    let action = Action::GetInstanceProfile;
    in_time(action, async {
        let answer = clients.iam.get_instance_profile().instance_profile_name(name).send().await;
        let profile = answer.map(|answer| answer.instance_profile().map(compute::instance_profile));
        area_or(action, profile, |code, _| code == "NoSuchEntity", None)
    })
    .await
}

/// The account's own images of a name, or all.
pub async fn images(clients: &Clients, name: Option<&str>) -> Area<Vec<Image>> {
    let request = clients.ec2.describe_images().owners("self").set_filters(only("name", name));
    let pages = request.into_paginator().page_size(PAGE);
    listed!(Action::DescribeImages, pages, images, next_token, compute::image).await
}

pub async fn volumes(clients: &Clients) -> Area<Vec<Volume>> {
    let pages = clients.ec2.describe_volumes().into_paginator().page_size(PAGE);
    listed!(Action::DescribeVolumes, pages, volumes, next_token, storage::volume).await
}

pub async fn ebs_snapshots(clients: &Clients) -> Area<Vec<EbsSnapshot>> {
    let pages = clients.ec2.describe_snapshots().owner_ids("self").into_paginator().page_size(PAGE);
    listed!(Action::DescribeSnapshots, pages, snapshots, next_token, storage::ebs_snapshot).await
}

/// AWS gives all addresses at once.
pub async fn addresses(clients: &Clients) -> Area<Vec<Address>> {
    let action = Action::DescribeAddresses;
    in_time(action, async {
        let answer = clients.ec2.describe_addresses().send().await;
        area(action, answer.map(|answer| answer.addresses().iter().map(storage::address).collect()))
    })
    .await
}

pub async fn image_snapshots(clients: &Clients, ids: Vec<String>) -> Area<Vec<ImageSnapshot>> {
    let pages = clients.ec2.describe_snapshots().set_snapshot_ids(Some(ids)).into_paginator();
    let is_nothing = |code: &str, _: &str| code == "InvalidSnapshot.NotFound";
    listed!(Action::DescribeSnapshots, pages, snapshots, next_token, compute::image_snapshot, is_nothing).await
}

pub async fn launch_template(clients: &Clients, name: &str) -> Area<Option<LaunchTemplate>> {
    let request = clients.ec2.describe_launch_template_versions().launch_template_name(name);
    let pages = request.versions("$Latest").versions("$Default").into_paginator();
    let is_nothing = |code: &str, _: &str| code == "InvalidLaunchTemplateName.NotFoundException";
    let action = Action::DescribeLaunchTemplateVersions;
    let versions: Area<Vec<_>> =
        listed!(action, pages, launch_template_versions, next_token, |version| version.clone(), is_nothing).await;
    versions.map(|versions| compute::launch_template(versions))
}

pub async fn auto_scaling_groups(clients: &Clients) -> Area<Vec<AutoScalingGroup>> {
    let pages = clients.autoscaling.describe_auto_scaling_groups().into_paginator().page_size(100);
    listed!(Action::DescribeAutoScalingGroups, pages, auto_scaling_groups, next_token, scaling::auto_scaling_group)
        .await
}

/// AWS answers with a validation error where there is no group of this name.
fn is_missing_group(code: &str, message: &str) -> bool {
    code == "ValidationError" && message.to_lowercase().contains("not found")
}

pub async fn scaling_policies(clients: &Clients, group: &str) -> Area<Vec<ScalingPolicy>> {
    let pages = clients.autoscaling.describe_policies().auto_scaling_group_name(group).into_paginator().page_size(100);
    let action = Action::DescribePolicies;
    listed!(action, pages, scaling_policies, next_token, scaling::scaling_policy, is_missing_group).await
}

pub async fn activities(clients: &Clients, group: &str) -> Area<Vec<Activity>> {
    let request = clients.autoscaling.describe_scaling_activities().auto_scaling_group_name(group);
    let pages = request.into_paginator().page_size(100);
    let action = Action::DescribeScalingActivities;
    listed!(action, pages, activities, next_token, scaling::activity, is_missing_group).await
}

pub async fn alarms(clients: &Clients, names: Vec<String>) -> Area<Vec<Alarm>> {
    let pages = clients.cloudwatch.describe_alarms().set_alarm_names(Some(names)).into_paginator();
    listed!(Action::DescribeAlarms, pages, metric_alarms, next_token, scaling::alarm).await
}

/// The alarms that AWS made for the target tracking policies of a group: it calls them after the group,
/// <https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html>.
pub async fn tracking_alarms(clients: &Clients, group: &str) -> Area<Vec<Alarm>> {
    let named = clients.cloudwatch.describe_alarms().alarm_name_prefix(format!("TargetTracking-{group}-"));
    listed!(Action::DescribeAlarms, named.into_paginator(), metric_alarms, next_token, scaling::alarm).await
}

pub async fn load_balancers(clients: &Clients) -> Area<Vec<LoadBalancer>> {
    let pages = clients.elb.describe_load_balancers().page_size(400).into_paginator();
    listed!(Action::DescribeLoadBalancers, pages, load_balancers, next_marker, balancing::load_balancer).await
}

pub async fn listeners(clients: &Clients, load_balancer: String) -> Area<Vec<Listener>> {
    let pages = clients.elb.describe_listeners().load_balancer_arn(load_balancer).into_paginator();
    let is_nothing = |code: &str, _: &str| code == "LoadBalancerNotFound";
    let action = Action::DescribeListeners;
    listed!(action, pages, listeners, next_marker, balancing::listener, is_nothing).await
}

/// The rules of a listener, the default one too.
pub async fn listener_rules(clients: &Clients, listener: &str) -> Area<Vec<ListenerRule>> {
    let pages = clients.elb.describe_rules().listener_arn(listener).into_paginator();
    let is_nothing = |code: &str, _: &str| code == "ListenerNotFound";
    listed!(Action::DescribeRules, pages, rules, next_marker, listener_rule::listener_rule, is_nothing).await
}

pub async fn target_groups(clients: &Clients) -> Area<Vec<TargetGroup>> {
    let pages = clients.elb.describe_target_groups().page_size(400).into_paginator();
    listed!(Action::DescribeTargetGroups, pages, target_groups, next_marker, balancing::target_group).await
}

pub async fn target_health(clients: &Clients, target_group: String) -> Area<Vec<TargetHealth>> {
    let action = Action::DescribeTargetHealth;
    in_time(action, async {
        let answer = clients.elb.describe_target_health().target_group_arn(target_group).send().await;
        let health =
            answer.map(|answer| answer.target_health_descriptions().iter().map(balancing::target_health).collect());
        area_or(action, health, |code, _| code == "TargetGroupNotFound", Vec::new())
    })
    .await
}

pub async fn request_counts(clients: &Clients, alb: String, group: String, now: Timestamp) -> Area<Vec<RequestCount>> {
    let action = Action::GetMetricData;
    let dimension = |name: &str, value: &str| Dimension::builder().name(name).value(value).build();
    // Dimensions are the parts of the ARNs that CloudWatch knows:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
    let metric = Metric::builder()
        .namespace("AWS/ApplicationELB")
        .metric_name("RequestCountPerTarget")
        .dimensions(dimension("LoadBalancer", alb.split_once("loadbalancer/").map_or("", |(_, name)| name)))
        .dimensions(dimension("TargetGroup", group.rsplit(':').next().unwrap_or_default()))
        .build();
    let sum = MetricStat::builder().metric(metric).period(60).stat("Sum").build();
    let query = MetricDataQuery::builder().id("requests").metric_stat(sum).build();
    let end = now.as_second();
    in_time(action, async {
        let request = clients.cloudwatch.get_metric_data().metric_data_queries(query);
        let request = request
            .start_time(aws_sdk_cloudwatch::primitives::DateTime::from_secs(end - REQUEST_COUNT_SPAN))
            .end_time(aws_sdk_cloudwatch::primitives::DateTime::from_secs(end));
        let pages: Result<Vec<_>, _> = request.into_paginator().send().collect().await;
        match pages {
            Ok(pages) => metric::request_counts(action, &pages),
            Err(error) => area(action, Err(error)),
        }
    })
    .await
}

/// All launch templates, each with its image where that may be read.
pub async fn launch_templates(clients: &Clients) -> Area<Vec<ListedTemplate>> {
    let (mut templates, images) = tokio::join!(template_names(clients), template_images(clients));
    if let (Area::Seen(templates), Area::Seen(images)) = (&mut templates, &images) {
        for template in templates {
            template.image = images.iter().find(|(id, _)| *id == template.id).and_then(|(_, image)| image.clone());
        }
    }
    templates
}

/// All launch templates, by name alone.
pub async fn template_names(clients: &Clients) -> Area<Vec<ListedTemplate>> {
    let pages = clients.ec2.describe_launch_templates().into_paginator().page_size(200);
    listed!(Action::DescribeLaunchTemplates, pages, launch_templates, next_token, compute::listed_template).await
}

/// The image that each launch template launches in its latest version; without a name, AWS answers for all of them.
async fn template_images(clients: &Clients) -> Area<Vec<(String, Option<String>)>> {
    let pages = clients.ec2.describe_launch_template_versions().versions("$Latest").into_paginator();
    let action = Action::DescribeLaunchTemplateVersions;
    listed!(action, pages, launch_template_versions, next_token, compute::template_image).await
}

/// Every instance profile of the account; IAM knows no region.
pub async fn instance_profiles(clients: &Clients) -> Area<Vec<InstanceProfile>> {
    let pages = clients.iam.list_instance_profiles().into_paginator();
    listed!(Action::ListInstanceProfiles, pages, instance_profiles, marker, compute::instance_profile).await
}

/// The codes of all regions that are enabled for the account.
pub async fn enabled_regions(clients: &Clients) -> Area<Vec<String>> {
    let action = Action::DescribeRegions;
    in_time(action, async {
        let answer = clients.ec2.describe_regions().send().await;
        area(
            action,
            answer.map(|answer| {
                answer.regions().iter().filter_map(|region| region.region_name().map(str::to_owned)).collect()
            }),
        )
    })
    .await
}
