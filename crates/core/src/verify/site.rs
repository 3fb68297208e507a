//! The learner's site, opened through the load balancer.

use serde::Deserialize;

use super::listener_rule::{Caught, caught_before, words};
use super::{CauseId, Doing, Facts, Kind, Number, Stop, Verdict, Wait};
use crate::account::resources::{ListenerRule, LoadBalancer, SiteAnswer, SiteFailure, TargetHealth, TargetState};
use crate::account::{Need, Unseen};
use crate::i18n::Text;
use crate::msg;

/// The site answers through the load balancer, as far as that can be seen from here.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Name of the load balancer.
    pub alb: String,
    /// Port of its listener.
    pub port: Number,
    /// Name of the target group behind it, whose health tells how much an answer proves.
    #[serde(default)]
    pub target_group: Option<String>,
}

impl Kind for Site {
    fn needs(&self) -> Vec<Need> {
        let mut needs = vec![Need::LoadBalancers, Need::Site { alb: self.alb.clone(), port: self.port.0 }];
        if let Some(name) = &self.target_group {
            needs.extend([Need::TargetGroups, Need::TargetHealthOf(name.clone())]);
        }
        needs
    }

    fn expected(&self) -> Text {
        msg!(site_expected, alb = &self.alb)
    }

    fn why(&self) -> Text {
        msg!(site_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let balancer = facts.load_balancer(&self.alb)?;
        let name = balancer.dns_name.as_deref().unwrap_or(&balancer.name);
        if balancer.state.is_on_its_way() {
            // Its name has no address before it is active.
            let wait = Wait::new(Doing::ProvisioningLoadBalancer, balancer.created_at);
            return Ok(Verdict::waiting(wait, Text::verbatim(&balancer.state), msg!(alb_provisioning_fix)));
        }
        let answer = facts.snapshot.site.seen()?;
        if let SiteAnswer::Answered { status, .. } = answer
            && let Some(rule) = self.rule_in_the_way(balancer, facts)
        {
            return Ok(answered_by_rule(name, *status, rule));
        }
        Ok(match answer {
            SiteAnswer::Answered { status, .. } if *status < 500 && self.is_last_resort(facts) => Verdict {
                fix: Some(msg!(site_last_resort_fix)),
                ..Verdict::passed(msg!(site_last_resort, name = name, status = i32::from(*status)))
            },
            SiteAnswer::Answered { status, instance } if *status < 500 => Verdict {
                fix: (300..500).contains(status).then(|| self.elsewhere_fix(balancer, facts)),
                ..Verdict::passed(answered(name, *status, instance.as_deref(), facts))
            },
            SiteAnswer::Answered { status, instance } => {
                Verdict::failed(answered(name, *status, instance.as_deref(), facts), server_error_fix(*status))
            }
            SiteAnswer::NotReached { .. } if balancer.scheme.as_deref() == Some("internal") => {
                Verdict::failed(msg!(site_internal, name = name), msg!(alb_scheme_fix, alb = &self.alb))
                    .because(CauseId::AlbInternal, msg!(cause_alb_internal))
            }
            SiteAnswer::NotReached { kind, detail } => Verdict::manual(
                msg!(site_not_reached, name = name, what = failure(*kind), detail = detail),
                msg!(site_not_reached_fix, name = name),
            ),
        })
    }
}

impl Site {
    /// The rule of the listener that answers instead of the shop; none where the rules were not read, which is only
    /// done where an answer gives reason to.
    fn rule_in_the_way<'a>(&self, balancer: &LoadBalancer, facts: &Facts<'a>) -> Option<&'a ListenerRule> {
        match caught_before(balancer, self.target_group.as_ref()?, facts)? {
            Caught::By(rule) => Some(rule),
            Caught::No | Caught::PerhapsBy(_) => None,
        }
    }

    /// Where to look when an answer is no page of the shop: at what the rules leave open.
    fn elsewhere_fix(&self, balancer: &LoadBalancer, facts: &Facts<'_>) -> Text {
        let name = balancer.dns_name.as_deref().unwrap_or(&balancer.name);
        match facts.snapshot.listener_rules.seen() {
            Err(unseen @ (Unseen::Denied(_) | Unseen::Failed(_))) => {
                msg!(site_elsewhere_unread_fix, why = Verdict::unknown(unseen).actual)
            }
            Ok(_) if self.is_never_caught(balancer, facts) => msg!(site_elsewhere_shop_fix),
            _ => msg!(site_elsewhere_fix, name = name),
        }
    }

    fn is_never_caught(&self, balancer: &LoadBalancer, facts: &Facts<'_>) -> bool {
        let group = self.target_group.as_ref();
        group.and_then(|group| caught_before(balancer, group, facts)) == Some(Caught::No)
    }

    /// Whether no target is healthy. The load balancer then sends visitors to all of them, so that an answer proves
    /// little: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html>.
    fn is_last_resort(&self, facts: &Facts<'_>) -> bool {
        let targets = match self.target_group {
            Some(_) => facts.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default(),
            None => &[],
        };
        let registered = |target: &&TargetHealth| matches!(target.state, TargetState::Healthy | TargetState::Unhealthy);
        let registered: Vec<&TargetHealth> = targets.iter().filter(registered).collect();
        !registered.is_empty() && registered.iter().all(|target| !target.state.is_healthy())
    }
}

/// An answer that isn't the shop's, whatever its status.
fn answered_by_rule(name: &str, status: u16, rule: &ListenerRule) -> Verdict {
    let number = rule.priority.map_or_else(String::new, |priority| priority.to_string());
    let actual =
        msg!(site_answered_by_rule, name = name, status = i32::from(status), number = &number, action = words(rule).1);
    Verdict::failed(actual, msg!(listener_rule_fix, number = number))
        .because(CauseId::ListenerRule, msg!(cause_listener_rule))
}

/// What the site answered, and which target did: an answer can name anything, so only a target of the lab counts.
fn answered(name: &str, status: u16, instance: Option<&str>, facts: &Facts<'_>) -> Text {
    let status = i32::from(status);
    let targets = facts.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default();
    match instance.filter(|instance| targets.iter().any(|target| target.target == **instance)) {
        Some(instance) => msg!(site_answered_by, name = name, status = status, instance = instance),
        None => msg!(site_answered, name = name, status = status),
    }
}

fn failure(kind: SiteFailure) -> Text {
    match kind {
        SiteFailure::NameNotResolved => msg!(site_name_not_resolved),
        SiteFailure::Refused => msg!(site_refused),
        SiteFailure::TimedOut => msg!(site_timed_out),
        SiteFailure::Other => msg!(site_other_failure),
    }
}

/// What the load balancer says with its own codes.
fn server_error_fix(status: u16) -> Text {
    match status {
        502 => msg!(site_502_fix),
        503 => msg!(site_503_fix),
        504 => msg!(site_504_fix),
        _ => msg!(site_5xx_fix),
    }
}
