//! Which visitors a listener's rules catch before its default action. AWS tries the rules by priority; the first whose
//! conditions all hold decides: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html>.

mod kind;

pub use kind::ListenerRule as ListenerRuleKind;

use super::Facts;
use super::admission::covers;
use super::reach::ANYWHERE;
use crate::account::resources::{Listener, ListenerRule, LoadBalancer, RuleAction, RuleCondition};

/// What a visitor asks for: the front page, by the load balancer's own name.
const PATH: &str = "/";
const METHOD: &str = "GET";

/// What becomes of visitors before the default action.
#[derive(Debug, PartialEq)]
pub enum Caught<'a> {
    /// No rule keeps them from the target group.
    No,
    /// This one does something else with all of them.
    By(&'a ListenerRule),
    /// This one may, or does with some of them.
    PerhapsBy(&'a ListenerRule),
}

/// Whom a rule or a condition catches, from the fewest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Nobody,
    /// That can't be told.
    Unclear,
    Some,
    Everybody,
}

/// What `rules` do with visitors who ask for the site at `host`, where the target group of this ARN is to get them.
#[must_use]
pub fn caught<'a>(rules: &'a [ListenerRule], host: &str, target_group: &str) -> Caught<'a> {
    let mut tried: Vec<(u32, &ListenerRule)> = rules.iter().filter_map(|rule| Some((rule.priority?, rule))).collect();
    tried.sort_by_key(|(priority, _)| *priority);
    let mut suspect = None;
    // Whether a rule that can't be read may already have sent them where they belong.
    let mut sheltered = false;
    for (_, rule) in tried {
        match (reach(rule, host), leads_to(rule, target_group)) {
            (Reach::Everybody, false) if !sheltered => return Caught::By(rule),
            (Reach::Everybody, true) => break,
            (Reach::Nobody, _) | (Reach::Some, true) => {}
            (Reach::Unclear, true) => sheltered = true,
            (Reach::Unclear | Reach::Some | Reach::Everybody, false) => suspect = suspect.or(Some(rule)),
        }
    }
    suspect.map_or(Caught::No, Caught::PerhapsBy)
}

/// What the rules of the site's listener do with its visitors; none where they weren't read.
#[must_use]
pub fn caught_before<'a>(balancer: &LoadBalancer, target_group: &str, facts: &Facts<'a>) -> Option<Caught<'a>> {
    let rules = facts.snapshot.listener_rules.seen().ok()?;
    let group = facts.target_group(target_group).ok()?;
    Some(caught(rules, balancer.dns_name.as_deref()?, &group.arn))
}

/// The listener of the load balancer on this port.
#[must_use]
pub fn listener_on<'a>(balancer: &LoadBalancer, port: i32, facts: &Facts<'a>) -> Option<&'a Listener> {
    let listeners = facts.snapshot.listeners.seen().ok()?;
    listeners.iter().find(|listener| listener.load_balancer == balancer.arn && listener.port == Some(port))
}

/// Whether all that a rule does is to send everybody to the target group. Whoever must log in first doesn't get there.
fn leads_to(rule: &ListenerRule, target_group: &str) -> bool {
    let is_forward = |action: &RuleAction| {
        let mut served = action.forwards.iter().filter(|(_, weight)| *weight > 0).peekable();
        action.kind == "forward" && served.peek().is_some() && served.all(|(arn, _)| arn == target_group)
    };
    !rule.actions.is_empty() && rule.actions.iter().all(is_forward)
}

fn reach(rule: &ListenerRule, host: &str) -> Reach {
    rule.conditions.iter().map(|condition| reach_of(condition, host)).min().unwrap_or(Reach::Everybody)
}

fn reach_of(condition: &RuleCondition, host: &str) -> Reach {
    match condition.field.as_str() {
        "path-pattern" => matching(condition, |pattern| fits(pattern, PATH)),
        // Names of hosts have no case, and neither have AWS's conditions on them.
        "host-header" => matching(condition, |pattern| fits(&pattern.to_lowercase(), &host.to_lowercase())),
        "http-request-method" => matching(condition, |method| method == METHOD),
        "source-ip" => of_sources(condition),
        // Browsers differ in what they send.
        "http-header" => Reach::Some,
        // Whoever opens the site by its name asks for nothing more.
        "query-string" => Reach::Nobody,
        _ => Reach::Unclear,
    }
}

fn matching(condition: &RuleCondition, fits: impl Fn(&str) -> bool) -> Reach {
    if condition.values.iter().any(|value| fits(value)) {
        Reach::Everybody
    } else if condition.expressions.is_empty() {
        Reach::Nobody
    } else {
        Reach::Unclear
    }
}

/// The lab's load balancer is reached by IPv4.
fn of_sources(condition: &RuleCondition) -> Reach {
    let blocks: Vec<ipnet::Ipv4Net> = condition.values.iter().filter_map(|block| block.parse().ok()).collect();
    if covers(blocks.iter().copied(), ANYWHERE) {
        Reach::Everybody
    } else if blocks.is_empty() {
        Reach::Nobody
    } else {
        Reach::Some
    }
}

/// Whether `text` fits `pattern`, in which `*` stands for any characters, or none, and `?` for one.
pub(super) fn fits(pattern: &str, text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    // Whether what was read of the pattern fits the first so many characters.
    let mut fitting = vec![false; text.len() + 1];
    fitting[0] = true;
    for wanted in pattern.chars() {
        if wanted == '*' {
            let first = fitting.iter().position(|fits| *fits).unwrap_or(fitting.len());
            fitting[first..].fill(true);
        } else {
            for at in (1..fitting.len()).rev() {
                fitting[at] = fitting[at - 1] && (wanted == '?' || wanted == text[at - 1]);
            }
            fitting[0] = false;
        }
    }
    fitting[text.len()]
}

/// A rule in AWS's own words, the same in every language: its conditions, and what it does.
#[must_use]
pub fn words(rule: &ListenerRule) -> (String, String) {
    let condition = |condition: &RuleCondition| {
        let values: Vec<&str> = condition.values.iter().chain(&condition.expressions).map(String::as_str).collect();
        let field: Vec<&str> = std::iter::once(condition.field.as_str()).chain(condition.header.as_deref()).collect();
        format!("{} {}", field.join(" "), values.join(" | "))
    };
    let action = |action: &RuleAction| {
        let groups = action.forwards.iter().map(|(arn, weight)| format!("{} ({weight})", short(arn)));
        let parts: Vec<String> =
            std::iter::once(action.kind.clone()).chain(action.answer.clone()).chain(groups).collect();
        parts.join(" ")
    };
    let conditions: Vec<String> = rule.conditions.iter().map(condition).collect();
    let actions: Vec<String> = rule.actions.iter().map(action).collect();
    (if conditions.is_empty() { "*".to_owned() } else { conditions.join(" & ") }, actions.join(" + "))
}

/// The name of a target group within its ARN.
fn short(arn: &str) -> &str {
    arn.split_once(":targetgroup/").map_or(arn, |(_, rest)| rest.split('/').next().unwrap_or(rest))
}

#[cfg(test)]
mod tests;
