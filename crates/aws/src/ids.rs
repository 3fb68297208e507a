//! The ids that the second wave of calls asks about, as the first one's answers show them; and what is remembered of
//! them, so that the next look can ask about all at once.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use ec_site_tutor_core::account::resources::{LoadBalancer, Peer};
use ec_site_tutor_core::account::{Area, Need, Scope, Snapshot};

/// What is remembered serves this long. A load balancer's name that AWS showed longer ago may be somebody else's.
pub const KEPT: SignedDuration = SignedDuration::from_mins(10);

/// What the second wave asks about. Nothing to ask about is seen, too; an id that could not be read says why.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ids {
    /// The account that all of them are of, where it can be told.
    pub account: Option<String>,
    /// The VPC of the load balancer whose listeners matter: the lab's, or a check says what is wrong.
    pub vpc: Option<String>,
    /// The prefix lists in the rules of the lab's security groups.
    pub prefix_lists: Area<Option<Vec<String>>>,
    /// The EBS snapshots of the lab's image while it is pending.
    pub image_snapshots: Area<Option<Vec<String>>>,
    /// The ARN of the load balancer whose listeners matter.
    pub load_balancer: Area<Option<String>>,
    /// The ARN of the target group whose targets matter.
    pub target_group: Area<Option<String>>,
    /// The names of the policies' alarms.
    pub alarms: Area<Option<Vec<String>>>,
    /// The ARNs of the load balancer and the target group whose requests are counted.
    pub counted: Area<Option<(String, String)>>,
    /// Host and port of the site. Not asked while the load balancer isn't up: before, its name has no address.
    pub site: Area<(String, i32)>,
}

impl Ids {
    /// What `scope` wants to know more about, of what the first wave showed.
    pub fn of(scope: &Scope, snapshot: &Snapshot) -> Self {
        let mut ids = Self { account: snapshot.account().map(str::to_owned), ..Self::default() };
        ids.prefix_lists = prefix_lists(scope, snapshot);
        for need in scope.iter() {
            match need {
                Need::ImageSnapshotsOf(image) => ids.image_snapshots = pending_snapshots(image, snapshot),
                Need::ListenersOf(alb) => {
                    ids.load_balancer = load_balancer(alb, snapshot);
                    ids.vpc = vpc(alb, snapshot);
                }
                Need::TargetHealthOf(group) => ids.target_group = target_group(group, snapshot),
                Need::AlarmsOf(_) => ids.alarms = alarms(snapshot),
                Need::RequestCounts { alb, target_group: group } => {
                    ids.counted = both(load_balancer(alb, snapshot), target_group(group, snapshot));
                }
                Need::Site { alb, port } => ids.site = site(alb, *port, &snapshot.load_balancers),
                // All of them at once, above; and what needs no ids.
                Need::PrefixListsOf(_)
                | Need::Vpcs
                | Need::InternetGateways
                | Need::Subnets
                | Need::RouteTables
                | Need::NatGateways
                | Need::SecurityGroups
                | Need::Instances
                | Need::InstanceProfile(_)
                | Need::Images
                | Need::LaunchTemplate(_)
                | Need::AutoScalingGroups
                | Need::LoadBalancers
                | Need::TargetGroups
                | Need::ScalingPoliciesOf(_)
                | Need::ActivitiesOf(_)
                | Need::Volumes
                | Need::EbsSnapshots
                | Need::Addresses => {}
            }
        }
        ids
    }
}

/// What of an account's long lists is the lab's: the rest is asked for only where something of it is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// Where its instances and security groups are.
    pub vpc: &'a str,
    /// What its image is called.
    pub image: &'a str,
}

impl Ids {
    /// The lab's part of the account, where the last look showed a lab with all that has ids.
    pub fn part<'a>(&'a self, scope: &'a Scope) -> Option<Part<'a>> {
        let is_there = matches!(
            (&self.load_balancer, &self.target_group, &self.alarms),
            (Area::Seen(Some(_)), Area::Seen(Some(_)), Area::Seen(Some(_)))
        );
        let image = |need: &'a Need| if let Need::ImageSnapshotsOf(name) = need { Some(name.as_str()) } else { None };
        let image = scope.iter().find_map(image)?;
        Some(Part { vpc: self.vpc.as_deref().filter(|_| is_there)?, image })
    }

    /// Without why others could not be read: the ids alone.
    #[must_use]
    pub fn only_seen(self) -> Self {
        Self {
            account: self.account,
            vpc: self.vpc,
            prefix_lists: only_seen(self.prefix_lists),
            image_snapshots: only_seen(self.image_snapshots),
            load_balancer: only_seen(self.load_balancer),
            target_group: only_seen(self.target_group),
            alarms: only_seen(self.alarms),
            counted: only_seen(self.counted),
            site: only_seen(self.site),
        }
    }

    /// Every text in it.
    pub fn texts(&self) -> Vec<&str> {
        let lists = [&self.prefix_lists, &self.image_snapshots, &self.alarms];
        let lists = lists.into_iter().filter_map(|ids| ids.seen().ok()?.as_ref()).flatten();
        let single = [&self.load_balancer, &self.target_group];
        let single = single.into_iter().filter_map(|id| id.seen().ok()?.as_ref());
        let counted = self.counted.seen().ok().and_then(Option::as_ref).map(|(alb, group)| [alb, group]);
        let site = self.site.seen().ok().map(|(host, _)| host);
        let all = self
            .account
            .iter()
            .chain(&self.vpc)
            .chain(lists)
            .chain(single)
            .chain(counted.into_iter().flatten())
            .chain(site);
        all.map(String::as_str).collect()
    }
}

fn only_seen<T>(area: Area<T>) -> Area<T> {
    if matches!(area, Area::Seen(_)) { area } else { Area::NotAsked }
}

/// The ids of the last look.
#[derive(Debug)]
pub struct Remembered {
    scope: Scope,
    seen_at: Timestamp,
    ids: Ids,
}

impl Remembered {
    /// What a look with this scope showed.
    pub fn new(scope: &Scope, seen_at: Timestamp, ids: Ids) -> Self {
        Self { scope: scope.clone(), seen_at, ids }
    }

    /// The ids, for a look that wants the same and is not much later.
    pub fn ids(&self, scope: &Scope, now: Timestamp) -> Option<&Ids> {
        let age = now.duration_since(self.seen_at);
        (self.scope == *scope && SignedDuration::ZERO <= age && age <= KEPT).then_some(&self.ids)
    }
}

fn prefix_lists(scope: &Scope, snapshot: &Snapshot) -> Area<Option<Vec<String>>> {
    let groups: Vec<&str> = scope
        .iter()
        .filter_map(|need| if let Need::PrefixListsOf(group) = need { Some(group.as_str()) } else { None })
        .collect();
    if groups.is_empty() {
        return Area::NotAsked;
    }
    snapshot.security_groups.map(|found| {
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
        some(ids)
    })
}

fn pending_snapshots(name: &str, snapshot: &Snapshot) -> Area<Option<Vec<String>>> {
    snapshot.images.map(|images| {
        let pending = images.iter().find(|image| image.image_name == name && image.state.is_on_its_way())?;
        some(pending.snapshots.clone())
    })
}

fn load_balancer(name: &str, snapshot: &Snapshot) -> Area<Option<String>> {
    snapshot.load_balancers.map(|all| all.iter().find(|found| found.name == name).map(|found| found.arn.clone()))
}

fn vpc(name: &str, snapshot: &Snapshot) -> Option<String> {
    snapshot.load_balancers.seen().ok()?.iter().find(|found| found.name == name)?.vpc.clone()
}

fn target_group(name: &str, snapshot: &Snapshot) -> Area<Option<String>> {
    snapshot.target_groups.map(|all| all.iter().find(|found| found.name == name).map(|found| found.arn.clone()))
}

fn alarms(snapshot: &Snapshot) -> Area<Option<Vec<String>>> {
    snapshot.scaling_policies.map(|policies| some(policies.iter().flat_map(|policy| policy.alarms.clone()).collect()))
}

fn both(one: Area<Option<String>>, two: Area<Option<String>>) -> Area<Option<(String, String)>> {
    match (one, two) {
        (Area::Seen(one), Area::Seen(two)) => Area::Seen(one.zip(two)),
        (Area::Seen(_), two) => two.map(|_| None),
        (one, _) => one.map(|_| None),
    }
}

fn site(alb: &str, port: i32, load_balancers: &Area<Vec<LoadBalancer>>) -> Area<(String, i32)> {
    let host = load_balancers.map(|all| {
        let found = all.iter().find(|found| found.name == alb && !found.state.is_on_its_way());
        found.and_then(|found| found.dns_name.clone())
    });
    match host {
        Area::Seen(Some(host)) => Area::Seen((host, port)),
        Area::Seen(None) | Area::NotAsked => Area::NotAsked,
        Area::Denied(denial) => Area::Denied(denial),
        Area::Failed(failure) => Area::Failed(failure),
    }
}

fn some(ids: Vec<String>) -> Option<Vec<String>> {
    if ids.is_empty() { None } else { Some(ids) }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    fn scope(names: &[&str]) -> Scope {
        names.iter().map(|name| Need::ListenersOf((*name).to_owned())).collect()
    }

    #[test_case(0, &["alb"], true; "at once")]
    #[test_case(600, &["alb"], true; "ten minutes later")]
    #[test_case(601, &["alb"], false; "too late")]
    #[test_case(-1, &["alb"], false; "the clock went back")]
    #[test_case(0, &["another"], false; "another lesson")]
    fn what_is_remembered_serves_the_same_question_for_a_while(seconds: i64, names: &[&str], serves: bool) {
        let seen_at = Timestamp::UNIX_EPOCH;
        let ids = Ids { load_balancer: Area::Seen(Some("arn".to_owned())), ..Ids::default() };
        let remembered = Remembered::new(&scope(&["alb"]), seen_at, ids.clone());
        let now = seen_at + SignedDuration::from_secs(seconds);
        assert_eq!(remembered.ids(&scope(names), now), serves.then_some(&ids));
    }
}
