//! From the internet to the load balancer.

use crate::diagnose::case::{Case, TrafficPath};
use crate::diagnose::link::{Break, Finding, judged_by};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{ANYWHERE, CauseId, CheckKind, Peers, Status, lets_in};

/// The load balancer works.
pub fn active<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::LoadBalancerActive(check) if check.alb == traffic.alb);
    judged_by(case, is_wanted, CauseId::AlbNotActive, msg!(cause_alb_not_active))
}

/// It faces the internet.
pub fn scheme<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::LoadBalancerScheme(check) if check.alb == traffic.alb);
    judged_by(case, is_wanted, CauseId::AlbInternal, msg!(cause_alb_internal))
}

/// The VPC has a way to the internet.
pub fn gateway<'a>(case: &Case<'a>, _wiring: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::InternetGateway(_));
    judged_by(case, is_wanted, CauseId::InternetGatewayMissing, msg!(cause_internet_gateway_missing))
}

/// It stands in public subnets, into which visitors may come. Which zones they cover is another link's matter.
pub fn public_subnets<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::LoadBalancerZones(check) if check.alb == traffic.alb);
    match judged_by(case, is_wanted, CauseId::AlbAzMissing, msg!(cause_alb_az_missing)) {
        Finding::Broken(found) if found.cause.id == CauseId::AlbAzMissing => Finding::Sound,
        finding => finding,
    }
}

/// The groups that it carries, whichever they are, let everybody in.
pub fn visitors<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(balancer) = traffic.load_balancer(case) else { return Finding::Sound };
    let everybody = Peers { groups: &[], blocks: vec![ANYWHERE] };
    match lets_in(&balancer.security_groups, traffic.port, &everybody, &case.facts) {
        Ok(true) => Finding::Sound,
        Err(unseen) => unseen.into(),
        Ok(false) => {
            let carried = msg!(evidence_balancer_carries, groups = Text::list(balancer.security_groups.clone()));
            let text = msg!(cause_alb_sg_blocks_in, port = traffic.port);
            Break::new(CauseId::AlbSgBlocksIn, text).shown_by(carried).mended_as(repair(case, traffic)).into()
        }
    }
}

/// Where it carries the groups that the lesson wants, their rules are wrong; else the groups are.
fn repair(case: &Case<'_>, traffic: &TrafficPath<'_>) -> Vec<crate::diagnose::Repair> {
    let carries =
        |kind: &CheckKind| matches!(kind, CheckKind::LoadBalancerSecurityGroups(check) if check.alb == traffic.alb);
    let Some(judged) = case.judged(carries) else { return Vec::new() };
    if judged.verdict.status == Status::Failed {
        return crate::diagnose::remediation::mend(&judged, case);
    }
    let CheckKind::LoadBalancerSecurityGroups(wanted) = &judged.check.kind else { return Vec::new() };
    let rules = |kind: &CheckKind| matches!(kind, CheckKind::SecurityGroupIngress(check) if wanted.groups.contains(&check.group));
    case.judged(rules).map(|judged| crate::diagnose::remediation::mend(&judged, case)).unwrap_or_default()
}
