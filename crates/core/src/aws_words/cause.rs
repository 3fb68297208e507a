//! Reads the causes that Amazon EC2 Auto Scaling writes into its activity history.
//! <https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html> and the pages around it
//! quote them; AWS promises no form, so that everything else must be expected, too.

/// Why the group did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// An alarm of a policy.
    Alarm {
        /// Its name.
        alarm: String,
        /// The policy.
        policy: String,
        /// The desired capacity before and after.
        change: Option<(i32, i32)>,
    },
    /// Somebody created the group.
    Created {
        /// The desired capacity before and after.
        change: Option<(i32, i32)>,
    },
    /// Somebody changed the desired capacity or its limits.
    ByHand {
        /// The desired capacity before and after.
        change: Option<(i32, i32)>,
    },
    /// Somebody had one instance taken away.
    RemovedByHand,
    /// EC2 found the instance stopped, terminated or broken.
    Ec2Health,
    /// The load balancer found the instance unhealthy.
    BalancerHealth,
    /// Something that watches the instance from outside of AWS reported it unhealthy.
    CustomHealth,
    /// It takes the place of an unhealthy one.
    Replacement,
    /// The zones are to hold equally many.
    Balancing,
    /// There were fewer or more than desired, and nothing says why.
    Difference {
        /// The capacity before and after.
        change: Option<(i32, i32)>,
    },
    /// Nothing that is known here.
    Unknown,
}

impl Cause {
    /// What `text` says. Of several sentences the first that tells a reason counts: the rest follows from it.
    #[must_use]
    pub fn read(text: &str) -> Self {
        if let Some(alarm) = between(text, "a monitor alarm ", " in state ALARM") {
            let policy = text.split_once("triggered policy ").map_or("", |(_, rest)| rest);
            let end = policy.find(" changing the desired capacity").or_else(|| policy.find('.'));
            let policy = policy[..end.unwrap_or(policy.len())].trim();
            return Self::Alarm { alarm: alarm.to_owned(), policy: policy.to_owned(), change: desired(text) };
        }
        if text.contains("a user request created an AutoScalingGroup") {
            return Self::Created { change: desired(text) };
        }
        if text.contains("a user request") && text.contains("changing the desired capacity") {
            return Self::ByHand { change: desired(text) };
        }
        Self::of_instance(text)
    }

    /// Causes that are about one instance and not about how many there should be.
    fn of_instance(text: &str) -> Self {
        let has = |words: &str| text.contains(words);
        if has("in response to a user request") {
            Self::RemovedByHand
        } else if has("an EC2 health check") || has("EC2 instance status checks failure") {
            Self::Ec2Health
        } else if has("an ELB system health check failure") || has("an ELB health check failure") {
            Self::BalancerHealth
        } else if has("a user health-check") {
            Self::CustomHealth
        } else if has("an unhealthy instance needing to be replaced") {
            Self::Replacement
        } else if has("to balance instances in zones") || has("rebalance") {
            Self::Balancing
        } else if has("a difference between desired and actual capacity") {
            Self::Difference { change: capacity(text) }
        } else {
            Self::Unknown
        }
    }
}

fn desired(text: &str) -> Option<(i32, i32)> {
    numbers(text, "changing the desired capacity from ")
}

fn capacity(text: &str) -> Option<(i32, i32)> {
    numbers(text, "increasing the capacity from ").or_else(|| numbers(text, "shrinking the capacity from "))
}

/// The two numbers of "from 1 to 2".
fn numbers(text: &str, before: &str) -> Option<(i32, i32)> {
    let (_, rest) = text.split_once(before)?;
    let (from, rest) = rest.split_once(" to ")?;
    let to: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((from.trim().parse().ok()?, to.parse().ok()?))
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}
