//! The targets of the target group: whose they are, and whether they answer.

use serde::Deserialize;

use super::in_service::shortage;
use super::replacement::again_and_again;
use super::target_standing::{TargetStanding, launched, may_be_building, provisioning, standing};
use super::{CauseId, Doing, Facts, Kind, Replacements, Status, Stop, Verdict, Wait, judge_route};
use crate::account::Need;
use crate::account::resources::{AutoScalingGroup, LoadBalancer, TargetGroup, TargetHealth, TargetReason};
use crate::i18n::Text;
use crate::msg;

/// A healthy target is there, and no target of the group has failed for good. What the policy starts may still be
/// building beside it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetsHealthy {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the target group.
    pub target_group: String,
    /// Name of the load balancer.
    pub alb: String,
}

impl Kind for TargetsHealthy {
    fn needs(&self) -> Vec<Need> {
        vec![
            Need::AutoScalingGroups,
            Need::TargetGroups,
            Need::LoadBalancers,
            Need::TargetHealthOf(self.target_group.clone()),
            Need::Instances,
            Need::ActivitiesOf(self.asg.clone()),
            Need::Subnets,
            Need::RouteTables,
            Need::NatGateways,
        ]
    }

    fn expected(&self) -> Text {
        msg!(healthy_expected, target_group = &self.target_group)
    }

    fn why(&self) -> Text {
        msg!(healthy_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let scaling = facts.auto_scaling_group(&self.asg)?;
        let group = facts.target_group(&self.target_group)?;
        let balancer = facts.load_balancer(&self.alb)?;
        let targets = facts.snapshot.target_health.seen()?;
        let provisioning = provisioning(balancer);
        let mut own = Vec::new();
        for target in targets {
            if is_member(target, scaling, facts)? {
                own.push((target, standing(target, provisioning, facts)?));
            }
        }
        let actual = Text::list(own.iter().map(|(target, _)| describe(target)));
        if let Some((broken, _)) = own.iter().find(|(_, standing)| *standing == TargetStanding::Broken) {
            return Ok(broken_verdict(broken, group, scaling, balancer, &actual));
        }
        if own.iter().any(|(_, standing)| *standing == TargetStanding::Healthy) {
            return Ok(Verdict::passed(actual));
        }
        if own.iter().any(|(_, standing)| *standing == TargetStanding::Unfamiliar) {
            return Ok(Verdict::unfamiliar(actual));
        }
        let mut coming = own.iter().filter_map(|(target, standing)| match standing {
            TargetStanding::Coming(wait) => Some((*target, *wait)),
            _ => None,
        });
        match coming.next() {
            Some((target, wait)) => coming_up(target, wait, actual, facts),
            None if own.is_empty() => without_targets(scaling, group, facts),
            None => in_a_loop(&actual, facts).map_or_else(|| only_leaving(scaling, actual.clone(), facts), Ok),
        }
    }
}

/// The verdict on a target group in which every instance of the group is on its way out.
fn only_leaving(scaling: &AutoScalingGroup, actual: Text, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    // AWS doesn't say since when a target drains.
    let draining = || Verdict::waiting(Wait::new(Doing::DrainingTarget, None), actual, msg!(healthy_draining_fix));
    Ok(shortage(scaling, facts)?.unwrap_or_else(draining))
}

/// The verdict on a target that is on its way in: it waits, unless it is known that it will never come.
fn coming_up(target: &TargetHealth, wait: Wait, actual: Text, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    if wait.doing != Doing::BuildingApp {
        // However young the newest target is: it will be taken away like those before it.
        return Ok(in_a_loop(&actual, facts).unwrap_or_else(|| Verdict::waiting(wait, actual, msg!(healthy_wait_fix))));
    }
    if let Some(cut_off) = cut_off(&target.target, facts)? {
        let fix = cut_off.fix.unwrap_or_else(|| msg!(healthy_other_fix));
        return Ok(Verdict { cause: cut_off.cause, ..Verdict::failed(actual, fix) });
    }
    let replaced = Replacements::of(facts.snapshot.activities.seen()?, facts.now);
    Ok(match replaced {
        Some(replaced) if replaced.is_loop() => again_and_again(&replaced, &actual),
        // The wait began with the first instance, not with the one in its place.
        Some(replaced) => {
            let since = wait.since.map_or(replaced.since, |since| since.min(replaced.since));
            Verdict::waiting(Wait::new(wait.doing, Some(since)), actual, msg!(healthy_wait_fix))
        }
        None => Verdict::waiting(wait, actual, msg!(healthy_wait_fix)),
    })
}

/// The verdict on a group that replaces its instances again and again, as far as its history can be seen.
fn in_a_loop(actual: &Text, facts: &Facts<'_>) -> Option<Verdict> {
    let activities = facts.snapshot.activities.seen().ok()?;
    let replaced = Replacements::of(activities, facts.now).filter(Replacements::is_loop)?;
    Some(again_and_again(&replaced, actual))
}

/// What is wrong with the way out of a new instance's subnet, without which its first boot fetches nothing.
fn cut_off(instance: &str, facts: &Facts<'_>) -> Result<Option<Verdict>, Stop> {
    let subnets = facts.snapshot.subnets.seen()?;
    let own = facts.instance(instance)?.and_then(|instance| instance.subnet.as_deref());
    let Some(subnet) = subnets.iter().find(|subnet| Some(subnet.id.as_str()) == own) else { return Ok(None) };
    let verdict = judge_route(subnet, facts)?;
    // With an address of its own it may get out by what is no way out for the others.
    let has_address = facts.instance(instance)?.is_some_and(|instance| instance.public_ip.is_some());
    Ok(match (verdict.status, &verdict.cause) {
        (Status::Failed, Some(_)) => Some(verdict),
        (Status::Failed, None) if !has_address => Some(verdict.because(CauseId::RouteWrong, msg!(cause_route_wrong))),
        _ => None,
    })
}

/// Whether the group started it, now or, for an instance on its way out, before.
///
/// # Errors
/// [`Stop`] where only the instance could tell, and instances can't be seen.
pub fn is_member(target: &TargetHealth, group: &AutoScalingGroup, facts: &Facts<'_>) -> Result<bool, Stop> {
    if group.instances.iter().any(|member| member.id == target.target) {
        return Ok(true);
    }
    let instance = facts.instance(&target.target)?;
    Ok(instance.is_some_and(|instance| instance.asg.as_deref() == Some(&group.name)))
}

/// The targets that the group didn't enter, but for those on their way out.
///
/// # Errors
/// [`Stop`] where only an instance could tell, and instances can't be seen.
pub fn strangers<'a>(
    targets: &'a [TargetHealth],
    group: &AutoScalingGroup,
    facts: &Facts<'_>,
) -> Result<Vec<&'a TargetHealth>, Stop> {
    let mut strangers = Vec::new();
    for target in targets.iter().filter(|target| !target.state.is_draining()) {
        if !is_member(target, group, facts)? {
            strangers.push(target);
        }
    }
    Ok(strangers)
}

fn describe(target: &TargetHealth) -> String {
    match &target.reason {
        Some(reason) => format!("{} ({}, {reason})", target.target, target.state),
        None => format!("{} ({})", target.target, target.state),
    }
}

/// What a page is answered with.
pub const PAGE: u16 = 200;

/// What the reason code means and what to do about it.
fn broken_verdict(
    target: &TargetHealth,
    group: &TargetGroup,
    scaling: &AutoScalingGroup,
    balancer: &LoadBalancer,
    actual: &Text,
) -> Verdict {
    let failed = |fix: Text| Verdict::failed(actual.clone(), fix);
    match &target.reason {
        Some(TargetReason::Timeout) => failed(msg!(healthy_timeout_fix)),
        Some(TargetReason::FailedHealthChecks) => {
            failed(msg!(healthy_failed_checks_fix)).because(CauseId::AppNotStarted, msg!(cause_app_not_started))
        }
        Some(TargetReason::ResponseCodeMismatch) => {
            let codes = group.health_codes.as_deref().unwrap_or("200");
            let path = group.health_path.as_deref().unwrap_or("/");
            if !group.takes_as_healthy(PAGE) && target.answered().is_none_or(|code| code == PAGE) {
                return failed(msg!(healthy_codes_fix, codes = codes))
                    .because(CauseId::HealthCheckCode, msg!(cause_health_check_codes, codes = codes));
            }
            failed(msg!(healthy_code_fix, codes = codes, path = path))
                .because(CauseId::HealthCheckCode, msg!(cause_health_check_code, codes = codes))
        }
        Some(TargetReason::NotInUse) if stands_outside(target, scaling, balancer) => {
            failed(msg!(healthy_not_in_use_fix)).because(CauseId::AlbAzMissing, msg!(cause_alb_az_missing))
        }
        Some(TargetReason::NotInUse) => failed(msg!(healthy_not_in_use_fix)),
        Some(TargetReason::NotRegistered) if !scaling.target_groups.contains(&group.arn) => {
            failed(msg!(healthy_none_fix)).because(CauseId::TgNotAttached, msg!(cause_tg_not_attached))
        }
        Some(TargetReason::InternalError) => {
            failed(msg!(healthy_internal_fix)).because(CauseId::TargetInternalError, msg!(cause_target_internal_error))
        }
        Some(TargetReason::HealthCheckDisabled) => {
            failed(msg!(healthy_check_off_fix)).because(CauseId::HealthCheckOff, msg!(cause_health_check_off))
        }
        Some(
            TargetReason::NotRegistered
            | TargetReason::RegistrationInProgress
            | TargetReason::InitialHealthChecking
            | TargetReason::DeregistrationInProgress
            | TargetReason::InvalidState
            | TargetReason::IpUnusable
            | TargetReason::Other(_),
        )
        | None => failed(msg!(healthy_other_fix)),
    }
}

/// Whether the load balancer isn't enabled in the zone of a target.
fn stands_outside(target: &TargetHealth, scaling: &AutoScalingGroup, balancer: &LoadBalancer) -> bool {
    let member = scaling.instances.iter().find(|member| member.id == target.target);
    member.is_some_and(|member| !balancer.zones.iter().any(|(zone, _)| *zone == member.zone))
}

/// The verdict on a target group in which no instance of the group stands.
fn without_targets(scaling: &AutoScalingGroup, group: &TargetGroup, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    let actual = msg!(healthy_none);
    if !scaling.target_groups.contains(&group.arn) {
        return Ok(Verdict::failed(actual, msg!(healthy_none_fix))
            .because(CauseId::TgNotAttached, msg!(cause_tg_not_attached)));
    }
    // What keeps members from service keeps them from the target group, too.
    if let Some(verdict) = shortage(scaling, facts)? {
        return Ok(verdict);
    }
    let mut youngest = None;
    for member in scaling.instances.iter().filter(|member| member.lifecycle.is_in_service()) {
        let runs = facts.instance(&member.id)?.filter(|instance| instance.state.is_running());
        youngest = youngest.max(runs.and_then(|instance| instance.launched_at));
    }
    // The group enters an instance when it comes into service: what has been there for long won't be entered any more.
    Ok(if youngest.is_some() && !may_be_building(youngest, facts) {
        Verdict::failed(actual, msg!(members_absent_fix))
            .because(CauseId::TargetsNotRegistered, msg!(cause_targets_not_registered))
    } else {
        Verdict::waiting(Wait::of_subject(Doing::RegisteringTarget, youngest), actual, msg!(healthy_wait_fix))
    })
}

/// The targets are the group's own instances, and all of those that are in service are targets.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetsAreMembers {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the target group.
    pub target_group: String,
}

impl Kind for TargetsAreMembers {
    fn needs(&self) -> Vec<Need> {
        vec![
            Need::AutoScalingGroups,
            Need::TargetGroups,
            Need::TargetHealthOf(self.target_group.clone()),
            Need::Instances,
            Need::ActivitiesOf(self.asg.clone()),
        ]
    }

    fn expected(&self) -> Text {
        msg!(members_expected, asg = &self.asg)
    }

    fn why(&self) -> Text {
        msg!(members_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let scaling = facts.auto_scaling_group(&self.asg)?;
        let group = facts.target_group(&self.target_group)?;
        let targets = facts.snapshot.target_health.seen()?;
        let strangers = strangers(targets, scaling, facts)?;
        let actual = Text::list(targets.iter().map(describe));
        if !strangers.is_empty() {
            let strangers = Text::list(strangers.iter().map(|target| labelled(&target.target, facts)));
            return Ok(Verdict::failed(
                msg!(members_strangers, targets = strangers.clone()),
                msg!(members_strangers_fix, targets = strangers, target_group = &self.target_group),
            )
            .because(CauseId::TargetByHand, msg!(cause_target_by_hand)));
        }
        let listed = |id: &str| targets.iter().any(|target| target.target == id);
        let absent: Vec<String> = scaling
            .instances
            .iter()
            .filter(|member| member.lifecycle.is_in_service() && !listed(&member.id))
            .map(|member| member.id.clone())
            .collect();
        if !absent.is_empty() {
            return missing(absent, scaling, group, facts);
        }
        if targets.is_empty() {
            return without_targets(scaling, group, facts);
        }
        Ok(Verdict::passed(actual))
    }
}

/// Members in service that are no targets: just entered, or not to be entered at all.
fn missing(
    absent: Vec<String>,
    scaling: &AutoScalingGroup,
    group: &TargetGroup,
    facts: &Facts<'_>,
) -> Result<Verdict, Stop> {
    let mut youngest = None;
    for id in &absent {
        youngest = youngest.max(launched(id, facts)?);
    }
    let actual = msg!(members_absent, instances = Text::list(absent));
    Ok(if !scaling.target_groups.contains(&group.arn) {
        Verdict::failed(actual, msg!(healthy_none_fix)).because(CauseId::TgNotAttached, msg!(cause_tg_not_attached))
    } else if may_be_building(youngest, facts) {
        Verdict::waiting(Wait::new(Doing::BuildingApp, youngest), actual, msg!(healthy_wait_fix))
    } else {
        Verdict::failed(actual, msg!(members_absent_fix))
            .because(CauseId::TargetsNotRegistered, msg!(cause_targets_not_registered))
    })
}

/// `id (Name tag)`, so that the learner recognises it.
fn labelled(id: &str, facts: &Facts<'_>) -> String {
    let name = facts.instance(id).ok().flatten().and_then(|instance| instance.name.as_deref());
    name.map_or_else(|| id.to_owned(), |name| format!("{id} ({name})"))
}
