//! From the load balancer to an instance, and from the instance to the internet.

use ipnet::Ipv4Net;

use crate::account::resources::{Instance, LoadBalancer, SecurityGroup, Subnet};
use crate::diagnose::case::{Case, TrafficPath};
use crate::diagnose::link::{Break, Finding};
use crate::diagnose::remediation::{exclude_vpc, lay_route, let_out, mend};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{
    ANYWHERE, AdmittedFrom, CauseId, CheckKind, Peers, Status, Verdict, judge_route, lets_in, lets_out,
};

/// Where S3, Secrets Manager and the registry of packages are reached.
pub const HTTPS: i32 = 443;

/// The load balancer stands in the zones of the instances that don't serve.
pub fn zones<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(balancer) = traffic.load_balancer(case) else { return Finding::Sound };
    let served = |zone: &str| balancer.zones.iter().any(|(enabled, _)| enabled == zone);
    let outside = traffic.ill_members(case).into_iter().find(|(member, _)| !served(&member.zone));
    let Some((member, _)) = outside else { return Finding::Sound };
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::LoadBalancerZones(check) if check.alb == traffic.alb);
    let repair = case.judged(is_wanted).map(|judged| mend(&judged, case)).unwrap_or_default();
    Break::new(CauseId::AlbAzMissing, msg!(cause_alb_az_missing))
        .shown_by(msg!(evidence_zone, instance = &member.id, zone = &member.zone, alb = traffic.alb))
        .mended_as(repair)
        .into()
}

/// The load balancer's groups let it connect to the instances.
pub fn out_of_the_balancer<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some((balancer, port, instance)) = ends(case, traffic) else { return Finding::Sound };
    let blocks = blocks_of(instance.subnet.iter(), case);
    let peers = Peers { groups: &instance.security_groups, blocks };
    match lets_out(&balancer.security_groups, port, &peers, &case.facts) {
        Ok(true) => Finding::Sound,
        Err(unseen) => unseen.into(),
        Ok(false) => {
            let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::SecurityGroupReaches(_));
            let repair = case.judged(is_wanted).map(|judged| mend(&judged, case)).unwrap_or_default();
            Break::new(CauseId::AlbSgBlocksOut, msg!(cause_alb_sg_blocks_out, port = port))
                .shown_by(msg!(evidence_balancer_carries, groups = Text::list(balancer.security_groups.clone())))
                .mended_as(repair)
                .into()
        }
    }
}

/// The instance's groups, as it carries them now, admit the load balancer.
pub fn into_the_instance<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some((balancer, port, instance)) = ends(case, traffic) else { return Finding::Sound };
    let blocks = blocks_of(balancer.zones.iter().map(|(_, subnet)| subnet), case);
    let peers = Peers { groups: &balancer.security_groups, blocks };
    match lets_in(&instance.security_groups, port, &peers, &case.facts) {
        Ok(true) => Finding::Sound,
        Err(unseen) => unseen.into(),
        Ok(false) => blocked(balancer, instance, port, case, traffic).into(),
    }
}

fn blocked(
    balancer: &LoadBalancer,
    instance: &Instance,
    port: i32,
    case: &Case<'_>,
    traffic: &TrafficPath<'_>,
) -> Break {
    let carries =
        |kind: &CheckKind| matches!(kind, CheckKind::LoadBalancerSecurityGroups(check) if check.alb == traffic.alb);
    let worn = |kind: &CheckKind| matches!(kind, CheckKind::LaunchTemplateSecurityGroups(_));
    let of_balancer = msg!(evidence_balancer_carries, groups = Text::list(balancer.security_groups.clone()));
    let groups = Text::list(instance.security_groups.clone());
    let of_instance = msg!(evidence_instance_carries, instance = &instance.id, groups = groups);
    let failed = |judged: &crate::diagnose::case::Judged<'_>| judged.verdict.status == Status::Failed;
    if let Some(judged) = case.judged(admits_balancer).filter(failed) {
        let found = Break::new(CauseId::WebSgBlocksAlb, msg!(cause_web_sg_blocks_alb, port = port));
        return found.shown_by(judged.verdict.actual.clone()).shown_by(of_balancer).mended_as(mend(&judged, case));
    }
    if let Some(judged) = case.judged(carries).filter(failed) {
        let found = Break::new(CauseId::AlbWrongSg, msg!(cause_alb_wrong_sg));
        return found.shown_by(of_balancer).shown_by(of_instance).mended_as(mend(&judged, case));
    }
    // The rules are right, and so is what the load balancer carries: then the instance carries other groups.
    let found = Break::new(CauseId::WebSgBlocksAlb, msg!(cause_web_sg_not_carried, port = port));
    let repair = case.judged(worn).filter(failed).map(|judged| mend(&judged, case)).unwrap_or_default();
    found.shown_by(of_instance).shown_by(of_balancer).mended_as(repair).mended_by(msg!(mend_instance_groups))
}

/// Load balancer, port and an instance that doesn't serve.
fn ends<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Option<(&'a LoadBalancer, i32, &'a Instance)> {
    let port = traffic.target_group(case)?.port?;
    let instance = traffic.ill_members(case).into_iter().find_map(|(_, instance)| instance)?;
    Some((traffic.load_balancer(case)?, port, instance))
}

fn blocks_of<'b>(ids: impl Iterator<Item = &'b String>, case: &Case<'_>) -> Vec<Ipv4Net> {
    ids.filter_map(|id| subnet_of(id, case)?.cidr).collect()
}

/// The subnet of this id, where it can be seen.
pub fn subnet_of<'a>(id: &str, case: &Case<'a>) -> Option<&'a Subnet> {
    case.facts.snapshot.subnets.seen().ok()?.iter().find(|subnet| subnet.id == id)
}

/// The subnets of the instances that don't serve have a way to the internet.
pub fn way_out<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let mut unseen = Finding::Sound;
    for subnet in subnets_in_use(case, traffic) {
        let verdict = judge_route(subnet, &case.facts).unwrap_or_else(Verdict::from);
        match verdict.status {
            Status::Failed => return no_way_out(subnet, verdict, case).into(),
            Status::Unknown => unseen = Finding::Unseen(verdict.actual),
            _ => {}
        }
    }
    unseen
}

/// The groups of the instances that don't serve let them fetch the program and its packages.
pub fn out_of_the_instance<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let everywhere = Peers { groups: &[], blocks: vec![ANYWHERE] };
    for instance in traffic.ill_members(case).into_iter().filter_map(|(_, instance)| instance) {
        match lets_out(&instance.security_groups, HTTPS, &everywhere, &case.facts) {
            Ok(true) => {}
            Err(unseen) => return unseen.into(),
            Ok(false) => return kept_in(instance, case).into(),
        }
    }
    Finding::Sound
}

fn kept_in(instance: &Instance, case: &Case<'_>) -> Break {
    let groups = Text::list(instance.security_groups.clone());
    let found = Break::new(CauseId::WebSgBlocksOut, msg!(cause_web_sg_blocks_out, port = HTTPS)).shown_by(msg!(
        evidence_instance_carries,
        instance = &instance.id,
        groups = groups
    ));
    match web_group(instance, case) {
        Some(group) => found
            .mended_by(msg!(mend_web_sg_out, group = &group.group_name, port = HTTPS))
            .mended_as(let_out(&group.id, case)),
        None => found.mended_by(msg!(mend_instance_groups)),
    }
}

/// The check that the instances' group lets in the load balancer's.
fn admits_balancer(kind: &CheckKind) -> bool {
    matches!(kind, CheckKind::SecurityGroupIngress(check) if matches!(check.from, AdmittedFrom::Group(_)))
}

/// Of the groups that an instance carries the one that is meant for it, else any.
fn web_group<'a>(instance: &Instance, case: &Case<'a>) -> Option<&'a SecurityGroup> {
    let meant = match &case.judged(admits_balancer)?.check.kind {
        CheckKind::SecurityGroupIngress(check) => check.group.as_str(),
        _ => return None,
    };
    let groups = case.facts.snapshot.security_groups.seen().ok()?;
    let carried = || groups.iter().filter(|group| instance.security_groups.contains(&group.id));
    carried().find(|group| group.group_name == meant).or_else(|| carried().next())
}

/// Those of the instances; those of the group while it has none.
pub fn subnets_in_use<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Vec<&'a Subnet> {
    let members = traffic.ill_members(case);
    let of_members: Vec<&Subnet> =
        members.iter().filter_map(|(_, instance)| subnet_of((*instance)?.subnet.as_deref()?, case)).collect();
    if !of_members.is_empty() {
        return of_members;
    }
    let ids = traffic.group(case).map(|group| group.subnets.as_slice()).unwrap_or_default();
    ids.iter().filter_map(|id| subnet_of(id, case)).collect()
}

fn no_way_out(subnet: &Subnet, verdict: Verdict, case: &Case<'_>) -> Break {
    let name = subnet.name.as_deref().unwrap_or(&subnet.id);
    let named =
        verdict.cause.unwrap_or(crate::verify::Cause { id: CauseId::RouteWrong, text: msg!(cause_route_wrong) });
    let console =
        verdict.fix.into_iter().map(|text| crate::diagnose::Repair { means: crate::diagnose::Means::Console, text });
    // The route is right where the whole VPC is kept from the internet.
    let ways = match named.id {
        CauseId::BlockPublicAccess => exclude_vpc(&subnet.vpc, case),
        _ => lay_route(&[subnet], case),
    };
    Break { cause: named, evidence: vec![verdict.actual], repair: Vec::new() }
        .shown_by(msg!(evidence_subnet, subnet = name, id = &subnet.id))
        .mended_as(console)
        .mended_as(ways)
}
