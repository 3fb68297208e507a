//! Which calls go out, in two waves: what only needs names, then what needs ids from the first. Where the last look
//! showed those ids, both waves go out together. Every host that the second wave calls is called in the first: no call of the
//! second waits until it is connected.

use std::future::Future;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, join_all};
use tokio::sync::SetOnce;

use super::calls;
use super::clients::Clients;
use super::ids::{Ids, Part};
use super::site;
use ec_site_tutor_core::account::resources::Alarm;
use ec_site_tutor_core::account::{Area, Need, Scope, Snapshot};
use jiff::Timestamp;

/// Everything in `scope`, and the ids in it. `assumed` are those of an earlier look; what was asked about them counts
/// only where this look shows the same ids. Of the lists that grow with an account only `part`, where one is given.
pub async fn snapshot(
    clients: &Clients,
    region: &str,
    scope: &Scope,
    (assumed, part): (&Ids, Option<Part<'_>>),
    now: Timestamp,
) -> (Snapshot, Ids) {
    let known = SetOnce::new();
    let first = async {
        let mut snapshot = Snapshot::not_asked(now, Some(region.to_owned()));
        first_wave(clients, scope, part).await.into_iter().for_each(|read| read(&mut snapshot));
        let ids = Ids::of(scope, &snapshot);
        let _ = known.set(ids.clone());
        (snapshot, ids)
    };
    // Calls in flight make large futures, which belong on the heap.
    let second = Box::pin(second_wave(clients, scope, Guess { assumed, known: &known }, now));
    let ((mut snapshot, ids), details) = tokio::join!(first, second);
    for read in details {
        read(&mut snapshot);
    }
    (snapshot, ids)
}

/// What was read, on its way into its area.
type Read = Box<dyn FnOnce(&mut Snapshot) + Send>;

/// Reads into an area, which `area` finds.
async fn into<T: Send + 'static>(
    area: fn(&mut Snapshot) -> &mut Area<T>,
    reading: impl Future<Output = Area<T>>,
) -> Read {
    let read = reading.await;
    Box::new(move |snapshot| *area(snapshot) = read)
}

/// What needs no answer before it.
async fn first_wave(clients: &Clients, scope: &Scope, part: Option<Part<'_>>) -> Vec<Read> {
    let identity = into(|snapshot| &mut snapshot.identity, calls::identity(clients)).boxed();
    join_all(std::iter::once(identity).chain(scope.iter().filter_map(|need| by_name(clients, need, part)))).await
}

/// Reads what `need` asks for; none where that takes ids.
fn by_name<'a>(clients: &'a Clients, need: &'a Need, part: Option<Part<'a>>) -> Option<BoxFuture<'a, Read>> {
    let vpc = part.map(|part| part.vpc);
    Some(match need {
        Need::Vpcs => into(|snapshot| &mut snapshot.vpcs, calls::vpcs(clients)).boxed(),
        Need::InternetGateways => {
            into(|snapshot| &mut snapshot.internet_gateways, calls::internet_gateways(clients)).boxed()
        }
        Need::Subnets => into(|snapshot| &mut snapshot.subnets, calls::subnets(clients)).boxed(),
        Need::RouteTables => into(|snapshot| &mut snapshot.route_tables, calls::route_tables(clients)).boxed(),
        Need::NatGateways => into(|snapshot| &mut snapshot.nat_gateways, calls::nat_gateways(clients)).boxed(),
        Need::SecurityGroups => {
            into(|snapshot| &mut snapshot.security_groups, calls::security_groups(clients, vpc)).boxed()
        }
        Need::Instances => into(|snapshot| &mut snapshot.instances, calls::instances(clients, vpc)).boxed(),
        Need::Images => {
            into(|snapshot| &mut snapshot.images, calls::images(clients, part.map(|part| part.image))).boxed()
        }
        Need::AutoScalingGroups => {
            into(|snapshot| &mut snapshot.auto_scaling_groups, calls::auto_scaling_groups(clients)).boxed()
        }
        Need::LoadBalancers => into(|snapshot| &mut snapshot.load_balancers, calls::load_balancers(clients)).boxed(),
        Need::TargetGroups => into(|snapshot| &mut snapshot.target_groups, calls::target_groups(clients)).boxed(),
        Need::Volumes => into(|snapshot| &mut snapshot.volumes, calls::volumes(clients)).boxed(),
        Need::EbsSnapshots => into(|snapshot| &mut snapshot.ebs_snapshots, calls::ebs_snapshots(clients)).boxed(),
        Need::Addresses => into(|snapshot| &mut snapshot.addresses, calls::addresses(clients)).boxed(),
        Need::InstanceProfile(name) => {
            into(|snapshot| &mut snapshot.instance_profile, calls::instance_profile(clients, name)).boxed()
        }
        Need::LaunchTemplate(name) => {
            into(|snapshot| &mut snapshot.launch_template, calls::launch_template(clients, name)).boxed()
        }
        Need::ScalingPoliciesOf(name) => {
            into(|snapshot| &mut snapshot.scaling_policies, calls::scaling_policies(clients, name)).boxed()
        }
        Need::ActivitiesOf(name) => into(|snapshot| &mut snapshot.activities, calls::activities(clients, name)).boxed(),
        Need::PrefixListsOf(_)
        | Need::ImageSnapshotsOf(_)
        | Need::ListenersOf(_)
        | Need::TargetHealthOf(_)
        | Need::AlarmsOf(_)
        | Need::RequestCounts { .. }
        | Need::Site { .. } => return None,
    })
}

/// What needs ids from the first wave.
async fn second_wave(clients: &Clients, scope: &Scope, guess: Guess<'_>, now: Timestamp) -> Vec<Read> {
    let (prefix_lists, image_snapshots, listeners, target_health, alarms, request_counts, site) = tokio::join!(
        into(
            |snapshot| &mut snapshot.prefix_lists,
            guess.follow(|ids| &ids.prefix_lists, |ids| any(ids, |ids| calls::prefix_lists(clients, ids)))
        ),
        into(
            |snapshot| &mut snapshot.image_snapshots,
            guess.follow(|ids| &ids.image_snapshots, |ids| any(ids, |ids| calls::image_snapshots(clients, ids)))
        ),
        into(
            |snapshot| &mut snapshot.listeners,
            guess.follow(|ids| &ids.load_balancer, |arn| any(arn, |arn| calls::listeners(clients, arn)))
        ),
        into(
            |snapshot| &mut snapshot.target_health,
            guess.follow(|ids| &ids.target_group, |arn| any(arn, |arn| calls::target_health(clients, arn)))
        ),
        into(|snapshot| &mut snapshot.alarms, alarms(clients, scope, guess)),
        into(
            |snapshot| &mut snapshot.request_counts,
            guess.follow(
                |ids| &ids.counted,
                |counted| any(counted, |(alb, group)| calls::request_counts(clients, alb, group, now)),
            )
        ),
        into(
            |snapshot| &mut snapshot.site,
            guess.follow(|ids| &ids.site, |(host, port)| async move { Area::Seen(site::get(&host, port).await) })
        ),
    );
    vec![prefix_lists, image_snapshots, listeners, target_health, alarms, request_counts, site]
}

/// The alarms of the group's policies. Where no look has shown their names, they are looked for by the names that AWS
/// gives them, while the policies are read: nothing else of the first wave connects to CloudWatch, and the second waits for
/// no handshake. Only what the policies name counts, and what wasn't found so is asked for by its name.
async fn alarms(clients: &Clients, scope: &Scope, guess: Guess<'_>) -> Area<Vec<Alarm>> {
    let by_name = || guess.follow(|ids| &ids.alarms, |names| any(names, |names| calls::alarms(clients, names)));
    let group = scope.iter().find_map(|need| if let Need::AlarmsOf(group) = need { Some(group) } else { None });
    let (Some(group), Area::NotAsked) = (group, &guess.assumed.alarms) else { return by_name().await };
    let tracking = calls::tracking_alarms(clients, group);
    tokio::pin!(tracking);
    let (known, found) = tokio::select! {
        biased;
        found = &mut tracking => (guess.known.wait().await, Some(found)),
        known = guess.known.wait() => (known, None),
    };
    let Area::Seen(Some(names)) = &known.alarms else { return by_name().await };
    let found = match found {
        Some(found) => found,
        None => tracking.await,
    };
    match found {
        Area::Seen(found) if names.iter().all(|name| found.iter().any(|alarm| alarm.name == *name)) => {
            Area::Seen(found.into_iter().filter(|alarm| names.contains(&alarm.name)).collect())
        }
        _ => by_name().await,
    }
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
