//! Instances that the group takes away and replaces, as its history tells: a group that does so again and again isn't
//! building, however young its newest instance is.

use jiff::{SignedDuration, Timestamp};

use super::{CauseId, Verdict};
use crate::account::resources::Activity;
use crate::aws_words::ActivityCause;
use crate::i18n::Text;
use crate::msg;

/// A pause between two removals from which on they have nothing to do with each other.
const LONGEST_GAP: SignedDuration = SignedDuration::from_mins(30);
/// From so many on it is a loop: one instance may fail, and a second one may be somebody's attempt at mending it.
const LOOP: usize = 3;

/// Removals for the sake of health that follow each other, up to now.
#[derive(Clone, Debug, PartialEq)]
pub struct Replacements<'a> {
    /// The newest first; never empty.
    pub removals: Vec<&'a Activity>,
    /// When the first of them began.
    pub since: Timestamp,
}

impl<'a> Replacements<'a> {
    /// The removals that reach up to `now`; none where nothing was taken away lately.
    #[must_use]
    pub fn of(activities: &'a [Activity], now: Timestamp) -> Option<Self> {
        let mut ill: Vec<(Timestamp, &Activity)> = activities
            .iter()
            .filter(|activity| is_removal(activity))
            .filter_map(|activity| Some((activity.started_at?, activity)))
            .collect();
        ill.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        let mut since = now;
        let mut removals = Vec::new();
        for (at, activity) in ill {
            if since.duration_since(at) > LONGEST_GAP {
                break;
            }
            since = at;
            removals.push(activity);
        }
        (!removals.is_empty()).then_some(Self { removals, since })
    }

    /// Whether it happens again and again.
    #[must_use]
    pub fn is_loop(&self) -> bool {
        self.removals.len() >= LOOP
    }

    /// Why the newest was taken away.
    #[must_use]
    pub fn cause(&self) -> ActivityCause {
        self.removals.first().map_or(ActivityCause::Unknown, |newest| ActivityCause::read(&newest.cause))
    }
}

/// The verdict on a group that replaces its instances again and again.
pub fn again_and_again(replaced: &Replacements<'_>, members: &Text) -> Verdict {
    let (count, since) = (replaced.removals.len(), replaced.since);
    Verdict::failed(msg!(replaced_actual, count = count, since = since, members = members.clone()), msg!(replaced_fix))
        .because(CauseId::ReplacementLoop, msg!(cause_replacement_loop, count = count))
}

/// Whether an instance was taken away because it was, or was called, unhealthy.
fn is_removal(activity: &Activity) -> bool {
    let terminates = activity.description.as_deref().is_some_and(|words| words.starts_with("Terminating"));
    let is_undone = activity.status.is_failed();
    let is_health =
        |cause| matches!(cause, ActivityCause::Ec2Health | ActivityCause::BalancerHealth | ActivityCause::CustomHealth);
    terminates && !is_undone && ActivityCause::all(&activity.cause).into_iter().any(is_health)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn removal(at: &str, cause: &str) -> Activity {
        Activity {
            id: at.into(),
            description: Some("Terminating EC2 instance: i-1".into()),
            cause: format!("At {at} an instance was taken out of service in response to {cause}."),
            status: "Successful".into(),
            status_message: None,
            started_at: Some(at.parse().unwrap()),
            ended_at: None,
        }
    }

    const ELB: &str = "an ELB system health check failure";

    fn at(time: &str) -> Timestamp {
        format!("2026-01-01T{time}:00Z").parse().unwrap()
    }

    #[test]
    fn removals_count_as_long_as_they_follow_each_other_up_to_now() {
        let history = ["10:00", "11:00", "11:07", "11:14"].map(|time| removal(&at(time).to_string(), ELB));
        let found = Replacements::of(&history, at("11:20")).unwrap();
        assert_eq!((found.removals.len(), found.since), (3, at("11:00")));
        assert!(found.is_loop());
        assert!(!Replacements::of(&history[1..3], at("11:20")).unwrap().is_loop(), "two are no loop");
        assert_eq!(Replacements::of(&history, at("11:45")), None, "it is over");
    }

    #[test]
    fn only_what_is_ill_is_replaced() {
        let others = ["an instance refresh", "a user request", "a difference between desired and actual capacity"];
        let history = others.map(|cause| removal(&at("11:00").to_string(), cause));
        assert_eq!(Replacements::of(&history, at("11:01")), None);
        let undone = Activity { status: "Cancelled".into(), ..removal(&at("11:00").to_string(), ELB) };
        assert_eq!(Replacements::of(&[undone], at("11:01")), None);
    }
}
