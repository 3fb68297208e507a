//! Looks for the lab's things in all other enabled regions at once. That costs some calls a region, so it is done seldom.

use std::collections::BTreeSet;
use std::future::Future;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::sync::Mutex;
use tokio::time::timeout;

use super::calls;
use super::clients::Clients;
use ec_site_tutor_core::account::Area;
use ec_site_tutor_core::account::resources::{OtherRegions, Regional, RegionalKind};

/// The longest that a region may take to answer, with everything.
const LIMIT: Duration = Duration::from_secs(4);
/// For so long an answer is good, and no region is asked again.
const INTERVAL: Duration = Duration::from_mins(10);

/// Kinds and names that are looked for.
type Names = BTreeSet<(RegionalKind, String)>;

/// What the other regions last answered; kept with the connection, never on disk.
#[derive(Debug, Default)]
pub struct OtherRegionsReader {
    last: Mutex<Option<Box<Asked>>>,
}

#[derive(Debug)]
struct Asked {
    at: Instant,
    names: Names,
    answer: Area<OtherRegions>,
}

impl OtherRegionsReader {
    /// What has one of these names in other regions, from memory where that is fresh.
    pub async fn look(&self, clients: &Clients, names: &Names) -> Area<OtherRegions> {
        let mut last = self.last.lock().await;
        if let Some(asked) = last.as_ref().filter(|asked| asked.names == *names && asked.at.elapsed() < INTERVAL) {
            return asked.answer.clone();
        }
        let answer = ask(clients, names).await;
        *last = Some(Box::new(Asked { at: Instant::now(), names: names.clone(), answer: answer.clone() }));
        answer
    }
}

async fn ask(clients: &Clients, names: &Names) -> Area<OtherRegions> {
    let regions = match calls::enabled_regions(clients).await {
        Area::Seen(regions) => regions,
        unseen => return unseen.map(|_| OtherRegions::default()),
    };
    let others: Vec<String> = regions.into_iter().filter(|region| clients.region.as_ref() != Some(region)).collect();
    let answers = join_all(others.iter().map(|region| Box::pin(in_region(clients, region, names)))).await;
    let mut elsewhere = OtherRegions::default();
    for (region, (found, is_whole)) in others.into_iter().zip(answers) {
        elsewhere.found.extend(found);
        if !is_whole {
            elsewhere.unread.push(region);
        }
    }
    Area::Seen(elsewhere)
}

/// What a region holds of the names, and whether it answered everything.
async fn in_region(clients: &Clients, region: &str, names: &Names) -> (Vec<Regional>, bool) {
    let there = clients.in_region(region);
    let search = Search { region, names };
    let (vpcs, groups, images, templates, balancers, scaling) = tokio::join!(
        search.of(RegionalKind::Vpc, calls::vpcs(&there), |vpc| (vpc.name, Some(vpc.id))),
        search.of(RegionalKind::SecurityGroup, calls::security_groups(&there, None), |group| {
            (Some(group.group_name), Some(group.id))
        }),
        search.of(RegionalKind::Image, calls::images(&there, None), |image| (Some(image.image_name), Some(image.id))),
        search.of(RegionalKind::LaunchTemplate, calls::template_names(&there), |template| {
            (Some(template.name), Some(template.id))
        }),
        search.of(RegionalKind::LoadBalancer, calls::load_balancers(&there), |balancer| (Some(balancer.name), None)),
        search.of(RegionalKind::AutoScalingGroup, calls::auto_scaling_groups(&there), |group| {
            (Some(group.name), None)
        }),
    );
    let answers = [vpcs, groups, images, templates, balancers, scaling];
    let is_whole = answers.iter().all(Option::is_some);
    (answers.into_iter().flatten().flatten().collect(), is_whole)
}

/// What is looked for in one region.
#[derive(Clone, Copy)]
struct Search<'a> {
    region: &'a str,
    names: &'a Names,
}

impl Search<'_> {
    /// What of a kind has a wanted name; none where the region doesn't answer. What isn't wanted isn't asked for.
    async fn of<T>(
        self,
        kind: RegionalKind,
        reading: impl Future<Output = Area<Vec<T>>>,
        named: impl Fn(T) -> (Option<String>, Option<String>),
    ) -> Option<Vec<Regional>> {
        if !self.names.iter().any(|(wanted, _)| *wanted == kind) {
            return Some(Vec::new());
        }
        let Area::Seen(all) = timeout(LIMIT, reading).await.ok()? else { return None };
        let regional = |(name, id): (Option<String>, Option<String>)| {
            let wanted = (kind, name?);
            let is_wanted = self.names.contains(&wanted);
            is_wanted.then(|| Regional { region: self.region.to_owned(), kind, name: wanted.1, id })
        };
        Some(all.into_iter().map(named).filter_map(regional).collect())
    }
}
