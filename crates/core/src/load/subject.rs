//! What of the account a load is about: the names in the lesson's values, and what must be read for it. Pure.

use std::time::Duration;

use super::plan::Plan;
use crate::account::resources::LoadBalancer;
use crate::account::{Need, Scope, Snapshot};
use crate::i18n::Text;
use crate::lesson::Values;
use crate::msg;
use crate::verify::Verdict;

/// The lab's resources that a load shows at work.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Name of the load balancer.
    pub alb: String,
    /// Name of the target group.
    pub target_group: String,
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the scaling policy.
    pub policy: String,
    /// Port of the listener.
    pub port: u16,
    /// Requests per target and minute that the policy keeps.
    pub target_value: f64,
    /// The lesson's own load.
    pub plan: Plan,
}

/// A load balancer that can be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its name in the internet, as AWS gave it.
    pub host: String,
    /// Where the listener waits for visitors.
    pub port: u16,
}

impl Subject {
    /// What the lesson's values say; none where the lesson has no load.
    #[must_use]
    pub fn of(values: &Values) -> Option<Self> {
        let text = |name: &str| values.get(name).map(str::to_owned);
        let number = |name: &str| values.get(name)?.trim().parse::<f64>().ok();
        let interval = Duration::try_from_secs_f64(number("load_interval")?).ok()?;
        Some(Self {
            alb: text("alb")?,
            target_group: text("target_group")?,
            asg: text("asg")?,
            policy: text("policy")?,
            port: values.get("port")?.trim().parse().ok()?,
            target_value: number("target_value")?,
            plan: Plan::new(values.get("load_count")?.trim().parse().ok()?, interval).ok()?,
        })
    }

    /// What must be read to find the site and to see it scale.
    #[must_use]
    pub fn scope(&self) -> Scope {
        let (asg, alb, target_group) = (self.asg.clone(), self.alb.clone(), self.target_group.clone());
        [
            Need::LoadBalancers,
            Need::TargetGroups,
            Need::TargetHealthOf(target_group.clone()),
            Need::AutoScalingGroups,
            Need::ScalingPoliciesOf(asg.clone()),
            Need::ActivitiesOf(asg.clone()),
            Need::AlarmsOf(asg),
            Need::RequestCounts { alb, target_group },
        ]
        .into_iter()
        .collect()
    }

    /// The learner's own site.
    ///
    /// # Errors
    /// Why there is none that could be loaded.
    pub fn site(&self, snapshot: &Snapshot) -> Result<Site, Text> {
        let balancers = snapshot.load_balancers.seen().map_err(|unseen| Verdict::unknown(unseen).actual)?;
        let named: Vec<&LoadBalancer> = balancers.iter().filter(|balancer| balancer.name == self.alb).collect();
        let Some(balancer) = named.first() else { return Err(msg!(load_no_alb, alb = &self.alb)) };
        if balancer.scheme.as_deref() == Some("internal") {
            return Err(msg!(load_alb_internal, alb = &self.alb));
        }
        match &balancer.dns_name {
            Some(host) if balancer.state.is_active() => Ok(Site { host: host.clone(), port: self.port }),
            _ => Err(msg!(load_alb_not_active, alb = &self.alb, state = &balancer.state)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::Timestamp;

    use super::*;
    use crate::account::Area;
    use crate::account::resources::LoadBalancerState;
    use crate::demo::SimulatedAccount;
    use crate::lesson::{Lesson, Pack, load};

    fn lesson() -> Lesson {
        load(&Pack::Embedded, &BTreeMap::new()).unwrap()
    }

    #[test]
    fn the_lesson_says_what_to_load_and_how_much() {
        let subject = Subject::of(&lesson().values).unwrap();
        assert_eq!((subject.alb.as_str(), subject.port), ("ec-site-alb", 80));
        assert_eq!(subject.plan, Plan::new(4000, Duration::from_millis(120)).unwrap());
        assert_eq!(Subject::of(&Values::default()), None);
    }

    #[test]
    fn what_is_read_for_a_load_is_part_of_what_the_lesson_reads() {
        let (lesson, all) = (lesson(), lesson().scope());
        let scope = Subject::of(&lesson.values).unwrap().scope();
        assert!(scope.iter().all(|need| all.needs(need)), "{scope:?}");
    }

    #[test]
    fn the_site_is_the_accounts_own_load_balancer_once_it_can_be_reached() {
        let lesson = lesson();
        let subject = Subject::of(&lesson.values).unwrap();
        let simulated = SimulatedAccount::finished(&lesson, Timestamp::UNIX_EPOCH);
        let snapshot = simulated.snapshot(Timestamp::UNIX_EPOCH);
        let own = snapshot.load_balancers.seen().unwrap()[0].clone();
        assert_eq!(subject.site(&snapshot).unwrap().host, own.dns_name.clone().unwrap());
        let with = |change: fn(&mut LoadBalancer)| {
            let mut balancer = own.clone();
            change(&mut balancer);
            subject.site(&Snapshot { load_balancers: Area::Seen(vec![balancer]), ..snapshot.clone() })
        };
        assert!(with(|balancer| balancer.name = "another".into()).is_err());
        assert!(with(|balancer| balancer.scheme = Some("internal".into())).is_err());
        assert!(with(|balancer| balancer.state = LoadBalancerState::Provisioning).is_err());
        assert!(with(|balancer| balancer.dns_name = None).is_err());
        assert!(subject.site(&Snapshot { load_balancers: Area::NotAsked, ..snapshot }).is_err());
    }
}
