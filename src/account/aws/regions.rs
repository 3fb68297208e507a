//! Looks for the lab's VPC in all other enabled regions at once. That costs a call a region, so it is done seldom.

use std::time::{Duration, Instant};

use aws_sdk_ec2::config::Region;
use aws_sdk_ec2::types::Filter;
use futures_util::future::join_all;
use tokio::sync::Mutex;
use tokio::time::timeout;

use super::calls;
use super::clients::Clients;
use crate::account::Area;
use crate::account::resources::OtherRegions;

/// The longest that a region may take to answer, with everything.
const LIMIT: Duration = Duration::from_secs(4);
/// For so long an answer is good, and no region is asked again.
const INTERVAL: Duration = Duration::from_mins(10);

/// What the other regions last answered; kept with the connection, never on disk.
#[derive(Debug, Default)]
pub struct Elsewhere {
    last: Mutex<Option<Box<Asked>>>,
}

#[derive(Debug)]
struct Asked {
    at: Instant,
    vpc: String,
    answer: Area<OtherRegions>,
}

impl Elsewhere {
    /// The VPCs with this Name tag in other regions, from memory where that is fresh.
    pub async fn look(&self, clients: &Clients, vpc: &str) -> Area<OtherRegions> {
        let mut last = self.last.lock().await;
        if let Some(asked) = last.as_ref().filter(|asked| asked.vpc == vpc && asked.at.elapsed() < INTERVAL) {
            return asked.answer.clone();
        }
        let answer = ask(clients, vpc).await;
        *last = Some(Box::new(Asked { at: Instant::now(), vpc: vpc.to_owned(), answer: answer.clone() }));
        answer
    }
}

async fn ask(clients: &Clients, vpc: &str) -> Area<OtherRegions> {
    let regions = match calls::enabled_regions(clients).await {
        Area::Seen(regions) => regions,
        unseen => return unseen.map(|_| OtherRegions::default()),
    };
    let others: Vec<String> = regions.into_iter().filter(|region| clients.region.as_ref() != Some(region)).collect();
    let answers = join_all(others.iter().map(|region| timeout(LIMIT, vpcs_in(clients, region, vpc)))).await;
    let mut elsewhere = OtherRegions::default();
    for (region, answer) in others.into_iter().zip(answers) {
        match answer.ok().flatten() {
            Some(ids) => elsewhere.found.extend(ids.into_iter().map(|id| (region.clone(), id))),
            None => elsewhere.unread.push(region),
        }
    }
    Area::Seen(elsewhere)
}

/// The ids of the VPCs with this Name tag in a region; none where it doesn't answer.
async fn vpcs_in(clients: &Clients, region: &str, vpc: &str) -> Option<Vec<String>> {
    let config = clients.ec2.config().to_builder().region(Region::new(region.to_owned())).build();
    let there = aws_sdk_ec2::Client::from_conf(config);
    let named = Filter::builder().name("tag:Name").values(vpc).build();
    let answer = there.describe_vpcs().filters(named).send().await.ok()?;
    Some(answer.vpcs().iter().filter_map(|vpc| vpc.vpc_id().map(str::to_owned)).collect())
}
