//! What AWS can be busy with, and how long that usually takes: the only table of waiting times in the program.
//! It reads no clock; how long a wait has lasted is for whoever holds one to say.

use jiff::{SignedDuration, Timestamp};

/// What a check waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// What AWS is busy with.
    pub doing: Doing,
    /// Since when, where AWS gives an instant for it; never guessed.
    pub since: Option<Timestamp>,
    /// What began then.
    pub clock: Clock,
}

/// What an instant stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The wait itself.
    Wait,
    /// The thing that the wait is about; the wait began then or later. For want of anything else this still ends it.
    Subject,
}

/// What AWS is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doing {
    /// A VPC or a subnet is pending.
    CreatingNetwork,
    /// An internet gateway is being attached.
    AttachingGateway,
    /// A NAT gateway is pending.
    CreatingNatGateway,
    /// The disk behind an image is being copied.
    CopyingImage,
    /// An instance is pending.
    StartingInstance,
    /// An instance is being stopped.
    StoppingInstance,
    /// The nodes of a load balancer are being set up.
    ProvisioningLoadBalancer,
    /// A target waits for its first health check.
    RegisteringTarget,
    /// User data runs on a new instance, whose target is unhealthy until that is done.
    BuildingApp,
    /// An Auto Scaling group is starting its instances.
    FillingGroup,
    /// An Auto Scaling group is replacing an instance that was stopped or failed.
    ReplacingInstance,
    /// A lifecycle hook holds an instance until something answers it.
    HeldByHook,
    /// The root volume of an instance is being replaced.
    ReplacingRootVolume,
    /// A target finishes what it has begun before it leaves.
    DrainingTarget,
    /// CloudWatch is counting requests.
    CountingRequests,
    /// Load has been seen, and the alarm and the policy are about to act on it.
    ScalingOut,
    /// The load is over, and the alarm and the policy are about to act on the quiet.
    ScalingIn,
}

/// How long something takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// The short end of the usual range; zero where it may be done at once.
    pub shortest: SignedDuration,
    /// The long end of the usual range.
    pub longest: SignedDuration,
    /// From here on it isn't normal any more.
    pub overdue_after: SignedDuration,
    /// What [`Usual::overdue_after`] rests on.
    pub grounds: Grounds,
}

/// What a limit rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grounds {
    /// AWS's own command line gives up waiting then, as this page says.
    Waiter(&'static str),
    /// Experience with this lab; the page says why AWS promises nothing, where there is one.
    Experience(Option<&'static str>),
}

impl Grounds {
    /// The AWS page to read.
    #[must_use]
    pub fn page(self) -> Option<&'static str> {
        match self {
            Self::Waiter(page) => Some(page),
            Self::Experience(page) => page,
        }
    }
}

/// AWS's own waiters ask every 15 seconds and give up after 40 times, which makes ten minutes.
const WAITERS_GIVE_UP: i64 = 10;

impl Wait {
    /// A wait for `doing`, which began at `since`.
    #[must_use]
    pub fn new(doing: Doing, since: Option<Timestamp>) -> Self {
        Self { doing, since, clock: Clock::Wait }
    }

    /// A wait for `doing`, of which nobody says when it began, about something that is there since `since`.
    #[must_use]
    pub fn of_subject(doing: Doing, since: Option<Timestamp>) -> Self {
        Self { doing, since, clock: Clock::Subject }
    }
}

impl Doing {
    /// Everything that AWS can be busy with.
    pub const ALL: [Self; 17] = [
        Self::CreatingNetwork,
        Self::AttachingGateway,
        Self::CreatingNatGateway,
        Self::CopyingImage,
        Self::StartingInstance,
        Self::StoppingInstance,
        Self::ProvisioningLoadBalancer,
        Self::RegisteringTarget,
        Self::BuildingApp,
        Self::FillingGroup,
        Self::ReplacingInstance,
        Self::HeldByHook,
        Self::ReplacingRootVolume,
        Self::DrainingTarget,
        Self::CountingRequests,
        Self::ScalingOut,
        Self::ScalingIn,
    ];

    /// How long it usually takes. The usual ranges are experience with this lab: AWS promises none.
    #[must_use]
    pub fn usual(self) -> Usual {
        match self {
            Self::CreatingNetwork => {
                waited_for(0, 1, "https://docs.aws.amazon.com/cli/latest/reference/ec2/wait/subnet-available.html")
            }
            Self::AttachingGateway => typical(0, 1, 5),
            Self::CreatingNatGateway => {
                waited_for(1, 3, "https://docs.aws.amazon.com/cli/latest/reference/ec2/wait/nat-gateway-available.html")
            }
            // AWS only says that times vary widely with the size of the disk and with what was written to it.
            Self::CopyingImage => Usual {
                grounds: Grounds::Experience(Some(
                    "https://repost.aws/knowledge-center/ebs-snapshot-ec2-ami-creation-slow",
                )),
                ..typical(5, 10, 30)
            },
            Self::StartingInstance => {
                waited_for(0, 2, "https://docs.aws.amazon.com/cli/latest/reference/ec2/wait/instance-running.html")
            }
            Self::StoppingInstance => {
                waited_for(0, 2, "https://docs.aws.amazon.com/cli/latest/reference/ec2/wait/instance-stopped.html")
            }
            Self::ProvisioningLoadBalancer => waited_for(
                2,
                4,
                "https://docs.aws.amazon.com/cli/latest/reference/elbv2/wait/load-balancer-available.html",
            ),
            // One good health check makes a new target healthy, and one comes every 30 seconds.
            Self::RegisteringTarget => {
                waited_for(0, 2, "https://docs.aws.amazon.com/cli/latest/reference/elbv2/wait/target-in-service.html")
            }
            // User data fetches, installs and builds, and then some good health checks in a row are needed.
            Self::BuildingApp => typical(5, 10, 15),
            Self::FillingGroup => typical(1, 3, 5),
            Self::ReplacingInstance => typical(2, 6, 15),
            // A program answers a hook within seconds; where nothing does, the hook holds on for an hour or longer.
            Self::HeldByHook => Usual {
                grounds: Grounds::Experience(Some(
                    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks-overview.html",
                )),
                ..typical(0, 1, 5)
            },
            Self::ReplacingRootVolume => typical(1, 5, 15),
            // Five minutes are the usual deregistration delay of a target group, and an hour the longest.
            Self::DrainingTarget => typical(0, 5, 10),
            // A point stands for a minute and comes after it: the load balancer reports every 60 seconds.
            Self::CountingRequests => Usual {
                grounds: Grounds::Experience(Some(
                    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
                )),
                ..typical(2, 4, 10)
            },
            // The alarm rings after three points of a minute, each of which comes late: 5 to 6 minutes after the first
            // busy one were seen.
            Self::ScalingOut => typical(5, 7, 10),
            // The alarm rings after fifteen such points: 17 minutes after a load with a visit now and then were seen.
            Self::ScalingIn => typical(15, 20, 30),
        }
    }
}

fn typical(shortest: i64, longest: i64, overdue_after: i64) -> Usual {
    Usual {
        shortest: SignedDuration::from_mins(shortest),
        longest: SignedDuration::from_mins(longest),
        overdue_after: SignedDuration::from_mins(overdue_after),
        grounds: Grounds::Experience(None),
    }
}

fn waited_for(shortest: i64, longest: i64, page: &'static str) -> Usual {
    Usual { grounds: Grounds::Waiter(page), ..typical(shortest, longest, WAITERS_GIVE_UP) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_range_is_one_and_ends_before_it_is_overdue() {
        for doing in Doing::ALL {
            let usual = doing.usual();
            assert!(usual.shortest < usual.longest && usual.longest < usual.overdue_after, "{doing:?}: {usual:?}");
            assert!(usual.grounds.page().is_none_or(|page| page.starts_with("https://")), "{doing:?}");
        }
    }

    #[test]
    fn a_limit_of_aws_and_an_explained_one_have_their_page() {
        for (doing, page) in [
            (
                Doing::StoppingInstance,
                "https://docs.aws.amazon.com/cli/latest/reference/ec2/wait/instance-stopped.html",
            ),
            (Doing::CopyingImage, "https://repost.aws/knowledge-center/ebs-snapshot-ec2-ami-creation-slow"),
            (
                Doing::CountingRequests,
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
            ),
        ] {
            assert_eq!(doing.usual().grounds.page(), Some(page));
        }
        assert_eq!(Doing::BuildingApp.usual().grounds.page(), None);
    }
}
