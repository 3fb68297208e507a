//! Reads the names of the two alarms that a target tracking policy makes for itself.
//! <https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html>

const HIGH: &str = "-AlarmHigh-";
const LOW: &str = "-AlarmLow-";

/// On which side of its target an alarm of a policy watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlarmSide {
    /// Above it: the policy scales out.
    High,
    /// Below it: the policy scales in.
    Low,
}

impl AlarmSide {
    /// The side that `alarm` has in its name, `TargetTracking-<group>-AlarmHigh-<id>`; none where AWS didn't name it.
    /// The group's own name may say anything, so that the last of such words counts.
    #[must_use]
    pub fn of(alarm: &str) -> Option<Self> {
        let at = |word: &str| alarm.rfind(word);
        match (at(HIGH), at(LOW)) {
            (None, None) => None,
            (high, low) if high > low => Some(Self::High),
            _ => Some(Self::Low),
        }
    }

    /// The word for it in the alarm's name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::High => HIGH.trim_matches('-'),
            Self::Low => LOW.trim_matches('-'),
        }
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::AlarmSide;

    #[test_case("TargetTracking-ec-site-asg-AlarmHigh-0f5fae5c-60c5-4b7e-9c1d-2a6f5d3b7e10", Some(AlarmSide::High); "above")]
    #[test_case("TargetTracking-ec-site-asg-AlarmLow-7d9e2c41-18ab-4f0a-b6c3-91d0e4a85f22", Some(AlarmSide::Low); "below")]
    #[test_case("TargetTracking-my-AlarmHigh-asg-AlarmLow-7d9e", Some(AlarmSide::Low); "a group that is called so")]
    #[test_case("TargetTracking-my-AlarmLow-asg-AlarmHigh-7d9e", Some(AlarmSide::High); "a group that is called the other way")]
    #[test_case("AlarmHigh", None; "somebody's own")]
    fn the_name_says_which_side(alarm: &str, side: Option<AlarmSide>) {
        assert_eq!(AlarmSide::of(alarm), side);
    }
}
