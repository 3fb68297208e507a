//! A scheduled action gave the group its size, and will do so again: then the action is to be changed.

use super::Diagnosis;
use super::case::{Case, Judged};
use super::link::Break;
use super::remediation::change_schedule;
use crate::account::resources::{Activity, AutoScalingGroup};
use crate::aws_words::{ActivityCause, Constraints};
use crate::cause::CauseId;
use crate::msg;
use crate::verify::{CheckKind, Status};

/// The cause of a size that isn't the lesson's.
#[must_use]
pub fn wrong_size(judged: &Judged<'_>, case: &Case<'_>) -> Option<Diagnosis> {
    let CheckKind::AutoScalingSize(check) = &judged.check.kind else { return None };
    if judged.verdict.status != Status::Failed {
        return None;
    }
    let Break { cause, evidence, repair } = scheduled(&check.asg, case)?;
    Some(Diagnosis { cause, evidence, repair, consequences: Vec::new() })
}

/// The scheduled action that gave the group its present size; none where something else has changed the size since.
#[must_use]
pub fn scheduled(asg: &str, case: &Case<'_>) -> Option<Break> {
    let group = case.facts.auto_scaling_group(asg).ok()?;
    let mut activities: Vec<&Activity> = case.facts.snapshot.activities.seen().ok()?.iter().collect();
    activities.sort_by_key(|activity| std::cmp::Reverse(activity.started_at));
    let resize = |activity: &&Activity| {
        let last = ActivityCause::all(&activity.cause).into_iter().rfind(|cause| cause.resize().is_some())?;
        Some((last, activity.cause.clone()))
    };
    let (newest, words) = activities.iter().find_map(resize)?;
    let ActivityCause::Scheduled { to, .. } = newest else { return None };
    let found = Break::new(CauseId::ScheduledAction, msg!(cause_scheduled_action, asg = asg));
    is_still(to, group).then(|| {
        found
            .shown_by(msg!(evidence_aws_says, words = words))
            .shown_by(msg!(asg_size_actual, desired = group.desired, min = group.min, max = group.max))
            .mended_by(msg!(mend_scheduled_action, asg = asg))
            .mended_as(change_schedule(asg, case))
    })
}

/// Whether the group is as `set` left it.
fn is_still(set: Constraints, group: &AutoScalingGroup) -> bool {
    let same = |wanted: Option<i32>, found: i32| wanted.is_none_or(|wanted| wanted == found);
    set.desired.is_some() && same(set.desired, group.desired) && same(set.min, group.min) && same(set.max, group.max)
}
