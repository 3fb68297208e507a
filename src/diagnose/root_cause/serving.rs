//! From the listener to the Auto Scaling group.

use super::link::{Finding, judged_by};
use crate::diagnose::case::{Case, Wiring};
use crate::msg;
use crate::verify::CheckKind;

/// The listener takes visitors and sends them to the target group.
pub fn listener<'a>(case: &Case<'a>, wiring: &Wiring<'a>) -> Finding {
    let is_wanted =
        |kind: &CheckKind| matches!(kind, CheckKind::LoadBalancerListener(check) if check.alb == wiring.alb);
    judged_by(case, is_wanted, "listener-missing", msg!(cause_listener_missing))
}

/// The target group takes instances of the VPC, by the right protocol and port.
pub fn target_group<'a>(case: &Case<'a>, wiring: &Wiring<'a>) -> Finding {
    let is_wanted =
        |kind: &CheckKind| matches!(kind, CheckKind::TargetGroup(check) if check.target_group == wiring.target_group);
    judged_by(case, is_wanted, "tg-wrong-type", msg!(cause_tg_wrong_type))
}

/// The group enters its instances into the target group.
pub fn attached<'a>(case: &Case<'a>, wiring: &Wiring<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::AutoScalingAttached(check) if check.asg == wiring.asg);
    judged_by(case, is_wanted, "tg-not-attached", msg!(cause_tg_not_attached))
}
