//! Which calls go out, in two waves: what only needs names, then what needs ids from the first. Where the last look
//! showed those ids, both waves go out together.

use std::future::Future;

use tokio::sync::SetOnce;

use super::calls;
use super::clients::Clients;
use super::ids::Ids;
use super::site;
use ec_site_tutor_core::account::resources::{
    Alarm, ImageSnapshot, Listener, PrefixList, RequestCount, SiteAnswer, TargetHealth,
};
use ec_site_tutor_core::account::{Area, Need, Scope, Snapshot};
use jiff::Timestamp;

/// Everything in `scope`, and the ids in it. `assumed` are those of an earlier look; what was asked about them counts
/// only where this look shows the same ids.
pub async fn snapshot(
    clients: &Clients,
    region: &str,
    scope: &Scope,
    assumed: &Ids,
    now: Timestamp,
) -> (Snapshot, Ids) {
    let empty = Snapshot::not_asked(now, Some(region.to_owned()));
    let known = SetOnce::new();
    let first = async {
        // Two dozen calls in flight make large futures, which belong on the heap.
        let snapshot = Box::pin(first_wave(clients, scope, empty)).await;
        let ids = Ids::of(scope, &snapshot);
        let _ = known.set(ids.clone());
        (snapshot, ids)
    };
    let second = Box::pin(second_wave(clients, Guess { assumed, known: &known }, now));
    let ((snapshot, ids), details) = tokio::join!(first, second);
    (details.with(snapshot), ids)
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

/// What the second wave shows.
struct Details {
    prefix_lists: Area<Vec<PrefixList>>,
    image_snapshots: Area<Vec<ImageSnapshot>>,
    listeners: Area<Vec<Listener>>,
    target_health: Area<Vec<TargetHealth>>,
    alarms: Area<Vec<Alarm>>,
    request_counts: Area<Vec<RequestCount>>,
    site: Area<SiteAnswer>,
}

impl Details {
    /// What the first wave showed, with this.
    fn with(self, first: Snapshot) -> Snapshot {
        Snapshot {
            prefix_lists: self.prefix_lists,
            image_snapshots: self.image_snapshots,
            listeners: self.listeners,
            target_health: self.target_health,
            alarms: self.alarms,
            request_counts: self.request_counts,
            site: self.site,
            ..first
        }
    }
}

/// What needs ids from the first wave.
async fn second_wave(clients: &Clients, guess: Guess<'_>, now: Timestamp) -> Details {
    let (prefix_lists, image_snapshots, listeners, target_health, alarms, request_counts, site) = tokio::join!(
        guess.follow(|ids| &ids.prefix_lists, |ids| any(ids, |ids| calls::prefix_lists(clients, ids))),
        guess.follow(|ids| &ids.image_snapshots, |ids| any(ids, |ids| calls::image_snapshots(clients, ids))),
        guess.follow(|ids| &ids.load_balancer, |arn| any(arn, |arn| calls::listeners(clients, arn))),
        guess.follow(|ids| &ids.target_group, |arn| any(arn, |arn| calls::target_health(clients, arn))),
        guess.follow(|ids| &ids.alarms, |names| any(names, |names| calls::alarms(clients, names))),
        guess.follow(
            |ids| &ids.counted,
            |counted| any(counted, |(alb, group)| calls::request_counts(clients, alb, group, now)),
        ),
        guess.follow(|ids| &ids.site, |(host, port)| async move { Area::Seen(site::get(&host, port).await) }),
    );
    Details { prefix_lists, image_snapshots, listeners, target_health, alarms, request_counts, site }
}

/// The ids that an earlier look showed, beside those that this one will.
#[derive(Clone, Copy)]
struct Guess<'a> {
    assumed: &'a Ids,
    known: &'a SetOnce<Ids>,
}

impl Guess<'_> {
    /// Reads on from an id. What is asked about the assumed one meanwhile is the answer where the first wave shows the
    /// same id, and is dropped, ended or not, where it shows another.
    async fn follow<I: Clone + PartialEq, T, F: Future<Output = Area<T>>>(
        &self,
        id: impl Fn(&Ids) -> &Area<I>,
        read: impl Fn(I) -> F,
    ) -> Area<T> {
        let early = read_on(id(self.assumed), &read);
        tokio::pin!(early);
        let (known, answered) = tokio::select! {
            biased;
            answer = &mut early => (self.known.wait().await, Some(answer)),
            known = self.known.wait() => (known, None),
        };
        if known.account != self.assumed.account || id(known) != id(self.assumed) {
            return read_on(id(known), &read).await;
        }
        match answered {
            Some(answer) => answer,
            None => early.await,
        }
    }
}

/// Reads about an id. Where it is missing because a call failed, so is this, for that reason.
async fn read_on<I: Clone, T, F: Future<Output = Area<T>>>(id: &Area<I>, read: impl Fn(I) -> F) -> Area<T> {
    match id {
        Area::Seen(id) => read(id.clone()).await,
        Area::Denied(denial) => Area::Denied(denial.clone()),
        Area::Failed(failure) => Area::Failed(failure.clone()),
        Area::NotAsked => Area::NotAsked,
    }
}

/// Nothing to ask about gives an empty list, without a call.
async fn any<I, T, F: Future<Output = Area<Vec<T>>>>(id: Option<I>, read: impl FnOnce(I) -> F) -> Area<Vec<T>> {
    match id {
        Some(id) => read(id).await,
        None => Area::Seen(Vec::new()),
    }
}

/// The names that the first wave asks about.
#[derive(Default)]
struct Names<'a> {
    instance_profile: Option<&'a str>,
    launch_template: Option<&'a str>,
    policies: Option<&'a str>,
    activities: Option<&'a str>,
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
