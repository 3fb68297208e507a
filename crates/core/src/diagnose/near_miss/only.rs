//! What is the only one of its kind where the wanted thing belongs, while nothing uses it yet.

use super::candidates::Candidate;
use super::search::{Known, Search};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{ResourceKind, Status, Wanted, judge_route};

/// The only candidate in the lab's VPC, and why that tells something; none where the kind has too many uses for that.
pub fn only_one<'a>(wanted: &Wanted, known: &Known<'a>, search: &Search<'a>) -> Option<(Candidate<'a>, Text)> {
    let vpcs = || known.iter().filter(|(other, _)| other.kind == ResourceKind::Vpc).map(|(_, vpc)| vpc.id);
    let mut here = search.free(wanted, known).filter(|candidate| vpcs().any(|vpc| vpc == candidate.vpc));
    match wanted.kind {
        ResourceKind::LoadBalancer | ResourceKind::TargetGroup => {
            let candidate = here.next().filter(|_| here.next().is_none())?;
            Some((candidate, msg!(near_role_only)))
        }
        ResourceKind::Subnet => {
            let subnets = search.facts.snapshot.subnets.seen().ok()?;
            let zoned = here.filter_map(|candidate| {
                let subnet = subnets.iter().find(|subnet| candidate.id == Some(&subnet.id))?;
                let leads_out =
                    judge_route(subnet, &search.facts).is_ok_and(|verdict| verdict.status == Status::Passed);
                leads_out.then_some((candidate, subnet.zone.as_str()))
            });
            let mut zoned = zoned.collect::<Vec<_>>().into_iter();
            let (candidate, zone) = zoned.next().filter(|_| zoned.next().is_none())?;
            wanted.name.ends_with(zone).then(|| (candidate, msg!(near_role_only_subnet, zone = zone)))
        }
        ResourceKind::Vpc
        | ResourceKind::SecurityGroup
        | ResourceKind::Instance
        | ResourceKind::InstanceProfile
        | ResourceKind::Image
        | ResourceKind::LaunchTemplate
        | ResourceKind::AutoScalingGroup
        | ResourceKind::ScalingPolicy => None,
    }
}
