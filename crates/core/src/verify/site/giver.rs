//! Who gave an answer, as far as the answer shows it. A load balancer passes on what the shop answers, and answers some
//! requests itself: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html>.

use crate::account::resources::SiteResponse;
use crate::verify::{Caught, Facts};

/// With it begins the header `Server` of what a load balancer answers itself.
const BALANCER: &str = "awselb/";
/// With it a load balancer answers for AWS WAF, where no rule of its listener does.
const FORBIDDEN: u16 = 403;

/// Whether an answer bears the load balancer's own mark.
#[must_use]
pub fn is_by_balancer(response: &SiteResponse) -> bool {
    response.server.as_ref().is_some_and(|server| server.starts_with(BALANCER))
}

/// Who gave an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Giver {
    /// AWS WAF, before the load balancer.
    Firewall,
    /// The load balancer itself: by a rule or the default action of its listener, or for AWS WAF.
    Balancer,
    /// What stands behind the load balancer.
    Shop,
    /// Nothing in the answer tells.
    Untold,
}

impl Giver {
    /// Who gave `response`, given what is known of the listener's rules.
    #[must_use]
    pub fn of(response: &SiteResponse, caught: Option<&Caught<'_>>, facts: &Facts<'_>) -> Self {
        let is_target = |instance: &String| {
            let targets = facts.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default();
            targets.iter().any(|target| target.target == *instance)
        };
        let by_balancer = is_by_balancer(response);
        let is_blocked = by_balancer && response.status == FORBIDDEN && caught == Some(&Caught::No);
        if response.firewall.is_some() || is_blocked {
            Self::Firewall
        } else if by_balancer {
            Self::Balancer
        } else if response.server.is_some() || response.instance.as_ref().is_some_and(is_target) {
            Self::Shop
        } else if caught == Some(&Caught::No) {
            // Neither the load balancer's mark nor a rule of its listener.
            Self::Shop
        } else {
            Self::Untold
        }
    }
}
