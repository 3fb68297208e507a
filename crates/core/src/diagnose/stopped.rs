//! The learner stopped an instance, and it came back: it belonged to the group, which replaces what stops.

use jiff::SignedDuration;

use super::case::{Case, Judged};
use super::diagnosis::Diagnosis;
use super::remediation::mend_cause;
use crate::account::resources::Activity;
use crate::aws_words;
use crate::msg;
use crate::verify::{Cause, CauseId, CheckKind, Status};

/// How long a replacement is taken for the learner's last attempt.
const RECENT: SignedDuration = SignedDuration::from_mins(60);

/// The cause where the instance to be stopped still runs and the group has just replaced another one that was stopped.
#[must_use]
pub fn stopped_member(judged: &Judged<'_>, case: &Case<'_>) -> Option<Diagnosis> {
    let CheckKind::InstanceStopped(check) = &judged.check.kind else { return None };
    if judged.verdict.status != Status::Failed || judged.verdict.cause.is_some() {
        return None;
    }
    let activities = case.facts.snapshot.activities.seen().ok()?;
    let is_replacement = |activity: &&Activity| {
        aws_words::ActivityCause::read(&activity.cause) == aws_words::ActivityCause::Ec2Health
            && case.facts.is_within(RECENT, activity.started_at)
    };
    let replaced = activities.iter().find(is_replacement)?;
    Some(Diagnosis {
        cause: Cause {
            id: CauseId::StoppedGroupMember,
            text: msg!(cause_member_came_back, instance = &check.instance),
        },
        evidence: vec![msg!(evidence_replaced, words = &replaced.cause)],
        repair: mend_cause(CauseId::StoppedGroupMember, judged, case),
        consequences: Vec::new(),
    })
}
