//! Which of an account's resources can be a thing that isn't there, by its own settings and by what uses it.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::{Candidate, candidates};
use super::relation::{Relation, Tie, relations};
use super::subjects::subjects;
use super::tie::{covers, holds, said};
use super::words::label;
use crate::account::resources::SecurityGroup;
use crate::diagnose::case::Case;
use crate::i18n::Text;
use crate::verify::{CheckKind, Facts, ResourceKind, Wanted, is_public};

/// A VPC is known by so many things of the lab within it.
const FEW: usize = 2;

/// The things of the lab that are known, by what was wanted.
pub type Known<'a> = BTreeMap<Wanted, Candidate<'a>>;

/// A candidate with how well it fits.
pub struct Fit<'a> {
    /// What it was compared with.
    pub candidate: Candidate<'a>,
    /// The higher, the better.
    pub rank: isize,
}

/// What candidates are judged by.
pub struct Search<'a> {
    /// The account.
    pub facts: Facts<'a>,
    subjects: BTreeSet<Wanted>,
    relations: Vec<Relation>,
    metrics: Vec<&'a str>,
    /// The ports that the lesson's security groups must let in, by group name.
    ports: Vec<(&'a str, i32)>,
}

impl<'a> Search<'a> {
    /// The search in an account.
    #[must_use]
    pub fn new(case: &Case<'a>) -> Self {
        let checks: Vec<_> = case.checks().map(|judged| judged.check).collect();
        let metric = |kind: &'a CheckKind| {
            let CheckKind::PolicyMetric(check) = kind else { return None };
            Some(check.metric.as_str())
        };
        let port = |kind: &'a CheckKind| {
            let CheckKind::SecurityGroupIngress(check) = kind else { return None };
            Some((check.group.as_str(), check.port.0))
        };
        Self {
            facts: case.facts,
            subjects: subjects(case),
            relations: relations(&checks),
            metrics: checks.iter().filter_map(|check| metric(&check.kind)).collect(),
            ports: checks.iter().filter_map(|check| port(&check.kind)).collect(),
        }
    }

    /// The candidate that fits best; none where two fit equally well.
    #[must_use]
    pub fn best(&self, wanted: &Wanted, known: &Known<'a>) -> Option<Fit<'a>> {
        let mut fits: Vec<Fit<'a>> =
            self.free(wanted, known).filter_map(|candidate| self.fit(wanted, candidate, known)).collect();
        fits.sort_by_key(|fit| -fit.rank);
        let next = fits.get(1).map(|fit| fit.rank);
        fits.into_iter().next().filter(|best| next != Some(best.rank))
    }

    /// What of the wanted kind is neither something else of the lab nor plainly something else.
    pub fn free(&self, wanted: &Wanted, known: &Known<'a>) -> impl Iterator<Item = Candidate<'a>> {
        let is_subject = |candidate: &Candidate<'_>| {
            let same_kind = || self.subjects.iter().filter(|subject| subject.kind == wanted.kind);
            candidate.name.is_some_and(|name| same_kind().any(|subject| subject.name == name))
        };
        let is_known = |candidate: &Candidate<'_>| {
            known.iter().any(|(other, known)| other.kind == wanted.kind && known.key() == candidate.key())
        };
        candidates(wanted.kind, self.facts.snapshot)
            .into_iter()
            .filter(|candidate| candidate.gone.is_none() && !is_subject(candidate) && !is_known(candidate))
            .filter(|candidate| self.can_be(wanted, candidate))
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// Whether its own settings allow it to be the wanted thing.
    fn can_be(&self, wanted: &Wanted, candidate: &Candidate<'_>) -> bool {
        let snapshot = self.facts.snapshot;
        let key = Some(candidate.key());
        match wanted.kind {
            ResourceKind::Subnet => {
                let all = seen(snapshot.subnets.seen());
                let zones = all.iter().map(|subnet| subnet.zone.as_str());
                let zone = zones.filter(|zone| wanted.name.ends_with(zone)).max_by_key(|zone| zone.len());
                let found = all.iter().find(|subnet| key == Some(&subnet.id));
                found.is_some_and(|subnet| {
                    zone.is_none_or(|zone| subnet.zone == zone) && is_public(subnet, &self.facts).is_ok_and(|is| !is)
                })
            }
            // AWS makes a default group in every VPC.
            ResourceKind::SecurityGroup => {
                let found = seen(snapshot.security_groups.seen()).iter().find(|group| key == Some(&group.id));
                candidate.name != Some("default") && found.is_some_and(|group| self.opens_ports(wanted, group))
            }
            ResourceKind::LoadBalancer => seen(snapshot.load_balancers.seen())
                .iter()
                .any(|balancer| key == Some(&balancer.name) && balancer.kind == "application"),
            ResourceKind::ScalingPolicy => seen(snapshot.scaling_policies.seen()).iter().any(|policy| {
                key == Some(&policy.name) && self.metrics.iter().any(|metric| policy.metric.as_deref() == Some(metric))
            }),
            ResourceKind::Vpc
            | ResourceKind::Instance
            | ResourceKind::InstanceProfile
            | ResourceKind::Image
            | ResourceKind::LaunchTemplate
            | ResourceKind::AutoScalingGroup
            | ResourceKind::TargetGroup => true,
        }
    }

    /// Whether a group has a rule for each port that the wanted one must let in, from wherever.
    fn opens_ports(&self, wanted: &Wanted, group: &SecurityGroup) -> bool {
        let mut ports = self.ports.iter().filter(|(name, _)| *name == wanted.name).map(|(_, port)| *port);
        ports.all(|port| group.ingress.iter().any(|rule| covers(rule, port)))
    }

    /// How well a candidate fits; none where too little speaks for it, or as much against it.
    fn fit(&self, wanted: &Wanted, candidate: Candidate<'a>, known: &Known<'a>) -> Option<Fit<'a>> {
        let (mut held, mut strong, mut broken) = (0_isize, 0_usize, 0_isize);
        for (relation, holds) in self.judged(wanted, &candidate, known) {
            match (holds, relation.tie) {
                (true, Tie::Within) if wanted.kind != ResourceKind::Vpc => held += 1,
                (true, _) => (held, strong) = (held + 1, strong + 1),
                // What stands elsewhere is no part of this lab.
                (false, Tie::Within) if wanted.kind != ResourceKind::Vpc => return None,
                (false, _) => broken += 1,
            }
        }
        let least = if wanted.kind == ResourceKind::Vpc { FEW } else { 1 };
        (strong >= least && held > broken).then_some(Fit { candidate, rank: held - broken })
    }

    /// The relations of the wanted thing to what is known, and whether the candidate has them.
    fn judged<'s>(
        &'s self,
        wanted: &'s Wanted,
        candidate: &'s Candidate<'a>,
        known: &'s Known<'a>,
    ) -> impl Iterator<Item = (&'s Relation, bool)> {
        self.relations.iter().filter_map(move |relation| {
            let (owner, used) = ends(relation, wanted, candidate, known)?;
            Some((relation, holds(relation.tie, owner, used, self.facts.snapshot)?))
        })
    }

    /// What shows that the candidate stands in the place of the wanted thing.
    #[must_use]
    pub fn evidence(&self, wanted: &Wanted, candidate: &Candidate<'a>, known: &Known<'a>) -> Vec<Text> {
        const MOST: usize = 3;
        let held = self.judged(wanted, candidate, known).filter(|(_, holds)| *holds).map(|(relation, _)| relation);
        let told = held.filter(|relation| relation.tie != Tie::Within || wanted.kind == ResourceKind::Vpc);
        let words = told.filter_map(|relation| {
            let (owner, used) = ends(relation, wanted, candidate, known)?;
            Some(said(relation.tie, label(owner), label(used)))
        });
        words.take(MOST).collect()
    }
}

/// Who uses and who is used, with the candidate in the place of the wanted thing.
fn ends<'s, 'a>(
    relation: &Relation,
    wanted: &Wanted,
    candidate: &'s Candidate<'a>,
    known: &'s Known<'a>,
) -> Option<(&'s Candidate<'a>, &'s Candidate<'a>)> {
    if relation.owner == *wanted {
        Some((candidate, known.get(&relation.used)?))
    } else if relation.used == *wanted {
        Some((known.get(&relation.owner)?, candidate))
    } else {
        None
    }
}

fn seen<T, E>(area: Result<&Vec<T>, E>) -> &[T] {
    area.map(Vec::as_slice).unwrap_or_default()
}
