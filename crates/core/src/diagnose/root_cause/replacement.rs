//! The group replaces its instances again and again: who or what takes them away.

use crate::account::resources::AutoScalingGroup;
use crate::aws_words::ActivityCause;
use crate::cause::CauseId;
use crate::diagnose::case::{Case, TrafficPath};
use crate::diagnose::link::{Break, Finding};
use crate::diagnose::remediation::{activity_page, boot_log_page, give_time};
use crate::history;
use crate::msg;
use crate::verify::Replacements;

/// Nobody stops or ends the group's instances from outside.
pub fn taken_away<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some((group, replaced)) = looping(case, traffic) else { return Finding::Sound };
    match replaced.cause() {
        ActivityCause::Ec2Health => {
            named(group, &replaced).mended_by(msg!(mend_taken_away)).mended_as(activity_page(traffic.asg, case)).into()
        }
        ActivityCause::CustomHealth => {
            named(group, &replaced).mended_by(msg!(mend_reported)).mended_as(activity_page(traffic.asg, case)).into()
        }
        _ => Finding::Sound,
    }
}

/// The load balancer's health check leaves an instance the time that it needs.
pub fn given_up<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some((group, replaced)) = looping(case, traffic) else { return Finding::Sound };
    if replaced.cause() != ActivityCause::BalancerHealth {
        return Finding::Sound;
    }
    let found = named(group, &replaced).mended_by(msg!(mend_given_up)).mended_as(give_time(traffic.asg, case));
    match traffic.ill_members(case).first() {
        Some((member, _)) => found.mended_as(boot_log_page(&member.id, case)).into(),
        None => found.mended_as(activity_page(traffic.asg, case)).into(),
    }
}

/// The group and its replacements, as long as no target answers.
fn looping<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Option<(&'a AutoScalingGroup, Replacements<'a>)> {
    let group = traffic.group(case)?;
    let replaced = Replacements::of(case.facts.snapshot.activities.seen().ok()?, case.facts.now)?;
    let answers = case.facts.snapshot.target_health.seen().ok()?.iter().any(|target| target.state.is_healthy());
    (replaced.is_loop() && !answers).then_some((group, replaced))
}

fn named(group: &AutoScalingGroup, replaced: &Replacements<'_>) -> Break {
    let (count, since) = (replaced.removals.len(), replaced.since);
    let grace = group.grace_period.map_or_else(|| "-".to_owned(), |seconds| seconds.to_string());
    let settings = msg!(evidence_health_settings, kind = &group.health_check_type, seconds = grace);
    let found = Break::new(CauseId::ReplacementLoop, msg!(cause_replacement_loop, count = count)).shown_by(msg!(
        evidence_replaced_since,
        count = count,
        since = since
    ));
    let newest = replaced.removals.first().map(|newest| history::told(newest));
    match newest {
        Some(newest) => found.shown_by(msg!(evidence_newest_removal, words = newest)).shown_by(settings),
        None => found.shown_by(settings),
    }
}
