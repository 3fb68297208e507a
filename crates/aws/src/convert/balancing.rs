//! Load balancers, listeners, target groups and their health.

use aws_sdk_elasticloadbalancingv2::types;

use super::{given, perhaps, timestamp};
use ec_site_tutor_core::account::resources::{Listener, LoadBalancer, TargetGroup, TargetHealth};

pub fn load_balancer(balancer: &types::LoadBalancer) -> LoadBalancer {
    let state = balancer.state();
    LoadBalancer {
        arn: given(balancer.load_balancer_arn()),
        name: given(balancer.load_balancer_name()),
        dns_name: perhaps(balancer.dns_name()),
        kind: given(balancer.r#type().map(|kind| kind.as_str())),
        scheme: balancer.scheme().map(|scheme| scheme.as_str().to_owned()),
        ip_address_type: balancer.ip_address_type().map(|kind| kind.as_str().to_owned()),
        state: given(state.and_then(|state| state.code()).map(|code| code.as_str())).into(),
        state_reason: state.and_then(|state| perhaps(state.reason())),
        vpc: perhaps(balancer.vpc_id()),
        zones: balancer
            .availability_zones()
            .iter()
            .map(|zone| (given(zone.zone_name()), given(zone.subnet_id())))
            .collect(),
        security_groups: balancer.security_groups().to_vec(),
        created_at: balancer.created_time().and_then(timestamp),
    }
}

pub fn listener(listener: &types::Listener) -> Listener {
    // The last of the default actions decides; those before it authenticate.
    let action = listener.default_actions().iter().max_by_key(|action| action.order());
    Listener {
        arn: given(listener.listener_arn()),
        load_balancer: given(listener.load_balancer_arn()),
        protocol: given(listener.protocol().map(|protocol| protocol.as_str())),
        port: listener.port(),
        forwards: action.map(forwards).unwrap_or_default(),
        action: action.and_then(|action| action.r#type()).map(|kind| kind.as_str().to_owned()),
        answer: action.and_then(answer),
        certificates: listener.certificates().iter().filter_map(|own| perhaps(own.certificate_arn())).collect(),
    }
}

/// The short form names one target group; the long one several with weights. AWS often gives both.
pub fn forwards(action: &types::Action) -> Vec<(String, i32)> {
    let weighted: Vec<(String, i32)> = action
        .forward_config()
        .map(|forward| forward.target_groups())
        .unwrap_or_default()
        .iter()
        .map(|group| (given(group.target_group_arn()), group.weight().unwrap_or(1)))
        .collect();
    if weighted.is_empty() {
        action.target_group_arn().map(|arn| (arn.to_owned(), 1)).into_iter().collect()
    } else {
        weighted
    }
}

/// The status code that an action answers with, and the address of a redirect.
pub fn answer(action: &types::Action) -> Option<String> {
    let fixed = || action.fixed_response_config().and_then(|config| perhaps(config.status_code()));
    action.redirect_config().map(address).or_else(fixed)
}

/// Status code and address of a redirect, with AWS's own `#{...}` where it keeps a part of the request.
fn address(redirect: &types::RedirectActionConfig) -> String {
    let or_kept = |given: Option<&str>, kept: &str| given.unwrap_or(kept).to_owned();
    let code = redirect.status_code().map(|code| code.as_str()).unwrap_or_default();
    let (protocol, host) = (or_kept(redirect.protocol(), "#{protocol}"), or_kept(redirect.host(), "#{host}"));
    let (port, path) = (or_kept(redirect.port(), "#{port}"), or_kept(redirect.path(), "/#{path}"));
    format!("{code} {protocol}://{host}:{port}{path}").trim().to_owned()
}

pub fn target_group(group: &types::TargetGroup) -> TargetGroup {
    TargetGroup {
        arn: given(group.target_group_arn()),
        name: given(group.target_group_name()),
        protocol: group.protocol().map(|protocol| protocol.as_str().to_owned()),
        port: group.port(),
        target_type: group.target_type().map(|kind| kind.as_str().to_owned()),
        vpc: perhaps(group.vpc_id()),
        load_balancers: group.load_balancer_arns().to_vec(),
        health_path: perhaps(group.health_check_path()),
        health_port: perhaps(group.health_check_port()),
        health_protocol: group.health_check_protocol().map(|protocol| protocol.as_str().to_owned()),
        health_codes: group.matcher().and_then(|matcher| perhaps(matcher.http_code())),
    }
}

pub fn target_health(description: &types::TargetHealthDescription) -> TargetHealth {
    let health = description.target_health();
    TargetHealth {
        target: given(description.target().and_then(|target| target.id())),
        port: description.target().and_then(|target| target.port()),
        state: given(health.and_then(|health| health.state()).map(|state| state.as_str())).into(),
        reason: health.and_then(|health| health.reason()).map(|reason| reason.as_str().into()),
        description: health.and_then(|health| perhaps(health.description())),
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_elasticloadbalancingv2::types::{Action, ActionTypeEnum, ForwardActionConfig, TargetGroupTuple};

    use super::*;

    fn weighted(groups: &[(&str, Option<i32>)]) -> ForwardActionConfig {
        let tuple = |(arn, weight): &(&str, Option<i32>)| {
            TargetGroupTuple::builder().target_group_arn(*arn).set_weight(*weight).build()
        };
        ForwardActionConfig::builder().set_target_groups(Some(groups.iter().map(tuple).collect())).build()
    }

    fn forward(order: i32) -> aws_sdk_elasticloadbalancingv2::types::builders::ActionBuilder {
        Action::builder().r#type(ActionTypeEnum::Forward).order(order)
    }

    fn read(actions: Vec<Action>) -> Listener {
        listener(&types::Listener::builder().set_default_actions(Some(actions)).build())
    }

    #[test]
    fn the_short_form_of_a_forward_is_all_the_weight() {
        assert_eq!(read(vec![forward(1).target_group_arn("web").build()]).forwards, [("web".to_owned(), 1)]);
    }

    #[test]
    fn both_forms_of_a_forward_are_one() {
        let both = forward(1).target_group_arn("web").forward_config(weighted(&[("web", Some(1))])).build();
        assert_eq!(read(vec![both]).forwards, [("web".to_owned(), 1)]);
    }

    #[test]
    fn weights_are_kept_and_a_missing_one_is_one() {
        let split = forward(1).forward_config(weighted(&[("web", None), ("old", Some(0))])).build();
        assert_eq!(read(vec![split]).forwards, [("web".to_owned(), 1), ("old".to_owned(), 0)]);
    }

    #[test]
    fn the_last_action_decides() {
        let login = Action::builder().r#type(ActionTypeEnum::AuthenticateOidc).order(1).build();
        let found = read(vec![forward(2).target_group_arn("web").build(), login]);
        assert_eq!((found.action.as_deref(), found.forwards.len()), (Some("forward"), 1));
    }

    #[test]
    fn no_forward_leads_nowhere() {
        let redirect = Action::builder().r#type(ActionTypeEnum::Redirect).build();
        assert_eq!(read(vec![redirect]).forwards, []);
    }
}
