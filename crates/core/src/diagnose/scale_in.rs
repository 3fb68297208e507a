//! Why the group stays large, what that costs, and what helps.

use super::case::{Case, Judged};
use super::diagnosis::Diagnosis;
use super::remediation::shrink;
use super::repair::{Means, Repair};
use crate::account::resources::AutoScalingGroup;
use crate::cost::money;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CauseId, CheckKind, Status, is_low};

/// The cause of a scale-in that doesn't come, as the check found it, with its cost.
#[must_use]
pub fn stays_large(judged: &Judged<'_>, case: &Case<'_>) -> Option<Diagnosis> {
    let CheckKind::ScaledIn(check) = &judged.check.kind else { return None };
    let found = judged.verdict.cause.clone().filter(|_| judged.verdict.status == Status::Failed)?;
    let group = case.facts.auto_scaling_group(&check.asg).ok()?;
    let policy = case.facts.scaling_policy(&check.asg, &check.policy).ok()?;
    let alarms = case.facts.snapshot.alarms.seen().map(Vec::as_slice).unwrap_or_default();
    let low = alarms.iter().find(|alarm| is_low(alarm, &policy.alarms));
    let mut evidence = vec![judged.verdict.actual.clone()];
    evidence.extend(low.map(|alarm| msg!(evidence_alarm_state, alarm = &alarm.name, state = &alarm.state)));
    evidence.extend(surplus(group, case));
    let repair = if found.id == CauseId::ScaleInNoPoints { repair(judged, group, case) } else { Vec::new() };
    Some(Diagnosis { cause: found, evidence, repair, consequences: Vec::new() })
}

/// What the instances above the minimum cost, at the list price of what the members are.
fn surplus(group: &AutoScalingGroup, case: &Case<'_>) -> Option<Text> {
    let count = group.desired.checked_sub(group.min).filter(|count| *count > 0)?;
    let kinds = group.instances.iter().filter_map(|member| {
        case.facts.instance(&member.id).ok().flatten().and_then(|instance| instance.instance_type.as_deref())
    });
    let prices = kinds.filter_map(|kind| case.lesson.prices.instance_hour.get(kind).copied());
    let hourly = prices.reduce(f64::max).map(|price| price * f64::from(count));
    Some(match hourly {
        Some(hourly) => msg!(evidence_surplus, count = count, min = group.min, amount = money::hourly(hourly)),
        None => msg!(evidence_surplus_plain, count = count, min = group.min),
    })
}

fn repair(judged: &Judged<'_>, group: &AutoScalingGroup, case: &Case<'_>) -> Vec<Repair> {
    let console = judged.verdict.fix.iter().cloned().map(|text| Repair { means: Means::Console, text });
    console.chain(shrink(group, case)).collect()
}
