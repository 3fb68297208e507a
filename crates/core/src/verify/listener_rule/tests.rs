//! Rules as tables: what they catch of somebody who opens the site.

use test_case::test_case;

use super::*;

const HOST: &str = "Ec-Site-ALB-1.us-east-1.elb.amazonaws.com";
const OURS: &str = "arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/ec-site-web-tg/1";
const OTHER: &str = "arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/old-tg/2";

fn condition(field: &str, values: &[&str]) -> RuleCondition {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    RuleCondition { field: field.into(), header: None, values, expressions: Vec::new() }
}

fn expression(field: &str) -> RuleCondition {
    RuleCondition { expressions: vec!["^/.*$".into()], ..condition(field, &[]) }
}

fn action(kind: &str, forwards: &[(&str, i32)]) -> RuleAction {
    let forwards = forwards.iter().map(|(arn, weight)| ((*arn).to_owned(), *weight)).collect();
    RuleAction { kind: kind.into(), forwards, answer: None }
}

fn rule(priority: u32, conditions: Vec<RuleCondition>, action: RuleAction) -> ListenerRule {
    ListenerRule { arn: priority.to_string(), priority: Some(priority), conditions, actions: vec![action] }
}

/// The ARN of the rule that catches everybody, or with a question mark the one that perhaps does.
fn catcher(rules: &[ListenerRule]) -> Option<String> {
    match caught(rules, HOST, OURS) {
        Caught::No => None,
        Caught::By(rule) => Some(rule.arn.clone()),
        Caught::PerhapsBy(rule) => Some(format!("{}?", rule.arn)),
    }
}

#[test_case(&condition("path-pattern", &["/*"]), Reach::Everybody)]
#[test_case(&condition("path-pattern", &["/"]), Reach::Everybody)]
#[test_case(&condition("path-pattern", &["*"]), Reach::Everybody)]
#[test_case(&condition("path-pattern", &["?"]), Reach::Everybody)]
#[test_case(&condition("path-pattern", &["/api/*", "/*"]), Reach::Everybody; "one of several paths")]
#[test_case(&condition("path-pattern", &["/api/*"]), Reach::Nobody)]
#[test_case(&condition("path-pattern", &["/index.html"]), Reach::Nobody)]
#[test_case(&condition("path-pattern", &["/?"]), Reach::Nobody)]
#[test_case(&condition("path-pattern", &[""]), Reach::Nobody)]
#[test_case(&expression("path-pattern"), Reach::Unclear)]
#[test_case(&condition("host-header", &["ec-site-alb-1.us-east-1.elb.amazonaws.com"]), Reach::Everybody)]
#[test_case(&condition("host-header", &["*.ELB.amazonaws.com"]), Reach::Everybody)]
#[test_case(&condition("host-header", &["www.example.com"]), Reach::Nobody)]
#[test_case(&expression("host-header"), Reach::Unclear)]
#[test_case(&condition("http-request-method", &["POST", "GET"]), Reach::Everybody)]
#[test_case(&condition("http-request-method", &["POST"]), Reach::Nobody)]
#[test_case(&condition("http-request-method", &["get"]), Reach::Nobody)]
#[test_case(&condition("source-ip", &["0.0.0.0/0"]), Reach::Everybody)]
#[test_case(&condition("source-ip", &["0.0.0.0/1", "128.0.0.0/1"]), Reach::Everybody; "both halves of the internet")]
#[test_case(&condition("source-ip", &["203.0.113.7/32"]), Reach::Some)]
#[test_case(&condition("source-ip", &["::/0"]), Reach::Nobody)]
#[test_case(&condition("http-header", &["*Chrome*"]), Reach::Some)]
#[test_case(&condition("query-string", &["debug=1"]), Reach::Nobody)]
#[test_case(&condition("moon-phase", &["full"]), Reach::Unclear)]
fn a_condition_catches(condition: &RuleCondition, expected: Reach) {
    assert_eq!(reach_of(condition, HOST), expected);
}

#[test]
fn all_conditions_must_hold() {
    let paths = || condition("path-pattern", &["/*"]);
    let of = |conditions| reach(&rule(1, conditions, action("redirect", &[])), HOST);
    assert_eq!(of(vec![]), Reach::Everybody);
    assert_eq!(of(vec![paths(), condition("http-request-method", &["GET"])]), Reach::Everybody);
    assert_eq!(of(vec![paths(), condition("host-header", &["example.com"])]), Reach::Nobody);
    assert_eq!(of(vec![paths(), condition("source-ip", &["10.0.0.0/8"])]), Reach::Some);
    assert_eq!(of(vec![expression("path-pattern"), condition("host-header", &["example.com"])]), Reach::Nobody);
}

#[test_case(action("redirect", &[]), Some("1"))]
#[test_case(action("fixed-response", &[]), Some("1"))]
#[test_case(action("forward", &[(OTHER, 1)]), Some("1"); "a forward to another group")]
#[test_case(action("forward", &[(OURS, 0), (OTHER, 1)]), Some("1"); "no weight for ours")]
#[test_case(action("forward", &[(OURS, 1), (OTHER, 1)]), Some("1"); "half of the visitors")]
#[test_case(action("forward", &[(OURS, 1), (OTHER, 0)]), None; "all the weight for ours")]
#[test_case(action("forward", &[(OURS, 1)]), None; "a forward to ours")]
#[test_case(action("forward", &[]), Some("1"); "a forward to nothing")]
fn an_action_keeps_visitors_away(action: RuleAction, expected: Option<&str>) {
    let rules = [rule(1, vec![condition("path-pattern", &["/*"])], action)];
    assert_eq!(catcher(&rules).as_deref(), expected);
}

#[test]
fn whoever_must_log_in_does_not_get_to_the_shop() {
    let mut login = rule(1, vec![], action("authenticate-oidc", &[]));
    login.actions.push(action("forward", &[(OURS, 1)]));
    assert_eq!(catcher(&[login]).as_deref(), Some("1"));
}

#[test]
fn the_first_that_fits_by_number_decides() {
    let away = |priority, path| rule(priority, vec![condition("path-pattern", &[path])], action("redirect", &[]));
    let home = |priority| rule(priority, vec![condition("path-pattern", &["/*"])], action("forward", &[(OURS, 1)]));
    assert_eq!(catcher(&[away(20, "/*"), home(3)]), None);
    assert_eq!(catcher(&[home(20), away(3, "/*")]).as_deref(), Some("3"));
    assert_eq!(catcher(&[home(20), away(100, "/*"), away(3, "/api/*")]), None);
}

#[test]
fn the_default_rule_catches_nobody() {
    let default = ListenerRule { priority: None, ..rule(0, vec![], action("redirect", &[])) };
    assert_eq!(catcher(&[default]), None);
}

#[test]
fn what_is_not_certain_is_not_said_to_be() {
    let rule_of = |priority, condition, action| rule(priority, vec![condition], action);
    let some = || condition("source-ip", &["203.0.113.7/32"]);
    let everybody = || condition("path-pattern", &["/*"]);
    let (away, home) = (|| action("redirect", &[]), || action("forward", &[(OURS, 1)]));
    // Some visitors, or nobody knows which.
    assert_eq!(catcher(&[rule_of(1, some(), away())]).as_deref(), Some("1?"));
    assert_eq!(catcher(&[rule_of(1, expression("path-pattern"), away())]).as_deref(), Some("1?"));
    assert_eq!(catcher(&[rule_of(1, expression("path-pattern"), home())]), None);
    // The owner alone sees the shop, and everybody else is turned away.
    assert_eq!(catcher(&[rule_of(1, some(), home()), rule_of(2, everybody(), away())]).as_deref(), Some("2"));
    // A rule that can't be read may have let them through before.
    let hidden = [rule_of(1, expression("host-header"), home()), rule_of(2, everybody(), away())];
    assert_eq!(catcher(&hidden).as_deref(), Some("2?"));
    let first = [rule_of(1, some(), away()), rule_of(2, everybody(), home()), rule_of(3, everybody(), away())];
    assert_eq!(catcher(&first).as_deref(), Some("1?"));
}

#[test]
fn a_rule_is_told_in_aws_s_words() {
    let mut told = rule(5, vec![condition("path-pattern", &["/*"])], action("forward", &[(OTHER, 1)]));
    told.conditions.push(RuleCondition { header: Some("User-Agent".into()), ..condition("http-header", &["a", "b"]) });
    assert_eq!(words(&told), ("path-pattern /* & http-header User-Agent a | b".into(), "forward old-tg (1)".into()));
}
