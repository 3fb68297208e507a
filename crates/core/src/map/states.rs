//! AWS's words for states, in the learner's language; words that AWS may add later stay as they are.

use crate::i18n::Text;
use crate::msg;

/// The state of a load balancer.
#[must_use]
pub fn balancer(state: &str) -> Text {
    match state {
        "active" => msg!(map_state_active),
        "provisioning" => msg!(map_state_provisioning),
        "active_impaired" => msg!(map_state_impaired),
        "failed" => msg!(map_state_failed),
        other => Text::verbatim(other),
    }
}

/// The scheme of a load balancer.
#[must_use]
pub fn scheme(scheme: &str) -> Text {
    match scheme {
        "internet-facing" => msg!(map_scheme_internet),
        "internal" => msg!(map_scheme_internal),
        other => Text::verbatim(other),
    }
}

/// The default action of a listener that forwards to no target group.
#[must_use]
pub fn action(action: &str) -> Text {
    match action {
        "redirect" => msg!(map_action_redirect),
        "fixed-response" => msg!(map_action_fixed),
        "forward" => msg!(map_action_nowhere),
        other => Text::verbatim(other),
    }
}

/// The state of an instance.
#[must_use]
pub fn instance(state: &str) -> Text {
    match state {
        "pending" => msg!(map_state_pending),
        "running" => msg!(map_state_running),
        "stopping" => msg!(map_state_stopping),
        "stopped" => msg!(map_state_stopped),
        "shutting-down" => msg!(map_state_shutting_down),
        "terminated" => msg!(map_state_terminated),
        other => Text::verbatim(other),
    }
}

/// The health of a target.
#[must_use]
pub fn target(state: &str) -> Text {
    match state {
        "healthy" => msg!(map_state_healthy),
        "unhealthy" => msg!(map_state_unhealthy),
        "initial" => msg!(map_state_initial),
        "draining" | "unhealthy.draining" => msg!(map_state_draining),
        "unused" => msg!(map_state_unused),
        "unavailable" => msg!(map_state_unavailable),
        other => Text::verbatim(other),
    }
}
