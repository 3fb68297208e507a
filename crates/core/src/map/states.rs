//! AWS's words for states, in the learner's language; words that AWS may add later stay as they are.

use crate::account::resources::{InstanceState, LoadBalancerState, TargetState};
use crate::i18n::Text;
use crate::msg;

/// The state of a load balancer.
#[must_use]
pub fn balancer(state: &LoadBalancerState) -> Text {
    match state {
        LoadBalancerState::Active => msg!(map_state_active),
        LoadBalancerState::Provisioning => msg!(map_state_provisioning),
        LoadBalancerState::ActiveImpaired => msg!(map_state_impaired),
        LoadBalancerState::Failed => msg!(map_state_failed),
        LoadBalancerState::Other(other) => Text::verbatim(other),
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
pub fn instance(state: &InstanceState) -> Text {
    match state {
        InstanceState::Pending => msg!(map_state_pending),
        InstanceState::Running => msg!(map_state_running),
        InstanceState::Stopping => msg!(map_state_stopping),
        InstanceState::Stopped => msg!(map_state_stopped),
        InstanceState::ShuttingDown => msg!(map_state_shutting_down),
        InstanceState::Terminated => msg!(map_state_terminated),
        InstanceState::Other(other) => Text::verbatim(other),
    }
}

/// The health of a target.
#[must_use]
pub fn target(state: &TargetState) -> Text {
    match state {
        TargetState::Healthy => msg!(map_state_healthy),
        TargetState::Unhealthy => msg!(map_state_unhealthy),
        TargetState::Initial => msg!(map_state_initial),
        TargetState::Draining | TargetState::UnhealthyDraining => msg!(map_state_draining),
        TargetState::Unused => msg!(map_state_unused),
        TargetState::Unavailable => msg!(map_state_unavailable),
        TargetState::Other(other) => Text::verbatim(other),
    }
}
