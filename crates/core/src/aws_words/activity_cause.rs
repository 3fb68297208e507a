//! Reads the causes that Amazon EC2 Auto Scaling writes into its activity history.
//! <https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html> and the pages around it
//! quote them, and `tests/recorded/activity-causes.tsv` holds recorded ones.

use super::AlarmSide;

/// The desired capacity, or the capacity, before and after.
pub type Change = Option<(i32, i32)>;

/// What a request or a scheduled action set the group to, as far as it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Constraints {
    /// Minimum size.
    pub min: Option<i32>,
    /// Maximum size.
    pub max: Option<i32>,
    /// Desired capacity.
    pub desired: Option<i32>,
}

/// Why the group did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActivityCause {
    /// An alarm of a policy.
    Alarm {
        /// Its name.
        alarm: String,
        /// Its name, as AWS writes it in the cause.
        policy: String,
        /// The desired capacity before and after.
        change: Change,
    },
    /// A scheduled action changed the size.
    Scheduled {
        /// The desired capacity before and after.
        change: Change,
        /// What it set the group to.
        to: Constraints,
    },
    /// Somebody created the group.
    Created {
        /// The desired capacity before and after.
        change: Change,
    },
    /// Somebody changed the desired capacity or its limits.
    ByHand {
        /// The desired capacity before and after.
        change: Change,
    },
    /// Somebody ran a policy by hand.
    Executed {
        /// Its name, as AWS writes it in the cause.
        policy: String,
        /// The desired capacity before and after.
        change: Change,
    },
    /// Somebody had one instance taken away.
    RemovedByHand,
    /// Somebody attached an instance that was there.
    Attached,
    /// Somebody detached an instance.
    Detached,
    /// Somebody moved an instance to standby.
    ToStandby,
    /// Somebody moved an instance back from standby.
    FromStandby,
    /// EC2 found the instance stopped, terminated or broken.
    Ec2Health,
    /// The load balancer found the instance unhealthy.
    BalancerHealth,
    /// Something that watches the instance from outside of AWS reported it unhealthy.
    CustomHealth,
    /// It takes the place of an unhealthy one.
    Replacement,
    /// Somebody had the group replace its instances.
    Refresh,
    /// The instance was older than the group lets its instances become.
    Lifetime,
    /// The zones are to hold equally many.
    Balancing,
    /// There were fewer or more than desired, and nothing says why.
    Difference {
        /// The capacity before and after.
        change: Change,
    },
    /// Nothing that is known here.
    Unknown,
}

impl ActivityCause {
    /// On which side of its target the alarm watches that is the cause; none for other causes and other alarms.
    #[must_use]
    pub fn alarm_side(&self) -> Option<AlarmSide> {
        let Self::Alarm { alarm, .. } = self else { return None };
        AlarmSide::of(alarm)
    }

    /// What `text` says first. Of several sentences the first that tells a reason counts: the rest follows from it.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self::all(text).into_iter().next().unwrap_or(Self::Unknown)
    }

    /// Every reason that `text` tells, each once: two alarms may have asked before the group acted. That the group
    /// made up a difference is a reason only where there is no other.
    #[must_use]
    pub fn all(text: &str) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for cause in sentences(text).into_iter().map(Self::of_sentence) {
            if cause != Self::Unknown && !found.contains(&cause) {
                found.push(cause);
            }
        }
        let is_difference = |cause: &Self| matches!(cause, Self::Difference { .. });
        if !found.iter().all(is_difference) {
            found.retain(|cause| !is_difference(cause));
        }
        found
    }

    /// The change of the desired capacity where the cause is one; the group's own making up isn't.
    #[must_use]
    pub fn resize(&self) -> Option<Change> {
        match self {
            Self::Alarm { change, .. }
            | Self::Scheduled { change, .. }
            | Self::Created { change }
            | Self::ByHand { change }
            | Self::Executed { change, .. } => Some(*change),
            _ => None,
        }
    }

    fn of_sentence(text: &str) -> Self {
        let change = numbers(text, "changing the desired capacity from ");
        if let Some((_, alarm)) = text.split_once("a monitor alarm ")
            && let Some((alarm, _)) = alarm.split_once(" in state ")
        {
            let policy = policy(text, "triggered policy ");
            return Self::Alarm { alarm: alarm.to_owned(), policy, change };
        }
        if text.contains("scheduled action") || text.contains("scheduled update") {
            return Self::Scheduled { change, to: Constraints::read(text) };
        }
        if text.contains("user request created an AutoScalingGroup") {
            return Self::Created { change };
        }
        if text.contains("user request executed policy ") {
            return Self::Executed { policy: policy(text, "executed policy "), change };
        }
        if text.contains("user request") && text.contains("changing the desired capacity") {
            return Self::ByHand { change };
        }
        Self::of_instance(text)
    }

    /// Causes that are about one instance and not about how many there should be.
    fn of_instance(text: &str) -> Self {
        let text = text.to_lowercase();
        let has = |words: &str| text.contains(words);
        let is_asked = has("in response to a user request") || has("in response to user request");
        if has("moved to standby") {
            Self::ToStandby
        } else if has("moved out of standby") {
            Self::FromStandby
        } else if is_asked && (has("added") || has("attached")) {
            Self::Attached
        } else if has("detached") {
            Self::Detached
        } else if is_asked {
            Self::RemovedByHand
        } else if has("user health-check") || has("user health check") {
            Self::CustomHealth
        } else if has("elb") && has("health check") {
            Self::BalancerHealth
        } else if has("ec2 health check") || has("ec2 instance status check") || has("terminated or stopped") {
            Self::Ec2Health
        } else if has("unhealthy instance needing to be replaced") {
            Self::Replacement
        } else if has("instance refresh") {
            Self::Refresh
        } else if has("instance lifetime") {
            Self::Lifetime
        } else if has("to balance instances in zones") || has("rebalancing") {
            Self::Balancing
        } else if has("a difference between desired and actual capacity") {
            let change = |before: &str| numbers(&text, before);
            Self::Difference {
                change: change("increasing the capacity from ").or_else(|| change("shrinking the capacity from ")),
            }
        } else {
            Self::Unknown
        }
    }
}

impl Constraints {
    fn read(text: &str) -> Self {
        let (_, set) = text.split_once("constraints to ").unwrap_or(("", text));
        let number = |name: &str| leading_number(set.split_once(name)?.1.trim_start());
        Self { min: number("min: "), max: number("max: "), desired: number("desired: ") }
    }
}

/// The sentences, each of which AWS begins with its instant: "At 2026-05-20T10:45:33Z ...". Names may hold full stops.
fn sentences(text: &str) -> Vec<&str> {
    let begins = |at: &usize| {
        let instant = text[at + "At ".len()..].split(' ').next().unwrap_or_default();
        instant.parse::<jiff::Timestamp>().is_ok()
    };
    let mut starts: Vec<usize> = text.match_indices("At ").map(|(at, _)| at).filter(begins).collect();
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| text[*start..end].trim()).collect()
}

/// The name of the policy behind `before`.
fn policy(text: &str, before: &str) -> String {
    let policy = text.split_once(before).map_or("", |(_, rest)| rest);
    let end = policy.find(" changing the desired capacity");
    policy[..end.unwrap_or(policy.len())].trim().trim_end_matches('.').to_owned()
}

/// The two numbers of "from 1 to 2".
fn numbers(text: &str, before: &str) -> Change {
    let (_, rest) = text.split_once(before)?;
    let (from, rest) = rest.split_once(" to ")?;
    Some((from.trim().parse().ok()?, leading_number(rest)?))
}

fn leading_number(text: &str) -> Option<i32> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORDED: &str = include_str!("../../tests/recorded/activity-causes.tsv");

    fn kind(cause: &ActivityCause) -> &'static str {
        match cause {
            ActivityCause::Alarm { .. } => "alarm",
            ActivityCause::Scheduled { .. } => "scheduled",
            ActivityCause::Created { .. } => "created",
            ActivityCause::ByHand { .. } | ActivityCause::Executed { .. } => "hand",
            ActivityCause::RemovedByHand => "removed",
            ActivityCause::Attached => "attached",
            ActivityCause::ToStandby => "standby-in",
            ActivityCause::FromStandby => "standby-out",
            ActivityCause::Ec2Health => "ec2",
            ActivityCause::BalancerHealth => "elb",
            ActivityCause::CustomHealth => "custom",
            ActivityCause::Replacement => "replace",
            ActivityCause::Refresh => "refresh",
            ActivityCause::Difference { .. } => "difference",
            ActivityCause::Detached | ActivityCause::Lifetime | ActivityCause::Balancing | ActivityCause::Unknown => {
                "-"
            }
        }
    }

    #[test]
    fn every_recorded_cause_is_understood() {
        let rows: Vec<&str> = RECORDED.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(rows.len(), 20);
        for row in rows {
            let cause = row.rsplit('\t').next().unwrap();
            assert_eq!(kind(&ActivityCause::read(cause)), row.split('\t').next().unwrap(), "{cause}");
        }
    }

    #[test]
    fn two_alarms_in_one_cause_are_both_told() {
        let cause = "At 2026-05-20T10:45:33Z a monitor alarm a in state ALARM triggered policy v1.up changing the desired \
                     capacity from 1 to 2. At 2026-05-20T10:46:33Z a monitor alarm b in state ALARM triggered policy w \
                     changing the desired capacity from 2 to 4.  At 2026-05-20T10:46:46Z an instance was started in \
                     response to a difference between desired and actual capacity, increasing the capacity from 1 to 4.";
        let alarm = |alarm: &str, policy: &str, change| ActivityCause::Alarm {
            alarm: alarm.into(),
            policy: policy.into(),
            change: Some(change),
        };
        assert_eq!(ActivityCause::all(cause), [alarm("a", "v1.up", (1, 2)), alarm("b", "w", (2, 4))]);
    }

    #[test]
    fn a_scheduled_action_tells_what_it_set() {
        let cause = "At 2026-05-20T11:00:00Z a scheduled action update of AutoScalingGroup constraints to min: 0, max: 10, \
                     desired: 0 changing the desired capacity from 1 to 0.";
        let to = Constraints { min: Some(0), max: Some(10), desired: Some(0) };
        assert_eq!(ActivityCause::read(cause), ActivityCause::Scheduled { change: Some((1, 0)), to });
    }

    #[test]
    fn a_name_that_looks_like_a_sentence_divides_nothing() {
        let cause = "At 2026-05-20T11:00:00Z a monitor alarm At once in state ALARM triggered policy p.";
        let alarm = ActivityCause::Alarm { alarm: "At once".into(), policy: "p".into(), change: None };
        assert_eq!(ActivityCause::all(cause), [alarm]);
    }
}
