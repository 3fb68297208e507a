//! The rules of a listener.

use aws_sdk_elasticloadbalancingv2::types;

use super::balancing::{answer, forwards};
use super::{given, perhaps};
use ec_site_tutor_core::account::resources::{ListenerRule, RuleAction, RuleCondition};

pub fn listener_rule(rule: &types::Rule) -> ListenerRule {
    let mut actions: Vec<&types::Action> = rule.actions().iter().collect();
    actions.sort_by_key(|action| action.order());
    ListenerRule {
        arn: given(rule.rule_arn()),
        // The default rule has a word in its place.
        priority: rule.priority().and_then(|priority| priority.parse().ok()),
        conditions: rule.conditions().iter().map(condition).collect(),
        actions: actions.into_iter().map(action).collect(),
    }
}

/// AWS gives hosts and paths twice: in the field that all conditions once had, and in one of their own.
fn condition(condition: &types::RuleCondition) -> RuleCondition {
    let own = own_values(condition);
    let expressions = own_expressions(condition);
    RuleCondition {
        field: given(condition.field()),
        header: condition.http_header_config().and_then(|config| perhaps(config.http_header_name())),
        values: if own.is_empty() { condition.values().to_vec() } else { own },
        expressions: if expressions.is_empty() { condition.regex_values().to_vec() } else { expressions },
    }
}

fn own_values(condition: &types::RuleCondition) -> Vec<String> {
    let pairs = condition.query_string_config().map(|config| config.values()).unwrap_or_default();
    let pairs = pairs.iter().map(|pair| match pair.key() {
        Some(key) => format!("{key}={}", pair.value().unwrap_or_default()),
        None => given(pair.value()),
    });
    let lists = [
        condition.host_header_config().map(|config| config.values()),
        condition.path_pattern_config().map(|config| config.values()),
        condition.http_header_config().map(|config| config.values()),
        condition.http_request_method_config().map(|config| config.values()),
        condition.source_ip_config().map(|config| config.values()),
    ];
    lists.into_iter().flatten().flatten().cloned().chain(pairs).collect()
}

fn own_expressions(condition: &types::RuleCondition) -> Vec<String> {
    let lists = [
        condition.host_header_config().map(|config| config.regex_values()),
        condition.path_pattern_config().map(|config| config.regex_values()),
        condition.http_header_config().map(|config| config.regex_values()),
    ];
    lists.into_iter().flatten().flatten().cloned().collect()
}

fn action(action: &types::Action) -> RuleAction {
    RuleAction {
        kind: given(action.r#type().map(|kind| kind.as_str())),
        forwards: forwards(action),
        answer: answer(action),
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_elasticloadbalancingv2::types::{
        Action, ActionTypeEnum, FixedResponseActionConfig, HostHeaderConditionConfig, PathPatternConditionConfig,
        QueryStringConditionConfig, QueryStringKeyValuePair, RedirectActionConfig, RedirectActionStatusCodeEnum, Rule,
        RuleCondition as Condition, SourceIpConditionConfig,
    };

    use super::*;

    fn read(condition: Condition) -> RuleCondition {
        listener_rule(&Rule::builder().conditions(condition).build()).conditions.remove(0)
    }

    #[test]
    fn values_that_are_given_twice_are_kept_once() {
        let path = PathPatternConditionConfig::builder().values("/*").build();
        let both = Condition::builder().field("path-pattern").values("/*").path_pattern_config(path);
        assert_eq!(read(both.build()).values, ["/*"]);
        assert_eq!(read(Condition::builder().field("path-pattern").values("/old").build()).values, ["/old"]);
    }

    #[test]
    fn every_kind_of_condition_keeps_its_values() {
        let source = SourceIpConditionConfig::builder().values("203.0.113.0/24").build();
        assert_eq!(read(Condition::builder().source_ip_config(source).build()).values, ["203.0.113.0/24"]);
        let pair = QueryStringKeyValuePair::builder().key("v").value("1").build();
        let query = QueryStringConditionConfig::builder().values(pair).build();
        assert_eq!(read(Condition::builder().query_string_config(query).build()).values, ["v=1"]);
        let host = HostHeaderConditionConfig::builder().regex_values("^a").build();
        assert_eq!(read(Condition::builder().host_header_config(host).build()).expressions, ["^a"]);
    }

    #[test]
    fn the_default_rule_has_no_priority_and_actions_stand_in_their_order() {
        let fixed = FixedResponseActionConfig::builder().status_code("503").build();
        let last = Action::builder().r#type(ActionTypeEnum::FixedResponse).order(2).fixed_response_config(fixed);
        let login = Action::builder().r#type(ActionTypeEnum::AuthenticateOidc).order(1).build();
        let rule = Rule::builder().priority("default").actions(last.build()).actions(login).build();
        let read = listener_rule(&rule);
        let actions: Vec<_> =
            read.actions.iter().map(|action| (action.kind.as_str(), action.answer.as_deref())).collect();
        assert_eq!(
            (read.priority, actions),
            (None, vec![("authenticate-oidc", None), ("fixed-response", Some("503"))])
        );
        assert_eq!(listener_rule(&Rule::builder().priority("10").build()).priority, Some(10));
    }

    #[test]
    fn a_redirect_says_where_to() {
        let moved = RedirectActionStatusCodeEnum::Http301;
        let redirect = RedirectActionConfig::builder().host("example.com").status_code(moved).build();
        let action = Action::builder().r#type(ActionTypeEnum::Redirect).redirect_config(redirect).build();
        let read = listener_rule(&Rule::builder().actions(action).build());
        assert_eq!(read.actions[0].answer.as_deref(), Some("HTTP_301 #{protocol}://example.com:#{port}/#{path}"));
    }
}
