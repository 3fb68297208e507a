//! Which calls go out, in two waves: what only needs names, then what needs ids from the first.

use std::future::Future;

use super::calls;
use super::clients::Clients;
use crate::account::resources::{LoadBalancer, Peer, ScalingPolicy, SiteAnswer};
use crate::account::{Area, Need, Scope, Snapshot, site};
use jiff::Timestamp;

/// Everything in `scope`.
pub async fn snapshot(clients: &Clients, region: &str, scope: &Scope, now: Timestamp) -> Snapshot {
    let empty = Snapshot::not_asked(now, Some(region.to_owned()));
    // Two dozen calls in flight make large futures, which belong on the heap.
    let mut snapshot = Box::pin(first_wave(clients, scope, empty)).await;
    Box::pin(second_wave(clients, scope, &mut snapshot)).await;
    snapshot
}

/// What needs no answer before it.
async fn first_wave(clients: &Clients, scope: &Scope, empty: Snapshot) -> Snapshot {
    let names = Names::of(scope);
    let asked = |need: Need| scope.needs(&need);
    let (network, machines, scaling, storage) = tokio::join!(
        async {
            tokio::join!(
                calls::identity(clients),
                when(asked(Need::Vpcs), calls::vpcs(clients)),
                when(asked(Need::InternetGateways), calls::internet_gateways(clients)),
                when(asked(Need::Subnets), calls::subnets(clients)),
                when(asked(Need::RouteTables), calls::route_tables(clients)),
                when(asked(Need::NatGateways), calls::nat_gateways(clients)),
                when(asked(Need::SecurityGroups), calls::security_groups(clients)),
            )
        },
        async {
            tokio::join!(
                when(asked(Need::Instances), calls::instances(clients)),
                when_named(names.instance_profile, |name| calls::instance_profile(clients, name)),
                when(asked(Need::Images), calls::images(clients)),
                when_named(names.launch_template, |name| calls::launch_template(clients, name)),
            )
        },
        async {
            tokio::join!(
                when(asked(Need::AutoScalingGroups), calls::auto_scaling_groups(clients)),
                when(asked(Need::LoadBalancers), calls::load_balancers(clients)),
                when(asked(Need::TargetGroups), calls::target_groups(clients)),
                when_named(names.policies, |name| calls::scaling_policies(clients, name)),
                when_named(names.activities, |name| calls::activities(clients, name)),
            )
        },
        async {
            tokio::join!(
                when(asked(Need::Volumes), calls::volumes(clients)),
                when(asked(Need::EbsSnapshots), calls::ebs_snapshots(clients)),
                when(asked(Need::Addresses), calls::addresses(clients)),
            )
        },
    );
    let (identity, vpcs, internet_gateways, subnets, route_tables, nat_gateways, security_groups) = network;
    let (instances, instance_profile, images, launch_template) = machines;
    let (auto_scaling_groups, load_balancers, target_groups, scaling_policies, activities) = scaling;
    let (volumes, ebs_snapshots, addresses) = storage;
    Snapshot {
        identity,
        vpcs,
        internet_gateways,
        subnets,
        route_tables,
        nat_gateways,
        security_groups,
        instances,
        instance_profile,
        images,
        launch_template,
        auto_scaling_groups,
        load_balancers,
        target_groups,
        scaling_policies,
        activities,
        volumes,
        ebs_snapshots,
        addresses,
        ..empty
    }
}

/// What needs ids from the first wave. Where those are missing because a call failed, so is this, for that reason;
/// where there is nothing to ask about, the answer is an empty list.
async fn second_wave(clients: &Clients, scope: &Scope, snapshot: &mut Snapshot) {
    let names = Names::of(scope);
    let wanted_lists = prefix_list_ids(scope, snapshot);
    let pending = pending_snapshots(names.image_snapshots, snapshot);
    let alb = names.listeners.map(|name| arn(&snapshot.load_balancers, |alb| alb.name == name, |alb| &alb.arn));
    let group =
        names.target_health.map(|name| arn(&snapshot.target_groups, |group| group.name == name, |group| &group.arn));
    let alarm_names = names.alarms.map(|_| alarm_names(&snapshot.scaling_policies));
    let counted = names.request_counts.map(|(alb, group)| {
        both(
            arn(&snapshot.load_balancers, |found| found.name == alb, |found| &found.arn),
            arn(&snapshot.target_groups, |found| found.name == group, |found| &found.arn),
        )
    });
    let now = snapshot.taken_at;
    let (prefix_lists, image_snapshots, listeners, target_health, alarms, request_counts, site) = tokio::join!(
        chained(wanted_lists, |ids| calls::prefix_lists(clients, ids)),
        chained(pending, |ids| calls::image_snapshots(clients, ids)),
        chained(alb, |arn| calls::listeners(clients, arn)),
        chained(group, |arn| calls::target_health(clients, arn)),
        chained(alarm_names, |names| calls::alarms(clients, names)),
        chained(counted, |(alb, group)| calls::request_counts(clients, alb, group, now)),
        site_answer(names.site, &snapshot.load_balancers),
    );
    snapshot.prefix_lists = prefix_lists;
    snapshot.image_snapshots = image_snapshots;
    snapshot.listeners = listeners;
    snapshot.target_health = target_health;
    snapshot.alarms = alarms;
    snapshot.request_counts = request_counts;
    snapshot.site = site;
}

/// One GET to the site, once its load balancer is up: before, its name has no address.
async fn site_answer(wanted: Option<(&str, i32)>, load_balancers: &Area<Vec<LoadBalancer>>) -> Area<SiteAnswer> {
    let Some((alb, port)) = wanted else { return Area::NotAsked };
    let host = load_balancers.map(|all| {
        let found = all.iter().find(|found| found.name == alb && found.state != "provisioning");
        found.and_then(|found| found.dns_name.clone())
    });
    match host {
        Area::Seen(Some(host)) => Area::Seen(site::get(&host, port).await),
        Area::Seen(None) | Area::NotAsked => Area::NotAsked,
        Area::Denied(denial) => Area::Denied(denial),
        Area::Failed(failure) => Area::Failed(failure),
    }
}

/// The names that a scope asks about.
#[derive(Default)]
struct Names<'a> {
    instance_profile: Option<&'a str>,
    launch_template: Option<&'a str>,
    policies: Option<&'a str>,
    activities: Option<&'a str>,
    alarms: Option<&'a str>,
    image_snapshots: Option<&'a str>,
    listeners: Option<&'a str>,
    target_health: Option<&'a str>,
    request_counts: Option<(&'a str, &'a str)>,
    site: Option<(&'a str, i32)>,
}

impl<'a> Names<'a> {
    fn of(scope: &'a Scope) -> Self {
        let mut names = Self::default();
        for need in scope.iter() {
            match need {
                Need::InstanceProfile(name) => names.instance_profile = Some(name),
                Need::LaunchTemplate(name) => names.launch_template = Some(name),
                Need::ScalingPoliciesOf(name) => names.policies = Some(name),
                Need::ActivitiesOf(name) => names.activities = Some(name),
                Need::AlarmsOf(name) => names.alarms = Some(name),
                Need::ImageSnapshotsOf(name) => names.image_snapshots = Some(name),
                Need::ListenersOf(name) => names.listeners = Some(name),
                Need::TargetHealthOf(name) => names.target_health = Some(name),
                Need::RequestCounts { alb, target_group } => names.request_counts = Some((alb, target_group)),
                Need::Site { alb, port } => names.site = Some((alb, *port)),
                _ => {}
            }
        }
        names
    }
}

async fn when<T>(asked: bool, reading: impl Future<Output = Area<T>>) -> Area<T> {
    if asked { reading.await } else { Area::NotAsked }
}

async fn when_named<'a, T, F: Future<Output = Area<T>>>(
    name: Option<&'a str>,
    read: impl FnOnce(&'a str) -> F,
) -> Area<T> {
    match name {
        Some(name) => read(name).await,
        None => Area::NotAsked,
    }
}

/// Reads on from an earlier answer: nothing there gives an empty list without a call, a failure before stays one.
async fn chained<I, T, F: Future<Output = Area<Vec<T>>>>(
    before: Option<Area<Option<I>>>,
    read: impl FnOnce(I) -> F,
) -> Area<Vec<T>> {
    match before {
        None | Some(Area::NotAsked) => Area::NotAsked,
        Some(Area::Seen(Some(input))) => read(input).await,
        Some(Area::Seen(None)) => Area::Seen(Vec::new()),
        Some(Area::Denied(denial)) => Area::Denied(denial),
        Some(Area::Failed(failure)) => Area::Failed(failure),
    }
}

fn arn<T>(area: &Area<Vec<T>>, is_wanted: impl Fn(&T) -> bool, arn: impl Fn(&T) -> &String) -> Area<Option<String>> {
    area.map(|items| items.iter().find(|item| is_wanted(item)).map(|item| arn(item).clone()))
}

fn both(one: Area<Option<String>>, two: Area<Option<String>>) -> Area<Option<(String, String)>> {
    match (one, two) {
        (Area::Seen(one), Area::Seen(two)) => Area::Seen(one.zip(two)),
        (Area::Seen(_), two) => two.map(|_| None),
        (one, _) => one.map(|_| None),
    }
}

fn prefix_list_ids(scope: &Scope, snapshot: &Snapshot) -> Option<Area<Option<Vec<String>>>> {
    let groups: Vec<&str> = scope
        .iter()
        .filter_map(|need| if let Need::PrefixListsOf(group) = need { Some(group.as_str()) } else { None })
        .collect();
    if groups.is_empty() {
        return None;
    }
    Some(snapshot.security_groups.map(|found| {
        let rules = found
            .iter()
            .filter(|group| groups.contains(&group.group_name.as_str()))
            .flat_map(|group| group.ingress.iter().chain(&group.egress));
        let mut ids: Vec<String> = rules
            .flat_map(|rule| &rule.peers)
            .filter_map(|peer| if let Peer::PrefixList(id) = peer { Some(id.clone()) } else { None })
            .collect();
        ids.sort();
        ids.dedup();
        if ids.is_empty() { None } else { Some(ids) }
    }))
}

fn pending_snapshots(image: Option<&str>, snapshot: &Snapshot) -> Option<Area<Option<Vec<String>>>> {
    let name = image?;
    Some(snapshot.images.map(|images| {
        let pending = images.iter().find(|image| image.image_name == name && image.state == "pending")?;
        if pending.snapshots.is_empty() { None } else { Some(pending.snapshots.clone()) }
    }))
}

fn alarm_names(policies: &Area<Vec<ScalingPolicy>>) -> Area<Option<Vec<String>>> {
    policies.map(|policies| {
        let names: Vec<String> = policies.iter().flat_map(|policy| policy.alarms.clone()).collect();
        if names.is_empty() { None } else { Some(names) }
    })
}
