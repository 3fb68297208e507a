//! Waits told honestly: what AWS is doing, since when, how long that usually takes, and from when on it isn't normal.

use jiff::{SignedDuration, Timestamp};

use super::diagnosis::Diagnosis;
use super::repair::{Means, Repair};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{Cause, CauseId, Clock, Doing, Grounds, Usual, Wait};

/// A wait in words and numbers, for whoever draws how it goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitReport {
    /// What AWS is doing: a sentence.
    pub doing: Text,
    /// Since when, where AWS tells.
    pub since: Option<Timestamp>,
    /// The usual range, shortest and longest.
    pub usual: (SignedDuration, SignedDuration),
    /// From here on it isn't normal any more.
    pub overdue_after: SignedDuration,
}

impl From<Wait> for WaitReport {
    fn from(wait: Wait) -> Self {
        let usual = wait.doing.usual();
        Self {
            doing: doing(wait.doing),
            since: wait.since.filter(|_| wait.clock == Clock::Wait),
            usual: (usual.shortest, usual.longest),
            overdue_after: usual.overdue_after,
        }
    }
}

/// Why a check waits: AWS is still working on it, or should have been done by now. `seen_at` is when the account was
/// read: a wait of which nobody says when it began had begun by then.
#[must_use]
pub fn waiting(wait: Wait, seen_at: Timestamp, now: Timestamp) -> Diagnosis {
    if let Some(text) = lateness(wait, seen_at, now) {
        return overdue(wait.doing, text);
    }
    let usual = wait.doing.usual();
    let (what, range) = (doing(wait.doing), range(usual));
    let minutes = wait.since.filter(|_| wait.clock == Clock::Wait).map(|since| elapsed(since, now).as_mins());
    still_working(match minutes {
        Some(0) => msg!(wait_just_begun, doing = what, range = range),
        Some(minutes) => msg!(wait_for_minutes, doing = what, minutes = minutes, range = range),
        None => {
            let (limit, next) = (usual.overdue_after.as_mins(), next(wait.doing));
            msg!(wait_since_unknown, doing = what, range = range, limit = limit, next = next)
        }
    })
}

/// What AWS's clock puts into our future has just begun.
fn elapsed(since: Timestamp, now: Timestamp) -> SignedDuration {
    now.duration_since(since).max(SignedDuration::ZERO)
}

/// That a wait has taken too long, in words; none where it hasn't.
#[must_use]
pub fn lateness(wait: Wait, seen_at: Timestamp, now: Timestamp) -> Option<Text> {
    let limit = wait.doing.usual().overdue_after;
    let elapsed = elapsed(wait.since.unwrap_or(seen_at), now);
    let (what, minutes, limit) = (doing(wait.doing), elapsed.as_mins(), (elapsed >= limit).then(|| limit.as_mins())?);
    Some(match wait.clock {
        Clock::Wait => msg!(wait_overdue, doing = what, minutes = minutes, limit = limit),
        Clock::Subject => msg!(wait_overdue_subject, doing = what, minutes = minutes, limit = limit),
    })
}

fn still_working(text: Text) -> Diagnosis {
    let cause = Cause { id: CauseId::StillWorking, text };
    Diagnosis { cause, evidence: Vec::new(), repair: Vec::new(), consequences: Vec::new() }
}

fn overdue(what: Doing, text: Text) -> Diagnosis {
    let usual = what.usual();
    let limit = usual.overdue_after.as_mins();
    let grounds = match usual.grounds {
        Grounds::Waiter(_) => msg!(wait_limit_from_aws, range = range(usual), limit = limit),
        Grounds::Experience(_) => msg!(wait_limit_from_experience, range = range(usual), limit = limit),
    };
    let mut repair = vec![Repair { means: Means::Console, text: next(what) }];
    repair.extend(usual.grounds.page().map(|page| Repair { means: Means::Link, text: Text::verbatim(page) }));
    Diagnosis { cause: Cause { id: CauseId::Overdue, text }, evidence: vec![grounds], repair, consequences: Vec::new() }
}

fn range(usual: Usual) -> Text {
    let (shortest, longest) = (usual.shortest.as_mins(), usual.longest.as_mins());
    match shortest {
        0 => msg!(wait_up_to, longest = longest),
        _ => msg!(wait_between, shortest = shortest, longest = longest),
    }
}

fn doing(doing: Doing) -> Text {
    match doing {
        Doing::CreatingNetwork => msg!(doing_creating_network),
        Doing::AttachingGateway => msg!(doing_attaching_gateway),
        Doing::CreatingNatGateway => msg!(doing_creating_nat_gateway),
        Doing::CopyingImage => msg!(doing_copying_image),
        Doing::StartingInstance => msg!(doing_starting_instance),
        Doing::StoppingInstance => msg!(doing_stopping_instance),
        Doing::ProvisioningLoadBalancer => msg!(doing_provisioning_load_balancer),
        Doing::RegisteringTarget => msg!(doing_registering_target),
        Doing::BuildingApp => msg!(doing_building_app),
        Doing::FillingGroup => msg!(doing_filling_group),
        Doing::ReplacingInstance => msg!(doing_replacing_instance),
        Doing::HeldByHook => msg!(doing_held_by_hook),
        Doing::ReplacingRootVolume => msg!(doing_replacing_root_volume),
        Doing::DrainingTarget => msg!(doing_draining_target),
        Doing::CountingRequests => msg!(doing_counting_requests),
        Doing::ScalingOut => msg!(doing_scaling_out),
        Doing::ScalingIn => msg!(doing_scaling_in),
    }
}

/// Where to look when it takes too long.
fn next(doing: Doing) -> Text {
    match doing {
        Doing::CreatingNetwork => msg!(overdue_creating_network),
        Doing::AttachingGateway => msg!(overdue_attaching_gateway),
        Doing::CreatingNatGateway => msg!(overdue_creating_nat_gateway),
        Doing::CopyingImage => msg!(overdue_copying_image),
        Doing::StartingInstance => msg!(overdue_starting_instance),
        Doing::StoppingInstance => msg!(overdue_stopping_instance),
        Doing::ProvisioningLoadBalancer => msg!(overdue_provisioning_load_balancer),
        Doing::RegisteringTarget => msg!(overdue_registering_target),
        Doing::BuildingApp => msg!(overdue_building_app),
        Doing::FillingGroup => msg!(overdue_filling_group),
        Doing::ReplacingInstance => msg!(overdue_replacing_instance),
        Doing::HeldByHook => msg!(hook_fix),
        Doing::ReplacingRootVolume => msg!(overdue_replacing_root_volume),
        Doing::DrainingTarget => msg!(overdue_draining_target),
        Doing::CountingRequests => msg!(overdue_counting_requests),
        Doing::ScalingOut => msg!(overdue_scaling_out),
        Doing::ScalingIn => msg!(overdue_scaling_in),
    }
}

#[cfg(test)]
mod tests;
