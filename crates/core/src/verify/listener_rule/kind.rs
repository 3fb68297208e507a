//! A rule of a listener that a lesson asks for.

use serde::Deserialize;

use super::{fits, words};
use crate::account::Need;
use crate::account::resources::{ListenerRule as Found, RuleAction, RuleCondition};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CauseId, Facts, Kind, Number, Stop, Verdict, listener_on};

/// A rule of the listener sends what fits this path or host to these target groups.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListenerRule {
    /// Name of the load balancer.
    pub alb: String,
    /// The port of the listener.
    pub port: Number,
    /// The path pattern, such as `/api/*`.
    #[serde(default)]
    pub path: Option<String>,
    /// The host.
    #[serde(default)]
    pub host: Option<String>,
    /// The priority; any where nothing is said.
    #[serde(default)]
    pub priority: Option<Number>,
    /// Names of the target groups.
    pub target_groups: Vec<String>,
}

impl Kind for ListenerRule {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LoadBalancers, Need::ListenersOf(self.alb.clone()), Need::TargetGroups]
    }

    fn expected(&self) -> Text {
        msg!(rule_expected, condition = self.condition(), groups = Text::list(self.target_groups.clone()))
    }

    fn why(&self) -> Text {
        msg!(rule_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let balancer = facts.load_balancer(&self.alb)?;
        facts.snapshot.listeners.seen()?;
        let (port, condition) = (self.port.0, self.condition());
        let groups = Text::list(self.target_groups.clone());
        let fix = msg!(rule_fix, alb = &self.alb, port = port, condition = condition, groups = groups);
        let Some(listener) = listener_on(balancer, port, facts) else {
            return Ok(Verdict::failed(msg!(listener_not_on, port = port), fix)
                .because(CauseId::ListenerMissing, msg!(cause_listener_missing)));
        };
        let of_listener = |rule: &&Found| match rule.arn.split_once(":listener-rule/") {
            Some((front, rest)) => {
                let whole = format!("{front}:listener/{rest}");
                whole.strip_prefix(&listener.arn).is_some_and(|own| own.starts_with('/'))
            }
            None => true,
        };
        let rules: Vec<&Found> = facts.snapshot.listener_rules.seen()?.iter().filter(of_listener).collect();
        let Some(rule) = rules.iter().find(|rule| self.is_met_by(rule)) else {
            let own = rules.iter().filter(|rule| rule.priority.is_some());
            let found: Vec<String> = own.map(|rule| shown(rule)).collect();
            let actual = if found.is_empty() { msg!(rule_none) } else { Text::list(found) };
            return Ok(Verdict::failed(actual, fix));
        };
        let mut wanted = Vec::new();
        for name in &self.target_groups {
            wanted.push(facts.target_group(name)?.arn.as_str());
        }
        let actual = Text::verbatim(shown(rule));
        let is_priority = self.priority.is_none_or(|wanted| rule.priority == u32::try_from(wanted.0).ok());
        if !leads_to(&rule.actions, &wanted) || !is_priority {
            return Ok(Verdict::failed(actual, fix));
        }
        match rules.iter().find(|earlier| self.is_kept_by(earlier, rule)) {
            Some(earlier) => {
                let actual = msg!(rule_shadowed, earlier = shown(earlier), rule = shown(rule));
                Ok(Verdict::failed(actual, msg!(rule_shadowed_fix)))
            }
            None => Ok(Verdict::passed(actual)),
        }
    }
}

impl ListenerRule {
    /// What it catches, as AWS writes it.
    fn condition(&self) -> String {
        let parts = [self.path.clone(), self.host.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" & ")
    }

    /// Whether a rule is the one that `self` asks for, as its priority and what it catches show it.
    pub fn is_met_by(&self, rule: &Found) -> bool {
        let has = |field: &str, wanted: Option<&String>| {
            let mut of_field = rule.conditions.iter().filter(|condition| condition.field == field).peekable();
            match wanted {
                None => of_field.peek().is_none(),
                Some(wanted) => of_field.any(|condition| condition.values.contains(wanted)),
            }
        };
        let known = |condition: &RuleCondition| matches!(condition.field.as_str(), "path-pattern" | "host-header");
        let all_known = rule.priority.is_some() && rule.conditions.iter().all(known);
        all_known && has("path-pattern", self.path.as_ref()) && has("host-header", self.host.as_ref())
    }

    /// Whether an earlier rule takes everything that `rule` is for.
    fn is_kept_by(&self, earlier: &Found, rule: &Found) -> bool {
        let catches = |condition: &RuleCondition| {
            let wanted = match condition.field.as_str() {
                "path-pattern" => self.path.as_ref(),
                "host-header" => self.host.as_ref(),
                _ => return false,
            };
            wanted.is_some_and(|wanted| condition.values.iter().any(|pattern| fits(pattern, wanted)))
        };
        let is_earlier = earlier.priority.zip(rule.priority).is_some_and(|(earlier, own)| earlier < own);
        is_earlier && earlier.actions != rule.actions && earlier.conditions.iter().all(catches)
    }
}

fn shown(rule: &Found) -> String {
    let (conditions, actions) = words(rule);
    let priority = rule.priority.map_or_else(|| "-".to_owned(), |priority| priority.to_string());
    format!("{priority}: {conditions} > {actions}")
}

/// Whether the actions only forward, and to exactly these target groups.
fn leads_to(actions: &[RuleAction], wanted: &[&str]) -> bool {
    let served: Vec<&str> = actions
        .iter()
        .flat_map(|action| &action.forwards)
        .filter(|(_, weight)| *weight > 0)
        .map(|(arn, _)| arn.as_str())
        .collect();
    let is_forward = actions.iter().all(|action| action.kind == "forward");
    let same = served.iter().all(|arn| wanted.contains(arn)) && wanted.iter().all(|arn| served.contains(arn));
    is_forward && same && !wanted.is_empty()
}
